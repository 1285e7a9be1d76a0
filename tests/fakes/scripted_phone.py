"""A phone that speaks adb and scrcpy's server protocol over a real TCP socket, by script.

`PhoneState` says how it behaves, `FakePhone` speaks, its verbs make things happen. Packets are written from the protocol's
facts, not with the code under test. The full simulator is `pillion sim phone`; this one is small and can be made to break.
"""

from __future__ import annotations

import asyncio
import re
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

__all__ = ["FakePhone", "FakeWindow", "PhoneState", "running_phone"]

APPS = " * Settings                       com.android.settings\n - Map                            org.example.maps\n"
APPS += " - A film player with quite a long name\n                                   com.netflix.mediaclient"


@dataclass
class PhoneState:
    """How the phone behaves."""

    version: str = "4.1"
    banner: bytes = b"device::ro.product.name=fake;ro.product.model=Fake 7;features=shell_v2,cmd"
    adb_version: int = 0x01000001
    max_payload: int = 256 * 1024
    auth: str = "open"
    """open, sign (takes any signature), ask (the driver allows the key), refuse (hangs up when asked), deaf."""
    apps: str = APPS
    battery: bytes = b"Current Battery Service state:\n  level: 77\n  scale: 100\n"
    files: dict[str, bytes] = field(default_factory=dict)
    cut_after: int | None = None
    """Hang up after this many bytes on the next connection."""
    server_error: str = ""
    """The server prints this and ends."""
    silent_video: bool = False
    audio_code: bytes = b"\x00raw"
    codec: bytes = b"h264"
    push_failure: str = ""
    size: tuple[int, int] | None = None
    """Picture sizes are this rather than what was asked for."""


class _Socket:
    """The phone's end of one adb stream."""

    def __init__(self, link: _Link, local: int, remote: int) -> None:
        self.link, self.local, self.remote = link, local, remote
        self.received = bytearray()
        self.closed = False
        self._ready = asyncio.Event()
        self._out = bytearray()
        self._busy = False

    def send(self, data: bytes) -> None:
        self._out += data
        self.pump()

    def pump(self) -> None:
        if self._out and not self._busy and not self.closed:
            size = self.link.max_payload
            piece, self._out = bytes(self._out[:size]), self._out[size:]
            self._busy = True
            self.link.packet(b"WRTE", self.local, self.remote, piece)

    def acked(self) -> None:
        self._busy = False
        self.pump()

    def arrived(self, data: bytes) -> None:
        self.received += data
        self._ready.set()

    def end(self) -> None:
        self.closed = True
        self._ready.set()

    async def exactly(self, size: int) -> bytes:
        while len(self.received) < size:
            if self.closed:
                raise EOFError
            self._ready.clear()
            await self._ready.wait()
        data = bytes(self.received[:size])
        del self.received[:size]
        return data

    def close(self) -> None:
        if not self.closed:
            self.end()
            self.link.packet(b"CLSE", self.local, self.remote)


class FakeWindow:
    """One running scrcpy server."""

    def __init__(self, phone: FakePhone, shell: _Socket, command: str) -> None:
        self.phone, self.shell = phone, shell
        words = command.split()
        self.options = dict(word.split("=", 1) for word in words[words.index("com.genymobile.scrcpy.Server") + 2 :])
        self.kinds = [kind for kind in ("video", "audio", "control") if self.options.get(kind, "true") == "true"]
        self.sockets: dict[str, _Socket] = {}
        asked = re.fullmatch(r"(\d+)x(\d+)/(\d+)", self.options.get("new_display", ""))
        self.size = phone.state.size or ((int(asked[1]), int(asked[2])) if asked else (0, 0))

    @property
    def control(self) -> bytes:
        """All control bytes so far."""
        return bytes(self.sockets["control"].received)

    def connected(self, socket: _Socket) -> None:
        kind = self.kinds[len(self.sockets)]
        if not self.sockets:
            socket.send(b"\0")
        self.sockets[kind] = socket
        if len(self.sockets) == len(self.kinds):
            self._begin()

    def _begin(self) -> None:
        state = self.phone.state
        self.sockets[self.kinds[0]].send(b"Fake phone".ljust(64, b"\0"))
        if "audio" in self.sockets:
            self.sockets["audio"].send(state.audio_code)
        if "video" in self.sockets and not state.silent_video:
            start = state.codec if self.four else state.codec + struct.pack(">II", *self.size)
            self.sockets["video"].send(start)
            if self.four:
                self.session(*self.size)

    @property
    def four(self) -> bool:
        return self.phone.state.version.startswith("4")

    def session(self, width: int, height: int, resized: bool = False) -> None:
        self.size = (width, height)
        self.sockets["video"].send(struct.pack(">III", 0x80000000 | resized, width, height))

    def config(self, data: bytes) -> None:
        self._media("video", 1 << (62 if self.four else 63), data)

    def frame(self, data: bytes, pts_us: int = 0, *, key: bool = False) -> None:
        self._media("video", pts_us | (key << (61 if self.four else 62)), data)

    def sound(self, data: bytes, pts_us: int = 0) -> None:
        self._media("audio", pts_us, data)

    def _media(self, kind: str, word: int, data: bytes) -> None:
        self.sockets[kind].send(struct.pack(">QI", word, len(data)) + data)

    def raw(self, kind: str, data: bytes) -> None:
        """Anything at all."""
        self.sockets[kind].send(data)

    def crash(self, message: str = "") -> None:
        """The server dies."""
        if message:
            self.shell.send(struct.pack("<BI", 2, len(message) + 1) + message.encode() + b"\n")
        for socket in self.sockets.values():
            socket.close()
        self.shell.close()
        self.phone.windows.pop(self.options["scid"], None)


