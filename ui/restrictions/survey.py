"""Goes through every page, section, tab and sheet of the living display, parked, idling and moving, and notes each control.

Nothing is taken from a list of intentions: a control is what the item tree has, and whether it may be used is what the item
says (`enabled`; for a control over an `Actuator` its `allowed`; for a text field its `allowed`).
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from ui.testing.driver import UiDriver
from ui.testing.items import accessible_name
from ui.viewmodels.shell import PAGES, ShellViewModel

__all__ = ["STATES", "Look", "Place", "Survey", "survey"]

STATES: Mapping[str, Mapping[str, Any]] = {
    "parked": {"speed_kph": 0, "gear": "P", "parking_brake": True},
    "idling": {"speed_kph": 0, "gear": "D", "parking_brake": False},
    "moving": {"speed_kph": 62, "gear": "D", "parking_brake": False},
}
"""By the service's word for it: what the simulated car is told to do."""

SUBJECTS_PREFIX = "settings.subject."
_ACTIONABLE = ("QQuickAbstractButton", "QQuickSlider", "QQuickTextField")
# Names that end in whose or which: a phone, a song, a profile, a recording. One row stands for all of them.
_OF_MANY = re.compile(
    r"^(media\.item|media\.album|media\.source|home\.app|projection\.app|projection\.device|settings\.phone"
    r"|settings\.phone\.remove|settings\.driver|settings\.driver\.remove|vehicle\.recorder\.mark)\.(?!new\b|add\b|name\b|autoconnect\b).+"
)
# What belongs to the frame is told once, as a place of its own.
_FRAME = ("frame.", "climate.")
_SHEETS = {"media": {"volume": "media.player.volume", "players": "media.player.sources"}}


Look = Callable[[str, str], None]


@dataclass(slots=True)
class Place:
    """A page, section, tab or sheet. ``controls``: by name, what it is called and whether it may be used, by state."""

    title: str
    controls: dict[str, tuple[str, dict[str, bool]]] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)
    """By state: the sentence that stands in its place, where it may not be used as a whole."""


