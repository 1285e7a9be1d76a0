"""AirPlay by UxPlay: a program that writes what the real one writes, the real GStreamer, and the real one where there is one."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.airplay.link import AirplayLink
from backends.projection.airplay.multipart import PART_MAX, Parts
from backends.projection.airplay.receiver import arguments
from backends.projection.defs import Reason, SessionState
from backends.projection.errors import PeerFault, Unsupported
from backends.projection.mirror.link import Surroundings
from backends.projection.service import ProjectionService
from tests.fakes.host import local_link, until
from tests.fakes.projection import MOVING, PARKED, Client, Vehicle
from tests.fakes.uxplay import installed
from tests.fakes.video import encode_pictures
from tests.fakes.vnc import Rects, Viewer
from tests.projection.fuzz.airplay import Fuzzer, decode_damaged

RED, GREEN = (200, 30, 30), (30, 180, 60)
DEVICE = "airplay:receiver"


def units(*colours: tuple[int, int, int], width: int = 320, height: int = 240) -> list[bytes]:
    """H.264 of plain pictures; only the first is a key frame."""
    pictures = [np.full((height, width, 3), colour, np.uint8) for colour in colours]
    return [data for _, data in encode_pictures(pictures)]


def framed(*parts: bytes) -> bytes:
    """As multipartmux of GStreamer 1.22 writes it."""
    heads = (b"--picture\r\nContent-Type: video/x-h264\r\nContent-Length: %d\r\n\r\n" % len(part) for part in parts)
    return b"\r\n".join(head + part for head, part in zip(heads, parts, strict=True))


def near(pixels: np.ndarray, colour: tuple[int, int, int]) -> bool:
    value = int(pixels[pixels.shape[0] // 2, pixels.shape[1] // 2])
    shown = (value >> 16 & 255, value >> 8 & 255, value & 255)
    return all(abs(a - b) < 16 for a, b in zip(shown, colour, strict=True))


class Listening(Viewer):
    """Sound as well."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[tuple[str, str]] = []
        self.heard = b""
        self.sounds: list[Any] = []

    def waiting(self, code: str, text: str) -> None:
        self.waits.append((code, text))

    def sound(self, role: str, sound: Any) -> None:
        self.sounds.append((role, sound.rate, sound.channels))

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        self.heard += data

    def sound_stopped(self, role: str) -> None:
        self.sounds.append(role)


@asynccontextmanager
async def listening(name: str = "My car") -> AsyncIterator[tuple[Listening, AirplayLink]]:
    told = Listening()
    link = AirplayLink(told)
    link.resize(1920, 720, 160)
    link.set_surroundings(Surroundings(name=name))
    run = asyncio.create_task(link.run())
    try:
        await until(lambda: told.waits or run.done(), what="the receiver")
        if run.done():
            run.result()
        yield told, link
    finally:
        run.cancel()
        await asyncio.wait({run})


