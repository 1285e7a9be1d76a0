"""One app of a phone on the car's screen, from the wish to open it until it is closed; a lost phone does not end it."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from backends.projection.defs import Category, Reason, SessionState, VideoFormat
from backends.projection.domain import Backoff
from backends.projection.errors import ProjectionError, TooSlow, Unsupported
from backends.projection.feed import AudioFeed, VideoFeed
from backends.projection.scrcpy import AppWindow, WindowSpec
from backends.projection.scrcpy.api import FIRST_PICTURE_TIMEOUT_S, SOUND
from backends.projection.scrcpy.connection import ServerRefusal
from backends.projection.scrcpy.phones import Phone
from backends.projection.scrcpy.protocol import MediaPacket

__all__ = ["Quality", "Session"]

RETRY_STEPS_S = (0.3, 1.0, 3.0)
"""An app's window that fails is opened again after these times, then given up."""
STEADY_S = 30.0
"""A window that lived this long counts as a success."""
SETTLE_S = 0.5
"""When a window ends, how long to wait for the news that the whole phone is gone."""
_ENCODER = re.compile(r"encod|CodecException|MediaCodec", re.IGNORECASE)
"""In the words of a server that got no encoder, or lost it to somebody."""
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Quality:
    """What to ask of the phone's encoder: pictures a second, bits a second."""

    max_fps: int = 60
    bit_rate: int = 8_000_000
    phone_keyboard: bool = False


@dataclass(slots=True)
class _Wish:
    """What the display asked for."""

    width: int
    height: int
    dpi: int
    shown: bool = True

    @property
    def size(self) -> tuple[int, int, int]:
        """Width, height, dpi."""
        return self.width, self.height, self.dpi


