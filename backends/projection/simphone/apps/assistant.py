"""Assistant: a chat with an assistant that runs on the phone. It answers from what the phone knows, and acts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from backends.projection.simphone.apps.base import App, Button, Screen
from backends.projection.simphone.canvas import Painter, text_width, wrap
from backends.projection.simphone.city import city
from backends.projection.simphone.state import PhoneState
from backends.projection.simphone.yuv import Picture

__all__ = ["Assistant"]

_THINKS_S = 0.9
_CHIPS = ("Play something calm", "How is my battery?", "What can I do in Hafen?", "Read my last message")
_ENTER, _DELETE, _PASTE = 66, 67, 279


@dataclass(frozen=True, slots=True)
class _Bubble:
    mine: bool
    text: str
    at: float


class Assistant(App):
    """The conversation, chips to tap, and a line to type in."""

    PACKAGE = "org.example.assistant"
    LABEL = "Assistant"
    ICON = "spark"
    TINT = (104, 84, 206)

    def __init__(self, state: PhoneState, screen: Screen) -> None:
        super().__init__(state, screen)
        now = time.monotonic()
        self._bubbles = [
            _Bubble(False, "Hello Mei. I run on your phone and stay there. What do you need on the way?", now)
        ]
        self._typed = ""
        self._thinking: tuple[float, str] | None = None

    @property
    def page(self) -> str:
        return "thinking" if self._thinking else "chat"

    def describe(self) -> dict[str, object]:
        self._settle(time.monotonic())
        return {
            "typed": self._typed,
            "bubbles": [("me" if bubble.mine else "assistant", bubble.text) for bubble in self._bubbles],
        }

    def next_change_s(self, now: float) -> float | None:
        return 0.2 if self._thinking else None

    def signature(self, now: float) -> object:
        self._settle(now)
        dots = int((now - self._thinking[0]) / 0.2) if self._thinking else -1
        return (len(self._bubbles), self._typed, dots, self.state.dark, self.screen.width, self.screen.height)

    def text(self, text: str) -> None:
        for character in text:
            if character == "\n":
                self._send(self._typed)
            else:
                self._typed += character
        self.screen.changed()

    def key(self, keycode: int) -> bool:
        if keycode == _ENTER:
            self._send(self._typed)
        elif keycode == _DELETE:
            self._typed = self._typed[:-1]
        elif keycode == _PASTE:
            self._typed += self.state.clipboard
        else:
            return False
        self.screen.changed()
        return True

    def _send(self, text: str) -> None:
        text = text.strip()
        self._settle(time.monotonic() + _THINKS_S)
        if text:
            self._bubbles.append(_Bubble(True, text, time.monotonic()))
            self._thinking = (time.monotonic(), self._answer(text.lower()))
            self._typed = ""
        self.screen.changed()

    def _settle(self, now: float) -> None:
        """Put the answer down once it has been thought about."""
        if self._thinking is not None and now - self._thinking[0] >= _THINKS_S:
            self._bubbles.append(_Bubble(False, self._thinking[1], now))
            self._thinking = None

    def _answer(self, question: str) -> str:
        state = self.state
        if "play" in question or "music" in question:
            state.music.set_playing(True)
            return f"Playing {state.music.track.title} by {state.music.track.artist}."
        if "stop" in question or "pause" in question or "quiet" in question:
            state.music.set_playing(False)
            return "The music is paused."
        if "battery" in question:
            return f"Your phone has {state.battery} %" + (
                " and is charging." if state.charging else ". Plug it in and I will keep an eye on it."
            )
        if "time" in question or "late" in question:
            return f"It is {self.state.clock()}."
        if "dark" in question or "night" in question:
            state.set_dark(True)
            return "Dark it is."
        if "light" in question or "day" in question:
            state.set_dark(False)
            return "Switched to the light theme."
        if "message" in question:
            return "Jun wrote ten minutes ago: “We are at the pier, take your time.” Shall I answer that you are on your way?"
        place = next((name for name, _, _ in city().labels if name.lower() in question), None)
        if place is not None:
            return f"In {place} there are two charging stations and a café by the water, four minutes off your route."
        return "I have not learned that yet. I can play music, read messages, and tell you about places on your way."

    def render(self, now: float) -> Picture:
        self._settle(now)
        width, height, palette, px = self.screen.width, self.screen.height, self.palette, self.px
        painter = Painter(width, height, palette.background)
        column = min(width - 2 * px(22), px(900))
        left = (width - column) // 2
        foot = self._foot(painter, left, column)
        head = px(74)
        self._conversation(painter, left, column, head, foot, now)
        painter.box(0, 0, width, head, palette.background)
        painter.box(left, px(16), px(44), px(44), self.TINT, px(22))
        painter.icon("spark", left + px(22), px(38), px(26), (255, 255, 255))
        painter.text(left + px(58), px(29), "Assistant", px(23), palette.text, "semibold")
        painter.text(left + px(58), px(53), "On this phone", px(16), palette.quiet)
        return painter.picture()

    def _foot(self, painter: Painter, left: int, column: int) -> int:
        """Input line and chips, from the bottom; returns where they begin."""
        palette, px = self.palette, self.px
        top = self.screen.height - px(16) - px(58)
        painter.box(left, top, column, px(58), palette.surface, px(29))
        shown, colour = (self._typed, palette.text) if self._typed else ("Ask something", palette.quiet)
        while text_width(shown, px(21)) > column - px(110):
            shown = shown[1:]
        painter.text(left + px(24), top + px(30), shown, px(21), colour)
        if self._typed:
            painter.box(left + px(26) + text_width(shown, px(21)), top + px(17), max(2, px(2)), px(25), palette.accent)
        painter.circle(left + column - px(29), top + px(29), px(22), palette.accent)
        painter.icon("send", left + column - px(29), top + px(29), px(24), palette.on_accent, 2.2)
        self.buttons = [Button(left + column - px(58), top, px(58), px(58), lambda: self._send(self._typed))]
        x, y = left, top - px(14) - px(48)
        for chip in _CHIPS:
            wide = text_width(chip, px(19), "medium") + px(36)
            if x + wide > left + column:
                break
            painter.box(x, y, wide, px(48), palette.raised, px(24))
            painter.text(x + px(18), y + px(25), chip, px(19), palette.text, "medium")
            self.buttons.append(Button(x, y, wide, px(48), self._chip(chip)))
            x += wide + px(10)
        return y - px(12)

    def _chip(self, chip: str) -> Callable[[], None]:
        return lambda: self._send(chip)

    def _conversation(self, painter: Painter, left: int, column: int, top: int, bottom: int, now: float) -> None:
        """Newest at the bottom, older ones above until there is no room."""
        palette, px = self.palette, self.px
        if self._thinking is not None:
            dots = int((now - self._thinking[0]) / 0.2) % 3
            painter.box(left, bottom - px(50), px(92), px(50), palette.surface, px(20))
            for i in range(3):
                painter.circle(
                    left + px(26 + 20 * i), bottom - px(25), px(6), palette.text if i == dots else palette.quiet
                )
            bottom -= px(62)
        for bubble in reversed(self._bubbles):
            lines = wrap(bubble.text, px(21), min(px(560), round(column * 0.8)))
            wide = max(text_width(line, px(21)) for line in lines) + px(40)
            tall = len(lines) * px(29) + px(26)
            if bottom - tall < top:
                break
            x = left + column - wide if bubble.mine else left
            painter.box(x, bottom - tall, wide, tall, palette.accent if bubble.mine else palette.surface, px(20))
            for i, line in enumerate(lines):
                painter.text(
                    x + px(20),
                    bottom - tall + px(28) + i * px(29),
                    line,
                    px(21),
                    palette.on_accent if bubble.mine else palette.text,
                )
            bottom -= tall + px(12)
