"""A projected picture on its way from the stream socket to the screen, and touch on its way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.fakes.video import FakeVideo, encode_pictures
from ui.video.codecs import Candidate, candidates, open_first
from ui.video.stream import VideoStream
from ui.video.surface import VideoSurface, contained

WIDTH, HEIGHT = 640, 360
RED, GREEN, BLUE = (200, 30, 30), (30, 180, 60), (30, 40, 200)


def plain(colour: tuple[int, int, int], width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    return np.full((height, width, 3), colour, np.uint8)


class Screen:
    """A window of 800×400 with one surface over it all."""

    def __init__(self) -> None:
        self.window = QQuickWindow()
        self.window.resize(800, 400)
        self.surface = VideoSurface(self.window.contentItem())
        self.surface.setSize(QSize(800, 400))
        self.stream = VideoStream()
        self.surface.stream = self.stream
        self.window.show()

    def colour(self, x: int, y: int) -> tuple[int, int, int]:
        return self.window.grabWindow().pixelColor(x, y).getRgb()[:3]

    def close(self) -> None:
        self.stream.detach()
        self.surface.stream = None
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def screen(qtbot: Any) -> Any:
    screen = Screen()
    qtbot.waitUntil(screen.window.isExposed)
    yield screen
    screen.close()


@pytest.fixture
def video(screen: Screen) -> Any:
    video = FakeVideo()
    screen.stream.attach(video.fd)
    yield video
    video.close()


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 16 for a, b in zip(colour, wanted, strict=True))


def test_pictures_arrive_in_their_shape(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    units = encode_pictures([plain(RED), plain(GREEN)])
    video.format(WIDTH, HEIGHT)
    video.frame(*units[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    assert near(screen.colour(400, 200), RED)
    assert screen.surface.contentRect.size().toSize() == QSize(711, 400)
    assert not near(screen.colour(10, 200), RED), "beside the picture there is none"
    video.frame(*units[1])
    qtbot.waitUntil(lambda: near(screen.colour(400, 200), GREEN))


def test_a_new_size_starts_anew(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(RED)])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    video.format(400, 400)
    video.frame(*encode_pictures([plain(GREEN, 400, 400)])[0])
    qtbot.waitUntil(lambda: screen.surface.contentRect.size().toSize() == QSize(400, 400))
    qtbot.waitUntil(lambda: near(screen.colour(400, 200), GREEN))


def test_only_the_newest_picture_waits(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    units = encode_pictures([plain((i * 4, 90, 90)) for i in range(60)])
    video.format(WIDTH, HEIGHT)
    for index, unit in enumerate(units):
        video.frame(*unit, pts_us=index)
    qtbot.waitUntil(lambda: screen.stream.last_picture is not None and screen.stream.last_picture.pts_us == 59)
    assert screen.stream.received + screen.stream.dropped == 60


def test_pictures_leave_no_memory_behind(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    units = encode_pictures([plain((i % 250, 90, 90)) for i in range(240)])
    video.format(WIDTH, HEIGHT)

    def show(some: list[tuple[bool, bytes]]) -> int:
        for unit in some:
            before = screen.stream.received
            video.frame(*unit)
            qtbot.waitUntil(lambda before=before: screen.stream.received > before)
            screen.window.grabWindow()
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    warm = show(units[:40])
    # A texture a picture would be 180 MB.
    assert show(units[40:]) - warm < 40e6


def test_touch_is_mapped_through_what_is_drawn(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(RED)])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    points: list[Any] = []
    screen.stream.touched.connect(points.extend)
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=QPoint(10, 200))
    assert points == [], "the bar beside the picture is not the phone's"
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=QPoint(44 + 178, 100))
    assert [(p[1], round(p[2], 2), round(p[3], 2)) for p in points] == [(0, 0.25, 0.25), (2, 0.25, 0.25)]


def test_a_drag_that_leaves_the_picture_ends_at_its_edge(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(RED)])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    points: list[Any] = []
    screen.stream.touched.connect(points.extend)
    QTest.mousePress(screen.window, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    QTest.mouseMove(screen.window, QPoint(795, 395))
    QTest.mouseRelease(screen.window, Qt.MouseButton.LeftButton, pos=QPoint(795, 395))
    assert points[-1][1:4] == (2, 1.0, pytest.approx(395 / 400))


@pytest.mark.parametrize("garbage", [b"nonsense" * 40, b"PS\x03\x00\xff\xff\xff\x7f" + bytes(16)])
def test_garbage_ends_the_stream_in_words(screen: Screen, video: FakeVideo, qtbot: Any, garbage: bytes) -> None:
    with qtbot.waitSignal(screen.stream.ended) as ended:
        video.raw(garbage)
    assert "makes no sense" in ended.args[0]


def test_a_broken_frame_waits_for_the_next_key_frame(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    units = encode_pictures([plain(RED)])
    video.format(WIDTH, HEIGHT)
    with qtbot.waitSignal(screen.stream.keyFrameNeeded):
        video.frame(True, b"\0\0\0\1\x65 this is no slice")
    video.frame(False, b"\0\0\0\1\x41 nor is this")
    video.frame(*units[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture and near(screen.colour(400, 200), RED))


def test_the_end_tells_its_reason_and_keeps_the_last_picture(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(RED)])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    with qtbot.waitSignal(screen.stream.ended) as ended:
        video.end("The app was closed on the phone.")
    assert ended.args == ["The app was closed on the phone."]
    assert screen.stream.hasPicture


def test_a_stream_that_comes_again_is_not_hidden_by_its_last_picture(
    screen: Screen, video: FakeVideo, qtbot: Any
) -> None:
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(RED)])[0])
    qtbot.waitUntil(lambda: near(screen.colour(400, 200), RED))
    screen.stream.detach()
    assert not near(screen.colour(400, 200), RED)
    again = FakeVideo()
    screen.stream.attach(again.fd)
    again.format(WIDTH, HEIGHT)
    again.frame(*encode_pictures([plain(GREEN)])[0])
    qtbot.waitUntil(lambda: near(screen.colour(400, 200), GREEN))
    again.close()


def test_the_surface_in_front_tells_its_size(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    sizes: list[Any] = []
    screen.stream.resized.connect(lambda width, height: sizes.append((width, height)))
    screen.surface.sizing = False
    screen.surface.setSize(QSize(600, 300))
    assert sizes == []
    screen.surface.sizing = True
    assert sizes == [(600, 300)]


def test_a_preview_runs_to_every_edge(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    screen.surface.fill = True
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(RED)])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    assert near(screen.colour(5, 5), RED)
    assert near(screen.colour(795, 395), RED)


def test_contained_keeps_the_shape() -> None:
    assert contained(QSize(1280, 720), 640, 480, fill=True).getRect() == (-107, 0, 853, 480)
    assert contained(QSize(1280, 720), 640, 480).getRect() == (0, 60, 640, 360)
    assert contained(QSize(), 640, 480).isEmpty()


@pytest.mark.parametrize(
    "active", [(0, 60, 640, 240), (80, 0, 480, 360), (40, 20, 300, 200), (339, 159, 301, 201)], ids=str
)
def test_margins_are_cut_off_and_a_touch_lands_where_it_is_seen(
    screen: Screen, video: FakeVideo, qtbot: Any, active: tuple[int, int, int, int]
) -> None:
    x, y, width, height = active
    picture = plain(RED)
    picture[y : y + height, x : x + width] = GREEN
    picture[y : y + height // 2, x : x + width // 2] = BLUE
    video.format(WIDTH, HEIGHT, active=active)
    video.frame(*encode_pictures([picture])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    content = screen.surface.contentRect
    assert content.size() == contained(QSize(width, height), 800, 400).size()
    left, right = int(content.left()) + 12, int(content.right()) - 12
    top, bottom = int(content.top()) + 12, int(content.bottom()) - 12
    assert near(screen.colour(left, top), BLUE)
    for corner in ((right, top), (left, bottom), (right, bottom)):
        assert near(screen.colour(*corner), GREEN), corner
    touches: list[Any] = []
    screen.stream.touched.connect(touches.extend)
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=content.center().toPoint())
    assert touches[0][2:4] == (pytest.approx(0.5, abs=0.01), pytest.approx(0.5, abs=0.01))


@pytest.mark.parametrize(("codec", "encoder"), [("h265", "libx265"), ("vp9", "libvpx-vp9"), ("av1", "libsvtav1")])
def test_other_codecs_are_shown_as_well(screen: Screen, video: FakeVideo, qtbot: Any, codec: str, encoder: str) -> None:
    if encoder not in av.codecs_available:
        pytest.skip(f"this PyAV has no {encoder} to make a picture with")
    video.format(WIDTH, HEIGHT, codec)
    for key, unit in encode_pictures([plain(GREEN)] * 3, encoder=encoder):
        video.frame(key, unit)
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    assert near(screen.colour(400, 200), GREEN)


def test_hardware_that_cannot_be_opened_is_passed_over() -> None:
    def absent() -> Any:
        raise OSError("no such device")

    ways = [Candidate("v4l2m2m", absent), *candidates("h264")[-1:]]
    choice = open_first("h264", ways)
    assert choice is not None
    assert (choice.name, choice.hardware) == ("software", False)
    assert open_first("h264", ways[:1]) is None


def test_hardware_that_fails_at_its_first_picture_leaves_the_stream_to_the_processor(
    screen: Screen, video: FakeVideo, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other() -> Any:  # a decoder that takes no byte of this stream
        context = av.CodecContext.create("png", "r")
        context.open()
        return context

    software = candidates("h264")[-1]
    monkeypatch.setattr("ui.video.decoder.candidates", lambda _codec: [Candidate("vaapi", other), software])
    asked: list[bool] = []
    screen.stream.keyFrameNeeded.connect(lambda: asked.append(True))
    unit = encode_pictures([plain(GREEN)])[0]
    video.format(WIDTH, HEIGHT)
    video.frame(*unit)
    qtbot.waitUntil(lambda: bool(asked))
    video.frame(*unit)
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    assert screen.stream.way == "software"


def test_nobody_decodes_what_nobody_knows(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    with qtbot.waitSignal(screen.stream.ended) as told:
        video.format(WIDTH, HEIGHT, "mpg9")
        video.frame(True, b"x")
    assert "mpg9" in told.args[0]


def test_keys_are_the_phones_while_its_picture_has_the_focus(screen: Screen, video: FakeVideo, qtbot: Any) -> None:
    keyed: list[str] = []
    screen.stream.keyed.connect(keyed.append)
    screen.window.requestActivate()
    screen.surface.forceActiveFocus()
    QTest.keyClick(screen.window, Qt.Key.Key_Select)
    assert keyed == [], "there is no picture yet"
    video.format(WIDTH, HEIGHT)
    video.frame(*encode_pictures([plain(GREEN)])[0])
    qtbot.waitUntil(lambda: screen.stream.hasPicture)
    for key in (Qt.Key.Key_Select, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        QTest.keyClick(screen.window, key)
    assert keyed == ["ok", "left", "back"], "a turn goes on to the next control"
    screen.surface.rotary = True
    screen.surface.forceActiveFocus()
    QTest.keyClick(screen.window, Qt.Key.Key_Tab)
    QTest.keyClick(screen.window, Qt.Key.Key_Backtab)
    assert keyed[3:] == ["rotary_right", "rotary_left"]
