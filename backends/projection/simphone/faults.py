"""Faults on demand: what can go wrong between a phone and a car, said in words, for every kind of phone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, fields
from enum import Enum, auto

__all__ = ["ByteFaults", "Faults", "FaultyWriter", "Outcome"]


@dataclass(slots=True)
class Faults:
    """What is to go wrong. A kind of phone may add fields (`int | None`, `str | None` or `bool`); `set` knows them then.

    Byte counts are of the stream from phone to car that the kind's page names, from its very first byte. close_at: the
    connection ends after so many bytes; stall_at: nothing comes after them; corrupt_at: that byte arrives inverted. These three
    happen once. The rest stays until cleared: slow (bytes a second), version (the phone claims another), refuse (it does not
    serve at all), flood (messages without end), garbage (a new connection gets nonsense).
    """

    close_at: int | None = None
    stall_at: int | None = None
    corrupt_at: int | None = None
    slow: int | None = None
    version: str | None = None
    refuse: bool = False
    flood: bool = False
    garbage: bool = False

    def set(self, text: str) -> None:
        """Read `close-at=100` or `flood`. Raises ValueError."""
        key, equals, value = text.partition("=")
        kinds = {field.name: str(field.type) for field in fields(self)}
        name = key.replace("-", "_")
        kind = kinds.get(name, "")
        if kind.startswith("int") and value.isdecimal():
            setattr(self, name, int(value))
        elif kind.startswith("str") and value:
            setattr(self, name, value)
        elif kind == "bool" and not equals:
            setattr(self, name, True)
        else:
            raise ValueError(f"no such fault: {text}")

    def clear(self) -> None:
        """All well again."""
        for field in fields(self):
            setattr(self, field.name, field.default)


class Outcome(Enum):
    """What becomes of a stream after a piece of it."""

    ON = auto()
    CLOSE = auto()
    STALL = auto()


class ByteFaults:
    """One stream's bytes, counted. `sent` is where it begins."""

    def __init__(self, faults: Faults, sent: int = 0) -> None:
        self._faults = faults
        self._sent = sent

    def take(self, data: bytes) -> tuple[bytes, Outcome]:
        """The part of `data` that goes out, as it goes out, and what happens after it."""
        faults = self._faults
        start, self._sent = self._sent, self._sent + len(data)
        if faults.corrupt_at is not None and start <= faults.corrupt_at < self._sent:
            at = faults.corrupt_at - start
            data = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
            faults.corrupt_at = None
        if faults.close_at is not None and self._sent >= faults.close_at:
            data, faults.close_at = data[: max(0, faults.close_at - start)], None
            return data, Outcome.CLOSE
        if faults.stall_at is not None and self._sent >= faults.stall_at:
            data, faults.stall_at = data[: max(0, faults.stall_at - start)], None
            return data, Outcome.STALL
        return data, Outcome.ON

    def pause_s(self, size: int) -> float:
        """How long `size` bytes take on a slow network; 0 when it is not slow."""
        return size / self._faults.slow if self._faults.slow else 0.0


class FaultyWriter:
    """An asyncio.StreamWriter with faults: put it where the phone writes to the car, and use it as the writer."""

    def __init__(self, writer: asyncio.StreamWriter, faults: Faults, sent: int = 0) -> None:
        self._writer = writer
        self._bytes = ByteFaults(faults, sent)
        self._outcome = Outcome.ON
        self._owed_s = 0.0

    def write(self, data: bytes) -> None:
        """As the writer's; after an ordered end nothing more goes out."""
        if self._outcome is not Outcome.ON:
            return
        data, self._outcome = self._bytes.take(data)
        self._owed_s += self._bytes.pause_s(len(data))
        self._writer.write(data)
        if self._outcome is Outcome.CLOSE:
            self._writer.close()

    async def drain(self) -> None:
        """As the writer's, and as slow as ordered. Raises ConnectionResetError after an ordered end."""
        owed_s, self._owed_s = self._owed_s, 0.0
        if owed_s:
            await asyncio.sleep(owed_s)
        if self._outcome is Outcome.CLOSE:
            raise ConnectionResetError("closed as ordered")
        await self._writer.drain()

    def close(self) -> None:
        """As the writer's."""
        self._writer.close()

    async def wait_closed(self) -> None:
        """As the writer's."""
        await self._writer.wait_closed()

    def is_closing(self) -> bool:
        """As the writer's."""
        return self._writer.is_closing()
