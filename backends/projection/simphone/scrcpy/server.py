"""The scrcpy server as a program of the phone: reads its options, opens its sockets, and streams a display.

Formats of the 3.x and 4.x servers; both are told apart by the version that the client asks for, as the jar itself is not run.
"""

from __future__ import annotations

import asyncio
import re
import struct
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Protocol

from backends.projection.simphone.capture import Capture, Encoded, SessionStart
from backends.projection.simphone.encoder import CODECS
from backends.projection.simphone.music import Capture as Sound
from backends.projection.simphone.scrcpy import lists
from backends.projection.simphone.scrcpy.audio import stream_audio
from backends.projection.simphone.scrcpy.control import ControlError, read_message
from backends.projection.simphone.scrcpy.controller import Controller
from backends.projection.simphone.scrcpy.faults import VideoSink
from backends.projection.simphone.scrcpy.options import OptionError, ServerOptions, is_version_4, parse_options
from backends.projection.simphone.scrcpy.stream import StreamReader

if TYPE_CHECKING:
    from backends.projection.simphone.display import Display
    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.phone import Phone
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["KNOWN_VERSION", "NEWEST", "Console", "run_server"]

KNOWN_VERSION = re.compile(r"[34]\.\d+(\.\d+)?")
NEWEST = "4.1"
_VIDEO_IDS = {"h264": 0x68323634, "h265": 0x68323635, "av1": 0x00617631, "vp8": 0x00767038, "vp9": 0x00767039}
_NAME_FIELD = 64
_NO_ENCODER = "android.media.MediaCodec$CodecException: Error 0xfffffff4"
_LEVELS = ("verbose", "debug", "info", "warn", "error")


class Console(Protocol):
    """Standard output and error of a program on the phone."""

    async def out(self, text: str) -> None:
        """Print to standard output."""

    async def err(self, text: str) -> None:
        """Print to standard error."""


