"""What can be asked of a unit and of a run. Plain data: it costs nothing to import, so the command line pays for nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from backends.interfaces import SERVICES

__all__ = ["PHONES", "SIMULATORS", "RunOptions", "UnitOptions"]

SIMULATORS = ("car", "ecu", "camera", "phone")
PHONES = ("scrcpy", "android-auto", "carlife", "carlinkit", "vnc")
"""Kinds of the simulated phone."""


@dataclass(frozen=True, slots=True)
class UnitOptions:
    """``bus``: services run already, at this D-Bus address; nothing is started but the simulators asked for.

    ``options``: by service, as ``pillion services --set``. ``simulator_options``: further words for a simulator's command
    line. ``publish``: other commands (get, watch) find this unit by themselves.
    """

    services: Sequence[str] = tuple(SERVICES)
    simulate: Sequence[str] = SIMULATORS
    phone: str = PHONES[0]
    """Which kind of phone is simulated."""
    in_process: bool = False
    bus: str | None = None
    publish: bool = False
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    simulator_options: Mapping[str, Sequence[str]] = field(default_factory=dict)
    cameras: Mapping[str, str] = field(default_factory=dict)
    """Sources for cameras by name, in place of the vehicle profile's."""
    beside: Sequence[Sequence[str]] = ()
    """Words of ``pillion`` (the first one names it) that run beside the services and are started again when
    they end; they find the bus by PILLION_BUS."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """``for_s``: end by itself after so many seconds; ``preferences``: one-off values by key; ``size`` None: as the screen.

    ``window``: main or cluster.
    """

    headless: bool = False
    vnc: int | None = None
    platform: str = ""
    size: tuple[int, int] | None = None
    dpi: float | None = None
    fullscreen: bool = False
    for_s: float | None = None
    ui_test: bool = False
    reload: bool = False
    window: str = "main"
    preferences: dict[str, str] = field(default_factory=dict)
    unit: UnitOptions = field(default_factory=UnitOptions)
