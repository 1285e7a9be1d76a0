"""Home: the launcher of a display that has system decorations. Tapping an icon starts the app there."""

from __future__ import annotations

from collections.abc import Callable

from backends.projection.simphone.apps.base import App, Button, Screen
from backends.projection.simphone.canvas import Painter
from backends.projection.simphone.state import PhoneState
from backends.projection.simphone.yuv import Picture

__all__ = ["Home"]


class Home(App):
    """A grid of icons; `apps` and `start` are set by the display."""

    PACKAGE = "com.android.launcher3"
    LABEL = "Home"
    SYSTEM = True

    def __init__(self, state: PhoneState, screen: Screen) -> None:
        super().__init__(state, screen)
        self.apps: tuple[type[App], ...] = ()
        self.start: Callable[[str], None] = lambda package: None

    @property
    def page(self) -> str:
        return "home"

    def signature(self, now: float) -> object:
        return (self.state.dark, self.screen.width, self.screen.height)

    def render(self, now: float) -> Picture:
        width, height, palette, px = self.screen.width, self.screen.height, self.palette, self.px
        painter = Painter(width, height, palette.background)
        cell_x, cell_y, size = px(150), px(160), px(84)
        columns = max(1, min(len(self.apps), (width - px(40)) // cell_x))
        rows = -(-len(self.apps) // columns)
        left, top = (width - columns * cell_x) // 2, max(px(20), (height - rows * cell_y) // 2)
        self.buttons = []
        for n, app in enumerate(self.apps):
            x, y = left + n % columns * cell_x + cell_x // 2, top + n // columns * cell_y + px(60)
            painter.box(x - size // 2, y - size // 2, size, size, app.TINT, px(26))
            painter.icon(app.ICON, x, y, px(46), (255, 255, 255))
            painter.text(x, y + px(66), app.LABEL, px(19), palette.text, "medium", "mm")
            self.buttons.append(Button(x - cell_x // 2, y - px(60), cell_x, cell_y, self._launch(app.PACKAGE)))
        return painter.picture()

    def _launch(self, package: str) -> Callable[[], None]:
        return lambda: self.start(package)
