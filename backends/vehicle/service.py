"""org.pillion.Vehicle1: the D-Bus face of a `Vehicle`, its buses and its clock."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from backends.core.errors import Failed, NotFound
from backends.core.service import Service, current_caller
from backends.vehicle.catalogue import Meta, catalogue
from backends.vehicle.defs import Lane, TargetState
from backends.vehicle.errors import BusError, VehicleError
from backends.vehicle.feed import BusFeed, Feed
from backends.vehicle.options import Options
from backends.vehicle.ports import Frame
from backends.vehicle.profile import Profile, load_profile
from backends.vehicle.publisher import Change
from backends.vehicle.replay import ReplayFeed, profile_for
from backends.vehicle.restrictions import DriveState, restrictions
from backends.vehicle.slots import Slot
from backends.vehicle.vehicle import Vehicle
from backends.vehicle.writer import Request

__all__ = ["VehicleService"]

_SILENT_AFTER_S = 1.0
_logger = logging.getLogger(__name__)


class VehicleService(Service):
    """Serves one vehicle. Options: see `backends.vehicle.options.Options`."""

    NAME = "vehicle"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        self._vehicle: Vehicle | None = None
        self._problem = ""
        self._feeds: dict[str, Feed] = {}
        self._down: dict[str, str] = {}
        self._told_lost = False
        self._tasks: list[asyncio.Task[None]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._silence: asyncio.TimerHandle | None = None
        self.set_property("Profile", "")
        self.set_property("BusState", "down")
        self.set_property("Restrictions", restrictions(DriveState.MOVING, known=False))
        self.on_caller_gone(self._forget_caller)

    # -- life --------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        try:
            options = Options.parse(self.options)
            profile = await asyncio.to_thread(self._choose_profile, options)
            self._vehicle = await asyncio.to_thread(self._make_vehicle, profile)
        except VehicleError as error:
            # Stay, with nothing served and everything restricted, and say why to whoever asks.
            self._problem = str(error)
            _logger.error("vehicle unusable reason=%s", error)
            return
        self._vehicle.set_attributes(time.monotonic())
        for problem in self._vehicle.problems:
            _logger.warning("left out %s", problem)
        self.set_property("Profile", profile.name)
        self._feeds = self._make_feeds(options, profile)
        self._down = dict.fromkeys(self._feeds, "opening")
        self._tasks = [asyncio.create_task(feed.run(self._deliver, self._bus_changed)) for feed in self._feeds.values()]
        for task in self._tasks:
            task.add_done_callback(self._feed_ended)
        self.set_property("Ready", True)

    async def stop(self) -> None:
        for timer in (self._timer, self._silence):
            if timer is not None:
                timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        self.set_property("Ready", False)

    @staticmethod
    def _choose_profile(options: Options) -> Profile:
        mapping = Path(options.mapping) if options.mapping else None
        if options.replay is not None:
            dbc = Path(options.dbc) if options.dbc else None
            profile, guessed = profile_for(options.replay, options.profile, dbc, mapping)
            if guessed:
                _logger.info("recording fits profile=%s", profile.name)
            return profile
        profile = load_profile(options.profile or "demo").with_bus(options.interface, options.channel, options.dbc)
        return profile if mapping is None else replace(profile, mapping=str(mapping.resolve()))

    def _make_vehicle(self, profile: Profile) -> Vehicle:
        return Vehicle(
            profile,
            emit=self._emit_changes,
            send=self._send,
            outcome=self._tell_outcome,
            restricted=lambda values: self.set_property("Restrictions", values),
        )

    def _make_feeds(self, options: Options, profile: Profile) -> dict[str, Feed]:
        if options.replay is None:
            return {name: BusFeed(spec) for name, spec in profile.buses.items()}
        name = next(iter(profile.buses))
        return {
            name: ReplayFeed(name, options.replay, speed=options.speed, loop=options.loop, ended=self._replay_ended)
        }

    def _feed_ended(self, task: asyncio.Task[None]) -> None:
        """A feed runs until it is cancelled; anything else is our own mistake and must not pass in silence."""
        if not task.cancelled() and (error := task.exception()) is not None:
            _logger.error("feed ended", exc_info=error)
            self.set_property("BusState", "down")

    def _forget_caller(self, caller: str) -> None:
        if self._vehicle is not None:
            self._vehicle.publisher.drop(caller)

    # -- frames and time ---------------------------------------------------------------------------------------------

    def _deliver(self, bus: str, frames: list[Frame]) -> None:
        assert self._vehicle is not None
        now = time.monotonic()
        self._vehicle.feed(bus, frames, now)
        if self._silence is None:
            self._watch_silence()
        self._arm(now)

    def _arm(self, now: float) -> None:
        """One timer for everything that is due. An earlier one is left: it looks again when it fires."""
        assert self._vehicle is not None
        due = self._vehicle.due
        if due is None:
            return
        loop = asyncio.get_running_loop()
        when = loop.time() + max(0.0, due - now)
        if self._timer is not None:
            if self._timer.when() <= when + 0.0005:
                return
            self._timer.cancel()
        self._timer = loop.call_at(when, self._tick)

    def _tick(self) -> None:
        assert self._vehicle is not None
        self._timer = None
        now = time.monotonic()
        self._vehicle.tick(now)
        self._arm(now)

    def _watch_silence(self) -> None:
        """Looks once a second while the bus is up whether anything came."""
        assert self._vehicle is not None
        self._silence = None
        if any(self._down.values()):
            return
        quiet = time.monotonic() - self._vehicle.last_frame_at
        self.set_property("BusState", "silent" if quiet > _SILENT_AFTER_S else "up")
        if quiet <= _SILENT_AFTER_S:
            wait = _SILENT_AFTER_S - quiet + 0.01
            self._silence = asyncio.get_running_loop().call_later(wait, self._watch_silence)

    def _bus_changed(self, bus: str, reason: str) -> None:
        assert self._vehicle is not None
        self._down[bus] = reason
        if not reason:
            self._told_lost = False
            if not any(self._down.values()):
                self.set_property("BusState", "silent")
            return
        now = time.monotonic()
        self._vehicle.bus_lost("The vehicle's bus is away", now)
        self._arm(now)
        self.set_property("BusState", "bus_off" if "bus is off" in reason else "down")
        if not self._told_lost:
            self._told_lost = True
            self.emit("Notice", "warning", "vehicle.bus_lost", "The car's data is away. It is being looked for.")

    def _replay_ended(self, told: str) -> None:
        if told:
            self.emit("Notice", "warning", "vehicle.recording_cut", told)
        else:
            self.emit("Notice", "info", "vehicle.recording_ended", "The recording has ended.")

    # -- what the vehicle tells --------------------------------------------------------------------------------------

    def _emit_changes(self, lane: Lane, changes: list[Change]) -> bool:
        return self.emit("Changed", lane.value, changes, lane="display" if lane is not Lane.NOW else "now")

    def _send(self, bus: str, key: int, data: bytes) -> None:
        feed = self._feeds.get(bus)
        if feed is None:
            raise BusError("The vehicle's bus is away")
        feed.send(key, data)

    def _tell_outcome(self, request: Request) -> None:
        self.emit(
            "TargetChanged",
            request.number,
            request.path,
            request.target,
            request.state.value,
            request.reason,
            lane="now",
        )

    # -- members of org.pillion.Vehicle1 -----------------------------------------------------------------------------

    def get(self, paths: list[str]) -> dict[str, dict[str, Any]]:
        vehicle = self._serving()
        now = time.monotonic()
        return {path: self._sample(vehicle, path, now) for pattern in paths for path in self._expand(vehicle, pattern)}

    def describe(self, paths: list[str]) -> dict[str, dict[str, Any]]:
        vehicle = self._serving()
        if not paths:
            chosen = [path for path, slot in vehicle.table.slots.items() if _served(slot)]
        else:
            chosen = [path for pattern in paths for path in self._expand(vehicle, pattern)]
        return {path: self._metadata(vehicle, vehicle.meta[path]) for path in chosen}

    def subscribe(self, paths: list[str]) -> tuple[int, dict[str, dict[str, Any]]]:
        vehicle = self._serving()
        chosen = [path for pattern in paths for path in self._expand(vehicle, pattern)]
        now = time.monotonic()
        number = vehicle.publisher.subscribe(current_caller.get(), chosen)
        return number, {path: self._sample(vehicle, path, now) for path in chosen}

    def unsubscribe(self, subscription: int) -> None:
        if not self._serving().publisher.unsubscribe(subscription, current_caller.get()):
            raise NotFound(f"There is no subscription {subscription} of yours")

    def set(self, path: str, value: Any) -> int:
        vehicle = self._serving()
        if path not in vehicle.meta:
            raise NotFound(_unknown(path))
        now = time.monotonic()
        request = vehicle.writer.request(path, value, current_caller.get(), not any(self._down.values()), now)
        vehicle.tick(now)
        self._arm(now)
        return request.number

    def write_log(self) -> list[dict[str, Any]]:
        return list(self._serving().writer.log)

    # -- help --------------------------------------------------------------------------------------------------------

    def _serving(self) -> Vehicle:
        if self._vehicle is None:
            raise Failed(self._problem or "The vehicle service is still starting")
        return self._vehicle

    @staticmethod
    def _expand(vehicle: Vehicle, pattern: str) -> list[str]:
        """Paths a pattern names; known paths that this car lacks are given too, with the quality never."""
        if pattern.endswith(".*"):
            prefix = pattern[:-1]
            if not any(path.startswith(prefix) for path in vehicle.meta):
                raise NotFound(_unknown(pattern))
            return [slot.path for slot in vehicle.table.match(pattern)]
        if pattern not in vehicle.meta:
            raise NotFound(_unknown(pattern))
        return [pattern]

    @staticmethod
    def _sample(vehicle: Vehicle, path: str, now: float) -> dict[str, Any]:
        slot = vehicle.table.slots.get(path)
        sample: dict[str, Any] = {"quality": "never", "age_ms": -1}
        if slot is not None:
            sample["quality"] = slot.quality.value
            if slot.value is not None:
                sample["value"] = slot.value
            if seen := slot.seen_at():
                sample["age_ms"] = max(0, round((now - seen) * 1000))
        if path in vehicle.plans:
            request = vehicle.writer.latest.get(path)
            sample["state"] = TargetState.IDLE.value if request is None else request.state.value
            if request is not None:
                sample["target"] = request.target
                sample["reason"] = request.reason
        return sample

    @staticmethod
    def _metadata(vehicle: Vehicle, meta: Meta) -> dict[str, Any]:
        slot = vehicle.table.slots.get(meta.path)
        facts: dict[str, Any] = {
            "type": meta.kind,
            "datatype": meta.datatype,
            "unit": meta.unit,
            "allowed": list(meta.allowed),
            "writable": meta.path in vehicle.plans,
            "served": slot is not None and _served(slot),
            "description": meta.description,
        }
        facts |= {key: limit for key, limit in (("min", meta.minimum), ("max", meta.maximum)) if limit is not None}
        plan = vehicle.plans.get(meta.path)
        return facts if plan is None else facts | plan.facts()


def _served(slot: Slot) -> bool:
    return bool(slot.cells) or slot.time > 0


def _unknown(path: str) -> str:
    close = [known for known in catalogue() if known.rsplit(".", 1)[-1] == path.rsplit(".", 1)[-1]]
    return f"There is no {path}" + (f"; did you mean {close[0]}?" if close else "")
