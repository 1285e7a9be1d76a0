"""VNC servers that misbehave on a real socket, and x11vnc, which is of another family than Xvnc."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import numpy as np
import pytest

import backends.projection.vnc.greeting as greeting
from backends.projection.defs import Reason, SessionState
from backends.projection.errors import LinkLost, PeerFault, TooSlow, Unsupported
from backends.projection.vnc.handshake import Credentials
from backends.projection.vnc.link import Target, VncLink
from backends.projection.vnc.protocol import FenceFlag
from tests.fakes.host import until
from tests.fakes.vnc import Viewer, sight, x11vnc, xvnc
from tests.fakes.x11 import Event, XClient

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
DESKTOP = struct.pack(">HH16xI", 64, 48, 3) + b"Tab"


@asynccontextmanager
async def server(talk: Talk) -> AsyncIterator[int]:
    """A server that says what the test says."""

    async def met(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            await talk(reader, writer)
        writer.close()

    listening = await asyncio.start_server(met, "127.0.0.1", 0)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()
        await listening.wait_closed()


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Let anybody in, to a screen of 64 × 48."""
    writer.write(b"RFB 003.008\n")
    await reader.readexactly(12)
    writer.write(b"\1\1")
    await reader.readexactly(1)
    writer.write(bytes(4))
    await reader.readexactly(1)
    writer.write(DESKTOP)
    await reader.readexactly(20)
    (_, count) = struct.unpack(">HH", await reader.readexactly(4))
    await reader.readexactly(4 * count)


async def end_of(port: int, viewer: Viewer | None = None) -> BaseException | None:
    run = asyncio.create_task(VncLink(Target("127.0.0.1", port), viewer or Viewer()).run())
    await asyncio.wait({run}, timeout=10)
    assert run.done()
    return run.exception()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"", LinkLost),
        (b"RFB 003.0", LinkLost),
        (b"SSH-2.0-OpenSSH_9.2p1\r\n", Unsupported),
        (b"RFB 003.008\n\1\1\0\0\0\0" + struct.pack(">HH16xI", 65535, 65535, 0), PeerFault),
        (b"RFB 003.008\n\1\1\0\0\0\0" + DESKTOP + b"\x42", PeerFault),
        (b"RFB 003.008\n\1\1\0\0\0\0" + DESKTOP + b"\0\0\0\1" + struct.pack(">HHHHi", 60, 0, 9, 9, 0) + bytes(400), PeerFault),
        (b"RFB 003.008\n\1\1\0\0\0\0" + DESKTOP + b"\0\0\0\1" + struct.pack(">HHHHi", 0, 0, 64, 48, 0) + bytes(400), LinkLost),
    ],
)  # fmt: skip
def test_servers_that_talk_nonsense(run: Any, said: bytes, error: type[Exception]) -> None:
    async def body() -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(said)
            writer.write_eof()
            await reader.read()

        async with server(talk) as port:
            assert type(await end_of(port)).__mro__.count(error) == 1

    run(body())


