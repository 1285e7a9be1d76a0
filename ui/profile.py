"""A unit profile: what this head unit is made of, in one TOML file for a target or a desk.

.. code-block:: toml

    [display]
    size = "1280x800"       # pixels; default: the screen's where the window is full screen, else 1920x720
    dpi = 149               # of the panel
    platform = "linuxfb"    # Qt platform; default: what the session offers
    fullscreen = true

    [run]
    bus = "session"         # services run already: a D-Bus address, or "session"; absent: they are started
    simulate = ["car"]      # simulators to start; default: none with a bus named, else all
    phone = "android-auto"  # the kind of the simulated phone; default: scrcpy
    services = ["settings", "vehicle", "media", "projection"]

    [cameras]               # other sources than the vehicle profile's, by the camera's name
    rear = "/dev/video0"

    [services.vehicle]      # as pillion services --set vehicle.profile=…
    profile = "demo"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backends.interfaces import SERVICES
from ui.options import PHONES, SIMULATORS
from ui.panels import parse_size

__all__ = ["ProfileError", "UnitProfile", "load_profile"]


class ProfileError(ValueError):
    """The file cannot be used; the text names it and the entry."""


@dataclass(frozen=True, slots=True)
class UnitProfile:
    """None: not said. ``bus`` "" is the session bus."""

    size: tuple[int, int] | None = None
    dpi: float | None = None
    platform: str = ""
    fullscreen: bool = False
    bus: str | None = None
    simulate: tuple[str, ...] | None = None
    phone: str = PHONES[0]
    services: tuple[str, ...] | None = None
    cameras: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, Any]] = field(default_factory=dict)


def load_profile(path: Path) -> UnitProfile:
    """Read a profile. Raises ProfileError."""
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
        display, run = facts.pop("display", {}), facts.pop("run", {})
        options, cameras = facts.pop("services", {}), facts.pop("cameras", {})
        for word in facts:
            raise ValueError(f"[{word}] is not known; sections are display, run, cameras and services.NAME")
        _only(display, "display", {"size", "dpi", "platform", "fullscreen"})
        _only(run, "run", {"bus", "simulate", "phone", "services"})
        _only(options, "services", set(SERVICES))
        bus = run.get("bus")
        phone = str(run.get("phone", PHONES[0]))
        if phone not in PHONES:
            raise ValueError(f"run.phone: there is no {phone}; there are {', '.join(PHONES)}")
        return UnitProfile(
            size=parse_size(display["size"]) if "size" in display else None,
            dpi=float(display["dpi"]) if "dpi" in display else None,
            platform=str(display.get("platform", "")),
            fullscreen=bool(display.get("fullscreen", False)),
            bus="" if bus == "session" else bus,
            phone=phone,
            simulate=_names(run, "simulate", SIMULATORS),
            services=_names(run, "services", tuple(SERVICES)),
            cameras={name: str(source) for name, source in cameras.items()},
            options={name: dict(values) for name, values in options.items()},
        )
    except OSError as error:
        raise ProfileError(f"{path}: {error.strerror}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise ProfileError(f"{path}: {error}") from error


def _only(table: dict[str, Any], section: str, known: set[str]) -> None:
    for word in table:
        if word not in known:
            raise ValueError(f"{section}.{word} is not known; there are {', '.join(sorted(known))}")


def _names(table: dict[str, Any], key: str, known: tuple[str, ...]) -> tuple[str, ...] | None:
    if key not in table:
        return None
    for name in table[key]:
        if name not in known:
            raise ValueError(f"run.{key}: there is no {name}; there are {', '.join(known)}")
    return tuple(table[key])
