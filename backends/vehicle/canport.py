"""How a bus of a profile is opened."""

from __future__ import annotations

from typing import Any

from backends.vehicle.errors import BusError
from backends.vehicle.multicast import DEFAULT_GROUP, DEFAULT_PORT, MulticastPort
from backends.vehicle.ports import Port
from backends.vehicle.profile import BusSpec
from backends.vehicle.socketcan import SocketCanPort, usable

__all__ = ["open_port"]


def open_port(spec: BusSpec) -> Port:
    """Open a bus. Raises BusError that says what to do. May block: call it from a thread.

    SocketCAN and the loopback multicast have ports of their own; all other interfaces are python-can's.
    """
    options: dict[str, Any] = dict(spec.options)
    try:
        if spec.interface == "udp_multicast" and ":" not in spec.channel.split(":", 1)[-1]:
            group, _, port = (spec.channel or DEFAULT_GROUP).partition(":")
            number = str(port or options.get("port", DEFAULT_PORT))
            if not number.isdecimal() or not 0 < int(number) < 65536:
                raise BusError(f"{spec.channel} is not GROUP:PORT, such as {DEFAULT_GROUP}:{DEFAULT_PORT}")
            return MulticastPort(group, int(number))
        if spec.interface == "socketcan" and usable(options):
            return SocketCanPort(spec.channel, spec.receive)
        from backends.vehicle.pythoncan import open_can

        return open_can(spec.interface, spec.channel, options)
    except BusError as error:
        raise BusError(f"Cannot open bus {spec.name} ({spec.interface} {spec.channel}): {error}") from error