@dataclass(slots=True)
class Survey:
    """``rules``: the restrictions the service published, by state."""

    rules: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def _walk(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() < 0.05:
        return
    yield item
    for child in item.childItems():
        yield from _walk(child)


def _has(item: QQuickItem, name: str) -> bool:
    return item.metaObject().indexOfProperty(name) >= 0


def _asked(item: QQuickItem, expression: str) -> Any:
    """What QML says in the item's place; None for what is not there. PySide has no way to an object of a QML property."""
    context = qmlContext(item)
    if context is None:
        return None
    value, undefined = QQmlExpression(context, item, expression).evaluate()
    return None if undefined else value


def _allowed(item: QQuickItem) -> bool:
    """What the item itself says, as a finger would find it."""
    if item.inherits("QQuickTextField"):
        return not item.property("readOnly")
    above: QQuickItem | None = item
    while above is not None:
        if _has(above, "control") and (allowed := _asked(above, "control.allowed")) is not None:
            return bool(allowed)
        above = above.parentItem()
    return bool(item.isEnabled())


def controls(root: QQuickItem) -> dict[str, tuple[str, bool]]:
    """Everything one can touch below an item, by name: what it is called, and whether it may be used now."""
    found: dict[str, tuple[str, bool]] = {}
    for item in _walk(root):
        if any(item.inherits(kind) for kind in _ACTIONABLE) and item.objectName():
            many = _OF_MANY.match(item.objectName())
            name = f"{many[1]}.…" if many else item.objectName()
            usable = _allowed(item)
            before = found.get(name)
            called = "" if many else accessible_name(item).partition(", ")[0]
            # A name with a figure in it is another one tomorrow.
            called = "" if any(character.isdigit() for character in called) else called
            found[name] = (called, usable or (before is not None and before[1]))
    return found


def _is_new(below: set[str], name: str) -> bool:
    return name not in below


def _is_in(shell: ShellViewModel, state: str) -> bool:
    return bool(shell.restrictions.state == state and shell.restrictions.known)


def _bring_into_view(item: QQuickItem) -> None:
    """Scroll whatever it lies in, as a finger would before it touches."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            offset = item.mapToItem(above, QPointF(0, 0)).y() + above.property("contentY")
            end = max(0.0, above.property("contentHeight") - above.height())
            above.setProperty("contentY", max(0.0, min(end, offset - (above.height() - item.height()) / 2)))
            return
        above = above.parentItem()


class _Walker:
    """Knows the way to every place, in one state of the car."""

    def __init__(self, shell: ShellViewModel, driver: UiDriver, state: str, result: Survey, look: Look) -> None:
        self._shell, self._driver, self._state, self._result = shell, driver, state, result
        self._look = look

    async def go(self) -> None:
        self._note("Everywhere", lambda name: name.startswith(_FRAME))
        for page in PAGES:
            self._shell.requestPage(page)
            await self._driver.until(partial(self._driver.seen, f"stage.{page}"), f"the page {page}")
            await self._rest()
            if page == "vehicle":
                await self._sections()
            elif page == "settings":
                await self._subjects()
            else:
                await self._tabs(page.title())
                for title, opener in _SHEETS.get(page, {}).items():
                    if not self._driver.seen(opener):
                        continue
                    below = set(controls(self._driver.window.contentItem()))
                    await self._driver.tap(opener)
                    await self._rest()
                    self._note(f"{page.title()}: {title}", partial(_is_new, below))
                    await self._driver.key("Key_Escape")
                    await self._rest()

    async def _sections(self) -> None:
        for row in self._shell.sections.model.rows:
            self._shell.sections.request(str(row["key"]))
            place = f"vehicle.section.{row['key']}"
            await self._driver.until(partial(self._driver.read, place, "ready"), f"{place} loads")
            await self._rest()
            title = f"Vehicle: {row['title']}"
            if row["why"]:
                self._result.places.setdefault(title, Place(title)).closed[self._state] = str(row["why"])
            else:
                await self._tabs(title)

    async def _subjects(self) -> None:
        subjects = [name for name in controls(self._driver.window.contentItem()) if name.startswith(SUBJECTS_PREFIX)]
        for subject in subjects:
            _bring_into_view(self._driver.item(subject))
            await self._driver.tap(subject)
            await self._rest()
            await self._tabs(f"Settings: {accessible_name(self._driver.item(subject))}")

    async def _tabs(self, title: str) -> None:
        """A place in all its ways to look at it."""

        def of_stage(name: str) -> bool:
            return not name.startswith((*_FRAME, "vehicle.list."))

        self._note(title, of_stage)
        tabs = [name for name in controls(self._driver.window.contentItem()) if ".tab." in name]
        for tab in [*tabs, *tabs[:1]]:
            _bring_into_view(self._driver.item(tab))
            await self._driver.tap(tab)
            await self._rest()
            self._note(title, of_stage)

    def _note(self, title: str, wanted: Callable[[str], bool]) -> None:
        place = self._result.places.setdefault(title, Place(title))
        self._look(self._state, title)
        for name, (called, usable) in controls(self._driver.window.contentItem()).items():
            if wanted(name):
                known, states = place.controls.setdefault(name, (called, {}))
                states[self._state] = usable or states.get(self._state, False)
                place.controls[name] = (known or called, states)

    async def _rest(self) -> None:
        # A warning lies over every page until it was read.
        while self._shell.warnings.shown:
            self._shell.warnings.acknowledge()
        await self._driver.settle()
        while self._shell.notices.visible:
            self._shell.notices.dismiss()


async def survey(
    shell: ShellViewModel,
    driver: UiDriver,
    tell: Callable[[Mapping[str, Any]], Awaitable[Any]],
    look: Look = lambda _state, _title: None,
    states: Sequence[str] = tuple(STATES),
) -> Survey:
    """``tell`` sets values of the simulated car; ``look`` is called at every place, with the state and the place's title.
    Raises WaitTimeout when the car does not come into a state."""
    result = Survey()
    for state in states:
        values = STATES[state]
        await tell(values)
        await driver.until(
            partial(_is_in, shell, state),
            f"the car is {state}",
            10,
        )
        result.rules[state] = dict(shell.clients.vehicle.restrictions)
        await _Walker(shell, driver, state, result, look).go()
    await tell(STATES["parked"])
    return result
