"""What can be done with a phone over adb, however it is reached: shell commands, pushing a file, sockets on the phone."""

from __future__ import annotations

import asyncio
import stat
import struct
from dataclasses import dataclass
from typing import Protocol

from backends.projection.adb.protocol import SYNC_DATA_MAX, ShellFrames, ShellId, sync_request
from backends.projection.errors import PeerFault, ProjectionError, TooSlow, Unsupported

__all__ = ["AdbDevice", "ByteStream", "ShellResult", "push_file", "run_shell", "stat_file"]

_FAIL_TEXT_MAX = 4096
_PIECE = 65536


class ByteStream(Protocol):
    """A socket to something on the phone."""

    async def read(self, limit: int = _PIECE) -> bytes:
        """What has arrived, up to ``limit`` bytes; empty at the end. Raises LinkLost or PeerFault."""

    async def read_exactly(self, size: int) -> bytes:
        """Raises LinkLost when the stream ends before ``size`` bytes are there."""

    async def write(self, data: bytes) -> None:
        """Returns when the other side has taken it. Raises LinkLost, TooSlow."""

    def close(self) -> None:
        """At once and for good; may be called twice."""


class AdbDevice(Protocol):
    """A phone that has allowed us."""

    @property
    def features(self) -> frozenset[str]:
        """Words such as shell_v2."""

    @property
    def name(self) -> str:
        """What the phone calls itself; may be empty."""

    async def open(self, service: str) -> ByteStream:
        """Connect to a service such as ``shell:…`` or ``localabstract:…``. Raises Unsupported when the phone refuses."""

    async def wait_closed(self) -> ProjectionError:
        """Return when the phone is gone, with why."""

    async def check(self) -> None:
        """Find out whether it is still there; `wait_closed` returns when it is not."""

    async def close(self) -> None:
        """Let go of the phone and of all its streams."""


@dataclass(frozen=True, slots=True)
class ShellResult:
    """What a command left; ``status`` is None where the phone's shell does not tell."""

    output: bytes
    errors: bytes
    status: int | None


async def run_shell(device: AdbDevice, command: str, *, timeout_s: float = 10.0, limit: int = 1 << 20) -> ShellResult:
    """Run a command to its end. Raises TooSlow, LinkLost, and PeerFault past ``limit`` bytes of output."""
    framed = "shell_v2" in device.features
    try:
        async with asyncio.timeout(timeout_s):
            stream = await device.open(f"shell,v2,raw:{command}" if framed else f"shell:{command}")
            try:
                return await _collect(stream, ShellFrames() if framed else None, limit)
            finally:
                stream.close()
    except TimeoutError:
        raise TooSlow(f"The phone did not answer within {timeout_s:g} seconds.") from None


async def _collect(stream: ByteStream, frames: ShellFrames | None, limit: int) -> ShellResult:
    output, errors, status = bytearray(), bytearray(), None
    while data := await stream.read():
        for kind, piece in frames.feed(data) if frames else [(ShellId.STDOUT, data)]:
            if kind == ShellId.STDOUT:
                output += piece
            elif kind == ShellId.STDERR:
                errors += piece
            elif kind == ShellId.EXIT and piece:
                status = piece[0]
        if len(output) + len(errors) > limit:
            raise PeerFault("The phone answered with far more than was asked.")
        if status is not None:
            break
    return ShellResult(bytes(output), bytes(errors), status)


async def stat_file(device: AdbDevice, path: str, *, timeout_s: float = 5.0) -> int | None:
    """Size in bytes of a file on the phone; None when there is none. Raises TooSlow, PeerFault, LinkLost."""
    try:
        async with asyncio.timeout(timeout_s):
            stream = await device.open("sync:")
            try:
                name = path.encode()
                await stream.write(sync_request(b"STAT", len(name), name))
                answer, mode, size, _ = struct.unpack("<4s3I", await stream.read_exactly(16))
                if answer != b"STAT":
                    raise PeerFault("The phone does not understand a question about its files.")
                return int(size) if stat.S_ISREG(mode) else None
            finally:
                stream.close()
    except TimeoutError:
        raise TooSlow("The phone did not answer a question about its files.") from None


async def push_file(
    device: AdbDevice, data: bytes, path: str, *, mode: int = 0o644, mtime: int = 0, timeout_s: float = 30.0
) -> None:
    """Write ``data`` to ``path`` on the phone. Raises Unsupported with the phone's own words when it does not take it."""
    try:
        async with asyncio.timeout(timeout_s):
            stream = await device.open("sync:")
            try:
                target = f"{path},{stat.S_IFREG | mode}".encode()
                await stream.write(sync_request(b"SEND", len(target), target))
                for start in range(0, len(data), SYNC_DATA_MAX):
                    piece = data[start : start + SYNC_DATA_MAX]
                    await stream.write(sync_request(b"DATA", len(piece), piece))
                await stream.write(sync_request(b"DONE", mtime))
                await _sync_okay(stream)
            finally:
                stream.close()
    except TimeoutError:
        raise TooSlow("The phone did not take a file in time.") from None


async def _sync_okay(stream: ByteStream) -> None:
    answer, size = struct.unpack("<4sI", await stream.read_exactly(8))
    if answer == b"OKAY":
        return
    if answer != b"FAIL" or size > _FAIL_TEXT_MAX:
        raise PeerFault("The phone answered a file with nonsense.")
    said = (await stream.read_exactly(size)).decode("utf-8", "replace")
    raise Unsupported(f"The phone did not take a file: {said}")
