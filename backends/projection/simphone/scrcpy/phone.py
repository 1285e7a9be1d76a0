"""The phone: its state, displays and apps, and the services that its adbd offers."""

from __future__ import annotations

import asyncio
import functools
import itertools
import logging
from collections import Counter
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.apps import INSTALLED, App
from backends.projection.simphone.display import Display
from backends.projection.simphone.scrcpy import auth
from backends.projection.simphone.scrcpy.adbd import Adbd
from backends.projection.simphone.scrcpy.faults import PhoneFaults
from backends.projection.simphone.scrcpy.files import FileSystem
from backends.projection.simphone.scrcpy.reverse import serve_reverse
from backends.projection.simphone.scrcpy.shell import serve_shell
from backends.projection.simphone.scrcpy.sockets import Sockets
from backends.projection.simphone.scrcpy.sync import serve_sync
from backends.projection.simphone.scrcpy.wireless import Wireless
from backends.projection.simphone.state import Identity, PhoneState

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["Phone"]

_log = logging.getLogger(__name__)
_FEATURES = "shell_v2,cmd,stat_v2,ls_v2,fixed_push_mkdir"
_MAIN = (1080, 2400, 420)


class Phone:
    """One phone. `auth` is none, accept (a person taps Allow at once), ask (waits for `answer`) or deny."""

    def __init__(
        self,
        *,
        identity: Identity,
        auth_mode: str = "accept",
        dark: bool = True,
        listen_at: tuple[str, int] = ("127.0.0.1", 0),
        mdns: tuple[str, int] | None = None,
    ) -> None:
        """`mdns`: wireless debugging is on, and told to this group."""
        self.state = PhoneState(identity, dark=dark)
        self.files = FileSystem()
        self.faults = PhoneFaults()
        self.encoding = 0
        self.sockets = Sockets()
        self.installed: tuple[type[App], ...] = INSTALLED
        self.inputs: Counter[str] = Counter()
        self.last_key: int | None = None
        self.screen_on = True
        self.displays: dict[int, Display] = {}
        self.adbd = Adbd(self)
        self.banner = _banner(identity)
        self._auth_mode = auth_mode
        self._listen_at = listen_at
        self._mdns = mdns
        self.wireless: Wireless | None = None
        self._keys: list[auth.PublicKey] = []
        self._asked: list[tuple[auth.PublicKey, asyncio.Future[bool]]] = []
        self._ids = itertools.count(2)
        self._add(Display(0, self.state, *_MAIN, decorated=True))
        self.state.on_change.append(self._changed)

    # What its program and its remote control do (see program.Phone).

    async def begin(self) -> str:
        await self.adbd.listen(*self._listen_at)
        if self._mdns is not None:
            self.wireless = Wireless(self.adbd, self.state.identity.serial, self._keys.append)
            await self.wireless.switch_on(self._listen_at[0], self._mdns)
        return self.adbd.address

    async def end(self) -> None:
        if self.wireless is not None:
            await self.wireless.close()
        await self.adbd.vanish()

    async def command(self, command: str, values: dict[str, Any]) -> Any:
        match command:
            case "disconnect":
                self.adbd.drop()
            case "vanish":
                await self.adbd.vanish()
            case "return":
                await self.adbd.come_back()
            case "start":
                self.start(str(values["package"]), self.displays[int(values.get("display", 0))])
            case "answer":
                return self.answer(allow=bool(values["allow"]))
            case "forget-keys":
                self.forget_keys()
            case "pair-code" if self.wireless is not None:
                return await self.wireless.show_code()
            case "pair-scan" if self.wireless is not None:
                return await self.wireless.scan(str(values["text"]))
            case "pair-close" if self.wireless is not None:
                self.wireless.close_page()
            case _:
                raise LookupError(f"no command {command}")
        return None

    # What adbd asks (see adbd.Host).

    def auth_mode(self) -> str:
        return self._auth_mode

    def known_keys(self) -> list[auth.PublicKey]:
        return self._keys

    async def offer_key(self, key: auth.PublicKey) -> bool:
        if self._auth_mode == "deny":
            return False
        if self._auth_mode == "ask":
            answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
            self._asked.append((key, answer))
            if not await answer:
                return False
        self._keys.append(key)
        return True

    def garbled(self) -> bool:
        return self.faults.garbage

    def service(self, connection: AdbConnection, name: str) -> Callable[[AdbStream], Awaitable[None]] | None:
        kind, _, rest = name.partition(":")
        match kind.partition(",")[0]:
            case "shell" | "exec":
                return functools.partial(serve_shell, self, connection, name)
            case "sync":
                return functools.partial(serve_sync, files=self.files)
            case "reverse":
                return functools.partial(serve_reverse, connection=connection, sockets=self.sockets, request=rest)
            case "localabstract":
                listener = self.sockets.listener(rest)
                return listener.waiting.put if listener is not None else None
            case _:
                _log.debug("refused service=%s", name)
                return None

    def connection_lost(self, connection: AdbConnection) -> None:
        self.sockets.forget(connection)

    # What its owner and its programs do with it.

    def answer(self, *, allow: bool) -> int:
        """A person answers the questions for access that wait; how many there were."""
        asked, self._asked = self._asked, []
        for _, future in asked:
            if not future.done():
                future.set_result(allow)
        return len(asked)

    def forget_keys(self) -> None:
        """Revoke all authorisations."""
        self._keys.clear()
        if self.wireless is not None:
            self.wireless.forget()

    def new_display(self, width: int, height: int, dpi: int, alignment: int, *, decorated: bool) -> Display:
        """A virtual display; 0 means as the built-in one. Sizes are cut to multiples of `alignment`."""
        main = self.displays[0]
        if not width:
            width, height = main.width, main.height
        if not dpi:
            dpi = max(72, main.dpi * min(width, height) // min(main.width, main.height))
        width, height = (max(alignment, side // alignment * alignment) for side in (width, height))
        return self._add(Display(next(self._ids), self.state, width, height, dpi, decorated=decorated))

    def drop_display(self, display: Display, *, destroy: bool) -> None:
        """A virtual display goes; its apps are ended or move to the built-in one."""
        self.displays.pop(display.ident, None)
        if not destroy:
            for package in display.packages():
                if any(package == app.PACKAGE for app in self.installed):
                    self._show(package, self.displays[0])

    def start(self, package: str, display: Display, *, restart: bool = False) -> None:
        """Start an app on a display, or move it there. Raises LookupError."""
        if restart:
            self.force_stop(package)
        self.state.launches[package] += 1
        self._show(package, display)

    def force_stop(self, package: str) -> None:
        """End an app wherever it is."""
        for display in self.displays.values():
            display.remove(package)

    def describe(self) -> dict[str, object]:
        """Everything a test may ask, as plain JSON."""
        state = self.state
        return {
            "address": self.adbd.address,
            "listening": self.adbd.listening,
            "connections": len(self.adbd.connections),
            "authorised": sum(connection.online for connection in self.adbd.connections),
            "asking": len(self._asked),
            "displays": [display.describe() for display in self.displays.values()],
            "launches": dict(state.launches),
            "inputs": dict(self.inputs),
            "last_key": self.last_key,
            "screen_on": self.screen_on,
            "battery": state.battery,
            "charging": state.charging,
            "dark": state.dark,
            "clipboard": state.clipboard,
            "music": {
                "title": state.music.track.title,
                "playing": state.music.playing,
                "position_s": round(state.music.position_s(), 2),
            },
            "wireless": self.wireless.address if self.wireless is not None else "",
            "paired": self.wireless.paired if self.wireless is not None else 0,
            "not_paired": self.wireless.failed if self.wireless is not None else 0,
            "files": {path: len(file.content) for path, file in self.files.files.items()},
        }

    def _show(self, package: str, display: Display) -> None:
        app = next((app for app in self.installed if package == app.PACKAGE), None)
        if app is None:
            raise LookupError(f"no app {package}")
        for other in self.displays.values():
            if other is not display:
                other.remove(package)
        display.show(app)

    def _add(self, display: Display) -> Display:
        self.displays[display.ident] = display
        display.launch = lambda package: self.start(package, display)
        display.set_apps(self.installed)
        return display

    def _changed(self) -> None:
        for display in self.displays.values():
            display.changed()


def _banner(identity: Identity) -> str:
    parts = (
        ("ro.product.name", identity.product),
        ("ro.product.model", identity.model),
        ("ro.product.device", identity.product),
        ("features", _FEATURES),
    )
    return "device::" + ";".join(f"{key}={value}" for key, value in parts)
