"""The remote control for tests and designers: JSON lines over a Unix socket, one answer a request; for every kind of phone.

Requests are objects with `cmd`; answers have `ok` and either `result` or `error`. The words are in docs/guides/simulators.md.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from backends.projection.simphone.faults import Faults
    from backends.projection.simphone.state import PhoneState

__all__ = ["Controlled", "Remote"]

_log = logging.getLogger(__name__)


class Controlled(Protocol):
    """A phone of any kind, as its remote control sees it."""

    @property
    def state(self) -> PhoneState:
        """What the phone as a whole knows."""

    @property
    def faults(self) -> Faults:
        """What is to go wrong."""

    def describe(self) -> dict[str, object]:
        """Everything a test may ask, as plain JSON."""

    async def command(self, command: str, values: dict[str, Any]) -> Any:
        """A request that is this kind's own. Raises LookupError for an unknown one, ValueError, KeyError, TypeError."""


class Remote:
    """Serves `phone` at a socket path until `close`."""

    def __init__(self, phone: Controlled) -> None:
        self._phone = phone
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def listen(self, path: Path) -> None:
        """Raises OSError."""
        path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(self._serve, path)

    async def close(self) -> None:
        """Stop, and cut who is connected."""
        if self._server is not None:
            self._server.close()
            for writer in self._writers:
                writer.transport.abort()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._writers.add(writer)
        try:
            while line := await reader.readline():
                writer.write(json.dumps(await self._answer(line)).encode() + b"\n")
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            self._writers.discard(writer)
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, line: bytes) -> dict[str, Any]:
        try:
            request = json.loads(line)
            return {"ok": True, "result": await self._do(request.pop("cmd"), request)}
        except (ValueError, KeyError, TypeError, LookupError, AttributeError) as error:
            return {"ok": False, "error": f"{type(error).__name__}: {error}"}

    async def _do(self, command: str, values: dict[str, Any]) -> Any:
        phone, state = self._phone, self._phone.state
        match command:
            case "state":
                return phone.describe()
            case "battery":
                state.set_battery(int(values["level"]), values.get("charging"))
            case "dark":
                state.set_dark(bool(values["on"]))
            case "music":
                state.music.set_playing(bool(values["playing"]))
            case "testcard":
                state.testcard_fps = float(values["fps"])
                state.changed()
            case "still":
                state.stand_still(values["clock"])
            case "copy":
                state.copy(str(values["text"]))
            case "fault":
                if values.get("clear"):
                    phone.faults.clear()
                for text in values.get("set", []):
                    phone.faults.set(text)
            case _:
                return await phone.command(command, values)
        return None
