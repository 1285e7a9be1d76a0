"""Finding items in the display's scene, and telling whether a finger could reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

__all__ = ["ItemFacts", "accessible_name", "describe", "find_all", "hit_point", "is_seen", "walk"]

NAME_PREFIX = "name="


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What a test may know of an item; x, y, width and height in the window's pixels."""

    object_name: str
    name: str
    role: str
    type: str
    x: float
    y: float
    width: float
    height: float
    visible: bool
    enabled: bool
    focus: bool


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything in it, parents first."""
    yield item
    for child in item.childItems():
        yield from walk(child)


def _interface(item: QQuickItem) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(item)


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader calls it; empty for items it does not see."""
    interface = _interface(item)
    if interface is None or not interface.isValid():
        return ""
    return str(interface.text(QAccessible.Text.Name))


def find_all(window: QQuickWindow, selector: str) -> list[QQuickItem]:
    """Items by objectName, or by accessible name with ``name=`` before it; visible ones first."""
    root = window.contentItem()
    if selector.startswith(NAME_PREFIX):
        wanted = selector.removeprefix(NAME_PREFIX)
        found = [item for item in walk(root) if item.isVisible() and accessible_name(item) == wanted]
        # A control and its own label share a name: the control is what is meant.
        found.sort(key=lambda item: _role(item) in ("StaticText", "Graphic", "NoRole"))
    else:
        found = [item for item in walk(root) if item.objectName() == selector]
    return sorted(found, key=lambda item: not is_seen(item))


def _role(item: QQuickItem) -> str:
    interface = _interface(item)
    return "NoRole" if interface is None or not interface.isValid() else str(interface.role().name)


def _scene_rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _shown_rect(item: QQuickItem) -> QRectF:
    """The part of the item that no ancestor clips and the window holds.

    Not by item.window(): PySide makes what that returns a child of the item's wrapper, and the window's own wrapper dies with it.
    """
    rect = _scene_rect(item)
    parent = item.parentItem()
    while parent is not None:
        if parent.clip() or parent.parentItem() is None:
            rect = rect.intersected(_scene_rect(parent))
        parent = parent.parentItem()
    return rect


def _root(item: QQuickItem) -> QQuickItem:
    root, parent = item, item.parentItem()
    while parent is not None:
        root, parent = parent, parent.parentItem()
    return root


def is_seen(item: QQuickItem) -> bool:
    """Visible, not wholly transparent with an ancestor, and in the window at least in part."""
    ancestor: QQuickItem | None = item
    while ancestor is not None:
        if ancestor.opacity() < 0.05:
            return False
        ancestor = ancestor.parentItem()
    return bool(item.isVisible()) and not _shown_rect(item).isEmpty()


def describe(item: QQuickItem) -> ItemFacts:
    """The facts of an item."""
    rect = _scene_rect(item)
    kind = item.metaObject().className().split("_QML")[0]
    return ItemFacts(
        item.objectName(),
        accessible_name(item),
        _role(item),
        kind,
        rect.x(),
        rect.y(),
        rect.width(),
        rect.height(),
        is_seen(item),
        item.isEnabled(),
        item.hasActiveFocus(),
    )


def _takes_press(item: QQuickItem) -> bool:
    """Whether a press ends here: it accepts the button or touch itself, or has a pointer handler."""
    if not item.isEnabled():
        return False
    if item.acceptedMouseButtons().value or item.acceptTouchEvents():
        return True
    return any(child.inherits("QQuickPointerHandler") for child in _resources(item))


def _resources(item: QQuickItem) -> list[QObject]:
    return [child for child in item.children() if not isinstance(child, QQuickItem)]


def _topmost(item: QQuickItem, point: QPointF, accept: Callable[[QQuickItem], bool]) -> QQuickItem | None:
    """The item that a press at ``point`` (scene) reaches first, as Qt Quick looks for it: front to back, by z."""
    if not item.isVisible() or item.opacity() <= 0:
        return None
    local = item.mapFromScene(point)
    inside = item.contains(local)
    if item.clip() and not inside:
        return None
    children = sorted(enumerate(item.childItems()), key=lambda pair: (pair[1].z(), pair[0]), reverse=True)
    for _, child in children:
        if child.z() >= 0 and (hit := _topmost(child, point, accept)) is not None:
            return hit
    if inside and accept(item):
        return item
    for _, child in children:
        if child.z() < 0 and (hit := _topmost(child, point, accept)) is not None:
            return hit
    return None


def _related(a: QQuickItem, b: QQuickItem) -> bool:
    """One is in the other."""
    for inner, outer in ((a, b), (b, a)):
        step: QQuickItem | None = inner
        while step is not None:
            if step is outer or shiboken6.getCppPointer(step) == shiboken6.getCppPointer(outer):
                return True
            step = step.parentItem()
    return False


def hit_point(item: QQuickItem) -> tuple[QPointF | None, str]:
    """Where a finger can press the item, or None and why it cannot: hidden, disabled, or covered (by what)."""
    label = item.objectName() or accessible_name(item) or item.metaObject().className()
    if not item.isVisible():
        return None, f"{label} is not visible"
    if not is_seen(item):
        return None, f"{label} is outside the window, clipped away or transparent"
    if not item.isEnabled():
        return None, f"{label} is disabled"
    rect = _shown_rect(item)
    cover: Any = None
    for fx, fy in ((0.5, 0.5), (0.25, 0.5), (0.75, 0.5), (0.5, 0.25), (0.5, 0.75)):
        point = QPointF(rect.x() + rect.width() * fx, rect.y() + rect.height() * fy)
        hit = _topmost(_root(item), point, _takes_press)
        if hit is not None and _related(hit, item):
            return point, ""
        cover = hit
    if cover is None:
        return None, f"nothing at {label} takes a press"
    facts = describe(cover)
    return None, f"{label} is covered by {facts.object_name or facts.name or facts.type}"
