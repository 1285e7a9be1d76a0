"""A vehicle on a bench: frames by hand, time by hand, everything it says written down; and the simulated car as a process."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

from backends.vehicle.dbc import Database, load_database, parse_dbc
from backends.vehicle.defs import Lane
from backends.vehicle.e2e import Protection
from backends.vehicle.errors import BusError
from backends.vehicle.mapping import Mapping, parse_mapping, read_mapping
from backends.vehicle.ports import Frame
from backends.vehicle.profile import BusSpec, Profile, load_profile
from backends.vehicle.publisher import Change
from backends.vehicle.simcar.car import TICK_S, SimCar
from backends.vehicle.simcar.frames import protections
from backends.vehicle.simcar.powertrain import Sort
from backends.vehicle.vehicle import Vehicle
from backends.vehicle.writer import Request

__all__ = ["BenchVehicle", "DemoBench", "FakePort", "free_channel", "sim_process"]

ROOT = Path(__file__).resolve().parents[2]


class BenchVehicle:
    """A `Vehicle` whose clock is `now`, and lists of what it emitted and sent."""

    def __init__(
        self, profile: Profile, databases: dict[str, Database] | None = None, mapping: str | Mapping | None = None
    ) -> None:
        self.now = 100.0
        self.emitted: list[tuple[Lane, list[Change]]] = []
        self.sent: list[tuple[str, int, bytes]] = []
        self.sent_at: list[float] = []
        self.outcomes: list[tuple[int, str, Any, str, str]] = []
        self.restrictions: list[dict[str, Any]] = []
        self.congested = False
        self.bus_fails = False
        self.vehicle = Vehicle(
            profile,
            emit=self._emit,
            send=self._send,
            outcome=self._outcome,
            restricted=self.restrictions.append,
            databases=databases,
            mapping=parse_mapping(mapping, Path("test.yaml")) if isinstance(mapping, str) else mapping,
        )

    @classmethod
    def of(cls, dbc: str, mapping: str, **profile: Any) -> BenchVehicle:
        """From texts, on one bus named main."""
        facts = Profile("test", Path("test.toml"), "test.yaml", {"main": BusSpec("main", "virtual", "test")}, **profile)
        return cls(facts, {"main": parse_dbc(dbc, Path("test.dbc"))}, mapping)

    def _emit(self, lane: Lane, changes: list[Change]) -> bool:
        if self.congested and lane is not Lane.NOW:
            return False
        self.emitted.append((lane, changes))
        return True

    def _send(self, bus: str, key: int, data: bytes) -> None:
        if self.bus_fails:
            raise BusError("The bus is off: too many errors on the wire")
        self.sent.append((bus, key, data))
        self.sent_at.append(self.now)

    def _outcome(self, request: Request) -> None:
        self.outcomes.append((request.number, request.path, request.target, request.state.value, request.reason))

    def feed(self, *frames: Frame, bus: str = "main") -> None:
        """Frames, now."""
        self.vehicle.feed(bus, list(frames), self.now)

    def advance(self, seconds: float) -> None:
        """Let time pass, ticking whenever the vehicle asked for it."""
        end = self.now + seconds
        while (due := self.vehicle.due) is not None and due <= end:
            self.now = max(self.now, due)
            self.vehicle.tick(self.now)
            if self.vehicle.due == due:
                break  # asked again for the same moment: a bug, which the caller's assertions will show
        self.now = end

    def value(self, path: str) -> Any:
        return self.vehicle.table.slots[path].value

    def quality(self, path: str) -> str:
        return self.vehicle.table.slots[path].quality.value

    def changes(self) -> list[tuple[str, Any, str]]:
        """(path, value, quality) of everything emitted so far, and forget it."""
        found = [(path, value, quality) for _, changes in self.emitted for path, value, quality, _ in changes]
        self.emitted.clear()
        return found


@cache
def _demo_files() -> tuple[dict[str, Database], Mapping]:
    profile = load_profile("demo")
    return {name: load_database(profile.dbc_file(name)) for name in profile.buses}, read_mapping(profile.mapping_file)


class DemoBench(BenchVehicle):
    """The demo profile with the demo car beside it, joined by lists instead of a bus."""

    def __init__(self, sort: Sort = "electric") -> None:
        profile = load_profile("demo" if sort == "electric" else f"demo_{sort}")
        files = _demo_files()
        super().__init__(profile, *files)
        self._wire: dict[str, list[Frame]] = {bus: [] for bus in profile.buses}
        self.car = SimCar(profile, lambda bus, key, data: self._wire[bus].append((key, data)), files=files, sort=sort)
        self.guards: dict[str, Protection] = protections(profile, files[1], files[0])

    def drive(self, seconds: float) -> None:
        """Let both live: the car hears what was sent, the vehicle what the car sends."""
        for _ in range(round(seconds / TICK_S)):
            for bus, key, data in self.sent[self._heard :]:
                self.car.hear(bus, [(key, data)])
            self._heard = len(self.sent)
            self.advance(TICK_S)
            self.car.tick()
            for bus, wire in self._wire.items():
                frames, wire[:] = list(wire), []
                if frames:
                    self.feed(*frames, bus=bus)

    _heard = 0


class FakePort:
    """A bus without a descriptor; fails when told to."""

    def __init__(self) -> None:
        self.sent: list[Frame] = []
        self.inbox: list[Frame] = []
        self.broken = False
        self.closed = False

    def fileno(self) -> int:
        return -1

    def drain(self) -> list[Frame]:
        if self.broken:
            raise BusError("The bus is off: too many errors on the wire")
        frames, self.inbox = self.inbox, []
        return frames

    def send(self, key: int, data: bytes) -> None:
        if self.broken:
            raise BusError("The bus is off: too many errors on the wire")
        self.sent.append((key, data))

    def close(self) -> None:
        self.closed = True


def free_channel() -> str:
    """A multicast channel that no other test and no head unit uses."""
    pid = os.getpid()
    return f"239.74.{pid % 200 + 20}.{pid // 200 % 250 + 1}:{44000 + pid % 1000}"


class SimControl:
    """A running simulator's control channel."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def ask(self, **request: Any) -> dict[str, Any]:
        """One request; ``set_`` for set. Raises AssertionError when the car says no."""
        named = {key.rstrip("_"): value for key, value in request.items()}
        self._writer.write(json.dumps(named).encode() + b"\n")
        answer: dict[str, Any] = json.loads(await self._reader.readline())
        assert answer["ok"], answer
        return answer


@asynccontextmanager
async def sim_process(tmp_path: Path, channel: str, scene: str = "parked", *words: str) -> AsyncIterator[SimControl]:
    """``pillion sim car`` in a process of its own, and its control socket. ``words`` go on its command line."""
    control = tmp_path / "sim.sock"
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-m",
            "ui.cli",
            "sim",
            "car",
            "--channel",
            channel,
            "--scene",
            scene,
            "--control",
            str(control),
            *words,
        ),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        assert (await process.stdout.readline()).startswith(b"car on")
        reader, writer = await asyncio.open_unix_connection(str(control))
        try:
            yield SimControl(reader, writer)
        finally:
            writer.close()
            await writer.wait_closed()
    finally:
        process.terminate()
        await process.wait()
        process._transport.close()  # type: ignore[attr-defined]  # asyncio leaves the pipe to the collector, which warns
