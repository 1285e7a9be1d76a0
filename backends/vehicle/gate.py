"""The last look at a frame before it goes to the bus, from the profile alone: it trusts nothing that was computed before.

It knows which messages may be sent, which of their bits may differ from the frame they start from, how often in all, and how much
of a bus's time; whatever made a frame that does not fit, the frame stays here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backends.vehicle.busload import BusShare, RateLimit, frame_bits
from backends.vehicle.profile import DEFAULT_BITRATE
from backends.vehicle.writeplan import WriteTarget

__all__ = ["Denied", "Gate"]


class Denied(Exception):
    """The frame must not go; the text says why. A mistake of ours or of the profile, never the car's."""


class Gate:
    """For the messages of one vehicle. ``bitrates`` by bus; a bus without one has `DEFAULT_BITRATE`."""

    def __init__(self, targets: Iterable[WriteTarget], bitrates: Mapping[str, int]) -> None:
        self._targets = {target.key: target for target in targets}
        self._free = {key: _free_bits(target) for key, target in self._targets.items()}
        buses = {bus for bus, _ in self._targets}
        self._shares = {bus: BusShare(bitrates.get(bus, DEFAULT_BITRATE)) for bus in buses}
        self._rate = RateLimit()

    def free_at(self, target: WriteTarget, length: int, now: float) -> float | None:
        """When a frame of this message may go; None: never."""
        share = self._shares[target.bus].free_at(_bits(target, length), now)
        return None if share is None else max(share, self._rate.free_at(now))

    def check(self, target: WriteTarget, template: bytes, data: bytes, now: float) -> None:
        """Raises Denied."""
        known = self._targets.get(target.key)
        if known is None:
            raise Denied(f"message {target.message.name} is not listed")
        if len(data) != len(template) or len(data) != known.message.length:
            raise Denied(f"message {target.message.name} has {known.message.length} bytes, not {len(data)}")
        changed = int.from_bytes(data, "little") ^ int.from_bytes(template, "little")
        if changed & ~self._free[target.key]:
            raise Denied(f"more of message {target.message.name} would change than its listed signals")
        if known.protection is not None and not known.protection.sound(data):
            raise Denied(f"the check value of message {target.message.name} is wrong")
        free_at = self.free_at(target, len(data), now)
        if free_at is None or free_at > now + 1e-9:
            raise Denied(f"message {target.message.name} would be too much for the bus")

    def count(self, target: WriteTarget, length: int, now: float) -> None:
        """A frame went, or was tried to."""
        self._shares[target.bus].count(_bits(target, length), now)
        self._rate.count(now)


def _bits(target: WriteTarget, length: int) -> int:
    return frame_bits(length, extended=target.message.extended, fd=length > 8)


def _free_bits(target: WriteTarget) -> int:
    """The bits of a message that may be written: its listed signals, counter and check value."""
    names = set(target.allow.signals)
    mask = 0
    for signal in target.message.signals:
        if signal.name in names:
            mask |= signal.mask
    if target.protection is not None:
        for own in (target.protection.counter, target.protection.crc):
            mask |= own.mask if own is not None else 0
    return mask
