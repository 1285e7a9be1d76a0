"""An ELM327 on a pseudo-terminal or a TCP port, character by character, with the moods of real ones; and the real emulator."""

from __future__ import annotations

import asyncio
import os
import pty
import re
import sys
import tty
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["FakeElm", "emulator", "on_pty", "on_tcp"]


@dataclass
class FakeElm:
    """State: plain attributes. ``answers``: a request in hex to its lines; others get NO DATA.

    Moods: ``once`` said instead of the next answers, one each; ``always`` instead of all; ``hang``: no prompt; ``noise``:
    bytes strewn in; ``pieces``: characters at a time; ``unplug_after``: gone after so many characters of answers.
    """

    version: str = "ELM327 v1.5"
    protocol: str = "A6"
    answers: dict[str, str] = field(default_factory=dict)
    once: list[str] = field(default_factory=list)
    always: str = ""
    hang: bool = False
    noise: bytes = b""
    pieces: int = 0
    unplug_after: int = -1
    commands: list[str] = field(default_factory=list)
    echo: bool = True
    spaces: bool = True
    headers: bool = False
    header: str = "7DF"

    def __post_init__(self) -> None:
        self._typed = bytearray()
        self._said = 0

    def take(self, data: bytes, write: Callable[[bytes], None], unplug: Callable[[], None]) -> None:
        """Characters from the host."""
        for byte in data:
            if byte != 13:
                self._typed.append(byte)
                continue
            command = self._typed.decode("ascii", "replace").upper().replace(" ", "").strip()
            self._typed.clear()
            if self.hang:
                continue
            echo = command + "\r" if self.echo else ""
            self._say((echo + self._reply(command) + "\r\r>").encode(), write, unplug)

    def _say(self, text: bytes, write: Callable[[bytes], None], unplug: Callable[[], None]) -> None:
        if self.noise:
            half = len(text) // 2
            text = self.noise + text[:half] + self.noise + text[half:]
        if 0 <= self.unplug_after < self._said + len(text):
            write(text[: max(0, self.unplug_after - self._said)])
            unplug()
            return
        self._said += len(text)
        size = self.pieces or len(text)
        for at in range(0, len(text), size):
            write(text[at : at + size])

    def _reply(self, command: str) -> str:
        if command:
            self.commands.append(command)
        if command.startswith("AT"):
            return self._setting(command[2:])
        if self.always:
            return self.always
        if self.once:
            return self.once.pop(0)
        lines = self.answers.get(command, "NO DATA")
        return lines if self.spaces else lines.replace(" ", "") if re.match("[0-9A-F]{2}", lines) else lines

    def _setting(self, word: str) -> str:
        match word:
            case "Z" | "WS":
                self.echo = self.spaces = True
                return "\r\r" + self.version
            case "E0" | "E1":
                self.echo = word == "E1"
            case "S0" | "S1":
                self.spaces = word == "S1"
            case "H0" | "H1":
                self.headers = word == "H1"
            case "DPN":
                return self.protocol
            case "RV":
                return "12.6V"
            case "XX":
                return "?"
        if word.startswith("SH"):
            self.header = word[2:]
        return "OK"


@asynccontextmanager
async def on_pty(elm: FakeElm) -> AsyncIterator[str]:
    """The path of the serial port it is plugged into."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    loop = asyncio.get_running_loop()
    gone = False

    def unplug() -> None:
        nonlocal gone
        if not gone:
            gone = True
            loop.remove_reader(master)
            os.close(master)

    def readable() -> None:
        try:
            data = os.read(master, 1024)
        except OSError:
            return
        elm.take(data, lambda text: os.write(master, text) and None, unplug)

    loop.add_reader(master, readable)
    try:
        yield os.ttyname(slave)
    finally:
        unplug()
        os.close(slave)


@asynccontextmanager
async def on_tcp(elm: FakeElm) -> AsyncIterator[str]:
    """Its address as ``tcp:host:port``; every connection talks to the same adapter."""
    writers: set[asyncio.StreamWriter] = set()
    serving: set[asyncio.Task[object]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.add(writer)
        task = asyncio.current_task()
        assert task is not None
        serving.add(task)
        with suppress(OSError):
            while data := await reader.read(1024):
                elm.take(data, writer.write, writer.close)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()[:2]
    try:
        yield f"tcp:{host}:{port}"
    finally:
        server.close()
        for writer in writers:
            writer.close()
        await asyncio.gather(*serving)


@asynccontextmanager
async def emulator(folder: Path, scenario: str = "car") -> AsyncIterator[str]:
    """ELM327-emulator (the package of that name) in a process of its own; the path of its pseudo-terminal."""
    output = folder / "elm.txt"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "elm", "-b", str(output), "-s", scenario),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=folder,
    )
    try:
        async with asyncio.timeout(30):
            while not (output.exists() and "/dev/" in output.read_text(errors="replace")):
                if process.returncode is not None:
                    raise RuntimeError(f"the emulator ended with {process.returncode}")
                await asyncio.sleep(0.02)
        found = re.search(r"/dev/\S+", output.read_text(errors="replace"))
        assert found is not None
        yield found[0]
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