def test_servers_that_stop(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        monkeypatch.setattr(greeting, "STALL_S", 0.2)
        monkeypatch.setattr(greeting, "SILENCE_S", 0.1)

        async def before_all(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
            await reader.read()

        async def in_the_middle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await greet(reader, writer)
            writer.write(b"\0\0\0\1" + struct.pack(">HHHHi", 0, 0, 64, 48, 0) + bytes(999))
            await reader.read()

        async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await greet(reader, writer)
            writer.write(b"\xf8\0\0\0" + struct.pack(">IB", FenceFlag.REQUEST, 0))
            await reader.read()

        for talk in (before_all, in_the_middle, deaf):
            async with server(talk) as port:
                assert isinstance(await end_of(port), TooSlow)

        async def quiet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await greet(reader, writer)
            await reader.read()

        class Counting(VncLink):
            silences = 0

            def _silent(self) -> None:
                self.silences += 1
                super()._silent()

        async with (
            server(quiet) as port,
            sight(lambda told: Counting(Target("127.0.0.1", port), told)) as (viewer, link),
        ):
            await until(lambda: link.silences == 4, what="silence")
            assert link._wire is not None, (
                "a screen on which nothing happens is no fault, and without fences it is not asked"
            )
            assert SessionState.READY in viewer.states

    run(body())


def test_a_server_that_takes_nothing_does_not_make_us_grow(run: Any) -> None:
    async def body() -> None:
        stop = asyncio.Event()

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await greet(reader, writer)
            writer.transport.pause_reading()
            await stop.wait()

        async with server(talk) as port:
            viewer = Viewer()
            link = VncLink(Target("127.0.0.1", port), viewer)
            run = asyncio.create_task(link.run())
            await until(lambda: SessionState.READY in viewer.states, what="the screen")
            while link._wire is not None and not run.done():
                link.text("x" * 2000)
                assert link._wire.writer.transport.get_write_buffer_size() < 5 << 20
                await asyncio.sleep(0)
            await asyncio.wait({run}, timeout=5)
            assert isinstance(run.exception(), LinkLost)
            stop.set()

    run(body())


def test_a_flood_leaves_the_loop_to_others(run: Any) -> None:
    async def body() -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await greet(reader, writer)
            picture = b"\0\0\0\1" + struct.pack(">HHHHi", 0, 0, 64, 48, 0) + bytes(64 * 48 * 4)
            while True:
                writer.write(picture * 20)
                await writer.drain()

        async with server(talk) as port, sight(lambda told: VncLink(Target("127.0.0.1", port), told)) as (viewer, _):
            loop, worst_s = asyncio.get_running_loop(), 0.0
            for _ in range(50):
                began_s = loop.time()
                await asyncio.sleep(0)
                worst_s = max(worst_s, loop.time() - began_s)
            await until(lambda: len(viewer.frames) > 100, what="pictures")
            assert worst_s < 1.0

    run(body())


@pytest.mark.parametrize("version", [b"RFB 003.003\n", b"RFB 003.007\n"])
def test_servers_of_older_versions(run: Any, version: bytes) -> None:
    async def body() -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(version)
            assert await reader.readexactly(12) == version
            writer.write(b"\0\0\0\1" if version == b"RFB 003.003\n" else b"\1\1")
            if version != b"RFB 003.003\n":
                assert await reader.readexactly(1) == b"\1"
            assert await reader.readexactly(1) == b"\1", "no result comes before the desktop"
            writer.write(DESKTOP + b"\0\0\0\1" + struct.pack(">HHHHi", 0, 0, 64, 48, 0) + b"\x30\x20\x10\0" * 64 * 48)
            await reader.read()

        async with server(talk) as port, sight(lambda told: VncLink(Target("127.0.0.1", port), told)) as (viewer, link):
            await viewer.shows(np.full((48, 64), 0x102030))
            assert ("vnc", "version", version.decode()[6:].strip().replace("00", "")) in link.report()

    run(body())


def test_a_screen_that_is_turned_and_shows_its_pointer(run: Any) -> None:
    async def body() -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await greet(reader, writer)
            pointer = struct.pack(">HHHHi", 0, 0, 8, 8, -239) + bytes(8 * 8 * 4 + 8)
            whole = struct.pack(">HHHHi", 0, 0, 48, 64, 0) + b"\1\1\1\0" * 64 * 48
            writer.write(b"\0\0\0\3" + pointer + struct.pack(">HHHHi", 0, 0, 48, 64, -223) + whole)
            await reader.read()

        async with server(talk) as port, sight(lambda told: VncLink(Target("127.0.0.1", port), told)) as (viewer, link):
            await viewer.shows(np.full((64, 48), 0x010101))
            assert [(one.width, one.height) for one in viewer.formats] == [(64, 48), (48, 64)]
            assert ("vnc", "pointer", "8x8") in link.report()

    run(body())


@pytest.mark.slow
def test_x11vnc(run: Any) -> None:
    async def body() -> None:
        async with xvnc("640x360") as (display, _):
            client = XClient(display)
            client.cover()
            wanted = np.full((360, 640), 0x204080, np.uint32)
            wanted[100:200, 50:300] = 0xFF8000
            client.show(wanted)
            async with x11vnc(display, "-passwd", "sesame12") as port:
                for name in ("raw", "hextile", "zrle", "tight"):
                    target = Target("127.0.0.1", port, Credentials("sesame12"), encodings=(name, "raw"), quality=None)
                    async with sight(lambda told, target=target: VncLink(target, told), (800, 480)) as (viewer, link):
                        await viewer.shows(wanted, within=2)
                        assert any(row[:2] == ("rectangles", name) for row in link.report())
                async with sight(lambda told: VncLink(target, told)) as (viewer, link):
                    await viewer.shows(wanted, within=2)
                    link.touch([(0, 0, 0.5, 0.5, 1.0)])
                    link.touch([(0, 2, 0.5, 0.5, 0.0)])
                    await until(lambda: Event("button up", 1, 320, 180) in client.read(), what="the tap")
                    link.text("Hi")
                    await until(lambda: client.typed() == [ord("H"), ord("i")], what="the text")
                    wanted[:50] = 0xFFFFFF
                    client.show(wanted[:50])
                    await viewer.shows(wanted, within=2)
            assert not await _refused_by(port)
            client.close()

    run(body(), 60.0)


async def _refused_by(port: int) -> bool:
    """The server is gone: nobody answers."""
    error = await end_of(port)
    return not (isinstance(error, LinkLost) and error.reason is Reason.NO_ROUTE)
