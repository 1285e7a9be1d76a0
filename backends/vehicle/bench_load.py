"""What the service's benches run beside it: ``python -m backends.vehicle.bench_load RATE SECONDS CHANNEL…``.

Plays the demo car's drive on its buses, one channel each, at so many frames a second in all, evenly: its own frames in their own
order (so that counters and check values are right), only faster. 0 seconds: until killed. Prints a line once it sends.
"""

from __future__ import annotations

import random
import sys
import time

from backends.vehicle.multicast import MulticastPort
from backends.vehicle.ports import Frame
from backends.vehicle.profile import load_profile
from backends.vehicle.simcar.car import TICK_S, SimCar

__all__ = ["drive_of", "play"]

_DRIVE_S = 60.0
_GRAIN_S = 0.002


def drive_of(seconds: float = _DRIVE_S) -> dict[str, list[Frame]]:
    """What the demo car sends on each of its buses in this time, without waiting for it."""
    frames: dict[str, list[Frame]] = {name: [] for name in load_profile("demo").buses}
    car = SimCar(load_profile("demo"), lambda bus, key, data: frames[bus].append((key, data)), "drive")
    for _ in range(round(seconds / TICK_S)):
        car.tick()
    return frames


def play(rate: float, seconds: float, channels: list[str]) -> None:
    """Send. One channel of two buses gets half of the frames each."""
    drive = drive_of()
    lanes = []
    for channel, frames in zip(channels, drive.values(), strict=False):
        group, _, number = channel.partition(":")
        lanes.append((MulticastPort(group, int(number)), frames))
    sys.stdout.write("sending\n")
    sys.stdout.flush()
    each = rate / len(lanes)
    began, sent = time.monotonic(), 0
    while not seconds or time.monotonic() - began < seconds:
        due = round((time.monotonic() - began + _GRAIN_S) * each)
        for port, frames in lanes:
            for index in range(sent, due):
                port.send(*frames[index % len(frames)])
        sent = due
        time.sleep(_GRAIN_S * random.uniform(0.5, 1.0))  # noqa: S311  # a bus keeps no step with anybody


if __name__ == "__main__":
    play(float(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
