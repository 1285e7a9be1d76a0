"""The numbers of the design, asked of every item on the screen. A broken rule is one sentence that names the item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.testing.items import accessible_name

TARGET_DP = 76
SMALLEST_TEXT_DP = 24
MOST_TABS = 4
_ACTIONABLE = ("QQuickAbstractButton", "QQuickSlider", "QQuickTextField")
_CENTRE, _RIGHT = 4, 2
_NO_WRAP, _NO_ELIDE = 0, 3
# What lies over the pages for a moment, by design.
_OVER = ("frame.toast.", "frame.note.", "frame.call.")
# Where a line may end: at spaces, hyphens (soft ones too) and slashes, and around any Chinese character.
_BREAKS = re.compile(r"[\s\u00ad/–-]+|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])")
# Names of people, phones and songs may be as long as they like; there the end may be cut.
_DATA = ("home.media.", "media.player.", "media.item.", "media.album.", "home.projection.device", "projection.device.")


@dataclass(frozen=True, slots=True)
class Seen:
    """An item on the screen: where it is in the window and what its clipping ancestors leave of it."""

    item: QQuickItem
    name: str
    """Its own objectName, else the nearest one above it."""
    button: Seen | None
    """The control it is a part of."""
    rect: QRectF
    clip: QRectF

    @property
    def shown(self) -> QRectF:
        return self.rect.intersected(self.clip)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as painted."""

    seen: Seen
    words: str
    rect: QRectF
    rigid: bool
    """Neither wraps nor elides."""
    wraps: bool


def on_screen(window: QQuickWindow) -> list[Seen]:
    """Everything visible, parents first; hidden pages are not entered."""
    found: list[Seen] = []

    def enter(item: QQuickItem, name: str, button: Seen | None, clip: QRectF) -> None:
        if not item.isVisible() or item.opacity() < 0.05:
            return
        rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        seen = Seen(item, item.objectName() or name, button, rect, clip)
        found.append(seen)
        if item.clip():
            clip = clip.intersected(rect)
        if item.inherits("QQuickAbstractButton"):
            button = seen
        for child in item.childItems():
            enter(child, seen.name, button, clip)

    enter(window.contentItem(), "", None, QRectF(0, 0, window.width(), window.height()))
    return found


def actionable(screen: list[Seen]) -> list[Seen]:
    """What a finger can use: enabled, and not rolled out of its list."""
    return [
        seen
        for seen in screen
        if any(seen.item.inherits(kind) for kind in _ACTIONABLE)
        and seen.item.isEnabled()
        and seen.shown.width() > 1
        and seen.shown.height() > 1
    ]


def texts(screen: list[Seen]) -> list[Text]:
    """Every text that is seen whole (a list may show a part of its next row)."""
    found = []
    for seen in screen:
        item = seen.item
        if not item.inherits("QQuickText") or not item.property("text"):
            continue
        width, height = item.property("contentWidth"), item.property("contentHeight")
        align, wrap, elide = _enums(item)
        x = {_RIGHT: item.width() - width, _CENTRE: (item.width() - width) / 2}.get(align, 0.0)
        rect = item.mapRectToScene(QRectF(x, (item.height() - height) / 2, width, height))
        if rect.intersected(seen.clip).height() > rect.height() - 1:
            rigid = wrap == _NO_WRAP and elide == _NO_ELIDE
            found.append(Text(seen, str(item.property("text")), rect, rigid, wrap != _NO_WRAP))
    return found


def _enums(item: QQuickItem) -> tuple[int, int, int]:
    """Alignment, wrapping and eliding of a text: PySide cannot convert QQuickText's own enums, QML can."""
    expression = QQmlExpression(qmlContext(item), item, "[effectiveHorizontalAlignment, wrapMode, elide].join()")
    align, wrap, elide = str(expression.evaluate()[0]).split(",")
    return int(align), int(wrap), int(elide)