class Session:
    """Runs in `run`; ``changed`` is called whenever `report` may differ. It is a `WindowListener`."""

    def __init__(
        self,
        phone: Phone,
        app: str,
        name: str,
        category: Category,
        size: tuple[int, int, int],
        *,
        with_audio: bool,
        quality: Quality,
        changed: Callable[[Session], None],
        no_encoder: Callable[[Session], Awaitable[bool]],
    ) -> None:
        self.id = secrets.token_hex(4)
        self.phone = phone
        self.app = app
        self.name = name
        self.category = category
        self.with_audio = with_audio
        self.has_audio = False
        self._quality = quality
        self._sound_wanted = asyncio.Event()
        self.gated = False
        self.state = SessionState.IDLE
        self.reason = Reason.NONE
        self.text = ""
        self.video = VideoFeed(self.request_keyframe)
        self.audio = AudioFeed(SOUND)
        self._wish = _Wish(*size)
        self._window: AppWindow | None = None
        self._picture: VideoFormat | None = None
        self._first_picture = asyncio.Event()
        self._resizable = False
        self._restart = asyncio.Event()
        self._changed = changed
        self._no_encoder = no_encoder
        self._closing: tuple[Reason, str] | None = None

    def report(self) -> dict[str, Any]:
        """As in ``Sessions``."""
        picture = self._picture
        return {
            "id": self.id,
            "device": self.phone.id,
            "backend": "scrcpy",
            "app": self.app,
            "name": self.name,
            "state": self.state.value,
            "reason": self.reason.value,
            "text": self.text,
            "width": picture.width if picture else self._wish.width,
            "height": picture.height if picture else self._wish.height,
            "resizable": self._resizable,
            "has_audio": self.has_audio,
            "sounds": ["media"] if self.has_audio else [],
            "gated": self.gated,
        }

    @property
    def live(self) -> bool:
        return self.state.live

    # -- wishes ------------------------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        """Whether anybody is to see it."""
        self._wish.shown = shown
        self._follow_wish()

    def gate(self, gated: bool) -> None:
        """Hide it by the driving rules, or give it back."""
        if gated != self.gated:
            self.gated = gated
            self._follow_wish()
            self._changed(self)

    def resize(self, width: int, height: int, dpi: int) -> None:
        """Another size, pixels: live where the phone can, else the app is started anew."""
        wish = self._wish
        if (width, height, dpi) == wish.size:
            return
        wish.width, wish.height, wish.dpi = width, height, dpi
        if self._window is not None:
            self._fit(self._window)

    def _fit(self, window: AppWindow) -> None:
        """Have the window as large as is wished: it may have been opened for another size."""
        wish, (width, height, dpi) = self._wish, window.asked
        if wish.dpi == dpi and window.resizable:
            if (wish.width, wish.height) != (width, height):
                window.resize(wish.width, wish.height)
        elif wish.size != (width, height, dpi):
            self._restart.set()

    def carry_audio(self) -> None:
        """From now on the phone's sound comes with this app: the one that had it was closed."""
        self.with_audio = True
        self._sound_wanted.set()

    def request_keyframe(self) -> None:
        """Ask the phone, if it is there."""
        if self._window is not None:
            self._window.request_keyframe()

    @property
    def window(self) -> AppWindow | None:
        """For touch and keys; None while there is no phone."""
        return self._window if self.live else None

    def end(self, reason: Reason, text: str) -> None:
        """Close it for good: its owner cancels `run` and calls `finish`."""
        self._closing = (reason, text)
        if self.state is not SessionState.CLOSED:
            self._set(SessionState.CLOSING, reason, text)

    def _follow_wish(self) -> None:
        seen = self._wish.shown and not self.gated
        if not seen and self._window is not None:
            self._window.lift_all()
        self.video.enable(seen)
        if self.live:
            self._set(SessionState.FOCUSED if self._wish.shown else SessionState.BACKGROUND)

    # -- life --------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Until it is closed: by `end` and a cancel, or for a reason of the phone's. `finish` has to follow."""
        try:
            await self._live()
        except ProjectionError as error:
            self._closing = (error.reason, error.text)
        except Exception as error:  # task root: a fault of ours ends this app, not the service
            _logger.exception("session failed app=%s", self.app)
            self._closing = (Reason.PROTOCOL, f"The app could not be shown: {error}")

    def finish(self) -> None:
        """Tell readers and clients that it is over."""
        reason, text = self._closing or (Reason.USER, "")
        self.has_audio = False
        self.video.end(text)
        self.audio.end(text)
        self._set(SessionState.CLOSED, reason, text)

    async def _live(self) -> None:
        backoff = Backoff(RETRY_STEPS_S)
        clock = asyncio.get_running_loop()
        while True:
            if self.phone.link is None:
                self._set(SessionState.DISCOVERING, Reason.PHONE_LOST, "The phone is away. The app returns with it.")
                await self.phone.wait_ready()
            began_s = clock.time()
            try:
                await self._one_window()
                continue  # it was resized
            except ProjectionError as error:
                failure = error
            _logger.info(
                "window ended phone=%s app=%s reason=%s text=%s", self.phone.id, self.app, failure.reason, failure.text
            )
            await self.phone.check()
            if _ENCODER.search(failure.text) and await self._no_encoder(self):
                self._set(SessionState.CONNECTING, Reason.CAPACITY, "Making room on the phone.")
                continue
            if isinstance(failure, Unsupported) and failure.reason is not Reason.PHONE_LOST:
                if not await self.phone.wait_gone(SETTLE_S):
                    raise failure
            elif await self.phone.wait_gone(SETTLE_S):
                backoff.reset()
                continue
            if clock.time() - began_s > STEADY_S:
                backoff.reset()
            if backoff.count >= len(RETRY_STEPS_S):
                raise failure
            self._set(SessionState.CONNECTING, failure.reason, failure.text)
            await asyncio.sleep(backoff.next())

    async def _one_window(self) -> None:
        """Open the window and stay with it. Returns when it has to be opened anew; raises why it ended."""
        self._set(SessionState.CONNECTING)
        self._restart.clear()
        self._first_picture.clear()
        window = await self._open()
        self._window = window
        try:
            self._resizable = window.resizable
            self._fit(window)
            async with asyncio.TaskGroup() as group:
                ended = group.create_task(window.wait_ended())
                again = group.create_task(self._restart.wait())
                first = group.create_task(self._first_picture.wait())
                sound = group.create_task(self._follow_sound())
                waits: set[asyncio.Task[Any]] = {ended, again, first}
                done, _ = await asyncio.wait(
                    waits, timeout=FIRST_PICTURE_TIMEOUT_S, return_when=asyncio.FIRST_COMPLETED
                )
                if done == {first}:
                    self._follow_wish_when_live()
                    done, _ = await asyncio.wait({ended, again}, return_when=asyncio.FIRST_COMPLETED)
                for task in (*waits, sound):
                    task.cancel()
            if ended in done:
                raise ended.result()
            if not done:
                raise TooSlow("The phone did not show a picture of the app.")
        finally:
            self._window = None
            self.has_audio = False
            await window.close()

    async def _open(self) -> AppWindow:
        wish = self._wish
        for attempt in range(2):
            link, server = await self.phone.server()
            self._set(SessionState.NEGOTIATING)
            self._sound_wanted.clear()
            spec = WindowSpec(
                self.app,
                wish.width,
                wish.height,
                wish.dpi,
                audio=self.with_audio,
                max_fps=self._quality.max_fps,
                bit_rate=self._quality.bit_rate,
                phone_keyboard=self._quality.phone_keyboard,
            )
            try:
                return await AppWindow.open(link, server, spec, self)
            except ServerRefusal as refusal:
                if refusal.version is None or attempt:
                    raise
                self.phone.learn_version(refusal.version)
        raise AssertionError("unreachable")

    async def _follow_sound(self) -> None:
        """When this app takes over the sound: a server for it alone, for one that runs cannot change its mind."""
        await self._sound_wanted.wait()
        try:
            link, server = await self.phone.server()
            window = await AppWindow.open(link, server, WindowSpec("", 0, 0, 0, video=False, audio=True), self)
            try:
                error = await window.wait_ended()
            finally:
                await window.close()
        except ProjectionError as failure:
            error = failure
        _logger.info("sound ended app=%s text=%s", self.app, error.text)
        self.audio_available(False)

    def _follow_wish_when_live(self) -> None:
        self._set(SessionState.READY)
        self._follow_wish()

    def _set(self, state: SessionState, reason: Reason = Reason.NONE, text: str = "") -> None:
        if (state, reason, text) != (self.state, self.reason, self.text):
            self.state, self.reason, self.text = state, reason, text
            self._changed(self)

    # -- from the window ---------------------------------------------------------------------------------------------

    def video_format(self, picture: VideoFormat) -> None:
        self._picture = picture
        self.video.set_format(picture)
        self._first_picture.set()
        self._changed(self)

    def video_packet(self, packet: MediaPacket, received_ns: int) -> None:
        if packet.config:
            self.video.config(packet.data, received_ns)
        else:
            self.video.frame(packet.data, packet.pts_us, received_ns, key=packet.key)

    def audio_available(self, available: bool) -> None:
        self.has_audio = available
        self._changed(self)

    def audio_packet(self, packet: MediaPacket, received_ns: int) -> None:
        self.audio.samples(packet.data, packet.pts_us, received_ns)
