"""Which decoder takes a stream: the machine's own hardware where it answers, else the processor.

Hardware is tried in the order of `HARDWARE`; what cannot be opened is not tried again in this process. PyAV's wheels bring
V4L2 M2M and CUDA, a distribution's PyAV VAAPI as well.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["CODECS", "HARDWARE", "SOFTWARE", "Candidate", "Choice", "candidates", "open_first"]

_logger = logging.getLogger(__name__)

CODECS = {"h264": "h264", "h265": "hevc", "av1": "av1", "vp8": "vp8", "vp9": "vp9"}
"""Names of the stream socket's formats as FFmpeg calls them."""
_BY_PROCESSOR = {"av1": "libdav1d"}
"""FFmpeg's own decoder of AV1 is for hardware alone."""
SOFTWARE = "software"
HARDWARE = ("v4l2m2m", "vaapi", "cuda")
_SWITCH = "PILLION_DECODER"
_failed: set[tuple[str, str]] = set()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to decode: its name, and what opens it. ``open`` raises whatever it likes."""

    name: str
    open: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """An open PyAV context, and by which way."""

    context: Any
    name: str

    @property
    def hardware(self) -> bool:
        return self.name != SOFTWARE


def candidates(codec: str) -> list[Candidate]:
    """All ways to decode this format on this machine, the best first; empty for an unknown one. PILLION_DECODER=software
    leaves the hardware alone."""
    name = CODECS.get(codec)
    if name is None:
        return []
    wanted = os.environ.get(_SWITCH, "")
    ways = HARDWARE if not wanted else [way for way in HARDWARE if way == wanted]
    found = [Candidate(way, lambda way=way: _hardware(name, way)) for way in ways if _possible(name, way)]  # type: ignore[misc]  # mypy cannot infer a bound default
    return [*found, Candidate(SOFTWARE, lambda: _software(name))]


def open_first(codec: str, ways: Sequence[Candidate]) -> Choice | None:
    """The first that opens; None when none does."""
    for way in ways:
        if (codec, way.name) in _failed:
            continue
        try:
            return Choice(way.open(), way.name)
        except Exception as error:  # noqa: BLE001  # a driver may fail in any way; there is another one
            _logger.info("decoder not usable codec=%s way=%s reason=%s", codec, way.name, error)
            if way.name != SOFTWARE:
                _failed.add((codec, way.name))
    return None


def _possible(name: str, way: str) -> bool:
    import av

    if way == "v4l2m2m":
        return f"{name}_v4l2m2m" in av.codecs_available
    return way in av.codec.hwaccel.hwdevices_available()


def _hardware(name: str, way: str) -> Any:
    import av
    from av.codec.hwaccel import HWAccel

    if way == "v4l2m2m":
        codec = av.CodecContext.create(f"{name}_v4l2m2m", "r")
    else:
        codec = av.CodecContext.create(name, "r", hwaccel=HWAccel(way, allow_software_fallback=False))
    codec.open()
    return codec


def _software(name: str) -> Any:
    import av

    codec = av.CodecContext.create(_BY_PROCESSOR.get(name, name), "r")
    codec.thread_type = "SLICE"
    codec.thread_count = 1
    codec.options = {"flags": "low_delay"}
    return codec
