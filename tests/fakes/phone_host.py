"""A minimal head unit for tests of the phone: ADB and scrcpy spoken byte by byte, without our own client's code."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.phone import PhoneProcess, phone_process

__all__ = ["Host", "HostStream", "Scrcpy", "VideoPacket", "connect", "driven", "push", "scrcpy", "shell", "touch"]

JAR = "/data/local/tmp/scrcpy-server.jar"
_MAX = 256 * 1024
_T = 20.0


def packet(command: bytes, arg0: int, arg1: int, data: bytes = b"") -> bytes:
    """An ADB packet with its sum."""
    number = int.from_bytes(command, "little")
    return struct.pack("<6I", number, arg0, arg1, len(data), sum(data) & 0xFFFFFFFF, number ^ 0xFFFFFFFF) + data


class HostStream:
    """One stream. `hold` keeps back the OKAYs, as a reader that is stuck."""

    def __init__(self, host: Host, local: int) -> None:
        self.host, self.local, self.remote = host, local, 0
        self.buffer = bytearray()
        self.closed = False
        self.hold = False
        self.owed = 0
        self.news = asyncio.Condition()

    async def exactly(self, size: int) -> bytes:
        """Raises EOFError when the stream ends before."""
        async with asyncio.timeout(_T), self.news:
            await self.news.wait_for(lambda: len(self.buffer) >= size or self.closed)
        if len(self.buffer) < size:
            raise EOFError(bytes(self.buffer))
        data = bytes(self.buffer[:size])
        del self.buffer[:size]
        return data

    async def rest(self) -> bytes:
        """All until the end."""
        async with asyncio.timeout(_T), self.news:
            await self.news.wait_for(lambda: self.closed)
        return bytes(self.buffer)

    def write(self, data: bytes) -> None:
        """One WRTE; small messages need no flow control."""
        self.host.send(b"WRTE", self.local, self.remote, data)

    def release(self) -> None:
        """Pay the OKAYs that were held back."""
        self.hold = False
        for _ in range(self.owed):
            self.host.send(b"OKAY", self.local, self.remote)
        self.owed = 0

    def close(self) -> None:
        self.host.send(b"CLSE", self.local, self.remote)


class Host:
    """A connection to the phone's adbd."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.banner = ""
        self.streams: dict[int, HostStream] = {}
        self.ids = itertools.count(100)
        self.incoming: asyncio.Queue[tuple[str, HostStream]] = asyncio.Queue()
        self.gone = asyncio.Event()

    def send(self, command: bytes, arg0: int, arg1: int, data: bytes = b"") -> None:
        self.writer.write(packet(command, arg0, arg1, data))

    async def receive(self) -> tuple[bytes, int, int, bytes]:
        head = await self.reader.readexactly(24)
        command, arg0, arg1, length, _, magic = struct.unpack("<6I", head)
        assert magic == command ^ 0xFFFFFFFF
        return command.to_bytes(4, "little"), arg0, arg1, await self.reader.readexactly(length)

    async def open(self, name: str) -> HostStream:
        """Raises ConnectionRefusedError when the phone closes it at once."""
        stream = HostStream(self, next(self.ids))
        self.streams[stream.local] = stream
        self.send(b"OPEN", stream.local, 0, name.encode() + b"\0")
        async with asyncio.timeout(_T), stream.news:
            await stream.news.wait_for(lambda: stream.remote or stream.closed)
        if not stream.remote:
            raise ConnectionRefusedError(name)
        return stream

    async def pump(self) -> None:
        try:
            while True:
                await self._dispatch(*await self.receive())
        except (asyncio.IncompleteReadError, ConnectionError):
            for stream in self.streams.values():
                await self._tell(stream, closed=True)
        finally:
            self.gone.set()

    async def _dispatch(self, command: bytes, arg0: int, arg1: int, data: bytes) -> None:
        if command == b"OPEN":
            stream = HostStream(self, next(self.ids))
            stream.remote = arg0
            self.streams[stream.local] = stream
            self.send(b"OKAY", stream.local, arg0)
            self.incoming.put_nowait((data.rstrip(b"\0").decode(), stream))
        elif (stream_ := self.streams.get(arg1)) is None:
            return
        elif command == b"OKAY":
            stream_.remote = arg0
            await self._tell(stream_)
        elif command == b"WRTE":
            stream_.buffer += data
            if stream_.hold:
                stream_.owed += 1
            else:
                self.send(b"OKAY", stream_.local, arg0)
            await self._tell(stream_)
        elif command == b"CLSE":
            await self._tell(stream_, closed=True)

    async def _tell(self, stream: HostStream, *, closed: bool = False) -> None:
        stream.closed |= closed
        async with stream.news:
            stream.news.notify_all()


@contextlib.asynccontextmanager
async def connect(address: str) -> AsyncIterator[Host]:
    """A connection without authorisation (the phone runs with `--auth none`)."""
    name, _, port = address.rpartition(":")
    reader, writer = await asyncio.open_connection(name, int(port))
    host = Host(reader, writer)
    host.send(b"CNXN", 0x01000001, _MAX, b"host::features=shell_v2\0")
    async with asyncio.timeout(_T):
        command, _, _, data = await host.receive()
    assert command == b"CNXN", command
    host.banner = data.decode()
    pump = asyncio.create_task(host.pump())
    try:
        yield host
    finally:
        writer.close()
        pump.cancel()
        await asyncio.gather(pump, return_exceptions=True)


