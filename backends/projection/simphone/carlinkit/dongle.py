"""The dongle: what it was told, the phone behind it, and the head unit that uses it, one at a time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from typing import Any

import numpy as np

from backends.projection.simphone.apps import INSTALLED
from backends.projection.simphone.carlinkit import wire
from backends.projection.simphone.carlinkit.faults import DongleFaults
from backends.projection.simphone.carlinkit.session import Session
from backends.projection.simphone.display import Display
from backends.projection.simphone.input import Touch
from backends.projection.simphone.state import Identity, PhoneState

__all__ = ["PHONES", "Dongle"]

PHONES = {"android-mirror": 1, "carplay": 3, "iphone-mirror": 4, "android-auto": 5, "hicar": 6}
"""How the phone behind the dongle is connected to it."""
_LINKS = {1: "AndroidMirror", 3: "CarPlay", 4: "iPhoneMirror", 5: "AndroidAuto", 6: "HiCar"}
_HEARD_KEPT = 1 << 18
_DPI = 160
_RING_S = 30.0
_log = logging.getLogger(__name__)


class Dongle:
    """``phone`` one of `PHONES`; ``listen_at`` host and port."""

    def __init__(
        self,
        *,
        identity: Identity,
        phone: str = "carplay",
        wireless: bool = False,
        plugged: bool = True,
        dark: bool = True,
        narrow: bool = False,
        listen_at: tuple[str, int] = ("127.0.0.1", 0),
    ) -> None:
        self.state = PhoneState(identity, dark=dark)
        self.faults = DongleFaults()
        self.phone_type = PHONES[phone]
        self.wireless = wireless
        self.narrow = narrow
        self.phone_there = plugged
        self.box_name = "AutoBox-0001"
        self.files: dict[str, bytes] = {}
        self.settings: dict[str, Any] = {}
        self.opened_with: list[int] = []
        self.counts: Counter[int] = Counter()
        self.commands: Counter[str] = Counter()
        self.nonsense: list[str] = []
        self.gnss = ""
        self.dpi = _DPI
        self.display: Display | None = None
        self.touches: list[list[float]] = []
        self.heard = bytearray()
        self.heard_type = 0
        self._listen_at = listen_at
        self._server: asyncio.Server | None = None
        self._session: Session | None = None
        self._connections = 0
        self._runs: set[asyncio.Task[None]] = set()
        self._ringing: asyncio.Task[None] | None = None
        self.state.on_change.append(self._changed)

    # -- as a program runs it ------------------------------------------------------------------------------------------

    async def begin(self) -> str:
        """Plugged into the car. Raises OSError."""
        host, port = self._listen_at
        self._server = await asyncio.start_server(self._serve, host, port, limit=1 << 20)
        self._listen_at = self._server.sockets[0].getsockname()[:2]
        host, port = self._listen_at
        return f"tcp://{host}:{port}"

    async def end(self) -> None:
        """Pulled out of the car."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for run in list(self._runs):
            run.cancel()
        await asyncio.gather(*self._runs, return_exceptions=True)

    def describe(self) -> dict[str, object]:
        """Everything a test may ask, as plain JSON."""
        display = self.display
        session = self._session
        return {
            "listening": self._server is not None,
            "connections": self._connections,
            "opened": session is not None and session.opened,
            "phone_there": self.phone_there,
            "phone_connected": session is not None and session.connected,
            "opened_with": self.opened_with,
            "files": {path: content.hex() for path, content in self.files.items()},
            "settings": self.settings,
            "counts": {f"{kind:#04x}": count for kind, count in self.counts.items()},
            "commands": dict(self.commands),
            "nonsense": self.nonsense[-10:],
            "gnss": self.gnss,
            "touches": self.touches[-50:],
            "heard_bytes": len(self.heard),
            "heard_type": self.heard_type,
            "heard_hertz": self._hertz(),
            "displays": [display.describe()] if display else [],
            "dark": self.state.dark,
            "battery": self.state.battery,
            "music": {
                "title": self.state.music.track.title,
                "playing": self.state.music.playing,
                "position_s": round(self.state.music.position_s(), 2),
            },
        }

    async def command(self, command: str, values: dict[str, Any]) -> None:
        """Requests of the control socket that are a dongle's own; a head unit that hangs up meanwhile does no harm."""
        with contextlib.suppress(ConnectionError):
            await self._do(command, values)

    async def _do(self, command: str, values: dict[str, Any]) -> None:
        match command:
            case "disconnect":
                if self._session is not None:
                    self._session.cut()
            case "vanish":
                await self.end()
            case "return":
                if self._server is None:
                    await self.begin()
            case "plug":
                await self._plug(values)
            case "unplug":
                self.phone_there = False
                if self._session is not None:
                    await self._session.disconnect_phone()
            case "start":
                self._start(str(values["package"]))
            case "say":
                self._there().say(str(values["role"]), float(values.get("seconds", 1.0)))
            case "lead":
                await self._there().lead(bool(values["on"]))
            case "call":
                await self._call(str(values["state"]))
            case "send":
                await self._there().send(wire.message(str(values["name"]), bytes.fromhex(str(values.get("hex", "")))))
            case "forget":
                self.counts.clear()
                self.commands.clear()
                self.touches.clear()
                self.heard.clear()
            case _:
                raise LookupError(f"no command {command}")

    # -- what a session asks -------------------------------------------------------------------------------------------

    def show(self, width: int, height: int) -> None:
        """The car wants pictures of this size."""
        width, height = max(64, width // 2 * 2), max(64, height // 2 * 2)
        if self.display is None:
            self.display = Display(0, self.state, width, height, self.dpi, decorated=True)
            self.display.launch = self._start
            self.display.set_apps(INSTALLED)
        else:
            self.display.dpi = self.dpi
            self.display.resize(width, height)

    def display_size(self) -> tuple[int, int]:
        """Of the phone's screen, pixels."""
        assert self.display is not None
        return self.display.width, self.display.height

    def finger(self, touch: Touch, x: float, y: float) -> None:
        """A finger on the phone's screen; x, y as they came."""
        self.touches.append([touch.pointer, touch.action, round(x, 5), round(y, 5)])
        del self.touches[:-200]
        if self.display is not None:
            self.display.touch(touch, (touch.width, touch.height))

    def hear(self, payload: bytes) -> None:
        """The microphone."""
        decode, channel = int.from_bytes(payload[:4], "little"), int.from_bytes(payload[8:12], "little")
        if channel != 3 or decode not in (3, 5) or len(payload) % 2:
            raise wire.Nonsense(f"microphone with decode type {decode}, channel {channel}, {len(payload)} bytes")
        self.heard_type = decode
        self.heard += payload[12:]
        del self.heard[:-_HEARD_KEPT]

    def box_facts(self) -> dict[str, object]:
        """What the dongle says of itself."""
        return {
            "uuid": "00000000000000000000000000000000", "MFD": "20240101", "boxType": "YA", "productType": "A15W",
            "OemName": "Simulated", "hwVersion": "SIM0-0001", "HiCar": 1, "WiFiChannel": 36,
            "DevList": [{"id": "02:00:00:00:00:01", "type": _LINKS[self.phone_type]}],
        }  # fmt: skip

    def phone_facts(self) -> dict[str, object]:
        """What the dongle says of the phone."""
        identity = self.state.identity
        return {
            "MDLinkType": _LINKS[self.phone_type], "MDModel": identity.model, "MDOSVersion": "18.0",
            "MDLinkVersion": "1.7", "btMacAddr": "02:00:00:00:00:01", "btName": identity.name, "cpuTemp": 53,
        }  # fmt: skip

    async def answer_call(self, *, accept: bool) -> None:
        """The driver takes or ends the call."""
        if accept:
            await self._call("active")
        else:
            await self._call("ended")

    # -- inside --------------------------------------------------------------------------------------------------------

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if self.faults.refuse:
            writer.transport.abort()
            return
        if self._session is not None:
            self._session.cut()  # one head unit at a time: the new one has it
        session = self._session = Session(self, reader, writer)
        self._connections += 1
        self._runs.add(task)
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await session.run()
        finally:
            self._runs.discard(task)
            if self._session is session:
                self._session = None

    def _there(self) -> Session:
        if self._session is None:
            raise LookupError("no head unit is connected")
        return self._session

    async def _plug(self, values: dict[str, Any]) -> None:
        if "phone" in values:
            self.phone_type = PHONES[str(values["phone"])]
        self.wireless = bool(values.get("wireless", self.wireless))
        self.phone_there = True
        if self._session is not None:
            await self._session.connect_phone()

    def _start(self, package: str) -> None:
        app = next((app for app in INSTALLED if package == app.PACKAGE), None)
        if app is None or self.display is None:
            raise LookupError(f"no app {package}")
        self.display.show(app)

    async def _call(self, state: str) -> None:
        sounds = self._there().sounds
        if sounds is None:
            raise LookupError("no phone is connected")
        ringing, self._ringing = self._ringing, None
        if ringing is not None:
            ringing.cancel()
            await asyncio.gather(ringing, return_exceptions=True)
        match state:
            case "incoming":
                await sounds.ring()
                self._ringing = asyncio.create_task(self._guarded(sounds.say("alert", _RING_S)))
            case "active":
                self._ringing = asyncio.create_task(self._guarded(sounds.say("call", _RING_S)))
            case "ended":
                await sounds.end("call")
            case _:
                raise LookupError(f"no state {state} of a call")

    async def _guarded(self, work: Any) -> None:
        with contextlib.suppress(ConnectionError, BrokenPipeError):
            await work

    def _hertz(self) -> float:
        """The loudest tone that the microphone has brought last."""
        rate = 8000 if self.heard_type == 3 else 16_000
        samples = np.frombuffer(bytes(self.heard[-rate * 2 // 2 * 2 :]), "<i2")
        if len(samples) < rate // 8 or not samples.any():
            return 0.0
        spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
        return round(float(np.argmax(spectrum)) * rate / len(samples), 1)

    def _changed(self) -> None:
        if self.display is not None:
            self.display.changed()