class _Log:
    """The server's own lines, `[server] LEVEL: text`."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.threshold = "info"

    async def say(self, level: str, text: str) -> None:
        if _LEVELS.index(level) >= _LEVELS.index(self.threshold):
            write = self._console.err if level in ("warn", "error") else self._console.out
            await write(f"[server] {level.upper()}: {text}\n")

    async def fatal(self, text: str, kind: str, where: str) -> None:
        await self._console.err(f"[server] ERROR: {text}\n{kind}: {text}\n\tat com.genymobile.scrcpy.{where}\n")


async def run_server(phone: Phone, connection: AdbConnection, jar: str, arguments: list[str], console: Console) -> int:
    """Run to the end; the exit status. Cancelling it ends the server as a killed process ends."""
    asked = arguments[0] if arguments else ""
    version = phone.faults.version or (asked if KNOWN_VERSION.fullmatch(asked) else NEWEST)
    log = _Log(console)
    try:
        options = parse_options(version, arguments)
    except OptionError as error:
        await log.fatal(str(error), "java.lang.IllegalArgumentException", "Options.parse(Options.java)")
        return 1
    for key in options.unknown:
        await log.say("warn", f"Unknown server option: {key}")
    log.threshold = options.log_level
    identity = phone.state.identity
    await log.say(
        "info", f"Device: [{identity.manufacturer}] {identity.brand} {identity.model} (Android {identity.android})"
    )
    if options.cleanup:
        # The real one unlinks itself as soon as it runs, so each start needs a push.
        phone.files.remove(jar)
    if options.lists:
        for text in lists.answers(options.lists, phone):
            await log.say("info", text)
        return 0
    try:
        session = _Session(phone, connection, options, is_version_4(version), log)
        await session.run()
    except OSError as error:
        await log.fatal(error.args[-1] if error.args else str(error), "java.io.IOException", "Server.main(Server.java)")
        return 1
    except _ConfigurationError as error:
        await log.say("error", str(error))
    return 0


class _ConfigurationError(Exception):
    """The user asked for what this phone cannot do; the server says so and ends quietly."""


class _Session:
    """One run of the server."""

    def __init__(self, phone: Phone, connection: AdbConnection, options: ServerOptions, four: bool, log: _Log) -> None:
        self._phone = phone
        self._connection = connection
        self._options = options
        self._four = four
        self._log = log
        self._flags = (1 << 62, 1 << 61) if four else (1 << 63, 1 << 62)
        self._streams: list[AdbStream] = []
        self._loop = asyncio.get_running_loop()

    async def run(self) -> None:
        options = self._options
        if not (options.video or options.audio or options.control):
            raise _ConfigurationError("At least one of video, audio, control must be enabled")
        try:
            kinds = [kind for kind in ("video", "audio", "control") if getattr(options, kind)]
            sockets = dict(zip(kinds, await self._open(len(kinds)), strict=True))
            if options.send_device_meta:
                name = self._phone.state.identity.name.encode()[: _NAME_FIELD - 1]
                await self._streams[0].write(name.decode("utf-8", "ignore").encode().ljust(_NAME_FIELD, b"\0"))
            await self._serve(sockets)
        except BrokenPipeError:
            await self._log.say("debug", "Device message sender stopped")
        finally:
            for stream in self._streams:
                stream.abort()

    async def _open(self, count: int) -> list[AdbStream]:
        options, sockets = self._options, self._phone.sockets
        if not options.tunnel_forward:
            for _ in range(count):
                self._streams.append(await sockets.connect(options.socket_name))
            return self._streams
        listener = sockets.listen(options.socket_name)
        try:
            for n in range(count):
                self._streams.append(await listener.accept())
                if n == 0 and options.send_dummy_byte:
                    await self._streams[0].write(b"\0")
        finally:
            sockets.unlisten(options.socket_name)
        return self._streams

    async def _serve(self, sockets: dict[str, AdbStream]) -> None:
        display = await self._display()
        capture = self._capture(display, sockets.get("video"))
        # The end of video or control ends the session; sound may end alone.
        vital: list[asyncio.Task[None]] = []
        sound: asyncio.Task[None] | None = None
        encoding = False
        try:
            if "audio" in sockets:
                sound = asyncio.create_task(self._sound(sockets["audio"]))
            if capture is not None:
                limit = self._phone.faults.encoders
                if limit is not None and self._phone.encoding >= limit:
                    await self._log.say("error", f"Capture/encoding error: {_NO_ENCODER}")
                    capture.stop()
                    capture.start()
                    return
                self._phone.encoding += 1
                encoding = True
                capture.start()
                vital.append(asyncio.create_task(self._closed(sockets["video"])))
            if "control" in sockets:
                vital.append(asyncio.create_task(self._control(sockets["control"], display, capture)))
            waited = vital or ([sound] if sound else [])
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            if capture is not None and capture.error is not None:
                await self._log.say("error", f"Capture/encoding error: {capture.error}")
        finally:
            # All that must happen comes before the first await: a second cancellation may end this one early.
            tasks = [*vital, *([sound] if sound else [])]
            for task in tasks:
                task.cancel()
            self._phone.encoding -= encoding
            self._end(display, capture)
            await asyncio.gather(*tasks, return_exceptions=True)
            if capture is not None:
                await asyncio.shield(asyncio.to_thread(capture.join))

    async def _display(self) -> Display:
        options, phone = self._options, self._phone
        if options.video and options.video_source == "camera":
            raise _ConfigurationError("Camera mirroring is not supported by this phone")
        if options.video and options.video_codec not in CODECS:
            raise _ConfigurationError(
                f"Could not create default encoder for video/{options.video_codec}\n{lists.encoders()}"
            )
        if options.new_display is None:
            display = phone.displays.get(options.display_id)
            if display is None:
                raise _ConfigurationError(f"Display {options.display_id} not found\n{lists.displays(phone)}")
            return display
        width, height, dpi = options.new_display
        display = phone.new_display(width, height, dpi, options.alignment, decorated=options.vd_system_decorations)
        await self._log.say("info", f"New display: {display.width}x{display.height}/{display.dpi} (id={display.ident})")
        return display

    def _capture(self, display: Display, stream: AdbStream | None) -> Capture | None:
        if stream is None:
            return None
        options, faults = self._options, self._phone.faults
        sink = VideoSink(stream, self._connection, faults)
        header = [_VIDEO_IDS[options.video_codec].to_bytes(4, "big") if options.send_stream_meta else b""]

        async def send(item: SessionStart | Encoded) -> None:
            first = bool(header)
            await sink.write((header.pop() if first else b"") + self._packed(item, first=first))

        def emit(item: SessionStart | Encoded) -> None:
            # The thread waits here while the stream is full. A loop that ends meanwhile ends the stream for it.
            try:
                asyncio.run_coroutine_threadsafe(send(item), self._loop).result()
            except CancelledError:
                raise BrokenPipeError from None

        capture = Capture(
            display,
            emit,
            codec=options.video_codec,
            bit_rate=options.video_bit_rate,
            max_fps=options.max_fps,
            key_interval_s=options.key_interval_s,
            max_size=options.max_size,
            alignment=options.alignment,
            flood=faults.flood,
        )
        display.max_fps = options.max_fps
        display.watchers.append(capture.changed)
        return capture

    def _packed(self, item: SessionStart | Encoded, *, first: bool) -> bytes:
        """An item as bytes of this version."""
        config_flag, key_flag = self._flags
        if isinstance(item, Encoded):
            return self._packet(item.pts_us | (key_flag if item.key else 0), item.data)
        data = b""
        if self._options.send_stream_meta:
            if self._four:
                data = struct.pack(">III", 0x80000000 | item.by_client, item.width, item.height)
            elif first:
                data = struct.pack(">II", item.width, item.height)
        return data + self._packet(config_flag, item.config)

    def _packet(self, pts_and_flags: int, data: bytes) -> bytes:
        return struct.pack(">QI", pts_and_flags, len(data)) + data if self._options.send_frame_meta else data

    async def _sound(self, stream: AdbStream) -> None:
        options = self._options
        silent = options.audio_source not in ("output", "playback")
        sound = Sound(None if silent else self._phone.state.music)
        await stream_audio(
            stream,
            sound,
            options.audio_codec,
            self._flags,
            stream_meta=options.send_stream_meta,
            frame_meta=options.send_frame_meta,
        )

    async def _closed(self, stream: AdbStream) -> None:
        await stream.closed.wait()

    async def _control(self, stream: AdbStream, display: Display, capture: Capture | None) -> None:
        controller = Controller(self._phone, self._options, display, capture, stream, self._log.say)
        reader = StreamReader(stream)
        if self._options.clipboard_autosync:
            self._phone.state.on_clipboard.append(controller.clipboard_changed)
        try:
            while True:
                await controller.handle(await read_message(reader, four=self._four))
        except ControlError as error:
            await self._log.say("error", f"Control protocol error: {error}")
        except EOFError:
            pass
        finally:
            if self._options.clipboard_autosync:
                self._phone.state.on_clipboard.remove(controller.clipboard_changed)

    def _end(self, display: Display, capture: Capture | None) -> None:
        for stream in self._streams:
            stream.abort()
        if capture is not None:
            display.watchers.remove(capture.changed)
            capture.stop()
        if self._options.new_display is not None:
            self._phone.drop_display(display, destroy=self._options.vd_destroy_content)
