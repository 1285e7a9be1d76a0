"""The phone's picture for the car: drawn between the margins, encoded, and sent as far as the car acknowledges it."""

from __future__ import annotations

import asyncio
import itertools
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.android_auto.services import Service
from backends.projection.simphone.android_auto.wire import f, fields, signed
from backends.projection.simphone.apps import INSTALLED
from backends.projection.simphone.apps.maps import Maps
from backends.projection.simphone.capture import Capture, Encoded, SessionStart
from backends.projection.simphone.display import Display
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from backends.projection.simphone.android_auto.car import Offer
    from backends.projection.simphone.android_auto.link import CarLink

__all__ = ["Framed", "Video"]

_SETUP, _START, _STOP, _CONFIG, _ACK, _FOCUS_ASKED, _FOCUS = 0x8000, 0x8001, 0x8002, 0x8003, 0x8004, 0x8007, 0x8008
_CODECS = {3: "h264", 7: "h265"}
_BIT_RATE = 12_000_000


class Framed:
    """A display in the middle of a larger picture, as `Capture` takes it."""

    def __init__(self, inner: Display, width: int, height: int) -> None:
        self.ident, self.lock = inner.ident, inner.lock
        self.width, self.height = width, height
        self.inner = inner
        self.place = (width - inner.width) // 2, (height - inner.height) // 2

    def signature(self, now: float) -> object:
        return self.inner.signature(now)

    def next_change_s(self, now: float) -> float | None:
        return self.inner.next_change_s(now)

    def picture(self, now: float) -> Picture:
        inner = self.inner.picture(now)
        if (inner.width, inner.height) == (self.width, self.height):
            return inner
        whole = Picture(self.width, self.height)
        whole.fill(0, 0, self.width, self.height, (0, 0, 0))
        whole.put(inner, *self.place)
        return whole


