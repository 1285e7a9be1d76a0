"""Requests to the car: accepted or refused at once, sent under the rules, then confirmed by the car's own frame or failed.

Rules (docs/adr/0202-writing-to-the-bus.md): only what the profile allows; a frame starts from the last one received with its
id; the newest target of a path wins and nothing is queued beyond that; at most 20 frames a second in all; own frames are never
taken for the car's answer. Time is given from outside; the owner calls `run` at `due`.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from backends.core.errors import BusOff, ReadOnly, Refused
from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE, Quality, Scalar, TargetState
from backends.vehicle.errors import BusError
from backends.vehicle.safety import forbidden_message, forbidden_path
from backends.vehicle.slots import Slot, SlotTable
from backends.vehicle.writeplan import WritePlan, WriteTarget

__all__ = ["Outcome", "Request", "Writer"]

_MAX_PER_S = 20
_LOG_LENGTH = 500
_GEARS = {"P": GEAR_PARK, "R": GEAR_REVERSE, "N": GEAR_NEUTRAL, "D": GEAR_DRIVE}


@dataclass(slots=True)
class Request:
    """One request and what became of it."""

    number: int
    path: str
    sender: str
    plan: WritePlan
    target: Scalar
    raw: int | float
    state: TargetState = TargetState.PENDING
    reason: str = ""
    sent_at: float | None = None
    deadline: float = 0.0
    entry: dict[str, Any] = field(default_factory=dict)


Outcome = Callable[[Request], None]
"""Told of every change of a request's state."""

Send = Callable[[str, int, bytes], None]
"""Puts a frame (bus, key, data) on the bus. Raises BusError."""


@dataclass(slots=True)
class _Channel:
    """The state of one message that may be sent."""

    target: WriteTarget
    template: bytes | None = None
    counter: int = 0
    tokens: float = 0.0
    refilled_at: float = 0.0
    wanted: bool = False

    def free_at(self, now: float) -> float:
        """When the next frame may go."""
        allow = self.target.allow
        if allow.min_interval_s <= 0:
            return now
        self.tokens = min(float(allow.burst), self.tokens + (now - self.refilled_at) / allow.min_interval_s)
        self.refilled_at = now
        return now if self.tokens >= 1 - 1e-9 else now + (1 - self.tokens) * allow.min_interval_s


