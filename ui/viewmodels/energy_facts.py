"""What the energy page says, worked out from samples: pure, one frozen record for each group that changes together."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.viewmodels.paths import Battery, Fuel, Path
from ui.viewmodels.units import DASH, Units
from ui.viewmodels.vehicle_facts import Samples

__all__ = ["BatteryFacts", "ChargingFacts", "FlowFacts", "TankFacts", "span_text"]

# Lithium cells: below, charging is slow and recovery weak; above, the car holds back to spare them.
_COLD_C, _HOT_C = 5.0, 45.0
_AS_NEW, _GOOD, _WORN = 95.0, 85.0, 70.0
_RESERVE_PERCENT = 15.0
# Below this a car at a light would show a consumption of hundreds.
_CREEPING_KPH = 5.0
_MOVING_KPH = 0.5
_QUIET_KW = 0.3
# What a flow fills the gauge with: more than any recovery, a little less than full throttle.
_FULL_DRIVE_KW, _FULL_RECOVERY_KW = 150.0, 70.0

_WARMTH = {
    "cold": QT_TRANSLATE_NOOP("Energy", "Cold. It charges slower until it is warm."),
    "right": QT_TRANSLATE_NOOP("Energy", "At a good temperature."),
    "hot": QT_TRANSLATE_NOOP("Energy", "Hot. Full power may not be there until it has cooled."),
}
_HEALTH = {
    "new": QT_TRANSLATE_NOOP("Energy", "Like new"),
    "good": QT_TRANSLATE_NOOP("Energy", "Good"),
    "aged": QT_TRANSLATE_NOOP("Energy", "Aged"),
    "worn": QT_TRANSLATE_NOOP("Energy", "Worn. Ask for a check at the next service."),
}
_FLOWS = {
    "driving": QT_TRANSLATE_NOOP("Energy", "Driving"),
    "recovering": QT_TRANSLATE_NOOP("Energy", "Recovering energy"),
    "charging": QT_TRANSLATE_NOOP("Energy", "Charging"),
    "standing": QT_TRANSLATE_NOOP("Energy", "Standing"),
    "rest": QT_TRANSLATE_NOOP("Energy", "At rest"),
    "unknown": "",
}
_OIL = {
    "CRITICALLY_LOW": QT_TRANSLATE_NOOP("Energy", "Much too low. Stop and add oil."),
    "LOW": QT_TRANSLATE_NOOP("Energy", "Low. Add oil soon."),
    "NORMAL": QT_TRANSLATE_NOOP("Energy", "Good"),
    "HIGH": QT_TRANSLATE_NOOP("Energy", "A little too high"),
    "CRITICALLY_HIGH": QT_TRANSLATE_NOOP("Energy", "Much too high. Have oil drained."),
}
_STATES = {
    "unplugged": QT_TRANSLATE_NOOP("Energy", "Not plugged in"),
    "plugged": QT_TRANSLATE_NOOP("Energy", "Plugged in, not charging"),
    "waiting": QT_TRANSLATE_NOOP("Energy", "Plugged in, waiting for the time set"),
    "charging": QT_TRANSLATE_NOOP("Energy", "Charging"),
    "complete": QT_TRANSLATE_NOOP("Energy", "Charged"),
    "unknown": "",
}


def _say(text: object) -> str:
    return QCoreApplication.translate("Energy", str(text)) if text else ""


def span_text(units: Units, seconds: float) -> str:
    """1 h 20 min, or 20 min; a dash when unknown."""
    if not math.isfinite(seconds) or seconds < 0:
        return DASH
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return _say(QT_TRANSLATE_NOOP("Energy", "%1 min")).replace("%1", units.number(minutes))
    text = _say(QT_TRANSLATE_NOOP("Energy", "%1 h %2 min"))
    return text.replace("%1", units.number(hours)).replace("%2", units.number(minutes))


def _warmth(celsius: float) -> str:
    if math.isnan(celsius):
        return "unknown"
    return "cold" if celsius < _COLD_C else "hot" if celsius > _HOT_C else "right"


def _health(percent: float) -> str:
    if math.isnan(percent):
        return "unknown"
    return "new" if percent >= _AS_NEW else "good" if percent >= _GOOD else "aged" if percent >= _WORN else "worn"


@dataclass(frozen=True, slots=True)
class BatteryFacts:
    """Percentages 0..100, NaN unknown; a consumption is without its unit.

    ``warmth``: cold, right, hot, unknown; ``health``: new, good, aged, worn, unknown.
    """

    percent: float = math.nan
    percent_text: str = DASH
    energy_text: str = ""
    range_text: str = DASH
    average_text: str = DASH
    temperature_text: str = DASH
    warmth: str = "unknown"
    warmth_text: str = ""
    health: str = "unknown"
    health_text: str = ""

    @property
    def low(self) -> bool:
        return self.percent < _RESERVE_PERCENT

    @classmethod
    def of(cls, samples: Samples, units: Units) -> BatteryFacts:
        percent, energy = samples.number(Battery.LEVEL), samples.number(Battery.ENERGY)
        celsius, health = samples.number(Battery.TEMPERATURE), samples.number(Battery.HEALTH)
        warmth, condition = _warmth(celsius), _health(health)
        return cls(
            percent,
            units.percent(percent),
            "" if math.isnan(energy) else f"{units.number(energy, 1)} kWh",
            " ".join(units.range(samples.number(Battery.RANGE))),
            units.energy_consumption(samples.number(Battery.AVERAGE)).split(" ")[0],
            units.degrees(celsius),
            warmth,
            _say(_WARMTH.get(warmth, "")),
            condition,
            _say(_HEALTH.get(condition, "")),
        )


@dataclass(frozen=True, slots=True)
class TankFacts:
    """Percentages 0..100, NaN unknown; a consumption is without its unit; texts are empty for what this car does not tell."""

    percent: float = math.nan
    percent_text: str = DASH
    litres_text: str = ""
    range_text: str = DASH
    average_text: str = DASH
    instant_text: str = DASH
    low: bool = False
    adblue: float = math.nan
    adblue_text: str = ""
    oil: str = ""
    oil_text: str = ""
    oil_temperature_text: str = ""
    coolant_text: str = ""

    @property
    def oil_wrong(self) -> bool:
        return self.oil not in ("", "NORMAL")

    @classmethod
    def of(cls, samples: Samples, units: Units) -> TankFacts:
        percent, litres = samples.number(Fuel.LEVEL), samples.number(Fuel.LITRES)
        adblue, oil = samples.number(Fuel.ADBLUE), samples.value(Fuel.OIL_LEVEL)
        degrees = [samples.number(path) for path in (Fuel.OIL_TEMPERATURE, Fuel.COOLANT)]
        shown = ["" if math.isnan(celsius) else units.degrees(celsius) for celsius in degrees]
        return cls(
            percent,
            units.percent(percent),
            "" if math.isnan(litres) else units.volume(litres),
            " ".join(units.range(samples.number(Fuel.RANGE))),
            units.fuel_consumption(samples.number(Fuel.AVERAGE)).split(" ")[0],
            units.fuel_consumption(samples.number(Fuel.INSTANT)).split(" ")[0],
            samples.flag(Fuel.LOW) or percent < _RESERVE_PERCENT,
            adblue,
            "" if math.isnan(adblue) else units.percent(adblue),
            str(oil) if isinstance(oil, str) and oil in _OIL else "",
            _say(_OIL.get(str(oil), "")),
            *shown,
        )


@dataclass(frozen=True, slots=True)
class FlowFacts:
    """Where energy goes now. ``share``: of the gauge, -1 (recovering) to 1 (driving); ``flow``: driving, recovering, charging,
    standing, rest, unknown."""

    flow: str = "unknown"
    flow_text: str = ""
    power_text: str = DASH
    share: float = 0.0
    instant_text: str = DASH

    @classmethod
    def of(cls, samples: Samples, units: Units) -> FlowFacts:
        # VSS: positive is into the battery.
        kw = -samples.number(Battery.POWER, stale=False) / 1000
        if math.isnan(kw):
            return cls()
        kph = abs(samples.number(Path.SPEED, stale=False))
        if samples.flag(Battery.CHARGING):
            flow = "charging"
        elif abs(kw) < _QUIET_KW:
            flow = "rest"
        elif kw < 0:
            flow = "recovering"
        else:
            # Climate and electronics draw power without a move.
            flow = "standing" if kph < _MOVING_KPH else "driving"
        share = kw / (_FULL_DRIVE_KW if kw > 0 else _FULL_RECOVERY_KW)
        return cls(
            flow,
            _say(_FLOWS[flow]),
            units.number(abs(kw), 0 if abs(kw) >= 10 else 1),  # three figures at most
            max(-1.0, min(1.0, share)),
            units.energy_consumption(kw / kph * 100).split(" ")[0] if kph > _CREEPING_KPH else DASH,
        )


@dataclass(frozen=True, slots=True)
class ChargingFacts:
    """``state``: unplugged, plugged, waiting (for the timer), charging, complete, unknown. Texts are empty when not known."""

    state: str = "unknown"
    state_text: str = ""
    power_text: str = ""
    rate_text: str = ""
    time_text: str = ""
    until_text: str = ""

    @property
    def plugged(self) -> bool:
        return self.state not in ("unplugged", "unknown")

    @classmethod
    def of(cls, samples: Samples, units: Units, clock_text: Callable[[float], str]) -> ChargingFacts:
        """``clock_text``: the time of day in so many seconds."""
        state = _charging_state(samples)
        kw, km_an_hour = samples.number(Battery.CHARGE_POWER), samples.number(Battery.CHARGE_RATE)
        left, limit = samples.number(Battery.TIME_LEFT), samples.number(Battery.LIMIT)
        if state != "charging":
            return cls(state, _say(_STATES[state]))
        rate, unit = units.range(km_an_hour * 1000)
        known = math.isfinite(left) and left > 0
        goal = units.percent(100.0 if math.isnan(limit) or limit <= 0 else limit)
        until = _say(QT_TRANSLATE_NOOP("Energy", "%1 at %2")).replace("%1", goal)
        return cls(
            state,
            _say(_STATES[state]),
            "" if math.isnan(kw) else f"{units.number(kw, 0 if kw >= 20 else 1)} kW",
            "" if math.isnan(km_an_hour) else f"{rate} {unit}",
            span_text(units, left) if known else "",
            until.replace("%2", clock_text(left)) if known else "",
        )


def _charging_state(samples: Samples) -> str:
    plugged, charging = samples.value(Battery.CABLE), samples.value(Battery.CHARGING)
    if charging is True:
        return "charging"
    if plugged is None:
        return "unknown"
    if plugged is False:
        return "unplugged"
    level, limit = samples.number(Battery.LEVEL), samples.number(Battery.LIMIT)
    if level >= (limit if limit > 0 else 100.0) - 0.5:
        return "complete"
    return "waiting" if samples.value(Battery.TIMER_MODE) in ("START_TIME", "END_TIME") else "plugged"
