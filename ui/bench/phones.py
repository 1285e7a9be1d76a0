"""One kind of projection from the display's seat: the service in its process, the backend in its own, a simulated phone.

First picture: from OpenApp to the first key frame on the descriptor, and from the session's "ready" to it. Touch: from the
call on the bus to the phone's own screen (so the wire and the phone's reading are in it). Return: from the phone's "ready"
line after it was killed to the next key frame. Memory: the backend's process, and a picture that flows. Growth: the service
and all its processes over many openings and closings.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from backends.projection.defs import PacketDecoder, PacketType
from ui.bench.figures import Figure, figure, process_tree, pss_mib, quantile
from ui.bench.phone import DEADLINE_S, Unit, persist, unit

__all__ = ["android_auto", "carlife", "carlinkit", "scrcpy", "vnc"]

_SIZE = (1280, 720, 160)
_POLL_S = 0.002
_TOUCHES = 200
_MANY = 500


def _all(value: Any, name: str) -> Iterator[int]:
    if isinstance(value, dict):
        if isinstance(value.get(name), int):
            yield value[name]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _all(one, name)


class _Eye:
    """Reads a session's pictures; ``keys_ns`` has when each key frame was there."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._decoder = PacketDecoder()
        self.keys_ns: list[int] = []
        os.set_blocking(fd, False)
        asyncio.get_running_loop().add_reader(fd, self._read)

    def _read(self) -> None:
        data = os.read(self._fd, 1 << 18)
        if not data:
            asyncio.get_running_loop().remove_reader(self._fd)
        for packet in self._decoder.feed(data):
            if packet.type == PacketType.FRAME and packet.key:
                self.keys_ns.append(time.monotonic_ns())

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._fd)
        os.close(self._fd)


@dataclass(slots=True)
class _Taken:
    first_ms: list[float] = field(default_factory=list)
    after_ready_ms: list[float] = field(default_factory=list)
    touch_ms: list[float] = field(default_factory=list)
    return_ms: list[float] = field(default_factory=list)
    backend_mib: float = 0.0
    session_mib: float = 0.0
    growth_kb: float = 0.0


