"""How codes, self-tests and live values read, in the driver's language and units. No Qt objects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.viewmodels.lists import Row
from ui.viewmodels.units import DASH, Units, c_to_f

__all__ = [
    "SYMBOLS",
    "advice_text",
    "code_row",
    "code_text",
    "frame_rows",
    "live_row",
    "monitor_row",
    "parameter_name",
    "shown_value",
    "unit_row",
]

SYMBOLS = {"stop": ("octagon-alert", "red"), "workshop": ("triangle-alert", "amber"), "drive": ("info", "blue")}
_DECIMALS = {"V": 2, "λ": 2, "g/s": 1, "L/h": 1, "mA": 1, "°": 1}
_PLACE = re.compile(r"(?:bank (\d))?(?: ?sensor (\w))?(?:cylinder (\d))?")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Codes", text) if text else ""


def _place(place: str) -> str:
    """``bank 1 sensor 2``, ``cylinder 3``, or a number or letter as it is."""
    found = _PLACE.fullmatch(place)
    if not place or found is None:
        return place
    bank, sensor, cylinder = found.groups()
    if cylinder:
        return QCoreApplication.translate("Codes", "cylinder %1").replace("%1", cylinder)
    parts = []
    if bank:
        parts.append(QCoreApplication.translate("Codes", "bank %1").replace("%1", bank))
    if sensor:
        parts.append(QCoreApplication.translate("Codes", "sensor %1").replace("%1", sensor))
    return " ".join(parts)


def _with_place(component: str, place: str) -> str:
    if not place:
        return _tr(component)
    if " " not in place:
        return f"{_tr(component)} {place}"
    pattern = QCoreApplication.translate("Codes", "%1, %2", "a part of the car, and where it is")
    return pattern.replace("%1", _tr(component)).replace("%2", _place(place))


def code_text(code: Mapping[str, Any]) -> str:
    """What it says: part, place and fault."""
    pattern = QCoreApplication.translate("Codes", "%1: %2", "a part of the car, and what is wrong with it")
    part = _with_place(str(code["component"]), str(code["place"]))
    return pattern.replace("%1", part).replace("%2", _tr(str(code["fault"])))


def advice_text(advice: str) -> str:
    """What to do, in two or three words."""
    match advice:
        case "stop":
            return QCoreApplication.translate("Diagnostics", "Stop safely")
        case "drive":
            return QCoreApplication.translate("Diagnostics", "You can drive on")
        case _:
            return QCoreApplication.translate("Diagnostics", "Workshop soon")


def _states(states: Sequence[str]) -> list[str]:
    names = {
        "stored": QCoreApplication.translate("Diagnostics", "stored"),
        "pending": QCoreApplication.translate("Diagnostics", "seen once"),
        "permanent": QCoreApplication.translate("Diagnostics", "permanent"),
    }
    return [names[state] for state in states if state in names]


def unit_name(code: Mapping[str, Any]) -> str:
    """The control unit's name, else its identifier."""
    return _tr(str(code["unit_name"])) or str(code["unit"])


def code_row(code: Mapping[str, Any]) -> Row:
    """A row of `CodeModel`."""
    symbol, colour = SYMBOLS.get(str(code["advice"]), SYMBOLS["workshop"])
    states = _states(code["states"])
    return {
        "key": f"{code['unit']}:{code['code']}",
        "code": str(code["code"]),
        "text": code_text(code),
        "advice": advice_text(str(code["advice"])),
        "symbol": symbol,
        "colour": colour,
        # In the list the surest; all of them with the details.
        "stateText": states[-1 if "permanent" in code["states"] else 0] if states else "",
        "statesText": " / ".join(states),
        "unitName": unit_name(code),
        "hasFrame": bool(code["frame"]),
    }


def unit_row(unit: Mapping[str, Any]) -> Row:
    """A row of `UnitModel`."""
    name = _tr(str(unit["name"])) or str(unit["id"])
    return {"key": str(unit["id"]), "name": name, "detail": QCoreApplication.translate("Diagnostics", "No fault")}


def monitor_row(monitor: Mapping[str, Any]) -> Row:
    """A row of `MonitorModel`."""
    key, complete = str(monitor["key"]), bool(monitor["complete"])
    names = {
        "misfire": QCoreApplication.translate("Diagnostics", "Misfire"),
        "fuel": QCoreApplication.translate("Diagnostics", "Fuel system"),
        "components": QCoreApplication.translate("Diagnostics", "Sensors and wiring"),
        "catalyst": QCoreApplication.translate("Diagnostics", "Catalytic converter"),
        "heated_catalyst": QCoreApplication.translate("Diagnostics", "Heated catalytic converter"),
        "vapour": QCoreApplication.translate("Diagnostics", "Fuel vapour"),
        "secondary_air": QCoreApplication.translate("Diagnostics", "Secondary air"),
        "particulate": QCoreApplication.translate("Diagnostics", "Particulate filter"),
        "oxygen": QCoreApplication.translate("Diagnostics", "Oxygen sensors"),
        "oxygen_heater": QCoreApplication.translate("Diagnostics", "Oxygen sensor heaters"),
        "egr": QCoreApplication.translate("Diagnostics", "Exhaust gas recirculation"),
        "nmhc_catalyst": QCoreApplication.translate("Diagnostics", "Oxidation catalyst"),
        "nox": QCoreApplication.translate("Diagnostics", "Nitrogen oxides"),
        "boost": QCoreApplication.translate("Diagnostics", "Boost pressure"),
        "exhaust_sensor": QCoreApplication.translate("Diagnostics", "Exhaust gas sensor"),
    }
    done = QCoreApplication.translate("Diagnostics", "Done")
    waits = QCoreApplication.translate("Diagnostics", "Not yet")
    return {"key": key, "text": names.get(key, key), "complete": complete, "word": done if complete else waits}


def parameter_name(name: str) -> str:
    """``Air ratio, bank 1 sensor 2`` in the driver's language."""
    part, comma, place = name.partition(", ")
    return _with_place(part, place) if comma and _PLACE.fullmatch(place) else _tr(name)


def shown_value(units: Units, value: float, unit: str) -> tuple[str, str]:
    """A value and its unit as the driver wants them."""
    match unit:
        case "km/h":
            return units.speed(value)
        case "km":
            return units.range(value * 1000)
        case "°C":
            return units.number(c_to_f(value) if units.temperature == "F" else value), f"°{units.temperature}"
        case _:
            return units.number(value, _DECIMALS.get(unit, 0)), _tr(unit)


def live_row(units: Units, parameter: Mapping[str, Any], values: Mapping[str, tuple[float, str]]) -> Row:
    """A row of `LiveModel`."""
    key = str(parameter["key"])
    value, quality = values.get(key, (0.0, "not_available"))
    known = quality == "valid"
    text, unit = shown_value(units, value, str(parameter["unit"]))
    name = parameter_name(str(parameter["name"]))
    return {"key": key, "name": name, "value": text if known else DASH, "unit": unit, "known": known}


def frame_rows(units: Units, values: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Rows of `LiveModel` for a freeze frame."""
    return [live_row(units, row, {str(row["key"]): (float(row["value"]), "valid")}) for row in values]
