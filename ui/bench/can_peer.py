"""What the can-to-pixel bench runs beside the unit: ``python -m ui.bench.can_peer ear|load GROUP PORT``.

``ear`` prints a JSON line [speed in km/h, CLOCK_MONOTONIC ns] whenever the demo car's speed changes on the bus. ``load``
listens for a second, then sends the car's other frames again and again at 4,500 a second, so that the service has to look
at every one of them.
"""

from __future__ import annotations

import json
import select
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["LOAD_FPS", "ear", "load"]

LOAD_FPS = 4500
_DBC = Path(__file__).resolve().parents[2] / "assets" / "vehicles" / "demo" / "demo.dbc"
_MOTION = "MOTION"


def _motion() -> Any:
    import cantools

    return cantools.database.load_file(_DBC, strict=False).get_message_by_name(_MOTION)


def ear(port: Any) -> None:
    """Until killed."""
    motion, last = _motion(), -1
    while True:
        select.select([port], [], [])
        now = time.monotonic_ns()
        for key, data in port.drain():
            if key == motion.frame_id:
                speed = round(float(motion.decode(data, decode_choices=False)["Speed"]))
                if speed != last:
                    last = speed
                    sys.stdout.write(json.dumps([speed, now]) + "\n")
                    sys.stdout.flush()


def load(port: Any) -> None:
    """Until killed."""
    motion, frames = _motion(), list[tuple[int, bytes]]()
    end = time.monotonic() + 1
    while time.monotonic() < end:
        select.select([port], [], [], 0.1)
        frames += [(key, data) for key, data in port.drain() if key != motion.frame_id]
    if not frames:
        sys.exit("the load heard no frames to send again")
    began, sent = time.monotonic(), 0
    while True:
        for _ in range(LOAD_FPS // 100):
            port.send(*frames[sent % len(frames)])
            sent += 1
        time.sleep(max(0.0, began + sent / LOAD_FPS - time.monotonic()))


if __name__ == "__main__":
    role, group, number = sys.argv[1:4]
    {"ear": ear, "load": load}[role](import_module("backends.vehicle.multicast").MulticastPort(group, int(number)))
