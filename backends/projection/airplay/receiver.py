"""UxPlay as a child process: its pictures and its sound on pipes, what it says on a terminal of its own.

It is GPLv3 and stays outside: nothing of it is linked or shipped, it is started when it is installed.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pty
import re
import shutil
from collections.abc import Callable
from contextlib import suppress

from backends.projection.airplay.multipart import BOUNDARY
from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, Unsupported
from backends.projection.words import plain

__all__ = ["PROGRAM", "RATE", "Receiver", "arguments"]

PROGRAM = "uxplay"
RATE = 44100
_END_S = 1.0
_ANNOUNCED_S = 0.3
_LINE_MAX = 500
_NAME_MAX = 50
_logger = logging.getLogger(__name__)
_CLIENT = re.compile(r"connection request from (.{1,100}) \((.{1,40})\) with deviceID")


def arguments(name: str, width: int, height: int, video: int, sound: int, port: int = 0) -> list[str]:
    """UxPlay's command line. ``video`` and ``sound`` are the descriptors it writes to; ``port`` 0: any.

    It builds "appsrc ! queue ! (-vp) ! (-vd) ! (-vc) ! (videoscale !) (-vs)". Our -vc ends the chain at a pipe and begins
    another, a picture nobody sees: whatever a version puts between its converter and its sink is never offered H.264.
    """
    to_pipe = f"multipartmux boundary={BOUNDARY} ! fdsink fd={video} sync=false async=false"
    samples = f"audio/x-raw,format=S16LE,rate={RATE},channels=2"
    return [
        "-n", plain(name, _NAME_MAX) or "Pillion", "-nh",
        "-s", f"{width}x{height}@60",
        *(["-p", str(port)] if port else []),
        "-vp", "h264parse config-interval=-1",
        "-vd", "video/x-h264,stream-format=byte-stream,alignment=au",
        "-vc", f"{to_pipe} videotestsrc num-buffers=1",
        "-vs", "fakesink",
        "-as", f"audioconvert ! {samples} ! fdsink fd={sound}",
    ]  # fmt: skip


class Receiver:
    """One run of it. ``listens``, ``client(name, model)`` and ``released`` (the phone stopped) are called from the loop."""

    def __init__(
        self, listens: Callable[[], None], client: Callable[[str, str], None], released: Callable[[], None]
    ) -> None:
        self._listens = listens
        self._client = client
        self._released = released
        self._process: asyncio.subprocess.Process | None = None
        self._terminal: int | None = None
        self._line = b""
        self._trouble = self._last = ""
        self._announced: asyncio.TimerHandle | None = None
        self._stopping = False
        self.version = ""

    async def start(self, name: str, width: int, height: int, port: int = 0) -> tuple[int, int]:
        """The descriptors to read pictures and sound from. Raises Unsupported when it is not installed."""
        program = shutil.which(PROGRAM)
        if program is None:
            raise Unsupported("UxPlay is not installed on this unit.", Reason.MISSING)
        # The kernel ends it with us, however we end.
        setpriv = shutil.which("setpriv")
        prefix = [setpriv, "--pdeathsig", "TERM"] if setpriv else []
        pictures, video = os.pipe()
        samples, sound = os.pipe()
        self._terminal, terminal = pty.openpty()  # on a pipe it would keep its lines to itself until it ends
        os.set_blocking(self._terminal, False)
        try:
            self._process = await asyncio.create_subprocess_exec(
                *prefix, program, *arguments(name, width, height, video, sound, port),
                stdin=asyncio.subprocess.DEVNULL, stdout=terminal, stderr=terminal, pass_fds=(video, sound),
                env={**os.environ, "UXPLAYRC": os.devnull},  # a user's own settings are for a user's own UxPlay
            )  # fmt: skip
        except BaseException as error:
            os.close(pictures)
            os.close(samples)
            if not isinstance(error, OSError):
                raise
            _logger.warning("uxplay not started error=%s", error)
            raise Unsupported("UxPlay could not be started.") from None
        finally:
            for fd in (video, sound, terminal):
                os.close(fd)
        asyncio.get_running_loop().add_reader(self._terminal, self._read)
        return pictures, samples

    async def wait(self) -> None:
        """Until it ends by itself: raises Unsupported or LinkLost with what it said."""
        assert self._process is not None
        status = await self._process.wait()
        if not self._stopping:
            _logger.warning("uxplay ended status=%s last=%s", status, self._last)
        self._read()
        if self._trouble:
            raise Unsupported(self._trouble, Reason.MISSING)
        raise LinkLost("UxPlay ended by itself. It is started again.")

    async def stop(self) -> None:
        """End it. The real one takes a second to tidy up; what it announced ends with its connection to Avahi anyway."""
        self._stopping = True
        if self._announced is not None:
            self._announced.cancel()
        process = self._process
        if process is not None and process.returncode is None:
            process.terminate()
            try:
                async with asyncio.timeout(_END_S / 2):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()
        if self._terminal is not None:
            asyncio.get_running_loop().remove_reader(self._terminal)
            os.close(self._terminal)
            self._terminal = None

    def _read(self) -> None:
        if self._terminal is None:
            return
        data = b""
        with suppress(OSError):  # EIO: nobody has the other end any more
            data = os.read(self._terminal, 4096)
        if not data:
            asyncio.get_running_loop().remove_reader(self._terminal)
            return
        *lines, self._line = (self._line + data).split(b"\n")
        self._line = self._line[-_LINE_MAX:]
        for line in lines:
            self._hear(plain(line.decode("utf-8", "replace"), _LINE_MAX))

    def _hear(self, line: str) -> None:
        self._last = line or self._last
        if line.startswith("UxPlay ") and ":" in line:
            self.version = plain(line.partition(":")[0].removeprefix("UxPlay "), 20)
        elif line.startswith("Initialized server socket"):
            # It has ports, but it announces itself after this line and ends if nobody helps it to.
            self._announced = asyncio.get_running_loop().call_later(_ANNOUNCED_S, self._listens)
        elif found := _CLIENT.search(line):
            self._client(found[1], found[2])
        elif line.startswith(("Re-launching RAOP server", "*** ERROR lost connection")):
            self._released()
        elif line.startswith("No DNS-SD Server found"):
            self._fail("AirPlay needs the service avahi-daemon on this unit.")
        elif line.startswith("Required gstreamer plugin"):
            self._fail("UxPlay lacks a part of GStreamer: install gstreamer1.0-plugins-bad and gstreamer1.0-libav.")

    def _fail(self, trouble: str) -> None:
        """It will end; there is no need to wait until it has tidied up."""
        self._trouble = trouble
        if self._announced is not None:
            self._announced.cancel()
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
