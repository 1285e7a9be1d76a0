"""How numbers are shown: unit conversion and the language's way of writing them.

Pure functions of SI/VSS values and a `Units`; an unknown value (NaN or None) is a dash, never a zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

__all__ = ["DASH", "LANGUAGES", "Units", "base_language", "c_to_f", "duration_text", "kpa_to", "locale_for"]

DASH = "–"

LANGUAGES: dict[str, tuple[str, str]] = {
    "en": ("en_GB", "dddd, d MMMM"),
    "zh": ("zh_CN", "M月d日 dddd"),
    "de": ("de_DE", "dddd, d. MMMM"),
    # The Emirates write Western digits (CLDR): figures stay tabular and match the cluster's.
    "ar": ("ar_AE", "dddd، d MMMM"),
}

_KM_PER_MILE = 1.609344
_METRES_A_FOOT = 0.3048
_METRES_SHOWN, _FEET_SHOWN = 975, 975
"""Below these a distance on the road is told in the small unit."""
_KPA_PER_PSI = 6.894757
_LITRES_PER_GALLON_US = 3.785411784


def base_language(code: str) -> str:
    """The language we have a locale for: zh_CN is zh; anything unknown is English."""
    base = code.replace("-", "_").split("_")[0].lower()
    return base if base in LANGUAGES else "en"


def locale_for(language: str) -> QLocale:
    """The locale numbers and dates are written in; without group separators, as on an instrument."""
    locale = QLocale(LANGUAGES[base_language(language)][0])
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale


def c_to_f(celsius: float) -> float:
    """Degrees Fahrenheit of degrees Celsius."""
    return celsius * 9 / 5 + 32


def kpa_to(unit: str, kpa: float) -> float:
    """A pressure in kPa as bar, psi or kPa."""
    match unit:
        case "psi":
            return kpa / _KPA_PER_PSI
        case "kpa":
            return kpa
        case _:
            return kpa / 100


def duration_text(milliseconds: int) -> str:
    """3:07 or 1:02:09; nothing for an unknown (negative) duration."""
    if milliseconds < 0:
        return ""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _to_step(value: float, step: int) -> int:
    return round(value / step) * step


@dataclass(frozen=True, slots=True)
class Units:
    """A driver's choice: temperature C|F, distance km|mi, pressure bar|psi|kpa, clock 24|12, and the language."""

    temperature: str = "C"
    distance: str = "km"
    pressure: str = "bar"
    clock: str = "24"
    language: str = "en"

    def number(self, value: float | None, decimals: int = 0) -> str:
        """A number in the language's digits and decimal sign."""
        if value is None or not math.isfinite(value):
            return DASH
        rounded = round(value, decimals)
        # No "-0" on a winter morning.
        return locale_for(self.language).toString(rounded + 0.0 if rounded else 0.0, "f", decimals)

    def _distance(self, kilometres: float) -> float:
        return kilometres / _KM_PER_MILE if self.distance == "mi" else kilometres

    def speed(self, kph: float | None) -> tuple[str, str]:
        """Whole km/h or mph and its unit."""
        unit = "mph" if self.distance == "mi" else "km/h"
        return (self.number(None if kph is None else abs(self._distance(kph))), unit)

    def range(self, metres: float | None) -> tuple[str, str]:
        """Whole km or miles and its unit."""
        return (self.number(None if metres is None else self._distance(metres / 1000)), self.distance)

    def ahead(self, metres: float) -> tuple[str, str]:
        """How far it is to something on the road, as exact as one can use it, and its unit (m, km, ft or mi)."""
        if self.distance == "mi":
            feet = metres / _METRES_A_FOOT
            if feet < _FEET_SHOWN:
                return (self.number(_to_step(feet, 10 if feet < 100 else 50)), "ft")
        elif metres < _METRES_SHOWN:
            return (self.number(_to_step(metres, 10 if metres < 300 else 50)), "m")
        shown = self._distance(metres / 1000)
        return (self.number(shown, 1 if shown < 9.95 else 0), self.distance)

    def trip(self, metres: float | None) -> tuple[str, str]:
        """Km or miles, to a tenth below a hundred, and its unit."""
        shown = math.nan if metres is None else self._distance(metres / 1000)
        return (self.number(shown, 1 if shown < 99.95 else 0), self.distance)

    def odometer(self, metres: float | None) -> str:
        """Whole km or miles, its thousands apart, with its unit."""
        if metres is None or not math.isfinite(metres):
            return DASH
        grouped = QLocale(LANGUAGES[base_language(self.language)][0])
        return f"{grouped.toString(self._distance(metres / 1000), 'f', 0)} {self.distance}"

    def degrees(self, celsius: float | None, decimals: int = 0) -> str:
        """A temperature with its degree sign; Fahrenheit is always whole."""
        if celsius is None or not math.isfinite(celsius):
            return DASH
        if self.temperature == "F":
            return self.number(c_to_f(celsius)) + "°"
        return self.number(celsius, decimals) + "°"

    def tyre(self, kpa: float | None) -> tuple[str, str]:
        """A tyre pressure and its unit: 2.4 bar, 35 psi, 240 kPa."""
        shown = {"bar": "bar", "psi": "psi", "kpa": "kPa"}[self.pressure]
        if kpa is None or not math.isfinite(kpa):
            return (DASH, shown)
        return (self.number(kpa_to(self.pressure, kpa), 1 if self.pressure == "bar" else 0), shown)

    def per_litres(self, litres_per_100km: float) -> float:
        """A fuel consumption as the driver counts it: l/100 km, or US miles per gallon (NaN for none burnt)."""
        if self.distance != "mi":
            return litres_per_100km
        return 100 / _KM_PER_MILE * _LITRES_PER_GALLON_US / litres_per_100km if litres_per_100km > 0 else math.nan

    def per_energy(self, kwh_per_100km: float) -> float:
        """An electric consumption as the driver counts it: kWh/100 km or kWh/100 mi."""
        return kwh_per_100km * _KM_PER_MILE if self.distance == "mi" else kwh_per_100km

    def fuel_consumption(self, litres_per_100km: float | None) -> str:
        """L/100 km, or US miles per gallon with miles chosen."""
        if litres_per_100km is None or not math.isfinite(litres_per_100km):
            return DASH
        if self.distance == "mi":
            mpg = self.number(self.per_litres(litres_per_100km))
            return mpg if mpg == DASH else f"{mpg} mpg"
        return f"{self.number(litres_per_100km, 1)} l/100 km"

    def energy_consumption(self, kwh_per_100km: float | None) -> str:
        """kWh/100 km, or kWh/100 mi."""
        if kwh_per_100km is None or not math.isfinite(kwh_per_100km):
            return DASH
        return f"{self.number(self.per_energy(kwh_per_100km), 1)} kWh/100 {self.distance}"

    def volume(self, litres: float | None) -> str:
        """Whole litres, or US gallons to a tenth with miles chosen."""
        if litres is None or not math.isfinite(litres):
            return DASH
        if self.distance == "mi":
            return f"{self.number(litres / _LITRES_PER_GALLON_US, 1)} gal"
        return f"{self.number(litres)} l"

    def percent(self, value: float | None) -> str:
        """A whole percentage, with the sign where the language puts it."""
        text = self.number(value)
        return text if text == DASH else f"{text} %"

    def time(self, moment: datetime) -> str:
        """10:42, or 10:42 with the language's mark of the half day."""
        locale = locale_for(self.language)
        pattern = "h:mm AP" if self.clock == "12" else "HH:mm"
        return locale.toString(QTime(moment.hour, moment.minute), pattern)

    def date(self, moment: datetime) -> str:
        """Thursday, 14 May, as the language says it."""
        pattern = LANGUAGES[base_language(self.language)][1]
        return locale_for(self.language).toString(QDate(moment.year, moment.month, moment.day), pattern)

    def short_date(self, moment: datetime) -> str:
        """14 May, as the language says it."""
        pattern = (
            LANGUAGES[base_language(self.language)][1].replace("dddd,", "").replace("dddd،", "").replace("dddd", "")
        )
        return locale_for(self.language).toString(QDate(moment.year, moment.month, moment.day), pattern.strip())

    def in_language(self, language: str) -> Units:
        """The same units in another language."""
        return replace(self, language=language)
