"""What is open at the sound server: the connection, an output for each role, the microphone. For the device's thread alone."""

from __future__ import annotations

import ctypes
import logging
import os
import time
from collections.abc import Callable, Mapping

from backends.core.stream import AudioFormat, PacketType, encode_packet
from backends.sound import libpulse
from backends.sound.gain import Samples
from backends.sound.libpulse import BufferAttr, ContextState, SampleSpec, StreamFlag, StreamState
from backends.sound.rules import Role
from backends.sound.voice import RATE

__all__ = ["Input", "Output", "Recorder", "Server"]

Pull = Callable[[str, int, float], Samples]

_FRAME = 8
_REQUEST_S = 0.02
_NO_AUTOSPAWN = 1
_NEWEST_S = 0.5
_MOST_WAITING_MS = 250.0
_SETTLES_S = 0.3
_logger = logging.getLogger(__name__)


class Server:
    """A connection that has been asked for."""

    def __init__(self, library: ctypes.CDLL, loop: int) -> None:
        self.library = library
        api = library.pa_mainloop_get_api(loop)
        facts = self.properties({"application.name": "Pillion", "application.id": "org.pillion.Sound"})
        self.context = library.pa_context_new_with_proplist(api, b"Pillion", facts)
        library.pa_proplist_free(facts)
        self._failed = library.pa_context_connect(self.context, None, _NO_AUTOSPAWN, None) < 0

    @property
    def state(self) -> ContextState:
        return ContextState.FAILED if self._failed else ContextState(self.library.pa_context_get_state(self.context))

    def properties(self, values: Mapping[str, str]) -> int:
        """A property list; free it."""
        facts: int = self.library.pa_proplist_new()
        for key, value in values.items():
            self.library.pa_proplist_sets(facts, key.encode(), value.encode())
        return facts

    def close(self) -> None:
        self.library.pa_context_disconnect(self.context)
        self.library.pa_context_unref(self.context)


class _Stream:
    """One stream of either direction; callbacks are kept as long as libpulse may call them."""

    def __init__(self, server: Server, name: str, spec: SampleSpec, facts: Mapping[str, str]) -> None:
        self._library = server.library
        properties = server.properties(facts)
        stream = self._library.pa_stream_new_with_proplist(
            server.context, name.encode(), ctypes.byref(spec), None, properties
        )
        self._library.pa_proplist_free(properties)
        self._stream: int | None = stream
        self._refused = not stream

    @property
    def ready(self) -> bool:
        return self._state is StreamState.READY

    @property
    def failed(self) -> bool:
        return self._state in (StreamState.FAILED, StreamState.TERMINATED)

    @property
    def _state(self) -> StreamState:
        if self._refused or self._stream is None:
            return StreamState.FAILED
        return StreamState(self._library.pa_stream_get_state(self._stream))

    def close(self) -> None:
        if self._stream:
            self._library.pa_stream_set_write_callback(self._stream, libpulse.RequestCallback(), None)
            self._library.pa_stream_set_read_callback(self._stream, libpulse.RequestCallback(), None)
            self._library.pa_stream_set_underflow_callback(self._stream, libpulse.NotifyCallback(), None)
            self._library.pa_stream_disconnect(self._stream)
            self._library.pa_stream_unref(self._stream)
        self._stream = None


