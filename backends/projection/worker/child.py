"""The service's handle on a backend's process: calls, signals, and a new process when one ends."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from typing import Any

from backends.core import errors
from backends.core.errors import Failed, Offline, ServiceFault
from backends.projection.worker.channel import Channel, ChannelError

__all__ = ["BackendProcess"]

_logger = logging.getLogger(__name__)

BACK_OFF_S = (0.0, 0.2, 0.5, 1.0, 2.0)
"""One that ends is started again at once, then ever later."""
STEADY_S = 10.0
"""One that lived this long may be started again at once."""
HEARTBEAT_S = 10.0
PATIENCE_S = 10.0
"""One that answers nothing for so long hangs: it is ended, and another is started."""
_END_S = 2.0
CALL_S = 20.0

Signal = Callable[[str, list[Any]], None]
"""Told (member, arguments) of each signal."""


class BackendProcess:
    """A backend that is kept running. ``there`` is told when it is ready and when it is gone."""

    def __init__(
        self,
        name: str,
        factory: str,
        options: Mapping[str, Any],
        said: Signal,
        there: Callable[[bool], None],
    ) -> None:
        self.name = name
        self.ready = False
        self.starts = 0
        self.problem = ""
        """Why it does not run, when it said so."""
        self._factory = factory
        self._options = dict(options)
        self._said = said
        self._there = there
        self._numbers = count(1)
        self._calls: dict[int, asyncio.Future[Any]] = {}
        self._channel: Channel | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._gone = asyncio.Event()

    @property
    def pid(self) -> int | None:
        """Process id while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start it and keep it running."""
        self._keeper = asyncio.create_task(self._keep(), name=f"backend {self.name}")
        self._watcher = asyncio.create_task(self._watch(), name=f"heartbeat {self.name}")

    async def stop(self) -> None:
        """End it; nothing is left running."""
        for task in (self._watcher, self._keeper):
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        self._lost()
        await self._end()

    async def call(self, member: str, *args: Any, timeout_s: float = CALL_S) -> Any:
        """Call a method of the backend. Raises the ServiceFault it raised, or Offline when it is not there."""
        if self._channel is None or not self.ready:
            raise Offline(self.problem or "This way to the phone is starting. Try again.")
        number = next(self._numbers)
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._calls[number] = future
        try:
            self._channel.send({"call": number, "member": member, "args": args})
            async with asyncio.timeout(timeout_s):
                return await future
        except (ChannelError, TimeoutError) as error:
            raise Offline("The phone did not answer.") from error
        finally:
            self._calls.pop(number, None)

    def kill(self, why: str) -> None:
        """End a process that no longer does what it is told; another one follows."""
        _logger.error("backend killed name=%s reason=%s", self.name, why)
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGKILL)
        self._gone.set()

    async def _watch(self) -> None:
        """Ask now and then whether it still answers."""
        while True:
            await asyncio.sleep(HEARTBEAT_S)
            pid = self.pid
            try:
                await self.call("ping", timeout_s=PATIENCE_S)
            except ServiceFault:
                if self.ready and self.pid == pid:
                    self.kill("it does not answer")

    async def _keep(self) -> None:
        attempt = 0
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            self._gone.clear()
            self._spawn()
            await self._gone.wait()
            self._lost()
            await self._end()
            attempt = 0 if loop.time() - began >= STEADY_S else min(attempt + 1, len(BACK_OFF_S) - 1)
            _logger.warning(
                "backend ended name=%s again_in_s=%g problem=%s", self.name, BACK_OFF_S[attempt], self.problem
            )
            await asyncio.sleep(BACK_OFF_S[attempt])

    def _spawn(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        # The kernel ends it with us, however we end.
        setpriv = shutil.which("setpriv")
        prefix = [setpriv, "--pdeathsig", "TERM"] if setpriv else []
        words = [sys.executable, "-m", "backends.projection.worker", self._factory]
        try:
            self._process = subprocess.Popen(
                [*prefix, *words, str(theirs.fileno()), json.dumps(self._options)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        except OSError as error:
            ours.close()
            self.problem = f"This way to the phone cannot be started: {error}"
            self._gone.set()
            return
        finally:
            theirs.close()
        self.problem = ""
        self.starts += 1
        self._channel = Channel(ours, self._heard, self._gone.set)

    def _heard(self, message: dict[str, Any], fds: list[int]) -> None:
        match message:
            case {"answer": int(number)}:
                self._answered(number, message, fds)
                return
            case {"signal": str(member), "args": list(args)}:
                self._said(member, args)
            case {"ready": True}:
                self.ready = True
                self._there(True)
            case {"failed": str(text)}:
                self.problem = text
                self._gone.set()
            case _:
                _logger.warning("unknown message name=%s", self.name)
        for fd in fds:
            os.close(fd)

    def _answered(self, number: int, message: dict[str, Any], fds: list[int]) -> None:
        future = self._calls.get(number)
        waiting = future is not None and not future.done()
        if not waiting:
            for fd in fds:
                os.close(fd)
            return
        assert future is not None
        if (error := message.get("error")) is not None:
            future.set_exception(_fault(str(error[0]), str(error[1])))
        else:
            future.set_result(fds[0] if fds else message.get("result"))

    def _lost(self) -> None:
        was, self.ready = self.ready, False
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        for future in self._calls.values():
            if not future.done():
                future.set_exception(Offline("The connection to the phone was lost. It comes back by itself."))
        if was:
            self._there(False)

    async def _end(self) -> None:
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(_END_S):
                while process.poll() is None:
                    await asyncio.sleep(0.01)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGKILL)
            process.wait()
        self._process = None


def _fault(name: str, text: str) -> ServiceFault:
    kind = getattr(errors, name, Failed)
    return kind(text) if isinstance(kind, type) and issubclass(kind, ServiceFault) else Failed(text)
