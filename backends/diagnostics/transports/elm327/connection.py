"""Bytes to and from an adapter: a serial port (pyserial, also a pty) or TCP (Wi-Fi adapters)."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress

import serial

from backends.diagnostics.errors import Away

__all__ = ["Connection", "connect"]

PROMPT = b">"
_MOST = 64 << 10


class Connection:
    """Writes commands and reads up to the prompt. Every failure is Away."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._heard = bytearray()
        self._news = asyncio.Event()
        self._lost = ""
        self._serial: serial.Serial | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._reading: asyncio.Task[None] | None = None

    @classmethod
    async def serial(cls, port: str, baud: int) -> Connection:
        """Open a serial port. Raises Away."""
        made = cls(port)
        try:
            opened = await asyncio.to_thread(serial.Serial, port, baud, timeout=0, write_timeout=1, exclusive=True)
        except (serial.SerialException, OSError, ValueError) as error:
            text = getattr(error, "errno", None)
            raise Away(f"The adapter at {port} is not there{f': {os.strerror(text)}' if text else ''}.") from error
        made._serial = opened
        asyncio.get_running_loop().add_reader(opened.fileno(), made._on_serial)
        return made

    @classmethod
    async def tcp(cls, host: str, port: int, timeout_s: float = 5.0) -> Connection:
        """Connect to a Wi-Fi adapter. Raises Away."""
        made = cls(f"{host}:{port}")
        try:
            async with asyncio.timeout(timeout_s):
                reader, made._writer = await asyncio.open_connection(host, port)
        except (OSError, TimeoutError) as error:
            raise Away(f"The adapter at {host}:{port} does not answer.") from error
        made._reading = asyncio.get_running_loop().create_task(made._on_tcp(reader))
        return made

    def _on_serial(self) -> None:
        assert self._serial is not None
        try:
            data = os.read(self._serial.fileno(), 4096)
        except BlockingIOError:
            return
        except (OSError, serial.SerialException) as error:
            data = b""
            self._lost = str(error)
        if not data:
            self._lose("unplugged")
            return
        self._take(data)

    async def _on_tcp(self, reader: asyncio.StreamReader) -> None:
        try:
            while data := await reader.read(4096):
                self._take(data)
        except OSError as error:
            self._lost = str(error)
        self._lose("closed")

    def _take(self, data: bytes) -> None:
        # Some adapters send zero bytes between characters (ELM327 data sheet, "Error messages and alerts").
        self._heard += data.replace(b"\0", b"")
        if len(self._heard) > _MOST:
            del self._heard[:-_MOST]
        self._news.set()

    def _lose(self, why: str) -> None:
        self._lost = self._lost or why
        if self._serial is not None:
            with suppress(OSError, ValueError, serial.SerialException):
                asyncio.get_running_loop().remove_reader(self._serial.fileno())
        self._news.set()

    def write(self, data: bytes) -> None:
        """Raises Away."""
        self._check()
        try:
            if self._serial is not None:
                self._serial.write(data)
            elif self._writer is not None:
                self._writer.write(data)
        except (OSError, serial.SerialException) as error:
            self._lose(str(error))
            self._check()

    def flush(self) -> None:
        """Forget what came unasked."""
        self._heard.clear()

    async def read(self, timeout_s: float) -> bytes:
        """What comes up to the next prompt. Raises Away; TimeoutError when no prompt comes (what came stays)."""
        async with asyncio.timeout(timeout_s):
            while PROMPT not in self._heard:
                self._check()
                self._news.clear()
                await self._news.wait()
        answer, _, rest = bytes(self._heard).partition(PROMPT)
        self._heard[:] = rest
        return answer

    def _check(self) -> None:
        if self._lost:
            raise Away(f"The adapter at {self.name} is gone.")

    async def close(self) -> None:
        """Let go; more than once does no harm."""
        if self._serial is not None:
            with suppress(OSError, ValueError, serial.SerialException):
                asyncio.get_running_loop().remove_reader(self._serial.fileno())
            with suppress(OSError, serial.SerialException):
                self._serial.close()
            self._serial = None
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
            self._reading = None
        if self._writer is not None:
            self._writer.close()
            with suppress(OSError):
                await self._writer.wait_closed()
            self._writer = None
        # Whoever waits for an answer hears of it.
        self._lost = self._lost or "closed"
        self._news.set()


async def connect(where: str, baud: int = 38400) -> Connection:
    """``tcp:HOST:PORT`` or a serial port. Raises Away."""
    if not where.startswith("tcp:"):
        return await Connection.serial(where, baud)
    host, _, port = where.removeprefix("tcp:").rpartition(":")
    if not host or not port.isdecimal():
        raise Away(f"{where} is not tcp:HOST:PORT.")
    return await Connection.tcp(host.strip("[]"), int(port))
