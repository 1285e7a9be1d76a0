"""The three channels of sound, and the microphone: formats, pause and resume, and who wants to be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backends.projection.carlife.ids import Channel, Type
from backends.projection.carlife.messages import decode
from backends.projection.carlife.picture import Clock
from backends.projection.defs import AudioFormat
from backends.projection.mirror import LinkListener

__all__ = ["MICROPHONE", "Sounds"]

MICROPHONE = AudioFormat("s16l", 16_000, 1, 16)
"""What CarLife's speech recognition takes."""
_ROLES = {Channel.MEDIA: "media", Channel.TTS: "guidance", Channel.VR: "voice"}
_CHANNELS = {1: 1, 2: 2, 4: 1, 12: 2, 16: 1}
"""Counts, or Android's masks."""
_SIXTEEN_BITS = {2, 16}
"""Android's ENCODING_PCM_16BIT, or the bits themselves."""
_RATES = range(8_000, 96_001)
_BEGIN = {Type.MEDIA_INIT, Type.TTS_INIT, Type.VR_INIT}
_DATA = {Type.MEDIA_DATA, Type.TTS_DATA, Type.VR_DATA}
_END = {Type.MEDIA_STOP, Type.MEDIA_PAUSE, Type.TTS_END, Type.VR_STOP, Type.VR_INTERRUPT}


class Sounds:
    """``played`` is told whether music plays, when that changes."""

    def __init__(self, listener: LinkListener, played: Callable[[bool], None]) -> None:
        self._listener = listener
        self._played = played
        self._formats: dict[Channel, AudioFormat] = {}
        self._refused: dict[Channel, str] = {}
        self._on: set[Channel] = set()
        self._clocks = {channel: Clock() for channel in _ROLES}
        self._focus = "release"
        self.listening = False

    @property
    def media(self) -> bool:
        """Music plays."""
        return Channel.MEDIA in self._on

    def heard(self, channel: Channel, kind: Type, payload: bytes, time_ms: int, received_ns: int) -> None:
        """A message of a sound channel. Raises ProtobufError."""
        if kind in _DATA:
            self._data(channel, payload, time_ms, received_ns)
        elif kind in _BEGIN:
            self._begin(channel, decode(kind, payload))
        elif kind in _END:
            self._off(channel)
        elif kind is Type.MEDIA_RESUME:
            self._turn_on(channel)
        elif kind is Type.MEDIA_SEEK and channel in self._on:
            self._off(channel)
            self._turn_on(channel)

    def listen(self, on: bool) -> None:
        """The phone wants the microphone, or no more."""
        if on != self.listening:
            self.listening = on
            self._listener.want_microphone(MICROPHONE if on else None)
            self._ask_focus()

    def report(self) -> list[tuple[str, str, str]]:
        """Rows for the diagnostics."""
        rows = []
        for channel, role in _ROLES.items():
            if channel in self._refused:
                rows.append(("sound", role, self._refused[channel]))
            elif channel in self._formats:
                sound = self._formats[channel]
                playing = "playing" if channel in self._on else "silent"
                rows.append(("sound", role, f"PCM {sound.rate} Hz, {sound.channels} channels, {playing}"))
        return rows

    def _begin(self, channel: Channel, told: dict[str, Any]) -> None:
        rate, channels = told["rate"], _CHANNELS.get(told["channels"])
        if rate not in _RATES or channels is None or told["format"] not in _SIXTEEN_BITS:
            self._off(channel)
            self._formats.pop(channel, None)
            self._refused[channel] = f"not played: {rate} Hz, channels {told['channels']}, format {told['format']}"
            return
        self._refused.pop(channel, None)
        self._formats[channel] = AudioFormat("s16l", rate, channels, 16)
        self._turn_on(channel)

    def _data(self, channel: Channel, payload: bytes, time_ms: int, received_ns: int) -> None:
        sound = self._formats.get(channel)
        if sound is None:
            return
        if channel not in self._on:
            self._turn_on(channel)
        whole = len(payload) - len(payload) % (2 * sound.channels)
        if whole:
            pts_us = self._clocks[channel].pts_us(time_ms, received_ns)
            self._listener.samples(_ROLES[channel], payload[:whole], pts_us, received_ns)

    def _turn_on(self, channel: Channel) -> None:
        if (sound := self._formats.get(channel)) is None:
            return
        new = channel not in self._on
        self._on.add(channel)
        self._listener.sound(_ROLES[channel], sound)
        if new:
            self._changed(channel)

    def _off(self, channel: Channel) -> None:
        if channel in self._on:
            self._on.discard(channel)
            self._listener.sound_stopped(_ROLES[channel])
            self._changed(channel)

    def _changed(self, channel: Channel) -> None:
        if channel is Channel.MEDIA:
            self._played(channel in self._on)
        self._ask_focus()

    def _ask_focus(self) -> None:
        """The strongest of what sounds now; the mixer ducks music below guidance by itself."""
        if self.listening or Channel.VR in self._on:
            focus = "gain_transient"
        elif Channel.MEDIA in self._on:
            focus = "gain"
        else:
            focus = "gain_duck" if Channel.TTS in self._on else "release"
        if focus != self._focus:
            self._focus = focus
            self._listener.want_audio_focus(focus)
