"""Typed clients of the services, one file each."""

from __future__ import annotations

from collections.abc import Iterator

from backends.interfaces import Link
from ui.clients.base import ServiceClient
from ui.clients.diagnostics import DiagnosticsClient
from ui.clients.media import MediaClient
from ui.clients.projection import ProjectionClient
from ui.clients.settings import SettingsClient
from ui.clients.setup import SetupClient
from ui.clients.sound import SoundClient
from ui.clients.vehicle import VehicleClient

__all__ = ["Clients"]


class Clients:
    """All of them; offline until `attach`."""

    def __init__(self) -> None:
        self.vehicle = VehicleClient()
        self.media = MediaClient()
        self.projection = ProjectionClient()
        self.diagnostics = DiagnosticsClient()
        self.settings = SettingsClient()
        self.sound = SoundClient()
        self.setup = SetupClient()

    def __iter__(self) -> Iterator[ServiceClient]:
        return iter(
            (self.settings, self.vehicle, self.media, self.projection, self.diagnostics, self.sound, self.setup)
        )

    def attach(self, link: Link) -> None:
        """Connect all at once; each takes its snapshot by itself."""
        for client in self:
            client.attach(link)

    async def detach(self) -> None:
        """Let go of the link."""
        import asyncio

        await asyncio.gather(*(client.detach() for client in self))
