"""The kernel's test camera (vivid) as the rear camera: run in the virtual target, which has /dev/video0.

script/target runs it there.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickWindow

from ui.camera.config import CameraSpec
from ui.camera.feed import Feed, Shot
from ui.camera.stream import CameraStream
from ui.camera.watch import Truth
from ui.video.surface import VideoSurface

DEVICE = Path("/dev/video0")
pytestmark = [
    pytest.mark.target,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not DEVICE.exists(), reason="there is no /dev/video0; see ../shared/tools/target-vm"),
]
SLOW_MS = 4000
"""The target is emulated: ages mean nothing there."""


def spec(**more: Any) -> CameraSpec:
    return CameraSpec(
        "rear", "v4l2", str(DEVICE), stale_ms=SLOW_MS, repeats_ms=SLOW_MS, options={"video_size": "640x360"}, **more
    )


def wait(predicate: Any, deadline_s: float = 120.0) -> None:
    end = time.monotonic() + deadline_s
    while not predicate():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.02)


def test_the_device_is_read_and_its_pictures_differ() -> None:
    shots: list[Shot] = []

    def take() -> None:
        if (shot := feed.take()) is not None:
            shots.append(shot)

    feed = Feed(spec(), take)
    feed.want(True)
    try:
        wait(lambda: len(shots) >= 5)
        assert feed.size == (640, 360)
        assert len({shot.content for shot in shots}) > 1, "the test picture has a running clock in it"
        assert not any(shot.black for shot in shots)
    finally:
        feed.close()


def test_it_is_painted_turned_round_and_live(qtbot: Any) -> None:
    window, stream = QQuickWindow(), CameraStream()
    window.resize(800, 450)
    surface = VideoSurface(window.contentItem())
    surface.setSize(QSize(800, 450))
    surface.setProperty("stream", stream)
    window.show()
    stream.use(spec())
    stream.look(True)
    try:
        qtbot.waitUntil(lambda: stream.truth is Truth.LIVE and stream.received > 2, timeout=120_000)
        plain = window.grabWindow()
        left, right = (plain.pixelColor(int(800 * share), 400).getRgb()[:3] for share in (0.06, 0.94))
        assert left != right, "the colour bars differ from side to side"
        surface.setProperty("mirrored", True)
        turned = window.grabWindow()
        assert turned.pixelColor(int(800 * 0.94), 400).getRgb()[:3] == pytest.approx(left, abs=12)
    finally:
        stream.release()
        surface.setProperty("stream", None)
        window.close()


def test_a_device_that_goes_is_lost_and_another_one_is_taken(qtbot: Any) -> None:
    stream = CameraStream()
    stream.use(CameraSpec("rear", "v4l2", "/dev/video99"))
    stream.look(True)
    try:
        qtbot.waitUntil(lambda: stream.truth is Truth.LOST, timeout=60_000)
        stream.use(spec())
        qtbot.waitUntil(lambda: stream.truth is Truth.LIVE, timeout=120_000)
    finally:
        stream.release()