def test_an_iphone_is_shown_and_heard(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        before = len(os.listdir("/proc/self/fd"))
        async with installed(tmp_path, monkeypatch) as uxplay, listening() as (told, link):
            await until(lambda: uxplay.running, what="its start")
            args = uxplay.starts[0]
            assert args[args.index("-n") + 1] == "My car"
            assert args[args.index("-s") + 1] == "1920x720@60"
            assert told.states == [SessionState.CONNECTING]
            assert told.waits == [
                ("permission", "On the iPhone, open Control Centre, then Screen Mirroring, and choose this car.")
            ]
            uxplay.say("connection request from Eva's iPhone (iPhone14,2) with deviceID = 00:11:22:33:44:55")
            for unit in units(RED, RED, GREEN):
                uxplay.picture(unit)
            await until(lambda: near(told.pixels, GREEN), what="green")
            assert told.states[1] is SessionState.READY
            assert (told.formats[-1].codec, told.formats[-1].width, told.formats[-1].height) == ("rect", 320, 240)
            assert all(told.keys)
            assert told.facts["model"] == "Eva's iPhone, iPhone14,2"
            assert ("airplay", "uxplay", "1.62") in link.report()
            samples = np.arange(0, 8821 * 2, dtype="<i2").tobytes()
            uxplay.sound(samples[:4003])
            uxplay.sound(samples[4003:])
            await until(lambda: told.heard == samples, what="the sound")
            assert told.sounds[0] == ("media", 44100, 2)
            await until(lambda: told.sounds[-1] == "media", what="silence")
        assert len(os.listdir("/proc/self/fd")) <= before

    run(body())


def test_who_looks_later_sees_the_picture_without_a_key_frame(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        async with installed(tmp_path, monkeypatch) as uxplay, listening() as (told, link):
            await until(lambda: uxplay.running, what="its start")
            told.reads = False
            sent = units(RED, GREEN, RED, GREEN)
            for unit in sent[:3]:
                uxplay.picture(unit)
            await until(lambda: link._pictures.decoded == 3, what="decoding")
            assert not told.frames
            told.reads = True
            link.room()
            assert near(told.pixels, RED)
            link.show(False)
            uxplay.picture(sent[3])
            await until(lambda: link._pictures.decoded == 4, what="decoding")
            await asyncio.sleep(0)
            assert len(told.frames) == 1, "nobody looks"
            link.show(True)
            assert near(told.pixels, GREEN)
            for unit in units(RED, width=240, height=320):  # the phone is turned
                uxplay.picture(unit)
            await until(lambda: told.formats[-1].height == 320 and near(told.pixels, RED), what="the other shape")
            uxplay.say("Re-launching RAOP server...")
            await until(lambda: len(told.waits) == 2, what="the invitation")
            count = len(told.frames)
            link.request_keyframe()
            assert len(told.frames) == count, "what was mirrored is over"

    run(body())


def test_why_it_does_not_work(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        with monkeypatch.context() as patch:
            patch.setenv("PATH", str(tmp_path))
            with pytest.raises(Unsupported) as caught:
                async with listening():
                    pass
        assert caught.value.reason is Reason.MISSING
        async with installed(tmp_path, monkeypatch, "broken"):
            with pytest.raises(Unsupported, match="avahi-daemon"):
                async with listening():
                    pass
        async with installed(tmp_path, monkeypatch) as uxplay:
            for spoil, words in (
                (lambda: uxplay.exit(3), "ended by itself"),
                (lambda: uxplay.raw(bytes(1000)), "not in the form"),
                (lambda: [uxplay.picture(b"\0\0\1\x65nonsense") for _ in range(130)], "cannot be decoded"),
            ):
                told = Listening()
                link = asyncio.create_task(AirplayLink(told).run())
                await until(lambda told=told: told.waits and uxplay.running, what="its start")
                spoil()
                await asyncio.wait({link}, timeout=10)
                assert words in str(link.exception())
                await until(lambda: not uxplay.running, what="its end")

    run(body())


def test_one_that_does_not_want_to_end_is_ended(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        loop = asyncio.get_running_loop()
        async with installed(tmp_path, monkeypatch, "stubborn") as uxplay:
            async with listening():
                await until(lambda: uxplay.running, what="its start")
                began_s = loop.time()
            assert loop.time() - began_s < 2.0

    run(body())


def test_through_the_service(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        vehicle = Vehicle(PARKED)
        service = ProjectionService({"workers": "0", "adb_server": "off", "discover": "airplay"})
        async with (
            installed(tmp_path, monkeypatch) as uxplay,
            local_link({"vehicle": vehicle, "projection": service}) as link,
        ):
            it = Client(link, DEVICE)
            session = await it.open("airplay", 800, 480)
            await until(lambda: it.said and it.said[-1]["waiting"] == "permission", what="the invitation")
            report = it.said[-1]
            assert (report["state"], "Control Centre" in report["text"]) == ("connecting", True)
            assert "touch" not in report["capabilities"]
            video = Rects(await it.call("OpenVideo", session))
            for unit in units(RED):
                uxplay.picture(unit)
            await until(lambda: near(video.pixels, RED), what="red")
            assert it.said[-1]["state"] == "focused"
            assert it.said[-1]["waiting"] == ""
            vehicle.set_property("Restrictions", MOVING)
            await until(lambda: it.said[-1]["gated"], what="the rules")
            count = len(video.packets)
            for unit in units(GREEN):
                uxplay.picture(unit)
            await it.call("RequestKeyframe", session)
            assert len(video.packets) == count
            vehicle.set_property("Restrictions", PARKED)
            await until(lambda: near(video.pixels, GREEN), what="green")
            await it.call("Close", session)
            await until(lambda: not uxplay.running, what="its end")
            video.close()

    run(body())


def test_without_uxplay_there_is_no_trace_of_it(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        service = ProjectionService({"workers": "0", "adb_server": "off"})
        async with local_link({"vehicle": Vehicle(PARKED), "projection": service}) as link:
            assert "airplay" not in [kind["id"] for kind in await link.call("projection", "Kinds")]
            assert await link.call("projection", "Devices") == []

    run(body())


# -- parts -------------------------------------------------------------------------------------------------------------


@given(st.lists(st.binary(max_size=300), max_size=6), st.integers(1, 50))
def test_parts_survive_any_cut(given_: list[bytes], step: int) -> None:
    wire, parts = framed(*given_), Parts()
    assert [part for at in range(0, len(wire), step) for part in parts.feed(wire[at : at + step])] == given_


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_any_bytes_are_parts_or_a_fault(pieces: list[bytes]) -> None:
    parts = Parts()
    try:
        for piece in pieces:
            parts.feed(piece)
            parts.feed(b"\r\n--picture\r\nContent-Length: 3\r\n\r\n" + piece)
    except PeerFault:
        pass


def test_a_part_that_is_too_large_is_a_fault() -> None:
    with pytest.raises(PeerFault, match="form"):
        Parts().feed(b"--picture\r\nContent-Length: %d\r\n\r\n" % (PART_MAX + 1))
    with pytest.raises(PeerFault):
        Parts().feed(b"--picture\r\n" + b"X: y\r\n" * 60)


def test_the_real_gstreamer_writes_what_we_read(tmp_path: Path) -> None:
    """The pipeline as UxPlay builds it from our arguments, with a file in place of the iPhone."""
    launch = shutil.which("gst-launch-1.0")
    if launch is None:
        pytest.skip("there is no gst-launch-1.0 here (package gstreamer1.0-tools)")
    sent = units(RED, GREEN, RED)
    (tmp_path / "in.h264").write_bytes(b"".join(sent))
    reading, writing = os.pipe()
    args = arguments("car", 640, 360, writing, 9)
    given_ = dict(zip(args, [*args[1:], ""], strict=True))
    caps = "video/x-h264,stream-format=byte-stream,alignment=au"
    source = f"filesrc location={tmp_path}/in.h264 ! h264parse ! {caps} ! queue"
    chain = " ! ".join([source, given_["-vp"], given_["-vd"], given_["-vc"], "videoscale", given_["-vs"]])
    process = subprocess.Popen([launch, "-q", *f"{chain} name=x sync=false".split()], pass_fds=[writing])
    os.close(writing)
    data = b""
    while piece := os.read(reading, 65536):
        data += piece
    os.close(reading)
    if process.wait() and not data:
        pytest.skip("GStreamer's plugins for H.264 are not installed")
    parts = Parts().feed(data)
    assert len(parts) == 3
    # Access unit delimiters and parameter sets are put in; the slices are the encoder's own.
    assert all(part.startswith(b"\0\0\0\1\x09") for part in parts)
    assert all(unit[-40:] in part for unit, part in zip(sent, parts, strict=True))


def test_the_real_uxplay_starts_with_our_arguments(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is installed. Without an Avahi that it finds, it says so, and we do."""
    if shutil.which("uxplay") is None:
        pytest.skip("there is no uxplay here")

    async def body() -> None:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
        with pytest.raises(Unsupported, match="avahi-daemon|GStreamer"):
            async with listening():
                pass

    run(body())


def test_damaged_pipes_and_pictures(run: Any) -> None:
    """Some thousand; `python -m tests.projection.fuzz.airplay 1000000` for more."""
    fuzzer = Fuzzer()
    run(fuzzer.run(500, guided=True))
    run(fuzzer.run(2500))
    assert fuzzer.outcomes["parts", "refused"] > 300
    assert fuzzer.outcomes["parts", "4 parts"] > 300
    assert decode_damaged(600) > 200
