"""A phone reached straight over TCP: permission, streams side by side, and peers that misbehave."""

from __future__ import annotations

import asyncio
import base64
import os
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from backends.projection.adb import connection, push_file, run_shell, stat_file
from backends.projection.adb.connection import AdbConnection
from backends.projection.adb.keys import AdbKey
from backends.projection.adb.stream import INBOX_HIGH
from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, TooSlow, Unsupported
from tests.fakes.host import until
from tests.fakes.scripted_phone import FakePhone, PhoneState, running_phone

KEY = AdbKey.generate()


@asynccontextmanager
async def connected(state: PhoneState | None = None, **more: Any) -> AsyncIterator[tuple[AdbConnection, FakePhone]]:
    async with running_phone(state) as phone:
        link = await AdbConnection.connect("127.0.0.1", phone.port, lambda: KEY, **more)
        try:
            yield link, phone
        finally:
            await link.close()


@pytest.mark.parametrize("version", [0x01000000, 0x01000001])
@pytest.mark.parametrize("limit", [4096, 262144])
@pytest.mark.parametrize("features", [b"shell_v2,cmd", b"cmd"])
def test_verbs(run: Any, version: int, limit: int, features: bytes) -> None:
    async def body() -> None:
        banner = b"device::ro.product.model=Old 5;features=" + features
        async with connected(PhoneState(adb_version=version, max_payload=limit, banner=banner)) as (link, phone):
            assert link.name == "Old 5"
            result = await run_shell(link, "dumpsys battery")
            assert b"level: 77" in result.output
            assert result.status == (0 if b"shell_v2" in features else None)
            content = os.urandom(200_001)
            await push_file(link, content, "/data/local/tmp/file")
            assert phone.files["/data/local/tmp/file"] == content
            assert await stat_file(link, "/data/local/tmp/file") == len(content)
            phone.state.push_failure = "No space left on device"
            with pytest.raises(Unsupported, match="No space left"):
                await push_file(link, b"x", "/data/local/tmp/file")
            with pytest.raises(Unsupported, match="refused"):
                await link.open("localabstract:nothing")

    run(body())


def test_a_phone_that_knows_the_key_takes_the_signature(run: Any) -> None:
    async def body() -> None:
        asked: list[str] = []
        async with connected(PhoneState(auth="sign"), on_question=lambda: asked.append("?")) as (_, phone):
            assert phone.signatures == [KEY.sign(b"T" * 20)]
            assert asked == []

    run(body())


def test_a_phone_that_does_not_asks_its_driver(run: Any) -> None:
    async def body() -> None:
        async with running_phone(PhoneState(auth="ask")) as phone:
            asked = asyncio.Event()
            greeting = asyncio.create_task(
                AdbConnection.connect("127.0.0.1", phone.port, lambda: KEY, on_question=asked.set)
            )
            await asked.wait()
            await until(lambda: phone.keys, what="the public key")
            assert phone.keys[0].endswith(b" pillion\0")
            assert len(base64.b64decode(phone.keys[0].split(b" ")[0])) == 524
            phone.allowed.set()
            link = await greeting
            await link.close()

    run(body())


def test_a_phone_that_refuses(run: Any) -> None:
    async def body() -> None:
        async with running_phone(PhoneState(auth="refuse")) as phone:
            with pytest.raises(NotAllowed, match="refused this car"):
                await AdbConnection.connect("127.0.0.1", phone.port, lambda: KEY)

    run(body())


def test_nobody_there(run: Any) -> None:
    async def body() -> None:
        with pytest.raises(LinkLost, match=r"127\.0\.0\.1:1\b") as caught:
            await AdbConnection.connect("127.0.0.1", 1, lambda: KEY)
        assert caught.value.reason is Reason.NO_ROUTE

    run(body())


@asynccontextmanager
async def peer(script: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]) -> AsyncIterator[int]:
    """Somebody who is no phone, or no good one."""

    tasks: list[asyncio.Task[None]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.append(task)
        try:
            await script(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            await asyncio.gather(*tasks)


def word(name: bytes, arg0: int, arg1: int, data: bytes = b"", length: int | None = None) -> bytes:
    number = int.from_bytes(name, "little")
    size = len(data) if length is None else length
    return struct.pack("<6I", number, arg0, arg1, size, sum(data), number ^ 0xFFFFFFFF) + data


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n" * 3,
        word(b"CNXN", 0x01000001, 4096, length=0xFFFFFFFF),
        word(b"AUTH", 1, 0, b"short"),
        word(b"WRTE", 1, 1, b"what?"),
        os.urandom(300),
    ],
)
def test_something_that_is_no_phone(run: Any, answer: bytes) -> None:
    async def body() -> None:
        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readexactly(24)
            writer.write(answer)
            await reader.read()

        async with peer(script) as port:
            with pytest.raises(PeerFault):
                await AdbConnection.connect("127.0.0.1", port, lambda: KEY)

    run(body())


