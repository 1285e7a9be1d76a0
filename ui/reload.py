"""``--reload``: a changed QML or token file loads the QML anew; what QML complains of is shown on the screen."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from ui.display import Display
from ui.theme import THEMES

__all__ = ["Reloader"]

_log = logging.getLogger(__name__)

# An editor writes a file in several steps.
_SETTLES_MS = 150
# Built in, and without our theme: it has to work when nothing else does.
_OVERLAY = b"""
import QtQuick
Rectangle {
    required property string problem
    objectName: "reload.problem"
    color: "#F0201418"
    anchors.fill: parent
    z: 1e6
    Text {
        anchors.fill: parent
        anchors.margins: 32
        color: "white"
        elide: Text.ElideRight
        font.family: "monospace"
        font.pixelSize: 20
        objectName: "reload.problem.text"
        text: parent.problem
        wrapMode: Text.Wrap
    }
}
"""


class Reloader(QObject):
    """Watches the folders a display is made from, as long as it lives."""

    def __init__(self, display: Display, folders: tuple[Path, ...] | None = None) -> None:
        super().__init__()
        self._display = display
        self._folders = folders or (display.options.qml, THEMES)
        self._overlay: QQuickItem | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLES_MS)
        self._watcher.directoryChanged.connect(self._timer.start)
        self._watcher.fileChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._reload)
        display.complained.connect(self.show_problem)
        self._watch()
        if display.errors:
            self.show_problem("\n".join(display.errors))

    def show_problem(self, text: str) -> None:
        """Lay a message over the display; the next reload takes it away."""
        self._hide()
        component = QQmlComponent(self._display.engine)
        component.setData(_OVERLAY, "reload-overlay")
        window = self._display.window
        item = component.createWithInitialProperties({"problem": text, "parent": window.contentItem()})
        if not isinstance(item, QQuickItem):
            _log.error("overlay does not load error=%s", component.errorString())
            return
        self._overlay = item

    def _hide(self) -> None:
        if self._overlay is not None:
            self._overlay.setProperty("visible", False)
            self._overlay.deleteLater()
            self._overlay = None

    def _reload(self) -> None:
        self._watch()
        # It goes with the old window when all is well.
        overlay, self._overlay = self._overlay, None
        problem = self._display.reload()
        if problem:
            self._overlay = overlay
            self.show_problem(problem)
        elif self._display.errors:
            self.show_problem("\n".join(self._display.errors))
        _log.info("reloaded problem=%s", problem)

    def _watch(self) -> None:
        """Folders tell of new files; files that an editor replaces have to be added again."""
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in self._paths() if path not in known]
        if new:
            self._watcher.addPaths(new)

    def _paths(self) -> Iterator[str]:
        for folder in self._folders:
            for path in (folder, *folder.rglob("*")):
                if path.is_dir() or path.suffix in (".qml", ".json", ".js") or path.name == "qmldir":
                    yield str(path)
