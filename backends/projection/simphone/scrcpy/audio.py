"""The audio socket: the phone's sound, raw or encoded, 20 ms a packet, in real time."""

from __future__ import annotations

import asyncio
import struct
import time
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import numpy as np

from backends.projection.simphone.sound import RATE

if TYPE_CHECKING:
    from backends.projection.simphone.music import Capture
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["CODEC_IDS", "stream_audio"]

CODEC_IDS = {"opus": 0x6F707573, "aac": 0x00616163, "flac": 0x666C6163, "raw": 0x00726177}
_LIBRARY = {"opus": "libopus", "aac": "aac", "flac": "flac"}
_SAMPLE_FORMAT = {"opus": "s16", "aac": "fltp", "flac": "s16"}
_FRAMES = RATE // 50
_LATE_S = 0.5


async def stream_audio(
    stream: AdbStream, capture: Capture, codec: str, flags: tuple[int, int], *, stream_meta: bool, frame_meta: bool
) -> None:
    """Send until cancelled or the stream closes (BrokenPipeError). `flags` are the config and key frame bits of this version."""
    if stream_meta:
        await stream.write(CODEC_IDS[codec].to_bytes(4, "big"))
    encoder = None if codec == "raw" else _Encoder(codec)
    config, key = flags

    def packed(pts_us: int, data: bytes) -> bytes:
        return struct.pack(">QI", pts_us, len(data)) + data if frame_meta else data

    if encoder is not None:
        await stream.write(packed(config, encoder.config))
    began = time.monotonic()
    sent = 0
    while True:
        behind = time.monotonic() - (began + sent * _FRAMES / RATE)
        if behind > _LATE_S:
            began += behind
        elif behind < 0:
            await asyncio.sleep(-behind)
        samples = capture.read(_FRAMES)
        pts_us = round((began + sent * _FRAMES / RATE) * 1_000_000)
        sent += 1
        if encoder is None:
            await stream.write(packed(pts_us, samples.tobytes()))
        else:
            for data in encoder.encode(samples):
                await stream.write(packed(pts_us | key, data))


class _Encoder:
    """One of the lossy codecs, or FLAC."""

    def __init__(self, codec: str) -> None:
        context = av.CodecContext.create(_LIBRARY[codec], "w")
        context.sample_rate = RATE
        context.layout = "stereo"
        context.format = _SAMPLE_FORMAT[codec]
        context.time_base = Fraction(1, RATE)
        context.bit_rate = 128_000
        context.flags |= av.codec.context.Flags.global_header
        context.open()
        self._context = context
        self._planar = _SAMPLE_FORMAT[codec] == "fltp"
        self._fifo = av.AudioFifo()
        self._size = context.frame_size or _FRAMES
        self._count = 0
        self.config = bytes(context.extradata or b"")

    def encode(self, samples: np.ndarray[tuple[int, ...], np.dtype[np.int16]]) -> list[bytes]:
        if self._planar:
            data = np.ascontiguousarray(samples.T.astype(np.float32) / 32768)
            frame = av.AudioFrame.from_ndarray(data, format="fltp", layout="stereo")
        else:
            frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate = RATE
        frame.pts = self._count
        frame.time_base = Fraction(1, RATE)
        self._count += len(samples)
        self._fifo.write(frame)
        packets = []
        while (part := self._fifo.read(self._size)) is not None:
            packets += [bytes(packet) for packet in self._context.encode(part)]
        return packets
