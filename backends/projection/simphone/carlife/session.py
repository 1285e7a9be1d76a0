"""One car connected to this phone: CarLife's side of the conversation, from the version to the last picture."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import struct
import time
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.carlife.cipher import PhoneCipher
from backends.projection.simphone.carlife.language import WORDS, pack, unpack, word_of
from backends.projection.simphone.carlife.manners import Seen
from backends.projection.simphone.carlife.pictures import Projector
from backends.projection.simphone.carlife.voices import play_music
from backends.projection.simphone.carlife.wire import CHANNELS, SHORT, Line, Speaker
from backends.projection.simphone.input import Touch

if TYPE_CHECKING:
    from backends.projection.simphone.carlife.phone import CarlifePhone

__all__ = ["Session"]

_HOME, _BACK, _NEXT, _PREVIOUS, _PLAY, _PAUSE = 3, 4, 87, 88, 126, 127
_KEYS = {0x01: _HOME, 0x0E: _BACK, 0x0F: _PREVIOUS, 0x10: _NEXT, 0x1F: _PLAY, 0x20: _PAUSE}
_CALL, _HANG_UP = 0x02, 0x03
_TOUCHES_KEPT = 400
_VEHICLE = {"speed", "gps", "gyroscope", "acceleration", "gear", "oil"}
_KINDS_OF_DATA = 6
_log = logging.getLogger(__name__)


class Session:
    """Runs until the car leaves, or `end`."""

    def __init__(self, phone: CarlifePhone, lines: dict[str, Line]) -> None:
        self.phone = phone
        self.seen = Seen()
        self.size = (0, 0)
        self.encrypted = False
        self._cipher: PhoneCipher | None = None
        self._lines = lines
        self._speaker = Speaker(lines, phone.faults, self.end)
        self._tasks: set[asyncio.Task[None]] = set()
        self._ended = asyncio.Event()
        self._wish: dict[str, Any] | None = None
        self.projector = Projector(phone.display, self._picture)

    async def run(self) -> None:
        """Serve; cleans up after itself."""
        if self.phone.faults.garbage:
            self.spawn(self._speaker.raw("command", os.urandom(4096)))
        for channel, line in self._lines.items():
            self.spawn(self._listen(channel, line))
        self.spawn(self._beat())
        await self._ended.wait()
        for task in list(self._tasks):
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
        except (ValueError, KeyError):
            _log.exception("the car sent what this phone does not understand")
            self.end()

    # -- saying ------------------------------------------------------------------------------------------------------

    async def say(self, channel: str, number: int, payload: bytes = b"", time_ms: int | None = None) -> None:
        """A message, encrypted when that was agreed upon."""
        if self.encrypted and self._cipher is not None:
            payload = self._cipher.lock(payload)
        await self._speaker.say(channel, number, payload, time_ms)

    async def tell(self, word: str, values: dict[str, Any] | None = None, *, data: bytes = b"") -> None:
        """A word of the vocabulary, with its fields or with plain data."""
        number, spec = WORDS[word]
        await self.say(CHANNELS[(number >> 16) - 1], number, pack(spec, values) if values is not None else data)

    async def _picture(self, data: bytes, time_ms: int) -> None:
        await self.say("video", WORDS["picture"][0], data, time_ms)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(1)
            await self.tell("beat")
            while self.phone.faults.flood:
                for _ in range(100):
                    await self.tell("click")
                await asyncio.sleep(0)

    # -- hearing -----------------------------------------------------------------------------------------------------

    async def _listen(self, channel: str, line: Line) -> None:
        while True:
            header = await line.exactly(8 if channel in SHORT else 12)
            size, _, number = struct.unpack(">HHI" if channel in SHORT else ">III", header)
            payload = await line.exactly(size)
            if number >> 16 != CHANNELS.index(channel) + 1:
                raise ValueError(f"message {number:#x} came on the channel for {channel}")
            await self._hear(word_of(number), self._unlocked(payload))

    def _unlocked(self, payload: bytes) -> bytes:
        if self._cipher is None:
            return payload
        try:
            return self._cipher.unlock(payload)
        except ValueError:
            if self.encrypted:
                raise
            return payload

    async def _hear(self, word: str, payload: bytes) -> None:
        seen = self.seen
        seen.count(word)
        if word in _VEHICLE:
            old = self.phone.manners.version < 2 and word in ("gyroscope", "acceleration")
            seen.vehicle[word] = unpack(WORDS[f"old {word}" if old else word][1], payload)
            return
        match word:
            case "microphone":
                seen.microphone_bytes += len(payload)
            case "fingers":
                self._fingers(payload)
            case _:
                await self._understand(word, unpack(WORDS[word][1], payload))

    async def _understand(self, word: str, told: dict[str, Any]) -> None:
        seen, phone = self.seen, self.phone
        match word:
            case "touch":
                self._touch(told["action"], 0, told["x"], told["y"])
            case "key":
                self._key(told["keycode"])
            case "pause media":
                phone.state.music.set_playing(False)
            case "hu info":
                seen.car = told
            case "module control":
                seen.modules[told["moduleID"]] = told["statusID"]
            case "error":
                seen.error_code = told["errorCode"]
            case "go foreground":
                await self.tell("foreground")
            case "md data subscribe":
                await self.tell("md data", told)
            case "car data answer":
                seen.offers = {item["moduleID"]: item.get("supportFlag", False) for item in told["list"]}
                for module in range(_KINDS_OF_DATA):
                    await self.tell("car data start", {"moduleID": module, "frequency": 10})
            case _ if word.startswith(("video", "frame")):
                await self._video(word, told)
            case _:
                await self._negotiate(word, told)

    async def _negotiate(self, word: str, told: dict[str, Any]) -> None:
        seen, manners = self.seen, self.phone.manners
        match word:
            case "hu version":
                matches = self.phone.faults.version is None and told["majorVersion"] <= 4
                answer = {"matchStatus": 1 if matches else 2, "carlifeProtocolVersion": manners.version or None}
                await self.tell("match", answer)
            case "statistics":
                seen.statistics = told
                await self.tell("md info", self.phone.about())
                await self.tell("features")
            case "auth request":
                digest = hashlib.sha256(told["randomValue"].encode()).hexdigest()
                await self.tell("auth response", {"encryptValue": digest})
            case "hu auth result":
                await self.tell("auth result", {"authenResult": told["authenResult"] and manners.accept})
            case "feature answer":
                seen.features = {item["key"]: item["value"] for item in told["featureConfig"]}
                if manners.encrypt and seen.features.get("CONTENT_ENCRYPTION") and self._cipher is None:
                    await self.tell("ask rsa key")
            case "rsa key":
                self._cipher = PhoneCipher()
                await self.tell("aes key", {"aesKey": self._cipher.for_car(told["rsaPublicKey"])})
            case "aes key seen":
                self.encrypted = True
                await self.tell("encrypt ready")

    async def _video(self, word: str, told: dict[str, Any]) -> None:
        match word:
            case "video init":
                if not self.phone.manners.answers:
                    return
                self._wish = told
                if self.phone.manners.permission:
                    await self.prepare_picture()
                else:
                    await self.tell("exception", {"exceptionType": 3})
            case "video start":
                self.projector.start()
            case "video pause":
                await self.projector.stop()
            case "video reset":
                self.projector.reset()
            case "frame rate":
                self.seen.frame_rate = told["frameRate"]
                self.projector.frame_rate = told["frameRate"]
                await self.tell("frame rate done", told)

    async def prepare_picture(self) -> None:
        """Answer the car's wish for a picture, once it may be recorded."""
        wish, self._wish = self._wish, None
        if wish is None:
            return
        first = self.size == (0, 0)
        self.seen.wished = (wish["width"], wish["height"])
        self.size = self.phone.manners.picture or self.seen.wished
        self.phone.display.resize(*self.size)
        self.projector.frame_rate = self.seen.frame_rate = wish["frameRate"]
        self.projector.reset()
        width, height = self.size
        await self.tell("video ready", {"width": width, "height": height, "frameRate": wish["frameRate"]})
        if first:
            self.spawn(play_music(self.phone.state.music, self.tell))

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
        self.phone.display.touch(Touch(action, pointer, x, y, *self.size, 1.0), self.size)

    def _key(self, key: int) -> None:
        self.seen.last_key = key
        if key in _KEYS:
            self.phone.display.key(_KEYS[key])
        elif key in (_CALL, _HANG_UP):
            self.spawn(self.tell("call active" if key == _CALL else "call idle"))
