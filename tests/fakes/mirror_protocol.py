"""A small whole-screen protocol of our own, both sides: what the base of all of them is tested with.

A message is u32 size (of what follows), u8 kind, payload; little endian. JSON for all but pictures and sound.
"""

from __future__ import annotations

import asyncio
import json
import struct
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar

from backends.projection.defs import AudioFormat, Category, SessionState, VideoFormat
from backends.projection.domain import Rules, format_address, parse_address
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, PhoneEnded, Unsupported
from backends.projection.mirror import Link, LinkListener, MirrorBackend, MirrorPhone, Point, Surroundings, Value

__all__ = ["FakeAppBackend", "FakeBackend", "FakeLink", "FakePhone", "PhoneState", "running_phones"]

_HEAD = struct.Struct("<IB")
_MESSAGE_MAX = 1 << 20
_TELL, _FRAME, _SOUND = 0, 1, 2
_STAMP = struct.Struct("<Q?")


def _message(kind: int, payload: bytes) -> bytes:
    return _HEAD.pack(len(payload) + 1, kind) + payload


async def _read(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    size, kind = _HEAD.unpack(await reader.readexactly(_HEAD.size))
    if not 0 < size <= _MESSAGE_MAX:
        raise PeerFault(f"The phone announced {size} bytes.")
    return kind, await reader.readexactly(size - 1)


# -- the car's side ------------------------------------------------------------------------------------------------------


class FakeLink(Link):
    """Tells the phone all it is told."""

    def __init__(self, phone: MirrorPhone, ear: LinkListener) -> None:
        self._phone = phone
        self._ear = ear
        self._writer: asyncio.StreamWriter | None = None
        self._before: list[dict[str, Any]] = []
        self.stubborn_s = 0.0

    async def run(self) -> None:
        self._ear.state(SessionState.CONNECTING)
        host, port = parse_address(self._phone.address)
        try:
            reader, writer = await asyncio.open_connection(host, port)
        except OSError as error:
            raise LinkLost("The phone does not answer.") from error
        self._writer = writer
        try:
            self._ear.state(SessionState.AUTHENTICATING)
            self._tell({"password": self._phone.secrets.get("password", "")})
            for news in self._before:
                self._tell(news)
            while True:
                self._take(*await _read(reader))
        except asyncio.CancelledError:
            self._tell({"bye": True})
            with suppress(OSError):
                await writer.drain()
            if self.stubborn_s:
                await asyncio.sleep(self.stubborn_s)
            raise
        except (OSError, asyncio.IncompleteReadError) as error:
            raise LinkLost("The phone is gone.") from error
        finally:
            writer.close()

    def _take(self, kind: int, payload: bytes) -> None:
        now_ns = time.monotonic_ns()
        if kind == _FRAME:
            pts_us, key = _STAMP.unpack_from(payload)
            self._ear.frame(payload[_STAMP.size :], pts_us, now_ns, key=key)
        elif kind == _SOUND:
            self._ear.samples("media", payload, now_ns // 1000, now_ns)
        else:
            try:
                self._hear(json.loads(payload))
            except ValueError as error:
                raise PeerFault("The phone speaks nonsense.") from error

    def _hear(self, said: dict[str, Any]) -> None:
        match said:
            case {"welcome": dict(facts)}:
                self._ear.state(SessionState.NEGOTIATING)
                self._ear.phone(facts)
                self._ear.state(SessionState.READY)
            case {"picture": [width, height, *active]}:
                self._ear.video_format(VideoFormat("h264", width, height, tuple(active) if active else None))
            case {"refuse": "password"}:
                raise NotAllowed("The password is wrong.", needs="password")
            case {"refuse": "version"}:
                raise Unsupported("The phone is too old for this.")
            case {"refuse": "trap"}:
                raise ZeroDivisionError("a fault of the protocol's own")
            case {"refuse": "bye"}:
                raise PhoneEnded("It said goodbye.")
            case {"sound": [role, rate, channels]}:
                self._ear.sound(role, AudioFormat("s16l", rate, channels, 16))
            case {"sound": [role]}:
                self._ear.sound_stopped(role)
            case {"microphone": rate}:
                self._ear.want_microphone(AudioFormat("s16l", rate, 1, 16) if rate else None)
            case {"tell": str(member), "args": list(args)}:
                getattr(self._ear, member)(*args)
            case _:
                raise PeerFault("The phone speaks nonsense.")

    def _tell(self, news: dict[str, Any]) -> None:
        if self._writer is None:
            self._before.append(news)
        else:
            self._writer.write(_message(_TELL, json.dumps(news).encode()))

    def show(self, shown: bool) -> None:
        self._tell({"show": shown})

    def resize(self, width: int, height: int, dpi: int) -> None:
        self._tell({"size": [width, height, dpi]})

    def request_keyframe(self) -> None:
        self._tell({"key_frame": True})

    def touch(self, points: Sequence[Point]) -> None:
        self._tell({"touch": list(points)})

    def key(self, key: str, press: bool, release: bool) -> None:
        self._tell({"key": [key, press, release]})

    def text(self, text: str) -> None:
        self._tell({"text": text})

    def set_rules(self, rules: Rules) -> None:
        self._tell({"rules": [rules.video, rules.keyboard]})

    def set_vehicle(self, values: Mapping[str, Value]) -> None:
        self._tell({"vehicle": dict(values)})

    def set_surroundings(self, surroundings: Surroundings) -> None:
        self._tell({"night": surroundings.night, "language": surroundings.language})

    def set_audio_focus(self, state: str) -> None:
        self._tell({"focus": state})

    def microphone(self, pcm: bytes, pts_us: int) -> None:
        self._tell({"heard": pcm.hex()})

    def call_action(self, call: str, action: str) -> None:
        self._tell({"call": [call, action]})

    def notification_action(self, notification: str, action: str, text: str) -> None:
        self._tell({"notification": [notification, action, text]})

    def report(self) -> list[tuple[str, str, str]]:
        return [("link", "protocol", "fake 1")]


class FakeBackend(MirrorBackend):
    """Made for cars."""

    NAME: ClassVar[str] = "fake"
    APP: ClassVar[str] = "Fake Auto"
    CATEGORY: ClassVar[Category] = Category.CAR
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset({"video", "audio", "mic", "touch", "keys", "resize"})

    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        return FakeLink(phone, listener)

    def check_address(self, address: str, details: dict[str, Any]) -> str:
        return format_address(*parse_address(address))


class FakeAppBackend(FakeBackend):
    """Anything a phone may show: for when the car is parked."""

    NAME: ClassVar[str] = "fake-app"
    CATEGORY: ClassVar[Category] = Category.OTHER


# -- the phone's side ----------------------------------------------------------------------------------------------------


@dataclass
class PhoneState:
    """How the phone behaves, and what it was told."""

    password: str = ""
    refuse: str = ""
    picture: tuple[int, ...] = (640, 360)
    facts: dict[str, Any] = field(default_factory=lambda: {"name": "Fake 9", "battery": 50})
    answers_keys: bool = True
    garbage: bytes = b""
    mute: bool = False
    told: list[dict[str, Any]] = field(default_factory=list)
    connections: int = 0


class FakePhone:
    """Serves `PhoneState`; the verbs act on the newest connection."""

    def __init__(self, state: PhoneState | None = None) -> None:
        self.state = state or PhoneState()
        self.address = ""
        self.port = 0
        self._server: asyncio.Server | None = None
        self._writers: list[asyncio.StreamWriter] = []
        self._tasks: set[asyncio.Task[Any]] = set()

    async def come(self) -> None:
        """Be there, at the same address as before."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"

    async def go(self) -> None:
        """Be gone."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.drop()
        for task in list(self._tasks):
            await asyncio.wait({task})

    def drop(self) -> None:
        """Cut the connection."""
        for writer in self._writers:
            writer.transport.abort()

    def frame(self, data: bytes = b"\0\0\0\1\x65picture", *, key: bool = True) -> None:
        self._send(_FRAME, _STAMP.pack(time.monotonic_ns() // 1000, key) + data)

    def sound(self, data: bytes) -> None:
        self._send(_SOUND, data)

    def say(self, **news: Any) -> None:
        self._send(_TELL, json.dumps(news).encode())

    def tell(self, member: str, *args: Any) -> None:
        """Call a member of the car's listener."""
        self.say(tell=member, args=list(args))

    def raw(self, data: bytes) -> None:
        self._writers[-1].write(data)

    def of(self, key: str) -> list[Any]:
        """What the car told under this name."""
        return [news[key] for news in self.state.told if key in news]

    def _send(self, kind: int, payload: bytes) -> None:
        self._writers[-1].write(_message(kind, payload))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._writers.append(writer)
        self.state.connections += 1
        try:
            while True:
                _, payload = await _read(reader)
                self._heard(json.loads(payload))
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.remove(writer)
            writer.close()
            self._tasks.discard(task)

    def _heard(self, news: dict[str, Any]) -> None:
        state = self.state
        state.told.append(news)
        if "password" in news and not state.mute:
            if state.garbage:
                self.raw(state.garbage)
            elif state.refuse:
                self.say(refuse=state.refuse)
            elif news["password"] != state.password:
                self.say(refuse="password")
            else:
                self.say(welcome=state.facts)
                self.say(picture=list(state.picture))
        elif "key_frame" in news and state.answers_keys:
            self.frame()


@asynccontextmanager
async def running_phones(*states: PhoneState) -> AsyncIterator[list[FakePhone]]:
    """Phones that are there."""
    phones = [FakePhone(state) for state in states or (PhoneState(),)]
    try:
        for phone in phones:
            await phone.come()
        yield phones
    finally:
        for phone in phones:
            await phone.go()
