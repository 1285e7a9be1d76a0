"""One car connected to this phone: CarLife's side of the conversation, from the version to the last picture."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import secrets
import struct
import time
from typing import TYPE_CHECKING, Any

from backends.projection.carlife.ids import Channel, Module, Type, VehicleData
from backends.projection.carlife.messages import ACCELERATION_V1, GYROSCOPE_V1, decode, encode
from backends.projection.carlife.secrecy import Secret, encrypt_key
from backends.projection.errors import PeerFault
from backends.projection.protobuf import ProtobufError
from backends.projection.simphone.carlife.manners import Seen
from backends.projection.simphone.carlife.pictures import Projector
from backends.projection.simphone.carlife.voices import play_music
from backends.projection.simphone.carlife.wire import Line, Speaker
from backends.projection.simphone.input import Touch

if TYPE_CHECKING:
    from backends.projection.simphone.carlife.phone import CarlifePhone

__all__ = ["Session"]

_HOME, _BACK, _NEXT, _PREVIOUS, _PLAY, _PAUSE = 3, 4, 87, 88, 126, 127
_KEYS = {0x01: _HOME, 0x0E: _BACK, 0x0F: _PREVIOUS, 0x10: _NEXT, 0x1F: _PLAY, 0x20: _PAUSE}
_CALL, _HANG_UP = 0x02, 0x03
_TOUCHES_KEPT = 400
_VEHICLE = {
    Type.CAR_SPEED: "speed",
    Type.CAR_GPS: "gps",
    Type.CAR_GYROSCOPE: "gyroscope",
    Type.CAR_ACCELERATION: "acceleration",
    Type.CAR_GEAR: "gear",
    Type.CAR_FUEL: "fuel",
}
_log = logging.getLogger(__name__)


class Session:
    """Runs until the car leaves, or `end`."""

    def __init__(self, phone: CarlifePhone, lines: dict[Channel, Line]) -> None:
        self.phone = phone
        self.seen = Seen()
        self.secret: Secret | None = None
        self.size = (0, 0)
        self._lines = lines
        self._speaker = Speaker(lines, phone.faults, self.end)
        self._encrypting = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._ended = asyncio.Event()
        self._pending_init: dict[str, Any] | None = None
        self.projector = Projector(phone.display, self._picture)

    async def run(self) -> None:
        """Serve; cleans up after itself."""
        if self.phone.faults.garbage:
            self.spawn(self._speaker.raw(Channel.COMMAND, os.urandom(4096)))
        for channel, line in self._lines.items():
            self.spawn(self._listen(channel, line))
        self.spawn(self._beat())
        await self._ended.wait()
        current = asyncio.current_task()
        for task in [task for task in self._tasks if task is not current]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.projector.stop()
        for line in self._lines.values():
            line.close()

    def end(self) -> None:
        """Cut all channels."""
        self._ended.set()
        self._speaker.stop()

    def spawn(self, work: Any) -> asyncio.Task[None]:
        """Something that ends with the session; a car that is gone ends it."""
        task = asyncio.ensure_future(self._guard(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _guard(self, work: Any) -> None:
        try:
            await work
        except (ConnectionError, EOFError):
            self.end()
        except (ValueError, KeyError, ProtobufError, PeerFault):
            _log.exception("the car sent what this phone does not understand")
            self.end()

    # -- saying ------------------------------------------------------------------------------------------------------

    async def say(self, channel: Channel, kind: int, payload: bytes = b"", time_ms: int | None = None) -> None:
        """A message, encrypted when that was agreed upon."""
        if self._encrypting and self.secret is not None:
            payload = self.secret.seal(payload)
        await self._speaker.say(channel, kind, payload, time_ms)

    async def tell(self, kind: Type, values: dict[str, Any] | None = None) -> None:
        """A message of the command channel."""
        await self.say(Channel.COMMAND, kind, encode(kind, values) if values is not None else b"")

    async def _picture(self, data: bytes, time_ms: int) -> None:
        await self.say(Channel.VIDEO, Type.VIDEO_DATA, data, time_ms)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(1)
            await self.say(Channel.VIDEO, Type.VIDEO_HEARTBEAT)
            while self.phone.faults.flood:
                for _ in range(100):
                    await self.tell(Type.UI_SOUND)
                await asyncio.sleep(0)

    # -- hearing -----------------------------------------------------------------------------------------------------

    async def _listen(self, channel: Channel, line: Line) -> None:
        short = channel in (Channel.COMMAND, Channel.TOUCH)
        while True:
            header = await line.exactly(8 if short else 12)
            if short:
                size, _, number = struct.unpack(">HHI", header)
            else:
                size, _, number = struct.unpack(">III", header)
            payload = await line.exactly(size)
            if number >> 16 != channel or (not number & 0x8000 and channel is not Channel.VIDEO):
                raise ValueError(f"message {number:#x} came on channel {channel}")
            await self._hear(Type(number), self._opened(payload))

    def _opened(self, payload: bytes) -> bytes:
        if self.secret is None or not payload:
            return payload
        try:
            return self.secret.open(payload)
        except PeerFault:
            if self._encrypting:
                raise
            return payload

    async def _hear(self, kind: Type, payload: bytes) -> None:
        seen = self.seen
        seen.count(kind.name.lower())
        if kind is Type.VR_MIC_DATA:
            seen.microphone_bytes += len(payload)
            return
        if kind is Type.TOUCH_FINGERS:
            self._fingers(payload)
            return
        if kind in _VEHICLE:
            seen.vehicle[_VEHICLE[kind]] = self._vehicle(kind, payload)
            return
        values = decode(kind, payload)
        match kind:
            case Type.TOUCH_ACTION:
                self._touch(values["action"], 0, values["x"], values["y"])
            case Type.HARD_KEY:
                self._key(values["key"])
            case Type.PAUSE_MEDIA:
                self.phone.state.music.set_playing(False)
            case _:
                await self._negotiate(kind, values)

    async def _negotiate(self, kind: Type, values: dict[str, Any]) -> None:
        seen, phone = self.seen, self.phone
        match kind:
            case Type.HU_VERSION:
                await self._match(values)
            case Type.STATISTICS:
                seen.statistics = values
                await self.tell(Type.MD_INFO, phone.about())
                await self.tell(Type.FEATURE_REQUEST)
            case Type.HU_INFO:
                seen.car = values
            case Type.HU_AUTH_REQUEST:
                answer = hashlib.sha256(values["random"].encode()).hexdigest()
                await self.tell(Type.MD_AUTH_RESPONSE, {"encrypted": answer})
            case Type.HU_AUTH_RESULT:
                await self.tell(Type.MD_AUTH_RESULT, {"result": values["result"] and phone.manners.accept})
            case Type.FEATURE_RESPONSE:
                seen.features = {item["key"]: item["value"] for item in values["items"]}
                if phone.manners.encrypt and seen.features.get("CONTENT_ENCRYPTION") and self.secret is None:
                    await self.tell(Type.RSA_KEY_REQUEST)
            case Type.RSA_KEY_RESPONSE:
                key = secrets.token_hex(8).encode()
                sealed = await asyncio.to_thread(encrypt_key, values["key"], key)
                self.secret = Secret(key)
                await self.tell(Type.AES_KEY, {"key": sealed})
            case Type.AES_KEY_SEEN:
                self._encrypting = True
                await self.tell(Type.ENCRYPT_READY)
            case Type.MODULE_CONTROL:
                seen.modules[values["module"]] = values["status"]
            case Type.ERROR_CODE:
                seen.error_code = values["code"]
            case Type.GO_FOREGROUND:
                await self.tell(Type.FOREGROUND)
            case Type.MD_DATA_SUBSCRIBE:
                await self.tell(Type.MD_DATA_ANSWER, values)
            case Type.CAR_DATA_ANSWER:
                seen.offers = {item["module"]: bool(item.get("supported")) for item in values["items"]}
                for module in VehicleData:
                    await self.tell(Type.CAR_DATA_START, {"module": module, "frequency": 10})
            case _:
                await self._video(kind, values)

    async def _match(self, values: dict[str, Any]) -> None:
        matches = self.phone.faults.version is None and values["major"] <= 4
        version = self.phone.manners.version
        told = {"status": 1 if matches else 2, "version": version or None}
        await self.tell(Type.VERSION_MATCH, told)

    async def _video(self, kind: Type, values: dict[str, Any]) -> None:
        match kind:
            case Type.VIDEO_INIT:
                self._pending_init = values
                if self.phone.manners.permission:
                    await self.prepare_picture()
                else:
                    await self.tell(Type.EXCEPTION, {"kind": 3})
            case Type.VIDEO_START:
                self.projector.start(flood=False)
            case Type.VIDEO_PAUSE:
                await self.projector.stop()
            case Type.VIDEO_RESET:
                self.projector.reset()
            case Type.FRAME_RATE:
                self.seen.frame_rate = values["frame_rate"]
                self.projector.frame_rate = values["frame_rate"]
                await self.tell(Type.FRAME_RATE_DONE, values)

    async def prepare_picture(self) -> None:
        """Answer the car's wish for a picture, once it may be recorded."""
        values, self._pending_init = self._pending_init, None
        if values is None:
            return
        self.seen.wished = (values["width"], values["height"])
        self.size = self.phone.manners.picture or self.seen.wished
        self.phone.display.resize(*self.size)
        self.projector.frame_rate = self.seen.frame_rate = values["frame_rate"]
        self.projector.reset()
        size = {"width": self.size[0], "height": self.size[1]}
        await self.tell(Type.VIDEO_INIT_DONE, size | {"frame_rate": values["frame_rate"]})
        self.spawn(play_music(self.phone.state.music, self.say))

    def _vehicle(self, kind: Type, payload: bytes) -> dict[str, Any]:
        if self.phone.manners.version < 2:
            if kind is Type.CAR_GYROSCOPE:
                return GYROSCOPE_V1.decode(payload)
            if kind is Type.CAR_ACCELERATION:
                return ACCELERATION_V1.decode(payload)
        return decode(kind, payload)

    def _fingers(self, payload: bytes) -> None:
        action = int.from_bytes(payload[:4], "big")
        fingers = list(struct.iter_unpack(">BHH", payload[4:]))
        masked, index = action & 0xFF, action >> 8
        changed = fingers if masked in (2, 3) else fingers[index : index + 1]
        for pointer, x, y in changed:
            self._touch({5: 0, 6: 1}.get(masked, masked), pointer, x, y)

    def _touch(self, action: int, pointer: int, x: int, y: int) -> None:
        self.seen.touched_ns = time.monotonic_ns()
        self.seen.touches.append({"action": action, "pointer": pointer, "x": x, "y": y})
        del self.seen.touches[:-_TOUCHES_KEPT]
        width, height = self.size
        self.phone.display.touch(Touch(action, pointer, x, y, width, height, 1.0), self.size)

    def _key(self, key: int) -> None:
        self.seen.last_key = key
        if key in _KEYS:
            self.phone.display.key(_KEYS[key])
        elif key in (_CALL, _HANG_UP):
            state = Type.CALL_ACTIVE if key == _CALL else Type.CALL_IDLE
            self.spawn(self.tell(state))

    async def module(self, module: Module, status: int) -> None:
        """One of CarLife's parts changed."""
        await self.tell(Type.MODULE_STATUS, {"count": 1, "items": [{"module": module, "status": status}]})
