"""Which sound is which: audio commands and samples of the dongle as streams by role, and when the phone listens.

The dongle mixes media, calls, the assistant and alerts into one channel and tells by commands what is on it. Firmware differs in
their order, so nothing here depends on one: a stream begins with its first samples and ends with a command or with silence.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from backends.projection.carlinkit.messages import AudioPacket
from backends.projection.carlinkit.tables import DECODE_TYPES, AudioCommand, AudioType
from backends.projection.defs import AudioFormat
from backends.projection.mirror.link import LinkListener

__all__ = ["MICROPHONE_TYPES", "QUIET_S", "Sounds"]

QUIET_S = 2.0
"""Guidance that was not ended by a command is over after so long without samples."""
MICROPHONE_TYPES = {3: 3, 5: 5}
"""Decode types that the dongle takes upwards; anything else becomes `_VOICE_TYPE`."""
_VOICE_TYPE = 5
_CALL = "1"
_logger = logging.getLogger(__name__)

_STARTS = {
    AudioCommand.CALL_START: "call",
    AudioCommand.VOICE_START: "voice",
    AudioCommand.ALERT_START: "alert",
}
_STOPS = {
    AudioCommand.CALL_STOP: "call",
    AudioCommand.VOICE_STOP: "voice",
    AudioCommand.ALERT_STOP: "alert",
}
_RANK = ("call", "voice", "alert")
"""Who has the main channel when several began."""


@dataclass(slots=True)
class _Stream:
    sound: AudioFormat
    heard_s: float


class Sounds:
    """For one link. ``clock`` gives seconds."""

    def __init__(self, listener: LinkListener, clock: Callable[[], float], *, car_microphone: bool) -> None:
        self._listener = listener
        self._clock = clock
        self._car_microphone = car_microphone
        self._streams: dict[str, _Stream] = {}
        self._main: set[str] = set()
        self._ringing = False
        self._listening = False
        self._focus = ""
        self._media = False
        self.microphone_type: int | None = None
        """Decode type of the samples that the phone waits for; None: it does not listen."""
        self._asked_type = _VOICE_TYPE
        self.streams_seen: dict[str, AudioFormat] = {}

    @property
    def call(self) -> bool:
        """A call is on, or rings."""
        return "call" in self._main or self._ringing

    @property
    def media(self) -> bool:
        """The phone plays, as far as it said."""
        return self._media or "media" in self._streams

    def set_microphone(self, car: bool) -> None:
        """Whether the phone hears the car's microphone."""
        self._car_microphone = car
        self._listen(wanted=self._listening)

    def take(self, packet: AudioPacket, received_ns: int) -> None:
        """An AUDIO message."""
        if packet.command is not None:
            self._command(packet)
        elif packet.samples:
            self._samples(packet, received_ns)
        elif packet.fade_s is not None:
            # The car's own mixer lowers what has to be lowered, by roles; doing both would do it twice.
            _logger.debug("volume=%.2f fade_s=%.2f channel=%d", packet.volume, packet.fade_s, packet.channel)
        else:
            _logger.debug("unknown decode type=%d", packet.decode_type)

    def tick(self) -> None:
        """End what has been quiet; called once a second or so."""
        now_s = self._clock()
        for role in [role for role, one in self._streams.items() if now_s - one.heard_s > QUIET_S and role != "media"]:
            self._stop(role)
        self._tell_focus()

    def record(self, *, wanted: bool) -> None:
        """The commands by which the dongle turns the microphone on and off apart from calls and the assistant."""
        self._listen(wanted=wanted or bool(self._main & {"call", "voice"}))

    def end(self) -> None:
        """The phone is gone."""
        for role in list(self._streams):
            self._stop(role)
        if self.call:
            self._listener.call({"id": _CALL, "state": "ended"})
        self._main.clear()
        self._ringing = self._media = False
        self._listen(wanted=False)
        self._tell_focus()

    # -- samples -----------------------------------------------------------------------------------------------------

    def _samples(self, packet: AudioPacket, received_ns: int) -> None:
        role = self._role(packet.channel)
        sound = DECODE_TYPES[packet.decode_type]
        stream = self._streams.get(role)
        if stream is None or stream.sound != sound:
            self._streams[role] = _Stream(sound, self._clock())
            self.streams_seen[role] = sound
            self._listener.sound(role, sound)
            self._tell_focus()
        else:
            stream.heard_s = self._clock()
        self._listener.samples(role, packet.samples, received_ns // 1000, received_ns)

    def _role(self, channel: int) -> str:
        if channel == AudioType.GUIDANCE:
            return "guidance"
        if channel != AudioType.MAIN:
            return "system"
        return next((role for role in _RANK if role in self._main), "alert" if self._ringing else "media")

    def _stop(self, role: str) -> None:
        if self._streams.pop(role, None) is not None:
            self._listener.sound_stopped(role)

    # -- commands ----------------------------------------------------------------------------------------------------

    def _command(self, packet: AudioPacket) -> None:
        command = packet.command
        if command in _STARTS:
            self._begin(_STARTS[AudioCommand(command)])
        elif command in _STOPS:
            self._finish(_STOPS[AudioCommand(command)])
        elif command == AudioCommand.RINGING:
            if not self.call:
                self._ringing = True
                self._listener.call({"id": _CALL, "state": "incoming"})
        elif command == AudioCommand.INPUT_CONFIG:
            self._asked_type = MICROPHONE_TYPES.get(packet.decode_type, _VOICE_TYPE)
            if self.microphone_type is not None:
                self._listen(wanted=True)
        elif command == AudioCommand.MEDIA_START:
            self._media = True
            self._listener.now_playing({"status": "playing"})
        elif command == AudioCommand.MEDIA_STOP:
            self._media = False
            self._stop("media")
            self._listener.now_playing({"status": "paused"})
        elif command in (AudioCommand.GUIDANCE_STOP, AudioCommand.TURN_STOP):
            self._stop("guidance")
        elif command == AudioCommand.OUTPUT_STOP:
            # During calls it comes and goes every few seconds and means nothing.
            role = self._role(packet.channel)
            if role != "call":
                self._stop(role)
        else:
            _logger.debug("audio command=%s", command)
        self._tell_focus()

    def _begin(self, role: str) -> None:
        new = role not in self._main
        self._main.add(role)
        if role == "call":
            self._ringing = False
            self._stop("alert")
            if new:
                self._listener.call({"id": _CALL, "state": "active", "since": self._clock()})
        if role in ("call", "voice"):
            self._listen(wanted=True)

    def _finish(self, role: str) -> None:
        was = self.call if role == "call" else False
        self._main.discard(role)
        self._stop(role)
        if role == "call":
            if was:
                self._listener.call({"id": _CALL, "state": "ended"})
            self._ringing = False
            self._stop("alert")
        self._listen(wanted=bool(self._main & {"call", "voice"}))

    def _listen(self, *, wanted: bool) -> None:
        self._listening = wanted
        kind = self._asked_type if wanted and self._car_microphone else None
        if kind != self.microphone_type:
            self.microphone_type = kind
            self._listener.want_microphone(None if kind is None else DECODE_TYPES[kind])

    def _tell_focus(self) -> None:
        if self._main & {"call", "voice"}:
            focus = "gain_transient"
        elif self.media:
            focus = "gain"
        elif self._streams:
            focus = "gain_duck"
        else:
            focus = ""
        if focus != self._focus:
            self._focus = focus
            self._listener.want_audio_focus(focus or "release")
