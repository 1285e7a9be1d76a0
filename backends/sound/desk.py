"""The mixing desk: which streams there are, which of them sound, and so how loud each is and who has the focus.

Lives in the loop's thread. Sound is judged as it comes, some time before it is heard: music is down when the voice begins.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from backends.core.stream import AudioFormat, StreamError
from backends.sound.device import Device
from backends.sound.focus import MUSIC, FocusKind, FocusState, FocusTable, Sound
from backends.sound.gain import SILENT_DB
from backends.sound.intake import Intake
from backends.sound.mixer import Mixer
from backends.sound.rules import Rules
from backends.sound.voice import Voice

__all__ = ["Desk", "Stream"]

_LOOK_S = 0.1
_NEW_AFTER_S = 1.0
"""Music after so much silence is somebody who wants to hear it now."""
_RATES = range(8_000, 48_001)
_log = logging.getLogger(__name__)


class Stream:
    """One owner's sound in one role."""

    def __init__(self, desk: Desk, owner: str, role: str, name: str, fd: int) -> None:
        self.owner, self.role, self.name = owner, role, name
        self.voice: Voice | None = None
        self.came_s = self.loud_s = float("-inf")
        self.muted = False
        self.state = "waiting"
        self._desk = desk
        self._intake = Intake(fd, self)

    def on_format(self, sound: AudioFormat) -> None:
        if (sound.codec, sound.bits) != ("s16l", 16) or sound.rate not in _RATES or sound.channels not in (1, 2):
            raise StreamError(f"{sound.codec} {sound.rate} Hz, {sound.channels} channels, {sound.bits} bits")
        if self.voice is None or self.voice.sound != sound:
            self._desk.set_voice(self, sound)

    def on_samples(self, pcm: bytes) -> bool:
        assert self.voice is not None
        now_s = time.monotonic()
        peak = self.voice.push(pcm, now_s)
        self._desk.heard(self, peak, now_s)
        return self.voice.room

    def on_end(self, problem: str) -> None:
        if problem:
            _log.warning("sound refused owner=%s role=%s reason=%s", self.owner, self.role, problem)
        if self.voice is not None:
            self.voice.ending = True
        self._desk.look_soon()

    def close(self) -> None:
        """At once."""
        self._intake.close()

    @property
    def over(self) -> bool:
        """It ended and was heard."""
        return self._intake.closed and (self.voice is None or self.voice.done)


