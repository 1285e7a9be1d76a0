"""The display process. Boot order, and why:

1. Python and Qt are checked, the platform is chosen: both can refuse with one line, before anything is built.
2. QGuiApplication, then the display: view-models (offline), engine, window. The theme and language are the last ones seen.
3. The window is shown and Qt's own loop runs until its first frame. No service, bus or network has been waited for, and
   what is needed only to reach them (asyncio and its kin) has not been imported.
4. READY=1 to whoever started us (systemd's protocol).
5. asyncio starts in Qt's loop; services and simulators are started or found, all clients connect at once.
6. At the end: clients, window and engine, view-models, then services and simulators. Nothing is left running.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from ui import platform
from ui.options import RunOptions

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from ui.display import Display

__all__ = ["run"]

_log = logging.getLogger(__name__)
_FIRST_FRAME_MS = 15_000


def run(options: RunOptions) -> int:
    """The head unit until its window closes, SIGTERM, or ``for_s``. Returns the exit status."""
    logging.basicConfig(
        level=os.environ.get("PILLION_LOG", "WARNING").upper(),
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
    # Nothing made while starting is garbage: looking for it costs some per cent of the start.
    gc.disable()
    try:
        platform.require_pair()
        chosen = platform.choose(
            headless=options.headless,
            vnc=options.vnc,
            platform=options.platform,
            size=options.size or (1920, 720),
        )
    except platform.PlatformError as error:
        print(f"pillion: {error}", file=sys.stderr)  # noqa: T201  # the command's own error line
        return 1
    return _show(options, chosen)


def _show(options: RunOptions, chosen: str) -> int:
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    bare = chosen.partition(":")[0] in ("eglfs", "linuxfb", "vkkhrdisplay")
    # A function of its own: the display dies with its frame, while the application still stands.
    return _show_on(app, options, full_screen=bare or options.fullscreen)


def _show_on(app: QGuiApplication, options: RunOptions, *, full_screen: bool) -> int:
    from ui.display import Display, DisplayError, DisplayOptions
    from ui.loop import FirstFrame, run_in_qt
    from ui.panels import DEFAULT_SIZE, dpi_of

    size = options.size or DEFAULT_SIZE
    if options.size is None and full_screen:
        screen = app.primaryScreen().geometry()
        size = (screen.width(), screen.height())
    try:
        display = Display(
            DisplayOptions(
                size=size,
                dpi=options.dpi or dpi_of(size),
                ui_test=options.ui_test,
                preferences=options.preferences,
                remember=True,
                full_screen=full_screen,
                reload=options.reload,
                window=options.window,
            )
        )
    except DisplayError as error:
        print(f"pillion: the display does not load\n{error}", file=sys.stderr)  # noqa: T201
        return 1
    first = FirstFrame(display.window)
    display.show()
    if not first.wait_in_qt(_FIRST_FRAME_MS):
        _log.warning("no frame after %d ms", _FIRST_FRAME_MS)
    _notify_ready()
    gc.enable()
    return run_in_qt(app, lambda: _live(display, options))


async def _live(display: Display, options: RunOptions) -> int:
    """Until the window closes, a signal, or the time asked for: each ends it at any moment, also while services start."""
    import asyncio

    from ui.loop import ending_signals
    from ui.unit import UnitError

    ended = asyncio.Event()
    display.closed.connect(ended.set)
    if options.reload:
        from ui.reload import Reloader

        reloader = Reloader(display)
        display.closed.connect(reloader.deleteLater)
    with ending_signals(ended.set):
        work = asyncio.ensure_future(_work(display, options))
        told = asyncio.ensure_future(ended.wait())
        await asyncio.wait({work, told}, timeout=options.for_s, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        work.cancel()
        try:
            await work
        except asyncio.CancelledError:
            return 0
        except UnitError as error:
            print(f"pillion: {error}", file=sys.stderr)  # noqa: T201
            return 1
        finally:
            display.unload()
    return 0


async def _work(display: Display, options: RunOptions) -> None:
    """Services, simulators and clients, until cancelled. Raises UnitError."""
    import asyncio
    import contextlib

    from ui.unit import Unit

    unit = Unit(options.unit)
    if options.window == "main":
        # The camera first: the car may be in reverse already.
        unit.open_cameras(display.shell.rear)
    async with unit, contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(display.close)
        await display.connect(unit.link)
        if options.ui_test:
            from ui.testing.service import exported_ui_test

            await stack.enter_async_context(exported_ui_test(display, unit.address))
        await asyncio.Event().wait()


def _notify_ready() -> None:
    """Tell the service manager (sd_notify): ready to be touched."""
    path = os.environ.pop("NOTIFY_SOCKET", "")
    if not path:
        return
    import socket

    address = "\0" + path[1:] if path.startswith("@") else path
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
            out.sendto(b"READY=1", address)
    except OSError as error:
        _log.warning("nobody to tell that we are ready error=%s", error)
