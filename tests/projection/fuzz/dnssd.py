"""Millions of damaged answers for the reader of multicast DNS: `python -m tests.projection.fuzz.dnssd 1000000`."""

from __future__ import annotations

import random
import sys

from backends.projection.dnssd.message import MdnsError, parse_response
from backends.projection.simphone.scrcpy.announce import Announcement, answer

__all__ = ["main"]

SEEDS = [
    answer(b"\0\0", [Announcement("_adb-tls-connect._tcp", "adb-1A-bc", "10.0.0.23", 40001)]),
    answer(b"\0\7", [Announcement("_a._tcp", "x y", "10.0.0.1", 1), Announcement("_b._tcp", "z", "10.0.0.2", 2)]),
]


def damaged(source: random.Random) -> bytes:
    """A seed with bytes changed, cut out, doubled, or pointers put in."""
    data = bytearray(source.choice(SEEDS))
    for _ in range(source.randint(1, 6)):
        at = source.randrange(len(data))
        match source.randrange(4):
            case 0:
                data[at] = source.randrange(256)
            case 1:
                del data[at : at + source.randint(1, 8)]
            case 2:
                data[at:at] = data[at : at + source.randint(1, 40)]
            case _:
                data[at : at + 2] = bytes([0xC0 | source.randrange(4), source.randrange(256)])
        if not data:
            data = bytearray(b"\0")
    return bytes(data)


def main(count: int, seed: int = 0) -> tuple[int, int]:
    """How many were read, and how many refused; anything else but MdnsError is raised."""
    source = random.Random(seed)
    read = refused = 0
    for _ in range(count):
        try:
            services = parse_response(damaged(source), "10.0.0.9")
        except MdnsError:
            refused += 1
        else:
            assert len(services) <= 200
            read += 1
    return read, refused


if __name__ == "__main__":
    counts = main(int(sys.argv[1]))
    sys.stdout.write(f"read {counts[0]}, refused {counts[1]}\n")
