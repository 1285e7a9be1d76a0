"""Faults on demand: what can go wrong with a phone, said in words."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backends.projection.simphone.adbd import AdbConnection
    from backends.projection.simphone.stream import AdbStream

__all__ = ["Faults", "VideoSink"]


@dataclass(slots=True)
class Faults:
    """What is to go wrong. Byte counts are of the video socket, from its very first byte.

    close_at: the connection ends after so many bytes; stall_at: nothing comes after them; corrupt_at: that byte arrives inverted.
    These three happen once. The rest stays until cleared: version (the server claims another), refuse (the server dies at its
    start), flood (pictures without end), garbage (a new connection gets no ADB).
    """

    close_at: int | None = None
    stall_at: int | None = None
    corrupt_at: int | None = None
    version: str | None = None
    refuse: bool = False
    flood: bool = False
    garbage: bool = False

    def set(self, text: str) -> None:
        """Read `close-at=100` or `flood`. Raises ValueError."""
        key, equals, value = text.partition("=")
        name = key.replace("-", "_")
        if name in ("close_at", "stall_at", "corrupt_at") and value.isdigit():
            setattr(self, name, int(value))
        elif name == "version" and value:
            self.version = value
        elif name in ("refuse", "flood", "garbage") and not equals:
            setattr(self, name, True)
        else:
            raise ValueError(f"no such fault: {text}")

    def clear(self) -> None:
        """All well again."""
        for field in fields(self):
            setattr(self, field.name, field.default)


class VideoSink:
    """The video socket, with the faults that concern it."""

    def __init__(self, stream: AdbStream, connection: AdbConnection, faults: Faults) -> None:
        self._stream = stream
        self._connection = connection
        self._faults = faults
        # The dummy byte and the phone's name went before.
        self._sent = stream.written

    async def write(self, data: bytes) -> None:
        """Write, or fail as ordered. Raises BrokenPipeError."""
        faults = self._faults
        start, self._sent = self._sent, self._sent + len(data)
        if faults.corrupt_at is not None and start <= faults.corrupt_at < self._sent:
            at = faults.corrupt_at - start
            data = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
            faults.corrupt_at = None
        if faults.close_at is not None and self._sent >= faults.close_at:
            await self._stream.write(data[: faults.close_at - start])
            faults.close_at = None
            await self._stream.drained()
            self._connection.hang_up()
            raise BrokenPipeError("closed as ordered")
        if faults.stall_at is not None and self._sent >= faults.stall_at:
            await self._stream.write(data[: faults.stall_at - start])
            faults.stall_at = None
            await self._stream.closed.wait()
            raise BrokenPipeError("stalled as ordered")
        await self._stream.write(data)