class _Link:
    """One adb connection."""

    def __init__(self, phone: FakePhone, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.phone, self.reader, self.writer = phone, reader, writer
        self.left = phone.state.cut_after
        self.check = True
        self.max_payload = 4096
        self.sockets: dict[int, _Socket] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.next_id = 100

    def packet(self, name: bytes, arg0: int, arg1: int, data: bytes = b"") -> None:
        word = int.from_bytes(name, "little")
        total = sum(data) & 0xFFFFFFFF if self.check else 0
        self.write(struct.pack("<6I", word, arg0, arg1, len(data), total, word ^ 0xFFFFFFFF) + data)

    def write(self, data: bytes) -> None:
        if self.left is not None:
            data = data[: max(0, self.left)]
            self.left -= len(data)
        if self.phone.frozen:
            return
        self.writer.write(data)
        if self.left == 0:
            self.left = -1
            self.phone.cuts += 1
            self.writer.close()

    async def serve(self) -> None:
        try:
            await self._greet()
            while True:
                packet = await self._receive()
                if not self.phone.frozen:
                    await self._handle(*packet)
        except (EOFError, OSError, asyncio.IncompleteReadError):
            pass
        finally:
            for socket in self.sockets.values():
                socket.end()
                self.phone.shell_closed(socket)
            for task in self.tasks:
                task.cancel()
            self.writer.close()

    async def _receive(self) -> tuple[bytes, int, int, bytes]:
        word, arg0, arg1, length, check, magic = struct.unpack("<6I", await self.reader.readexactly(24))
        assert magic == word ^ 0xFFFFFFFF
        data = await self.reader.readexactly(length)
        # adb 29 leaves the sum out of its greeting when it comes back to a phone it knew.
        if self.check and (check or word.to_bytes(4, "little") != b"CNXN"):
            assert check == sum(data) & 0xFFFFFFFF, "a checksum was wrong"
        return word.to_bytes(4, "little"), arg0, arg1, data

    async def _greet(self) -> None:
        state = self.phone.state
        name, version, limit, banner = await self._receive()
        assert name == b"CNXN"
        assert banner.startswith(b"host:")
        if state.auth == "deaf":
            await asyncio.Event().wait()
        if state.auth != "open":
            self.packet(b"AUTH", 1, 0, b"T" * 20)
            name, kind, _, signature = await self._receive()
            assert (name, kind) == (b"AUTH", 2)
            self.phone.signatures.append(signature)
            if state.auth != "sign":
                self.packet(b"AUTH", 1, 0, b"U" * 20)
                name, kind, _, public = await self._receive()
                assert (name, kind) == (b"AUTH", 3)
                self.phone.keys.append(public)
                if state.auth == "refuse":
                    raise EOFError
                await self.phone.allowed.wait()
        self.max_payload = min(limit, state.max_payload)
        self.packet(b"CNXN", state.adb_version, state.max_payload, state.banner)
        self.check = min(version, state.adb_version) < 0x01000001

    async def _handle(self, name: bytes, arg0: int, arg1: int, data: bytes) -> None:
        if name == b"OPEN":
            self._open(arg0, data.rstrip(b"\0").decode())
            return
        socket = self.sockets.get(arg1)
        if socket is None:
            return
        if name == b"OKAY":
            socket.acked()
        elif name == b"WRTE":
            socket.arrived(data)
            self.packet(b"OKAY", socket.local, socket.remote)
        elif name == b"CLSE":
            socket.end()
            self.phone.shell_closed(socket)

    def _open(self, remote: int, service: str) -> None:
        self.phone.opened.append(service)
        self.next_id += 1
        socket = _Socket(self, self.next_id, remote)
        if service.startswith("localabstract:scrcpy_"):
            window = self.phone.windows.get(service.removeprefix("localabstract:scrcpy_"))
            if window is None or len(window.sockets) == len(window.kinds):
                self.packet(b"CLSE", 0, remote)
                return
            self._accept(socket)
            window.connected(socket)
        elif service == "sync:":
            self._accept(socket)
            self._start(self.phone.sync(socket))
        elif service.startswith("shell"):
            self._accept(socket)
            framed = service.startswith("shell,v2")
            self.phone.shell(socket, service.split(":", 1)[1], framed=framed)
        else:
            self.packet(b"CLSE", 0, remote)

    def _accept(self, socket: _Socket) -> None:
        self.sockets[socket.local] = socket
        self.packet(b"OKAY", socket.local, socket.remote)

    def _start(self, work: object) -> None:
        task = asyncio.ensure_future(work)  # type: ignore[arg-type]
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


class FakePhone:
    """The phone; `windows` by scid."""

    def __init__(self, state: PhoneState) -> None:
        self.state = state
        self.windows: dict[str, FakeWindow] = {}
        self.opened: list[str] = []
        self.commands: list[str] = []
        self.pushed: list[str] = []
        self.signatures: list[bytes] = []
        self.keys: list[bytes] = []
        self.allowed = asyncio.Event()
        self.cuts = 0
        self.frozen = False
        """It neither sends nor heeds anything, and hangs nothing up."""
        self.port = 0
        self._links: set[_Link] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def window(self) -> FakeWindow:
        """The newest one."""
        return list(self.windows.values())[-1]

    # -- verbs -------------------------------------------------------------------------------------------------------

    async def arrive(self) -> None:
        """Be reachable, at the port it had before if it had one."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def leave(self) -> None:
        """Be gone, in the middle of whatever is said."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.windows.clear()
        for link in list(self._links):
            link.writer.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link = _Link(self, reader, writer)
        self._links.add(link)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await link.serve()
        finally:
            self._links.discard(link)
            self._tasks.discard(task)

    # -- services ----------------------------------------------------------------------------------------------------

    def shell(self, socket: _Socket, command: str, *, framed: bool) -> None:
        self.commands.append(command)

        def say(kind: int, data: bytes) -> None:
            socket.send(struct.pack("<BI", kind, len(data)) + data if framed else data)

        def leave(status: int) -> None:
            if framed:
                say(3, bytes([status]))
            asyncio.get_running_loop().call_later(0.01, socket.close)

        if command == "dumpsys battery":
            say(1, self.state.battery)
            leave(0)
        elif "com.genymobile.scrcpy.Server" in command:
            asked = command.split("com.genymobile.scrcpy.Server ")[1].split()[0]
            if asked != self.state.version:
                text = f"The server version ({self.state.version}) does not match the client ({asked})"
                say(2, b"[server] ERROR: " + text.encode() + b"\n")
                leave(1)
            elif "list_apps=true" in command:
                say(1, f"[server] INFO: Device: Fake\n[server] INFO: List of apps:\n{self.state.apps}\n".encode())
                leave(0)
            elif self.state.server_error:
                say(2, self.state.server_error.encode() + b"\n")
                leave(1)
            else:
                window = FakeWindow(self, socket, command)
                self.windows[window.options["scid"]] = window
        else:
            say(2, b"sh: not found\n")
            leave(127)

    def shell_closed(self, socket: _Socket) -> None:
        """The host hung up a shell: what ran in it ends."""
        for scid, window in list(self.windows.items()):
            if window.shell is socket:
                del self.windows[scid]

    async def sync(self, socket: _Socket) -> None:
        with suppress(EOFError):
            path, content = "", bytearray()
            while True:
                name, value = struct.unpack("<4sI", await socket.exactly(8))
                if name == b"STAT":
                    known = self.files.get((await socket.exactly(value)).decode())
                    found = (0o100644, len(known), 1) if known is not None else (0, 0, 0)
                    socket.send(b"STAT" + struct.pack("<3I", *found))
                elif name == b"SEND":
                    path, content = (await socket.exactly(value)).decode().rsplit(",", 1)[0], bytearray()
                elif name == b"DATA":
                    content += await socket.exactly(value)
                elif name == b"DONE" and self.state.push_failure:
                    words = self.state.push_failure.encode()
                    socket.send(b"FAIL" + struct.pack("<I", len(words)) + words)
                elif name == b"DONE":
                    self.files[path] = bytes(content)
                    self.pushed.append(path)
                    socket.send(b"OKAY\0\0\0\0")

    @property
    def files(self) -> dict[str, bytes]:
        return self.state.files


@asynccontextmanager
async def running_phone(state: PhoneState | None = None) -> AsyncIterator[FakePhone]:
    """A phone on a free port of 127.0.0.1."""
    phone = FakePhone(state or PhoneState())
    await phone.arrive()
    try:
        yield phone
    finally:
        await phone.leave()
