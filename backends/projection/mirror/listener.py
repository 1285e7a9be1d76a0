"""The ear of a session at one attempt's link; deaf once the attempt is over, whatever still runs on the protocol's side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.mirror.link import LinkListener

if TYPE_CHECKING:
    from backends.projection.mirror.session import MirrorSession

__all__ = ["Ear"]


class Ear(LinkListener):
    """See `LinkListener`."""

    def __init__(self, session: MirrorSession) -> None:
        self._session = session
        self.deaf = False

    def state(self, state: SessionState) -> None:
        if not self.deaf:
            self._session.advance(state)

    def phone(self, facts: Mapping[str, Any]) -> None:
        if not self.deaf:
            self._session.learn(facts)

    def video_format(self, picture: VideoFormat) -> None:
        if not self.deaf:
            self._session.sight.format(picture)

    def config(self, data: bytes, received_ns: int) -> None:
        if not self.deaf:
            self._session.sight.feed.config(data, received_ns)

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        if not self.deaf:
            self._session.sight.frame(data, pts_us, received_ns, key=key)

    def room(self) -> bool:
        return not self.deaf and self._session.sight.feed.room

    def waiting(self, code: str, text: str) -> None:
        if not self.deaf:
            self._session.sight.wait(code, text)

    def sound(self, role: str, sound: AudioFormat) -> None:
        if not self.deaf:
            self._session.sounds.begin(role, sound)

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        if not self.deaf:
            self._session.sounds.samples(role, data, pts_us, received_ns)

    def sound_stopped(self, role: str) -> None:
        if not self.deaf:
            self._session.sounds.stop(role)

    def want_microphone(self, sound: AudioFormat | None) -> None:
        if not self.deaf:
            self._session.want_microphone(sound)

    def want_audio_focus(self, kind: str) -> None:
        if not self.deaf:
            self._session.want_audio_focus(kind)

    def native(self) -> None:
        if not self.deaf:
            self._session.native()

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        if not self.deaf:
            self._session.story.now_playing(facts)

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        if not self.deaf:
            self._session.story.turn(facts)

    def call(self, facts: Mapping[str, Any]) -> None:
        if not self.deaf:
            self._session.story.call(facts)

    def notification(self, facts: Mapping[str, Any]) -> None:
        if not self.deaf:
            self._session.story.notification(facts)
