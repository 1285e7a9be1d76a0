"""A phone with a VNC server: its port, its screen, and what its owner does with it."""

from __future__ import annotations

import asyncio
from typing import Any

from backends.projection.simphone.apps import INSTALLED
from backends.projection.simphone.display import Display
from backends.projection.simphone.faults import Faults
from backends.projection.simphone.state import Identity, PhoneState
from backends.projection.simphone.vnc.session import Session

__all__ = ["VncPhone"]

_DPI = 200


class VncPhone:
    """``listen_at``: host and port (0: a free one). ``resizable``: viewers may change the desktop's size, as on Linux phones."""

    def __init__(
        self,
        *,
        identity: Identity,
        listen_at: tuple[str, int] = ("127.0.0.1", 5900),
        size: tuple[int, int] = (720, 1280),
        password: str = "",
        resizable: bool = False,
        dark: bool = True,
    ) -> None:
        self.state = PhoneState(identity, dark=dark)
        self.faults = Faults()
        self.password = password
        self.resizable = resizable
        self.typed = ""
        self.display = Display(0, self.state, *size, _DPI, decorated=True)
        self.display.launch = self._launch
        self.display.set_apps(INSTALLED)
        self.state.on_change.append(self.display.changed)
        self.state.on_clipboard.append(self._copied)
        self.viewers = 0
        self._listen_at = listen_at
        self._server: asyncio.Server | None = None
        self._sessions: set[Session] = set()
        self._runs: set[asyncio.Task[Any]] = set()

    async def begin(self) -> str:
        """See program.Phone."""
        await self._listen()
        return "{}:{}".format(*self._listen_at)

    async def end(self) -> None:
        """See program.Phone."""
        await self._vanish()

    def describe(self) -> dict[str, object]:
        """Everything a test may ask, as plain JSON."""
        return {
            "displays": [self.display.describe()],
            "viewers": len(self._sessions),
            "viewers_so_far": self.viewers,
            "encodings": [session.encoding for session in self._sessions],
            "updates": sum(session.updates for session in self._sessions),
            "typed": self.typed,
            "clipboard": self.state.clipboard,
            "battery": self.state.battery,
        }

    async def command(self, command: str, values: dict[str, Any]) -> Any:
        """launch, rotate, drop, vanish, appear."""
        match command:
            case "launch":
                self._launch(str(values["package"]))
            case "rotate":
                self.display.resize(self.display.height, self.display.width)
            case "drop":
                self._drop()
            case "vanish":
                await self._vanish()
            case "appear":
                await self._listen()
            case _:
                raise LookupError(command)

    def _copied(self, text: str) -> None:
        for session in self._sessions:
            session.copied(text)

    def _launch(self, package: str) -> None:
        self.display.show(next(app for app in INSTALLED if package == app.PACKAGE))

    async def _listen(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._met, *self._listen_at)
            self._listen_at = self._server.sockets[0].getsockname()[:2]

    async def _vanish(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._drop()
        await asyncio.gather(*self._runs, return_exceptions=True)

    def _drop(self) -> None:
        for session in self._sessions:
            session.end()

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.faults.refuse:
            writer.close()
            return
        task = asyncio.current_task()
        assert task is not None
        session = Session(self, reader, writer)
        self._sessions.add(session)
        self._runs.add(task)
        self.viewers += 1
        try:
            await session.run()
        finally:
            self._sessions.discard(session)
            self._runs.discard(task)
