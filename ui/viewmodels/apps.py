"""Apps of a phone as a list: which come first, which are found."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtQml import QmlElement

from ui.qt import QmlUncreatable
from ui.viewmodels.lists import Row, RowModel

__all__ = ["FAVOURITES", "AppModel", "app_rows", "by_rank", "listed"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FAVOURITES = 4
"""How many there is room for where all are too many."""
_ICONS = {"navigation": "navigation", "audio": "music-2", "video": "video", "message": "message-circle"}
_CATEGORY_ORDER = ("navigation", "audio", "message", "other", "video")
Apps = Sequence[Mapping[str, Any]]


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class AppModel(RowModel):
    """Apps of the active phone; ``picture`` is its icon's URL or empty, ``iconName`` one of assets/icons to stand for it,
    ``seed`` a hue 0..359 that stays with an app."""

    ROLES: ClassVar[tuple[str, ...]] = (
        "appId",
        "name",
        "category",
        "iconName",
        "seed",
        "running",
        "picture",
        "favourite",
    )


def app_rows(apps: Apps, running: set[Any]) -> list[Row]:
    """As the phone lists them; ``running``: ids of those that are open."""
    return [_row(app, app.get("id") in running) for app in apps]


def by_rank(rows: Sequence[Row], apps: Apps, recent: Sequence[str]) -> list[Row]:
    """Marked ones first, then those opened last, those opened often, then what a driver is likely to want."""
    uses = _uses(apps)

    def rank(row: Row) -> tuple[bool, int, int, int]:
        app, category = str(row["appId"]), str(row["category"])
        last = recent.index(app) if app in recent else len(recent)
        order = _CATEGORY_ORDER.index(category) if category in _CATEGORY_ORDER else 3
        return (not row["favourite"], last, -uses.get(app, 0), order)

    return sorted(rows, key=rank)


def listed(rows: Sequence[Row], ranked: Sequence[Row], apps: Apps, find: str) -> list[Row]:
    """For a list of all: marked and used ones on top, the others as they come; only names that contain ``find``.

    What was just opened does not jump about under the driver's finger: the list goes by uses, not by the last one.
    """
    uses = _uses(apps)
    top = [row for row in ranked if row["favourite"] or uses.get(str(row["appId"]))]
    top.sort(key=lambda row: (not row["favourite"], -uses.get(str(row["appId"]), 0)))
    everything = [*top, *(row for row in rows if row not in top)]
    wanted = find.strip().casefold()
    return [row for row in everything if wanted in str(row["name"]).casefold()]


def _uses(apps: Apps) -> dict[str, int]:
    return {str(app.get("id")): int(app.get("uses", 0)) for app in apps}


def _row(app: Mapping[str, Any], running: bool) -> Row:
    category = str(app.get("category", "other"))
    icon = str(app.get("icon", ""))
    return {
        "appId": app.get("id", ""),
        "name": app.get("name", ""),
        "category": category,
        "iconName": _ICONS.get(category, "app-window"),
        "seed": zlib.crc32(str(app.get("id", "")).encode()) % 360,
        "running": running,
        "picture": QUrl.fromLocalFile(icon).toString() if icon else "",
        "favourite": bool(app.get("favourite", False)),
    }
