"""A simulated phone as a process of its own: `async with phone_process() as phone: phone.address, phone.control`."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

__all__ = ["PhoneControl", "PhoneProcess", "phone_process"]

_START_S = 20.0
_END_S = 10.0
_ROOT = Path(__file__).parents[2]


class PhoneControl:
    """The remote control (docs/guides/simulators.md): `await control("battery", level=12)`."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._lock = asyncio.Lock()

    async def __call__(self, command: str, /, **values: Any) -> Any:
        """Do something; its result. Raises RuntimeError with the phone's words when it refuses."""
        async with self._lock:
            self._writer.write(json.dumps({"cmd": command, **values}).encode() + b"\n")
            answer = json.loads(await self._reader.readline())
        if not answer["ok"]:
            raise RuntimeError(answer["error"])
        return answer["result"]

    async def state(self) -> dict[str, Any]:
        """Everything the phone tells about itself."""
        found: dict[str, Any] = await self("state")
        return found

    async def until(self, predicate: Callable[[dict[str, Any]], Any], timeout_s: float = 10.0) -> dict[str, Any]:
        """Ask until the state fits. Raises TimeoutError."""
        async with asyncio.timeout(timeout_s):
            while not predicate(state := await self.state()):
                await asyncio.sleep(0.02)
            return state

    async def display(self, app: str) -> dict[str, Any]:
        """The display that has `app` in front, once there is one."""
        state = await self.until(lambda state: any(display["app"] == app for display in state["displays"]))
        return next(display for display in state["displays"] if display["app"] == app)


class PhoneProcess:
    """A running phone. `address` is host:port for adb."""

    def __init__(self, process: asyncio.subprocess.Process, address: str, control: PhoneControl) -> None:
        self.process = process
        self.address = address
        self.control = control


@contextlib.asynccontextmanager
async def phone_process(*arguments: str, port: int = 0) -> AsyncIterator[PhoneProcess]:
    """Start `pillion sim phone` with more arguments (`--auth`, `none`, …); ends it and checks that it ended well."""
    with tempfile.TemporaryDirectory(prefix="pillion-phone-") as folder:
        path = Path(folder) / "control"
        command = [
            sys.executable,
            "-m",
            "backends.projection.simphone.main",
            "--port",
            str(port),
            "--control",
            str(path),
            *arguments,
        ]
        process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
        assert process.stdout is not None
        writer = None
        try:
            async with asyncio.timeout(_START_S):
                line = (await process.stdout.readline()).decode().split()
                assert line[:2] == ["phone", "ready"], f"the phone said {line}"
                reader, writer = await asyncio.open_unix_connection(path)
            yield PhoneProcess(process, line[2], PhoneControl(reader, writer))
        finally:
            if writer is not None:
                writer.close()
            status = await _end(process)
        assert status == 0, f"the phone ended with {status}"


async def _end(process: asyncio.subprocess.Process) -> int:
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    try:
        async with asyncio.timeout(_END_S):
            return await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
        raise
