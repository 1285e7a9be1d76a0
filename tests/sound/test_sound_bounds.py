"""What nobody should send, and more of it than anybody should. No sound server: what comes is used up at its own pace."""

from __future__ import annotations

import asyncio
import random
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.host import hosted
from backends.core.link import BusLink
from backends.core.stream import AudioFormat, PacketType, encode_header, encode_packet
from backends.interfaces import Link, ServiceError
from backends.sound.service import SoundService
from tests.fakes.hearing import PhoneSound
from tests.fakes.host import bus_link, local_link, private_bus, until

Run = Callable[..., Any]
FORMAT = encode_packet(PacketType.FORMAT, AudioFormat("s16l", 48_000, 2, 16).pack())


@pytest.fixture(autouse=True)
def no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")


async def give(link: Link, data: bytes, owner: str = "phone", role: str = "media") -> socket.socket:
    """A stream with these bytes in it."""
    ours, theirs = socket.socketpair()
    with theirs:
        await link.call("sound", "Play", owner, role, "", theirs.fileno())
    ours.setblocking(False)
    if data:
        ours.send(data)
    return ours


async def gone(link: Link) -> None:
    async with asyncio.timeout(10):
        while await link.call("sound", "Streams"):
            await asyncio.sleep(0.01)


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.parametrize(
    "data",
    [
        b"RIFF" + bytes(60),
        encode_packet(PacketType.FRAME, bytes(400)),
        encode_packet(PacketType.FORMAT, b"\0"),
        encode_packet(PacketType.FORMAT, AudioFormat("s16l", 0, 2, 16).pack()),
        encode_packet(PacketType.FORMAT, AudioFormat("s16l", 4_000_000, 2, 16).pack()),
        encode_packet(PacketType.FORMAT, AudioFormat("s16l", 48_000, 0, 16).pack()),
        encode_packet(PacketType.FORMAT, AudioFormat("s16l", 48_000, 9, 16).pack()),
        encode_packet(PacketType.FORMAT, AudioFormat("f32l", 48_000, 2, 32).pack()),
        encode_header(PacketType.FRAME, 0xFFFFFFFF),
        FORMAT + encode_packet(PacketType.FRAME, bytes(4000)) + b"\xff" * 200,
    ],
    ids=[
        "no packet",
        "no format",
        "short",
        "0 Hz",
        "4 MHz",
        "0 channels",
        "9 channels",
        "floats",
        "4 GiB",
        "half good",
    ],
)
def test_nonsense_ends_the_stream_and_nothing_else(run: Run, data: bytes) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            other = await give(link, FORMAT, "other")
            with await give(link, data, "phone", "system") as bad:
                async with asyncio.timeout(5):
                    while len(rows := await link.call("sound", "Streams")) > 1:
                        await asyncio.sleep(0.01)
                assert rows[0]["owner"] == "other"
                with pytest.raises(OSError, match="Broken pipe"):
                    bad.send(data)
            other.close()
            await gone(link)

    run(body())


