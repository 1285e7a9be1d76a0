"""Sound into a music file, by PyAV: for the music of the desk, and for tests that want real files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

__all__ = ["CODECS", "encode"]

CODECS: dict[str, tuple[str, dict[str, str]]] = {
    ".flac": ("flac", {"compression_level": "5"}),
    ".mp3": ("libmp3lame", {"compression_level": "9"}),
    # FFmpeg's own Vorbis encoder calls itself experimental; the wheels bring no other.
    ".ogg": ("vorbis", {"strict": "experimental"}),
    ".opus": ("libopus", {"application": "audio", "compression_level": "3"}),
    ".m4a": ("aac", {"aac_coder": "fast", "aac_tns": "0", "aac_is": "0", "aac_pns": "0"}),
    ".aac": ("aac", {"aac_coder": "fast", "aac_tns": "0", "aac_is": "0", "aac_pns": "0"}),
}


def encode(path: Path, sound: NDArray[np.float32], rate: int) -> None:
    """Write ``sound`` (2 channels × samples, -1..1) at ``rate`` Hz; the suffix says as what (see `CODECS`)."""
    codec, options = CODECS[path.suffix]
    # The index of an MP4 in front, as on any file made for playing.
    muxer = {"movflags": "faststart"} if path.suffix == ".m4a" else {}
    with av.open(str(path), "w", options=muxer) as container:
        # RFC 6716: Opus knows 48 kHz and some fractions of it.
        played = 48_000 if codec == "libopus" else rate
        stream: Any = container.add_stream(codec, rate=played, options=options)
        stream.layout = "stereo"
        stream.codec_context.open()
        fit = av.AudioResampler(
            format=stream.format.name, layout="stereo", rate=played, frame_size=stream.codec_context.frame_size or 4096
        )
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(sound, dtype=np.float32), format="fltp", layout="stereo"
        )
        frame.sample_rate, frame.pts = rate, 0
        for part in [*fit.resample(frame), *fit.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
