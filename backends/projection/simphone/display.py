"""A display of the phone: the built-in one, or a virtual one made for a session. It holds apps and hands them input."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from backends.projection.simphone.apps import HOME, App
from backends.projection.simphone.apps.base import Finger
from backends.projection.simphone.apps.home import Home
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from backends.projection.simphone.input import Scroll, Touch
    from backends.projection.simphone.state import PhoneState

__all__ = ["Display"]

_BACK, _HOME = 4, 3
_MEDIA_KEYS = {79: "toggle", 85: "toggle", 126: "play", 127: "pause", 86: "pause", 87: "next", 88: "previous"}
_PHASES = {0: "down", 1: "up", 2: "move", 3: "cancel", 5: "down", 6: "up"}


class Display:
    """Sizes in pixels. Calls come from the event loop; `picture` and `signature` from the encoder's thread."""

    def __init__(self, ident: int, state: PhoneState, width: int, height: int, dpi: int, *, decorated: bool) -> None:
        self.ident = ident
        self.width, self.height, self.dpi = width, height, dpi
        self.max_fps = 0.0
        self.decorated = decorated
        self.lock = threading.RLock()
        self.last_touch: dict[str, object] | None = None
        self.touches = 0
        self.touched_ns = 0
        self.touches_dropped = 0
        self.watchers: list[Callable[[], None]] = []
        self.launch: Callable[[str], None] = lambda package: None
        self._state = state
        self._apps: list[App] = []
        self._installed: tuple[type[App], ...] = ()

    @property
    def app(self) -> App | None:
        """What is in front; None on a bare display where nothing was started."""
        return self._apps[-1] if self._apps else None

    def set_apps(self, installed: tuple[type[App], ...]) -> None:
        """What its launcher offers."""
        self._installed = installed
        self.go_home()

    def changed(self) -> None:
        """Something to be drawn anew."""
        for watcher in list(self.watchers):
            watcher()

    def show(self, app: type[App]) -> None:
        """Start an app in front, or bring it back to the front."""
        with self.lock:
            running = next((one for one in self._apps if type(one) is app), None)
            if running is not None:
                self._apps.remove(running)
            self._apps.append(running or self._made(app))
        self.changed()

    def remove(self, package: str) -> bool:
        """Take an app away, as when it is moved to another display or stopped; whether it was there."""
        with self.lock:
            before = len(self._apps)
            self._apps = [app for app in self._apps if package != app.PACKAGE]
            gone = len(self._apps) != before
        if gone:
            self.changed()
        return gone

    def packages(self) -> list[str]:
        """Packages of the apps here, lowest first."""
        return [app.PACKAGE for app in self._apps]

    def go_home(self) -> None:
        """The launcher on a decorated display; a bare one shows nothing."""
        with self.lock:
            if self.decorated:
                self._apps = [app for app in self._apps if not isinstance(app, HOME)]
                self._apps.append(self._made(HOME))
            else:
                self._apps.clear()
        self.changed()

    def resize(self, width: int, height: int) -> None:
        """A new size; apps lay themselves out again."""
        with self.lock:
            self.width, self.height = width, height
        self.changed()

    def touch(self, touch: Touch, video: tuple[int, int]) -> bool:
        """A finger, in the pixels of a video; False when it was meant for another size than `video`, the present one."""
        with self.lock:
            if (touch.width, touch.height) != video:
                self.touches_dropped += 1
                return False
            x, y = touch.x * self.width // video[0], touch.y * self.height // video[1]
            phase = _PHASES.get(touch.action)
            self.touches += 1
            self.touched_ns = time.monotonic_ns()
            self.last_touch = {
                "action": touch.action,
                "pointer": touch.pointer,
                "x": x,
                "y": y,
                "pressure": round(touch.pressure, 3),
            }
            if self.app is not None and phase is not None:
                self.app.touch(Finger(phase, touch.pointer, x, y))
        return True

    def scroll(self, scroll: Scroll, video: tuple[int, int]) -> bool:
        """A mouse wheel; False when it was meant for another size."""
        with self.lock:
            if (scroll.width, scroll.height) != video:
                self.touches_dropped += 1
                return False
            if self.app is not None:
                x, y = scroll.x * self.width // video[0], scroll.y * self.height // video[1]
                self.app.scroll(x, y, scroll.horizontal, scroll.vertical)
        return True

    def key(self, keycode: int) -> None:
        """A key went down."""
        with self.lock:
            app = self.app
            if keycode == _HOME:
                self.go_home()
            elif keycode == _BACK:
                self._go_back(app)
            elif app is None or not app.key(keycode):
                self._media_key(keycode)

    def text(self, text: str) -> None:
        """Typed text."""
        with self.lock:
            if self.app is not None:
                self.app.text(text)

    def signature(self, now: float) -> object:
        """See App.signature; tells apps and sizes apart too."""
        with self.lock:
            app = self.app
            inner = app.signature(now) if app is not None else 0
            return None if inner is None else (id(app), self.width, self.height, inner)

    def next_change_s(self, now: float) -> float | None:
        """See App.next_change_s."""
        with self.lock:
            return self.app.next_change_s(now) if self.app is not None else None

    def picture(self, now: float) -> Picture:
        """What is on the display."""
        with self.lock:
            if self.app is not None:
                return self.app.render(now)
            black = Picture(self.width, self.height)
            black.fill(0, 0, self.width, self.height, (0, 0, 0))
            return black

    def describe(self) -> dict[str, object]:
        """Facts for tests, as plain JSON."""
        with self.lock:
            app = self.app
            return {
                "id": self.ident,
                "width": self.width,
                "height": self.height,
                "dpi": self.dpi,
                "apps": self.packages(),
                "app": app.PACKAGE if app else None,
                "page": app.page if app else None,
                "details": app.describe() if app else {},
                "last_touch": self.last_touch,
                "touches": self.touches,
                "touched_ns": self.touched_ns,
                "touches_dropped": self.touches_dropped,
            }

    def _go_back(self, app: App | None) -> None:
        if app is None or app.back() or isinstance(app, HOME):
            return
        self._apps.remove(app)
        if not self._apps and self.decorated:
            self.go_home()
        self.changed()

    def _media_key(self, keycode: int) -> None:
        music = self._state.music
        match _MEDIA_KEYS.get(keycode):
            case "toggle":
                music.toggle()
            case "play":
                music.set_playing(True)
            case "pause":
                music.set_playing(False)
            case "next":
                music.skip(1)
            case "previous":
                music.skip(-1)

    def _made(self, kind: type[App]) -> App:
        app = kind(self._state, self)
        if isinstance(app, Home):
            app.apps = self._installed
            app.start = lambda package: self.launch(package)
        return app