async def push(host: Host, path: str = JAR, content: bytes = b"not a real jar") -> bytes:
    """Send a file; the phone's last word (OKAY or FAIL…)."""
    stream = await host.open("sync:")
    target = f"{path},33188".encode()
    stream.write(
        b"SEND"
        + struct.pack("<I", len(target))
        + target
        + b"DATA"
        + struct.pack("<I", len(content))
        + content
        + b"DONE"
        + struct.pack("<I", 1)
    )
    answer = await stream.exactly(8)
    if answer[:4] == b"FAIL":
        answer = b"FAIL" + await stream.exactly(int.from_bytes(answer[4:], "little"))
    stream.write(b"QUIT" + bytes(4))
    return answer


async def shell(host: Host, command: str) -> tuple[bytes, bytes, int]:
    """Output, errors and exit status of a command."""
    stream = await host.open(f"shell,v2,raw:{command}")
    return split(await stream.rest())


def split(data: bytes) -> tuple[bytes, bytes, int]:
    """The parts of a shell,v2 stream; status -1 when it was cut off."""
    parts = {1: b"", 2: b"", 3: b""}
    while data:
        kind, length = struct.unpack_from("<BI", data)
        parts[kind] += data[5 : 5 + length]
        data = data[5 + length :]
    return parts[1], parts[2], parts[3][0] if parts[3] else -1


@dataclass(frozen=True, slots=True)
class VideoPacket:
    """`session` has a size and whether we asked for it; others have data."""

    kind: str
    data: bytes = b""
    pts: int = 0
    width: int = 0
    height: int = 0
    by_client: bool = False


@dataclass
class Scrcpy:
    """A session with its sockets, as far as they are on."""

    four: bool
    console: HostStream
    name: str = ""
    video: HostStream | None = None
    audio: HostStream | None = None
    control: HostStream | None = None
    size: tuple[int, int] = (0, 0)
    config: bytes = b""
    packets: list[VideoPacket] = field(default_factory=list)

    async def header(self) -> None:
        """Codec id, and in 3.x the size; in 4.x the size is in the first packet."""
        assert self.video is not None
        assert await self.video.exactly(4) == b"h264"
        if not self.four:
            self.size = struct.unpack(">II", await self.video.exactly(8))

    async def packet(self) -> VideoPacket:
        """The next packet of the video."""
        assert self.video is not None
        head = await self.video.exactly(12)
        if self.four and head[0] & 0x80:
            flags, width, height = struct.unpack(">III", head)
            self.size = (width, height)
            return VideoPacket("session", width=width, height=height, by_client=bool(flags & 1))
        word, size = struct.unpack(">QI", head)
        config, key = (1 << 62, 1 << 61) if self.four else (1 << 63, 1 << 62)
        data = await self.video.exactly(size)
        if word & config:
            self.config = data
            return VideoPacket("config", data)
        return VideoPacket("key" if word & key else "delta", data, word & (key - 1))


@contextlib.asynccontextmanager
async def scrcpy(
    host: Host, version: str = "4.1", *, app: str = "", reverse: bool = False, **options: Any
) -> AsyncIterator[Scrcpy]:
    """Push, start the server, open its sockets, start an app."""
    options = {"audio": False, "log_level": "debug", **options}
    name = f"scrcpy_{next(_scids):08x}"
    await push(host)
    if reverse:
        answer = await (await host.open(f"reverse:forward:localabstract:{name};tcp:27183")).rest()
        assert answer == b"OKAY", answer
    words = {"scid": name[7:], "tunnel_forward": not reverse, **options}
    arguments = " ".join(
        f"{key}={str(value).lower() if isinstance(value, bool) else value}" for key, value in words.items()
    )
    console = await host.open(
        f"shell,v2,raw:CLASSPATH={JAR} app_process / com.genymobile.scrcpy.Server {version} {arguments}"
    )
    session = Scrcpy(version.startswith("4"), console)
    kinds = [kind for kind in ("video", "audio", "control") if options.get(kind, True)]
    for n, kind in enumerate(kinds):
        stream = (await _incoming(host)) if reverse else await _forward(host, name, console)
        if n == 0 and not reverse:
            assert await stream.exactly(1) == b"\0"
        setattr(session, kind, stream)
    first = getattr(session, kinds[0])
    session.name = (await first.exactly(64)).rstrip(b"\0").decode()
    if session.video is not None:
        await session.header()
    if app:
        assert session.control is not None
        session.control.write(bytes([16, len(app)]) + app.encode())
    yield session
    console.close()


async def _incoming(host: Host) -> HostStream:
    async with asyncio.timeout(_T):
        destination, stream = await host.incoming.get()
    assert destination == "tcp:27183"
    return stream


async def _forward(host: Host, name: str, console: HostStream) -> HostStream:
    async with asyncio.timeout(_T):
        while True:
            try:
                return await host.open(f"localabstract:{name}")
            except ConnectionRefusedError:
                assert not console.closed, console.buffer
                await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def driven(
    version: str = "4.1", *, phone: tuple[str, ...] = (), **options: Any
) -> AsyncIterator[tuple[PhoneProcess, Scrcpy]]:
    """A phone and a session on it."""
    async with (
        phone_process("--auth", "none", *phone) as process,
        connect(process.address) as host,
        scrcpy(host, version, **options) as session,
    ):
        yield process, session


def touch(action: int, x: int, y: int, size: tuple[int, int], pointer: int = 0) -> bytes:
    """A touch message: 0 down, 1 up, 2 move."""
    pressure = 0 if action == 1 else 0xFFFF
    return struct.pack(">BBqiiHHHII", 2, action, pointer, x, y, *size, pressure, 0, 0)


_scids = itertools.count(0x1000)
