"""Damaged bytes on UxPlay's pipe: `python -m tests.projection.fuzz.airplay 1000000`. Parts are cut, and some of them decoded."""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections import Counter

import numpy as np

from backends.projection.airplay.multipart import PART_MAX, Parts
from backends.projection.airplay.pictures import Pictures
from backends.projection.errors import PeerFault
from tests.fakes.video import encode_pictures

__all__ = ["decode_damaged", "fuzz"]


def _units() -> list[bytes]:
    return [data for _, data in encode_pictures([np.full((48, 64, 3), shade, np.uint8) for shade in range(0, 240, 20)])]


def _framed(parts: list[bytes]) -> bytes:
    head = b"--picture\r\nContent-Type: video/x-h264\r\nContent-Length: %d\r\n\r\n"
    return b"\r\n".join(head % len(part) + part for part in parts)


def _damaged(data: bytes, dice: random.Random) -> bytes:
    raw = bytearray(data)
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(raw))
        if dice.random() < 0.5:
            raw[at] ^= 1 << dice.randrange(8)
        else:
            raw[at : at + dice.randrange(6)] = dice.randbytes(dice.randrange(6))
    return bytes(raw)


def fuzz(count: int, seed: int = 1) -> Counter[str]:
    """Parts of damaged streams in pieces of any size; what came of them."""
    dice, outcomes = random.Random(seed), Counter[str]()
    short = [b"", b"\0\0\1\x65abc", b"\r\n--picture\r\n", bytes(40)]
    for _ in range(count):
        data = _damaged(_framed([dice.choice(short) for _ in range(4)]), dice)
        parts, step = Parts(), dice.randrange(1, 200)
        try:
            found = sum(len(parts.feed(data[at : at + step])) for at in range(0, len(data), step))
            outcomes[f"{found} parts"] += 1
        except PeerFault:
            outcomes["refused"] += 1
        assert len(parts._buffer) <= min(PART_MAX, len(data))
    return outcomes


def decode_damaged(count: int, seed: int = 1) -> int:
    """Damaged access units through the thread that decodes; how many pictures there were."""
    dice, units = random.Random(seed), _units()
    reading, writing = os.pipe()
    failures: list[str] = []
    pictures = Pictures(reading, lambda: None, failures.append)
    pictures.start()

    def write() -> None:
        with os.fdopen(writing, "wb") as pipe:
            for number in range(count):
                unit = units[number % len(units)]
                # Not all of them: a hundred in a row that cannot be decoded are the end.
                pipe.write(b"\r\n" * (number > 0) + _framed([_damaged(unit, dice) if dice.random() < 0.5 else unit]))

    writer = threading.Thread(target=write)
    writer.start()
    writer.join()
    pictures.join()
    assert not failures, failures
    taken = pictures.take()
    assert taken is not None
    assert len(taken[2]) == taken[0] * taken[1] * 4
    return pictures.decoded


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    began_s = time.perf_counter()
    sys.stdout.write(f"{dict(fuzz(wanted))}\n{decode_damaged(wanted // 20)} pictures decoded\n")
    sys.stdout.write(f"{time.perf_counter() - began_s:.0f} s\n")
