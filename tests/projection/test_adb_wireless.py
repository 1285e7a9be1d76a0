"""Wireless debugging against the simulated phone: pairing by code and by QR, TLS afterwards, and what may go wrong.

The phone's side is written apart from ours: other arithmetic (tests of both against foreign vectors: test_adb_spake2.py), its own
HKDF, its own TLS. adb's own program can pair from version 30 on; Debian 12 has 29.
"""

from __future__ import annotations

import asyncio
import os
import random
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from backends.projection.adb import pairing, push_file, run_shell, stat_file
from backends.projection.adb.connection import AdbConnection
from backends.projection.adb.keys import AdbKey
from backends.projection.adb.pairing import pair
from backends.projection.dnssd import Browser, Service
from backends.projection.domain import parse_address
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow
from tests.fakes.phone import PhoneProcess, phone_process

KEY, STRANGER = AdbKey.generate(), AdbKey.generate()


@asynccontextmanager
async def wireless() -> AsyncIterator[tuple[PhoneProcess, tuple[str, int]]]:
    """A phone with wireless debugging on, and the multicast group of this test alone."""
    group = ("239.74.163.9", random.randint(20000, 60000))
    async with phone_process("--wireless", f"{group[0]}:{group[1]}") as phone:
        yield phone, group


async def paired(phone: PhoneProcess, key: AdbKey = KEY) -> str:
    page = await phone.control("pair-code")
    return await pair(*parse_address(page["address"]), page["code"], key)


async def connect(phone: PhoneProcess, key: AdbKey = KEY) -> AdbConnection:
    return await AdbConnection.connect(*parse_address((await phone.control.state())["wireless"]), lambda: key)


def test_paired_by_code_the_phone_lets_the_car_in_and_nobody_else(run: Any) -> None:
    async def body() -> None:
        async with wireless() as (phone, _):
            with pytest.raises(NotAllowed, match="Pair it") as refusal:
                await connect(phone)
            assert refusal.value.needs == "pairing_code"
            assert (await paired(phone)).startswith("adb-SIM0PILLION01-")
            link = await connect(phone)
            try:
                assert link.name == "Sim One"
                assert (await run_shell(link, "echo there")).output == b"there\n"
                content = os.urandom(700_001)
                await push_file(link, content, "/data/local/tmp/file")
                assert await stat_file(link, "/data/local/tmp/file") == len(content)
            finally:
                await link.close()
            with pytest.raises(NotAllowed, match="Pair it"):
                await connect(phone, STRANGER)
            await phone.control("forget-keys")
            with pytest.raises(NotAllowed, match="Pair it"):
                await connect(phone)

    run(body())


def test_another_code_pairs_nobody_and_the_right_one_still_does(run: Any) -> None:
    async def body() -> None:
        async with wireless() as (phone, _):
            page = await phone.control("pair-code")
            address, code = parse_address(page["address"]), page["code"]
            wrong = f"{(int(code) + 1) % 1_000_000:06}"
            with pytest.raises(NotAllowed, match="not the one on the phone") as refusal:
                await pair(*address, wrong, KEY)
            assert refusal.value.needs == "pairing_code"
            await phone.control.until(lambda state: state["not_paired"] == 1)
            assert (await phone.control.state())["paired"] == 0
            for nothing in ("", "12345é", "1" * 65):
                with pytest.raises(NotAllowed, match="six digits"):
                    await pair(*address, nothing, KEY)
            assert await pair(*address, code, KEY)
            await phone.control.until(lambda state: state["paired"] == 1)
            with pytest.raises(LinkLost, match="has to be open"):
                await pair(*address, code, KEY)

    run(body())


def test_the_phone_scans_the_cars_code_and_is_found_by_multicast_dns(run: Any) -> None:
    async def body() -> None:
        async with wireless() as (phone, group):
            heard: asyncio.Queue[Service] = asyncio.Queue()
            kinds = ("_adb-tls-pairing._tcp", "_adb-tls-connect._tcp")
            asking = asyncio.create_task(Browser(kinds, heard.put_nowait, group=group, ask_after_s=(0.0, 0.1)).run())
            try:
                await phone.control("pair-scan", text="WIFI:T:ADB;S:pillion-Xy12;P:s3cretS3cret;;")
                async with asyncio.timeout(5):
                    while (there := await heard.get()).name != "pillion-Xy12":
                        assert there.kind == "_adb-tls-connect._tcp"
                    guid = await pair(there.host, there.port, "s3cretS3cret", KEY)
                    while (there := await heard.get()).kind != "_adb-tls-connect._tcp":
                        pass
                assert there.name == guid
                link = await AdbConnection.connect(there.host, there.port, lambda: KEY)
                assert (await run_shell(link, "echo there")).output == b"there\n"
                await link.close()
                with pytest.raises(RuntimeError, match="no QR code"):
                    await phone.control("pair-scan", text="WIFI:T:WPA;S:Home;P:secret;;")
            finally:
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)

    run(body())


Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]


@asynccontextmanager
async def peer(script: Script) -> AsyncIterator[int]:
    tasks = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.append(asyncio.current_task())
        try:
            await script(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await asyncio.gather(*(task for task in tasks if task), return_exceptions=True)


def says(data: bytes) -> Script:
    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(data)
        await writer.drain()

    return script


@pytest.mark.parametrize(
    "answer", [b"", b"\0" * 100, b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x16\x03\x03\xff\xff" + b"x" * 70000]
)
def test_what_is_no_pairing_phone(run: Any, answer: bytes) -> None:
    async def body() -> None:
        async with peer(says(answer)) as port:
            with pytest.raises(PeerFault):
                await pair("127.0.0.1", port, "123456", KEY)

    run(body())


def test_a_phone_that_falls_silent(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "PAIR_TIMEOUT_S", 0.2)
    done = asyncio.Event()

    async def script(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await done.wait()

    async def body() -> None:
        async with peer(script) as port:
            with pytest.raises(TooSlow):
                await pair("127.0.0.1", port, "123456", KEY)
            done.set()

    run(body())


def test_nonsense_after_the_upgrade_is_no_phone(run: Any) -> None:
    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(24)
        word = int.from_bytes(b"STLS", "little")
        writer.write(struct.pack("<6I", word, 0x01000000, 0, 0, 0, word ^ 0xFFFFFFFF))
        await reader.readexactly(24)
        writer.write(os.urandom(500))
        await writer.drain()
        await reader.read()

    async def body() -> None:
        async with peer(script) as port:
            with pytest.raises(ProjectionError):
                await AdbConnection.connect("127.0.0.1", port, lambda: KEY)

    run(body())
