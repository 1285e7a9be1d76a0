"""The sound server as the mixer sees it: a thread that connects, plays each role's stream, records, and comes back.

libpulse's own loop runs in the thread; everything of libpulse is touched there alone. While there is no server, a clock takes the
server's place: what phones send is used up at its own pace, and nothing piles up.
"""

from __future__ import annotations

import ctypes
import logging
import math
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from backends.sound import libpulse
from backends.sound.libpulse import ContextState
from backends.sound.mixer import Mixer
from backends.sound.rules import Rules
from backends.sound.streams import Input, Output, Recorder, Server
from backends.sound.voice import RATE

__all__ = ["Device", "hurry"]

_RETRY_S = (0.1, 0.5, 1.0, 2.0)
_BLOCK_S = 0.02
_NO_DEVICE = "No sound device. Phones are not heard."
_CHECK_S = 0.25
"""While the server takes and gives by itself."""
_NICE = -11
_IDLE_S = 2.0
"""A role that is silent for so long leaves the server alone: a system mixer need not make room any more."""
_logger = logging.getLogger(__name__)


def hurry() -> None:
    """Sound comes first, as far as this user may say so (the server itself does the same); for the calling thread."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


class Device:
    """``changed`` is called in the thread with the device's name, or "" and what is wrong."""

    def __init__(self, rules: Rules, mixer: Mixer, changed: Callable[[str, str], object]) -> None:
        self._rules = rules
        self._mixer = mixer
        self._changed = changed
        self._told: tuple[str, str] | None = None
        self._asked: deque[Callable[[], None]] = deque()
        self._inputs: dict[Recorder, Input | None] = {}
        self._outputs: dict[str, Output] = {}
        self._prepared: set[str] = set()
        self._wanted_s: dict[str, float] = {}
        self._ticked_s = 0.0
        self._server: Server | None = None
        self._tries = 0
        self._retry_s = 0.0
        self._ending = self._woken = False
        self._library: ctypes.CDLL | None = None
        self._loop: int | None = None
        self._thread: threading.Thread | None = None

    # -- from the loop's thread --------------------------------------------------------------------------------------

    def wake(self) -> None:
        """Something is to be played: begin, if this has not begun."""
        self._woken = True
        if self._thread is None:
            self._open()
        if self._library is not None and self._loop:
            self._library.pa_mainloop_wakeup(self._loop)

    def prepare(self, role: str) -> None:
        """Sound of this role may come soon: have its output open."""
        self._prepared.add(role)
        self.wake()

    def record(self, recorder: Recorder) -> None:
        """Feed it from now on."""
        self._asked.append(lambda: self._inputs.update({recorder: None}))
        self.wake()

    def end_record(self, recorder: Recorder) -> None:
        """Feed it no more; it is closed in the thread."""
        self._asked.append(lambda: self._end_input(recorder))
        self.wake()

    def close(self) -> None:
        """Ends the thread; blocks until it has, for some milliseconds."""
        if self._thread is None:
            return
        self._ending = True
        self.wake()
        self._thread.join(3)

    def dry(self, role: str) -> int:
        """Times the sound server ran out of this role."""
        output = self._outputs.get(role)
        return output.dry if output is not None else 0

    def is_running(self, role: str) -> bool:
        """The role's output is taken from: no need to wake anybody."""
        output = self._outputs.get(role)
        return output is not None and output.running

    def _open(self) -> None:
        try:
            self._library = libpulse.load()
            self._loop = self._library.pa_mainloop_new()
        except OSError as error:
            _logger.warning("libpulse not loaded error=%s", error)
        self._thread = threading.Thread(target=self._run, name="sound-device", daemon=True)
        self._thread.start()

    # -- in the device's thread --------------------------------------------------------------------------------------

    def _run(self) -> None:
        hurry()
        due_s = 0.0
        state: ContextState | None = None
        while not self._ending:
            now_s = time.monotonic()
            try:
                if self._woken or now_s >= due_s or state is not self._state:
                    self._woken = False
                    while self._asked:
                        self._asked.popleft()()
                    next_s = self._look()
                    state = self._state
                    due_s = math.inf if next_s is None else now_s + next_s
                self._wait(None if due_s == math.inf else max(0.0, due_s - time.monotonic()))
            except Exception:
                _logger.exception("sound device thread")
                time.sleep(_BLOCK_S)
        for recorder in list(self._inputs):
            self._end_input(recorder)
        self._drop_server()
        if self._library is not None and self._loop:
            self._library.pa_mainloop_free(self._loop)

    @property
    def _state(self) -> ContextState | None:
        return self._server.state if self._server is not None else None

    def _wait(self, seconds: float | None) -> None:
        library = self._library
        if library is None:
            time.sleep(seconds or _BLOCK_S)
            return
        microseconds = -1 if seconds is None else int(seconds * 1e6)
        if library.pa_mainloop_prepare(self._loop, microseconds) >= 0 and library.pa_mainloop_poll(self._loop) >= 0:
            library.pa_mainloop_dispatch(self._loop)

    def _look(self) -> float | None:
        """Bring the server's streams in line with what is wanted; the seconds until the next look, None: when woken."""
        now_s = time.monotonic()
        for role in self._rules.roles:
            if self._mixer.is_wanted(role):
                self._wanted_s[role] = now_s
        wanted = [role for role, last_s in self._wanted_s.items() if now_s - last_s < _IDLE_S]
        if wanted or self._inputs or self._prepared - self._outputs.keys():
            self._connect(now_s)
        server = self._server
        if server is not None and self._state is ContextState.READY:
            self._tries = 0
            for role in self._prepared.union(wanted):
                if role not in self._outputs:
                    self._outputs[role] = Output(server, self._rules.roles[role], self._mixer.pull)
            for role, output in list(self._outputs.items()):
                if output.failed:
                    output.close()
                    del self._outputs[role]
                else:
                    output.run(role in wanted)
            for recorder, source in list(self._inputs.items()):
                if source is not None and source.failed:
                    source.close()
                if source is None or source.failed:
                    self._inputs[recorder] = Input(server, recorder)
            self._tell_device()
        self._stand_in(now_s, wanted)
        running = all(self.is_running(role) for role in wanted)
        if not running or any(source is None or not source.ready for source in self._inputs.values()):
            return _BLOCK_S
        return _CHECK_S if wanted or self._inputs or self._prepared - self._outputs.keys() else None

    def _stand_in(self, now_s: float, wanted: list[str]) -> None:
        """For outputs the server does not take from, and microphones it does not give."""
        passed_s = now_s - self._ticked_s
        if passed_s < _BLOCK_S / 2:
            return
        self._ticked_s = now_s
        frames = int(min(passed_s, 0.2) * RATE)
        for role in wanted:
            output = self._outputs.get(role)
            if output is None and self._state is not ContextState.READY:
                self._mixer.pull(role, frames, 0.0)
        for recorder, source in list(self._inputs.items()):
            if recorder.gone:
                self._end_input(recorder)
            elif source is None or not source.ready:
                recorder.silence(min(passed_s, 0.2))

    def _connect(self, now_s: float) -> None:
        if self._library is None:
            self._tell("", _NO_DEVICE)
            return
        if self._state in (ContextState.FAILED, ContextState.TERMINATED):
            _logger.info("sound server gone")
            self._drop_server()
            self._retry_s = now_s + _RETRY_S[min(self._tries, len(_RETRY_S) - 1)]
            self._tries += 1
            if self._tries > 1:
                self._tell("", _NO_DEVICE)
        if self._server is None and now_s >= self._retry_s:
            assert self._loop is not None
            self._server = Server(self._library, self._loop)

    def _tell_device(self) -> None:
        names = [output.device for output in self._outputs.values() if output.device]
        if not names:
            return
        # A server without a device of its own plays into this one.
        if names[0] == "auto_null":
            self._tell("", _NO_DEVICE)
        else:
            self._tell(names[0], "")

    def _tell(self, name: str, problem: str) -> None:
        if (name, problem) != self._told:
            self._told = name, problem
            self._changed(name, problem)

    def _end_input(self, recorder: Recorder) -> None:
        source = self._inputs.pop(recorder, None)
        if source is not None:
            source.close()
        recorder.close()

    def _drop_server(self) -> None:
        for output in self._outputs.values():
            output.close()
        self._outputs.clear()
        for recorder, source in self._inputs.items():
            if source is not None:
                source.close()
            self._inputs[recorder] = None
        if self._server is not None:
            self._server.close()
            self._server = None
