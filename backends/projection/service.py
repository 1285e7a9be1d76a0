"""org.pillion.Projection1: phones and their apps on the car's screen."""

from collections.abc import Mapping
from typing import Any, ClassVar

from backends.core.service import Service
from backends.projection.router import Router
from backends.projection.surroundings import SurroundingsFeed
from backends.projection.vehicle_feed import VehicleFeed

__all__ = ["ProjectionService"]

_APPS_S = 40.0
"""A phone that has never been asked takes its time to list its apps."""


class ProjectionService(Service):
    """Options: ``workers`` (1: each backend in a process of its own; 0: here), ``discover`` (see `Kind`), the backends'."""

    NAME: ClassVar[str] = "projection"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        own = {key: value for key, value in self.options.items() if key != "workers"}
        apart = str(self.options.get("workers", "1")) != "0"
        self._router = Router(own, self.emit, apart=apart)
        self._vehicle: VehicleFeed | None = None
        self._surroundings: SurroundingsFeed | None = None

    async def start(self) -> None:
        """See Service."""
        await self._router.start()
        if self.link is not None:
            self._surroundings = SurroundingsFeed(self.link, self._router.set_surroundings)
            self._vehicle = VehicleFeed(self.link, self._vehicle_values, self._router.restrict)
            self._surroundings.start()
            self._vehicle.start()
        self.set_property("Ready", True)

    async def stop(self) -> None:
        """See Service."""
        for feed in (self._vehicle, self._surroundings):
            if feed is not None:
                await feed.stop()
        await self._router.stop()
        self.set_property("Ready", False)

    # -- phones ------------------------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        return self._router.devices()

    async def add_device(self, address: str) -> str:
        return str(await self._router.to_backend("scrcpy", "add_device", address))

    def kinds(self) -> list[dict[str, Any]]:
        return self._router.kinds()

    async def add_phone(self, kind: str, address: str, details: dict[str, Any]) -> str:
        given = (address, details) if details else (address,)
        return str(await self._router.to_backend(kind, "add_device", *given))

    async def provide(self, device: str, what: str, value: str) -> None:
        await self._router.to_phone(device, "provide", what, value)

    async def set_preferred(self, device: str) -> None:
        await self._router.set_preferred(device)

    async def connect(self, device: str) -> None:
        await self._router.to_phone(device, "connect")

    async def disconnect(self, device: str) -> None:
        await self._router.to_phone(device, "disconnect")

    async def report(self, id: str) -> list[tuple[str, str, str]]:  # noqa: A002  # the interface's word
        return await self._router.report(id)

    async def remove_device(self, id: str) -> None:  # noqa: A002  # the interface's word
        await self._router.to_phone(id, "remove_device")

    async def apps(self, device: str) -> list[dict[str, Any]]:
        apps: list[dict[str, Any]] = await self._router.to_phone(device, "apps", timeout_s=_APPS_S)
        return apps

    # -- sessions ----------------------------------------------------------------------------------------------------

    async def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        if self._surroundings is not None:
            self._surroundings.learn_stage(width, height, dpi)
        return str(await self._router.to_phone(device, "open_app", app, width, height, dpi))

    async def close(self, session: str) -> None:
        await self._router.to_session(session, "close")

    def sessions(self) -> list[dict[str, Any]]:
        return self._router.sessions()

    async def open_video(self, session: str) -> int:
        return int(await self._router.to_session(session, "open_video"))

    async def open_audio(self, session: str) -> int:
        return int(await self._router.to_session(session, "open_audio"))

    async def open_sound(self, session: str, role: str) -> int:
        return int(await self._router.to_session(session, "open_sound", role))

    async def set_focus(self, session: str, shown: bool) -> None:
        await self._router.to_session(session, "set_focus", shown)

    async def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        await self._router.to_session(session, "resize", width, height, dpi)

    async def request_keyframe(self, session: str) -> None:
        await self._router.to_session(session, "request_keyframe")

    # -- input -------------------------------------------------------------------------------------------------------

    async def touch(self, session: str, points: list[tuple[int, int, float, float, float]]) -> None:
        await self._router.to_session(session, "touch", points)

    async def key(self, session: str, key: str, action: str) -> None:
        await self._router.to_session(session, "key", key, action)

    async def text(self, session: str, text: str) -> None:
        await self._router.to_session(session, "text", text)

    # -- what phones tell beside their screens -----------------------------------------------------------------------

    def now_playing(self) -> list[dict[str, Any]]:
        return self._router.ledger.of("NowPlayingChanged")

    def turns(self) -> list[dict[str, Any]]:
        return self._router.ledger.of("TurnChanged")

    def calls(self) -> list[dict[str, Any]]:
        return self._router.ledger.of("CallChanged")

    def notifications(self) -> list[dict[str, Any]]:
        return self._router.ledger.of("NotificationChanged")

    async def call_action(self, session: str, call: str, action: str) -> None:
        await self._router.to_session(session, "call_action", call, action)

    async def notification_action(self, session: str, notification: str, action: str, text: str) -> None:
        await self._router.to_session(session, "notification_action", notification, action, text)

    # -- the car around them -----------------------------------------------------------------------------------------

    def _vehicle_values(self, values: dict[str, Any]) -> None:
        self._router.set_vehicle(values)
        if self._surroundings is not None:
            self._surroundings.learn_vehicle(values)
