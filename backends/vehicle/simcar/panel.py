"""The car's control units: they take requests from the bus, act after a while, and show their own panel's idle requests."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from backends.vehicle.dbc import DbcMessage, DbcSignal, extract, to_physical
from backends.vehicle.e2e import Check, Guard, Protection
from backends.vehicle.simcar.state import CarState, Value

__all__ = ["COMMANDS", "Panel"]

_DELAY_S = {"CLIMATE_CMD": 0.2, "SEAT_CMD": 0.3, "BODY_CMD": 0.4}
_LATE_S = 12.0
_AIR = ("UP", "MIDDLE", "DOWN")
_SWITCHES = {
    "PowerReq": "climate.power",
    "ACReq": "climate.ac",
    "RecirculationReq": "climate.recirculation",
    "FrontDefrostReq": "climate.front_defrost",
    "RearDefrostReq": "climate.rear_defrost",
    "AutoReq": "climate.auto",
    "DualReq": "climate.dual",
    "MaxDefrostReq": "climate.max_defrost",
    "TrunkReq": "trunk",
    **{f"Lock{place.upper()}Req": f"lock.{place}" for place in ("fl", "fr", "rl", "rr")},
}
_NUMBERS = {
    "TempDriverReq": "climate.temp_driver",
    "TempPassengerReq": "climate.temp_passenger",
    "FanDriverReq": "climate.fan_driver",
    "FanPassengerReq": "climate.fan_passenger",
    "HeatDriverReq": "seat.heat_driver",
    "HeatPassengerReq": "seat.heat_passenger",
    **{f"Window{place.upper()}Req": f"window.{place}" for place in ("fl", "fr", "rl", "rr")},
}
_PLACES = {"AirDriverReq": "climate.air_driver", "AirPassengerReq": "climate.air_passenger"}
COMMANDS = tuple(_DELAY_S)
"""Messages that carry requests."""

_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Due:
    when_s: float
    changes: dict[str, Value]


class Panel:
    """One request message: hears it, and sends it with nothing asked for once a period.

    ``refuse`` ignores requests, ``late`` answers long after anybody waits.
    """

    def __init__(self, message: DbcMessage, guard: Protection, state: CarState) -> None:
        self.message = message
        self.period_s = (message.period_ms or 1000) / 1000
        self.refuse = False
        self.late = False
        self._protection = guard
        self._guard = Guard(guard)
        self._state = state
        self._counter = 0
        self._due: list[_Due] = []
        self._idle = self._nothing_asked()

    def _nothing_asked(self) -> bytes:
        """A frame in which every request is the code for "none": all ones, or the smallest value when signed."""
        data = bytearray(self.message.length)
        for signal in self.message.signals:
            if signal.name.endswith("Req"):
                for bit in signal.bits[:1] if signal.signed else signal.bits:
                    data[bit // 8] |= 1 << (bit % 8)
        return bytes(data)

    def frame(self) -> bytes:
        """The panel's own frame; its counter goes on from whoever sent last."""
        data = bytearray(self._idle)
        self._counter += 1
        self._protection.seal(data, self._counter)
        self._guard.judge(bytes(data))
        return bytes(data)

    def hear(self, data: bytes, now_s: float) -> None:
        """A request from the bus. A wrong length, check byte or counter is ignored, as a car would."""
        if len(data) != self.message.length or self._guard.judge(data) is not Check.GOOD:
            _logger.info("request ignored message=%s data=%s", self.message.name, data.hex())
            return
        self._counter = self._protection.count(data)
        changes = {}
        for signal in self.message.signals:
            if signal.name.endswith("Req") and extract(signal, data) != extract(signal, self._idle):
                changes.update(self._change(signal, data))
        if changes and not self.refuse:
            delay = _LATE_S if self.late else _DELAY_S[self.message.name]
            self._due.append(_Due(now_s + delay, changes))

    def _change(self, signal: DbcSignal, data: bytes) -> dict[str, Value]:
        raw = int(extract(signal, data))
        if signal.name in _SWITCHES:
            return {_SWITCHES[signal.name]: raw == 1} if raw in (0, 1) else {}
        if signal.name in _PLACES:
            return {_PLACES[signal.name]: _AIR[raw]} if raw < len(_AIR) else {}
        return {_NUMBERS[signal.name]: float(to_physical(signal, raw))}

    def act(self, now_s: float) -> None:
        """Carry out what is due."""
        for due in [due for due in self._due if due.when_s <= now_s]:
            self._due.remove(due)
            for name, value in due.changes.items():
                self._state.put(name, value)
            self._consequences(due.changes)

    def _consequences(self, changes: dict[str, Value]) -> None:
        """What a climate unit does by itself: one zone follows the driver, touching the fan or air ends automatic mode."""
        state = self._state
        if not state.values["climate.dual"]:
            if "climate.temp_passenger" in changes and "climate.temp_driver" not in changes:
                state.put("climate.dual", True)
            else:
                state.put("climate.temp_passenger", state.values["climate.temp_driver"])
        if changes.keys() & {
            "climate.fan_driver",
            "climate.fan_passenger",
            "climate.air_driver",
            "climate.air_passenger",
        }:
            state.put("climate.auto", False)
        if changes.get("climate.max_defrost") is True:
            state.put("climate.front_defrost", True)