def broken_targets(screen: list[Seen], unit: float) -> Iterator[str]:
    """Size, name and objectName of everything one can touch, and that no two lie over each other."""
    controls = actionable(screen)
    least = int(TARGET_DP * unit)
    for seen in controls:
        item = seen.item
        if item.width() < least or item.height() < least:
            yield f"{seen.name} is {item.width():.0f}×{item.height():.0f}, less than {least}"
        if not accessible_name(item).strip():
            yield f"{seen.name} has no accessible name"
        if not item.objectName():
            yield f"a control {accessible_name(item)!r} in {seen.name} has no objectName"
    for name, count in Counter(seen.name for seen in controls).items():
        if count > 1:
            yield f"{count} controls are called {name}"
    for first, second in combinations([seen for seen in controls if not seen.name.startswith(_OVER)], 2):
        over = first.shown.intersected(second.shown)
        if over.width() > 1 and over.height() > 1 and not _carries(first, second) and not _carries(second, first):
            yield f"{first.name} and {second.name} lie over each other by {over.width():.0f}×{over.height():.0f}"


def _carries(card: Seen, control: Seen) -> bool:
    """A card that is touched as a whole has smaller controls upon it."""
    return card.name.endswith(".open") and card.rect.contains(control.rect)


def broken_texts(screen: list[Seen], window: QRectF, unit: float) -> Iterator[str]:
    """Size, whole words, inside the window, and no two upon each other."""
    found = texts(screen)
    least = round(SMALLEST_TEXT_DP * unit)
    for text in found:
        item, name = text.seen.item, text.seen.name
        if item.property("font").pixelSize() < least:
            yield f"{text.words!r} in {name} is {item.property('font').pixelSize()} px, less than {least}"
        if item.property("truncated") and not name.startswith(_DATA):
            yield f"{text.words!r} in {name} is cut off"
        if text.rigid and text.rect.width() > item.width() + 1:
            yield f"{text.words!r} in {name} is wider than its place by {text.rect.width() - item.width():.0f}"
        if not window.adjusted(-1, -1, 1, 1).contains(text.rect):
            yield f"{text.words!r} in {name} leaves the window"
        if text.wraps and (word := _broken_word(text)) and not name.startswith(_DATA):
            yield f"{word!r} in {name} is broken inside the word"
        button = text.seen.button
        if button and not button.rect.adjusted(-1, -1, 1, 1).contains(text.rect):
            yield f"{text.words!r} leaves its control {button.name}"
    for first, second in combinations([text for text in found if not text.seen.name.startswith(_OVER)], 2):
        over = first.rect.intersected(second.rect)
        if over.width() > 2 and over.height() > 0.35 * min(first.rect.height(), second.rect.height()):
            yield f"{first.words!r} and {second.words!r} are upon each other in {first.seen.name}"


def _broken_word(text: Text) -> str:
    """The word that is wider than its line, if any; the pseudo-language lengthens words beyond any language's."""
    if text.words.startswith("["):
        return ""
    measure = QFontMetricsF(text.seen.item.property("font"))
    return next(
        (word for word in _BREAKS.split(text.words) if measure.horizontalAdvance(word) > text.seen.item.width() + 2), ""
    )


def broken_sliders(screen: list[Seen]) -> Iterator[str]:
    """What is filled of a slider's line ends under its handle, in both directions of reading."""
    for seen in screen:
        if not seen.item.inherits("QQuickSlider"):
            continue
        handle, line = seen.item.property("handle"), seen.item.property("background")
        middle = handle.mapRectToScene(QRectF(0, 0, handle.width(), handle.height())).center().x()
        for fill in line.childItems():
            if fill.isVisible():
                rect = fill.mapRectToScene(QRectF(0, 0, fill.width(), fill.height()))
                if min(abs(rect.left() - middle), abs(rect.right() - middle)) > handle.width():
                    yield f"{seen.name} is filled from {rect.left():.0f} to {rect.right():.0f}, its handle at {middle:.0f}"


def broken_tabs(screen: list[Seen]) -> Iterator[str]:
    """No more ways to look at one thing than a glance takes in."""
    rows = Counter(id(seen.item.parentItem()) for seen in actionable(screen) if ".tab." in seen.name)
    for count in rows.values():
        if count > MOST_TABS:
            yield f"{count} tabs, more than {MOST_TABS}"


def broken_rules(window: QQuickWindow, unit: float) -> list[str]:
    """All of them."""
    screen = on_screen(window)
    whole = QRectF(0, 0, window.width(), window.height())
    return [
        *broken_targets(screen, unit),
        *broken_texts(screen, whole, unit),
        *broken_tabs(screen),
        *broken_sliders(screen),
    ]
