"""Vehicle profiles: a folder with ``profile.toml``, a mapping, and for our own cars the message description."""

from __future__ import annotations

import ipaddress
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from backends.vehicle.dbc.load import resolve
from backends.vehicle.defs import Scalar
from backends.vehicle.e2e import E2E
from backends.vehicle.errors import MappingError, ProfileError

__all__ = ["BusSpec", "Profile", "SignalAllow", "WriteAllow", "available_profiles", "load_profile", "vehicles_dir"]


DEFAULT_BITRATE = 500_000


@dataclass(frozen=True, slots=True)
class SignalAllow:
    """What may be written into a signal, in its physical unit."""

    minimum: float
    maximum: float
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class WriteAllow:
    """One message that may be sent. ``burst`` frames may follow each other before ``min_interval_s`` applies."""

    message: str
    signals: dict[str, SignalAllow]
    length: int | None = None
    min_interval_s: float = 0.1
    burst: int = 1
    when: dict[str, Any] = field(default_factory=dict)
    e2e: E2E | None = None


@dataclass(frozen=True, slots=True)
class BusSpec:
    """A bus: any interface of python-can, its channel and options, and what may be written to it."""

    name: str
    interface: str
    channel: str
    options: dict[str, Any] = field(default_factory=dict)
    dbc: str = ""
    writable: bool = False
    writes: dict[str, WriteAllow] = field(default_factory=dict)
    receive: frozenset[int] | None = None
    """Keys that the kernel shall pass on, where it can filter; None for all."""

    @property
    def bitrate(self) -> int:
        """Bits a second, by which the share of the bus that writes may take is counted."""
        return int(self.options.get("bitrate", DEFAULT_BITRATE))