class Writer:
    """All requests to one vehicle."""

    def __init__(self, plans: Mapping[str, WritePlan], table: SlotTable, send: Send, outcome: Outcome) -> None:
        self._plans = plans
        self._table = table
        self._send = send
        self._outcome = outcome
        self._numbers = count(1)
        self._channels = {
            plan.target.key: _Channel(plan.target, tokens=plan.target.allow.burst) for plan in plans.values()
        }
        self._sent: deque[float] = deque(maxlen=_MAX_PER_S)
        self.latest: dict[str, Request] = {}
        self.pending: dict[str, Request] = {}
        self.log: deque[dict[str, Any]] = deque(maxlen=_LOG_LENGTH)
        self.due: float | None = None

    @property
    def templates(self) -> list[tuple[str, int]]:
        """(bus, key) of the messages whose frames must be shown to `received`."""
        return list(self._channels)

    def received(self, key: tuple[str, int], data: bytes) -> None:
        """A frame of a message that may be sent came from the bus (never one of our own)."""
        channel = self._channels[key]
        if len(data) < channel.target.message.length:
            return
        channel.template = data
        if channel.target.protection is not None:
            channel.counter = channel.target.protection.count(data)

    def request(self, path: str, value: Scalar, sender: str, bus_up: bool, now: float) -> Request:
        """Accept a target and send it as soon as the rules let it. Raises ReadOnly, OutOfRange, Refused or BusOff."""
        entry: dict[str, Any] = {
            "time": time.time(), "sender": sender, "path": path, "target": value, "frame": "", "result": "refused",
        }  # fmt: skip
        try:
            plan, target, raw = self._admit(path, value, bus_up)
        except Exception as error:
            self.log.append({**entry, "result": f"refused: {error}"})
            raise
        request = Request(
            next(self._numbers), path, sender, plan, target, raw, deadline=now + plan.within_s, entry=entry
        )
        entry["target"], entry["result"] = target, "pending"
        self.log.append(entry)
        if (old := self.pending.pop(path, None)) is not None:
            self._finish(old, TargetState.FAILED, "Replaced by a newer request")
        self.pending[path] = self.latest[path] = request
        self._channels[plan.target.key].wanted = True
        self._outcome(request)
        self.run(now)
        return request

    def _admit(self, path: str, value: Scalar, bus_up: bool) -> tuple[WritePlan, Scalar, int | float]:
        plan = self._plans.get(path)
        reason = forbidden_path(path) or (forbidden_message(plan.target.message) if plan is not None else None)
        if plan is None or reason is not None:
            raise ReadOnly(reason or f"{path} cannot be set in this car")
        target, raw = plan.raw(value)
        if not bus_up:
            raise BusOff("The vehicle's bus is away")
        self._check_conditions(plan.when)
        if self._channels[plan.target.key].template is None:
            raise Refused("The car has not shown this control on its bus yet")
        return plan, target, raw

    def _check_conditions(self, when: Mapping[str, Any]) -> None:
        if "ignition" in when:
            state = self._sure("Vehicle.LowVoltageSystemState")
            if state not in when["ignition"]:
                raise Refused(f"The ignition must be {' or '.join(when['ignition'])}")
        if "speed_max" in when:
            kph = self._sure("Vehicle.Speed")
            if not isinstance(kph, int | float) or kph > when["speed_max"]:
                raise Refused(f"Only below {when['speed_max']:g} km/h")
        if "gear" in when:
            gear = self._sure("Vehicle.Powertrain.Transmission.SelectedGear")
            if gear not in [_GEARS.get(name) for name in when["gear"]]:
                raise Refused(f"Only in {' or '.join(when['gear'])}")

    def _sure(self, path: str) -> Scalar | None:
        slot = self._table.slots.get(path)
        return slot.value if slot is not None and slot.quality is Quality.VALID else None

    def run(self, now: float) -> None:
        """Send what may go, fail what is late, and set `due`."""
        self.due = None
        for request in list(self.pending.values()):
            if now >= request.deadline:
                self._finish(request, TargetState.FAILED, f"The car did not answer within {request.plan.within_s:g} s")
        for channel in self._channels.values():
            if channel.wanted:
                self._pump(channel, now)
        for request in self.pending.values():
            self._later(request.deadline)

    def _pump(self, channel: _Channel, now: float) -> None:
        requests = [r for r in self.pending.values() if r.plan.target is channel.target]
        if not requests or channel.template is None:
            channel.wanted = False
            return
        free_at = channel.free_at(now)
        if len(self._sent) == _MAX_PER_S:
            free_at = max(free_at, self._sent[0] + 1.0)
        if free_at > now:
            self._later(free_at)
            return
        channel.wanted = False
        channel.counter += 1
        data = channel.target.build(channel.template, {r.plan.signal.name: r.raw for r in requests}, channel.counter)
        try:
            self._send(channel.target.bus, channel.target.message.key, data)
        except BusError as error:
            self.bus_lost(channel.target.bus, str(error))
            return
        channel.tokens -= 1
        self._sent.append(now)
        for request in requests:
            request.entry["frame"] = f"{channel.target.message.arbitration_id:X}#{data.hex().upper()}"
            if request.sent_at is None:
                request.sent_at = now
                request.deadline = now + request.plan.within_s

    def observe(self) -> None:
        """Look whether the car's frames since sending say what was asked for. Call after each batch of frames."""
        for request in list(self.pending.values()):
            slot = self._table.slots.get(request.path)
            if slot is None or request.sent_at is None or slot.quality is not Quality.VALID:
                continue
            if _heard_since(slot, request.sent_at) and request.plan.matches(request.target, slot.value):
                self._finish(request, TargetState.CONFIRMED, "")

    def bus_lost(self, bus: str, reason: str) -> None:
        """Fail all that was asked of this bus; nothing is kept for when it comes back."""
        for channel in self._channels.values():
            if channel.target.bus == bus:
                channel.wanted, channel.template = False, None
        for request in list(self.pending.values()):
            if request.plan.target.bus == bus:
                self._finish(request, TargetState.FAILED, reason)

    def _finish(self, request: Request, state: TargetState, reason: str) -> None:
        request.state, request.reason = state, reason
        request.entry["result"] = state.value if not reason else f"{state.value}: {reason}"
        if self.pending.get(request.path) is request:
            del self.pending[request.path]
        self._outcome(request)

    def _later(self, when: float) -> None:
        if self.due is None or when < self.due:
            self.due = when


def _heard_since(slot: Slot, when: float) -> bool:
    return bool(slot.cells) and slot.seen_at() > when
