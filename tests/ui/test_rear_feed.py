"""A camera on a real socket, read on its own thread: broken at any byte, gone and back, never in the way."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.fakes.camera import BOUNDARY, FakeCamera, jpeg, part
from ui.camera.config import CameraSpec
from ui.camera.feed import Feed, Shot


@pytest.fixture
def camera() -> Any:
    camera = FakeCamera()
    yield camera
    camera.close()


class Looker:
    """A feed somebody looks at, and what it gave."""

    def __init__(self, source: str, kind: str = "mjpeg", **spec: Any) -> None:
        self.shots: list[Shot] = []
        self.feed = Feed(CameraSpec("rear", kind, source, **spec), self._on_shot)
        self.feed.want(True)

    def _on_shot(self) -> None:
        shot = self.feed.take()
        if shot is not None:
            self.shots.append(shot)

    @property
    def shades(self) -> list[int]:
        return [shot.picture.pixels[0] for shot in self.shots]


@pytest.fixture
def looker(camera: FakeCamera) -> Any:
    looker = Looker(camera.url)
    wait(lambda: camera.clients == 1)
    yield looker
    looker.feed.close()


def wait(predicate: Any, deadline_s: float = 8.0) -> None:
    end = time.monotonic() + deadline_s
    while not predicate():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.005)


def near(shade: int) -> Any:
    return pytest.approx(shade, abs=4)


def test_pictures_come_through_as_they_are_sent(camera: FakeCamera, looker: Looker) -> None:
    for index, shade in enumerate((40, 120, 200)):
        camera.show(shade)
        wait(lambda count=index + 1: len(looker.shots) == count)
    assert looker.shades == [near(40), near(120), near(200)]
    picture = looker.shots[-1].picture
    assert (picture.width, picture.height) == (160, 96)
    assert picture.sent_ns <= time.monotonic_ns()
    assert len({shot.content for shot in looker.shots}) == 3
    assert b"GET /video HTTP/1.1\r\n" in camera.requests[0]


def test_the_same_picture_twice_has_the_same_content(camera: FakeCamera, looker: Looker) -> None:
    for count in (1, 2):
        camera.show(77)
        wait(lambda count=count: len(looker.shots) == count)
    assert looker.shots[0].content == looker.shots[1].content


def test_black_is_seen_as_black(camera: FakeCamera, looker: Looker) -> None:
    for shade, black in ((2, True), (90, False)):
        camera.show(shade)
        wait(lambda shade=shade: looker.shades and looker.shades[-1] == near(shade))
        assert looker.shots[-1].black is black


def test_it_is_scaled_to_the_size_asked_for(camera: FakeCamera, looker: Looker) -> None:
    looker.feed.target = (320, 192)
    camera.show(50)
    wait(lambda: looker.shots)
    assert (looker.shots[0].picture.width, looker.feed.size) == (320, (160, 96))


def test_another_size_in_the_middle_is_followed(camera: FakeCamera, looker: Looker) -> None:
    camera.show(50)
    wait(lambda: looker.shots)
    camera.send(part(jpeg(60, 320, 240)))
    wait(lambda: len(looker.shots) == 2)
    assert looker.feed.size == (320, 240)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5, 0.9, 0.999])
def test_a_connection_cut_at_any_byte_comes_back(camera: FakeCamera, looker: Looker, share: float) -> None:
    whole = part(jpeg(90))
    camera.send(whole[: int(len(whole) * share)])
    camera.hang_up()
    wait(lambda: camera.clients == 2)
    camera.show(150)
    wait(lambda: looker.shades and looker.shades[-1] == near(150))


def test_garbage_and_half_pictures_do_not_stop_it(camera: FakeCamera, looker: Looker) -> None:
    data = jpeg(99)
    camera.send(part(b"\xff\xd8" + bytes(range(256)) * 4 + b"\xff\xd9"))
    camera.send(part(data[:40] + b"\xff\xd9"))
    camera.send(bytes(range(256)) * 8)
    camera.show(160)
    wait(lambda: looker.shades and looker.shades[-1] == near(160))


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 404 Not Found\r\n\r\n",
        b"220 ftp ready\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx",
    ],
)
def test_what_is_no_camera_is_asked_again_with_a_pause(camera: FakeCamera, head: bytes) -> None:
    right, camera.head = camera.head, head
    looker = Looker(camera.url)
    try:
        wait(lambda: camera.clients >= 2)
        assert looker.feed.problem
        camera.head = right
        wait(lambda: (camera.show(130), looker.shots)[1])
        assert looker.feed.problem == ""
    finally:
        looker.feed.close()


def test_nobody_there_is_no_error_and_closing_is_quick() -> None:
    looker = Looker("http://127.0.0.1:9/none")
    wait(lambda: looker.feed.problem)
    began = time.monotonic()
    looker.feed.close()
    assert time.monotonic() - began < 1


def test_while_nobody_looks_nothing_is_decoded_and_the_first_look_shows_the_present(
    camera: FakeCamera, looker: Looker
) -> None:
    looker.feed.want(False)
    for shade in (20, 60, 100):
        camera.show(shade)
    wait(lambda: looker.feed.arrived == 3)
    assert looker.feed.decoded == 0
    looker.feed.want(True)
    camera.show(140)
    wait(lambda: looker.shots)
    assert looker.shades == [near(140)]


def test_chunked_answers_and_passwords(camera: FakeCamera) -> None:
    kind = f"Content-Type: multipart/x-mixed-replace; boundary={BOUNDARY}"
    camera.head = f"HTTP/1.1 200 OK\r\n{kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    looker = Looker(camera.url.replace("http://", "http://viewer:p%40ss@"))
    try:
        wait(lambda: camera.clients == 1)
        data = part(jpeg(70))
        for piece in (data[:31], data[31:]):
            camera.send(f"{len(piece):X}\r\n".encode() + piece + b"\r\n")
        wait(lambda: looker.shots)
        assert b"Authorization: Basic dmlld2VyOnBAc3M=\r\n" in camera.requests[0]
    finally:
        looker.feed.close()


def test_a_file_is_played_in_a_loop(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    with av.open(str(film), "w") as out:
        stream = out.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for index in range(9):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 25 * index, np.uint8), format="rgb24")
            for packet in stream.encode(frame):
                out.mux(packet)
        for packet in stream.encode(None):
            out.mux(packet)
    looker = Looker(str(film), kind="file")
    try:
        wait(lambda: looker.feed.arrived > 20)
        assert len({shot.content for shot in looker.shots}) >= 7
    finally:
        looker.feed.close()


def test_a_jpeg_is_what_pillow_says_it_is() -> None:
    # The bench's own pictures are real ones.
    from PIL import Image

    assert Image.open(io.BytesIO(jpeg(30))).size == (160, 96)
