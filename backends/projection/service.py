"""org.pillion.Projection1: phones and their apps on the car's screen."""

from collections.abc import Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid
from backends.core.service import Service
from backends.projection.router import Router
from backends.projection.safety import for_display
from backends.projection.sound import SoundBridge
from backends.projection.surroundings import SurroundingsFeed
from backends.projection.vehicle_feed import INTERVAL_S, WAITING_INTERVAL_S, VehicleFeed

__all__ = ["ProjectionService"]

_APPS_S = 40.0
"""A phone that has never been asked takes its time to list its apps."""


class ProjectionService(Service):
    """Options: ``workers`` (1: each backend in a process of its own; 0: here), ``discover`` (see `Kind`),
    ``passenger_display`` (1: the driver does not see it), and those of the backends."""

    NAME: ClassVar[str] = "projection"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        own = {key: value for key, value in self.options.items() if key not in ("workers", "passenger_display")}
        self._passenger = str(self.options.get("passenger_display", "")) == "1"
        apart = str(self.options.get("workers", "1")) != "0"
        self._router = Router(own, self.emit, apart=apart, heard=self._heard)
        self._vehicle: VehicleFeed | None = None
        self._surroundings: SurroundingsFeed | None = None
        self._sound: SoundBridge | None = None

    async def start(self) -> None:
        """See Service."""
        if self.link is not None:
            self._surroundings = SurroundingsFeed(self.link, self._router.set_surroundings)
            self._vehicle = VehicleFeed(self.link, self._vehicle_values, self._restricted)
            self._sound = SoundBridge(self.link, self._router, lambda *notice: self.emit("Notice", *notice))
            self._surroundings.start()
            self._vehicle.start()
            self._sound.start()
        await self._router.start()
        self.set_property("Ready", True)

    async def stop(self) -> None:
        """See Service."""
        for part in (self._sound, self._vehicle, self._surroundings):
            if part is not None:
                await part.stop()
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
        if not all(isinstance(value, str | bool | int | float) for value in details.values()):
            raise Invalid("Details are plain words and numbers.")
        given = (address, details) if details else (address,)
        return str(await self._router.to_backend(kind, "add_device", *given))

    async def provide(self, device: str, what: str, value: str) -> None:
        await self._router.to_phone(device, "provide", what, value)

    async def setup(self, kind: str) -> list[dict[str, Any]]:
        steps: list[dict[str, Any]] = await self._router.to_backend(kind, "setup")
        return steps

    async def offer_pairing(self, kind: str) -> dict[str, Any]:
        offer: dict[str, Any] = await self._router.to_backend(kind, "offer_pairing")
        return offer

    async def cancel_pairing(self, kind: str) -> None:
        await self._router.to_backend(kind, "cancel_pairing")

    async def set_favourite(self, device: str, app: str, marked: bool) -> None:
        await self._router.to_phone(device, "set_favourite", app, marked)

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
        await self._router.forget(id)

    async def apps(self, device: str) -> list[dict[str, Any]]:
        apps: list[dict[str, Any]] = await self._router.to_phone(device, "apps", timeout_s=_APPS_S)
        return apps

    # -- sessions ----------------------------------------------------------------------------------------------------

    async def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        if self._surroundings is not None and self._router.kind_of(device) != "scrcpy":
            self._surroundings.learn_stage(width, height, dpi)  # an app's window is only part of it
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
        return await self._router.open_sound(session, role)

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

    async def clipboard(self, session: str) -> str:
        return str(await self._router.to_session(session, "clipboard"))

    async def set_clipboard(self, session: str, text: str) -> None:
        await self._router.to_session(session, "set_clipboard", text)

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

    # -- sound -------------------------------------------------------------------------------------------------------

    def _heard(self, member: str, args: list[Any]) -> None:
        if self._sound is not None:
            self._sound.heard(member, args)
        if self._vehicle is not None and member in ("DeviceChanged", "DeviceRemoved", "SessionChanged"):
            wanted = self._router.car_wanted
            self._vehicle.follow(None if wanted is None else INTERVAL_S if wanted else WAITING_INTERVAL_S)

    # -- the car around them -----------------------------------------------------------------------------------------

    def _restricted(self, restrictions: Any) -> None:
        self._router.restrict(for_display(restrictions, passenger=self._passenger))

    def _vehicle_values(self, values: dict[str, Any]) -> None:
        self._router.set_vehicle(values)
        if self._surroundings is not None:
            self._surroundings.learn_vehicle(values)