class Desk:
    """``focus_changed`` is told an owner and its state, ``streams_changed`` that a stream came, went or has another state."""

    def __init__(
        self,
        rules: Rules,
        mixer: Mixer,
        device: Device,
        focus_changed: Callable[[str, str], object],
        streams_changed: Callable[[], object],
    ) -> None:
        self._rules, self._mixer, self._device = rules, mixer, device
        self._focus_changed, self._streams_changed = focus_changed, streams_changed
        self._focus = FocusTable(rules)
        self._told: dict[str, FocusState] = {}
        self._sounding: set[Sound] = set()
        self._outside: set[Sound] = set()
        self._implied: set[str] = set()
        """Owners whose focus was taken for their stream's sake."""
        self._look: asyncio.TimerHandle | None = None
        self.streams: dict[Sound, Stream] = {}

    # -- streams -----------------------------------------------------------------------------------------------------

    def play(self, owner: str, role: str, name: str, fd: int) -> None:
        """A new stream; it takes the place of the one before. Raises OSError, and the descriptor stays the caller's."""
        stream = Stream(self, owner, role, name, fd)
        self._drop(self.streams.get((owner, role)))
        self.streams[owner, role] = stream
        self._device.prepare(role)
        self._streams_changed()

    def end(self, owner: str, role: str) -> None:
        """Silence now; an empty role is all of them."""
        for stream in list(self.streams.values()):
            if stream.owner == owner and role in ("", stream.role):
                self._drop(stream)
        self._review()

    def set_voice(self, stream: Stream, sound: AudioFormat) -> None:
        """A stream's format is known, or is another one."""
        if stream.voice is not None:
            self._mixer.remove(stream.role, stream.voice)
        role = self._rules.roles[stream.role]
        stream.voice = Voice(sound, role.buffer_ms / 1000, live=role.live)
        stream.voice.ramp.jump(self._level(stream, self._focus.states(self._sounding)))
        self._mixer.add(stream.role, stream.voice)

    def heard(self, stream: Stream, peak: float, now_s: float) -> None:
        """Samples came."""
        stream.came_s = now_s
        if peak >= 10 ** (self._rules.ramps.quietest_db / 20):
            silent_s = now_s - stream.loud_s
            stream.loud_s = now_s
            if stream.role == MUSIC and silent_s > _NEW_AFTER_S and self._wants_focus(stream.owner):
                self._implied.add(stream.owner)
                self._focus.request(stream.owner, FocusKind.GAIN, self._sounding)
                self._review()
        if (stream.owner, stream.role) not in self._sounding and self._sounds(stream, now_s):
            self._review()
        if not self._device.is_running(stream.role):
            self._device.wake()
        self.look_soon()

    def close(self) -> None:
        """Everything ends."""
        if self._look is not None:
            self._look.cancel()
            self._look = None
        for stream in list(self.streams.values()):
            self._drop(stream)

    def _drop(self, stream: Stream | None) -> None:
        if stream is None:
            return
        stream.close()
        if stream.voice is not None:
            self._mixer.remove(stream.role, stream.voice)
        if self.streams.get((stream.owner, stream.role)) is stream:
            del self.streams[stream.owner, stream.role]
        self._streams_changed()

    # -- focus -------------------------------------------------------------------------------------------------------

    @property
    def owners(self) -> int:
        """How many have asked."""
        return len(self._focus)

    def request(self, owner: str, kind: FocusKind) -> FocusState:
        """Ask for the focus."""
        self._implied.discard(owner)
        self._focus.request(owner, kind, self._sounding)
        state = self._told[owner] = self._focus.states(self._sounding)[owner]
        self._review()
        return state

    def release(self, owner: str) -> None:
        """Let go of it."""
        self._focus.release(owner)
        self._told.pop(owner, None)
        self._review()

    def states(self) -> dict[str, str]:
        """By owner."""
        return {owner: str(state) for owner, state in self._told.items()}

    def sounding(self, owner: str, role: str, sounding: bool) -> None:
        """Somebody plays by itself."""
        (self._outside.add if sounding else self._outside.discard)((owner, role))
        self._review()

    def forget(self, owner: str) -> None:
        """Whoever it was is gone."""
        self._outside = {sound for sound in self._outside if sound[0] != owner}
        self.end(owner, "")
        self.release(owner)

    def _wants_focus(self, owner: str) -> bool:
        return owner not in self._focus or self._focus.has_lost(owner)

    # -- what follows from it ----------------------------------------------------------------------------------------

    def look_soon(self) -> None:
        """Sound ends without an event: look every now and then while there is any."""
        if self._look is None:
            self._look = asyncio.get_running_loop().call_later(_LOOK_S, self._look_now)

    def _look_now(self) -> None:
        self._look = None
        for stream in list(self.streams.values()):
            if stream.over:
                self._drop(stream)
                if not any(other.owner == stream.owner for other in self.streams.values()):
                    self._let_go(stream.owner)
        self._review()
        if self._sounding - self._outside or any(s.voice is not None and s.voice.wanted for s in self.streams.values()):
            self.look_soon()

    def _let_go(self, owner: str) -> None:
        """Focus that was taken for a stream's sake goes with it; whoever asked keeps it."""
        if owner in self._implied:
            self._implied.discard(owner)
            self._focus.release(owner)
            self._told.pop(owner, None)

    def _sounds(self, stream: Stream, now_s: float) -> bool:
        role = self._rules.roles[stream.role]
        held_s = (self._rules.ramps.hold_ms + role.buffer_ms + role.device_ms) / 1000
        return now_s - (stream.came_s if role.lasts else stream.loud_s) < held_s

    def _level(self, stream: Stream, states: dict[str, FocusState]) -> float:
        """dB for a stream; `SILENT_DB` when somebody else is to be heard."""
        down_db = 0.0
        for owner, name in self._sounding:
            if (owner, name) == (stream.owner, stream.role):
                continue
            role = self._rules.roles[name]
            if stream.role in role.pauses:
                return SILENT_DB
            down_db = max(down_db, role.ducks.get(stream.role, 0.0))
        if stream.role == MUSIC and (state := states.get(stream.owner)) is not None:
            if not state.heard:
                return SILENT_DB
            if state is FocusState.LOSS_DUCK:
                down_db = max(down_db, self._rules.ramps.duck_db)
        return -down_db

    def _review(self) -> None:
        now_s = time.monotonic()
        self._sounding = {key for key, stream in self.streams.items() if self._sounds(stream, now_s)} | self._outside
        states = self._focus.states(self._sounding)
        changed = False
        for stream in self.streams.values():
            if stream.voice is not None:
                self._ramp(stream, stream.voice, self._level(stream, states))
                changed = changed or self._describe(stream, stream.voice, now_s)
        for owner, state in states.items():
            if self._told.get(owner) is not state:
                self._told[owner] = state
                self._focus_changed(owner, str(state))
        if changed:
            self._streams_changed()

    def _ramp(self, stream: Stream, voice: Voice, level_db: float) -> None:
        ramps = self._rules.ramps
        stream.muted = level_db <= SILENT_DB
        if stream.muted or voice.ramp.target_db <= SILENT_DB:
            voice.ramp.go(level_db, ramps.silence_ms)
        else:
            voice.ramp.go(level_db, ramps.down_ms if level_db < voice.ramp.target_db else ramps.up_ms)

    def _describe(self, stream: Stream, voice: Voice, now_s: float) -> bool:
        if voice.ending:
            state = "ending"
        elif stream.muted:
            state = "muted"
        elif now_s - stream.came_s > _NEW_AFTER_S or not (voice.playing or stream.state == "silent"):
            state = "waiting"
        else:
            state = "playing" if now_s - stream.loud_s < _NEW_AFTER_S else "silent"
        differs, stream.state = state != stream.state, state
        return differs
