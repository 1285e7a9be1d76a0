"""Phones over adb, each app of theirs on a display of its own: the backend ``scrcpy``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid, Offline, Refused
from backends.projection.domain import Rules, clamp_dpi, clamp_side
from backends.projection.errors import ProjectionError
from backends.projection.scrcpy.api import AppWindow
from backends.projection.scrcpy.control import KEYCODES
from backends.projection.scrcpy.fleet import fault_of
from backends.projection.scrcpy.manager import Manager
from backends.projection.scrcpy.setup import steps
from backends.projection.words import plain
from backends.projection.worker.host import Backend

__all__ = ["ScrcpyBackend"]

POINTS_MAX = 32
TEXT_MAX = 2000
_MEDIA_KEYS = {"play_pause", "play", "pause", "stop", "next", "previous", "hangup", "mute"}
"""Keys that do not need eyes: allowed while an app is hidden."""


class ScrcpyBackend(Backend):
    """Options: ``devices`` (addresses, a list or with commas), ``adb_server`` (host:port or off), ``server_jar`` (a path),
    ``max_fps``, ``bit_rate`` (bits/s) of pictures, ``phone_keyboard`` (1: the phone's own one on the car's screen, which the
    driving rules do not reach), ``mdns_group`` (where paired phones are asked for)."""

    NAME: ClassVar[str] = "scrcpy"

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        super().__init__(options, emit)
        self._manager = Manager(options, emit)
        self._fleet = self._manager.fleet

    async def start(self) -> None:
        await self._manager.start()

    async def stop(self) -> None:
        await self._manager.stop()

    def set_rules(self, restrictions: Any) -> None:
        """What the vehicle allows now: its property Restrictions; anything else is the strictest set."""
        self._manager.set_rules(Rules.read(restrictions))

    # -- phones ------------------------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        return [phone.report() for phone in self._fleet.phones]

    async def add_device(self, address: str, details: Mapping[str, Any] | None = None) -> str:
        """As ``AddPhone``. With ``pairing_code`` among the details the address is the one of the page with the code, or empty."""
        code = str((details or {}).get("pairing_code", ""))
        return await (self._fleet.pair(code, address) if code else self._fleet.add(address))

    async def provide(self, device: str, what: str, value: str) -> None:
        """As ``Provide``: a pairing code (``123456``, or with the page's address before it), or the file that was missing."""
        phone = self._fleet.phone(device)
        match what:
            case "pairing_code":
                address, _, code = value.strip().rpartition(" ")
                await self._fleet.pair(code, address, device)
            case "server_file" | "permission":
                phone.nudge()
            case _:
                raise Invalid(f"This phone does not ask for '{what}'")

    async def remove_device(self, device: str) -> None:
        """As ``RemoveDevice``."""
        await self._fleet.remove(device)

    async def apps(self, device: str) -> list[dict[str, Any]]:
        """As ``Apps``."""
        return await self._fleet.apps(device)

    async def set_favourite(self, device: str, app: str, marked: bool) -> None:
        """As ``SetFavourite``."""
        await self._fleet.set_favourite(device, app, marked)

    def offer_pairing(self) -> dict[str, Any]:
        """As ``OfferPairing``."""
        return self._fleet.pairings.offer()

    def cancel_pairing(self) -> None:
        """As ``CancelPairing``."""
        self._fleet.pairings.cancel()

    async def setup(self) -> list[dict[str, Any]]:
        """As ``Setup``."""
        jar = self.options.get("server_jar")
        return await steps(self._fleet, str(jar) if jar else None)

    # -- sessions ----------------------------------------------------------------------------------------------------

    def sessions(self) -> list[dict[str, Any]]:
        return self._manager.sessions()

    async def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        """As ``OpenApp``."""
        return await self._manager.open(device, app, width, height, dpi)

    async def close(self, session: str) -> None:
        """As ``Close``."""
        await self._manager.close(session)

    def open_video(self, session: str) -> int:
        """As ``OpenVideo``."""
        return self._manager.session(session).video.open()

    def open_audio(self, session: str) -> int:
        """As ``OpenAudio``."""
        return self._manager.session(session).audio.open()

    def open_sound(self, session: str, role: str) -> int:
        """As ``OpenSound``: a phone sends all it plays as one."""
        if role != "media":
            raise Invalid(f"This phone plays no '{role}'")
        return self._manager.session(session).audio.open()

    def set_focus(self, session: str, shown: bool) -> None:
        """As ``SetFocus``."""
        self._manager.show(session, shown)

    def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        """As ``Resize``."""
        self._manager.session(session).resize(clamp_side(width), clamp_side(height), clamp_dpi(dpi))

    def request_keyframe(self, session: str) -> None:
        """As ``RequestKeyframe``."""
        self._manager.session(session).request_keyframe()

    # -- input -------------------------------------------------------------------------------------------------------

    def touch(self, session: str, points: list[tuple[int, int, float, float, float]]) -> None:
        """As ``Touch``."""
        window = self._window(session)
        if len(points) > POINTS_MAX or any(point[1] > 3 for point in points):
            raise Invalid(f"A touch has up to {POINTS_MAX} points with phases 0 to 3")
        for pointer, phase, x, y, pressure in points:
            window.touch(phase, pointer, x, y, pressure)

    def key(self, session: str, key: str, action: str) -> None:
        """As ``Key``."""
        if key not in KEYCODES:
            raise Invalid(f"There is no key '{key}'; there are {', '.join(sorted(KEYCODES))}")
        if action not in ("press", "release", "click"):
            raise Invalid("A key is pressed, released or clicked: press, release, click")
        window = self._window(session, unseen=key in _MEDIA_KEYS)
        window.key(KEYCODES[key], press=action != "release", release=action != "press")

    def text(self, session: str, text: str) -> None:
        """As ``Text``."""
        window = self._window(session)
        if not self._manager.rules.keyboard:
            raise Refused("Typing is for when the car is parked.")
        if len(text) > TEXT_MAX or "\0" in text:
            raise Invalid(f"Text has up to {TEXT_MAX} characters")
        window.text(text)

    async def clipboard(self, session: str) -> str:
        """As ``Clipboard``."""
        window = self._window(session)
        self._parked()
        try:
            return plain(await window.clipboard(), TEXT_MAX)
        except ProjectionError as error:
            raise fault_of(error) from error

    async def set_clipboard(self, session: str, text: str) -> None:
        """As ``SetClipboard``."""
        window = self._window(session)
        self._parked()
        if len(text) > TEXT_MAX or "\0" in text:
            raise Invalid(f"Text has up to {TEXT_MAX} characters")
        try:
            await window.set_clipboard(text)
        except ProjectionError as error:
            raise fault_of(error) from error

    def _parked(self) -> None:
        if not self._manager.rules.keyboard:
            raise Refused("Copying texts is for when the car is parked.")

    def _window(self, session_id: str, *, unseen: bool = False) -> AppWindow:
        session = self._manager.session(session_id)
        if session.gated and not unseen:
            raise Refused(f"{session.name} is for when the car is parked.")
        window = session.window
        if window is None:
            raise Offline(session.text or "The app is not there yet.")
        return window
