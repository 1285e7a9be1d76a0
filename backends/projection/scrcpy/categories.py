"""What well-known apps are for, from `app_categories.json`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from backends.projection.defs import Category

__all__ = ["category_of"]


def category_of(package: str) -> Category:
    """What an app is for; OTHER when the table does not have it."""
    return _table().get(package, Category.OTHER)


@cache
def _table() -> dict[str, Category]:
    listed = json.loads((Path(__file__).parent / "app_categories.json").read_text(encoding="utf-8"))
    return {package: category for category in Category for package in listed.get(category, [])}
