"""Drives the display as a finger and an eye would: real events into the window, and only where a finger can reach.

Everything that waits does so on a predicate with a deadline, in the running loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QKeyCombination, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from ui.testing.items import ItemFacts, describe, find_all, hit_point, is_seen, walk

__all__ = ["DriverError", "Missing", "UiDriver", "Unreachable", "WaitTimeout", "as_dict", "plain"]

DEADLINE_S = 5.0
_STEP_S = 0.01
# Two frames in the same place: an animation moves things in each.
_REST_S = 0.035
_MOVES_A_SECOND = 60


class DriverError(AssertionError):
    """The display did not do what the test wants."""


class Missing(DriverError):
    """No item matches the selector."""


class Unreachable(DriverError):
    """The item is there, but a finger cannot press it; the text says why."""


class WaitTimeout(DriverError):
    """It did not become so in time; the text says what it was instead."""


class UiDriver:
    """One window. A selector is an objectName (``page.section.control``) or ``name=`` and an accessible name."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        self._finger: QPointingDevice | None = None

    # -- looking ---------------------------------------------------------------------------------------------------

    def find(self, selector: str) -> list[ItemFacts]:
        """All that match, seen ones first; may be empty."""
        return [describe(item) for item in find_all(self.window, selector)]

    def item(self, selector: str) -> QQuickItem:
        """The first that matches, seen ones before others. Raises Missing."""
        found = find_all(self.window, selector)
        if not found:
            raise Missing(f"there is no {selector}")
        return found[0]

    def tree(self) -> list[ItemFacts]:
        """Everything with an objectName that can be seen."""
        return [describe(item) for item in walk(self.window.contentItem()) if item.objectName() and is_seen(item)]

    def read(self, selector: str, name: str) -> Any:
        """A property of an item. Raises Missing, also for a property it does not have."""
        item = self.item(selector)
        if item.metaObject().indexOfProperty(name) < 0:
            raise Missing(f"{selector} has no property {name}")
        return plain(item.property(name))

    def seen(self, selector: str) -> bool:
        """Whether something that matches can be seen."""
        return any(is_seen(item) for item in find_all(self.window, selector))

    def grab(self) -> QImage:
        """The window's picture now."""
        return self.window.grabWindow()

    def screenshot(self) -> bytes:
        """The same as PNG."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.grab().save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, it takes text
        return bytes(buffer.data().data())

    # -- waiting ---------------------------------------------------------------------------------------------------

    async def until(self, predicate: Callable[[], object], what: str = "", deadline_s: float = DEADLINE_S) -> None:
        """Wait until true. Raises WaitTimeout."""
        end = time.monotonic() + deadline_s
        while not predicate():
            if time.monotonic() > end:
                raise WaitTimeout(f"not within {deadline_s:g} s: {what or predicate}")
            await asyncio.sleep(_STEP_S)

    async def wait_for(self, selector: str, name: str, value: Any, deadline_s: float = DEADLINE_S) -> None:
        """Wait until a property of an item has a value. Raises WaitTimeout that tells the last one."""
        last: Any = "missing"

        def reached() -> bool:
            nonlocal last
            try:
                last = self.read(selector, name)
            except Missing as error:
                last = str(error)
                return False
            return bool(last == value)

        try:
            await self.until(reached, deadline_s=deadline_s)
        except WaitTimeout:
            raise WaitTimeout(f"{selector}.{name} was {last!r}, not {value!r}, for {deadline_s:g} s") from None

    async def wait_seen(self, selector: str, deadline_s: float = DEADLINE_S) -> None:
        """Wait until it can be seen."""
        await self.until(lambda: self.seen(selector), f"{selector} is seen", deadline_s)

    async def settle(self, deadline_s: float = DEADLINE_S) -> QImage:
        """Wait until two pictures in a row are the same, and return that picture."""
        last = self.grab()
        end = time.monotonic() + deadline_s
        while time.monotonic() < end:
            await asyncio.sleep(_STEP_S)
            picture = self.grab()
            if picture == last:
                return picture
            last = picture
        raise WaitTimeout(f"the picture did not come to rest within {deadline_s:g} s")

    # -- touching --------------------------------------------------------------------------------------------------

    async def tap(self, selector: str, deadline_s: float = DEADLINE_S) -> None:
        """Tap an item once it can be reached. Raises Missing or Unreachable when it cannot within the deadline."""
        await self.tap_at(await self._reach(selector, deadline_s))

    async def tap_at(self, point: QPointF) -> None:
        """Press and release at a point of the window."""
        self._press(point)
        await self._next_frame()
        self._release(point)
        await self._next_frame()

    async def press(self, selector: str, hold_s: float, deadline_s: float = DEADLINE_S) -> None:
        """Press, hold, release."""
        point = await self._reach(selector, deadline_s)
        self._press(point)
        await asyncio.sleep(hold_s)
        self._release(point)
        await self._next_frame()

    async def drag(self, selector: str, dx: float, dy: float, duration_s: float = 0.2) -> None:
        """Drag from an item by so many pixels."""
        start = await self._reach(selector, DEADLINE_S)
        await self.drag_at(start, QPointF(start.x() + dx, start.y() + dy), duration_s)

    async def drag_at(self, start: QPointF, end: QPointF, duration_s: float = 0.2) -> None:
        """Drag from a point to a point."""
        self._press(start)
        steps = max(2, round(duration_s * _MOVES_A_SECOND))
        for step in range(1, steps + 1):
            await asyncio.sleep(duration_s / steps)
            self._move(start + (end - start) * (step / steps))
        self._release(end)
        await self._next_frame()

    # -- keys ------------------------------------------------------------------------------------------------------

    async def key(self, key: str) -> None:
        """Press and release a key by its Qt name (Key_Return), or with modifiers (Ctrl+A)."""
        sequence = QKeySequence.fromString(key.removeprefix("Key_"))
        if sequence.isEmpty() or _first_key(sequence).key() == Qt.Key.Key_unknown:
            raise DriverError(f"there is no key {key}")
        combination = _first_key(sequence)
        self._send_key(combination.key(), combination.keyboardModifiers(), "")
        await self._next_frame()

    async def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        for character in text:
            sequence = QKeySequence(character)
            key = Qt.Key.Key_unknown if sequence.isEmpty() else _first_key(sequence).key()
            self._send_key(key, Qt.KeyboardModifier.NoModifier, character)
        await self._next_frame()

    # -- inside ----------------------------------------------------------------------------------------------------

    async def _reach(self, selector: str, deadline_s: float) -> QPointF:
        """A point where the item can be pressed: moving items come to rest, appearing ones appear."""
        began = rests_since = time.monotonic()
        last: QPointF | None = None
        while True:
            found = find_all(self.window, selector)
            point, why = hit_point(found[0]) if found else (None, f"there is no {selector}")
            now = time.monotonic()
            if point is None or point != last:
                rests_since = now
            elif now - rests_since >= _REST_S:
                return point
            last = point
            if now - began > deadline_s:
                raise (Unreachable if found else Missing)(why or f"{selector} does not come to rest")
            await self._next_frame()

    async def _next_frame(self) -> None:
        await asyncio.sleep(_STEP_S)

    def _device(self) -> QPointingDevice:
        if self._finger is None:
            self._finger = QTest.createTouchDevice()
        return self._finger

    # autoCommit False and commit(False): else Qt spins its loop inside the task that taps, and asyncio forbids that.
    def _press(self, point: QPointF) -> None:
        QTest.touchEvent(self.window, self._device(), False).press(0, _whole(point)).commit(False)

    def _move(self, point: QPointF) -> None:
        QTest.touchEvent(self.window, self._device(), False).move(0, _whole(point)).commit(False)

    def _release(self, point: QPointF) -> None:
        QTest.touchEvent(self.window, self._device(), False).release(0, _whole(point)).commit(False)

    def _send_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.window, QKeyEvent(kind, key, modifiers, text))


def _first_key(sequence: QKeySequence) -> QKeyCombination:
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs leave it out
    return first


def _whole(point: QPointF) -> QPoint:
    return point.toPoint()


def plain(value: Any) -> Any:
    """A Qt value as plain Python: what can be compared in a test and travel over D-Bus."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QColor
    from PySide6.QtQml import QJSValue

    if isinstance(value, QJSValue):
        return plain(value.toVariant())
    if isinstance(value, QColor):
        return value.name(QColor.NameFormat.HexArgb if value.alpha() < 255 else QColor.NameFormat.HexRgb)
    if isinstance(value, QUrl):
        return value.toString()
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)


def as_dict(facts: ItemFacts) -> dict[str, Any]:
    """For the bus."""
    return asdict(facts)
