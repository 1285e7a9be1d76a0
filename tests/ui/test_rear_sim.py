"""The simulated camera: pictures any decoder takes, a time code that survives, faults by name, and its command line."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from ui.camera.config import load_setup
from ui.camera.sim.camera import SimCamera
from ui.camera.sim.encoder import ROW, Spliced, encoded
from ui.camera.sim.scene import CODE_HEIGHT, SHOWN, View, draw_code
from ui.camera.sim.server import CameraServer, answer
from ui.camera.sim.timecode import BITS, bits_of, read_code

ROOT = Path(__file__).resolve().parents[2]
codes = st.tuples(st.integers(0, 2**44 - 1), st.integers(0, 65_535))


@given(codes, st.booleans())
def test_a_code_is_read_as_it_was_written_mirrored_too(code: tuple[int, int], mirrored: bool) -> None:
    bits = bits_of(code)
    row = bits[::-1] if mirrored else bits
    assert len(bits) == BITS
    assert read_code(lambda place: 40 + 60 * row[int(place * BITS)]) == code


@given(codes, st.integers(4, 67))
def test_a_square_misread_is_noticed(code: tuple[int, int], place: int) -> None:
    bits = bits_of(code)
    bits[place] ^= 1
    assert read_code(lambda share: bits[int(share * BITS)]) != code


def test_what_is_no_code_is_none() -> None:
    assert read_code(lambda place: 0.5) is None
    assert read_code(lambda place: place) is None


def code_in(data: bytes) -> tuple[int, int] | None:
    image = Image.open(io.BytesIO(data)).convert("L")
    left, y = (SHOWN[0] - BITS * 8) / 2, SHOWN[1] - CODE_HEIGHT // 2
    return read_code(lambda place: image.getpixel((int(left + place * BITS * 8), y)))  # type: ignore[arg-type]  # grey


@pytest.fixture(scope="module")
def camera() -> SimCamera:
    setup = load_setup("demo")
    return SimCamera(setup, setup.cameras[0], clock_ms=lambda: 123_456_789)


def test_a_spliced_picture_is_the_whole_one_encoded(camera: SimCamera) -> None:
    base = Image.effect_noise((320, 240), 60).convert("RGB")
    whole = base.copy()
    strip = Image.new("RGB", (320, ROW), (200, 40, 90))
    whole.paste(strip, (0, 240 - ROW))
    spliced = Image.open(io.BytesIO(Spliced(base).with_strip(strip))).convert("RGB")
    plain = Image.open(io.BytesIO(encoded(whole))).convert("RGB")
    assert ImageChops.difference(spliced, plain).getbbox() is None


def test_each_picture_has_the_time_and_its_number_in_it(camera: SimCamera) -> None:
    first, second = camera.picture(), camera.picture()
    assert code_in(first) == (123_456_789, camera.number - 1)
    assert code_in(second) == (123_456_789, camera.number)
    codec = av.CodecContext.create("mjpeg", "r")
    assert [(f.width, f.height) for f in codec.decode(av.Packet(second))] == [SHOWN]


def test_it_sees_what_the_car_sees(camera: SimCamera) -> None:
    camera.look({"parking.rear_center": 5.1})
    free = camera.picture()
    camera.look({"parking.rear_center": 0.8})
    assert camera.view == View(1.2, 0.8)
    post = Image.open(io.BytesIO(camera.picture()))
    there = ImageChops.difference(post, Image.open(io.BytesIO(free))).getbbox()
    assert there is not None
    assert there[0] < SHOWN[0] / 2 < there[2]


def test_faults_are_what_their_names_say() -> None:
    setup = load_setup("demo")
    camera = SimCamera(setup, setup.cameras[0])
    live = camera.picture()
    camera.fault("freeze", True)
    assert camera.picture() == camera.picture() == live
    camera.fault("freeze", False)
    assert camera.picture() != live
    camera.fault("garbage", True)
    assert not camera.picture().startswith(b"\xff\xd8")
    camera.fault("garbage", False)
    camera.fault("size", True)
    assert Image.open(io.BytesIO(camera.picture())).size == (640, 480)
    camera.fault("slow", True)
    assert camera.pause_s > 0.2
    with pytest.raises(LookupError, match="no fault mist"):
        camera.fault("mist", True)


def test_unwatched_it_rests_and_wakes_up_at_once(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.camera.sim.camera._UNWATCHED_S", 20.0)

    async def body() -> None:
        setup = load_setup("demo")
        cameras = {"rear": SimCamera(setup, setup.cameras[0])}
        server = CameraServer(cameras)
        reader, writer = await asyncio.open_connection("127.0.0.1", await server.start(0))
        writer.write(b"GET /rear HTTP/1.1\r\n\r\n")

        async def picture() -> None:
            await reader.readuntil(b"\xff\xd9\r\n")

        await picture()
        assert answer(cameras, b'{"watched": false}')["watched"] == []
        number = cameras["rear"].number
        assert cameras["rear"].pause_s == 20
        await asyncio.sleep(0)
        assert answer(cameras, b'{"watched": true}')["watched"] == ["rear"]
        async with asyncio.timeout(10):
            while cameras["rear"].number < number + 5:
                await picture()
        writer.close()
        await server.close()

    run(body(), 30)


def test_drawing_a_code_keeps_the_rest(camera: SimCamera) -> None:
    image = Image.new("RGB", SHOWN, (90, 90, 90))
    draw_code(image, (1, 2))
    assert image.crop((0, 0, SHOWN[0], SHOWN[1] - CODE_HEIGHT)).getextrema() == ((90, 90),) * 3


def test_the_command_serves_pictures_and_takes_faults(run: Callable[..., Any], tmp_path: Path) -> None:
    async def body() -> None:
        control = tmp_path / "camera.sock"
        command = ("-m", "ui.cli", "sim", "camera", "--port", "0", "--still", "--control", str(control))
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        try:
            port = int((await process.stdout.readline()).rsplit(b":", 1)[1])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /rear HTTP/1.1\r\n\r\n")
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 OK\r\n")
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.rsplit(b":", 1)[1])
            assert code_in(await reader.readexactly(length)) == (0, 1)
            asking, telling = await asyncio.open_unix_connection(str(control))
            for request, ok in ({"fault": "close"}, True), ({"fault": "rust"}, False), ({"camera": "roof"}, False):
                telling.write(json.dumps(request).encode() + b"\n")
                answer = json.loads(await asking.readline())
                assert answer["ok"] is ok, answer
            await reader.read()  # until it hangs up
            for stream in (writer, telling):
                stream.close()
                await stream.wait_closed()
            process.terminate()
            assert await process.wait() == 0
            assert not control.exists()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            process._transport.close()  # type: ignore[attr-defined]  # asyncio leaves the pipe to the collector, which warns

    run(body(), 30)
