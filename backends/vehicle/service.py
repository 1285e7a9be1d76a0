"""org.pillion.Vehicle1: the D-Bus face of a `Vehicle`, its buses and its clock."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from backends.core.errors import Failed, Invalid, NotFound, Refused, Storage
from backends.core.service import Service, current_caller
from backends.core.store import state_dir
from backends.core.wire import Typed
from backends.vehicle.answers import expand, metadata, sample, served_paths, unknown
from backends.vehicle.buses import Buses
from backends.vehicle.defs import Lane
from backends.vehicle.errors import BusError, ProfileError, RecordingError, VehicleError
from backends.vehicle.feed import BusFeed, Feed
from backends.vehicle.keeping import Keeper, boot_id, state_file
from backends.vehicle.keys import HardKeys, KeyStore, Step
from backends.vehicle.options import Options
from backends.vehicle.ports import Frame
from backends.vehicle.profile import Profile, load_profile
from backends.vehicle.publisher import Change
from backends.vehicle.recorder import Tape
from backends.vehicle.replay import PlayedBus, ReplayFeed, Routes, profile_for
from backends.vehicle.restrictions import DriveState, restrictions
from backends.vehicle.vehicle import Vehicle
from backends.vehicle.writer import Request

__all__ = ["VehicleService"]

_TOGETHER_S = 0.3
_logger = logging.getLogger(__name__)


class VehicleService(Service):
    """Serves one vehicle. Options: see `backends.vehicle.options.Options`."""

    NAME = "vehicle"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        self._vehicle: Vehicle | None = None
        self._problem = ""
        self._buses: Buses | None = None
        self._keys: HardKeys | None = None
        self._keeper: Keeper | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._lost: list[str] = []
        self._lost_timer: asyncio.TimerHandle | None = None
        self._tape: Tape | None = None
        self._player: ReplayFeed | None = None
        self.set_property("Replay", {})
        self.set_property("Profile", "")
        self.set_property("BusState", "down")
        self.set_property("Buses", {})
        self.set_property("Restrictions", restrictions(DriveState.MOVING, known=False))
        self.on_caller_gone(self._forget_caller)

    # -- life --------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        try:
            options = Options.parse(self.options)
            profile = await asyncio.to_thread(self._choose_profile, options)
            self._vehicle = await asyncio.to_thread(self._make_vehicle, profile)
            feeds = self._make_feeds(options, profile)
        except VehicleError as error:
            # Stay, with nothing served and everything restricted, and say why to whoever asks.
            self._vehicle, self._problem = None, str(error)
            _logger.error("vehicle unusable reason=%s", error)
            return
        self._vehicle.set_attributes(time.monotonic())
        for problem in self._vehicle.problems:
            _logger.warning("left out %s", problem)
        self.set_property("Profile", profile.name)
        self._tape = Tape(profile) if options.record else None
        if options.replay is None:  # a recording is somebody's drive, not this car's
            self._keeper = Keeper(self._vehicle.derived, state_file(profile.name))
            await asyncio.to_thread(self._keeper.load)
            self._keeper.start()
        self._keys = HardKeys(
            self._vehicle.keys, KeyStore(state_dir() / "vehicle" / "keys.json"), self._tell_key, self._tell_lesson
        )
        await self._keys.start()
        self._buses = Buses(
            feeds,
            deliver=self._deliver,
            changed=self._buses_changed,
            lost=self._bus_lost,
        )
        self._buses.start()
        self._tell_away(True)
        self.set_property("Ready", True)

    async def stop(self) -> None:
        for timer in (self._timer, self._lost_timer):
            if timer is not None:
                timer.cancel()
        if self._buses is not None:
            await self._buses.stop()
        if self._keeper is not None:
            await self._keeper.stop()
        if self._keys is not None:
            self._keys.stop()
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
            warned=partial(self.emit, "WarningsChanged"),
            boot=boot_id(),
        )

    def _make_feeds(self, options: Options, profile: Profile) -> dict[str, Feed]:
        if options.replay is None:
            vehicle = self._serving()
            # Who records hears all; else the kernel passes on what means something.
            return {
                name: BusFeed(spec if options.record else replace(spec, receive=vehicle.heard(name)))
                for name, spec in profile.buses.items()
            }
        try:
            routes = Routes(profile.buses, options.routes)
        except ValueError as error:
            raise ProfileError(f"vehicle.routes: {error}") from None
        first, *others = profile.buses
        self._player = ReplayFeed(
            first,
            options.replay,
            speed=options.speed,
            loop=options.loop,
            routes=routes,
            ended=self._replay_ended,
            told=self._replay_moved,
            held=self._serving().table.shift,
        )
        return {first: self._player, **{name: PlayedBus(name) for name in others}}

    def _forget_caller(self, caller: str) -> None:
        if self._vehicle is not None:
            self._vehicle.publisher.drop(caller)

    # -- frames and time ---------------------------------------------------------------------------------------------

    def _deliver(self, bus: str, frames: list[Frame]) -> None:
        assert self._vehicle is not None
        assert self._keys is not None
        now = time.monotonic()
        self._vehicle.feed(bus, frames, now)
        self._keys.feed(bus, frames, now)
        if self._tape is not None:
            self._tape.recorder.hear(bus, frames, now)
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

    def _buses_changed(self) -> None:
        assert self._vehicle is not None
        assert self._buses is not None
        self.set_property("BusState", self._buses.state)
        self.set_property("Buses", dict(self._buses.states))
        self._tell_away(any(state != "up" for state in self._buses.states.values()))

    def _tell_away(self, away: bool) -> None:
        assert self._vehicle is not None
        now = time.monotonic()
        self._vehicle.derived.set_data_away(away, now)
        self._vehicle.tick(now)
        self._arm(now)

    def _bus_lost(self, bus: str, reason: str, news: bool) -> None:
        assert self._vehicle is not None
        assert self._buses is not None
        now = time.monotonic()
        self._vehicle.bus_lost(bus, "The vehicle's bus is away", now)
        self._arm(now)
        if news:
            self._lost.append(bus)
            if self._lost_timer is None:  # what fails together is told together
                self._lost_timer = asyncio.get_running_loop().call_later(_TOGETHER_S, self._tell_lost)

    def _tell_lost(self) -> None:
        assert self._buses is not None
        lost, self._lost, self._lost_timer = self._lost, [], None
        if set(lost) == set(self._buses.feeds) or not any(self._buses.open(bus) for bus in self._buses.feeds):
            self.emit("Notice", "warning", "vehicle.bus_lost", "The car's data is away. It is being looked for.")
            return
        for bus in lost:
            text = "Part of the car's data is away. It is being looked for."
            self.emit("Notice", "warning", f"vehicle.part_lost.{bus}", text)

    def _replay_moved(self, state: dict[str, Any]) -> None:
        self.set_property("Replay", state | {"marks": Typed("ad", state["marks"]), "speed": float(state["speed"])})

    def _replay_ended(self, told: str) -> None:
        if told:
            self.emit("Notice", "warning", "vehicle.recording_cut", told)
        else:
            self.emit("Notice", "info", "vehicle.recording_ended", "The recording has ended.")

    # -- what the vehicle tells --------------------------------------------------------------------------------------

    def _emit_changes(self, lane: Lane, changes: list[Change]) -> bool:
        return self.emit("Changed", lane.value, changes, lane="display" if lane is not Lane.NOW else "now")

    def _send(self, bus: str, key: int, data: bytes) -> None:
        if self._buses is None:
            raise BusError("The vehicle's bus is away")
        self._buses.send(bus, key, data)
        if self._tape is not None:
            self._tape.recorder.sent(bus, key, data, time.monotonic())

    def _tell_key(self, action: str, phase: str, amount: int) -> None:
        self.emit("Key", action, phase, amount)

    def _tell_lesson(self, action: str, step: Step) -> None:
        self.emit("KeyTeaching", action, step.value)

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
        vehicle, now = self._serving(), time.monotonic()
        return {path: sample(vehicle, path, now) for path in expand(vehicle, paths)}

    def describe(self, paths: list[str]) -> dict[str, dict[str, Any]]:
        vehicle = self._serving()
        chosen = expand(vehicle, paths) if paths else served_paths(vehicle)
        return {path: metadata(vehicle, path) for path in chosen}

    def subscribe(self, paths: list[str]) -> tuple[int, dict[str, dict[str, Any]]]:
        vehicle, now = self._serving(), time.monotonic()
        chosen = expand(vehicle, paths)
        number = vehicle.publisher.subscribe(current_caller.get(), chosen)
        return number, {path: sample(vehicle, path, now) for path in chosen}

    def unsubscribe(self, subscription: int) -> None:
        if not self._serving().publisher.unsubscribe(subscription, current_caller.get()):
            raise NotFound(f"There is no subscription {subscription} of yours")

    def set(self, path: str, value: Any) -> int:
        vehicle, now = self._serving(), time.monotonic()
        if path not in vehicle.meta:
            raise NotFound(unknown(path))
        bus = vehicle.bus_of(path)
        bus_up = bus is None or (self._buses is not None and self._buses.open(bus))
        request = vehicle.writer.request(path, value, current_caller.get(), bus_up, now)
        vehicle.tick(now)
        self._arm(now)
        return request.number

    def keys(self) -> list[dict[str, Any]]:
        return self._hard_keys().table

    def teach_key(self, action: str) -> None:
        keys = self._hard_keys()
        if action and not self.properties["Restrictions"]["setup"]:
            raise Refused("Keys can be taught when the car is parked.")
        keys.teach(action, time.monotonic())

    async def forget_key(self, action: str) -> None:
        await self._hard_keys().forget(action)

    def series(self, name: str) -> tuple[str, str, list[tuple[float, float]]]:
        return self._serving().derived.series(name)

    def reset_trip(self, trip: str) -> None:
        vehicle, now = self._serving(), time.monotonic()
        vehicle.derived.reset_trip(trip, now)
        vehicle.tick(now)
        self._arm(now)

    def warnings(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        watch = self._serving().derived.watch
        return watch.current, list(watch.history)

    async def save_recording(self, mask_vin: bool) -> str:
        try:
            return await self._recording().save(mask_vin)
        except RecordingError as error:
            raise Storage(str(error)) from error
        except VehicleError as error:
            raise Failed(str(error)) from error

    async def recordings(self) -> list[dict[str, Any]]:
        try:
            return await self._recording().entries()
        except RecordingError as error:
            raise Storage(str(error)) from error

    def control_replay(self, action: str, value: float) -> None:
        if self._player is None:
            raise Refused("No recording is played")
        try:
            self._player.control(action, value)
        except ValueError as error:
            raise Invalid(str(error)) from error

    def write_log(self) -> list[dict[str, Any]]:
        return list(self._serving().writer.log)

    def _recording(self) -> Tape:
        self._serving()
        if self._tape is None:
            raise Refused("The buses are not recorded: vehicle.record says no")
        return self._tape

    def _hard_keys(self) -> HardKeys:
        self._serving()
        assert self._keys is not None
        return self._keys

    def _serving(self) -> Vehicle:
        if self._vehicle is None:
            raise Failed(self._problem or "The vehicle service is still starting")
        return self._vehicle
