"""What control messages do to the phone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from backends.projection.simphone.scrcpy import lists
from backends.projection.simphone.scrcpy.control import (
    Clipboard,
    Key,
    Message,
    Plain,
    ResizeDisplay,
    Scroll,
    SetClipboard,
    Text,
    Touch,
    UHid,
    clipboard_ack,
    clipboard_text,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from backends.projection.simphone.capture import Capture
    from backends.projection.simphone.display import Display
    from backends.projection.simphone.scrcpy.options import ServerOptions
    from backends.projection.simphone.scrcpy.phone import Phone
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["Controller"]

_PASTE, _COPY, _CUT = 279, 278, 277


class Controller:
    """One session's control socket. `log` takes a level and a text."""

    def __init__(
        self,
        phone: Phone,
        options: ServerOptions,
        display: Display,
        capture: Capture | None,
        stream: AdbStream,
        log: Callable[[str, str], Awaitable[None]],
    ) -> None:
        self._phone = phone
        self._options = options
        self._display = display
        self._capture = capture
        self._stream = stream
        self._log = log
        self._tasks: set[asyncio.Task[None]] = set()

    def clipboard_changed(self, text: str) -> None:
        """Something was copied on the phone: tell the head unit."""
        task = asyncio.ensure_future(self._tell(clipboard_text(text)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def handle(self, message: Message) -> None:
        """Do what a message says."""
        self._phone.inputs[type(message).__name__] += 1
        video = self._capture.size() if self._capture is not None else (self._display.width, self._display.height)
        match message:
            case Touch() | Scroll():
                took = (
                    self._display.touch(message, video)
                    if isinstance(message, Touch)
                    else self._display.scroll(message, video)
                )
                if not took:
                    size = f"{message.width}x{message.height}"
                    await self._log(
                        "verbose",
                        f"Ignore positional event generated for size {size} (current size is {video[0]}x{video[1]})",
                    )
            case Key(action=0):
                self._phone.last_key = message.keycode
                self._display.key(message.keycode)
            case Text():
                self._display.text(message.text)
            case SetClipboard():
                await self._set_clipboard(message)
            case Clipboard():
                await self._get_clipboard(message.copy)
            case ResizeDisplay():
                await self._resize(message)
            case Plain():
                await self._plain(message)
            case UHid() | Key():
                pass

    async def _plain(self, message: Plain) -> None:
        match message.kind:
            case 17 if self._capture is not None:
                await self._log("info", "Video capture reset")
                self._capture.reset()
            case 16:
                await self._start_app(message.text)
            case 11:
                self._display.resize(self._display.height, self._display.width)
            case 10:
                self._phone.screen_on = bool(message.value)
            case _:
                await self._log("debug", f"Nothing to do for message {message.kind}")

    async def _set_clipboard(self, message: SetClipboard) -> None:
        self._phone.state.clipboard = message.text
        await self._log("info", "Device clipboard set")
        if message.paste:
            self._display.key(_PASTE)
        if message.sequence:
            await self._tell(clipboard_ack(message.sequence))

    async def _get_clipboard(self, copy: int) -> None:
        if copy:
            self._display.key(_COPY if copy == 1 else _CUT)
        if not self._options.clipboard_autosync:
            await self._tell(clipboard_text(self._phone.state.clipboard))

    async def _resize(self, message: ResizeDisplay) -> None:
        if not self._options.flex_display:
            await self._log("warn", "Could not resize a display that is not flexible")
            return
        step = self._options.alignment
        width, height = message.width // step * step, message.height // step * step
        if width and height and (width, height) != (self._display.width, self._display.height):
            with self._display.lock:
                if self._capture is not None:
                    self._capture.reset(by_client=True)
                self._display.resize(width, height)

    async def _start_app(self, name: str) -> None:
        restart = name.startswith("+")
        name = name.removeprefix("+")
        if name.startswith("?"):
            await self._log("info", "Processing Android apps... (this may take some time)")
            found = [app for app in self._phone.installed if app.LABEL.lower().startswith(name[1:].lower())]
            if len(found) > 1:
                await self._log("warn", lists.apps(found, f'No unique app found for name "{name[1:]}":'))
            elif not found:
                await self._log("warn", f'No app found for name "{name[1:]}"')
        else:
            found = [app for app in self._phone.installed if name == app.PACKAGE]
            if not found:
                await self._log("warn", f'No app found for package "{name}"')
        if len(found) == 1:
            app = found[0]
            await self._log("info", f'Starting app "{app.LABEL}" [{app.PACKAGE}] on display {self._display.ident}...')
            self._phone.start(app.PACKAGE, self._display, restart=restart)

    async def _tell(self, message: bytes) -> None:
        try:
            await self._stream.write(message)
        except BrokenPipeError:
            # The reading side sees the end of the stream and ends the session.
            return
