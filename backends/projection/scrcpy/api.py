"""One app of the phone in one window: pictures and sound come out, touch and keys go in."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from backends.projection.adb import AdbDevice, ByteStream
from backends.projection.defs import AudioFormat, Reason, TouchPhase, VideoFormat
from backends.projection.errors import LinkLost, PeerFault, ProjectionError, TooSlow, Unsupported
from backends.projection.scrcpy import control
from backends.projection.scrcpy.connection import Channels, launch
from backends.projection.scrcpy.h264 import picture_size
from backends.projection.scrcpy.outbox import Fingers, Outbox
from backends.projection.scrcpy.protocol import (
    CodecStart,
    DeviceMessages,
    MediaPacket,
    MediaParser,
    PictureSize,
    StreamDisabled,
)
from backends.projection.scrcpy.server_file import ServerOnPhone

__all__ = ["SOUND", "AppWindow", "WindowListener", "WindowSpec"]

SOUND = AudioFormat("s16l", 48000, 2, 16)
"""What ``audio_codec=raw`` is."""
FIRST_PICTURE_TIMEOUT_S = 10.0
CLIPBOARD_TIMEOUT_S = 3.0
STALL_TIMEOUT_S = 5.0
LAST_WORDS_S = 0.5
"""How long the server's log may trail behind its sockets."""
_READ = 1 << 18
_logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class WindowSpec:
    """The display to ask for, pixels and dots per inch. An empty ``package`` with no ``video``: sound alone."""

    package: str
    width: int
    height: int
    dpi: int
    video: bool = True
    audio: bool = False
    max_fps: int = 60
    bit_rate: int = 8_000_000
    phone_keyboard: bool = False
    """The phone's own keyboard comes up on the display; without, only the car's types, which rests while the car moves."""


class WindowListener(Protocol):
    """Told what the phone sends; must not block."""

    def video_format(self, picture: VideoFormat) -> None:
        """The frames that follow have this size."""

    def video_packet(self, packet: MediaPacket, received_ns: int) -> None:
        """A config or a frame; when its last byte was here (CLOCK_MONOTONIC)."""

    def audio_available(self, available: bool) -> None:
        """The phone sends sound, or will not."""

    def audio_packet(self, packet: MediaPacket, received_ns: int) -> None:
        """Sound in `SOUND`'s format."""


