"""How the car moves and what that does to it: a longitudinal model over a driving cycle.

The road load and masses are those of a mid-size car (1,900 kg, cw·A 0.58 m²); the cycle is WLTC class 3b.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from backends.vehicle.profile import vehicles_dir
from backends.vehicle.simcar.habits import settle
from backends.vehicle.simcar.powertrain import Powertrain, Sort
from backends.vehicle.simcar.state import CarState

__all__ = ["SCENES", "CarModel", "Scene", "wltc"]

Scene = Literal["parked", "drive", "reverse"]
SCENES: tuple[Scene, ...] = ("parked", "drive", "reverse")

_MASS_KG = 1900.0
_ROLLING_N = 0.009 * _MASS_KG * 9.81
_DRAG = 0.5 * 1.2 * 0.58
_REVERSE_KPH = 3.0
_AUTO_LOCK_KPH = 15.0
_AIR_KPA = 101.0
_ZERO_K = 273.15


@cache
def wltc() -> tuple[float, ...]:
    """WLTC class 3b: km/h at each second, 0 to 1,800."""
    lines = (vehicles_dir() / "demo" / "wltc_class3b.txt").read_text(encoding="utf-8").splitlines()
    return tuple(float(word) for line in lines if not line.startswith("#") for word in line.split())


def cycle_speed(time_s: float) -> float:
    """Speed of the cycle in km/h; it begins again after its end."""
    cycle = wltc()
    time_s %= len(cycle) - 1
    second = int(time_s)
    return cycle[second] + (cycle[second + 1] - cycle[second]) * (time_s - second)


class CarModel:
    """Moves a `CarState` through time."""

    def __init__(self, state: CarState, scene: Scene = "parked", sort: Sort = "electric") -> None:
        self.state = state
        self.scene: Scene = scene
        self.powertrain = Powertrain(state, sort)
        self._time_s = 0.0
        self._trip_s = 0.0
        self._driven_m = 0.0
        self.enter(scene)

    def enter(self, scene: Scene) -> None:
        """Change the scene: standing in P, driving the cycle, or backing up to a wall."""
        self.scene = scene
        self._time_s = 0.0
        gear = {"parked": "P", "drive": "D", "reverse": "R"}[scene]
        self.state.update(gear=gear, parking_brake=scene == "parked")
        for end in ("rear", "front"):
            near = 1.8 if scene == "reverse" and end == "rear" else 5.1
            for side, more in (("left", 0.25), ("center", 0.0), ("right", 0.4)):
                self.state.update({f"parking.{end}_{side}": min(5.1, near + (more if near < 5 else 0))})

    def _wanted_kph(self) -> float:
        if self.scene == "drive":
            return cycle_speed(self._time_s)
        if self.scene == "reverse" and self.state.number("parking.rear_center") > 0.4:
            return min(_REVERSE_KPH, self._time_s * 2)
        return 0.0

    def motors(self, dt_s: float) -> None:
        """Let windows, seats and mirrors go on; they need smaller steps than the rest of a parked car."""
        self.state.move(dt_s)
        settle(self.state, dt_s)

    def step(self, dt_s: float) -> None:
        """Let time pass."""
        state = self.state
        self._time_s += dt_s
        before = state.number("speed_kph")
        state.update(speed_kph=self._wanted_kph())
        kph = state.number("speed_kph")
        metres = kph / 3.6 * dt_s
        self._forces(kph, (kph - before) / 3.6 / dt_s, dt_s, metres)
        if self.scene == "reverse":
            for side in ("left", "center", "right"):
                name = f"parking.rear_{side}"
                state.update({name: max(0.2, state.number(name) - metres)})
        if kph > _AUTO_LOCK_KPH and state.values["auto_lock"]:
            state.update({f"lock.{place}": True for place in ("fl", "fr", "rl", "rr")})
        self._journey(dt_s, kph, metres)
        self._slow_things(dt_s, kph)

    def _forces(self, kph: float, acceleration: float, dt_s: float, metres: float) -> None:
        mps = kph / 3.6
        moving = mps > 0.05
        force = _MASS_KG * acceleration + (_ROLLING_N + _DRAG * mps * mps if moving else 0.0)
        turn = math.sin(self._time_s / 9) * max(0.0, 1 - kph / 90) if moving else 0.0
        yaw = turn * kph / 8
        self.state.update(
            {
                "acceleration": max(-10.0, min(10.0, acceleration)),
                "brake_pedal": max(0.0, min(100.0, -acceleration * 25)) if acceleration < -0.3 else 0.0,
                "steering_deg": round(45 * turn, 1),
                "yaw_rate": round(yaw, 2),
                "lateral": round(math.radians(yaw) * mps, 2),
            }
        )
        self.powertrain.run(force * mps / 1000, kph, dt_s, metres)

    def _journey(self, dt_s: float, kph: float, metres: float) -> None:
        state = self.state
        if not metres and self.scene == "parked":
            return
        self._driven_m += metres
        self._trip_s += dt_s
        mean = self._driven_m / self._trip_s * 3.6
        heading = math.radians(state.number("heading"))
        state.update(
            {
                "odometer_m": state.number("odometer_m") + metres,
                "trip_m": self._driven_m,
                "trip_s": self._trip_s,
                "trip_meter_m": state.number("trip_meter_m") + metres,
                "mean_kph": mean,
                "remaining_min": min(4094.0, self._range_km() / max(20.0, mean) * 60),
                "latitude": state.number("latitude") + metres * math.cos(heading) / 111_320,
                "longitude": state.number("longitude") + metres * math.sin(heading) / 74_300,
                "heading": (state.number("heading") + state.number("yaw_rate") * dt_s) % 360,
            }
        )

    def _range_km(self) -> float:
        return sum(self.state.number(name) for name in self.powertrain.facts.ranges)

    def _slow_things(self, dt_s: float, kph: float) -> None:
        state = self.state
        for wheel in ("fl", "fr", "rl", "rr"):
            now = state.number(f"tyre.{wheel}_c")
            warm = state.number("outside_c") + 10 + kph * 0.2
            change = (warm - now) * min(1.0, dt_s / 600)
            # Gay-Lussac: at constant volume the absolute pressure goes with the absolute temperature.
            pressure = state.number(f"tyre.{wheel}_kpa")
            hotter = (pressure + _AIR_KPA) * change / (now + _ZERO_K)
            state.update({f"tyre.{wheel}_c": now + change, f"tyre.{wheel}_kpa": pressure + hotter})
        cabin = state.number("cabin_c")
        wanted = state.number("climate.temp_driver") if state.values["climate.power"] else state.number("outside_c")
        state.update(cabin_c=cabin + (wanted - cabin) * dt_s / 240)
