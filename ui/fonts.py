"""The shipped typefaces, and who steps in for a letter they lack."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

__all__ = ["FALLBACKS", "has_chinese", "install_fonts"]

_log = logging.getLogger(__name__)
FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FAMILIES = ("Inter", "Barlow Semi Condensed", "Nunito")
FALLBACKS = ("Inter", "Noto Sans Arabic", "Noto Sans CJK SC")


def install_fonts() -> None:
    """Load assets/fonts into the application and set the order of fallbacks; call once, after QGuiApplication."""
    for path in sorted(FONTS.glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("font cannot be loaded: %s", path.name)
    for family in FAMILIES:
        QFont.insertSubstitutions(family, [name for name in FALLBACKS if name != family])


def has_chinese() -> bool:
    """Whether a face with Chinese characters is there (Debian: fonts-noto-cjk); doctor and Settings say so if not."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
