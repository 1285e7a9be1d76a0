"""A program called uxplay: takes the real one's command line, says its lines, writes pictures and sound as its GStreamer does.

It does what it is told over a Unix socket (`$FAKE_UXPLAY`), one word a line: see `Uxplay`.
"""

from __future__ import annotations

import asyncio
import os
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.fakes.host import until

__all__ = ["Uxplay", "installed"]

_PROGRAM = """#!{python}
import os, re, signal, socket, sys
args = dict(zip(sys.argv[1:], sys.argv[2:] + [""]))
if "broken" in os.environ.get("FAKE_UXPLAY_MODE", ""):
    print("UxPlay 1.62: An Open-Source AirPlay mirroring and audio-streaming server.")
    print("No DNS-SD Server found (DNSServiceRegister call returned kDNSServiceErr_Unknown)")
    sys.exit(1)
if "stubborn" in os.environ.get("FAKE_UXPLAY_MODE", ""):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
video = int(re.search(r"fdsink fd=(\\d+)", args["-vc"])[1])
sound = int(re.search(r"fdsink fd=(\\d+)", args["-as"])[1])
boundary = re.search(r"boundary=(\\w+)", args["-vc"])[1]
assert "multipartmux" in args["-vc"] and "S16LE" in args["-as"]
control = socket.socket(socket.AF_UNIX)
control.connect(os.environ["FAKE_UXPLAY"])
lines = control.makefile("rwb", buffering=0)
lines.write(("\\x1f".join(sys.argv[1:]) + "\\n").encode())
print("UxPlay 1.62: An Open-Source AirPlay mirroring and audio-streaming server.")
print("Initialized server socket(s)")
first = True
for line in lines:
    word, _, rest = line.decode().rstrip("\\n").partition(" ")
    if word == "say":
        print(rest)
    elif word == "picture":
        data = bytes.fromhex(rest)
        head = "" if first else "\\r\\n"
        head += "--%s\\r\\nContent-Type: video/x-h264\\r\\nContent-Length: %d\\r\\n\\r\\n" % (boundary, len(data))
        os.write(video, head.encode() + data)
        first = False
    elif word == "raw":
        os.write(video, bytes.fromhex(rest))
    elif word == "sound":
        os.write(sound, bytes.fromhex(rest))
    elif word == "exit":
        sys.exit(int(rest))
"""


class Uxplay:
    """What the program that runs now is told. ``starts`` are the command lines so far."""

    def __init__(self) -> None:
        self.starts: list[list[str]] = []
        self._writer: asyncio.StreamWriter | None = None
        self.running = False

    def picture(self, unit: bytes) -> None:
        """An access unit, as multipartmux frames it."""
        self._tell(f"picture {unit.hex()}")

    def raw(self, data: bytes) -> None:
        """Bytes on the pictures' pipe."""
        self._tell(f"raw {data.hex()}")

    def sound(self, samples: bytes) -> None:
        self._tell(f"sound {samples.hex()}")

    def say(self, line: str) -> None:
        self._tell(f"say {line}")

    def exit(self, status: int) -> None:
        self._tell(f"exit {status}")

    def _tell(self, line: str) -> None:
        assert self._writer is not None
        self._writer.write(line.encode() + b"\n")

    async def met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.starts.append((await reader.readline()).decode().rstrip("\n").split("\x1f"))
        self._writer, self.running = writer, True
        with suppress(OSError):  # it may end with something of ours unread
            await reader.read()
        self.running = False
        writer.close()


@asynccontextmanager
async def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, mode: str = "") -> AsyncIterator[Uxplay]:
    """A unit where uxplay is installed. At the end none of it may run."""
    program = folder / "uxplay"
    program.write_text(_PROGRAM.format(python=f"{sys.executable} -u"))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_UXPLAY", str(folder / "control"))
    monkeypatch.setenv("FAKE_UXPLAY_MODE", mode)
    fake = Uxplay()
    server = await asyncio.start_unix_server(fake.met, folder / "control", limit=1 << 22)
    try:
        yield fake
        await until(lambda: not fake.running, what="uxplay's end")
    finally:
        server.close()
        await server.wait_closed()
