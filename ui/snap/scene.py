"""Scenes: small files in ``assets/scenes`` that put the whole unit into a state.

.. code-block:: toml

    title = "Parked at night, a tyre is low"
    base = "parked"                       # take everything from this scene first
    simulate = ["car", "phone"]           # which simulators run; default: both
    phone_kind = "android-auto"           # of the simulated phone; default: scrcpy
    start = { phone = ["--battery", "82"] }   # further words for a simulator's command line
    at = 2026-05-14T22:42:00              # the clock stands still here
    app = "Maps"                          # open this app of the phone
    beside = "Assistant"                  # and beside it another one, or a card of the car: vehicle, media
    guide = true                          # show how a phone is set up, with a QR code on offer
    past = "commute"                      # what was driven before: assets/scenes/past/commute.json
    warning = true                        # leave a new warning over the page
    moving = true                         # its picture never comes to rest: do not wait for that
    faults = ["silence:comfort"]          # goes wrong with the car once all else is as it should be

    [car]                                 # requests to the simulated car's control socket
    scene = "parked"
    set = { "tyre.rr_kpa" = 190 }

    [[phone]]                             # requests to the simulated phone's
    cmd = "battery"
    level = 82

    [services.vehicle]                    # further options of a service
    profile = "demo_fuel"

    [camera]                              # a request to the simulated camera's
    fault = "freeze"

    [settings]                            # preferences in force
    "units.pressure" = "bar"

    [media]                               # a song of the desk's library
    song = "Night Ferry"
    playing = false
    position_s = 62

    [expect]                              # wait until view-models say so, or the car by its paths
    "vehicle.gear" = "P"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from ui.options import PHONES, SIMULATORS

__all__ = ["SCENES", "Scene", "SceneError", "available_scenes", "load_scene"]

SCENES = Path(__file__).resolve().parents[2] / "assets" / "scenes"
_KEYS = {
    "title",
    "base",
    "simulate",
    "phone_kind",
    "at",
    "app",
    "beside",
    "guide",
    "moving",
    "car",
    "phone",
    "camera",
    "settings",
    "media",
    "expect",
    "faults",
    "start",
    "services",
    "warning",
    "past",
}


class SceneError(ValueError):
    """A scene file cannot be used; the text names it and the entry."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of the whole unit; see the module's example."""

    name: str
    title: str
    simulate: tuple[str, ...]
    at: datetime
    phone_kind: str = PHONES[0]
    app: str = ""
    beside: str = ""
    guide: bool = False
    moving: bool = False
    past: str = ""
    warning: bool = False
    services: dict[str, dict[str, Any]] = field(default_factory=dict)
    start: dict[str, list[str]] = field(default_factory=dict)
    car: dict[str, Any] = field(default_factory=dict)
    phone: tuple[dict[str, Any], ...] = ()
    camera: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    media: dict[str, Any] = field(default_factory=dict)
    expect: dict[str, Any] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def available_scenes(folder: Path = SCENES) -> list[str]:
    """Names of the scenes there are; the one everything else builds on first."""
    return sorted((file.stem for file in folder.glob("*.toml")), key=lambda name: (name != "parked", name))


def load_scene(name: str, folder: Path = SCENES) -> Scene:
    """A scene by name. Raises SceneError."""
    file = folder / f"{name}.toml"
    facts = _read(file, folder, ())
    try:
        at = facts.get("at", datetime(2026, 5, 14, 10, 42))  # noqa: DTZ001  # a wall clock has no zone
        if not isinstance(at, datetime):
            raise TypeError("at is a date and a time, such as 2026-05-14T10:42:00")
        simulate = tuple(facts.get("simulate", SIMULATORS))
        if unknown := set(simulate) - set(SIMULATORS):
            raise ValueError(f"there is no simulator {sorted(unknown)[0]}")
        phone_kind = str(facts.get("phone_kind", PHONES[0]))
        if phone_kind not in PHONES:
            raise ValueError(f"there is no phone of the kind {phone_kind}; there are {', '.join(PHONES)}")
        return Scene(
            name=name,
            title=str(facts.get("title", name)),
            simulate=simulate,
            at=at,
            phone_kind=phone_kind,
            app=str(facts.get("app", "")),
            beside=str(facts.get("beside", "")),
            guide=bool(facts.get("guide", False)),
            moving=bool(facts.get("moving", False)),
            past=str(facts.get("past", "")),
            warning=bool(facts.get("warning", False)),
            services={name: dict(options) for name, options in facts.get("services", {}).items()},
            start={name: list(words) for name, words in facts.get("start", {}).items()},
            car=dict(facts.get("car", {})),
            phone=tuple(dict(request) for request in facts.get("phone", ())),
            camera=dict(facts.get("camera", {})),
            settings=dict(facts.get("settings", {})),
            media=dict(facts.get("media", {})),
            expect=dict(facts.get("expect", {})),
            faults=tuple(map(str, facts.get("faults", ()))),
        )
    except (TypeError, ValueError) as error:
        raise SceneError(f"{file}: {error}") from error


def _read(file: Path, folder: Path, trail: tuple[str, ...]) -> dict[str, Any]:
    try:
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SceneError(f"there is no scene {file.stem}; there are {', '.join(available_scenes(folder))}") from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SceneError(f"{file}: {error}") from error
    if unknown := set(facts) - _KEYS:
        raise SceneError(f"{file}: {sorted(unknown)[0]} is not known; there are {', '.join(sorted(_KEYS))}")
    base = facts.pop("base", None)
    if base is None:
        return facts
    if base in trail:
        raise SceneError(f"{file}: base {base} comes back to itself")
    return _merged(_read(folder / f"{base}.toml", folder, (*trail, file.stem)), facts)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Tables grow together, everything else is replaced."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result
