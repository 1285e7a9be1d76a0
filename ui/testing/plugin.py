"""pytest plugin: the fixture ``unit`` boots the display in the test's process with the services and simulators it asks for.

.. code-block:: python

    def test_temperature(unit):
        async def body(ui):
            await ui.wait("climate.available")
            await ui.driver.tap("climate.driver.temperature.up")
            await ui.wait("climate.driverTempText", "21.5°")

        unit(body, services=("settings", "vehicle"), simulate=("car",))
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from backends.interfaces import SERVICES, Link

__all__ = ["Ui", "UnitRunner"]

DEADLINE_S = 60.0
FROZEN = datetime(2026, 5, 14, 10, 42)  # noqa: DTZ001  # a wall clock has no zone


@dataclass(slots=True)
class Ui:
    """What a test body gets: the display, its driver, and the unit behind it."""

    display: Any
    driver: Any
    unit: Any

    @property
    def shell(self) -> Any:
        """The root view-model."""
        return self.display.shell

    def value(self, path: str) -> Any:
        """A value of the view-models, such as ``vehicle.gear``."""
        found = self.shell
        for word in path.split("."):
            found = getattr(found, word)
        return found

    async def wait(self, path: str, value: Any = True, deadline_s: float = 10.0) -> None:
        """Until a value of the view-models is there. Raises WaitTimeout that says what it was instead."""
        from ui.testing.driver import WaitTimeout

        try:
            await self.driver.until(lambda: self.value(path) == value, deadline_s=deadline_s)
        except WaitTimeout:
            raise WaitTimeout(f"{path} was {self.value(path)!r}, not {value!r}, for {deadline_s:g} s") from None


Body = Callable[[Ui], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class UnitRunner:
    """Called by a test with its body; see the module's example."""

    app: Any

    def __call__(
        self,
        body: Body,
        *,
        services: Sequence[str] = tuple(SERVICES),
        simulate: Sequence[str] = (),
        phone: str = "scrcpy",
        in_process: bool = True,
        link: Callable[[], Coroutine[Any, Any, Link]] | None = None,
        size: tuple[int, int] = (1920, 720),
        options: Mapping[str, Mapping[str, Any]] | None = None,
        preferences: Mapping[str, Any] | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        """Boot, run ``body``, take down. ``link``: a link of the test's own in place of services."""
        from ui.display import Display, DisplayOptions
        from ui.loop import run_in_qt
        from ui.options import UnitOptions
        from ui.testing.driver import UiDriver
        from ui.unit import Unit

        wanted = UnitOptions(
            services=services, simulate=simulate, phone=phone, in_process=in_process, options=options or {}
        )

        async def main() -> int:
            display = Display(
                DisplayOptions(size=size, ui_test=True, frozen=FROZEN, preferences=dict(preferences or {}))
            )
            display.show()
            try:
                async with asyncio.timeout(deadline_s):
                    if link is not None:
                        await display.connect(await link())
                        await body(Ui(display, UiDriver(display.window), None))
                        await display.close()
                        return 0
                    async with Unit(wanted) as unit:
                        unit.open_cameras(display.shell.rear)
                        await display.connect(unit.link)
                        try:
                            await body(Ui(display, UiDriver(display.window), unit))
                        finally:
                            await display.close()
            finally:
                display.unload()
            return 0

        run_in_qt(self.app, main)


@pytest.fixture(scope="session")
def application() -> Any:
    """The one application there may be; offscreen and painted by software unless the environment says otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication([])


@pytest.fixture
def unit(application: Any) -> UnitRunner:
    """Boots the display in this process; see `UnitRunner`."""
    return UnitRunner(application)
