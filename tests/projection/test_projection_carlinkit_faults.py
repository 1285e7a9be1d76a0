"""What a simulated dongle does wrong, and what a driver is told then; transfers of all shapes on USB."""

from __future__ import annotations

import asyncio
import struct
from typing import Any

import pytest

from backends.projection.carlinkit import link as link_module
from backends.projection.carlinkit import sentences
from backends.projection.carlinkit.link import CarlinkitLink
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.transport import TcpTransport
from backends.projection.carlinkit.usb import UsbTransport
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow, Unsupported
from tests.fakes.dongle import CARD, linked, running
from tests.fakes.dongle_usb import DongleBus, UsbDongle
from tests.fakes.host import until
from tests.fakes.link_listener import Heard
from tests.fakes.phone import phone_process

FAULTS = {
    "wrong-magic": (PeerFault, sentences.NONSENSE),
    "bad-check": (PeerFault, sentences.NONSENSE),
    "huge": (PeerFault, sentences.NONSENSE),
    "encrypted": (Unsupported, sentences.ENCRYPTED),
    "no-phone": (LinkLost, sentences.PHONE_REFUSED),
    "close-at=2000": (LinkLost, sentences.CLOSED),
}


def test_faults_end_it_with_clear_words(run: Any) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlinkit", "--no-phone") as phone:
            for fault, (kind, text) in FAULTS.items():
                async with linked(phone.address, phone.control) as one:
                    await one.control.until(lambda state: state["opened"])
                    await one.control("fault", set=[fault])
                    await one.control("plug")
                    failure = await one.failure()
                    assert (type(failure), failure.text) == (kind, text), fault
                    assert one.heard.playing == {}
                await phone.control("fault", clear=True)
                await phone.control("unplug")

    run(body(), 40)


def test_a_dongle_that_hangs_up_at_every_byte_of_its_start(run: Any) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlinkit") as phone:
            for count in (1, 3, 15, 16, 17, 40, 333, 700, 1400):
                await phone.control("fault", set=[f"close-at={count}"])
                async with linked(phone.address, phone.control) as one:
                    failure = await one.failure()
                    assert failure.text == sentences.CLOSED
            async with linked(phone.address, phone.control) as one:
                await one.ready()

    run(body())


def test_a_dongle_that_says_nothing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "ANSWER_S", 0.6)

    async def body() -> None:
        async with running("--fault", "silent") as one:
            failure = await one.failure()
            assert (type(failure), failure.text) == (TooSlow, sentences.NO_ANSWER)
        async with running("--fault", "refuse") as one:
            assert (await one.failure()).text == sentences.CLOSED
        heard = Heard()
        with pytest.raises(LinkLost) as caught:
            await CarlinkitLink(TcpTransport("tcp://127.0.0.1:9"), heard, DongleSettings()).run()
        assert caught.value.text == sentences.NO_ANSWER

    run(body())


def test_a_dongle_that_goes_silent_in_the_middle(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "SILENCE_S", 1.0)

    async def body() -> None:
        async with running() as one:
            await one.ready()
            await until(lambda: one.heard.frames, what="a picture")
            await one.control("fault", set=["stall-at=0"])
            failure = await one.failure()
            assert (type(failure), failure.text) == (LinkLost, sentences.SILENT)

    run(body())


def test_bytes_that_are_no_dongle(run: Any) -> None:
    async def body() -> None:
        async with running("--fault", "garbage") as one:
            # 4 kB of an earlier message are skipped: then it works.
            await one.ready()
            await one.control("fault", clear=True)

    run(body())


BAD_PAYLOADS = [
    ("video", b""),
    ("video", struct.pack("<5I", 800, 480, 0, 4, 0) + b"no unit"),
    ("video", struct.pack("<5I", 1 << 31, 480, 0, 4, 0) + b"\0\0\1\x65x"),
    ("audio", b"\1"),
    ("phase", b"\1\2"),
    ("metadata", b"\1"),
    ("command", b""),
    ("plugged", b"\1"),
]