class Output(_Stream):
    """A role's stream: it asks, `pull` answers. It begins held; a role that is silent holds it again."""

    def __init__(self, server: Server, role: Role, pull: Pull) -> None:
        facts = {"media.role": role.system_role, "media.name": role.name}
        super().__init__(server, role.name, SampleSpec(libpulse.FLOAT32LE, RATE, 2), facts)
        self._role = role
        self._pull = pull
        self._on_write = libpulse.RequestCallback(self._write)
        self._on_dry = libpulse.NotifyCallback(self._dry)
        self.running = False
        self.dry = 0
        """Times the server had nothing left of it: this thread was not let run in time."""
        self._dry_s = 0.0
        self._waiting_ms = role.device_ms
        self._held = True
        if self._stream is None:
            return
        self._library.pa_stream_set_write_callback(self._stream, self._on_write, None)
        self._library.pa_stream_set_underflow_callback(self._stream, self._on_dry, None)
        attr = self._attr()
        flags = (
            StreamFlag.START_CORKED
            | StreamFlag.INTERPOLATE_TIMING
            | StreamFlag.AUTO_TIMING_UPDATE
            | StreamFlag.ADJUST_LATENCY
        )
        connect = self._library.pa_stream_connect_playback
        self._refused = connect(self._stream, None, ctypes.byref(attr), int(flags), None, None) < 0

    def _attr(self) -> BufferAttr:
        waiting = int(self._waiting_ms / 1000 * RATE) * _FRAME
        return BufferAttr(libpulse.ANY, waiting, 0, int(_REQUEST_S * RATE) * _FRAME, libpulse.ANY)

    @property
    def device(self) -> str:
        """The system's name of what it plays on."""
        name = self._library.pa_stream_get_device_name(self._stream) if self.ready else None
        return name.decode(errors="replace") if name else ""

    def run(self, wanted: bool) -> None:
        """Go on, or be held."""
        if not self.ready or wanted is not self._held:
            return
        self._held = not wanted
        self.running = wanted
        self._forget(self._library.pa_stream_cork(self._stream, int(self._held), None, None))
        self._dry_s = time.monotonic()
        if self._held:
            self._forget(self._library.pa_stream_flush(self._stream, None, None))

    def close(self) -> None:
        self.running = False
        super().close()

    def _forget(self, operation: int | None) -> None:
        if operation:
            self._library.pa_operation_unref(operation)

    def _write(self, stream: int, size: int, _: int) -> None:
        frames = min(size // _FRAME, RATE)
        if not frames:
            return
        try:
            block = self._pull(self._role.name, frames, self._latency_s()).astype("<f4", order="C", copy=False)
        except Exception:
            _logger.exception("mixing failed role=%s", self._role.name)
            return
        self._library.pa_stream_write(stream, block.ctypes.data, frames * _FRAME, None, 0, 0)

    def _dry(self, stream: int, _: int) -> None:
        """On a machine as busy as this one, more has to wait in the server."""
        now_s = time.monotonic()
        if not self.running or now_s - self._dry_s < _SETTLES_S:
            return
        self._dry_s = now_s
        self.dry += 1
        if self._waiting_ms < _MOST_WAITING_MS:
            self._waiting_ms = min(_MOST_WAITING_MS, self._waiting_ms * 1.5)
            self._forget(self._library.pa_stream_set_buffer_attr(stream, ctypes.byref(self._attr()), None, None))

    def _latency_s(self) -> float:
        latency, negative = ctypes.c_uint64(), ctypes.c_int()
        known = self._library.pa_stream_get_latency(self._stream, ctypes.byref(latency), ctypes.byref(negative)) == 0
        return latency.value / 1e6 if known and not negative.value else self._role.device_ms / 1000


class Recorder:
    """Whoever wants the microphone: packets go into its descriptor, the newest are left out while it is full."""

    def __init__(self, owner: str, fd: int, rate: int, channels: int) -> None:
        self.owner, self.rate, self.channels = owner, rate, channels
        self.gone = False
        """Nobody reads any more."""
        self.dropped_ms = 0.0
        self.sent_ms = 0.0
        self._fd = fd
        self._pending = memoryview(encode_packet(PacketType.FORMAT, AudioFormat("s16l", rate, channels, 16).pack()))
        self._short = 0.0

    def take(self, pcm: bytes) -> None:
        """Send it, if what was sent before is gone."""
        if self.gone:
            return
        ms = len(pcm) / (2 * self.channels * self.rate) * 1000
        self._flush()
        if self._pending:
            self.dropped_ms += ms
            return
        self.sent_ms += ms
        at_ns = time.monotonic_ns()
        self._pending = memoryview(encode_packet(PacketType.FRAME, pcm, pts_us=at_ns // 1000, sent_ns=at_ns))
        self._flush()

    def silence(self, seconds: float) -> None:
        """In place of a microphone."""
        self._short += seconds * self.rate
        whole = int(self._short)
        self._short -= whole
        self.take(bytes(whole * 2 * self.channels))

    def close(self) -> None:
        """Hang up."""
        if self._fd >= 0:
            os.close(self._fd)
        self._fd, self.gone = -1, True

    def _flush(self) -> None:
        try:
            while self._pending:
                self._pending = self._pending[os.write(self._fd, self._pending) :]
        except BlockingIOError:
            pass
        except OSError:
            self.gone = True


class Input(_Stream):
    """The microphone for one recorder; the system is asked for a source without echo, and gives it if it has one."""

    def __init__(self, server: Server, recorder: Recorder) -> None:
        facts = {"media.role": "phone", "media.name": "microphone", "filter.want": "echo-cancel"}
        super().__init__(server, "microphone", SampleSpec(libpulse.S16LE, recorder.rate, recorder.channels), facts)
        self._recorder = recorder
        self._on_read = libpulse.RequestCallback(self._read)
        self._is_echo: bool | None = None
        if self._stream is None:
            return
        self._library.pa_stream_set_read_callback(self._stream, self._on_read, None)
        piece = int(_REQUEST_S * recorder.rate) * 2 * recorder.channels
        attr = BufferAttr(int(_NEWEST_S / _REQUEST_S) * piece, libpulse.ANY, libpulse.ANY, libpulse.ANY, piece)
        connect = self._library.pa_stream_connect_record
        self._refused = connect(self._stream, None, ctypes.byref(attr), int(StreamFlag.ADJUST_LATENCY)) < 0

    @property
    def ready(self) -> bool:
        """A microphone is there. What a system without one gives instead, the sound it plays itself, is none."""
        if self._is_echo is None and super().ready:
            name = self._library.pa_stream_get_device_name(self._stream)
            self._is_echo = bool(name) and name.endswith(b".monitor")
        return self._is_echo is False and super().ready

    def _read(self, stream: int, _size: int, _: int) -> None:
        data, size = ctypes.c_void_p(), ctypes.c_size_t()
        while self._library.pa_stream_peek(stream, ctypes.byref(data), ctypes.byref(size)) == 0 and size.value:
            # A hole in the recording has a size and no data.
            if self.ready:
                self._recorder.take(ctypes.string_at(data.value, size.value) if data.value else bytes(size.value))
            self._library.pa_stream_drop(stream)
