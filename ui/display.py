"""The display: one shell of view-models, one QML engine, one window. It needs a QGuiApplication and nothing else to be seen."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from backends.interfaces import Link, connect
from ui.clients import Clients
from ui.clients.hook import Hook
from ui.clock import Clock
from ui.fonts import install_fonts
from ui.hardkeys import HardKeys
from ui.icons import install_providers
from ui.panels import DEFAULT_SIZE, dpi_of
from ui.preferences import Preferences, cache_file
from ui.theme import ThemeError, ensure_theme
from ui.video.surface import VideoSurface
from ui.viewmodels.cluster import ClusterViewModel
from ui.viewmodels.shell import ShellOptions, ShellViewModel

__all__ = ["QML", "Display", "DisplayError", "DisplayOptions", "version"]

_log = logging.getLogger(__name__)

QML_TYPES = (VideoSurface,)
"""Registered with QML by being imported."""
QML = Path(__file__).resolve().parent.parent / "qml"
_WINDOWS = {"main": ("Pillion", "Main", "Main.qml"), "cluster": ("Pillion", "Cluster", "ClusterWindow.qml")}
_EMPTY_WINDOW = (Path(__file__).parent / "empty_window.qml").as_uri()


class DisplayError(Exception):
    """The QML does not load; the text holds Qt's messages with file and line."""


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """``dpi`` None: as the panel of that size has. ``preferences``: one-off values by key. ``remember``: keep the last look."""

    size: tuple[int, int] = DEFAULT_SIZE
    dpi: float | None = None
    ui_test: bool = False
    preferences: Mapping[str, Any] = field(default_factory=dict)
    frozen: datetime | None = None
    remember: bool = False
    full_screen: bool = False
    reload: bool = False
    window: str = "main"
    """main, or cluster: the instrument cluster in place of the head unit's window."""
    qml: Path = QML


