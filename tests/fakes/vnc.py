"""A real VNC server with a desktop of its own: Debian's Xvnc (TigerVNC), and x11vnc beside it."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, modes

from backends.projection.defs import RECT_AREA, Packet, PacketType, SessionState, VideoFormat
from backends.projection.mirror.link import LinkListener
from tests.fakes.host import until
from tests.fakes.projection import StreamReader

__all__ = ["Rects", "Viewer", "free_port", "obscured", "sight", "x11vnc", "xvnc"]

_FIXED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in (23, 82, 107, 6, 35, 78, 88, 7))


def obscured(password: str) -> bytes:
    """A password as vncpasswd writes it: DES with a key that everybody knows."""
    cipher = Cipher(TripleDES(_FIXED * 3), modes.ECB()).encryptor()
    return cipher.update(password.encode()[:8].ljust(8, b"\0")) + cipher.finalize()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def xvnc(size: str = "640x360", *options: str, port: int = 0) -> AsyncIterator[tuple[int, int]]:
    """Number of the display and port of a server. Skips where there is none."""
    if shutil.which("Xvnc") is None:
        pytest.skip("there is no Xvnc here (package tigervnc-standalone-server)")
    port = port or free_port()
    display = port  # as unlikely to be taken as the port
    rest = options or ("-SecurityTypes", "None")
    arguments = (
        "-rfbport",
        str(port),
        "-localhost",
        "yes",
        "-geometry",
        size,
        "-AlwaysShared",
        "-nolisten",
        "tcp",
        *rest,
    )
    server = await asyncio.create_subprocess_exec(
        "Xvnc", f":{display}", *arguments, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await until(lambda: Path(f"/tmp/.X11-unix/X{display}").exists() and listening(port), what="Xvnc")
        yield display, port
    finally:
        await ended(server)


@asynccontextmanager
async def x11vnc(display: int, *options: str) -> AsyncIterator[int]:
    """The port of an x11vnc that shows a display. Skips where there is none."""
    if shutil.which("x11vnc") is None:
        pytest.skip("there is no x11vnc here")
    port = free_port()
    arguments = (
        "-rfbport",
        str(port),
        "-localhost",
        "-forever",
        "-shared",
        "-quiet",
        "-noxdamage",
        "-defer",
        "5",
        "-wait",
        "5",
    )
    server = await asyncio.create_subprocess_exec(
        "x11vnc", "-display", f":{display}", *arguments, *options,
        env={**os.environ, "HOME": "/nonexistent"}, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await until(lambda: listening(port), what="x11vnc")
        yield port
    finally:
        await ended(server)


async def ended(server: asyncio.subprocess.Process) -> None:
    """By its own will, or without it: x11vnc sometimes waits for itself."""
    server.terminate()
    try:
        async with asyncio.timeout(2):
            await server.wait()
    except TimeoutError:
        server.kill()
        await server.wait()


def listening(port: int) -> bool:
    """Somebody listens there; looked up, not tried: some servers count who connects."""
    wanted = f"{port:04X}"
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:] + Path("/proc/net/tcp6").read_text().splitlines()[1:]
    return any(line.split()[1].rpartition(":")[2] == wanted and line.split()[3] == "0A" for line in lines)


class Viewer(LinkListener):
    """What a link tells, and the picture it adds up to; ``reads`` False: a display that is busy."""

    def __init__(self) -> None:
        self.states: list[SessionState] = []
        self.facts: dict[str, Any] = {}
        self.formats: list[VideoFormat] = []
        self.frames: list[bytes] = []
        self.keys: list[bool] = []
        self.pixels = np.zeros((1, 1), np.uint32)
        self.reads = True

    def state(self, state: SessionState) -> None:
        self.states.append(state)

    def phone(self, facts: Any) -> None:
        self.facts.update(facts)

    def video_format(self, picture: VideoFormat) -> None:
        self.formats.append(picture)
        self.pixels = np.zeros((picture.height, picture.width), np.uint32)

    def room(self) -> bool:
        return self.reads

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        assert received_ns <= time.monotonic_ns()
        self.frames.append(data)
        self.keys.append(key)
        paint(self.pixels, data)

    async def shows(self, wanted: np.ndarray, *, within: int = 0) -> None:
        """Until it shows this picture; ``within``: how far a colour's parts may be off, for JPEG."""
        await until(lambda: alike(self.pixels, wanted, within), what="the picture")


class Rects(StreamReader):
    """The display's end of a stream of parts: `pixels` is what it shows."""

    def __init__(self, fd: int) -> None:
        self.pixels = np.zeros((1, 1), np.uint32)
        self.formats: list[VideoFormat] = []
        super().__init__(fd)

    def arrived(self, packet: Packet) -> None:
        match packet.type:
            case PacketType.FORMAT:
                self.formats.append(VideoFormat.unpack(packet.payload))
                self.pixels = np.zeros((self.formats[-1].height, self.formats[-1].width), np.uint32)
            case PacketType.FRAME:
                paint(self.pixels, packet.payload)

    async def shows(self, wanted: np.ndarray, *, within: int = 0) -> None:
        """As of `Viewer`."""
        await until(lambda: alike(self.pixels, wanted, within), what="the picture")


def paint(pixels: np.ndarray, data: bytes) -> None:
    """The parts of a frame onto (height, width) of 0x00RRGGBB."""
    at = 0
    while at < len(data):
        x, y, width, height = RECT_AREA.unpack_from(data, at)
        at += RECT_AREA.size
        part = np.frombuffer(data, "<u4", width * height, at).reshape(height, width)
        pixels[y : y + height, x : x + width] = part & 0xFFFFFF
        at += part.nbytes
    assert at == len(data)


def alike(ours: np.ndarray, theirs: np.ndarray, within: int) -> bool:
    if ours.shape != theirs.shape:
        return False
    parts = [picture.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3].astype(int) for picture in (ours, theirs)]
    return bool(np.abs(parts[0] - parts[1]).max() <= within)


@asynccontextmanager
async def sight(make: Callable[[Viewer], Any], size: tuple[int, int] = (0, 0)) -> AsyncIterator[tuple[Viewer, Any]]:
    """A link that runs, and what it tells."""
    viewer = Viewer()
    link = make(viewer)
    link.resize(*size, 160)
    run = asyncio.create_task(link.run())
    try:
        await until(lambda: SessionState.READY in viewer.states or run.done(), what="a desktop")
        if run.done():
            run.result()
        yield viewer, link
    finally:
        run.cancel()
        await asyncio.wait({run})
