"""The seam: every service's D-Bus face, and the way to reach it.

The XML files beside this module are the contract; anyone may write a client in any language from them alone. The display
imports this package and nothing else of ``backends``. `Link` is what a client sees, whether the service runs in a process of
its own on the bus or in this one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

__all__ = [
    "SERVICES",
    "Link",
    "LinkState",
    "ServiceDef",
    "ServiceError",
    "Unsubscribe",
    "connect",
    "host_in_process",
    "interface_xml",
]

Unsubscribe = Callable[[], None]


@dataclass(frozen=True, slots=True)
class ServiceDef:
    """Where a service lives on the bus, and the class that implements it ("module:Class")."""

    name: str
    bus_name: str
    path: str
    interface: str
    factory: str


def _service(name: str, factory: str) -> ServiceDef:
    interface = f"org.pillion.{name.capitalize()}1"
    return ServiceDef(name, interface, "/" + interface.replace(".", "/"), interface, factory)


SERVICES: dict[str, ServiceDef] = {
    "settings": _service("settings", "backends.settings.service:SettingsService"),
    "vehicle": _service("vehicle", "backends.vehicle.service:VehicleService"),
    "media": _service("media", "backends.media.service:MediaService"),
    "projection": _service("projection", "backends.projection.service:ProjectionService"),
    "diagnostics": _service("diagnostics", "backends.diagnostics.service:DiagnosticsService"),
    "sound": _service("sound", "backends.sound.service:SoundService"),
}


class LinkState(Enum):
    """How a client stands to its service."""

    OFFLINE = "offline"
    CONNECTING = "connecting"
    READY = "ready"
    DEGRADED = "degraded"


class ServiceError(Exception):
    """A service refused or failed a call.

    ``name`` is the last part of the D-Bus error name (NotFound, ReadOnly, OutOfRange, Refused, BusOff, Offline, Invalid,
    Storage, Protocol, Timeout, Gone, Failed); the text is fit to be shown.
    """

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = name
        self.text = text

    def __str__(self) -> str:
        return self.text


class Link(Protocol):
    """A client's view of all services. Values are plain Python: variants are wrapped and unwrapped on the way."""

    async def call(self, service: str, member: str, *args: Any, timeout_s: float = 5.0) -> Any:
        """Call a method. Returns None, the one result, or a tuple. Raises ServiceError (Gone when nobody owns the name)."""

    async def properties(self, service: str) -> dict[str, Any]:
        """All D-Bus properties of a service."""

    def on_signal(self, service: str, member: str, callback: Callable[..., None]) -> Unsubscribe:
        """Follow a signal; property changes come as the member "PropertiesChanged" with one dict."""

    def on_presence(self, service: str, callback: Callable[[bool], None]) -> Unsubscribe:
        """Told at once, and again whenever the service comes or goes."""

    async def close(self) -> None:
        """Leave the bus."""


def interface_xml(interface: str) -> str:
    """The introspection XML of an interface named as on the bus."""
    return (Path(__file__).parent / f"{interface}.xml").read_text(encoding="utf-8")


async def connect(address: str | None = None) -> Link:
    """A link over the bus at ``address`` (None: the session bus)."""
    link: Link = await import_module("backends.core.link").connect_bus(address)
    return link


async def host_in_process(names: list[str], options: dict[str, dict[str, Any]] | None = None) -> Link:
    """Run services in this process and return a link to them; signatures are checked as on the bus."""
    link: Link = await import_module("backends.core.link").host_local(names, options or {})
    return link