def test_a_phone_that_wants_tls_and_then_says_nothing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "GREETING_TIMEOUT_S", 0.3)

    async def body() -> None:
        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readexactly(24)
            writer.write(word(b"STLS", 0x01000000, 0))
            await reader.read()

        async with peer(script) as port:
            with pytest.raises(TooSlow):
                await AdbConnection.connect("127.0.0.1", port, lambda: KEY)

    run(body())


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    """A proper phone's greeting; returns the id of the stream that is opened then."""
    header = struct.unpack("<6I", await reader.readexactly(24))
    await reader.readexactly(header[3])
    writer.write(word(b"CNXN", 0x01000001, 1 << 20, b"device::"))
    header = struct.unpack("<6I", await reader.readexactly(24))
    await reader.readexactly(header[3])
    writer.write(word(b"OKAY", 9, header[1]))
    return int(header[1])


def test_a_phone_that_does_not_wait_for_okay_is_cut_off(run: Any) -> None:
    async def body() -> None:
        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            stream = await greet(reader, writer)
            while True:
                writer.write(word(b"WRTE", 9, stream, b"x" * 1_000_000))
                await writer.drain()

        async with peer(script) as port:
            link = await AdbConnection.connect("127.0.0.1", port, lambda: KEY)
            stream = await link.open("shell:yes")
            error = await link.wait_closed()
            assert isinstance(error, PeerFault)

            async def read_all() -> None:
                held = 0
                while held < INBOX_HIGH + 2_000_000:
                    held += len(await stream.read())
                pytest.fail("more was held than may be")

            with pytest.raises(PeerFault, match="faster"):
                await read_all()
            await link.close()

    run(body())


def test_a_reader_that_pauses_pauses_the_phone(run: Any) -> None:
    async def body() -> None:
        acked: list[int] = []

        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            stream = await greet(reader, writer)
            for number in range(6):
                writer.write(word(b"WRTE", 9, stream, bytes([number]) * 1_000_000))
                assert (await reader.readexactly(24))[:4] == b"OKAY"
                acked.append(number)
            writer.write(word(b"CLSE", 9, stream))
            await reader.read()

        async with peer(script) as port:
            link = await AdbConnection.connect("127.0.0.1", port, lambda: KEY)
            stream = await link.open("shell:yes")
            await until(lambda: len(acked) == 2, what="two packets taken")
            assert (
                await stream.read_exactly(5_500_000) == b"".join(bytes([n]) * 1_000_000 for n in range(6))[:5_500_000]
            )
            assert await stream.read_exactly(500_000) == b"\5" * 500_000
            assert await stream.read() == b""
            with pytest.raises(LinkLost):
                await stream.read_exactly(1)
            await link.close()

    run(body())


def test_a_phone_that_goes_ends_every_stream(run: Any) -> None:
    async def body() -> None:
        async with connected() as (link, phone):
            streams = [await link.open("sync:") for _ in range(3)]
            reads = [asyncio.create_task(stream.read()) for stream in streams]
            await phone.leave()
            assert isinstance(await link.wait_closed(), LinkLost)
            for read in reads:
                with pytest.raises(LinkLost):
                    await read
            with pytest.raises(LinkLost):
                await streams[0].write(b"x")
            with pytest.raises(LinkLost):
                await link.open("sync:")

    run(body())


def test_a_stream_given_up_at_any_moment_of_its_opening_is_not_left_open(run: Any) -> None:
    async def body() -> None:
        async with connected() as (link, phone):
            for steps in range(60):
                opening = asyncio.ensure_future(
                    link.open(f"shell,v2,raw:app_process / com.genymobile.scrcpy.Server 4.1 scid={steps}")
                )
                for _ in range(steps):
                    await asyncio.sleep(0)
                opening.cancel()
                await asyncio.wait({opening})
                if not opening.cancelled():
                    opening.result().close()
            # An answer to a last question: everything before it has arrived.
            await run_shell(link, "dumpsys battery")
            await until(lambda: not phone.windows, what="the ends of all shells")

    run(body())
