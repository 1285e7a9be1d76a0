"""Recordings made for tests: the demo car's drive, and messages with a known protection."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from backends.vehicle.dbc import DbcMessage, parse_dbc
from backends.vehicle.e2e import E2E, protection
from backends.vehicle.learn.traffic import Traffic, traffic_of
from backends.vehicle.profile import load_profile
from backends.vehicle.replay import LogFrame
from backends.vehicle.simcar.car import TICK_S, SimCar

__all__ = ["demo_frames", "protected_frames", "signal_text", "traffic", "write_candump"]


def demo_frames(seconds: float) -> list[LogFrame]:
    """What the demo car sends on its drive, with the times it would be sent at; a channel is a bus of its profile."""
    frames: list[LogFrame] = []
    now = 0.0

    def send(bus: str, key: int, data: bytes) -> None:
        frames.append(LogFrame(now, bus, key, bytes(data)))

    car = SimCar(load_profile("demo"), send, "drive")
    for tick in range(round(seconds / TICK_S)):
        now = tick * TICK_S
        car.tick()
    return frames


def write_candump(path: Path, frames: list[LogFrame]) -> Path:
    """As candump -l writes it."""
    lines = []
    for frame in frames:
        number = f"{frame.key & 0x1FFFFFFF:08X}" if frame.key >> 31 else f"{frame.key:03X}"
        lines.append(f"({1700000000 + frame.time_s:.6f}) {frame.channel} {number}#{frame.data.hex().upper()}\n")
    path.write_text("".join(lines))
    return path


def signal_text(name: str, start: int, length: int) -> str:
    return f' SG_ {name} : {start}|{length}@1+ (1,0) [0|0] "" X\n'


def protected_frames(
    e2e: E2E,
    key: int,
    length: int,
    counter: tuple[int, int],
    check: tuple[int, int],
    count: int = 300,
    seed: int = 1,
    content: Callable[[random.Random, bytearray], None] | None = None,
) -> tuple[DbcMessage, list[LogFrame]]:
    """Frames of one message sealed by our own protection; content moves unless ``content`` says otherwise."""
    text = f"BO_ {key} M: {length} X\n{signal_text('Count', *counter)}{signal_text('Check', *check)}"
    message = parse_dbc(text, Path("x.dbc")).messages[0]
    bound = protection(e2e, message)
    chance = random.Random(seed)
    data = bytearray(chance.randbytes(length))
    frames = []
    for index in range(count):
        if content is not None:
            content(chance, data)
        else:
            data[chance.randrange(length)] = chance.randrange(256)
        bound.seal(data, index)
        frames.append(LogFrame(index * 0.02, "can0", key, bytes(data)))
    return message, frames


def traffic(frames: list[LogFrame]) -> Traffic:
    return traffic_of(frames, Path("made.log"))