class AppWindow:
    """A running server. Made by `open`; over when `wait_ended` returns."""

    def __init__(self, channels: Channels, server: ServerOnPhone, spec: WindowSpec, listener: WindowListener) -> None:
        self._channels = channels
        self._server = server
        self._spec = spec
        self._listener = listener
        self._size: tuple[int, int] | None = None
        self._codec = ""
        self._fingers = Fingers()
        self._outbox = Outbox()
        self._error: asyncio.Future[ProjectionError] = asyncio.get_running_loop().create_future()
        self._tasks: list[asyncio.Task[None]] = []
        self._messages = DeviceMessages()
        self._texts: asyncio.Queue[str] = asyncio.Queue()
        self._acknowledged = asyncio.Event()
        self._sequence = 0

    @classmethod
    async def open(
        cls, device: AdbDevice, server: ServerOnPhone, spec: WindowSpec, listener: WindowListener
    ) -> AppWindow:
        """Start the server and the app. Raises ServerRefusal, LinkLost, TooSlow, PeerFault."""
        channels = await launch(
            device, server, _options(server, spec), video=spec.video, audio=spec.audio, control=spec.video
        )
        self = cls(channels, server, spec, listener)
        self._begin()
        return self

    @property
    def size(self) -> tuple[int, int] | None:
        """Of the picture now, pixels; None before the first."""
        return self._size

    @property
    def asked(self) -> tuple[int, int, int]:
        """Width and height in pixels and dots per inch that the phone was asked for last."""
        return self._spec.width, self._spec.height, self._spec.dpi

    @property
    def resizable(self) -> bool:
        """The display can change its size and live on."""
        return self._server.dialect.flex

    async def wait_ended(self) -> ProjectionError:
        """Return when the window is no more, with why."""
        return await asyncio.shield(self._error)

    async def close(self) -> None:
        """End the server; its app ends with its display."""
        self._end(LinkLost("The app was closed.", Reason.USER))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._channels.close()

    # -- what goes to the phone --------------------------------------------------------------------------------------

    def touch(self, phase: int, pointer: int, x: float, y: float, pressure: float) -> None:
        """A finger; ``phase`` as in TouchPhase, place 0..1 in the picture, pressure 0..1. Nothing before a picture."""
        if self._size is not None:
            for message, kind in self._fingers.touch(phase, pointer, x, y, pressure, self._size):
                self._queue(message, kind)

    def lift_all(self) -> None:
        """Cancel every finger that is down: the picture is being hidden, or is another one now."""
        for pointer in self._fingers.down:
            self.touch(TouchPhase.CANCEL, pointer, 0, 0, 0)

    def key(self, keycode: int, *, press: bool = False, release: bool = False) -> None:
        """A key goes down, up, or both."""
        if press:
            self._queue(control.key(control.KeyAction.DOWN, keycode))
        if release:
            self._queue(control.key(control.KeyAction.UP, keycode))

    def text(self, value: str) -> None:
        """Type: as keys where a keyboard has them all, else through the phone's clipboard."""
        if value.isascii() and value.isprintable():
            for start in range(0, len(value), control.TEXT_MAX):
                self._queue(control.text(value[start : start + control.TEXT_MAX]))
        elif value:
            self._queue(control.set_clipboard(value, paste=True))

    async def clipboard(self) -> str:
        """What is in the phone's clipboard. Raises TooSlow, and what ended the window."""
        self._texts = asyncio.Queue()
        self._queue(control.get_clipboard())
        return await self._answer(self._texts.get())

    async def set_clipboard(self, value: str) -> None:
        """Put it in the phone's clipboard, without pasting. Raises TooSlow, and what ended the window."""
        self._sequence += 1
        self._queue(control.set_clipboard(value, paste=False, sequence=self._sequence))
        while self._messages.acknowledged < self._sequence:
            self._acknowledged.clear()
            await self._answer(self._acknowledged.wait())

    async def _answer(self, waiting: Coroutine[Any, Any, Answer]) -> Answer:
        answer = asyncio.ensure_future(waiting)
        ended = asyncio.ensure_future(self.wait_ended())
        try:
            await asyncio.wait({answer, ended}, timeout=CLIPBOARD_TIMEOUT_S, return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                raise ended.result()
            if not answer.done():
                raise TooSlow("The phone did not answer about its clipboard.")
            return answer.result()
        finally:
            answer.cancel()
            ended.cancel()

    def resize(self, width: int, height: int) -> None:
        """Ask for another size; the picture follows. For `resizable` windows."""
        self._spec = replace(self._spec, width=width, height=height)
        self._queue(control.resize_display(width, height), kind="resize")

    def request_keyframe(self) -> None:
        """Ask the phone to send a picture that stands alone."""
        self._queue(control.reset_video(), kind="reset")

    def _queue(self, message: bytes, kind: object = None) -> None:
        if self._error.done() or self._channels.control is None:
            return
        if not self._outbox.put(message, kind):
            self._end(PeerFault("The phone stopped taking touches.", Reason.TIMEOUT))

    # -- what comes from the phone -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        channels = self._channels
        work = [self._guard(self._follow_server())]
        if channels.video is not None:
            work.append(self._guard(self._pump_video(channels.video)))
        if channels.audio is not None:
            work.append(self._guard(self._pump_audio(channels.audio)))
        if channels.control is not None:
            work += [self._guard(self._pump_control(channels.control)), self._guard(self._send(channels.control))]
            self._queue(control.start_app(self._spec.package))
        self._tasks = [asyncio.create_task(one, name="scrcpy window") for one in work]

    async def _guard(self, work: object) -> None:
        try:
            await work  # type: ignore[misc]  # a coroutine of ours
        except ProjectionError as error:
            # The server's own words, if it has any, beat the bare end of a socket; they may come a moment later.
            if isinstance(error, LinkLost) and await self._channels.log.wait_ended(LAST_WORDS_S):
                error = self._channels.log.error()
            if isinstance(error, Unsupported) and self._size is not None:
                error = PeerFault(error.text, error.reason)  # it has worked: it may work again
            self._end(error)
        except Exception as error:  # task root: a fault of ours ends this window, not the service
            _logger.exception("window failed")
            self._end(ProjectionError(f"The app's window failed: {error}"))

    def _end(self, error: ProjectionError) -> None:
        if not self._error.done():
            self._error.set_result(error)

    async def _follow_server(self) -> None:
        await self._channels.log.wait_ended()
        raise self._channels.log.error()

    async def _pump_video(self, stream: ByteStream) -> None:
        parser = MediaParser(self._server.dialect, video=True)
        while data := await _read(stream, parser):
            now_ns = time.monotonic_ns()
            for event in parser.feed(data):
                match event:
                    case CodecStart():
                        self._codec = event.codec
                    case PictureSize():
                        self._resized(event.width, event.height)
                    case MediaPacket():
                        if event.config and self._codec == "h264" and not self._server.dialect.session_packets:
                            self._resized(*(picture_size(event.data) or self._size or (0, 0)))
                        self._listener.video_packet(event, now_ns)
        raise LinkLost("The phone stopped sending pictures.")

    def _resized(self, width: int, height: int) -> None:
        if (width, height) != self._size and width and height:
            self._size = (width, height)
            self.lift_all()  # with the new size: the phone drops what carries another
            self._listener.video_format(VideoFormat(self._codec, width, height))

    async def _pump_audio(self, stream: ByteStream) -> None:
        parser = MediaParser(self._server.dialect, video=False)
        playable = False
        while data := await _read(stream, parser):
            now_ns = time.monotonic_ns()
            for event in parser.feed(data):
                match event:
                    case CodecStart() | StreamDisabled():
                        playable = event == CodecStart("raw")
                        self._listener.audio_available(playable)
                    case MediaPacket(config=False) if playable:
                        self._listener.audio_packet(event, now_ns)
        self._listener.audio_available(False)
        if not self._spec.video:
            raise LinkLost("The phone stopped sending sound.")

    async def _pump_control(self, stream: ByteStream) -> None:
        while data := await stream.read():
            for text in self._messages.feed(data):
                if self._texts.empty():  # unasked ones are not collected
                    self._texts.put_nowait(text)
            self._acknowledged.set()
        raise LinkLost("The phone stopped listening to touches.")

    async def _send(self, stream: ByteStream) -> None:
        while True:
            await stream.write(await self._outbox.take())


async def _read(stream: ByteStream, parser: MediaParser) -> bytes:
    """More of a stream. A phone may rest as long as it likes between packets, but not within one."""
    if not parser.pending:
        return await stream.read(_READ)
    try:
        async with asyncio.timeout(STALL_TIMEOUT_S):
            return await stream.read(_READ)
    except TimeoutError:
        raise TooSlow("The phone stopped in the middle of a picture.") from None


def _options(server: ServerOnPhone, spec: WindowSpec) -> Mapping[str, str]:
    options = {"power_on": "true", "clipboard_autosync": "false"}
    if spec.video:
        options |= {
            "video_codec": "h264",
            "video_bit_rate": str(spec.bit_rate),
            "max_fps": str(spec.max_fps),
            "new_display": f"{spec.width}x{spec.height}/{spec.dpi}",
            "vd_system_decorations": "false",
            "display_ime_policy": "local" if spec.phone_keyboard else "hide",
        }
        if server.dialect.flex:
            # Without keep_active the phone turns an idle display off after its screen timeout; a map has to stay.
            options |= {"flex_display": "true", "keep_active": "true"}
    if spec.audio:
        options["audio_codec"] = "raw"
    return options
