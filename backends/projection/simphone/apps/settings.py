"""Settings: a system app with two switches that do something, and facts about the phone."""

from __future__ import annotations

from collections.abc import Callable

from backends.projection.simphone.apps.base import App, Button
from backends.projection.simphone.canvas import Painter
from backends.projection.simphone.yuv import Picture

__all__ = ["Settings"]


class Settings(App):
    """One list."""

    PACKAGE = "com.android.settings"
    LABEL = "Settings"
    ICON = "gear"
    TINT = (84, 98, 116)
    SYSTEM = True

    def signature(self, now: float) -> object:
        state = self.state
        return (state.dark, state.battery, state.charging, state.music.playing, self.screen.width, self.screen.height)

    def render(self, now: float) -> Picture:
        width, height, palette, px = self.screen.width, self.screen.height, self.palette, self.px
        state, identity = self.state, self.state.identity
        painter = Painter(width, height, palette.background)
        column = min(width - 2 * px(22), px(820))
        left = (width - column) // 2
        painter.text(left, px(46), "Settings", px(32), palette.text, "semibold")
        rows: list[tuple[str, str, bool | None, Callable[[], None] | None]] = [
            ("Dark theme", "", state.dark, lambda: state.set_dark(not state.dark)),
            ("Music", state.music.track.title, state.music.playing, state.music.toggle),
            ("Battery", f"{state.battery} %" + (", charging" if state.charging else ""), None, None),
            (
                "About phone",
                f"{identity.name} · {identity.manufacturer} {identity.model} · Android {identity.android}",
                None,
                None,
            ),
        ]
        self.buttons = []
        top = px(84)
        for title, text, on, action in rows:
            painter.box(left, top, column, px(74), palette.surface, px(18))
            painter.text(left + px(22), top + (px(25) if text else px(37)), title, px(22), palette.text, "medium")
            painter.text(left + px(22), top + px(52), text, px(17), palette.quiet)
            if on is not None:
                x = left + column - px(86)
                painter.box(x, top + px(20), px(62), px(34), palette.accent if on else palette.raised, px(17))
                painter.circle(
                    x + px(45 if on else 17), top + px(37), px(13), palette.on_accent if on else palette.quiet
                )
            if action is not None:
                self.buttons.append(Button(left, top, column, px(74), action))
            top += px(84)
        return painter.picture()
