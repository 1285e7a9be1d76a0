"""Damaged bytes on UxPlay's pipe: `python -m tests.projection.fuzz.airplay 1000000`.

They are cut into pictures; `decode_damaged` has some of them decoded, too.
"""

from __future__ import annotations

import os
import random
import sys
import threading
from typing import ClassVar

import numpy as np

from backends.projection.airplay.multipart import PART_MAX, Parts
from backends.projection.airplay.pictures import Pictures
from backends.projection.errors import PeerFault
from tests.fakes.video import encode_pictures
from tests.projection.fuzz import harness
from tests.projection.fuzz.harness import Input, damaged

__all__ = ["Fuzzer", "decode_damaged"]

_SHORT = (b"", b"\0\0\1\x65abc", b"\r\n--picture\r\n", bytes(40))


def _units() -> list[bytes]:
    return [data for _, data in encode_pictures([np.full((48, 64, 3), shade, np.uint8) for shade in range(0, 240, 20)])]


def _framed(parts: list[bytes]) -> bytes:
    head = b"--picture\r\nContent-Type: video/x-h264\r\nContent-Length: %d\r\n\r\n"
    return b"\r\n".join(head % len(part) + part for part in parts)


class Fuzzer(harness.Fuzzer):
    """Parts of damaged streams in pieces of any size."""

    OURS: ClassVar[tuple[str, ...]] = ("/backends/projection/airplay/",)

    def make(self, number: int) -> Input:
        kept = self.again("parts", 0.4)
        data = kept.data if kept is not None else _framed([self.dice.choice(_SHORT) for _ in range(4)])
        return Input("parts", damaged(self.dice, data))

    def read(self, made: Input) -> str:
        parts, step, data = Parts(), self.dice.randrange(1, 200), made.data
        try:
            found = sum(len(parts.feed(data[at : at + step])) for at in range(0, len(data), step))
            return f"{found} parts"
        except PeerFault:
            return "refused"
        finally:
            assert len(parts._buffer) <= min(PART_MAX, len(data))


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
                pipe.write(b"\r\n" * (number > 0) + _framed([damaged(dice, unit) if dice.random() < 0.5 else unit]))

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
    status = harness.main(Fuzzer, __doc__)
    sys.stdout.write(f"{decode_damaged(5000)} of 5000 pictures decoded\n")
    sys.exit(status)
