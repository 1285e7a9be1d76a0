"""ISO-TP against a control unit that goes wrong in every way; its frames are written by hand (tests/fakes/ecu.py)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.errors import Away, Garbled, Silent
from backends.diagnostics.transports.base import Timing
from backends.diagnostics.transports.isotp import IsoTpTransport
from tests.fakes.ecu import FakeEcu, running

ENGINE = Unit(0x7E0, 0x7E8)
GEARBOX = Unit(0x7E1, 0x7E9)
VIN = b"\x49\x02\x01PLN1DEMO0CAR00001"
QUICK = Timing(p2=0.15, p2_one=0.2, p2_star=1.5, longest=5.0)


@asynccontextmanager
async def reached(*ecus: FakeEcu, addressing: Addressing | None = None) -> AsyncIterator[IsoTpTransport]:
    channel = f"isotp-{uuid4().hex}"
    with running(channel, *ecus):
        transport = IsoTpTransport(addressing or Addressing(), "virtual", channel, timing=QUICK)
        await transport.open()
        try:
            yield transport
        finally:
            await transport.close()


def test_short_and_long_answers(run: Any) -> None:
    async def body() -> None:
        long = bytes(range(256)) * 15
        answers = {b"\x01\x0c": bytes.fromhex("410C1AF8"), b"\x09\x02": VIN, b"\x22\xf1\x90": b"\x62\xf1\x90" + long}
        ecu = FakeEcu(answers=answers)
        async with reached(ecu) as transport:
            for request, payload in answers.items():
                assert await transport.ask_one(request, ENGINE) == payload
            assert ecu.flow_controls == 2

    run(body())


def test_everybody_answers_a_question_to_all(run: Any) -> None:
    async def body() -> None:
        first = FakeEcu(answers={b"\x09\x02": VIN})
        second = FakeEcu(0x7E1, 0x7E9, answers={b"\x09\x02": VIN.replace(b"00001", b"00002")}, late_s=0.05)
        third = FakeEcu(0x7E2, 0x7EA, silent=True)
        async with reached(first, second, third) as transport:
            replies = await transport.ask(b"\x09\x02")
            assert {reply.unit.id: reply.payload[-1:] for reply in replies} == {"7E8": b"1", "7E9": b"2"}

    run(body())


def test_29_bit_identifiers(run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(
            0x18DA10F1, 0x18DAF110, True, 0x18DB33F1, {b"\x01\x00": b"\x41\x00\xbe\x1f\xa8\x13", b"\x09\x02": VIN}
        )
        async with reached(ecu, addressing=Addressing.of(True)) as transport:
            (reply,) = await transport.ask(b"\x01\x00")
            assert reply.unit == Unit(0x18DA10F1, 0x18DAF110, True)
            assert reply.unit.id == "18DAF110"
            assert await transport.ask_one(b"\x09\x02", reply.unit) == VIN

    run(body())


def test_a_named_control_unit_beside_the_standard(run: Any) -> None:
    async def body() -> None:
        body_unit = Unit(0x710, 0x77A, name="Body")
        ecu = FakeEcu(0x710, 0x77A, answers={b"\x3e\x00": b"\x7e\x00"})
        async with reached(ecu, addressing=replace(Addressing(), named=(body_unit,))) as transport:
            assert await transport.ask_one(b"\x3e\x00", body_unit) == b"\x7e\x00"

    run(body())


def test_silence_is_told_in_time(run: Any) -> None:
    async def body() -> None:
        async with reached(FakeEcu(silent=True)) as transport:
            began = asyncio.get_running_loop().time()
            assert await transport.ask(b"\x01\x00") == []
            with pytest.raises(Silent):
                await transport.ask_one(b"\x01\x00", ENGINE)
            assert asyncio.get_running_loop().time() - began < 2

    run(body())


def test_an_answer_that_is_put_off_is_waited_for(run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(answers={b"\x19\x02\x0d": b"\x59\x02\xff"}, pending=3, late_s=0.6)
        async with reached(ecu) as transport:
            assert await transport.ask_one(b"\x19\x02\x0d", ENGINE) == b"\x59\x02\xff"
            assert ecu.heard == [b"\x19\x02\x0d"], "asked once"

    run(body())


def test_putting_off_for_ever_ends(run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(answers={b"\x19\x02\x0d": b"\x7f\x19\x78"}, pending=5)
        async with reached(ecu) as transport:
            with pytest.raises(Silent):
                await transport.ask_one(b"\x19\x02\x0d", ENGINE)

    run(body())


@pytest.mark.parametrize("fault", [{"torn": 2}, {"torn": 1}, {"swap": True}])
def test_a_long_answer_that_breaks_is_an_error_and_the_next_is_well(fault: dict[str, Any], run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(answers={b"\x09\x02": VIN, b"\x01\x0c": b"\x41\x0c\x00\x00"}, **fault)
        async with reached(ecu) as transport:
            with pytest.raises(Garbled):
                await transport.ask_one(b"\x09\x02", ENGINE)
            ecu.torn, ecu.swap = 0, False
            assert await transport.ask_one(b"\x01\x0c", ENGINE) == b"\x41\x0c\x00\x00"
            assert await transport.ask_one(b"\x09\x02", ENGINE) == VIN

    run(body())


def test_a_late_answer_is_not_taken_for_the_next_ones(run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(answers={b"\x09\x02": VIN, b"\x01\x0c": b"\x41\x0c\x1a\xf8"}, late_s=0.3)
        async with reached(ecu) as transport:
            with pytest.raises(Silent):
                await transport.ask_one(b"\x01\x0c", ENGINE)
            ecu.late_s = 0
            # The late 41 0C arrives while 09 02 is asked.
            assert await transport.ask_one(b"\x09\x02", ENGINE) == VIN

    run(body())


def test_garbage_before_an_answer_does_not_spoil_it(run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(answers={b"\x09\x02": VIN}, noise=True)
        async with reached(ecu) as transport:
            assert await transport.ask_one(b"\x09\x02", ENGINE) == VIN

    run(body())


def test_flow_control_of_our_own_long_questions(run: Any) -> None:
    async def body() -> None:
        request = bytes.fromhex("22F40CF40DF405F442")
        ecu = FakeEcu(answers={request: b"\x62\xf4\x0c\x00\x00"}, waits=3)
        async with reached(ecu) as transport:
            assert await transport.ask_one(request, ENGINE) == b"\x62\xf4\x0c\x00\x00"
            ecu.overflow = True
            with pytest.raises((Silent, Garbled)):
                await transport.ask_one(request, ENGINE)
            ecu.overflow, ecu.waits = False, 0
            assert await transport.ask_one(request, ENGINE) == b"\x62\xf4\x0c\x00\x00"

    run(body())


def test_questions_wait_for_each_other(run: Any) -> None:
    async def body() -> None:
        answers = {bytes((1, pid)): bytes((0x41, pid, pid)) for pid in range(4, 12)}
        async with reached(FakeEcu(answers=answers)) as transport:
            asked = [transport.ask_one(request, ENGINE) for request in answers]
            assert await asyncio.gather(*asked) == list(answers.values())

    run(body())


def test_a_question_given_up_leaves_the_bus_usable(run: Any) -> None:
    async def body() -> None:
        ecu = FakeEcu(answers={b"\x01\x0c": b"\x41\x0c\x1a\xf8"}, late_s=0.1)
        async with reached(ecu) as transport:
            task = asyncio.create_task(transport.ask(b"\x01\x0c"))
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            ecu.late_s = 0
            assert await transport.ask_one(b"\x01\x0c", ENGINE) == b"\x41\x0c\x1a\xf8"

    run(body())


def test_a_bus_that_is_not_there(run: Any) -> None:
    async def body() -> None:
        transport = IsoTpTransport(Addressing(), "socketcan", "nosuchcan0")
        with pytest.raises(Away):
            await transport.open()

    run(body())
