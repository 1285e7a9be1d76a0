"""asyncio in Qt's event loop, and the ways in and out of it. qasync is behind this module and nowhere else.

qasync and what it pulls in cost as much as half a first frame, so this module imports it when the loop is made, which is
after the first frame. No task may be created before that.
"""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

if TYPE_CHECKING:
    import asyncio

__all__ = ["FirstFrame", "ending_signals", "run_in_qt"]

_GARBAGE_MS = 20_000


def run_in_qt(app: QGuiApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run ``main`` with Qt and asyncio on one loop; returns its result."""
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    import qasync

    # Without this, closing the window would stop Qt's loop under the coroutine that is to clean up.
    app.setQuitOnLastWindowClosed(False)
    loop = _with_timers(qasync.QEventLoop)(app)
    # qasync's own workers are QThreads: one that is collected while it runs ends the process.
    loop.set_default_executor(ThreadPoolExecutor(max_workers=4, thread_name_prefix="pillion"))
    asyncio.set_event_loop(loop)
    try:
        with _garbage_here():
            result: int = loop.run_until_complete(main())
        return result
    finally:
        _cancel_leftovers(loop)
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
        asyncio.set_event_loop(None)


@contextlib.contextmanager
def _garbage_here() -> Iterator[None]:
    """Collect cycles on this thread alone: a QObject that goes with another thread's collection ends the process.

    What start-up made stays and is left out, so that a collection takes a millisecond or two.
    """
    gc.freeze()
    gc.disable()
    timer = QTimer()
    timer.setInterval(_GARBAGE_MS)
    timer.timeout.connect(lambda: gc.collect())
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()


def _with_timers(base: Any) -> Any:
    """qasync hands out plain handles for timers; what asyncio promises has ``when()``, and services rely on it."""
    import asyncio

    class Loop(base):  # type: ignore[misc]
        def call_later(self, delay: float, callback: Any, *args: Any, context: Any = None) -> asyncio.TimerHandle:
            handle = asyncio.TimerHandle(self.time() + delay, callback, args, self, context=context)
            self._add_callback(handle, delay)
            return handle

        def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
            """Nothing to count: the timer finds its handle cancelled when it fires."""

    return Loop


def _cancel_leftovers(loop: asyncio.AbstractEventLoop) -> None:
    import asyncio

    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))


@contextlib.contextmanager
def ending_signals(callback: Callable[[], object]) -> Iterator[None]:
    """Call ``callback`` on the loop for SIGTERM and SIGINT (qasync has no add_signal_handler)."""
    if sys.platform == "win32":
        yield
        return
    import asyncio
    import socket

    loop = asyncio.get_running_loop()
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)

    def drain() -> None:
        with contextlib.suppress(BlockingIOError):
            while reader.recv(64):
                callback()

    old_fd = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    old = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)}
    loop.add_reader(reader.fileno(), drain)
    try:
        yield
    finally:
        loop.remove_reader(reader.fileno())
        for number, handler in old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(old_fd)
        reader.close()
        writer.close()


class FirstFrame(QObject):
    """Tells when a window has shown its first frame.

    A slot of an object: the render thread's signal is queued to the object's thread. A bare function would run in the render
    thread and wait for the GIL there, which deadlocks.
    """

    shown = Signal()

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self.done = False
        self._window = window
        window.frameSwapped.connect(self._on_frame)

    @Slot()
    def _on_frame(self) -> None:
        if not self.done:
            self.done = True
            self._window.frameSwapped.disconnect(self._on_frame)
            self.shown.emit()

    def wait_in_qt(self, timeout_ms: int) -> bool:
        """Spin Qt's own loop until then, before there is an asyncio one; False when it took longer."""
        if self.done:
            return True
        spin = QEventLoop()
        self.shown.connect(spin.quit)
        QTimer.singleShot(timeout_ms, spin.quit)
        spin.exec()
        return self.done
