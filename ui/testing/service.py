"""``org.pillion.UiTest1``: the UI driver for tests in another process. Only with ``pillion --ui-test``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from PySide6.QtCore import QPointF

from ui.display import Display
from ui.testing.driver import DriverError, Missing, UiDriver, WaitTimeout, as_dict

__all__ = ["INTERFACE", "NAME", "PATH", "UiTest", "exported_ui_test"]

NAME = "org.pillion.UiTest1"
PATH = "/org/pillion/UiTest1"
INTERFACE = "org.pillion.UiTest1"
# Shorter than a caller waits for its answer, so that it hears why instead of nothing.
_REACH_S = 3.0


class UiTest:
    """The members of the interface, by their snake_case names; see the XML for what each does."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._errors = import_module("backends.core.errors")
        # The interface has one error more than the services share.
        self._timeout: type[Exception] = type("Timeout", (self._errors.ServiceFault,), {})
        self._current: UiDriver | None = None

    @property
    def _driver(self) -> UiDriver:
        # The window is another one after a reload.
        if self._current is None or self._current.window is not self._display.window:
            self._current = UiDriver(self._display.window)
        return self._current

    def find(self, selector: str) -> list[dict[str, Any]]:
        return [as_dict(facts) for facts in self._driver.find(selector)]

    def tree(self) -> list[dict[str, Any]]:
        return [as_dict(facts) for facts in self._driver.tree()]

    async def tap(self, selector: str) -> None:
        await self._told(self._driver.tap(selector, _REACH_S))

    async def tap_at(self, x: float, y: float) -> None:
        await self._told(self._driver.tap_at(QPointF(x, y)))

    async def press(self, selector: str, hold_ms: int) -> None:
        await self._told(self._driver.press(selector, hold_ms / 1000, _REACH_S))

    async def drag(self, selector: str, dx: float, dy: float, duration_ms: int) -> None:
        await self._told(self._driver.drag(selector, dx, dy, duration_ms / 1000))

    async def key(self, key: str) -> None:
        await self._told(self._driver.key(key))

    async def type(self, text: str) -> None:
        await self._told(self._driver.type(text))

    def read(self, selector: str, name: str) -> Any:
        try:
            value = self._driver.read(selector, name)
        except Missing as error:
            raise self._errors.NotFound(str(error)) from error
        # D-Bus has no null.
        return "" if value is None else value

    async def wait_for(self, selector: str, name: str, value: Any, timeout_ms: int) -> None:
        await self._told(self._driver.wait_for(selector, name, value, timeout_ms / 1000))

    async def wait_seen(self, selector: str, timeout_ms: int) -> None:
        await self._told(self._driver.wait_seen(selector, timeout_ms / 1000))

    def page(self) -> str:
        return self._display.shell.page

    def screenshot(self) -> bytes:
        return self._driver.screenshot()

    async def _told(self, action: Awaitable[None]) -> None:
        """Driver errors as the bus knows them."""
        try:
            await action
        except Missing as error:
            raise self._errors.NotFound(str(error)) from error
        except WaitTimeout as error:
            raise self._timeout(str(error)) from error
        except DriverError as error:
            raise self._errors.Invalid(str(error)) from error


@asynccontextmanager
async def exported_ui_test(display: Display, address: str) -> AsyncIterator[None]:
    """Serve it on the bus at ``address``; without a bus (services in this process) there is nobody to serve."""
    if not address:
        yield
        return
    # Reached by name: the display imports nothing of the services' side.
    bus = await import_module("backends.core.bus").Bus.connect(address)
    try:
        spec = import_module("backends.core.spec").load_spec(INTERFACE)
        exported = import_module("backends.core.service").Exported(spec, UiTest(display))
        exported.set_property("Ready", True)
        bus.export(PATH, exported)
        await bus.request_name(NAME)
        yield
    finally:
        await bus.close()
