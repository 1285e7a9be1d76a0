"""How the car's control units are reached: ``[diagnostics]`` of the vehicle profile, and the service's own options.

.. code-block:: toml

    [diagnostics]
    bus = "main"                  # a bus of this profile; or
    elm327 = "/dev/ttyUSB0"       # an adapter, also "tcp:192.168.0.10:35000"; with baud = 38400
    addressing = "11bit"          # or "29bit" (ISO 15765-4)
    functional = 0x7DF            # everybody's identifier, where it is another one
    sweep = [0x7E0, 0x7E7]        # request ids (11 bit) or address bytes (29 bit) that may be searched for control units
    uds = true                    # ask for UDS codes too
    kernel = true                 # take the kernel's ISO-TP on a SocketCAN bus where there is one

    [[diagnostics.unit]]          # control units beside the standard's, and names
    name = "Battery"
    request = 0x7E5
    response = 0x7ED
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.errors import Misfit
from backends.diagnostics.transports.base import Transport

__all__ = ["Config", "load_config", "make_transport"]

_OPTIONS = {"profile", "interface", "channel", "elm327", "off"}
_ENTRIES = {"bus", "elm327", "baud", "addressing", "functional", "sweep", "uds", "kernel", "unit"}
_BUS_OWN = {"interface", "channel", "dbc", "writable", "write"}
_MOST_SWEPT = 256


@dataclass(frozen=True, slots=True)
class Config:
    """``elm327`` empty: the bus ``interface`` ``channel``."""

    addressing: Addressing
    elm327: str = ""
    baud: int = 38400
    interface: str = ""
    channel: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    uds: bool = True
    kernel: bool = True


def _profiles() -> Path:
    return Path(__file__).resolve().parents[2] / "assets" / "vehicles"


def load_config(options: Mapping[str, Any]) -> Config | None:
    """From the service's options: profile (a name or a path; default demo), interface and channel in place of the bus's own,
    elm327, off. None: this car has no diagnostics. Raises Misfit."""
    if unknown := sorted(set(options) - _OPTIONS):
        raise Misfit(f"diagnostics.{unknown[0]} is unknown; there are {', '.join(sorted(_OPTIONS))}")
    if str(options.get("off", "")).lower() in ("1", "true", "yes", "on"):
        return None
    name = str(options.get("profile") or "demo")
    path = _profiles() / name if "/" not in name else Path(name)
    file = path / "profile.toml" if path.is_dir() else path
    try:
        facts = _facts(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Misfit(f"{file}: {error}") from error
    section = facts.get("diagnostics")
    adapter = str(options.get("elm327") or "")
    if section is None and not adapter:
        return None
    try:
        config = _config(section or {}, facts.get("bus", {}), adapter)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
        raise Misfit(f"{file}: diagnostics: {what}") from error
    if options.get("interface") and not config.elm327:
        config = replace(config, interface=str(options["interface"]), options={}, kernel=False)
    if options.get("channel") and not config.elm327:
        config = replace(config, channel=str(options["channel"]))
    return config


def _facts(file: Path) -> dict[str, Any]:
    """``diagnostics`` and ``bus`` of a profile and of the one it stands on (``base``)."""
    own = tomllib.loads(file.read_text(encoding="utf-8"))
    if "base" not in own:
        return own
    under = tomllib.loads((file.parent / str(own["base"])).read_text(encoding="utf-8"))
    buses = dict(under.get("bus", {}))
    for name, table in own.get("bus", {}).items():
        buses[name] = {**buses.get(name, {}), **table}
    return {"diagnostics": own.get("diagnostics", under.get("diagnostics")), "bus": buses}


def _config(section: dict[str, Any], buses: dict[str, Any], adapter: str) -> Config:
    if unknown := sorted(set(section) - _ENTRIES):
        raise ValueError(f"{unknown[0]} is unknown; there are {', '.join(sorted(_ENTRIES))}")
    addressing = _addressing(section)
    uds, own_kernel = bool(section.get("uds", True)), bool(section.get("kernel", True))
    elm327 = adapter or str(section.get("elm327", ""))
    if elm327:
        return Config(addressing, elm327, int(section.get("baud", 38400)), uds=uds)
    bus = buses.get(section["bus"])
    if bus is None:
        raise ValueError(f"there is no bus {section['bus']}")
    extra = {key: value for key, value in bus.items() if key not in _BUS_OWN}
    return Config(
        addressing,
        interface=str(bus["interface"]),
        channel=str(bus.get("channel", "")),
        options=extra,
        uds=uds,
        kernel=own_kernel,
    )


def _addressing(section: dict[str, Any]) -> Addressing:
    width = str(section.get("addressing", "11bit"))
    if width not in ("11bit", "29bit"):
        raise ValueError(f"addressing {width!r} is neither 11bit nor 29bit")
    extended = width == "29bit"
    base = Addressing.of(extended, section.get("functional"))
    units = tuple(
        Unit(int(row["request"]), int(row["response"]), int(row["response"]) > 0x7FF, str(row.get("name", "")))
        for row in section.get("unit", ())
    )
    sweep = section.get("sweep")
    if sweep is not None:
        low, high = int(sweep[0]), int(sweep[1])
        top = 0xFF if extended else 0x7F7
        if not 0 <= low <= high <= top or high - low >= _MOST_SWEPT:
            raise ValueError(f"sweep is two numbers from 0 to {top:#x}, {_MOST_SWEPT} apart at the most")
        sweep = (low, high)
    return replace(base, named=units, sweep=sweep)


def make_transport(config: Config) -> Transport:
    """The way to the control units that a configuration asks for. Blocks while it is imported: python-can takes a third of a
    second where optional log formats are installed, and a car without diagnostics pays nothing for it."""
    if config.elm327:
        from backends.diagnostics.transports.elm327.api import ElmTransport

        return ElmTransport(config.addressing, config.elm327, config.baud)
    from backends.diagnostics.transports import isotp, kernel

    extended = config.addressing.scheme.extended
    if config.interface == "socketcan" and config.kernel and not extended and kernel.available():
        return kernel.KernelTransport(config.addressing, config.channel)
    return isotp.IsoTpTransport(config.addressing, config.interface, config.channel, config.options)
