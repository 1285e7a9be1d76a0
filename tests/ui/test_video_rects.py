"""Pictures in parts: a VNC screen on its way from the stream socket to the window."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.defs import RECT_AREA, StreamError
from tests.fakes.video import FakeVideo
from ui.video.rects import Canvas
from ui.video.stream import VideoStream
from ui.video.surface import VideoSurface


def part(x: int, y: int, pixels: np.ndarray) -> bytes:
    """One part of a frame: pixels as (height, width) of 0x00RRGGBB."""
    height, width = pixels.shape
    return RECT_AREA.pack(x, y, width, height) + pixels.astype("<u4").tobytes()


def seen(canvas: Canvas, target: tuple[int, int] = (0, 0)) -> np.ndarray:
    picture = canvas.picture(target)
    rows = np.frombuffer(picture.pixels, np.uint8)[: picture.stride * picture.height]
    return rows.reshape(picture.height, -1)[:, : picture.width * 4].copy().view("<u4")


@given(st.data())
def test_parts_land_where_they_belong(data: st.DataObject) -> None:
    width, height = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40))
    wanted = np.zeros((height, width), np.uint32)
    canvas = Canvas(width, height)
    frame = b""
    for number in range(data.draw(st.integers(0, 6))):
        x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
        w, h = data.draw(st.integers(1, width - x)), data.draw(st.integers(1, height - y))
        wanted[y : y + h, x : x + w] = np.arange(w * h).reshape(h, w) + 0x10000 * (number + 1)
        frame += part(x, y, wanted[y : y + h, x : x + w])
    canvas.paint(frame)
    assert np.array_equal(seen(canvas), wanted)


def test_a_picture_taken_is_not_painted_over() -> None:
    canvas = Canvas(4, 4)
    before = canvas.picture((0, 0))
    canvas.paint(part(0, 0, np.full((4, 4), 0xFF0000)))
    assert not any(before.pixels), "the display may still be painting the old one"


@pytest.mark.parametrize("size", [(6, 6), (7, 5)])
def test_a_picture_is_scaled_to_where_it_is_drawn(size: tuple[int, int]) -> None:
    canvas = Canvas(*size)  # an odd width has padded rows in FFmpeg
    pixels = np.full(size[::-1], 0x00FF00)
    pixels[:, : size[0] // 2] = 0xFF0000
    canvas.paint(part(0, 0, pixels))
    large = seen(canvas, (size[0] * 10, size[1] * 10)) & 0xFFFFFF
    assert large.shape == (size[1] * 10, size[0] * 10)
    assert large[20, 3] == 0xFF0000
    assert large[20, -3] == 0x00FF00


@pytest.mark.parametrize(
    "frame",
    [
        b"\0\0\0",
        RECT_AREA.pack(0, 0, 2, 2) + bytes(15),
        RECT_AREA.pack(7, 0, 2, 1) + bytes(8),
        RECT_AREA.pack(0, 65535, 1, 1) + bytes(4),
    ],
)
def test_a_part_that_does_not_fit_is_a_fault(frame: bytes) -> None:
    with pytest.raises(StreamError):
        Canvas(8, 8).paint(frame)


def test_a_screen_of_no_size_is_a_fault() -> None:
    for size in ((0, 5), (5, 0), (9000, 5)):
        with pytest.raises(StreamError):
            Canvas(*size)


def test_parts_reach_the_window(qtbot: Any) -> None:
    from PySide6.QtQuick import QQuickWindow

    window = QQuickWindow()
    window.resize(200, 100)
    surface, stream, video = VideoSurface(window.contentItem()), VideoStream(), FakeVideo()
    surface.setSize(window.size())
    surface.stream = stream
    window.show()
    qtbot.waitUntil(window.isExposed)
    stream.attach(video.fd)

    def colour(x: int, y: int) -> int:
        return int(window.grabWindow().pixel(x, y) & 0xFFFFFF)

    video.format(100, 50, "rect")
    video.frame(True, part(0, 0, np.full((50, 100), 0x204080)))
    qtbot.waitUntil(lambda: colour(20, 20) == colour(180, 90) == 0x204080)
    video.frame(False, part(50, 0, np.full((50, 50), 0xFF8000)))
    qtbot.waitUntil(lambda: colour(180, 90) == 0xFF8000)
    assert colour(20, 20) == 0x204080, "the rest stays as it was"
    assert stream.coded_size == (100, 50)
    video.format(50, 50, "rect")
    video.frame(True, part(0, 0, np.full((50, 50), 0xFFFFFF)))
    qtbot.waitUntil(lambda: (colour(100, 50), colour(20, 50)) == (0xFFFFFF, colour(2, 2)))
    ended: list[str] = []
    stream.ended.connect(ended.append)
    video.frame(False, b"nonsense, and more of it" + bytes(3))
    qtbot.waitUntil(lambda: len(ended) == 1)
    assert "does not fit" in ended[0]
    stream.detach()
    video.close()
    surface.stream = None
    window.close()
    window.deleteLater()
