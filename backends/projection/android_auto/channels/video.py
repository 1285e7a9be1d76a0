"""The phone's picture: configurations in order of preference, who has the screen, and an acknowledgement for every piece."""

from __future__ import annotations

import time
from typing import ClassVar

from backends.projection.android_auto.car import CODEC_NAMES
from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import MediaSink, Service, VideoConfig
from backends.projection.android_auto.ids import Codec, Media, VideoMode
from backends.projection.android_auto.messages import (
    Ack,
    ConfigReply,
    Setup,
    Start,
    VideoFocus,
    VideoFocusRequest,
    unpack_media,
)
from backends.projection.android_auto.panel import Panel
from backends.projection.android_auto.sentences import nonsense
from backends.projection.defs import VideoFormat

__all__ = ["Video", "is_key"]

KEYFRAME_EVERY_S = 2.0
"""A key frame is asked for by taking the screen and giving it back: not more often than this."""
_READY = 2
_RATES = {60: 1, 30: 2}
_FAST_LINES = 720
_SCAN_UNITS = 8


def is_key(data: bytes, codec: int) -> bool:
    """Whether a picture in Annex B can be decoded without any before it; pictures of other codecs are taken for such."""
    if codec not in (Codec.H264, Codec.H265):
        return True
    at = 0
    for _ in range(_SCAN_UNITS):
        at = data.find(b"\0\0\1", at) + 3
        if at < 3 or at >= len(data):
            return False
        kind = data[at] & 0x1F if codec == Codec.H264 else data[at] >> 1 & 0x3F
        if kind in ((5,) if codec == Codec.H264 else range(16, 22)):
            return True
        if kind in ((1, 2, 3, 4) if codec == Codec.H264 else range(16)):
            return False
    return False


class Video(Channel):
    """The main screen."""

    NAME: ClassVar[str] = "picture"

    def __init__(self, peer: Peer, number: int) -> None:
        super().__init__(peer, number)
        settings, panel = peer.car.settings, peer.car.panel
        rates = (
            (settings.fps,) if settings.fps else (60, 30) if min(panel.width, panel.height) <= _FAST_LINES else (30,)
        )
        self.panel: Panel = panel
        self.configs = [(codec, rate) for codec in settings.codecs for rate in rates]
        self.started: tuple[str, int] | None = None
        self.frames = self.keys = 0
        self._set_up = False
        self._session = 0
        self._projected = False
        self._asked_s = float("-inf")

    def service(self) -> Service:
        videos = tuple(
            VideoConfig(
                resolution=self.panel.tier,
                rate=_RATES[rate],
                margin_width=self.panel.margin_width,
                margin_height=self.panel.margin_height,
                dpi=self.panel.dpi,
                codec=CODEC_NAMES[codec],
            )
            for codec, rate in self.configs
        )
        sink = MediaSink(codec=CODEC_NAMES[self.configs[0][0]], video=videos, in_call=True, display=0, display_kind=0)
        return Service(id=self.number, sink=sink)

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Media.DATA:
                received_ns = time.monotonic_ns()
                pts_us, data = unpack_media(body)
                self._frame(data, pts_us, received_ns)
            case Media.CONFIG:
                self.peer.listener.config(body, time.monotonic_ns())
                self._acknowledge()
            case Media.SETUP:
                Setup.decode(body)
                indexes = tuple(range(len(self.configs)))
                unacked = self.peer.car.settings.max_unacked
                self.send(Media.CONFIG_REPLY, ConfigReply(status=_READY, max_unacked=unacked, indexes=indexes))
                self._set_up = True
                self._tell_mode(self.peer.car.shown, unsolicited=True)
                self.peer.ready()
            case Media.START:
                self._start(Start.decode(body))
            case Media.STOP:
                self.started = None
            case Media.FOCUS_REQUEST:
                self._asked(VideoFocusRequest.decode(body).mode)
            case Media.UI_CONFIG_REPLY:
                pass
            case _:
                return False
        return True

    def show(self, shown: bool) -> None:
        """The driver looks at it, or not."""
        if self._set_up and shown != self._projected:
            self._tell_mode(shown, unsolicited=True)

    def request_keyframe(self) -> None:
        """There is no message for it: the phone begins anew when it gets the screen back."""
        now_s = time.monotonic()
        if self._projected and self.frames and now_s - self._asked_s >= KEYFRAME_EVERY_S:
            self._asked_s = now_s
            self._tell_mode(False, unsolicited=True)
            self._tell_mode(True, unsolicited=True)

    def closed(self) -> None:
        super().closed()
        self._set_up = self._projected = False

    def report(self) -> list[tuple[str, str]]:
        panel = self.panel
        x, y, width, height = panel.active
        rows = [
            ("Size", f"{panel.width}x{panel.height}"),
            ("Shown of it", f"{width}x{height} at {x},{y}"),
            ("Density", f"{panel.dpi} dpi"),
            ("Offered", ", ".join(f"{codec} {rate}/s" for codec, rate in self.configs)),
        ]
        if self.started:
            rows.append(("Sent", f"{self.started[0]} {self.started[1]}/s"))
        return [*rows, ("Pictures", f"{self.frames} ({self.keys} key)")]

    def _start(self, start: Start) -> None:
        if not 0 <= start.index < len(self.configs):
            raise nonsense(f"picture {start.index}, which was not offered")
        self._session = start.session
        self.started = self.configs[start.index]
        codec = self.started[0]
        self.peer.listener.video_format(VideoFormat(codec, self.panel.width, self.panel.height, self.panel.active))

    def _frame(self, data: bytes, pts_us: int, received_ns: int) -> None:
        if self.started is None:
            return  # what was under way when it stopped
        key = is_key(data, CODEC_NAMES[self.started[0]])
        self.frames += 1
        self.keys += key
        self.peer.listener.frame(data, pts_us, received_ns, key=key)
        self._acknowledge()

    def _acknowledge(self) -> None:
        self.send(Media.ACK, Ack(session=self._session, count=1))

    def _asked(self, mode: int) -> None:
        """Native: the driver pressed the phone's exit. It is asked for again when the display shows the phone anew."""
        native = mode in (VideoMode.NATIVE, VideoMode.NATIVE_TRANSIENT)
        self._tell_mode(not native and self.peer.car.shown, unsolicited=False)
        if native:
            self.peer.listener.native()

    def _tell_mode(self, projected: bool, *, unsolicited: bool) -> None:
        self._projected = projected
        mode = VideoMode.PROJECTED if projected else VideoMode.NATIVE
        self.send(Media.FOCUS, VideoFocus(mode=mode, unsolicited=unsolicited))
