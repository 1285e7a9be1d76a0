"""Calls from the bus to exported objects, the standard interfaces included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dbus_next import Message

from backends.core.bus.message import unpack
from backends.core.service import Exported
from backends.core.wire import Typed, WireError

__all__ = ["INTROSPECTABLE", "PROPERTIES", "dispatch", "introspected"]

PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"


def introspected(path: str, exports: Mapping[str, Exported]) -> str:
    """What is at this path, as XML."""
    interfaces = "".join(exported.spec.xml for exported in exports.values())
    return f'<node name="{path}">{interfaces}</node>'


async def dispatch(exports: Mapping[str, Exported], message: Message) -> tuple[str, tuple[Any, ...]]:
    """Do what a call asks of the objects at its path: signature and results. Raises LookupError, WireError, what it raised."""
    args = unpack(message)
    if message.interface == PROPERTIES:
        return await _properties_call(exports[args[0]], str(message.member), args[1:])
    if message.interface and message.interface not in exports:
        raise LookupError(f"There is no interface {message.interface} here")
    exported = exports[message.interface] if message.interface else next(iter(exports.values()))
    if message.member not in exported.spec.methods:
        raise LookupError(f"{exported.spec.name} has no method {message.member}")
    method = exported.spec.methods[message.member]
    if "".join(method.takes) != message.signature:
        raise WireError(f"{message.member} takes ({''.join(method.takes)}), not ({message.signature})")
    return "".join(method.gives), await exported.invoke(str(message.member), args)


async def _properties_call(exported: Exported, member: str, args: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    types = exported.spec.properties
    match member:
        case "GetAll":
            return "a{sv}", ({n: Typed(types[n][0], v) for n, v in exported.properties.items()},)
        case "Get":
            return "v", (Typed(types[args[0]][0], exported.properties[args[0]]),)
        case "Set":
            await exported.write_property(args[0], args[1])
            return "", ()
    raise LookupError(f"no such method: {member}")
