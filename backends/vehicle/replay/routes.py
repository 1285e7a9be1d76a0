"""Which bus of a vehicle the channels of a recording are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from backends.vehicle.profile import BusSpec

__all__ = ["Routes", "parse_routes"]


def parse_routes(text: str) -> dict[str, str]:
    """``"can0=main,can1=body"`` as channel to bus. Raises ValueError that says how it should look."""
    routes: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        channel, equals, bus = pair.partition("=")
        if not equals or not channel or not bus:
            raise ValueError(f"{pair!r} is not CHANNEL=BUS, such as can0=main")
        routes[channel] = bus
    return routes


class Routes:
    """A vehicle with one bus takes every channel. Of several, a channel is the bus it is said to be, or whose name or channel it
    bears; channels left over are, in order, the buses left over."""

    def __init__(self, buses: Mapping[str, BusSpec], given: Mapping[str, str] | None = None) -> None:
        """Raises ValueError when ``given`` names a bus that there is not."""
        self._buses = buses
        self._routes = dict(given or {})
        for bus in self._routes.values():
            if bus not in buses:
                raise ValueError(f"the vehicle has no bus {bus}; it has {', '.join(buses)}")

    @property
    def buses(self) -> list[str]:
        """All buses of the vehicle."""
        return list(self._buses)

    def settle(self, channels: Iterable[str]) -> None:
        """Decide about the channels seen so far; what is decided stays."""
        fresh = sorted((name for name in set(channels) if name not in self._routes), key=_natural)
        if len(self._buses) == 1:
            self._routes |= dict.fromkeys(fresh, next(iter(self._buses)))
            return
        named = {spec.channel: name for name, spec in self._buses.items()} | {name: name for name in self._buses}
        self._routes |= {channel: named[channel] for channel in fresh if channel in named}
        taken = set(self._routes.values())
        free = [name for name in self._buses if name not in taken]
        self._routes |= dict(zip((c for c in fresh if c not in self._routes), free, strict=False))

    def bus(self, channel: str) -> str | None:
        """The bus of a channel; None for one that belongs to none."""
        return self._routes.get(channel)


def _natural(name: str) -> list[tuple[int, str]]:
    """can2 before can10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name) if part]