def test_any_bytes_do_no_harm(run: Run) -> None:
    """Good streams with bytes changed, cut and doubled at random."""
    chance = random.Random(3)
    good = FORMAT + b"".join(encode_packet(PacketType.FRAME, bytes(chance.randbytes(960))) for _ in range(8))

    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            quiet = await give(link, FORMAT)
            begun = descriptors()
            for number in range(400):
                data = bytearray(good)
                for _ in range(chance.randrange(4)):
                    data[chance.randrange(len(data))] = chance.randrange(256)
                cut = chance.randrange(len(data))
                with await give(link, bytes(data[cut // 2 : cut]) or b"P", "phone", chance.choice(["media", "call"])):
                    pass
                if number % 50 == 0:
                    await asyncio.sleep(0)
            await until(lambda: descriptors() <= begun + 2, what="descriptors are given back")
            quiet.close()

    run(body())


def test_a_descriptor_closed_half_way_ends_the_stream(run: Run) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            phone.send(phone.piece() + phone.piece()[:100])
            phone.close()
            await gone(link)

    run(body())


def test_a_flood_is_bounded(run: Run) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            flood = await give(link, FORMAT)
            packet = encode_packet(PacketType.FRAME, bytes(48_000))
            stop = time.monotonic() + 1.5
            worked = time.process_time()
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            sent, rest = 0, packet
            while time.monotonic() < stop:
                try:
                    taken = flood.send(rest)
                except BlockingIOError:
                    await asyncio.sleep(0.002)
                else:
                    sent, rest = sent + taken, rest[taken:] or packet
            assert 48_000 * 4 < sent < 20e6, "read slower than it can be sent"
            assert time.process_time() - worked < 1.0, "it does not take the whole machine"
            (row,) = await link.call("sound", "Streams")
            assert row["delay_ms"] < 3000
            assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000, "KiB"
            flood.close()
            await gone(link)

    run(body())


def test_there_is_an_end_to_streams_recordings_and_owners(run: Run) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            begun = descriptors()
            sockets = [await give(link, b"", f"phone {number}") for number in range(32)]
            ours, theirs = socket.socketpair()
            with ours, theirs, pytest.raises(ServiceError, match="32 streams play already"):
                await link.call("sound", "Play", "one more", "media", "", theirs.fileno())
            sockets.append(await give(link, FORMAT, "phone 3"))
            assert len(await link.call("sound", "Streams")) == 32, "one takes the place of the one before"
            ends = [socket.socketpair() for _ in range(5)]
            for number, (_, theirs) in enumerate(ends[:4]):
                await link.call("sound", "Record", f"phone {number}", 16_000, 1, theirs.fileno())
            with pytest.raises(ServiceError, match="4 record already"):
                await link.call("sound", "Record", "one more", 16_000, 1, ends[4][1].fileno())
            for number in range(64):
                await link.call("sound", "RequestFocus", f"phone {number}", "gain")
            with pytest.raises(ServiceError) as refused:
                await link.call("sound", "RequestFocus", "one more", "gain")
            assert refused.value.name == "Refused"
            for number in range(64):
                await link.call("sound", "End", f"phone {number}", "")
                await link.call("sound", "ReleaseFocus", f"phone {number}")
            assert await link.call("sound", "Streams") == []
            assert await link.call("sound", "Focus") == {}
            for end in (*sockets, *(end for pair in ends for end in pair)):
                end.close()
            await until(lambda: descriptors() <= begun + 6, what="descriptors are given back")

    run(body())


@pytest.mark.parametrize(
    ("member", "arguments", "error"),
    [
        ("Play", ("phone", "loud", "", "fd"), "Invalid"),
        ("Play", ("", "media", "", "fd"), "Invalid"),
        ("Play", ("x" * 500, "media", "", "fd"), "Invalid"),
        ("Play", ("phone", "media", "", "file"), "Invalid"),
        ("Record", ("phone", 7, 1, "fd"), "Invalid"),
        ("Record", ("phone", 16_000, 6, "fd"), "Invalid"),
        ("RequestFocus", ("phone", "everything"), "Invalid"),
        ("Sounding", ("phone", "noise", True), "Invalid"),
        ("SetVolume", ("noise", 0.5), "Invalid"),
        ("SetVolume", ("media", 1.5), "OutOfRange"),
        ("SetVolume", ("media", float("nan")), "OutOfRange"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, tmp_path: Path, member: str, arguments: tuple[Any, ...], error: str
) -> None:
    async def body() -> None:
        async with bus_link({"sound": SoundService()}) as link:
            await link.call("sound", "Streams")
            ours, theirs = socket.socketpair()
            with ours, theirs, (tmp_path / "file").open("wb") as file:
                given = {"fd": theirs.fileno(), "file": file.fileno()}
                begun = descriptors()
                with pytest.raises(ServiceError) as refused:
                    await link.call("sound", member, *(given.get(a, a) if isinstance(a, str) else a for a in arguments))
                assert refused.value.name == error
                await until(lambda: descriptors() <= begun + 4)
                assert await link.call("sound", "Streams") == []

    run(body())


def test_what_belongs_to_a_caller_ends_with_it(run: Run) -> None:
    async def body() -> None:
        async with private_bus() as address:
            server, first, second = [await Bus.connect(address) for _ in range(3)]
            link, other = BusLink(first, address), BusLink(second, address, reconnect=False)
            async with hosted(server, [SoundService()]):
                focus: list[tuple[str, str]] = []
                link.on_signal("sound", "FocusChanged", lambda *change: focus.append(change))
                assert await link.call("sound", "RequestFocus", "radio", "gain") == "gain"
                stream = await give(other, FORMAT, "phone", "guidance")
                await other.call("sound", "Sounding", "tones", "alert", True)
                assert await other.call("sound", "RequestFocus", "phone", "gain_transient") == "gain_transient"
                await until(lambda: ("radio", "loss_transient") in focus, what="the radio is told")
                await other.close()
                await until(lambda: focus[-1] == ("radio", "gain"), what="the radio has it back")
                assert await link.call("sound", "Streams") == []
                assert await link.call("sound", "Focus") == {"radio": "gain"}
                stream.close()
            await link.close()
            await server.close()

    run(body())


def test_a_stream_that_sounds_takes_the_focus_and_gives_it_back(run: Run) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            focus: list[tuple[str, str]] = []
            link.on_signal("sound", "FocusChanged", lambda *change: focus.append(change))
            assert await link.call("sound", "RequestFocus", "radio", "gain") == "gain"
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            playing = asyncio.create_task(phone.play(30))
            await until(lambda: set(focus) == {("radio", "loss"), ("phone", "gain")}, what="the phone took it")
            assert await link.call("sound", "RequestFocus", "radio", "gain") == "gain"
            await until(lambda: focus[-1] == ("phone", "loss"), what="the radio took it")
            async with asyncio.timeout(5):
                while (await link.call("sound", "Streams"))[0]["state"] != "muted":
                    await asyncio.sleep(0.01)
            playing.cancel()
            phone.close()
            await gone(link)
            assert await link.call("sound", "Focus") == {"radio": "gain"}

    run(body())


def test_tones_made_elsewhere_lower_music(run: Run) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            playing = asyncio.create_task(phone.play(30))

            async def gain() -> float:
                return float((await link.call("sound", "Streams"))[0].get("gain_db", 0.0))

            for sounding, level_db in ((True, -18.0), (False, 0.0)):
                await link.call("sound", "Sounding", "tones", "alert", sounding)
                async with asyncio.timeout(5):
                    while await gain() != level_db:
                        await asyncio.sleep(0.01)
            playing.cancel()
            phone.close()

    run(body())


def test_nothing_is_loaded_before_it_is_needed(run: Run) -> None:
    async def body() -> None:
        code = "import sys; from backends.core.link import create_service; create_service('sound'); print('numpy' in sys.modules)"
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=subprocess.PIPE)
        out, _ = await process.communicate()
        assert out.strip() == b"False"

    run(body())
