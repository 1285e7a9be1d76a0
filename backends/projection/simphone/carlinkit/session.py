"""One head unit that uses the dongle: from its first byte until it lets go."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import struct
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.carlinkit import wire
from backends.projection.simphone.carlinkit.keys import KEYCODES, NAMES
from backends.projection.simphone.carlinkit.pictures import Pictures
from backends.projection.simphone.carlinkit.sounds import Sounds
from backends.projection.simphone.carlinkit.story import Story
from backends.projection.simphone.faults import FaultyWriter
from backends.projection.simphone.input import Touch

if TYPE_CHECKING:
    from backends.projection.simphone.carlinkit.dongle import Dongle

__all__ = ["Session"]

HEARTBEAT_S = 10.0
"""A dongle that hears none for so long restarts."""
SCAN_S = 0.15
_ANDROID_AUTO, _HICAR = 5, 6
_WIRELESS = 1
_PHASES = {"connecting": 7, "streaming": 8, "failed": 13}
_ACTIONS = {1: 0, 2: 2, 0: 1}  # down, move, up as Android numbers them
_SINGLE = {14: 0, 15: 2, 16: 1}
_GARBAGE = 4096
_log = logging.getLogger(__name__)


class Session:
    """Serves one connection in `run`."""

    def __init__(self, dongle: Dongle, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._dongle = dongle
        self._reader = reader
        self._socket = writer
        self._writer = FaultyWriter(writer, dongle.faults)
        self._lock = asyncio.Lock()
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._beat_s = time.monotonic()
        self._pictures: Pictures | None = None
        self._fps = 30.0
        self._down: dict[int, tuple[float, float]] = {}
        self._closed = False
        self.opened = False
        self.connected = False
        self.sounds: Sounds | None = None
        self.story: Story | None = None

    async def run(self) -> None:
        """Until either side ends it."""
        dongle = self._dongle
        try:
            if dongle.faults.garbage:
                self._writer.write(os.urandom(_GARBAGE))
                await self._writer.drain()
            self._start(self._watch_heartbeat())
            while True:
                kind, payload = await wire.read(self._reader)
                dongle.counts[kind] += 1
                await self._take(kind, payload)
        except wire.Nonsense as error:
            _log.warning("the head unit sent nonsense: %s", error)
            dongle.nonsense.append(str(error))
        except (ConnectionError, asyncio.IncompleteReadError, BrokenPipeError):
            pass
        finally:
            self._closed = True
            for task in self._tasks:
                task.cancel()
            self._stop_phone()
            self._socket.transport.abort()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        """Hang up, as when the cable is pulled."""
        self._socket.transport.abort()

    async def send(self, data: bytes) -> None:
        """A message, with the faults that were ordered."""
        faults = self._dongle.faults
        if faults.silent:
            return
        async with self._lock:
            if self._closed:
                raise BrokenPipeError
            self._writer.write(faults.spoil(data))
            await self._writer.drain()

    # -- the phone behind it -------------------------------------------------------------------------------------------

    async def connect_phone(self) -> None:
        """The dongle and the phone find each other."""
        dongle = self._dongle
        if self.connected or not dongle.phone_there or not self.opened:
            return
        self.connected = True
        await self.send(wire.number("plugged", dongle.phone_type, _WIRELESS * dongle.wireless))
        await self.send(wire.number("phase", _PHASES["connecting"]))
        if dongle.faults.no_phone:
            await self.send(wire.number("phase", _PHASES["failed"]))
            self.connected = False
            return
        await self.send(wire.message("settings", json.dumps(dongle.phone_facts()).encode()))
        await self.send(wire.message("session", b"c2ltdWxhdGVk"))
        await self.send(wire.number("phase", _PHASES["streaming"]))
        android = dongle.phone_type == _ANDROID_AUTO
        display = dongle.display
        assert display is not None
        self.sounds = Sounds(dongle.state.music, self.send, android=android, narrow=dongle.narrow)
        self.story = Story(dongle.state.music, self.send, app="Player", android=android)
        self._start(self.sounds.run())
        self._start(self.story.run())
        self._pictures = Pictures(
            display, self._send_from_thread, fps=self._fps, android=android, flood=dongle.faults.flood
        )
        if dongle.faults.flood:
            self._start(self._flood())

    async def disconnect_phone(self) -> None:
        """The phone is pulled out, or walks away."""
        if self.connected:
            self._stop_phone()
            with suppress(ConnectionError, BrokenPipeError):
                await self.send(wire.message("unplugged"))

    def say(self, role: str, seconds: float) -> None:
        """A sound of the phone's. Raises LookupError without a phone."""
        if self.sounds is None:
            raise LookupError("no phone is connected")
        self._start(self.sounds.say(role, seconds))

    async def lead(self, on: bool) -> None:
        """Guidance begins or ends. Raises LookupError without a phone."""
        if self.story is None:
            raise LookupError("no phone is connected")
        await self.story.lead(on)

    def _stop_phone(self) -> None:
        self.connected = False
        if self._pictures is not None:
            self._pictures.stop()
            self._pictures = None
        self.sounds = self.story = None
        self._down.clear()

    def _send_from_thread(self, data: bytes) -> None:
        if self._closed or not self.connected:
            raise BrokenPipeError
        waiting = asyncio.run_coroutine_threadsafe(self.send(data), self._loop)
        try:
            waiting.result()
        except (OSError, CancelledError, RuntimeError):
            raise BrokenPipeError from None

    async def _flood(self) -> None:
        while self.connected:
            await self.send(wire.metadata(1, {"MediaSongPlayTime": time.monotonic_ns() % 1_000_000}))
            await asyncio.sleep(0)

    async def _watch_heartbeat(self) -> None:
        while time.monotonic() - self._beat_s < HEARTBEAT_S:
            await asyncio.sleep(0.2)
        _log.info("no heartbeat: restart")
        self.cut()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        async def guarded() -> None:
            with suppress(ConnectionError, BrokenPipeError):
                await work

        task = asyncio.create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # -- what the head unit sends --------------------------------------------------------------------------------------

    async def _take(self, kind: int, payload: bytes) -> None:
        dongle = self._dongle
        handlers: dict[int, Callable[[bytes], Coroutine[Any, Any, None]]] = {
            wire.TYPES["open"]: self._open,
            wire.TYPES["file"]: self._file,
            wire.TYPES["command"]: self._command,
            wire.TYPES["multi_touch"]: self._touch,
        }
        if kind in handlers:
            await handlers[kind](payload)
        elif kind == wire.TYPES["heartbeat"]:
            self._beat_s = time.monotonic()
        elif kind == wire.TYPES["settings"]:
            dongle.settings |= json.loads(payload)
        elif kind == wire.TYPES["audio"]:
            dongle.hear(payload)
        elif kind == wire.TYPES["gnss"]:
            dongle.gnss = payload.decode("ascii")
        elif kind == wire.TYPES["touch"]:
            action, x, y, _ = struct.unpack("<4I", payload)
            dongle.finger(Touch(_SINGLE[action], 0, x, y, 10_000, 10_000, 1.0), x / 10_000, y / 10_000)
        elif kind in (wire.TYPES["disconnect"], wire.TYPES["close"]):
            self._stop_phone()
            self.opened &= kind != wire.TYPES["close"]
        elif kind == wire.TYPES["encrypt"]:
            await self.send(wire.message("encrypt"))

    async def _open(self, payload: bytes) -> None:
        if len(payload) != 28:
            raise wire.Nonsense(f"open with {len(payload)} bytes")
        width, height, fps, *rest = struct.unpack("<7I", payload)
        dongle = self._dongle
        dongle.opened_with = [width, height, fps, *rest]
        dongle.show(width, height)
        self._fps = float(fps)
        self.opened = True
        for answer in (
            wire.number("command", 1000),
            wire.text("bt_name", dongle.box_name),
            wire.text("wifi_name", dongle.box_name),
            wire.text("paired", f"02:00:00:00:00:01{dongle.state.identity.name}".encode("ascii", "replace").decode()),
            wire.number("command", 1001),
            wire.number("command", 7),
            wire.text("version", "2025.10.15.1127SIM"),
            wire.message("settings", json.dumps(dongle.box_facts()).encode()),
            wire.message("open", payload),
        ):
            await self.send(answer)
        if not dongle.wireless:
            await self.connect_phone()

    async def _file(self, payload: bytes) -> None:
        path, content = wire.uploaded(payload)
        dongle = self._dongle
        dongle.files[path] = content
        if path == "/tmp/night_mode":  # noqa: S108 - a path inside the dongle
            dongle.state.set_dark(content[:1] == b"\1")
        elif path == "/tmp/screen_dpi":  # noqa: S108
            dongle.dpi = int.from_bytes(content, "little")

    async def _command(self, payload: bytes) -> None:
        (value,) = struct.unpack("<I", payload)
        dongle = self._dongle
        dongle.commands[NAMES.get(value, str(value))] += 1
        if value in (16, 17):
            dongle.state.set_dark(value == 16)
        elif value == 12 and self._pictures is not None:
            self._pictures.key_frame()
        elif value == 1002:
            self._start(self._search())
        elif value in (300, 301):
            self._start(dongle.answer_call(accept=value == 300))
        elif value == 5 and self.sounds is not None:
            self._start(self.sounds.say("voice", 2.0))
        elif value in KEYCODES and self.connected and dongle.display is not None:
            dongle.display.key(KEYCODES[value])

    async def _search(self) -> None:
        await self.send(wire.number("command", 1003))
        await asyncio.sleep(SCAN_S)
        if not self._dongle.phone_there:
            await self.send(wire.number("command", 1005))
            return
        for value in (1004, 1007, 1009):
            await self.send(wire.number("command", value))
        await self.connect_phone()

    async def _touch(self, payload: bytes) -> None:
        if not self.connected:
            return
        for x, y, action, ident in wire.fingers(payload):
            if not (0 <= x <= 1 and 0 <= y <= 1 and action in _ACTIONS and ident < 10):
                raise wire.Nonsense(f"a finger at {x}, {y} with action {action} and id {ident}")
            if action == 2 and self._down.get(ident) == (x, y):
                continue
            if (action == 1) == (ident in self._down):
                raise wire.Nonsense(f"finger {ident}: action {action}, but it is down: {ident in self._down}")
            if action:
                self._down[ident] = (x, y)
            else:
                self._down.pop(ident, None)
            size = self._dongle.display_size()
            place = (min(size[0] - 1, int(x * size[0])), min(size[1] - 1, int(y * size[1])))
            self._dongle.finger(Touch(_ACTIONS[action], ident, *place, *size, 1.0), x, y)
