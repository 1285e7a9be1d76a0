"""The faults of a phone's video socket, which is a stream within ADB."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backends.projection.simphone.faults import ByteFaults, Faults, Outcome

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["PhoneFaults", "VideoSink"]


@dataclass(slots=True)
class PhoneFaults(Faults):
    """`encoders`: the phone has only so many; one video more fails as MediaCodec does."""

    encoders: int | None = None


class VideoSink:
    """The video socket, with the faults that concern it."""

    def __init__(self, stream: AdbStream, connection: AdbConnection, faults: Faults) -> None:
        self._stream = stream
        self._connection = connection
        # The dummy byte and the phone's name went before.
        self._bytes = ByteFaults(faults, stream.written)

    async def write(self, data: bytes) -> None:
        """Write, or fail as ordered. Raises BrokenPipeError."""
        data, outcome = self._bytes.take(data)
        await self._stream.write(data)
        if pause_s := self._bytes.pause_s(len(data)):
            await asyncio.sleep(pause_s)
        if outcome is Outcome.CLOSE:
            await self._stream.drained()
            self._connection.hang_up()
            raise BrokenPipeError("closed as ordered")
        if outcome is Outcome.STALL:
            await self._stream.closed.wait()
            raise BrokenPipeError("stalled as ordered")