@dataclass(frozen=True, slots=True)
class Profile:
    """A vehicle. ``side`` is lhd or rhd; ``transmission`` automatic or manual (which has no P to park in)."""

    name: str
    file: Path
    mapping: str
    buses: dict[str, BusSpec]
    title: str = ""
    side: str = "lhd"
    transmission: str = "automatic"
    attributes: dict[str, Scalar] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    """Paths of the mapping that this vehicle lacks; ``.*`` at the end means a branch."""
    keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Hard keys on the buses, by action: bus, message, signal and the value it has while pressed."""
    warnings: dict[str, Any] = field(default_factory=dict)
    """``rule``: further warnings of this car; ``off``: codes it does without. See warning/warnings.toml."""

    @property
    def folder(self) -> Path:
        return self.file.parent

    @property
    def mapping_file(self) -> Path:
        return self.folder / self.mapping

    def dbc_file(self, bus: str) -> Path:
        """Message description of a bus. Raises ProfileError or DbcError when there is none."""
        spec = self.buses[bus]
        if not spec.dbc:
            raise ProfileError(f"{self.file}: bus {bus} has no dbc of its own; name one with --dbc FILE")
        return resolve(spec.dbc, self.folder)

    def with_bus(self, interface: str | None, channel: str | None, dbc: str | None) -> Profile:
        """The same vehicle with its buses elsewhere: ``channel`` names one for each, with commas between, in the profile's order.

        One multicast channel moves all multicast buses: the second has the next group. Buses that are not named stay.
        """
        channels = channel.split(",") if channel else []
        first = next(iter(self.buses.values()))
        multicast = (interface or first.interface) == "udp_multicast"
        buses = {}
        for index, (name, spec) in enumerate(self.buses.items()):
            if index < max(1, len(channels)):
                named = channels[index] if channels else spec.channel
                at = interface or spec.interface
                options = spec.options if at == spec.interface else {k: v for k, v in spec.options.items() if k == "fd"}
                spec = replace(spec, interface=at, channel=named, options=options)
            elif channels and multicast and spec.interface == "udp_multicast":
                spec = replace(spec, channel=_next_group(channels[0], index))
            buses[name] = spec
        if dbc:
            own = dbc if dbc.startswith("opendbc:") else str(Path(dbc).resolve())
            buses[first.name] = replace(buses[first.name], dbc=own)
        return replace(self, buses=buses)


def _next_group(channel: str, steps: int) -> str:
    group, colon, port = channel.partition(":")
    try:
        return f"{ipaddress.IPv4Address(group) + steps}{colon}{port}"
    except ValueError:
        return channel  # opening it will say what is wrong


def vehicles_dir() -> Path:
    """Where profiles are shipped."""
    return Path(__file__).resolve().parents[2] / "assets" / "vehicles"


def available_profiles() -> list[str]:
    """Names of the shipped profiles; the template, which is no car, is not among them."""
    return sorted({file.parent.name for file in vehicles_dir().glob("*/profile.toml")} - {"template"})


def load_profile(name: str) -> Profile:
    """A shipped profile by name, or any by the path of its folder or file. Raises ProfileError that names the file."""
    path = Path(name)
    if "/" not in name and (vehicles_dir() / name).is_dir():
        path = vehicles_dir() / name
    file = path / "profile.toml" if path.is_dir() else path
    try:
        with file.open("rb") as stream:
            facts = tomllib.load(stream)
    except FileNotFoundError:
        raise ProfileError(
            f"there is no vehicle profile {name}; shipped are {', '.join(available_profiles())}"
        ) from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(f"{file}: {error}") from error
    try:
        return _profile(file, _on_base(file, facts))
    except (KeyError, TypeError, ValueError, AttributeError, MappingError) as error:
        what = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
        raise ProfileError(f"{file}: {what}") from error


def _on_base(file: Path, facts: dict[str, Any]) -> dict[str, Any]:
    """A profile may stand on another (``base``, a file): tables grow together, everything else is its own. One step, no more."""
    name = facts.pop("base", None)
    if name is None:
        return facts
    try:
        with (file.parent / str(name)).open("rb") as stream:
            base = tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"base {name} cannot be read: {error}") from error
    if "base" in base:
        raise ValueError(f"base {name} stands on another profile itself")
    return _merged(base, facts)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def _profile(file: Path, facts: dict[str, Any]) -> Profile:
    side = str(facts.get("side", "lhd"))
    transmission = str(facts.get("transmission", "automatic"))
    if side not in ("lhd", "rhd"):
        raise ValueError(f"side {side!r} is neither lhd nor rhd")
    if transmission not in ("automatic", "manual"):
        raise ValueError(f"transmission {transmission!r} is neither automatic nor manual")
    buses = {name: _bus(name, spec) for name, spec in facts["bus"].items()}
    if not buses:
        raise ValueError("no bus is named")
    return Profile(
        name=file.parent.name,
        file=file,
        mapping=str(facts["mapping"]),
        buses=buses,
        title=str(facts.get("title", file.parent.name)),
        side=side,
        transmission=transmission,
        attributes={path: value for path, value in facts.get("attributes", {}).items() if value != ""},
        without=tuple(map(str, facts.get("without", ()))),
        keys={action: dict(key) for action, key in facts.get("keys", {}).items()},
        warnings=dict(facts.get("warnings", {})),
    )


def _bus(name: str, facts: dict[str, Any]) -> BusSpec:
    known = {"interface", "channel", "dbc", "writable", "write"}
    bitrate = facts.get("bitrate", DEFAULT_BITRATE)
    if isinstance(bitrate, bool) or not isinstance(bitrate, int) or bitrate < 1000:
        raise ValueError(f"bitrate of bus {name} is {bitrate!r}; it takes bits a second, such as {DEFAULT_BITRATE}")
    return BusSpec(
        name=name,
        interface=str(facts["interface"]),
        channel=str(facts.get("channel", "")),
        options={key: value for key, value in facts.items() if key not in known},
        dbc=str(facts.get("dbc", "")),
        writable=bool(facts.get("writable", False)),
        writes={message: _allow(name, message, spec) for message, spec in facts.get("write", {}).items()},
    )


def _allow(bus: str, message: str, facts: dict[str, Any]) -> WriteAllow:
    known = {"length", "min_interval_ms", "burst", "when", "signals", "e2e"}
    where = f"bus.{bus}.write.{message}"
    if unknown := sorted(set(facts) - known):
        raise ValueError(f"{where}: {unknown[0]} is unknown; there are {', '.join(sorted(known))}")
    signals = {}
    for name, limits in facts["signals"].items():
        if not {"min", "max"} <= set(limits):
            raise ValueError(f"{where}.signals.{name} needs min and max")
        signals[name] = SignalAllow(float(limits["min"]), float(limits["max"]), float(limits.get("step", 0)))
    e2e = facts.get("e2e")
    return WriteAllow(
        message=message,
        signals=signals,
        length=facts.get("length"),
        min_interval_s=float(facts.get("min_interval_ms", 100)) / 1000,
        burst=max(1, int(facts.get("burst", 1))),
        when=dict(facts.get("when", {})),
        e2e=E2E.of(e2e) if e2e else None,
    )
