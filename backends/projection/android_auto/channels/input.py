"""Fingers, keys and the knob, in the phone's own coordinates and codes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import ClassVar

from backends.projection import android_keys
from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import InputSource, Service, Touchscreen
from backends.projection.android_auto.ids import Input as Kind
from backends.projection.android_auto.ids import Status
from backends.projection.android_auto.messages import (
    BindingRequest,
    Feedback,
    InputReport,
    KeyPress,
    Keys,
    Relative,
    RelativeEvent,
    StatusOnly,
    Touch,
    TouchPoint,
)
from backends.projection.mirror import Point

__all__ = ["KEYCODES", "ROTARY", "Input"]

ROTARY = 65536
_WORDS = (
    "home", "back", "call", "hangup", "up", "down", "left", "right", "ok", "search", "play_pause", "stop", "next", "previous",
    "rewind", "fast_forward", "play", "pause", "mute",
)  # fmt: skip
KEYCODES = {
    **{word: android_keys.KEYCODES[word] for word in _WORDS},
    "enter": android_keys.KEYCODES["ok"],
    "voice": android_keys.KEYCODES["search"],
}
"""Those that the phone is told; others (volume above all) are the car's own."""
_TURNS = {"rotary_left": -1, "rotary_right": 1}
_DOWN, _MOVE, _UP, _CANCEL = range(4)
_ACTION_DOWN, _ACTION_UP, _ACTION_MOVE, _ACTION_POINTER_DOWN, _ACTION_POINTER_UP = 0, 1, 2, 5, 6
_CAPACITIVE = 1


class Input(Channel):
    """Touch has the size of what is shown: the picture without its margins."""

    NAME: ClassVar[str] = "input"

    def __init__(self, peer: Peer, number: int) -> None:
        super().__init__(peer, number)
        _, _, self._width, self._height = peer.car.panel.active
        self._down: dict[int, tuple[int, int]] = {}
        self._stamp_us = 0

    def service(self) -> Service:
        codes = tuple(sorted({*KEYCODES.values(), ROTARY}))
        screen = Touchscreen(width=self._width, height=self._height, kind=_CAPACITIVE)
        return Service(id=self.number, input=InputSource(keycodes=codes, touchscreen=screen, display=0))

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Kind.BINDING_REQUEST:
                known = {*KEYCODES.values(), ROTARY}
                bound = all(code in known for code in BindingRequest.decode(body).codes)
                self.send(Kind.BINDING_RESPONSE, StatusOnly(status=Status.OK if bound else Status.KEY_NOT_BOUND))
            case Kind.FEEDBACK:
                Feedback.decode(body)
            case _:
                return False
        return True

    def touch(self, points: Sequence[Point]) -> None:
        """Fingers, 0..1 in what is shown. Moves of one call go out together."""
        moved = False
        for pointer, phase, x, y, _ in points:
            place = (
                min(self._width - 1, max(0, int(x * self._width))),
                min(self._height - 1, max(0, int(y * self._height))),
            )
            known = pointer in self._down
            if phase == _MOVE and known:
                moved |= self._down[pointer] != place
                self._down[pointer] = place
                continue
            if moved:
                moved = False
                self._report(_ACTION_MOVE, 0)
            if phase == _DOWN and not known:
                self._down[pointer] = place
                self._concerning(pointer, _ACTION_DOWN, _ACTION_POINTER_DOWN)
            elif phase in (_UP, _CANCEL) and known:
                self._lift(pointer, place, cancel=phase == _CANCEL)
        if moved:
            self._report(_ACTION_MOVE, 0)

    def key(self, key: str, *, press: bool, release: bool) -> None:
        """A key by its name; one that the phone has not is left out."""
        if key in _TURNS:
            if press:
                turn = Relative(code=ROTARY, delta=_TURNS[key])
                self._send(InputReport(timestamp_us=self._now(), relative=RelativeEvent(items=(turn,))))
        elif (code := KEYCODES.get(key)) is not None:
            for down in (True, False):
                if press if down else release:
                    keys = Keys(keys=(KeyPress(code=code, down=down, meta=0, long=False),))
                    self._send(InputReport(timestamp_us=self._now(), keys=keys))

    def closed(self) -> None:
        super().closed()
        self._down.clear()

    def report(self) -> list[tuple[str, str]]:
        return [("Touchscreen", f"{self._width}x{self._height}")]

    def _lift(self, pointer: int, place: tuple[int, int], *, cancel: bool) -> None:
        """There is no cancelling: the finger slides into the corner first, so that nothing is pressed."""
        if cancel:
            self._down[pointer] = (0, 0)
            self._report(_ACTION_MOVE, 0)
        else:
            self._down[pointer] = place
        self._concerning(pointer, _ACTION_UP, _ACTION_POINTER_UP)
        del self._down[pointer]

    def _concerning(self, pointer: int, only: int, among: int) -> None:
        self._report(only if len(self._down) == 1 else among, list(self._down).index(pointer))

    def _report(self, action: int, index: int) -> None:
        points = tuple(TouchPoint(x=x, y=y, pointer=pointer) for pointer, (x, y) in self._down.items())
        touch = Touch(points=points, index=index, action=action)
        self._send(InputReport(timestamp_us=self._now(), touch=touch))

    def _send(self, report: InputReport) -> None:
        if self.is_open:
            self.send(Kind.REPORT, report)

    def _now(self) -> int:
        self._stamp_us = max(self._stamp_us + 1, time.monotonic_ns() // 1000)
        return self._stamp_us
