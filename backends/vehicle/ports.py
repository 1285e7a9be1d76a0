"""What a bus looks like to the vehicle: frames in by batches, frames out one by one."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Frame", "Port"]

Frame = tuple[int, bytes]
"""(key, data): the key is the identifier, with bit 31 set for 29-bit ones."""


class Port(Protocol):
    """An open bus. `drain` and `send` raise BusError once it is lost."""

    def fileno(self) -> int:
        """Readable when frames wait; -1 when the bus has no descriptor and must be asked from a thread."""

    def drain(self) -> list[Frame]:
        """Frames that wait now; without a descriptor, waits a moment for the first."""

    def send(self, key: int, data: bytes) -> None:
        """Put a frame on the bus."""

    def close(self) -> None:
        """Let go of the bus."""
