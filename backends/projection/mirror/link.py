"""What a protocol writes (`Link`), and what it tells (`LinkListener`): the seam of all whole-screen projections.

A `Link` is one attempt at a connection to one phone: made by the backend's `link`, run once, thrown away. It never tries
again by itself; `MirrorSession` does. docs/protocols/projection-session.md has the states.
"""

# ruff: noqa: B027  # a protocol that cannot do a thing leaves it undone

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.domain import Rules

__all__ = ["SOUND_ROLES", "WAITING_CODES", "Link", "LinkListener", "Point", "Surroundings", "Value"]

SOUND_ROLES = ("media", "guidance", "system", "call", "alert", "voice")
WAITING_CODES = frozenset(
    {"", "no_key_frame", "codec_refused", "locked", "permission", "phone_background", "starting", "other"}
)
"""Why there is no picture; "" when there is one."""

Point = tuple[int, int, float, float, float]
"""Pointer id, phase (0 down, 1 move, 2 up, 3 cancel), x and y (0..1 in the active rectangle), pressure (0..1)."""
Value = float | str | bool | None
"""A value of the vehicle; None: not known."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The car around the phone. ``width``, ``height`` (pixels) and ``dpi`` are the stage's; 0: not known."""

    night: bool = False
    language: str = "en"
    left_hand_drive: bool = True
    name: str = "Pillion"
    width: int = 0
    height: int = 0
    dpi: int = 0
    bluetooth_address: str = ""

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Surroundings:
        """From plain values; what is missing or of another type is left at its default."""
        fields = {name: type(getattr(cls(), name)) for name in cls.__slots__}
        return cls(**{key: value for key, value in given.items() if key in fields and type(value) is fields[key]})


class LinkListener(Protocol):
    """Told by a `Link` from `run` on. All calls are cheap and never raise."""

    def state(self, state: SessionState) -> None:
        """CONNECTING, AUTHENTICATING, NEGOTIATING, READY; in this order, repeats do no harm."""

    def phone(self, facts: Mapping[str, Any]) -> None:
        """name, model (s), battery (0..100), charging (b), signal (0..4); any of them, whenever it is learned."""

    def video_format(self, picture: VideoFormat) -> None: ...
    def config(self, data: bytes, received_ns: int) -> None: ...
    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None: ...

    def room(self) -> bool:
        """A picture sent now is read at once: for a link that makes pictures as fast as they are read. See `Link.room`."""
        ...

    def waiting(self, code: str, text: str) -> None:
        """Why there is no picture, one of `WAITING_CODES`, and what the driver can do about it."""

    def sound(self, role: str, sound: AudioFormat) -> None:
        """A stream of `SOUND_ROLES` begins; the same again does nothing, another format begins anew."""

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None: ...
    def sound_stopped(self, role: str) -> None: ...

    def want_microphone(self, sound: AudioFormat | None) -> None:
        """The phone wants to listen, in this format; None: no more."""

    def want_audio_focus(self, kind: str) -> None:
        """gain, gain_transient, gain_duck, release. Answered by `Link.set_audio_focus`."""

    def native(self) -> None:
        """The phone asks to leave the screen to the car."""

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        """Any of app, title, artist, album, art (bytes or a file URL), duration_us, position_us, status; the others stay."""

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        """The next turn whole, as in Projection1.Turns (``image``: bytes or a file URL); None: guidance is over."""

    def call(self, facts: Mapping[str, Any]) -> None:
        """id, state, name, number, since; state "ended" ends it."""

    def notification(self, facts: Mapping[str, Any]) -> None:
        """id, app, title, text, icon (bytes or a file URL), can_reply, actions; ``gone`` True takes it back."""


class Link(ABC):
    """One attempt. `run` is called once; before it: `resize`, `show`, `set_rules`, `set_surroundings`, `set_vehicle`, each once.

    The other members are called only while `run` runs. Whatever a protocol cannot do stays as it is here: nothing happens.
    """

    @abstractmethod
    async def run(self) -> None:
        """From connecting to the end. Raises the ProjectionError that says why it ended; returning means PhoneEnded.

        A cancel is the orderly end: say goodbye, close, within a second; then it is left alone.
        """

    def show(self, shown: bool) -> None:
        """The driver looks at it, or not: a phone that can saves the pictures."""

    def resize(self, width: int, height: int, dpi: int) -> None:
        """The stage is now this large (pixels); before `run` it is what to negotiate."""

    def request_keyframe(self) -> None:
        """Somebody begins to look."""

    def room(self) -> None:
        """All pictures that were sent have been read."""

    def touch(self, points: Sequence[Point]) -> None:
        """Fingers on the picture."""

    def key(self, key: str, press: bool, release: bool) -> None:
        """A key of Projection1.Key, or rotary_left, rotary_right (one detent)."""

    def text(self, text: str) -> None:
        """Typed on the car's keyboard."""

    def set_rules(self, rules: Rules) -> None:
        """What the vehicle allows now."""

    def set_vehicle(self, values: Mapping[str, Value]) -> None:
        """Values by path (`backends/projection/vehicle_feed.py`): all at first, then what changed."""

    def set_surroundings(self, surroundings: Surroundings) -> None:
        """Night, language and the like."""

    def set_audio_focus(self, state: str) -> None:
        """gain, gain_transient, loss, loss_transient, loss_duck, gain_media_only, guidance_only; unasked too."""

    def microphone(self, pcm: bytes, pts_us: int) -> None:
        """What the car hears, in the format that was asked for."""

    def call_action(self, call: str, action: str) -> None:
        """accept, reject, hangup, hold, mute."""

    def notification_action(self, notification: str, action: str, text: str) -> None:
        """One of its actions, "dismiss", or "reply" with a text."""

    def report(self) -> list[tuple[str, str, str]]:
        """What was negotiated: group, name, value. Also asked after the end."""
        return []
