"""``pillion bench recorder``: what the last minute costs at 9,000 frames/s on two buses, and what saving it costs.

The frames are made beforehand and handed over as a drained bus hands them: a fresh list each 2 ms. The clock is given, so that
the minute passes as fast as it is recorded; the cost is scaled to a second of the bus.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from backends.vehicle.ports import Frame
from backends.vehicle.recorder.keeper import Recordings
from backends.vehicle.recorder.ring import SECONDS, Recorder

__all__ = ["measure"]

_PER_S, _BATCH_S = 9000, 0.002
_BUSES = ("main", "comfort")


def _batches() -> list[list[Frame]]:
    chance = random.Random(1)  # noqa: S311  # figures shall be of the same frames each time
    count = round(_PER_S * _BATCH_S)
    return [[(chance.randrange(0x800), chance.randbytes(8)) for _ in range(count)] for _ in range(500)]


def _fresh(batch: list[Frame]) -> list[Frame]:
    return [(key, bytes(bytearray(data))) for key, data in batch]


def measure(argv: list[str]) -> dict[str, dict[str, Any]]:
    """--seconds N of the bus (70, so that the ring is full and turns)."""
    parser = argparse.ArgumentParser(prog="pillion bench recorder")
    parser.add_argument("--seconds", type=float, default=SECONDS + 10, metavar="N")
    seconds = parser.parse_args(argv).seconds
    batches, recorder = _batches(), Recorder(_BUSES)
    begin = time.monotonic() - seconds
    spent, longest = 0.0, 0.0
    for step in range(round(seconds / _BATCH_S)):
        frames = _fresh(batches[step % len(batches)])
        before = time.perf_counter()
        recorder.hear(_BUSES[step % 2], frames, begin + step * _BATCH_S)
        took = time.perf_counter() - before
        spent += took
        longest = max(longest, took)
    with tempfile.TemporaryDirectory() as folder:
        before, cpu = time.perf_counter(), time.process_time()
        path = Recordings(Path(folder)).save(recorder.rows())
        took, cpu = time.perf_counter() - before, time.process_time() - cpu
        size = path.stat().st_size
    return {
        "core_percent": {"value": round(100 * spent / seconds, 3), "unit": "% of a core", "aim": "<= 1"},
        "longest_ms": {"value": round(1000 * longest, 2), "unit": "ms", "aim": "<= 10"},
        "memory_mb": {"value": round(recorder.size / 1e6, 1), "unit": "MB", "aim": "<= 48"},
        "save_s": {"value": round(took, 2), "unit": "s"},
        "save_cpu_s": {"value": round(cpu, 2), "unit": "s"},
        "file_mb": {"value": round(size / 1e6, 2), "unit": "MB"},
    }