class Video(Service):
    """One screen of the car."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.display: Display | None = None
        self.focus = 0
        self.unacked = 0
        self.max_unacked = 0
        self.acked = 0
        self.starts = 0
        self.sent = 0
        self.index = -1
        self._sessions = itertools.count(1)
        self._session = 0
        self._capture: Capture | None = None
        self._waking: asyncio.Task[None] | None = None
        self._stopped: list[Capture] = []
        self._room = asyncio.Condition()
        self._loop = asyncio.get_running_loop()

    async def opened(self) -> None:
        await super().opened()
        codecs = [video.codec for video in self.offer.videos if video.codec in _CODECS]
        await self.send(_SETUP, f(1, codecs[0] if codecs else 3))

    async def heard(self, kind: int, body: bytes) -> None:
        given = fields(body)
        match kind:
            case 0x8003:
                if signed(given.get(1, [0])[0]) != 2:
                    return
                self.max_unacked = signed(given.get(2, [1])[0])
                raw = given.get(3, [0])[0]
                self.index = raw[0] if isinstance(raw, bytes) else raw
                self._lay_out()
            case 0x8004:
                await self._acknowledged(signed(given.get(1, [-1])[0]), signed(given.get(2, [1])[0]))
            case 0x8008:
                await self._focused(signed(given.get(1, [0])[0]))
            case _:
                self.link.complain(f"video: message {kind:#x}")

    async def ask_focus(self, mode: int, reason: int = 0) -> None:
        """As when the driver leaves for the car's own screen (2)."""
        await self.send(_FOCUS_ASKED, f(1, 0) + f(2, mode) + f(3, reason))

    def end(self) -> None:
        self._stop()

    async def ended(self) -> None:
        for capture in self._stopped:
            await asyncio.to_thread(capture.join, 5.0)

    def describe(self) -> dict[str, Any]:
        picture = self.offer.videos[self.index] if 0 <= self.index < len(self.offer.videos) else None
        return {
            **super().describe(),
            "focus": self.focus,
            "starts": self.starts,
            "sent": self.sent,
            "acked": self.acked,
            "unacked": self.unacked,
            "max_unacked": self.max_unacked,
            "size": list(picture.size) if picture else [],
            "margins": list(picture.margins) if picture else [],
            "dpi": picture.dpi if picture else 0,
            "codec": picture.codec if picture else 0,
            "display": self.display.describe() if self.display else None,
        }

    def _lay_out(self) -> None:
        if not 0 <= self.index < len(self.offer.videos):
            self.link.complain(f"video: there is no configuration {self.index}")
            return
        offer = self.offer.videos[self.index]
        width, height = offer.size[0] - offer.margins[0], offer.size[1] - offer.margins[1]
        if width <= 0 or height <= 0 or width % 2 or height % 2 or offer.codec not in _CODECS or offer.dpi < 40:
            self.link.complain(f"video: no picture is like {offer}")
            return
        display = Display(self.channel, self.link.phone.state, width, height, offer.dpi, decorated=True)
        display.set_apps(INSTALLED)
        if self.offer.kind == "cluster":
            display.show(Maps)
        display.launch = lambda package: self.link.phone.show(package)
        self.display = display
        self.link.phone.laid_out(self)

    async def _focused(self, mode: int) -> None:
        self.focus = mode
        if mode in (1, 4) and self._capture is None and self.display is not None:
            await self._start(self.display)
        elif mode in (2, 3) and self._capture is not None:
            self._stop()
            await self.send(_STOP)

    async def _start(self, display: Display) -> None:
        self._session = next(self._sessions)
        self.starts += 1
        self.unacked = 0
        offer = self.offer.videos[self.index]
        await self.send(_START, f(1, self._session) + f(2, self.index))
        display.max_fps = float(offer.fps)
        session = self._session

        def emit(item: SessionStart | Encoded) -> None:
            if self._gone(session):
                raise BrokenPipeError
            sending = self._emit(item, session)
            try:
                asyncio.run_coroutine_threadsafe(sending, self._loop).result()
            except (CancelledError, ConnectionError, RuntimeError):
                sending.close()
                raise BrokenPipeError from None

        framed = Framed(display, *offer.size)
        self._capture = Capture(
            framed,  # type: ignore[arg-type]  # all that it asks of a display
            emit,
            codec=_CODECS[offer.codec],
            bit_rate=_BIT_RATE,
            max_fps=display.max_fps,
            key_interval_s=10.0,
            flood=self.link.phone.faults.flood,
        )
        display.watchers.append(self._capture.changed)
        self._capture.start()

    async def _emit(self, item: SessionStart | Encoded, session: int) -> None:
        async with self._room:
            await self._room.wait_for(lambda: self._gone(session) or self._may_send())
            if self._gone(session):
                raise BrokenPipeError
            self.unacked += 1
            if isinstance(item, SessionStart):
                await self.send(1, item.config)
            else:
                self.sent += 1
                await self.send(0, item.pts_us.to_bytes(8, "big") + item.data)

    def _may_send(self) -> bool:
        return self.unacked < self.max_unacked or self.link.phone.faults.flood

    def _gone(self, session: int) -> bool:
        return self._capture is None or session != self._session

    async def _acknowledged(self, session: int, count: int) -> None:
        if session == self._session:
            self.acked += count
            self.unacked -= count
            if self.unacked < 0:
                self.link.complain("video: more acknowledged than sent")
            async with self._room:
                self._room.notify_all()
        elif session > self._session or session < 1:
            self.link.complain(f"video: acknowledges session {session}")

    def _stop(self) -> None:
        capture, self._capture = self._capture, None
        if capture is not None:
            self._stopped = [one for one in self._stopped if one.is_alive()] + [capture]
            if self.display is not None:
                self.display.watchers.remove(capture.changed)
            capture.stop()
            self._waking = self._loop.create_task(self._wake())

    async def _wake(self) -> None:
        async with self._room:
            self._room.notify_all()
