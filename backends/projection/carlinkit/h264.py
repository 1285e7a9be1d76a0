"""The dongle's pictures cut into what a decoder's set-up is and what a picture is. H.264 annex B."""

from __future__ import annotations

import itertools
import re

__all__ = ["split"]

_START = re.compile(b"\0\0\1")
_IDR, _SPS, _PPS, _SLICE = 5, 7, 8, range(1, 6)
_UNITS_MAX = 4096


def split(data: bytes) -> tuple[bytes, bytes, bool]:
    """(parameter sets, the rest, whether the rest is a key frame) of one message; empty where there is none."""
    starts = []
    for found in _START.finditer(data):
        starts.append(found.start())
        if len(starts) > _UNITS_MAX:
            break
    config, picture, key, slices = [], [], False, False
    starts.append(len(data))
    for at, after in itertools.pairwise(starts):
        if at + 3 >= len(data):
            continue
        kind = data[at + 3] & 0x1F
        # The zero byte before a start code belongs to it.
        unit = b"\0" + data[at:after].rstrip(b"\0")
        if kind in (_SPS, _PPS):
            config.append(unit)
        else:
            picture.append(unit)
            key |= kind == _IDR
            slices |= kind in _SLICE
    return b"".join(config), b"".join(picture) if slices else b"", key