class _Bench:
    """One run."""

    def __init__(self, started: Unit) -> None:
        self._unit = started
        self._link = started.link
        self._phone = started.phone
        self._device = ""
        self._ready_ns: dict[str, int] = {}
        self.taken = _Taken()

    async def run(self, reconnects: int) -> None:
        self._link.on_signal("projection", "SessionChanged", self._session_changed)
        await persist(lambda: self._link.call("projection", "Kinds"))
        bare = self._memory_mib()
        self._device = await self._unit.add()
        session, eye = await self._open()
        await self._close(session, eye)  # what is loaded once is loaded now
        await asyncio.sleep(1)
        before = self._memory_mib()
        self.taken.backend_mib = before - bare
        session, eye = await self._open()
        await asyncio.sleep(1)
        self.taken.session_mib = self._memory_mib() - before
        await self._touch(session)
        for _ in range(5):
            await self._return(eye)
        await self._close(session, eye)
        await self._grow(reconnects)

    def _session_changed(self, report: dict[str, Any]) -> None:
        if report["state"] in ("ready", "focused"):
            self._ready_ns.setdefault(report["id"], time.monotonic_ns())

    async def _open(self) -> tuple[str, _Eye]:
        """Open it, and wait for its picture."""
        began = time.monotonic_ns()
        session = await self._unit.open(self._device, *_SIZE)
        eye = _Eye(await self._link.call("projection", "OpenVideo", session))
        await _until(lambda: eye.keys_ns, "the first picture")
        self.taken.first_ms.append((eye.keys_ns[0] - began) / 1e6)
        if session in self._ready_ns:
            self.taken.after_ready_ms.append(max(0, eye.keys_ns[0] - self._ready_ns[session]) / 1e6)
        return session, eye

    async def _close(self, session: str, eye: _Eye) -> None:
        eye.close()
        await self._link.call("projection", "Close", session)
        self._ready_ns.pop(session, None)

    async def _touch(self, session: str) -> None:
        if not await self._touched_ns():
            return
        for number in range(_TOUCHES):
            phase = number % 2 * 2  # down, up
            before = max(await self._touched_ns())
            began = time.monotonic_ns()
            await self._link.call("projection", "Touch", session, [(0, phase, 0.3, 0.7, 1.0 - phase / 2)])
            deadline = time.monotonic() + DEADLINE_S
            while (touched := max(await self._touched_ns())) == before and time.monotonic() < deadline:
                await asyncio.sleep(_POLL_S)
            self.taken.touch_ms.append((touched - began) / 1e6)

    async def _touched_ns(self) -> list[int]:
        """When each of the phone's displays was touched last."""
        return list(_all(await self._phone.tell("state"), "touched_ns"))

    async def _return(self, eye: _Eye) -> None:
        self._phone.kill()
        await asyncio.sleep(0.5)
        eye.keys_ns.clear()
        there = await self._phone.begin()
        await _until(lambda: eye.keys_ns, "the picture after a return")
        self.taken.return_ms.append((eye.keys_ns[0] - there) / 1e6)

    async def _grow(self, reconnects: int) -> None:
        """A tenth of them first: caches fill."""
        before = 0.0
        for number in range(reconnects + reconnects // 10):
            if number == reconnects // 10:
                before = self._memory_mib()
            session, eye = await self._open()
            await self._close(session, eye)
        self.taken.growth_kb = (self._memory_mib() - before) * 1024

    def _memory_mib(self) -> float:
        return sum(pss_mib(pid) for pid in process_tree(self._unit.pid))


async def _until(there: Callable[[], object], what: str) -> None:
    try:
        async with asyncio.timeout(DEADLINE_S):
            while not there():
                await asyncio.sleep(_POLL_S)
    except TimeoutError:
        raise RuntimeError(f"{what} did not come within {DEADLINE_S:g} s") from None


async def _run(kind: str, reconnects: int) -> _Taken:
    async with unit(kind) as started:
        bench = _Bench(started)
        await bench.run(reconnects)
        return bench.taken


def _measure(kind: str, argv: list[str]) -> dict[str, Figure]:
    parser = argparse.ArgumentParser(prog=f"pillion bench projection-{kind}")
    parser.add_argument("--reconnects", type=int, default=100, help="1000 for the aim of no growth (some minutes)")
    arguments = parser.parse_args(argv)
    taken = asyncio.run(_run(kind, arguments.reconnects))
    many = arguments.reconnects >= _MANY  # below it a page that happens to be touched weighs more than a leak
    figures = {
        "first_picture_ms": figure(statistics.median(taken.first_ms), "ms"),
        "first_picture_p99_ms": figure(quantile(taken.first_ms, 0.99), "ms", "<= 1000"),
        "return_max_ms": figure(max(taken.return_ms), "ms", "<= 3000"),
        "backend_mib": figure(max(0.0, taken.backend_mib), "MiB"),
        "session_mib": figure(max(0.0, taken.session_mib), "MiB"),
        "reconnects": figure(arguments.reconnects, "times"),
        "growth_kb_a_reconnect": figure(
            max(0.0, taken.growth_kb) / max(1, arguments.reconnects), "kB", "<= 1" if many else ""
        ),
    }
    if taken.after_ready_ms:
        figures["after_ready_p99_ms"] = figure(quantile(taken.after_ready_ms, 0.99), "ms", "<= 1000")
    if taken.touch_ms:
        figures["touch_p50_ms"] = figure(quantile(taken.touch_ms, 0.5), "ms")
        figures["touch_p99_ms"] = figure(quantile(taken.touch_ms, 0.99), "ms", "<= 10")
    return figures


android_auto = partial(_measure, "android-auto")
carlife = partial(_measure, "carlife")
carlinkit = partial(_measure, "carlinkit")
scrcpy = partial(_measure, "scrcpy")
vnc = partial(_measure, "vnc")
