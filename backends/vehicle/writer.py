"""Requests to the car: accepted or refused at once, sent under the rules, then confirmed by the car's own frame or failed.

Rules (docs/adr/0202-writing-to-the-bus.md): only what the profile allows, while its conditions hold; a frame starts from the last
sound one received with its id; the newest target of a path wins and nothing is queued beyond that; no more frames than `Gate`
lets pass; own frames are never taken for the car's answer. Time is given from outside; the owner calls `run` at `due`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from backends.core.errors import BusOff, OutOfRange, ReadOnly, Refused, ServiceFault
from backends.vehicle.defs import Quality, Scalar, TargetState
from backends.vehicle.errors import BusBusy, BusError
from backends.vehicle.gate import Denied, Gate
from backends.vehicle.safety import forbidden_path
from backends.vehicle.slots import Slot, SlotTable
from backends.vehicle.writelog import WriteLog
from backends.vehicle.writeplan import WritePlan, WriteTarget
from backends.vehicle.writewhen import unmet

__all__ = ["Outcome", "Request", "Writer"]

_TEMPLATE_PERIODS, _TEMPLATE_FLOOR_S = 10, 5.0
"""A frame older than this is not what the car says now: nothing starts from it."""
_LONGEST_TEXT = 100
"""Of a value that a client sends, as much goes into the log."""
_logger = logging.getLogger(__name__)


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
    template_at: float = 0.0
    judged: bool = False
    counter: int = 0
    tokens: float = 0.0
    refilled_at: float = 0.0
    wanted: bool = False

    def fresh(self, now: float) -> bool:
        """Whether a frame may start from the last one received: it is whole, and not old."""
        if self.template is None:
            return False
        if not self.judged:
            self.judged = True
            protection = self.target.protection
            right_length = len(self.template) == self.target.message.length
            if not right_length or (protection is not None and not protection.sound(self.template)):
                self.template = None
                return False
            if protection is not None:
                self.counter = protection.count(self.template)
        period_ms = self.target.message.period_ms
        # A message that is sent on events alone is as fresh as its last one.
        return not period_ms or now - self.template_at <= max(_TEMPLATE_PERIODS * period_ms / 1000, _TEMPLATE_FLOOR_S)

    def free_at(self, now: float) -> float:
        """When the next frame of this message may go."""
        allow = self.target.allow
        if allow.min_interval_s <= 0:
            return now
        self.tokens = min(float(allow.burst), self.tokens + (now - self.refilled_at) / allow.min_interval_s)
        self.refilled_at = now
        return now if self.tokens >= 1 - 1e-9 else now + (1 - self.tokens) * allow.min_interval_s


class Writer:
    """All requests to one vehicle. ``allowed`` says whether the driving restrictions allow a word now."""

    def __init__(
        self,
        plans: Mapping[str, WritePlan],
        table: SlotTable,
        send: Send,
        outcome: Outcome,
        *,
        bitrates: Mapping[str, int] | None = None,
        allowed: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._plans = plans
        self._table = table
        self._send = send
        self._outcome = outcome
        self._allowed = allowed
        self._numbers = count(1)
        self._channels = {
            plan.target.key: _Channel(plan.target, tokens=plan.target.allow.burst) for plan in plans.values()
        }
        self._gate = Gate((channel.target for channel in self._channels.values()), bitrates or {})
        self.latest: dict[str, Request] = {}
        self.pending: dict[str, Request] = {}
        self.log = WriteLog()
        self.due: float | None = None

    @property
    def templates(self) -> list[tuple[str, int]]:
        """(bus, key) of the messages whose frames must be shown to `received`."""
        return list(self._channels)

    def received(self, key: tuple[str, int], data: bytes, now: float) -> None:
        """A frame of a message that may be sent came from the bus (never one of our own). Whether it is whole is asked when it
        is needed: most are not."""
        channel = self._channels[key]
        channel.template, channel.template_at, channel.judged = data, now, False

    def request(self, path: str, value: Scalar, sender: str, bus_up: bool, now: float) -> Request:
        """Accept a target and send it as soon as the rules let it. Raises ReadOnly, OutOfRange, Refused or BusOff."""
        try:
            plan, target, raw = self._admit(path, value, bus_up, now)
        except ServiceFault as error:
            shown = value if isinstance(value, bool | int | float) else str(value)[:_LONGEST_TEXT]
            self.log.refused(time.time(), sender, path, shown, str(error))
            raise
        old = self.pending.pop(path, None)
        entry = self.log.accepted(
            time.time(), sender, path, target, plan.target.bus, replaces=None if old is None else old.entry
        )
        request = Request(
            next(self._numbers), path, sender, plan, target, raw, deadline=now + plan.within_s, entry=entry
        )
        if old is not None:
            self._finish(old, TargetState.FAILED, "Replaced by a newer request")
        self.pending[path] = self.latest[path] = request
        self._channels[plan.target.key].wanted = True
        self._outcome(request)
        self.run(now)
        return request

    def _admit(self, path: str, value: Scalar, bus_up: bool, now: float) -> tuple[WritePlan, Scalar, int | float]:
        plan = self._plans.get(path)
        reason = forbidden_path(path)
        if plan is None or reason is not None:
            raise ReadOnly(reason or f"{path} cannot be set in this car")
        try:
            target, raw = plan.raw(value)
        except (ArithmeticError, ValueError, TypeError) as error:
            raise OutOfRange(f"{path} cannot be {str(value)[:_LONGEST_TEXT]}") from error
        if not bus_up:
            raise BusOff("The vehicle's bus is away")
        if (why := unmet(plan.when, self._sure, self._allowed)) is not None:
            raise Refused(why)
        if not self._channels[plan.target.key].fresh(now):
            raise Refused("The car has not shown this control on its bus yet")
        return plan, target, raw

    def _sure(self, path: str) -> Scalar | None:
        slot = self._table.slots.get(path)
        return slot.value if slot is not None and slot.quality is Quality.VALID else None

    def run(self, now: float) -> None:
        """Send what may go, fail what is late, and set `due`."""
        self.due = None
        for request in list(self.pending.values()):
            if now >= request.deadline:
                late = "The car did not answer within" if request.sent_at is not None else "It could not be sent within"
                self._finish(request, TargetState.FAILED, f"{late} {request.plan.within_s:g} s")
        for channel in self._channels.values():
            if channel.wanted:
                self._pump(channel, now)
        for request in self.pending.values():
            self._later(request.deadline)

    def _pump(self, channel: _Channel, now: float) -> None:
        requests = self._still_right(channel, now)
        if not requests or channel.template is None:
            channel.wanted = False
            return
        length = len(channel.template)
        passes_at = self._gate.free_at(channel.target, length, now)
        if passes_at is None:
            self._fail(requests, "The bus is too slow for this")
            return
        free_at = max(channel.free_at(now), passes_at)
        if free_at > now:
            self._later(free_at)
            return
        channel.wanted = False
        channel.counter += 1
        data = channel.target.build(channel.template, {r.plan.signal.name: r.raw for r in requests}, channel.counter)
        try:
            self._gate.check(channel.target, channel.template, data, now)
            channel.tokens -= 1
            self._gate.count(channel.target, length, now)
            self._send(channel.target.bus, channel.target.message.key, data)
        except Denied as error:
            _logger.error("frame held back reason=%s", error)
            self._fail(requests, "This request was held back: the vehicle's profile is wrong")
            return
        except BusBusy as error:
            self._fail(requests, str(error))
            return
        except BusError as error:
            self.bus_lost(channel.target.bus, str(error))
            return
        for request in requests:
            request.entry["frame"] = f"{channel.target.message.arbitration_id:X}#{data.hex().upper()}"
            if request.sent_at is None:
                request.sent_at = now
                request.deadline = now + request.plan.within_s

    def _still_right(self, channel: _Channel, now: float) -> list[Request]:
        """The requests a frame is made of. What has become wrong since it was asked for fails, and is not sent again."""
        requests = [r for r in self.pending.values() if r.plan.target is channel.target]
        if requests and not channel.fresh(now):
            self._fail(requests, "The car no longer shows this control on its bus")
            return []
        right = []
        for request in requests:
            why = unmet(request.plan.when, self._sure, self._allowed)
            if why is None:
                right.append(request)
            else:
                self._fail([request], why)
        return right

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
        self._fail([r for r in self.pending.values() if r.plan.target.bus == bus], reason)

    def _fail(self, requests: list[Request], reason: str) -> None:
        for request in requests:
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
