"""Starting scrcpy's server on a phone and opening its sockets, first video, then sound, then control."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from backends.projection.adb import AdbDevice, ByteStream
from backends.projection.adb.protocol import ShellFrames, ShellId
from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, PeerFault, ProjectionError, TooSlow, Unsupported
from backends.projection.scrcpy.protocol import DEVICE_NAME_SIZE
from backends.projection.scrcpy.server_file import ServerOnPhone

__all__ = ["Channels", "ServerLog", "ServerRefusal", "command_line", "launch"]

START_TIMEOUT_S = 15.0
RETRY_S = 0.05
_LINES_KEPT = 40
_LINE_MAX = 2000
_VERSIONS = re.compile(r"server version \(([\w.]+)\) does not match the client \(([\w.]+)\)")
_ERROR = re.compile(r"\[server\] ERROR: (.*)")
_logger = logging.getLogger(__name__)


class ServerRefusal(Unsupported):
    """The server said why it will not work; ``version`` is the one it has when it is not the one asked for."""

    def __init__(self, text: str, reason: Reason = Reason.SERVER_FAILED, version: str | None = None) -> None:
        super().__init__(text, reason)
        self.version = version

    @classmethod
    def read(cls, lines: list[str]) -> ServerRefusal | None:
        """Out of the server's log; None when it does not complain."""
        for line in lines:
            if match := _VERSIONS.search(line):
                return cls(
                    f"The phone has scrcpy's server {match[1]}, not {match[2]}.", Reason.SERVER_VERSION, match[1]
                )
        for line in lines:
            if match := _ERROR.search(line):
                return cls(f"The phone could not open the app: {match[1][:200].strip()}")
            if "ClassNotFoundException" in line or "Could not find or load" in line or line.startswith("Aborted"):
                return cls("scrcpy's server file on the phone is damaged or of the wrong kind.", Reason.NO_SERVER_FILE)
        return None


def command_line(server: ServerOnPhone, options: Mapping[str, str]) -> str:
    """The shell command that runs the server."""
    words = " ".join(f"{name}={value}" for name, value in options.items())
    return f"CLASSPATH={server.path} app_process / com.genymobile.scrcpy.Server {server.dialect.version} {words}"


class ServerLog:
    """The server's shell: its last lines, and when it ended. Closing it ends the server."""

    def __init__(self, stream: ByteStream, *, framed: bool) -> None:
        self._stream = stream
        self._frames = ShellFrames() if framed else None
        self._rest = ""
        self._failure: ProjectionError | None = None
        self.lines: deque[str] = deque(maxlen=_LINES_KEPT)
        self._task = asyncio.create_task(self._follow(), name="scrcpy log")

    @property
    def ended(self) -> bool:
        """The server is no more."""
        return self._task.done()

    async def wait_ended(self, timeout_s: float | None = None) -> bool:
        """True once the server is no more; False after ``timeout_s``."""
        done, _ = await asyncio.wait({self._task}, timeout=timeout_s)
        return bool(done)

    def error(self) -> ProjectionError:
        """What the log gives as the reason for an end."""
        refusal = ServerRefusal.read(list(self.lines))
        return refusal or self._failure or PeerFault("The phone stopped showing the app.", Reason.SERVER_FAILED)

    async def close(self) -> None:
        """End the server."""
        self._stream.close()
        self._task.cancel()
        await asyncio.wait({self._task})

    async def _follow(self) -> None:
        try:
            while data := await self._stream.read():
                for kind, piece in self._frames.feed(data) if self._frames else [(ShellId.STDOUT, data)]:
                    if kind == ShellId.EXIT:
                        return
                    self._add(piece.decode("utf-8", "replace"))
        except ProjectionError as error:
            self._failure = error

    def _add(self, text: str) -> None:
        *whole, self._rest = (self._rest + text).split("\n")
        self._rest = self._rest[:_LINE_MAX]
        for line in whole:
            self.lines.append(line[:_LINE_MAX].rstrip())
            _logger.debug("phone says: %s", self.lines[-1])


@dataclass(slots=True)
class Channels:
    """A running server and its sockets; what was not asked for is None."""

    log: ServerLog
    phone_name: str
    video: ByteStream | None
    audio: ByteStream | None
    control: ByteStream | None

    async def close(self) -> None:
        """Everything, the server included."""
        for stream in (self.video, self.audio, self.control):
            if stream is not None:
                stream.close()
        await self.log.close()


async def launch(
    device: AdbDevice, server: ServerOnPhone, options: Mapping[str, str], *, video: bool, audio: bool, control: bool
) -> Channels:
    """Start a server with a socket name of its own. Raises ServerRefusal, LinkLost, TooSlow, PeerFault."""
    scid = f"{secrets.randbits(31):08x}"
    flags = {"video": video, "audio": audio, "control": control, "tunnel_forward": True, "cleanup": False}
    words = {
        "scid": scid,
        "log_level": "info",
        **{name: str(value).lower() for name, value in flags.items()},
        **options,
    }
    framed = "shell_v2" in device.features
    command = command_line(server, words)
    log = ServerLog(await device.open(f"shell,v2,raw:{command}" if framed else f"shell:{command}"), framed=framed)
    opened: list[ByteStream] = []
    try:
        async with asyncio.timeout(START_TIMEOUT_S):
            for _ in range(video + audio + control):
                opened.append(await _open_socket(device, log, f"localabstract:scrcpy_{scid}", first=not opened))
            name = await opened[0].read_exactly(DEVICE_NAME_SIZE)
    except BaseException as error:
        for stream in opened:
            stream.close()
        # When the server ends its sockets close first: give its last words a moment to arrive.
        said = await log.wait_ended(0.5) if isinstance(error, LinkLost | Unsupported) else log.ended
        await log.close()
        if isinstance(error, TimeoutError):
            raise TooSlow("The phone took too long to open the app.") from None
        if said and isinstance(error, ProjectionError):
            raise log.error() from error
        raise
    streams = iter(opened)
    return Channels(
        log,
        name.split(b"\0", 1)[0].decode("utf-8", "replace"),
        next(streams) if video else None,
        next(streams) if audio else None,
        next(streams) if control else None,
    )


async def _open_socket(device: AdbDevice, log: ServerLog, service: str, *, first: bool) -> ByteStream:
    """The first socket is there once the server listens, and has said a zero byte once it accepted us."""
    while True:
        try:
            stream = await device.open(service)
        except Unsupported:
            if not first:
                raise
            if await log.wait_ended(RETRY_S):
                raise log.error() from None
            continue
        if not first:
            return stream
        try:
            await stream.read_exactly(1)
        except LinkLost:
            stream.close()
            if await log.wait_ended(RETRY_S):
                raise log.error() from None
        except BaseException:
            stream.close()
            raise
        else:
            return stream
