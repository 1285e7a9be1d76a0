"""A backend that does what a test asks of it: answers, hands out descriptors, tells, dies."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from typing import Any, ClassVar

from backends.core.errors import Invalid, Refused
from backends.projection.worker.host import Backend


class WilfulBackend(Backend):
    NAME: ClassVar[str] = "wilful"

    async def start(self) -> None:
        if self.options.get("refuse"):
            raise Invalid(str(self.options["refuse"]))

    async def stop(self) -> None:
        return

    def devices(self) -> list[dict[str, Any]]:
        return [{"id": "one", "pid": os.getpid()}]

    def sessions(self) -> list[dict[str, Any]]:
        return []

    def echo(self, *args: Any) -> list[Any]:
        return list(args)

    def refuse(self, text: str) -> None:
        raise Refused(text)

    def stumble(self) -> None:
        raise ZeroDivisionError("a fault of ours")

    def spin(self) -> None:
        while True:
            pass

    async def hang(self) -> None:
        await asyncio.Event().wait()

    def open_video(self, text: str) -> int:
        ours, theirs = socket.socketpair()
        ours.sendall(text.encode())
        ours.close()
        return theirs.detach()

    def tell(self, *args: Any) -> None:
        self.emit("Told", *args)

    def babble(self) -> None:
        for fd in range(3, 64):
            try:
                sock = socket.socket(fileno=os.dup(fd))
                if sock.family == socket.AF_UNIX and sock.type == socket.SOCK_STREAM:
                    sock.sendall(b"\xff" * 64)
            except OSError:
                continue

    def die(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)
