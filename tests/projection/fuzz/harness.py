"""Runs damaged inputs by the million: what all fuzzers of phones share.

A fuzzer says how an input is made and read; anything but an outcome is a fault and is raised. The first inputs run under a tracer
(``--guided N``): those that reach a new line of ours are kept, to be damaged further.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import struct
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass
from types import FrameType
from typing import Any, ClassVar

__all__ = ["Fuzzer", "Input", "damaged", "main"]

_CORPUS_MAX = 4000
_GROWTH_KB = 40_000
_SLOW_S = 1.0


@dataclass(frozen=True, slots=True)
class Input:
    """For one of the fuzzer's targets; ``where``: what else the target wants to know, kept with it."""

    target: str
    data: bytes
    where: Any = None


class Fuzzer(ABC):
    """``outcomes`` counts what came of each input, by target."""

    OURS: ClassVar[tuple[str, ...]]
    """Parts of the paths of the files whose lines guide it."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = random.Random(seed)  # to be repeated, not to be secret
        self.corpus: dict[str, list[Input]] = {}
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.lines: set[tuple[str, int]] = set()
        self.slowest_s = 0.0

    @abstractmethod
    def make(self, number: int) -> Input:
        """The next input."""

    @abstractmethod
    def read(self, made: Input) -> str | Awaitable[str]:
        """Feed it; what came of it."""

    def rows(self) -> list[str]:
        """More for the report."""
        return []

    def again(self, target: str, chance: float) -> Input | None:
        """One that was kept, so often."""
        kept = self.corpus.get(target)
        return self.dice.choice(kept) if kept and self.dice.random() < chance else None

    async def run(self, count: int, *, guided: bool = False) -> None:
        """``guided``: under the tracer."""
        for number in range(count):
            made = self.make(number)
            known = len(self.lines)
            began_s = time.process_time()
            if guided:
                sys.settrace(self._trace)
            try:
                outcome = self.read(made)
                if not isinstance(outcome, str):
                    outcome = await outcome
            except BaseException:
                sys.settrace(None)
                sys.stderr.write(f"{made.target} {made.where}: {made.data.hex()}\n")
                raise
            finally:
                sys.settrace(None)
            if not guided:
                self.slowest_s = max(self.slowest_s, time.process_time() - began_s)
            self.outcomes[made.target, outcome] += 1
            kept = self.corpus.setdefault(made.target, [])
            if len(self.lines) > known and len(kept) < _CORPUS_MAX:
                kept.append(made)
            if number % 500 == 0:
                await asyncio.sleep(0)

    def report(self) -> str:
        """What came of it."""
        rows = [f"{target:12} {outcome:12} {count}" for (target, outcome), count in sorted(self.outcomes.items())]
        rows += [f"lines reached while guided {len(self.lines)}", f"slowest {self.slowest_s * 1000:.0f} ms"]
        return "\n".join(rows + self.rows())

    def _trace(self, frame: FrameType, event: str, argument: Any) -> Any:
        name = frame.f_code.co_filename
        if not any(part in name for part in self.OURS):
            return None
        self.lines.add((name, frame.f_lineno))
        return self._trace


def damaged(dice: random.Random, data: bytes, *, least: int = 1) -> bytes:
    """Bytes flipped, cut, doubled, put in, or turned into lengths; half of it near the beginning, where lengths and kinds are."""
    raw = bytearray(data)
    for _ in range(dice.randint(least, 4)):
        at = dice.randrange(min(len(raw), 24) + 1) if dice.random() < 0.5 else dice.randrange(len(raw) + 1)
        match dice.randrange(8):
            case 0:
                raw[at : at + dice.randrange(9)] = dice.randbytes(dice.randrange(9))
            case 1:
                raw[at : at + 1] = bytes([dice.choice((0, 1, 2, 8, 10, 16, 17, 18, 26, 127, 128, 129, 130, 254, 255))])
            case 2 if dice.random() < 0.3:
                del raw[at:]
            case 3:
                raw[at:at] = raw[at : at + dice.randrange(64)]
            case 4 if dice.random() < 0.05:
                raw[at:at] = bytes(dice.randrange(5000))
            case 5 if len(raw) >= 4:
                at = min(at, len(raw) - 4)
                length = dice.choice((0, 1, 1 << 20, 0x7FFFFFFF, 0xFFFFFFFF))
                raw[at : at + 4] = struct.pack(dice.choice("<>") + "I", length)
            case 6:
                del raw[at : at + dice.randint(1, 9)]
            case _ if at < len(raw):
                raw[at] ^= 1 << dice.randrange(8)
    return bytes(raw[:100_000])


def main(make: type[Fuzzer], about: str | None) -> int:
    """The command. Exit status 0: nothing found, nothing slow, no growth."""
    parser = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("inputs", type=int, nargs="?", default=100_000)
    parser.add_argument("--guided", type=int, default=20_000, metavar="N", help="of them under a tracer, at most")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    guided = min(options.guided, options.inputs)

    async def body() -> tuple[Fuzzer, int, float]:
        fuzzer = make(options.seed)
        await fuzzer.run(guided, guided=True)
        before_kb, began_s = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        await fuzzer.run(options.inputs - guided)
        took_s = time.perf_counter() - began_s
        return fuzzer, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb, took_s

    fuzzer, grown_kb, took_s = asyncio.run(body())
    sys.stdout.write(
        f"{fuzzer.report()}\n{options.inputs} inputs, {options.inputs - guided} of them in {took_s:.0f} s unguided, "
        f"grown by {grown_kb} kB\n"
    )
    return int(grown_kb > _GROWTH_KB or fuzzer.slowest_s > _SLOW_S)
