"""The receiver as the mirror base wants it: it listens as long as the session is open, whoever mirrors is shown."""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import suppress
from typing import Any

from backends.projection.airplay.pictures import Pictures
from backends.projection.airplay.receiver import RATE, Receiver
from backends.projection.defs import RECT_AREA, AudioFormat, SessionState, VideoFormat
from backends.projection.errors import PeerFault, TooSlow
from backends.projection.mirror.link import Link, LinkListener, Surroundings

__all__ = ["AirplayLink"]

START_S = 10.0
SILENT_S = 1.0
"""Without sound for so long, the stream is over until there is some again."""
INVITATION = "On the iPhone, open Control Centre, then Screen Mirroring, and choose this car."
_ROLE = "media"
_SAMPLE = 4
_SOUND = AudioFormat("s16l", RATE, 2, 16)
_PIECE = RATE // 50 * _SAMPLE
_LARGEST = (1920, 1080)
_SMALLEST = 240


class AirplayLink(Link):
    """One run of UxPlay; ready when somebody mirrors. ``port`` 0: any."""

    def __init__(self, told: LinkListener, port: int = 0) -> None:
        self._told = told
        self._port = port
        self._name = "Pillion"
        self._size = (1280, 720)
        self._shown = True
        self._loop = asyncio.get_running_loop()
        self._listening = asyncio.Event()
        self._failure: asyncio.Future[str] = self._loop.create_future()
        self._receiver = Receiver(self._listening.set, self._client, self._released)
        self._pictures: Pictures | None = None
        self._format = (0, 0)
        self._fresh = False
        self._notified = False
        self._who = ""

    async def run(self) -> None:
        self._told.state(SessionState.CONNECTING)
        helpers: set[asyncio.Task[Any]] = set()
        try:
            video, samples = await self._receiver.start(self._name, *self._size, self._port)
            self._pictures = Pictures(video, self._from_thread, self._failed)
            self._pictures.start()
            helpers.add(asyncio.create_task(self._hear(samples), name="airplay sound"))
            ended = asyncio.create_task(self._receiver.wait(), name="uxplay")
            listening = asyncio.create_task(self._listening.wait(), name="uxplay listens")
            helpers |= {ended, listening}
            await self._first({listening, ended, self._failure}, START_S)
            self._released()
            await self._first({ended, self._failure}, None)
        finally:
            await self._end(helpers)

    async def _first(self, them: set[asyncio.Future[Any]], limit_s: float | None) -> None:
        """Until one of them is done. Raises what it raises, PeerFault for pictures that are none, TooSlow."""
        done, _ = await asyncio.wait(them, timeout=limit_s, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            raise TooSlow("UxPlay did not start in time.")
        for one in done:
            result = one.result()
            if one is self._failure:
                raise PeerFault(str(result))

    async def _end(self, helpers: set[asyncio.Task[Any]]) -> None:
        await self._receiver.stop()
        for helper in helpers:
            helper.cancel()
        if helpers:
            await asyncio.wait(helpers)
        for helper in helpers:
            if not helper.cancelled():
                helper.exception()  # seen
        self._failure.cancel()
        if self._pictures is not None:
            await asyncio.to_thread(self._pictures.join, 1.0)

    # -- what the base tells -----------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        self._shown = shown
        if shown:
            self.request_keyframe()

    def resize(self, width: int, height: int, dpi: int) -> None:
        """Heard before `run` alone: the size is agreed upon when an iPhone connects."""
        self._size = (max(_SMALLEST, min(_LARGEST[0], width)), max(_SMALLEST, min(_LARGEST[1], height)))

    def set_surroundings(self, surroundings: Surroundings) -> None:
        self._name = surroundings.name or self._name

    def request_keyframe(self) -> None:
        self._fresh = True
        self._send()

    def room(self) -> None:
        self._send()

    def report(self) -> list[tuple[str, str, str]]:
        decoded = str(self._pictures.decoded) if self._pictures is not None else ""
        rows = {"uxplay": self._receiver.version, "mirrored by": self._who, "pictures": decoded}
        return [("airplay", name, value) for name, value in rows.items() if value]

    # -- pictures and sound ------------------------------------------------------------------------------------------

    def _from_thread(self) -> None:
        if not self._notified:
            self._notified = True
            with suppress(RuntimeError):  # the loop is gone
                self._loop.call_soon_threadsafe(self._arrived)

    def _failed(self, text: str) -> None:
        def tell() -> None:
            if not self._failure.done():
                self._failure.set_result(text)

        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(tell)

    def _arrived(self) -> None:
        self._told.state(SessionState.READY)
        self._notified = False
        self._fresh = True
        self._send()

    def _send(self) -> None:
        """The newest picture, if it was not sent and somebody reads."""
        if not (self._fresh and self._shown and self._pictures is not None and self._told.room()):
            return
        picture = self._pictures.take()
        if picture is None:
            return
        self._fresh = False
        width, height, pixels = picture
        if (width, height) != self._format:
            self._format = (width, height)
            self._told.video_format(VideoFormat("rect", width, height))
        now_ns = time.monotonic_ns()
        self._told.frame(RECT_AREA.pack(0, 0, width, height) + pixels, now_ns // 1000, now_ns, key=True)

    async def _hear(self, fd: int) -> None:
        reader = asyncio.StreamReader(limit=1 << 18)
        pipe = os.fdopen(fd, "rb", buffering=0)
        transport, _ = await self._loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
        rest, playing = b"", False
        try:
            while True:
                try:
                    async with asyncio.timeout(SILENT_S if playing else None):
                        data = await reader.read(_PIECE)
                except TimeoutError:
                    playing, rest = False, b""
                    self._told.sound_stopped(_ROLE)
                    continue
                if not data:
                    return
                if not playing:
                    playing = True
                    self._told.state(SessionState.READY)
                    self._told.sound(_ROLE, _SOUND)
                data = rest + data
                whole = len(data) - len(data) % _SAMPLE
                rest = data[whole:]
                now_ns = time.monotonic_ns()
                self._told.samples(_ROLE, data[:whole], now_ns // 1000, now_ns)
        finally:
            transport.close()

    # -- what UxPlay says --------------------------------------------------------------------------------------------

    def _client(self, name: str, model: str) -> None:
        self._who = f"{name} ({model})"
        self._told.phone({"model": f"{name}, {model}"})

    def _released(self) -> None:
        """Nobody mirrors (any more): say how to."""
        if self._pictures is not None:
            self._pictures.forget()
        self._fresh = False
        self._told.waiting("permission", INVITATION)
