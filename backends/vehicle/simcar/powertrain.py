"""What drives the simulated car and what that costs: a battery, an engine or both; charging by cable.

Currents and powers of the battery are positive into it, as VSS says. Fuel is petrol: 8.9 kWh a litre, of which an engine makes a
third at best.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from backends.vehicle.simcar.state import CarState

__all__ = ["POWERTRAINS", "Powertrain", "Sort", "local_minute"]

Sort = Literal["electric", "fuel", "hybrid"]

_EFFICIENCY = 0.88
_RECUPERATION_KW = 60.0
_AUXILIARY_KW = 0.6
_RPM_PER_KPH = 88.0
_KWH_PER_LITRE = 8.9
_ENGINE_EFFICIENCY = 0.33
_IDLE_L_PER_H = 0.7
_GEAR_ENDS_KPH = (15, 30, 48, 66, 85)
_RPM_IN_GEAR = (118, 70, 48, 37, 30, 25)
_HYBRID_ELECTRIC_KW, _HYBRID_ELECTRIC_KPH = 25.0, 60.0
_HYBRID_HOLD_PERCENT = 12.0
_VOLT_PHASES = 0.69
"""kW per ampere of a wall box: 230 V on three phases."""
_DAY_MIN = 24 * 60


@dataclass(frozen=True, slots=True)
class Facts:
    """What distinguishes one car from another; kWh, litres, and the messages it does not send."""

    battery_kwh: float
    tank_l: float
    usual_kwh: float
    usual_l: float
    lacks: frozenset[str]
    ranges: tuple[str, ...]


_FUEL = frozenset({"ENGINE", "ENGINE_FLUIDS", "FUEL"})
_ELECTRIC = frozenset({"BATTERY", "CHARGING", "CHARGE_STATUS", "CHARGE_CMD"})
POWERTRAINS: dict[Sort, Facts] = {
    "electric": Facts(75.0, 0.0, 16.2, 0.0, _FUEL, ("range_km",)),
    "fuel": Facts(0.0, 45.0, 0.0, 5.9, _ELECTRIC, ("fuel.range_km",)),
    "hybrid": Facts(16.0, 45.0, 17.5, 4.6, frozenset(), ("range_km", "fuel.range_km")),
}


def local_minute() -> float:
    """Minutes since midnight on the wall."""
    now = time.localtime()
    return now.tm_hour * 60 + now.tm_min + now.tm_sec / 60


class Powertrain:
    """Turns the power at the wheels into motor, engine, battery and tank. ``minute`` is the car's clock."""

    def __init__(self, state: CarState, sort: Sort = "electric", minute: Callable[[], float] = local_minute) -> None:
        self.sort = sort
        self.facts = POWERTRAINS[sort]
        self._state = state
        self._minute = minute
        self._spent_kwh = self._spent_l = self._driven_m = self._plugged_s = self._charged_kwh = 0.0
        self._fuelled_m = 0.0
        facts = self.facts
        if facts.battery_kwh:
            state.update({"energy_kwh": facts.battery_kwh * state.number("soc") / 100, "consumption": facts.usual_kwh})
            state.update({"range_km": state.number("energy_kwh") / facts.usual_kwh * 100})
        else:
            state.update({"energy_kwh": 0.0, "range_km": 0.0, "soc": 0.0})
        if facts.tank_l:
            state.update({"fuel.consumption": facts.usual_l, "fuel.litres": round(facts.tank_l * 0.71)})
            self._tell_fuel()

    def run(self, wheel_kw: float, kph: float, dt_s: float, metres: float) -> None:
        """A moment with this power at the wheels (negative: braking)."""
        self._driven_m += metres
        engine_kw = self._engine_share(wheel_kw, kph)
        if self.facts.tank_l:
            self._burn(engine_kw, kph, dt_s, metres)
        if self.facts.battery_kwh:
            self._draw(wheel_kw - engine_kw, kph, dt_s)
        else:
            self._state.update({"accelerator": max(0.0, min(100.0, engine_kw * 1.3))})

    def _engine_share(self, wheel_kw: float, kph: float) -> float:
        if self.sort == "electric" or (self.sort == "hybrid" and self._electric_will_do(wheel_kw, kph)):
            return 0.0
        return max(0.0, wheel_kw)

    def _electric_will_do(self, wheel_kw: float, kph: float) -> bool:
        calm = wheel_kw < _HYBRID_ELECTRIC_KW and kph < _HYBRID_ELECTRIC_KPH
        return calm and self._state.number("soc") > _HYBRID_HOLD_PERCENT

    def _draw(self, wheel_kw: float, kph: float, dt_s: float) -> None:
        state = self._state
        motor_kw = wheel_kw / _EFFICIENCY if wheel_kw > 0 else max(wheel_kw * _EFFICIENCY, -_RECUPERATION_KW)
        rpm = kph * _RPM_PER_KPH
        charge_kw = self._charging_kw(dt_s)
        total_kw = charge_kw - motor_kw - _AUXILIARY_KW
        energy = max(0.0, min(self.facts.battery_kwh, state.number("energy_kwh") + total_kw * dt_s / 3600))
        if not charge_kw:
            self._spent_kwh -= total_kw * dt_s / 3600
        warm = state.number("outside_c") + 14 + abs(motor_kw) * 0.6
        state.update(
            {
                "motor_kw": motor_kw,
                "motor_rpm": rpm,
                "motor_nm": motor_kw * 9549 / rpm if rpm > 50 else 0.0,
                "accelerator": max(0.0, min(100.0, motor_kw * 0.9)),
                "pack_a": total_kw * 1000 / state.number("pack_v"),
                "energy_kwh": energy,
                "soc": energy / self.facts.battery_kwh * 100,
                "motor_c": state.number("motor_c") + (warm - state.number("motor_c")) * min(1.0, dt_s / 400),
            }
        )
        if self._driven_m > 500:
            state.update(consumption=max(0.0, min(99.0, self._spent_kwh / self._driven_m * 100_000)))
        state.update(range_km=state.number("energy_kwh") / max(8.0, state.number("consumption")) * 100)

    # -- charging ----------------------------------------------------------------------------------------------------

    def _charging_kw(self, dt_s: float) -> float:
        """Power from the cable now; sets everything a charging car tells."""
        state = self._state
        if not state.values["cable"]:
            self._plugged_s = self._charged_kwh = 0.0
            state.update({"charging": False, "charge_kw": 0.0, "charge_kph": 0.0, "charge_min": 0.0})
            # Without a cable only a scene can say that it charges.
            return 11.0 if state.values["charging"] else 0.0
        full_kw = state.number("charge_amps") * _VOLT_PHASES
        missing = (state.number("charge_limit") - state.number("soc")) / 100 * self.facts.battery_kwh
        minutes = max(0.0, missing) / full_kw * 60
        state.update(charging=missing > 0 and state.values["charge_switch"] == "START" and self._timer_lets(minutes))
        power = full_kw if state.values["charging"] else 0.0
        if power:
            self._plugged_s += dt_s
            self._charged_kwh += power * dt_s / 3600
        mean = self._charged_kwh / self._plugged_s * 3600 if self._plugged_s else 0.0
        state.update(
            {
                "charge_kw": mean if power else 0.0,
                "charge_kph": power / max(8.0, state.number("consumption")) * 100,
                "charge_min": minutes if power else 0.0,
            }
        )
        return power

    def _timer_lets(self, minutes: float) -> bool:
        """Whether the timer lets it charge now. A start time counts for half a day."""
        mode = self._state.values["charge_timer_mode"]
        hour, minute = map(int, str(self._state.values["charge_timer"]).split(":"))
        ahead = (hour * 60 + minute - self._minute()) % _DAY_MIN
        if mode == "START_TIME":
            return ahead > _DAY_MIN / 2
        if mode == "END_TIME":
            return ahead <= minutes + 10 or ahead > _DAY_MIN / 2
        return True

    # -- engine ------------------------------------------------------------------------------------------------------

    def _burn(self, engine_kw: float, kph: float, dt_s: float, metres: float) -> None:
        state = self._state
        on = state.values["ignition"] == "ON" and (
            engine_kw > 0 or (self.sort == "fuel" and state.values["gear"] != "P")
        )
        gear = next((index for index, end in enumerate(_GEAR_ENDS_KPH) if kph < end), len(_GEAR_ENDS_KPH))
        rpm = max(780.0, kph * _RPM_IN_GEAR[gear]) if on else 0.0
        litres_h = (engine_kw / _ENGINE_EFFICIENCY / _KWH_PER_LITRE + _IDLE_L_PER_H) if on else 0.0
        self._spent_l += litres_h * dt_s / 3600
        self._fuelled_m += metres
        warm, seconds = (92.0, 240) if on else (state.number("outside_c"), 3600)
        state.update(
            {
                "engine.running": on,
                "engine.rpm": rpm,
                "engine.kw": engine_kw if on else 0.0,
                "engine.nm": engine_kw * 9549 / rpm if on else 0.0,
                "engine.throttle": min(100.0, engine_kw * 1.1),
                "gear_engaged": float(gear + 1),
                "engine.coolant_c": _toward(state.number("engine.coolant_c"), warm, dt_s / seconds),
                "engine.oil_c": _toward(state.number("engine.oil_c"), warm, dt_s / seconds / 1.5),
                "fuel.litres": max(0.0, state.number("fuel.litres") - litres_h * dt_s / 3600),
                "fuel.instant": min(99.9, litres_h / kph * 100) if kph > 3 else 0.0,
                "fuel.since_start": self._spent_l,
            }
        )
        if self._fuelled_m > 500:
            state.update({"fuel.consumption": min(50.0, self._spent_l / self._fuelled_m * 100_000)})
        self._tell_fuel()

    def _tell_fuel(self) -> None:
        state = self._state
        percent = state.number("fuel.litres") / self.facts.tank_l * 100
        state.update(
            {
                "fuel.percent": min(100.0, percent),
                "fuel.low": percent < 12,
                "fuel.range_km": state.number("fuel.litres") / max(3.0, state.number("fuel.consumption")) * 100,
            }
        )


def _toward(now: float, end: float, share: float) -> float:
    return now + (end - now) * min(1.0, share)
