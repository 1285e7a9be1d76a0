"""Sentences that services say with a name or a number in them, which stands where %1 is; for translators, see `ui.said`."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["NAMED", "take_apart"]

NAMED = (
    str(QT_TRANSLATE_NOOP("Services", "The Python package %1 is not installed on this unit.")),
    str(QT_TRANSLATE_NOOP("Services", "%1 is not installed on this unit.")),
    str(QT_TRANSLATE_NOOP("Services", "%1 is for when the car is parked.")),
    str(QT_TRANSLATE_NOOP("Services", "Pair your phone by Bluetooth. The code is %1.")),
)
_PATTERNS = [(text, re.compile(re.escape(text).replace("%1", "(.+)"), re.DOTALL)) for text in NAMED]


def take_apart(sentence: str) -> tuple[str, str]:
    """The listed sentence and what stands in it for %1; ("", "") when it is none of them."""
    for text, pattern in _PATTERNS:
        if match := pattern.fullmatch(sentence):
            return text, match[1]
    return "", ""
