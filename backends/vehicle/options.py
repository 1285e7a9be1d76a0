"""What ``--set vehicle.KEY=VALUE`` may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backends.vehicle.errors import ProfileError
from backends.vehicle.replay.routes import parse_routes

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the vehicle service; see `parse`."""

    profile: str | None = None
    interface: str | None = None
    channel: str | None = None
    dbc: str | None = None
    mapping: str | None = None
    replay: Path | None = None
    speed: float = 1.0
    loop: bool = False
    routes: dict[str, str] = field(default_factory=dict)
    record: bool = True

    @classmethod
    def parse(cls, options: Mapping[str, Any]) -> Options:
        """From text: profile (name or path), interface, channel, dbc, mapping, replay (a recording), speed (a factor or "max"),
        loop (yes or no), routes (channels of the recording to buses of the profile: can0=main,can1=body), record (no: the last
        minute is not kept, and the kernel passes on mapped messages only). Raises ProfileError that names the key."""
        known = set(cls.__dataclass_fields__)
        if unknown := sorted(set(options) - known):
            raise ProfileError(f"vehicle.{unknown[0]} is unknown; there are {', '.join(sorted(known))}")

        def text(key: str) -> str | None:
            return str(options[key]) if options.get(key) not in (None, "") else None

        try:
            speed = 0.0 if text("speed") == "max" else float(text("speed") or 1)
            if not 0 <= speed < 1e6:
                raise ValueError
        except ValueError:
            raise ProfileError(f"vehicle.speed is {options['speed']!r}; it takes a factor such as 2, or max") from None
        try:
            routes = parse_routes(text("routes") or "")
        except ValueError as error:
            raise ProfileError(f"vehicle.routes: {error}") from None
        replay = text("replay")
        return cls(
            profile=text("profile"),
            interface=text("interface"),
            channel=text("channel"),
            dbc=text("dbc"),
            mapping=text("mapping"),
            replay=Path(replay) if replay else None,
            speed=speed,
            loop=str(options.get("loop", "")).lower() in ("1", "true", "yes", "on"),
            routes=routes,
            record=str(options.get("record", "")).lower() not in ("0", "false", "no", "off"),
        )
