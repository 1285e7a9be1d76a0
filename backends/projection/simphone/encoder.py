"""The phone's video encoder: pictures in, packets out, as MediaCodec gives them: parameter sets apart, Annex B, no B-frames."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import av
from av.video.frame import PictureType

from backends.projection.simphone.yuv import Picture

__all__ = ["CODECS", "Encoder", "Packet"]

CODECS = {"h264": "libx264", "h265": "libx265"}
"""What the phone can encode: scrcpy's name, and the library's."""
_FULL_RATE = 60
_BT601, _LIMITED = 6, 1


@dataclass(frozen=True, slots=True)
class Packet:
    """One access unit."""

    data: bytes
    pts_us: int
    key: bool


class Encoder:
    """One encoding session: one size, one codec. `bit_rate` in bit/s is a ceiling, as still pictures need far less."""

    def __init__(self, codec: str, width: int, height: int, bit_rate: int) -> None:
        context = av.CodecContext.create(CODECS[codec], "w")
        context.width, context.height = width, height
        context.pix_fmt = "yuv420p"
        context.time_base = Fraction(1, 1_000_000)
        context.framerate = Fraction(_FULL_RATE, 1)
        context.gop_size = 1_000_000
        context.max_b_frames = 0
        context.thread_count = 1
        context.flags |= av.codec.context.Flags.global_header
        context.color_range = _LIMITED
        context.color_primaries = context.color_trc = context.colorspace = _BT601
        options = {"preset": "ultrafast", "tune": "zerolatency", "forced-idr": "1", "crf": "21"}
        options["maxrate"] = str(bit_rate)
        options["bufsize"] = str(bit_rate)
        if codec == "h264":
            options |= {"profile": "baseline", "x264-params": "scenecut=0:keyint=infinite"}
        else:
            options |= {"x265-params": "log-level=error:info=0:scenecut=0:keyint=-1:pools=none:frame-threads=1"}
        context.options = options
        context.open()
        self._context = context
        self.config = bytes(context.extradata)

    def encode(self, picture: Picture, pts_us: int, *, key: bool) -> list[Packet]:
        """Encode a picture; `key` demands a key frame."""
        frame = av.VideoFrame.from_ndarray(picture.buffer, format="yuv420p")
        frame.pts = pts_us
        frame.time_base = Fraction(1, 1_000_000)
        frame.pict_type = PictureType.I if key else PictureType.NONE
        return [
            Packet(_without_sei(bytes(packet)), packet.pts, packet.is_keyframe)
            for packet in self._context.encode(frame)
        ]


def _without_sei(data: bytes) -> bytes:
    """Drop the library's own note in front of a key frame: a phone's encoder writes none."""
    if data[:5] == b"\0\0\1\x06\x05" or data[:6] == b"\0\0\0\1\x06\x05":
        return data[data.index(b"\0\0\1", 4) :]
    return data
