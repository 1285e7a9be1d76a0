"""org.pillion.Projection1: phones and their apps on the car's screen."""

import asyncio
from collections.abc import Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid, Offline, Refused
from backends.core.service import Service
from backends.interfaces import ServiceError, Unsubscribe
from backends.projection.domain import Rules, clamp_dpi, clamp_side
from backends.projection.manager import Manager
from backends.projection.scrcpy import AppWindow
from backends.projection.scrcpy.control import KEYCODES
from backends.projection.tasks import Tasks

__all__ = ["ProjectionService"]

POINTS_MAX = 32
TEXT_MAX = 2000
_MEDIA_KEYS = {"play_pause", "play", "pause", "stop", "next", "previous", "hangup", "mute"}
"""Keys that do not need eyes: allowed while an app is hidden."""


class ProjectionService(Service):
    """Options: ``devices`` (addresses, a list or with commas), ``adb_server`` (host:port or off), ``server_jar`` (a path),
    ``max_fps``, ``bit_rate`` (bits/s) of pictures."""

    NAME: ClassVar[str] = "projection"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        self._manager = Manager(self.options, self.emit)
        self._tasks = Tasks()
        self._undo: list[Unsubscribe] = []

    async def start(self) -> None:
        """See Service."""
        await self._manager.start()
        if self.link is not None:
            self._undo = [
                self.link.on_signal("vehicle", "PropertiesChanged", self._vehicle_changed),
                self.link.on_presence("vehicle", self._vehicle_present),
            ]
        self.set_property("Ready", True)

    async def stop(self) -> None:
        """See Service."""
        for undo in self._undo:
            undo()
        self._undo = []
        await self._tasks.close()
        await self._manager.stop()
        self.set_property("Ready", False)

    # -- phones ------------------------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        return self._manager.devices()

    async def add_device(self, address: str) -> str:
        return await self._manager.add(address)

    async def remove_device(self, id: str) -> None:  # noqa: A002  # the interface's word
        await self._manager.remove(id)

    async def apps(self, device: str) -> list[dict[str, Any]]:
        return await self._manager.apps(device)

    # -- sessions ----------------------------------------------------------------------------------------------------

    async def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        return await self._manager.open(device, app, width, height, dpi)

    async def close(self, session: str) -> None:
        await self._manager.close(session)

    def sessions(self) -> list[dict[str, Any]]:
        return self._manager.sessions()

    def open_video(self, session: str) -> int:
        return self._manager.session(session).video.open()

    def open_audio(self, session: str) -> int:
        return self._manager.session(session).audio.open()

    def set_focus(self, session: str, shown: bool) -> None:
        self._manager.session(session).show(shown)

    def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        self._manager.session(session).resize(clamp_side(width), clamp_side(height), clamp_dpi(dpi))

    def request_keyframe(self, session: str) -> None:
        self._manager.session(session).request_keyframe()

    # -- input -------------------------------------------------------------------------------------------------------

    def touch(self, session: str, points: list[tuple[int, int, float, float, float]]) -> None:
        window = self._window(session)
        if len(points) > POINTS_MAX or any(point[1] > 3 for point in points):
            raise Invalid(f"A touch has up to {POINTS_MAX} points with phases 0 to 3")
        for pointer, phase, x, y, pressure in points:
            window.touch(phase, pointer, x, y, pressure)

    def key(self, session: str, key: str, action: str) -> None:
        if key not in KEYCODES:
            raise Invalid(f"There is no key '{key}'; there are {', '.join(sorted(KEYCODES))}")
        if action not in ("press", "release", "click"):
            raise Invalid("A key is pressed, released or clicked: press, release, click")
        window = self._window(session, unseen=key in _MEDIA_KEYS)
        window.key(KEYCODES[key], press=action != "release", release=action != "press")

    def text(self, session: str, text: str) -> None:
        window = self._window(session)
        if not self._manager.rules.keyboard:
            raise Refused("Typing is for when the car is parked.")
        if len(text) > TEXT_MAX or "\0" in text:
            raise Invalid(f"Text has up to {TEXT_MAX} characters")
        window.text(text)

    def _window(self, session_id: str, *, unseen: bool = False) -> AppWindow:
        session = self._manager.session(session_id)
        if session.gated and not unseen:
            raise Refused(f"{session.name} is for when the car is parked.")
        window = session.window
        if window is None:
            raise Offline(session.text or "The app is not there yet.")
        return window

    # -- the vehicle's rules -----------------------------------------------------------------------------------------

    def _vehicle_changed(self, values: dict[str, Any]) -> None:
        if "Restrictions" in values:
            self._manager.set_rules(Rules.read(values["Restrictions"]))

    def _vehicle_present(self, present: bool) -> None:
        if present:
            self._tasks.start(self._read_rules(), "vehicle rules")
        else:
            self._manager.set_rules(Rules())

    async def _read_rules(self) -> None:
        assert self.link is not None
        try:
            async with asyncio.timeout(5):
                values = await self.link.properties("vehicle")
        except (ServiceError, TimeoutError):
            self._manager.set_rules(Rules())
        else:
            self._vehicle_changed({"Restrictions": values.get("Restrictions")})
