"""A projected picture without a phone: real H.264 on a real stream socket."""

from __future__ import annotations

import os
import socket
import time
from fractions import Fraction

import av
import numpy as np

from backends.projection.defs import FLAG_KEY, PacketType, VideoFormat, encode_packet

__all__ = ["FakeVideo", "encode_pictures"]


_OPTIONS = {
    "libx264": {"preset": "ultrafast", "tune": "zerolatency", "g": "120"},
    "libx265": {"preset": "ultrafast", "tune": "zerolatency", "x265-params": "log-level=error"},
    "libvpx-vp9": {"deadline": "realtime", "lag-in-frames": "0"},
    "libsvtav1": {"preset": "10", "svtav1-params": "pred-struct=1:rc=2"},
}


def encode_pictures(
    pictures: list[np.ndarray], bit_rate: int = 4_000_000, encoder: str = "libx264"
) -> list[tuple[bool, bytes]]:
    """Encode RGB pictures (height, width, 3) to access units (H.264 and H.265: Annex B): (is key frame, bytes)."""
    height, width = pictures[0].shape[:2]
    codec = av.CodecContext.create(encoder, "w")
    codec.width, codec.height, codec.pix_fmt = width, height, "yuv420p"
    codec.time_base, codec.bit_rate = Fraction(1, 60), bit_rate
    codec.options = _OPTIONS[encoder]
    units = []
    for index, picture in enumerate(pictures):
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts = index
        units += [(bool(packet.is_keyframe), bytes(packet)) for packet in codec.encode(frame)]
    units += [(bool(packet.is_keyframe), bytes(packet)) for packet in codec.encode(None)]
    return units


class FakeVideo:
    """The service's end of a stream socket; ``fd`` is the reader's."""

    def __init__(self) -> None:
        self.socket, reader = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.fd = os.dup(reader.fileno())
        reader.close()

    def format(
        self, width: int, height: int, codec: str = "h264", active: tuple[int, int, int, int] | None = None
    ) -> None:
        self.socket.sendall(encode_packet(PacketType.FORMAT, VideoFormat(codec, width, height, active).pack()))

    def frame(self, key: bool, data: bytes, pts_us: int = 0) -> None:
        self.socket.sendall(
            encode_packet(PacketType.FRAME, data, flags=FLAG_KEY * key, pts_us=pts_us, sent_ns=time.monotonic_ns())
        )

    def raw(self, data: bytes) -> None:
        self.socket.sendall(data)

    def end(self, reason: str) -> None:
        self.socket.sendall(encode_packet(PacketType.END, reason.encode()))

    def close(self) -> None:
        self.socket.close()
