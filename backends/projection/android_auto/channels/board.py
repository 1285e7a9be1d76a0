"""All channels of a link: what there is, what the phone opened, and who gets which message."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from backends.projection.android_auto.channels.audio import Audio
from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.channels.bluetooth import Bluetooth
from backends.projection.android_auto.channels.input import Input
from backends.projection.android_auto.channels.microphone import Microphone
from backends.projection.android_auto.channels.navigation import Navigation
from backends.projection.android_auto.channels.notification import Notifications
from backends.projection.android_auto.channels.sensors import Sensors
from backends.projection.android_auto.channels.status import Calls, Playing
from backends.projection.android_auto.channels.video import Video
from backends.projection.android_auto.description import Service
from backends.projection.android_auto.ids import Control, Status, Stream
from backends.projection.android_auto.messages import ChannelOpen, StatusOnly
from backends.projection.android_auto.wire import Packet

__all__ = ["Board"]

_UNKNOWN_MAX = 100
_C = TypeVar("_C", bound=Channel)
_logger = logging.getLogger(__name__)


class _Answer(Protocol):
    def __call__(self, channel: int, kind: int, body: bytes, *, control: bool) -> None: ...


class Board:
    """Empty until `fill`, when the phone has asked what there is. ``paired`` knows Bluetooth's phones."""

    def __init__(self, peer: Peer, answer: _Answer, paired: Callable[[str], Awaitable[bool]]) -> None:
        self._peer = peer
        self._answer = answer
        self._paired = paired
        self._channels: dict[int, Channel] = {}
        self._unknown: set[tuple[str, int]] = set()

    def __bool__(self) -> bool:
        return bool(self._channels)

    def fill(self) -> list[Service]:
        """Make them, by what the car knows now; how they are announced."""
        if not self._channels:
            self._channels = {channel.number: channel for channel in self._made()}
        return [channel.service() for channel in self._channels.values()]

    def the(self, kind: type[_C]) -> _C | None:
        """The channel of a kind, if the phone opened it."""
        return next((one for one in self._channels.values() if isinstance(one, kind) and one.is_open), None)

    def received(self, packet: Packet) -> None:
        """A message on a channel, or about one. Raises ProtobufError, PeerFault."""
        if packet.control or packet.id == Control.CHANNEL_OPEN_REQUEST:
            self._about(packet)
            return
        channel = self._channels.get(packet.channel)
        if channel is None or not channel.received(packet.id, packet.body):
            self.unknown(channel.NAME if channel else f"channel {packet.channel}", packet.id)

    def unknown(self, where: str, kind: int) -> None:
        """Newer phones say more; it is told once and left."""
        if (where, kind) not in self._unknown and len(self._unknown) < _UNKNOWN_MAX:
            self._unknown.add((where, kind))
            _logger.info("unknown message where=%s id=%#x", where, kind)

    def close(self) -> None:
        """The link ended."""
        for channel in self._channels.values():
            if channel.is_open:
                channel.closed()

    def report(self) -> list[tuple[str, str, str]]:
        """For the diagnostics view."""
        rows: list[tuple[str, str, str]] = []
        for channel in self._channels.values():
            state = "open" if channel.is_open else "not used by the phone"
            rows.append(("channels", f"{channel.number} {channel.NAME}", state))
            rows += [(channel.NAME, name, value) for name, value in channel.report()]
        if self._unknown:
            words = ", ".join(f"{where} {kind:#x}" for where, kind in sorted(self._unknown))
            rows.append(("channels", "Not understood", words[:400]))
        return rows

    def _made(self) -> list[Channel]:
        peer = self._peer
        channels: list[Channel] = [
            Sensors(peer, 1), Video(peer, 3), Audio(peer, 4, Stream.MEDIA), Audio(peer, 5, Stream.GUIDANCE),
            Audio(peer, 6, Stream.SYSTEM), Input(peer, 8), Microphone(peer, 9), Navigation(peer, 12),
            Playing(peer, 13), Calls(peer, 14), Notifications(peer, 15),
        ]  # fmt: skip
        if peer.car.surroundings.bluetooth_address:
            channels.append(Bluetooth(peer, 10, self._paired))
        return channels

    def _about(self, packet: Packet) -> None:
        match packet.id:
            case Control.CHANNEL_OPEN_REQUEST:
                asked = ChannelOpen.decode(packet.body)
                channel = self._channels.get(packet.channel or asked.service)
                status = Status.INVALID_CHANNEL if channel is None else Status.OK
                body = StatusOnly(status=status).encode()
                self._answer(packet.channel, Control.CHANNEL_OPEN_RESPONSE, body, control=packet.channel != 0)
                if channel is not None and not channel.is_open:
                    channel.opened()
            case Control.CHANNEL_CLOSE:
                if (channel := self._channels.get(packet.channel)) is not None and channel.is_open:
                    channel.closed()
            case other:
                self.unknown("channel", other)
