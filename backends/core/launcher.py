"""Starts a private D-Bus daemon and child processes, and keeps them alive.

A child that ends is started again after a back-off that grows from `BACKOFF_S[0]` and is forgotten once it has lived for
`STABLE_S`; the first restart comes at once, so that a killed service is back well within two seconds. Children die with the
launcher, however it ends: ``setpriv --pdeathsig`` asks the kernel for that.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backends.core.bus import Bus, BusLost
from backends.core.link import runtime_dir
from backends.core.store import write_atomic
from backends.interfaces import SERVICES

__all__ = ["BACKOFF_S", "Child", "Launcher", "LauncherError", "service_child"]

HEAD_START_S = 2.0
BACKOFF_S = (0.0, 0.2, 0.5, 1.0, 2.0, 5.0)
STABLE_S = 10.0
_GRACE_S = 3.0
_POLICY = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_logger = logging.getLogger(__name__)


class LauncherError(RuntimeError):
    """Something needed cannot be started; the text says what to do."""


@dataclass(slots=True)
class Child:
    """A process to keep alive. ``restart`` False: let it rest when it ends."""

    name: str
    command: Sequence[str]
    env: dict[str, str] = field(default_factory=dict)
    restart: bool = True
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0

    @property
    def pid(self) -> int | None:
        """Process id while it runs."""
        return self.process.pid if self.process and self.process.poll() is None else None


def service_child(name: str, address: str, options: dict[str, Any] | None = None) -> Child:
    """A process that hosts one service on the bus at ``address``."""
    command = [sys.executable, "-m", "ui.cli", "services", name, "--bus", address]
    for key, value in (options or {}).items():
        command += ["--set", f"{name}.{key}={value}"]
    return Child(name, command)


class Launcher:
    """A private bus and its children, for the length of an ``async with``.

    ``publish`` leaves the bus address where `backends.core.link.published_address` finds it. ``first`` names a service that
    the others wait for, `HEAD_START_S` at most: on a machine with few cores they would all be late together.
    """

    def __init__(
        self,
        services: Sequence[str] = (),
        options: dict[str, dict[str, Any]] | None = None,
        extra: Sequence[Child] = (),
        *,
        publish: bool = False,
        first: str = "",
    ) -> None:
        self._services = services
        self._first = first if first in services else ""
        self._options = options or {}
        self._extra = list(extra)
        self._publish = publish
        self._tasks: list[asyncio.Task[None]] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.children: dict[str, Child] = {}
        self.address = ""

    async def __aenter__(self) -> Launcher:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the bus, then every child. Raises LauncherError."""
        daemon = shutil.which("dbus-daemon")
        if daemon is None:
            raise LauncherError("dbus-daemon is missing. Install it: apt-get install dbus-daemon (or use --in-process)")
        self._folder = tempfile.TemporaryDirectory(prefix="pillion-", ignore_cleanup_errors=True)
        socket, config = Path(self._folder.name) / "bus", Path(self._folder.name) / "bus.conf"
        config.write_text(_POLICY.format(socket=socket), encoding="utf-8")
        self.address = f"unix:path={socket}"
        command = [daemon, f"--config-file={config}", "--nofork", "--nopidfile"]
        self.add(Child("bus", command), before=lambda: socket.unlink(missing_ok=True))
        await self._wait_for(socket)
        if self._publish:
            # Whole or not at all: others wait for it to appear and read it at once.
            write_atomic(runtime_dir() / "bus", (self.address + "\n").encode())
        children = [service_child(name, self.address, self._options.get(name)) for name in self._services]
        children += self._extra
        self.children |= {child.name: child for child in children}
        if self._first:
            self.add(self.children[self._first])
            rest = [child for child in children if child.name != self._first]
            self._tasks.append(asyncio.get_running_loop().create_task(self._add_after_first(rest)))
        else:
            for child in children:
                self.add(child)

    async def _add_after_first(self, children: Sequence[Child]) -> None:
        there = asyncio.Event()
        with contextlib.suppress(BusLost, TimeoutError):
            async with asyncio.timeout(HEAD_START_S):
                bus = await Bus.connect(self.address)
                try:
                    bus.on_owner(SERVICES[self._first].bus_name, lambda owner: there.set() if owner else None)
                    await there.wait()
                finally:
                    await bus.close()
        for child in children:
            self.add(child)

    async def _wait_for(self, socket: Path) -> None:
        try:
            async with asyncio.timeout(5):
                while not _listens(socket):
                    await asyncio.sleep(0.005)
        except TimeoutError:
            raise LauncherError("dbus-daemon did not start within 5 s; its own message is above") from None

    def add(self, child: Child, before: Callable[[], object] = lambda: None) -> None:
        """Start a child and keep it alive; ``before`` runs ahead of every start."""
        self.children[child.name] = child
        self._start(child, before)
        self._tasks.append(asyncio.get_running_loop().create_task(self._keep(child, before)))

    def _start(self, child: Child, before: Callable[[], object]) -> None:
        before()
        setpriv = shutil.which("setpriv")
        prefix = [setpriv, "--pdeathsig", "TERM"] if setpriv else []
        env = {**os.environ, "PILLION_BUS": self.address, **child.env}
        child.process = subprocess.Popen([*prefix, *child.command], env=env, stdin=subprocess.DEVNULL)
        child.starts += 1

    async def _keep(self, child: Child, before: Callable[[], object]) -> None:
        failures = 0
        while child.process is not None:
            began = time.monotonic()
            code = await _ended(child.process)
            if not child.restart:
                return
            failures = 0 if time.monotonic() - began > STABLE_S else failures
            pause = BACKOFF_S[min(failures, len(BACKOFF_S) - 1)]
            _logger.warning("child ended name=%s code=%d restart_s=%.1f", child.name, code, pause)
            failures += 1
            await asyncio.sleep(pause)
            self._start(child, before)

    async def close(self) -> None:
        """End every child, the bus last; those that do not listen are killed."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        running = [c.process for c in self.children.values() if c.process and c.process.poll() is None]
        bus = self.children["bus"].process if "bus" in self.children else None
        others = [process for process in running if process is not bus]
        await _terminate(others)
        if bus is not None and bus in running:
            await _terminate([bus])
        if self._publish:
            published = runtime_dir() / "bus"
            if published.exists() and published.read_text(encoding="utf-8").strip() == self.address:
                published.unlink(missing_ok=True)
        if self._folder:
            self._folder.cleanup()


def _listens(path: Path) -> bool:
    """The socket's file is there some moments before anybody listens."""
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(path)) == 0


async def _ended(process: subprocess.Popen[bytes]) -> int:
    """Wait for a process without a child watcher, so that it works in Qt's loop too."""
    if process.poll() is not None:
        return process.returncode
    loop = asyncio.get_running_loop()
    fd = os.pidfd_open(process.pid)
    done: asyncio.Future[None] = loop.create_future()

    def ended() -> None:
        loop.remove_reader(fd)
        done.set_result(None)

    loop.add_reader(fd, ended)
    try:
        await done
    finally:
        loop.remove_reader(fd)
        os.close(fd)
    return process.wait()


async def _terminate(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.send_signal(signal.SIGTERM)
    waits = [asyncio.ensure_future(_ended(process)) for process in processes if process.poll() is None]
    if waits:
        await asyncio.wait(waits, timeout=_GRACE_S)
    for process in processes:
        if process.poll() is None:
            _logger.warning("child killed pid=%d", process.pid)
            process.kill()
            process.wait()
    await asyncio.gather(*waits)
