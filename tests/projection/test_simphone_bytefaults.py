"""The faults of a byte stream, over a real socket, as every kind of phone uses them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import pytest

from backends.projection.simphone.faults import Faults, FaultyWriter

SENT = bytes(range(200))


async def received(faults: Faults, pieces: list[bytes]) -> tuple[bytes, bool]:
    """What a peer gets of `pieces`, and whether the connection was over without its doing."""
    done, ended = asyncio.Event(), asyncio.Event()

    async def serve(reader: asyncio.StreamReader, stream: asyncio.StreamWriter) -> None:
        writer = FaultyWriter(stream, faults)
        try:
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
        except ConnectionResetError:
            pass
        done.set()
        await reader.read()
        writer.close()
        ended.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
    async with asyncio.timeout(5):
        await done.wait()
    data = b""
    try:
        async with asyncio.timeout(0.2):
            while piece := await reader.read(1000):
                data += piece
        over = True
    except TimeoutError:
        over = False
    writer.close()
    await writer.wait_closed()
    async with asyncio.timeout(5):
        await ended.wait()
    server.close()
    await server.wait_closed()
    return data, over


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 199])
def test_the_stream_ends_at_the_byte(run: Any, count: int) -> None:
    pieces = [SENT[n : n + 10] for n in range(0, 200, 10)]
    assert run(received(Faults(close_at=count), pieces)) == (SENT[:count], True)
    assert run(received(Faults(stall_at=count), pieces)) == (SENT[:count], False)


def test_one_byte_is_inverted_once(run: Any) -> None:
    faults = Faults(corrupt_at=15)
    data, over = run(received(faults, [SENT[:10], SENT[10:]]))
    assert (data[15], data[:15] + data[16:], over) == (15 ^ 0xFF, SENT[:15] + SENT[16:], False)
    assert run(received(faults, [SENT]))[0] == SENT


def test_a_slow_network_takes_its_time(run: Any) -> None:
    begun = time.monotonic()
    assert run(received(Faults(slow=1000), [SENT]))[0] == SENT
    assert time.monotonic() - begun >= 0.2


def test_a_kind_has_faults_of_its_own() -> None:
    @dataclass(slots=True)
    class More(Faults):
        black: bool = False
        code: int | None = None

    faults = More()
    for text in ("black", "code=7", "close-at=5"):
        faults.set(text)
    assert (faults.black, faults.code, faults.close_at) == (True, 7, 5)
    faults.clear()
    assert faults == More()
