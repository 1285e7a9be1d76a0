"""Whether it is night, decided alike by the display and by whoever passes it on to a phone."""

from __future__ import annotations

import math

__all__ = ["AMBIENT_LIGHT", "NIGHT_MODE", "NIGHT_SENSOR", "NightSense"]

NIGHT_MODE = "Vehicle.Cabin.Infotainment.HMI.DayNightMode"
NIGHT_SENSOR = "Vehicle.Private.NightMode"
AMBIENT_LIGHT = "Vehicle.Cabin.Light.PerceivedAmbientLight"
# Dusk and dawn flicker around one threshold; two keep the theme still between them (percent of full daylight).
_DARK_BELOW, _LIGHT_ABOVE = 15.0, 25.0
_NIGHT_FROM, _NIGHT_UNTIL = 19, 7


class NightSense:
    """The driver's word, else the car's switch and light sensor, else the time of day. Dusk does not flicker."""

    def __init__(self) -> None:
        self._dark = False

    def decide(self, theme: str, mode: object, sensed: object, light: object, hour: int) -> bool:
        """``theme`` is the setting display.theme; the vehicle's values are None (light: or NaN) when not known."""
        if theme in ("day", "night"):
            return theme == "night"
        if mode in ("DAY", "NIGHT"):
            return mode == "NIGHT"
        if isinstance(sensed, bool):
            return sensed
        if isinstance(light, int | float) and not isinstance(light, bool) and not math.isnan(light):
            self._dark = light < (_LIGHT_ABOVE if self._dark else _DARK_BELOW)
            return self._dark
        return hour >= _NIGHT_FROM or hour < _NIGHT_UNTIL
