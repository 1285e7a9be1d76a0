"""A listener of a link that is told only what makes sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.mirror.link import SOUND_ROLES, WAITING_CODES, LinkListener

__all__ = ["Checked"]


class Checked(LinkListener):
    """Asserts; ``told`` counts what it was told, ``playing`` has the sounds that go on."""

    def __init__(self) -> None:
        self.told: Counter[str] = Counter()
        self.playing: dict[str, AudioFormat] = {}

    def state(self, state: SessionState) -> None:
        self.told["state"] += 1

    def phone(self, facts: Mapping[str, Any]) -> None:
        assert all(isinstance(value, int | str) for value in facts.values()), facts

    def video_format(self, picture: VideoFormat) -> None:
        x, y, width, height = picture.visible
        assert x >= 0
        assert y >= 0
        assert x + width <= picture.width <= 8192
        assert y + height <= picture.height <= 8192

    def config(self, data: bytes, received_ns: int) -> None:
        assert data

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        assert data
        self.told["frame"] += 1

    def room(self) -> bool:
        return True

    def waiting(self, code: str, text: str) -> None:
        assert code in WAITING_CODES

    def sound(self, role: str, sound: AudioFormat) -> None:
        assert role in SOUND_ROLES
        self.playing[role] = sound

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        assert data
        assert len(data) % (2 * self.playing[role].channels) == 0
        self.told["samples"] += 1

    def sound_stopped(self, role: str) -> None:
        del self.playing[role]

    def want_microphone(self, sound: AudioFormat | None) -> None:
        self.told["microphone"] += 1

    def want_audio_focus(self, kind: str) -> None:
        assert kind in ("gain", "gain_transient", "gain_duck", "release")

    def native(self) -> None:
        self.told["native"] += 1

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        assert all(facts[key] >= 0 for key in ("duration_us", "position_us") if key in facts)
        self.told["song"] += 1

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        assert facts is None or (facts["distance_m"] >= -1 and 0 <= facts.get("exit", 0) < 100)
        self.told["turn"] += 1

    def call(self, facts: Mapping[str, Any]) -> None:
        assert facts["state"] in ("incoming", "dialing", "active", "held", "ended")
        self.told["call"] += 1

    def notification(self, facts: Mapping[str, Any]) -> None:
        raise AssertionError("there are none")
