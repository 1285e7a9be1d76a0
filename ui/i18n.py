"""Languages by Qt Linguist: sources in ``assets/i18n/pillion_<code>.ts``, compiled to ``.qm`` outside version control."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import PySide6
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable

__all__ = ["PSEUDO", "I18n", "compiled", "lengthened", "write_pseudo"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "assets" / "i18n"
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa"})


def _compiled_dir() -> Path:
    if (ROOT / ".git").exists() and os.access(ROOT, os.W_OK):
        return ROOT / "build" / "i18n"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pillion" / "i18n"


PSEUDO = "xx"
"""A language for tests alone: English in accented letters, 40 % longer, in brackets that show what was cut off."""
_ACCENTED = str.maketrans("aeiouAEIOUnc", "áéíóúÁÉÍÓÚñç")
_PLACEHOLDER = re.compile(r"(%L?\d|%n|\{\w*\})")
_PADDING = "lorém ípsúm dólor sít ámét"


def lengthened(text: str) -> str:
    """Text 40 % longer than it is, its placeholders kept."""
    parts = [part if _PLACEHOLDER.fullmatch(part) else part.translate(_ACCENTED) for part in _PLACEHOLDER.split(text)]
    room = max(1, round(len(text) * 0.4) - 2)
    repeated = (_PADDING + " ") * (room // len(_PADDING) + 1)
    return f"[{''.join(parts)}{repeated[:room].rstrip()}]"


def write_pseudo(source: Path, target: Path) -> None:
    """Make the pseudo-language's catalogue from the sources of another one."""
    import xml.etree.ElementTree as ET

    tree = ET.parse(source)  # noqa: S314  # our own file: no hostile entities to fear
    tree.getroot().set("language", "en")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        text = lengthened(message.findtext("source", ""))
        assert translation is not None
        plural = list(translation)
        translation.clear()
        if plural:
            for _ in range(2):
                ET.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    tree.write(target, encoding="unicode", xml_declaration=True)


def compiled(language: str, sources: Path = SOURCES) -> Path | None:
    """The compiled catalogue of a language, made anew when its source is newer; None when there is no source."""
    target = _compiled_dir() / f"pillion_{language}.qm"
    source = sources / f"pillion_{language}.ts"
    if language == PSEUDO:
        target.parent.mkdir(parents=True, exist_ok=True)
        model, source = sources / "pillion_de.ts", target.with_suffix(".ts")
        if not source.exists() or source.stat().st_mtime_ns < model.stat().st_mtime_ns:
            write_pseudo(model, source)
    if not source.exists():
        return None
    if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    # Compiling is rare, and a start pays for every import.
    import subprocess

    lrelease = Path(PySide6.__file__).parent / "lrelease"
    temporary = target.with_suffix(f".{os.getpid()}")
    result = subprocess.run(
        [lrelease, "-silent", source, "-qm", temporary], capture_output=True, text=True, check=False
    )
    if result.returncode:
        _log.warning("catalogue not compiled language=%s error=%s", language, result.stderr.strip())
        return None
    temporary.replace(target)
    return target


@QmlElement
@QmlUncreatable("created in Python and handed to Main.qml as a property of the shell")
class I18n(QObject):
    """The language in force and the direction it is written in."""

    changed = Signal()

    # The application speaks one language, whichever display asked for it last.
    _installed: ClassVar[QTranslator | None] = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = ""
        self._translator = QTranslator(self)

    @Property(str, notify=changed)
    def language(self) -> str:
        """Code: en, zh_CN, de, ar."""
        return self._language

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return self._language.split("_")[0] in _RIGHT_TO_LEFT

    @staticmethod
    def fall_silent() -> None:
        """The application speaks no language but that of its sources any more."""
        if I18n._installed is not None and shiboken6.isValid(I18n._installed):
            QCoreApplication.removeTranslator(I18n._installed)
        I18n._installed = None

    @staticmethod
    @contextmanager
    def unspoken() -> Iterator[None]:
        """Without any translation, for calls into Qt that keep Python's lock.

        Qt's own threads look words up too (a file that is not there), which takes that lock for a translator made here; a call
        that holds it and waits for such a thread would never return.
        """
        installed = I18n._installed if I18n._installed is not None and shiboken6.isValid(I18n._installed) else None
        if installed is not None:
            QCoreApplication.removeTranslator(installed)
        try:
            yield
        finally:
            if installed is not None:
                QCoreApplication.installTranslator(installed)

    def use(self, language: str) -> None:
        """Speak ``language`` from now on; what has no translation stays English."""
        if language == self._language:
            return
        self._language = language
        self.fall_silent()
        catalogue = compiled(language) if language != "en" else None
        if catalogue is not None and self._translator.load(str(catalogue)):
            QCoreApplication.installTranslator(self._translator)
            I18n._installed = self._translator
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and application.isRightToLeft() != self.rightToLeft:
            # The first touch of the Qt namespace makes all its enums, a tenth of the start: only when it is needed.
            from PySide6.QtCore import Qt

            direction = Qt.LayoutDirection.RightToLeft if self.rightToLeft else Qt.LayoutDirection.LeftToRight
            application.setLayoutDirection(direction)
        self.changed.emit()
