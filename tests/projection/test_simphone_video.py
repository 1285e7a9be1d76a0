"""What the phone's video is on the wire, and that its pictures show what they should."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import struct

import av
import numpy as np
import pytest

from backends.projection.simphone.blockcode import read_code
from backends.projection.simphone.encoder import CODECS
from tests.fakes.phone_host import Scrcpy, VideoPacket, driven, touch

TESTCARD = "org.example.testcard"
VERSIONS = ("3.3.4", "4.1")


class Decoder:
    """Feeds packets as a player does: parameter sets in front of the next key frame."""

    def __init__(self) -> None:
        self.context = av.CodecContext.create("h264", "r")
        self.config = b""

    def frames(self, packet: VideoPacket) -> list[av.VideoFrame]:
        if packet.kind == "config":
            self.config = packet.data
            return []
        if packet.kind == "session":
            return []
        data, self.config = self.config + packet.data, b""
        return self.context.decode(av.Packet(data))


async def frames(session: Scrcpy, decoder: Decoder, count: int) -> list[av.VideoFrame]:
    found: list[av.VideoFrame] = []
    while len(found) < count:
        found += decoder.frames(await session.packet())
    return found


async def until_picture(session: Scrcpy, decoder: Decoder, fits, tries: int = 400) -> np.ndarray:
    """The first decoded RGB picture that fits."""
    for _ in range(tries):
        for frame in decoder.frames(await session.packet()):
            picture = frame.to_ndarray(format="rgb24")
            if fits(picture):
                return picture
    raise AssertionError("no such picture came")


def near(picture: np.ndarray, x: int, y: int, colour: tuple[int, int, int], tolerance: int = 24) -> bool:
    return bool(np.abs(picture[y, x].astype(int) - colour).max() <= tolerance)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("reverse", [False, True])
def test_stream_starts_with_sizes_parameter_sets_and_a_key_frame(run, version: str, reverse: bool) -> None:
    async def body() -> None:
        async with driven(
            version,
            reverse=reverse,
            new_display="960x540/160",
            app=TESTCARD,
            phone=(
                "--name",
                "Mei's phone",
            ),
        ) as (_, session):
            assert session.name == "Mei's phone"
            packets = [await session.packet() for _ in range(12)]
            kinds = [packet.kind for packet in packets]
            if session.four:
                assert kinds.pop(0) == "session"
                assert not packets.pop(0).by_client
            expected = (960, 540) if session.four else (960, 536)
            assert session.size == expected
            assert kinds[:2] == ["config", "key"]
            assert set(kinds[2:]) == {"delta"}
            assert [packets[0].data[n] & 0x1F for n in (4,)] == [7]
            assert b"\0\0\0\1\x68" in packets[0].data
            times = [packet.pts for packet in packets[1:]]
            assert times == sorted(times)
            decoder = Decoder()
            decoded = [frame for packet in packets for frame in decoder.frames(packet)]
            assert len(decoded) == len(packets) - 1
            assert {(frame.width, frame.height) for frame in decoded} == {expected}

    run(body())


def test_testcard_shows_bars_numbers_its_frames_and_marks_fingers(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="1280x720/160", app=TESTCARD) as (phone, session):
            decoder = Decoder()
            picture = await until_picture(session, decoder, lambda p: near(p, 80, 200, (235, 235, 235)))
            assert near(picture, 240, 200, (235, 235, 16))
            assert near(picture, 880, 200, (235, 16, 16))
            codes = []
            for frame in await frames(session, decoder, 15):
                luma = frame.to_ndarray()[:720]
                code = read_code(luma)
                assert code is not None
                codes.append(code)
            numbers = [code.frame for code in codes]
            assert numbers == list(range(numbers[0], numbers[0] + 15))
            assert all(later.time_us > earlier.time_us for earlier, later in itertools.pairwise(codes))
            assert session.control is not None
            session.control.write(touch(0, 640, 480, session.size))
            await until_picture(session, decoder, lambda p: near(p, 640, 480, (255, 40, 40), 40))
            session.control.write(touch(0, 300, 500, session.size, pointer=2))
            await until_picture(session, decoder, lambda p: near(p, 300, 500, (60, 110, 255), 40))
            display = await phone.control.display(TESTCARD)
            assert display["last_touch"]["x"] == 300
            assert display["touches"] == 2

    run(body())


def test_touch_for_another_size_is_dropped(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="1280x720/160", app=TESTCARD) as (phone, session):
            await session.packet()
            assert session.control is not None
            session.control.write(touch(0, 10, 10, (1280, 704)))
            state = await phone.control.until(lambda state: state["inputs"].get("Touch"))
            (display,) = [display for display in state["displays"] if display["id"] != 0]
            assert display["touches_dropped"] == 1
            assert display["last_touch"] is None

    run(body())


@pytest.mark.parametrize("version", VERSIONS)
def test_reset_video_brings_parameter_sets_and_a_key_frame(run, version: str) -> None:
    async def body() -> None:
        async with driven(version, new_display="640x480/120", app="com.android.settings") as (phone, session):
            await phone.control.display("com.android.settings")
            assert session.control is not None
            packet = await session.packet()
            while packet.kind != "key":
                packet = await session.packet()
            session.control.write(bytes([17]))
            kinds = []
            while not kinds or kinds[-1] != "key":
                packet = await session.packet()
                kinds.append(packet.kind)
            assert kinds[-2] == "config"

    run(body())


def test_flexible_display_is_resized_on_request(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="1280x720/160", flex_display=True, app=TESTCARD) as (phone, session):
            packet = await session.packet()
            assert session.size == (1280, 720)
            assert session.control is not None
            session.control.write(struct.pack(">BHH", 21, 801, 480))
            decoder = Decoder()
            while (packet := await session.packet()).kind != "session" or packet.width == 1280:
                pass
            assert (packet.width, packet.height, packet.by_client) == (800, 480, True)
            first = [await session.packet(), await session.packet()]
            assert [packet.kind for packet in first] == ["config", "key"]
            for packet in first:
                decoder.frames(packet)
            picture = await until_picture(session, decoder, lambda p: p.shape == (480, 800, 3))
            assert near(picture, 50, 100, (235, 235, 235))
            state = await phone.control.state()
            assert [(display["width"], display["height"]) for display in state["displays"] if display["id"]] == [
                (800, 480)
            ]

    run(body())


def test_a_still_app_sends_nothing_after_its_repeats(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="640x480/120", app="com.android.settings") as (phone, session):
            display = await phone.control.display("com.android.settings")
            assert session.video is not None
            count = 0
            try:
                while True:
                    packet = await asyncio.wait_for(session.packet(), 1.5)
                    count += packet.kind in ("key", "delta")
            except TimeoutError:
                pass
            # One or two pictures (black, then the app), and at most ten repeats of each.
            assert 2 <= count <= 24
            assert session.control is not None
            session.control.write(touch(0, *_switch(display), session.size) + touch(1, *_switch(display), session.size))
            await phone.control.until(lambda state: state["dark"] is False)
            assert (await session.packet()).kind == "delta"

    run(body())


def _switch(display: dict[str, int]) -> tuple[int, int]:
    return display["width"] // 2, round(84 * 0.75) + 40


@pytest.mark.parametrize("version", VERSIONS)
def test_rotation_changes_the_size_in_the_stream(run, version: str) -> None:
    async def body() -> None:
        async with driven(version, new_display="640x480/120", app=TESTCARD) as (_, session):
            decoder = Decoder()
            await frames(session, decoder, 3)
            assert session.control is not None
            session.control.write(bytes([11]))
            kinds: list[str] = []
            while (packet := await session.packet()).kind != "config":
                kinds.append(packet.kind)
            # 4.x announces the new size, in 3.x only the new parameter sets tell.
            assert [kind for kind in kinds if kind != "delta"] == (["session"] if session.four else [])
            decoder = Decoder()
            decoder.frames(packet)
            (frame,) = await frames(session, decoder, 1)
            assert (frame.width, frame.height) == (480, 640)

    run(body())


def test_key_frames_come_as_often_as_asked(run) -> None:
    async def body() -> None:
        async with driven("4.1", video_codec_options="i-frame-interval=1", new_display="320x240/120", app=TESTCARD) as (
            _,
            session,
        ):
            keys: list[int] = []
            while len(keys) < 3:
                packet = await session.packet()
                keys += [packet.pts] if packet.kind == "key" else []
            assert (np.diff(keys) > 900_000).all()
            assert (np.diff(keys) < 2_000_000).all()

    run(body())


def test_the_test_card_stands_still_at_no_pictures_a_second(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="640x480/120", app=TESTCARD) as (phone, session):
            decoder = Decoder()
            await frames(session, decoder, 3)
            await phone.control("testcard", fps=0)
            numbers: list[int] = []
            with contextlib.suppress(TimeoutError):
                while True:
                    for frame in decoder.frames(await asyncio.wait_for(session.packet(), 0.8)):
                        code = read_code(frame.to_ndarray()[:480])
                        assert code is not None
                        numbers.append(code.frame)
            assert numbers[-8:] == [numbers[-1]] * 8, "only repeats"

    run(body())


def test_max_size_scales_the_picture_and_the_touches(run) -> None:
    async def body() -> None:
        async with driven("3.3.4", max_size=640, new_display="1280x720/160", app=TESTCARD) as (phone, session):
            assert session.size == (640, 360)
            assert session.control is not None
            session.control.write(touch(0, 320, 240, session.size))
            await phone.control.until(lambda state: state["inputs"].get("Touch"))
            display = await phone.control.display(TESTCARD)
            assert (display["last_touch"]["x"], display["last_touch"]["y"]) == (640, 480)
            await until_picture(session, Decoder(), lambda p: near(p, 320, 240, (255, 40, 40), 50))

    run(body())


def test_max_fps_is_obeyed(run) -> None:
    async def body() -> None:
        async with driven("4.1", max_fps=10, new_display="640x480/120", app=TESTCARD) as (phone, session):
            await phone.control("testcard", fps=60)
            await phone.control.display(TESTCARD)
            times: list[int] = []
            while len(times) < 25:
                packet = await session.packet()
                times += [packet.pts] if packet.kind in ("key", "delta") else []
            assert np.diff(times[-15:]).min() > 80_000

    run(body())


def test_every_codec_offered_can_be_made() -> None:
    for name in CODECS.values():
        assert name in av.codecs_available
