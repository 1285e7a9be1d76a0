"""A simulated phone of any kind, and the projection service with a parked car beside it: what benches share."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from backends.interfaces import connect

__all__ = ["DEADLINE_S", "KINDS", "Kind", "Phone", "Unit", "persist", "unit"]

DEADLINE_S = 20.0
TEST_CARD = "org.example.testcard"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a phone is used. ``app``: what OpenApp asks for. ``option``, ``detail``: where the pace is set, in the service's
    options or with the phone. ``show``: the word that brings its test card to the front.
    """

    app: str = ""
    option: str = ""
    detail: str = ""
    show: str = ""


KINDS: Mapping[str, Kind] = {
    "android-auto": Kind(option="fps", show="start"),
    "carlife": Kind(option="carlife_frame_rate", show="open"),
    "carlinkit": Kind(detail="fps", show="start"),
    "scrcpy": Kind(app=TEST_CARD, option="max_fps"),
    "vnc": Kind(show="launch"),
}


class Phone:
    """The simulated phone's process; it keeps its port when it is begun again."""

    def __init__(self, kind: str, folder: Path) -> None:
        self._kind = kind
        self._control = folder / "phone"
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    async def begin(self) -> int:
        """When it said that it is there (ns, CLOCK_MONOTONIC)."""
        port = self.address.rpartition(":")[2] or "0"
        command = [sys.executable, "-m", "ui.cli", "sim", "phone", "--kind", self._kind, "--port", port]
        self._process = subprocess.Popen([*command, "--control", str(self._control)], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        line = await asyncio.to_thread(self._process.stdout.readline)
        if not line.startswith("phone ready "):
            raise RuntimeError(f"the simulated phone did not start: {line!r}")
        self.address = line.split()[-1]
        return time.monotonic_ns()

    def kill(self) -> None:
        """Gone, without a word."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()

    async def tell(self, command: str, **values: Any) -> Any:
        """A word of its control socket. Raises RuntimeError when it refuses."""
        reader, writer = await asyncio.open_unix_connection(self._control, limit=1 << 24)
        writer.write(json.dumps({"cmd": command, **values}).encode() + b"\n")
        answer = json.loads(await reader.readline())
        writer.close()
        if not answer["ok"]:
            raise RuntimeError(f"the simulated phone refused {command}: {answer['error']}")
        return answer["result"]


@dataclass(slots=True)
class Unit:
    """The service on a bus of its own; ``pid`` is its process."""

    link: Any
    pid: int
    kind: str
    phone: Phone

    async def add(self, fps: int = 0) -> str:
        """The phone, known to the service."""
        detail = KINDS[self.kind].detail
        details = {detail: fps} if detail and fps else {}
        added = await persist(lambda: self.link.call("projection", "AddPhone", self.kind, self.phone.address, details))
        return str(added)

    async def open(self, device: str, width: int, height: int, dpi: int) -> str:
        """Its one screen, or the test card."""
        app = KINDS[self.kind].app
        size = (width, height, dpi)
        opened = await persist(
            lambda: self.link.call("projection", "OpenApp", device, app, *size, timeout_s=DEADLINE_S)
        )
        return str(opened)

    async def show_test_card(self, fps: float) -> None:
        """In front on the phone, moving at this pace."""
        await self.phone.tell("testcard", fps=fps)
        if word := KINDS[self.kind].show:
            await self.phone.tell(word, app=TEST_CARD, package=TEST_CARD)


@asynccontextmanager
async def unit(kind: str, fps: int = 0) -> AsyncIterator[Unit]:
    """A phone, a parked car (else the driving rules hide pictures) and the service, until it is left."""
    launcher_module = import_module("backends.core.launcher")
    with tempfile.TemporaryDirectory(prefix="pillion-bench-") as folder, _own_state(folder):
        phone = Phone(kind, Path(folder))
        await phone.begin()
        channel = f"239.74.163.9:{20000 + os.getpid() % 20000}"
        pace = {KINDS[kind].option: str(fps)} if fps and KINDS[kind].option else {}
        options = {
            "projection": {"adb_server": "off", "discover": "off", **pace},
            "vehicle": {"profile": "demo", "channel": channel},
        }
        car = launcher_module.Child("car", [sys.executable, "-m", "ui.cli", "sim", "car", "--channel", channel])
        try:
            async with launcher_module.Launcher(["projection", "vehicle"], options, [car]) as launcher:
                link = await connect(launcher.address)
                try:
                    yield Unit(link, launcher.children["projection"].pid, kind, phone)
                finally:
                    await link.close()
        finally:
            phone.kill()


async def persist(call: Callable[[], Awaitable[Any]]) -> Any:
    """Until it is answered: services start, and phones list their apps."""
    deadline = time.monotonic() + DEADLINE_S
    while True:
        try:
            return await call()
        except Exception:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.05)


@contextmanager
def _own_state(folder: str) -> Iterator[None]:
    before = os.environ.get("PILLION_STATE")
    os.environ["PILLION_STATE"] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ["PILLION_STATE"]
        else:
            os.environ["PILLION_STATE"] = before