def test_bad_payloads_end_the_link_and_nothing_else(run: Any) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlinkit") as phone:
            for name, payload in BAD_PAYLOADS:
                async with linked(phone.address, phone.control) as one:
                    await one.ready()
                    await one.control("send", name=name, hex=payload.hex())
                    failure = await one.failure()
                    assert (type(failure), failure.text) == (PeerFault, sentences.NONSENSE), name

    run(body(), 40)


def test_a_flood_does_not_grow(run: Any) -> None:
    async def body() -> None:
        async with running("--fault", "flood", "--play") as one:
            await one.ready()
            await until(lambda: one.heard.frames > 60, 15, what="pictures")
            one.link.touch([(0, 0, 0.5, 0.5, 1.0)])
            await one.control.until(lambda state: state["touches"])
            assert one.link.report()[-1] == ("sent", "dropped", "0")

    run(body(), 40)


# -- USB ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["joined", "trickle", "stalls"])
def test_transfers_of_all_shapes(run: Any, shape: str) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlinkit", "--play") as phone:
            dongle = UsbDongle(phone.address, product=0x1520)
            match shape:
                case "joined":
                    dongle.joined = True
                case "trickle":
                    dongle.trickle = 7 * 512
                case "stalls":
                    dongle.stalls = 2
            async with linked(phone.address, phone.control, usb=dongle, decode=True) as one:
                await one.ready()
                await one.control("start", package=CARD)
                await one.shown()
                await until(lambda: len(one.heard.sounds.get("media", b"")) > 40_000, what="music")
                assert dongle.claimed == 1
            await until(lambda: dongle.claimed == 0, what="let go")

    run(body())


def test_usb_faults_say_what_to_do(run: Any) -> None:
    async def body() -> None:
        async with phone_process("--kind", "carlinkit") as phone:
            bus = DongleBus()

            async def attempt(expected: type[ProjectionError], text: str) -> None:
                async with linked(phone.address, phone.control, usb=True, bus=bus) as one:
                    failure = await one.failure()
                    assert (type(failure), failure.text) == (expected, text)

            dongle = bus.plug(UsbDongle(phone.address))
            dongle.forbidden = True
            await attempt(NotAllowed, sentences.FORBIDDEN)
            dongle.forbidden, dongle.busy = False, 99
            await attempt(LinkLost, sentences.BUSY)
            dongle.busy, dongle.stuck = 2, True
            await attempt(TooSlow, sentences.STUCK)
            dongle.stuck = False
            async with linked(phone.address, phone.control, usb=True, bus=bus) as one:
                await one.ready()
                bus.unplug(dongle)
                assert (await one.failure()).text == sentences.GONE
            bus.dongles = []
            heard = Heard()
            with pytest.raises(LinkLost):
                await CarlinkitLink(UsbTransport("usb", bus), heard, DongleSettings()).run()

    run(body(), 40)


def test_a_device_is_kept_until_the_last_transfer_is_over(run: Any) -> None:
    """libusb may not lose a handle that a transfer uses."""

    async def body() -> None:
        async with phone_process("--kind", "carlinkit") as phone:
            dongle = UsbDongle(phone.address)
            async with linked(phone.address, phone.control, usb=dongle) as one:
                await one.ready()
                dongle.hold.clear()
                one.link.key("home", press=True, release=True)
                await until(lambda: dongle.writing, what="a write that hangs")
                one.run.cancel()
                await asyncio.gather(one.run, return_exceptions=True)
                assert dongle.claimed == 1
            dongle.hold.set()
            await until(lambda: dongle.claimed == 0, what="let go")
            assert not dongle.lost_in_use

    run(body())


def test_a_slow_pipe_is_slow_and_nothing_else(run: Any) -> None:
    async def body() -> None:
        async with running("--play", "--fault", "slow=250000") as one:
            await one.ready()
            await one.control("start", package=CARD)
            frames = one.heard.frames
            await until(lambda: one.heard.frames > frames + 5, 20, "pictures")
            one.link.touch([(0, 0, 0.5, 0.5, 1.0)])
            await one.control.until(lambda state: state["touches"])

    run(body(), 40)
