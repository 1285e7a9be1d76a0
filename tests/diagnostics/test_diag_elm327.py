"""The ELM327 client against adapters with moods, over a pseudo-terminal and TCP, and against ELM327-emulator."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.diagnostics import messages
from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.errors import Away, DiagnosticsError, Garbled
from backends.diagnostics.scanner import Scanner
from backends.diagnostics.transports.elm327.api import ElmTransport
from backends.diagnostics.transports.elm327.protocol import Bus, Trouble, assemble, lines_of, old_messages, trouble_of
from tests.fakes.elm327 import FakeElm, emulator, on_pty, on_tcp

ENGINE = Unit(0x7E0, 0x7E8)
WAYS = {"pty": on_pty, "tcp": on_tcp}
CAR = {
    "0100": "7E8 06 41 00 BE 1F A8 13 AA\r7E9 06 41 00 80 00 00 01 AA",
    "010C": "7E8 04 41 0C 1A F8 AA AA AA",
    "03": "7E8 06 43 02 01 43 03 01 AA",
    "0902": "7E8 10 14 49 02 01 50 4C 4E\r7E8 21 31 44 45 4D 4F 30 43\r7E8 22 41 52 30 30 30 30 31",
}


@asynccontextmanager
async def plugged(elm: FakeElm, way: str = "pty") -> AsyncIterator[ElmTransport]:
    async with WAYS[way](elm) as where:
        transport = ElmTransport(Addressing(), where, patience=0.15)
        try:
            await transport.open()
            yield transport
        finally:
            await transport.close()


@pytest.mark.parametrize("way", WAYS)
def test_an_adapter_is_set_up_and_answers(way: str, run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR)
        async with plugged(elm, way) as transport:
            assert transport.version == "ELM327 V1.5"
            assert [elm.echo, elm.spaces, elm.headers] == [False, False, True]
            replies = await transport.ask(b"\x01\x00")
            assert [reply.unit.id for reply in replies] == ["7E8", "7E9"]
            assert await transport.ask_one(b"\x01\x0c", ENGINE) == bytes.fromhex("410C1AF8")
            assert elm.header == "7E0"
            vin = await transport.ask_one(b"\x09\x02", ENGINE)
            assert messages.texts(b"\x09\x02", vin, 17) == ["PLN1DEMO0CAR00001"]
            assert await transport.ask(b"\x07") == []
            assert elm.header == "7DF"
            await transport.alive()

    run(body())


@pytest.mark.parametrize(
    "mood",
    [
        {"once": ["SEARCHING..."]},
        {"once": ["STOPPED"]},
        {"once": ["BUFFER FULL", "7E8 10 14 49 02"]},
        {"once": ["<RX ERROR"]},
        {"once": ["7E8 04 41 0C 1A F8 <DATA ERROR"]},
        {"noise": b"\x00\xff\x80"},
        {"pieces": 1},
        {"echo": True, "pieces": 3, "noise": b"\0"},
    ],
)
def test_moods_pass(mood: dict[str, Any], run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR)
        async with plugged(elm) as transport:
            await transport.ask(b"\x01\x00")
            for key, value in mood.items():
                setattr(elm, key, value)
            for _ in range(4):
                with suppress(DiagnosticsError):
                    await transport.ask(b"\x01\x0c")
            assert await transport.ask_one(b"\x01\x0c", ENGINE) == bytes.fromhex("410C1AF8")

    run(body())


@pytest.mark.parametrize(
    "said", ["UNABLE TO CONNECT", "SEARCHING...\rUNABLE TO CONNECT", "CAN ERROR", "BUS INIT: ...ERROR", "NO DATA"]
)
def test_a_car_that_is_away_is_silence(said: str, run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR, always=said)
        async with plugged(elm) as transport:
            assert await transport.ask(b"\x01\x00") == []
            elm.always = ""
            assert len(await transport.ask(b"\x01\x00")) == 2

    run(body())


def test_an_adapter_that_began_anew_is_set_up_again(run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR)
        async with plugged(elm) as transport:
            await transport.ask(b"\x01\x00")
            elm.once, elm.echo, elm.spaces = ["LV RESET"], True, True
            assert await transport.ask_one(b"\x01\x0c", ENGINE) == bytes.fromhex("410C1AF8")
            assert not elm.echo

    run(body())


def test_an_answer_that_is_put_off_is_asked_for_again(run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers={**CAR, "19020D": "7E8 03 59 02 FF AA AA AA AA"})
        async with plugged(elm) as transport:
            await transport.ask(b"\x01\x00")
            elm.once = ["7E8 03 7F 19 78 AA AA AA AA"]
            assert await transport.ask_one(b"\x19\x02\x0d", ENGINE) == b"\x59\x02\xff"

    run(body())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("after", [0, 1, 20, 60])
def test_unplugged_in_mid_sentence(way: str, after: int, run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR)
        async with plugged(elm, way) as transport:
            await transport.ask(b"\x01\x00")
            elm._said, elm.unplug_after = 0, after

            async def go_on() -> None:
                for _ in range(10):
                    await transport.ask(b"\x09\x02")

            with pytest.raises(Away):
                await go_on()
            with pytest.raises(Away):
                await transport.alive()

    run(body())


def test_an_adapter_that_hangs_is_given_up(run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR)
        async with plugged(elm) as transport:
            await transport.ask(b"\x01\x00")
            elm.hang = True
            with pytest.raises(Away):
                await transport.ask(b"\x01\x0c")

    run(body())


def test_what_is_no_adapter_is_said_so(run: Any) -> None:
    async def body() -> None:
        async with on_tcp(FakeElm(version="login:")) as where:
            with pytest.raises(Away, match="no ELM327"):
                await ElmTransport(Addressing(), where, patience=0.1).open()
        async with on_tcp(FakeElm(hang=True)) as where:
            with pytest.raises(Away, match="does not answer"):
                await ElmTransport(Addressing(), where, patience=0.05).open()
        for nothing in ("/dev/nothing-here", "tcp:127.0.0.1:1", "tcp:nohost"):
            with pytest.raises(Away):
                await ElmTransport(Addressing(), nothing, patience=0.1).open()

    run(body())


def test_29_bit_and_old_buses(run: Any) -> None:
    async def body() -> None:
        wide = FakeElm(
            protocol="A7", answers={"0100": "18 DA F1 10 06 41 00 BE 1F A8 13", "010C": "18DAF110 04 41 0C 1A F8"}
        )
        async with plugged(wide) as transport:
            (reply,) = await transport.ask(b"\x01\x00")
            assert reply.unit.id == "18DAF110"
            assert await transport.ask_one(b"\x01\x0c", reply.unit) == bytes.fromhex("410C1AF8")
            assert "ATSHDA10F1" in wide.commands
            assert "ATCP18" in wide.commands
        old = FakeElm(
            protocol="A3", answers={"0100": "48 6B 10 41 00 BE 3E B8 11 FA", "03": "48 6B 10 43 01 43 03 01 00 00 4C"}
        )
        async with plugged(old) as transport:
            assert not (await transport.ask(b"\x01\x00"))[0].payload[6:]
            assert not transport.counted
            (reply,) = await transport.ask(b"\x03")
            codes = messages.codes_obd(b"\x03", reply.payload, reply.unit.id, counted=False)
            assert [code.code for code in codes] == ["P0143", "P0301"]

    run(body())


def test_the_words_of_an_adapter() -> None:
    assert lines_of(b"0100\rSEARCHING...\r7E8064100BE\r\r", "0100") == ["7E8064100BE"]
    for text, trouble in (
        ("NO DATA", Trouble.NO_DATA), ("?", Trouble.UNKNOWN), ("STOPPED", Trouble.STOPPED), ("BUFFER FULL", Trouble.FULL),
        ("CAN ERROR", Trouble.BUS), ("BUS BUSY", Trouble.BUS), ("FB ERROR", Trouble.BUS), ("ERR94", Trouble.BUS),
        ("UNABLE TO CONNECT", Trouble.BUS), ("LV RESET", Trouble.RESET), ("7E8064100BE1FA813", None),
    ):  # fmt: skip
        assert trouble_of(lines_of(text.encode())) is trouble, text


def test_frames_of_two_control_units_may_be_mixed() -> None:
    lines = ["7E8100A490201AABBCC", "7E9100A490201DDEEFF", "7E92111223344", "7E82155667788"]
    done = dict(assemble(lines, Bus.CAN11))
    assert done[0x7E9] == bytes.fromhex("490201DDEEFF11223344")
    assert done[0x7E8] == bytes.fromhex("490201AABBCC55667788")
    with pytest.raises(Garbled):
        assemble(["7E8100A490201AABBCC", "7E82255667788"], Bus.CAN11)


@given(st.lists(st.text("0123456789ABCDEF <>?.:RSN", max_size=24), max_size=6), st.sampled_from(Bus))
def test_noise_is_never_worse_than_an_error(lines: list[str], bus: Bus) -> None:
    with suppress(DiagnosticsError):
        for _, payload in assemble(lines, bus):
            assert payload
    old_messages(lines)
    trouble_of(lines)


@given(st.binary(max_size=200))
def test_any_bytes_become_lines(data: bytes) -> None:
    assert all(line.isprintable() and line == line.strip() for line in lines_of(data))


@pytest.mark.skipif(importlib.util.find_spec("elm") is None, reason="ELM327-emulator is not installed (extra: test)")
def test_a_whole_scan_through_the_emulator(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with emulator(tmp_path) as port:
            transport = ElmTransport(Addressing(), port)
            await transport.open()
            try:
                findings = await Scanner(transport, Addressing()).scan()
                engine = findings.units[0]
                assert engine.id == "7E8"
                assert {0x04, 0x05, 0x0C, 0x0D} <= engine.pids
                assert findings.readiness is not None
                assert len(findings.vin) == 17
                values: dict[str, float] = {}
                for pid in (0x0C, 0x0D, 0x05):
                    request = messages.live([pid])
                    values |= messages.values(request, await transport.ask_one(request, ENGINE))
                assert set(values) == {"0C", "0D", "05"}
                assert 0 <= values["0C"] <= 8000
            finally:
                await transport.close()

    run(body(), 90)


def test_closing_while_asking(run: Any) -> None:
    async def body() -> None:
        elm = FakeElm(answers=CAR)
        async with plugged(elm) as transport:
            await transport.ask(b"\x01\x00")
            elm.hang = True
            task = asyncio.create_task(transport.ask(b"\x01\x0c"))
            await asyncio.sleep(0)
            await transport.close()
            with pytest.raises(Away):
                await task

    run(body())