def version() -> str:
    """Of this package."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("pillion")
    except PackageNotFoundError:
        return "0"


class Display:
    """Loaded when made, seen after `show`, alive after `connect`. Raises DisplayError when the QML does not load."""

    def __init__(self, options: DisplayOptions | None = None) -> None:
        self.options = options or DisplayOptions()
        _prepare_application()
        clients = Clients()
        remember = cache_file() if self.options.remember else None
        self.shell = ShellViewModel(
            clients,
            Preferences(clients.settings, self.options.preferences, remember),
            Clock(self.options.frozen),
            ShellOptions(
                dpi=self.options.dpi or dpi_of(self.options.size),
                ui_test=self.options.ui_test,
                version=version,
                window=self.options.window,
            ),
        )
        self.cluster: ClusterViewModel | None = None
        if self.options.window == "cluster":
            self.cluster = ClusterViewModel(clients.vehicle, self.shell.preferences, self.shell)
            # Of the pages there it is the one that asks for no pictures of the phone.
            self.shell.requestPage("vehicle")
        else:
            # Keys belong to the head unit: two windows must not both turn the volume.
            self.hard_keys = HardKeys(self.shell, lambda: self.window, self.shell)
        self.closed: Hook[[]] = Hook()
        """Somebody closed the window."""
        self.complained: Hook[[str]] = Hook()
        """QML complained while it ran."""
        self._errors: list[str] = []
        self.engine: QQmlApplicationEngine
        self._window: QQuickWindow
        self._link: Link | None = None
        self._owns_link = False
        self._loading = False
        try:
            self._load(Path(self.options.qml, *_WINDOWS[self.options.window]).as_uri())
        except DisplayError:
            if not self.options.reload:
                raise
            # Somebody is at work on it: stay, and let the message be shown until it loads.
            problems = list(self._errors)
            self._load(_EMPTY_WINDOW)
            self._errors = problems
        self.shell.i18n.changed.connect(self._retranslate)

    @property
    def window(self) -> QQuickWindow:
        """The window. Its wrapper dies with that of any item that was asked for its window(): then this is a new one."""
        if not shiboken6.isValid(self._window):
            self._window = _root_window(self.engine)
        return self._window

    @property
    def errors(self) -> list[str]:
        """What QML complained of since it was loaded."""
        return list(self._errors)

    def show(self) -> None:
        """Put the window up."""
        if self.options.full_screen:
            self.window.showFullScreen()
        else:
            self.window.show()

    async def connect(self, link: Link | str | None) -> None:
        """Follow the services through a link, or over the bus at an address (None: the session's). Needs a running loop."""
        if link is None or isinstance(link, str):
            self._link, self._owns_link = await connect(link), True
        else:
            self._link = link
        self.shell.clients.attach(self._link)

    async def close(self) -> None:
        """Let go of the services, then of the window."""
        await self.shell.clients.detach()
        if self._link is not None and self._owns_link:
            await self._link.close()
        self._link = None
        self.unload()

    def unload(self) -> None:
        """Window and engine go before the view-models: else every binding would log an error about its missing object."""
        self.shell.projection.release()
        self.shell.rear.release()
        if shiboken6.isValid(self.engine):
            self._drop(self.engine, self.window)
        # Whoever comes next in this application begins without our words.
        self.shell.i18n.fall_silent()

    def reload(self) -> str:
        """Load the QML anew and keep everything else: view-models, page, place on the screen. Returns what went wrong.

        When it does not load, the old window stays as it is.
        """
        old_engine, old_window = self.engine, self.window
        try:
            self._load(Path(self.options.qml, *_WINDOWS[self.options.window]).as_uri())
        except (DisplayError, ThemeError) as error:
            if self.engine is not old_engine:
                shiboken6.delete(self.engine)
            self.engine, self._window = old_engine, old_window
            return str(error)
        if old_window.isVisible():
            self.window.setGeometry(old_window.geometry())
            self.show()
        self._drop(old_engine, old_window)
        self.shell.reloaded()
        return ""

    def resize(self, width: int, height: int, dpi: float | None = None) -> None:
        """Another panel, with the density that panels of this size have."""
        self.shell.set_dpi(dpi or dpi_of((width, height)))
        self.window.resize(width, height)

    def _load(self, source: str) -> None:
        themes = ensure_theme()
        self._errors.clear()
        self._loading = True
        self.engine = QQmlApplicationEngine()
        self.engine.warnings.connect(self._on_warnings)
        for path in (themes, self.options.qml):
            self.engine.addImportPath(str(path))
        install_providers(self.engine)
        width, height = self.options.size
        self._prepare_theme(width, height)
        properties: dict[str, object] = {"shell": self.shell, "width": width, "height": height, "visible": False}
        if self.cluster is not None and source != _EMPTY_WINDOW:
            properties["cluster"] = self.cluster
        self.engine.setInitialProperties(properties)
        self.engine.load(QUrl(source))
        self._loading = False
        if not self.engine.rootObjects():
            raise DisplayError("\n".join(self._errors))
        self._window = _root_window(self.engine)
        self._window.visibleChanged.connect(self._on_visible)

    def _prepare_theme(self, width: int, height: int) -> None:
        """What Main.qml binds as it is loaded, beforehand: else everything is laid out and every icon drawn three times."""
        with self.shell.i18n.unspoken():
            theme = self.engine.singletonInstance("Pillion.Theme", "Theme")
        if not isinstance(theme, QObject):
            return  # the load that follows says why
        shell = self.shell
        values = {"width": width, "height": height, "dpi": shell.dpi, "scale": shell.scale}
        looks = {"brand": shell.brand, "night": shell.night, "driverRight": shell.driverSide == "right"}
        for name, value in {**values, **looks}.items():
            theme.setProperty(name, value)

    def _drop(self, engine: QQmlApplicationEngine, window: QQuickWindow) -> None:
        window.visibleChanged.disconnect(self._on_visible)
        window.close()
        engine.warnings.disconnect(self._on_warnings)
        shiboken6.delete(engine)
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))

    def _on_visible(self, shown: bool) -> None:
        self.shell.set_window_shown(shown)
        if not shown:
            self.closed.emit()

    def _on_warnings(self, errors: list[QQmlError]) -> None:
        self._errors += [error.toString() for error in errors]
        if not self._loading:
            self.complained.emit("\n".join(self._errors))

    def _retranslate(self) -> None:
        self.engine.retranslate()


def _root_window(engine: QQmlApplicationEngine) -> QQuickWindow:
    root = engine.rootObjects()[0]
    if not isinstance(root, QQuickWindow):
        raise DisplayError("Main.qml is no window")
    return root


def _prepare_application() -> None:
    """Fonts and names, once for the application."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    if app.property("pillionPrepared"):
        return
    app.setApplicationName("pillion")
    app.setApplicationDisplayName("Pillion")
    app.setDesktopFileName("pillion")
    install_fonts()
    app.setProperty("pillionPrepared", True)
