"""The parts of libpulse (LGPL, loaded at run time) that are needed to play and record with properties of one's own.

PulseAudio's native protocol is also PipeWire's (pipewire-pulse); libpulse knows where the server is and how to be let in.
https://www.freedesktop.org/software/pulseaudio/doxygen/
"""

from __future__ import annotations

import ctypes as c
from enum import IntEnum, IntFlag
from functools import cache

__all__ = [
    "ANY",
    "FLOAT32LE",
    "S16LE",
    "BufferAttr",
    "ContextState",
    "NotifyCallback",
    "RequestCallback",
    "SampleSpec",
    "StreamFlag",
    "StreamState",
    "load",
]

S16LE, FLOAT32LE = 3, 5
ANY = 0xFFFFFFFF
"""The server chooses."""


class ContextState(IntEnum):
    """pa_context_state_t"""

    UNCONNECTED = 0
    CONNECTING = 1
    AUTHORIZING = 2
    SETTING_NAME = 3
    READY = 4
    FAILED = 5
    TERMINATED = 6


class StreamState(IntEnum):
    """pa_stream_state_t"""

    UNCONNECTED = 0
    CREATING = 1
    READY = 2
    FAILED = 3
    TERMINATED = 4


class StreamFlag(IntFlag):
    """pa_stream_flags_t"""

    START_CORKED = 0x0001
    INTERPOLATE_TIMING = 0x0002
    AUTO_TIMING_UPDATE = 0x0008
    ADJUST_LATENCY = 0x2000


class SampleSpec(c.Structure):
    """pa_sample_spec"""

    _fields_ = (("format", c.c_int), ("rate", c.c_uint32), ("channels", c.c_uint8))


class BufferAttr(c.Structure):
    """pa_buffer_attr, in bytes"""

    _fields_ = tuple((name, c.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


NotifyCallback = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p)
RequestCallback = c.CFUNCTYPE(None, c.c_void_p, c.c_size_t, c.c_void_p)

_p, _s, _i, _z = c.c_void_p, c.c_char_p, c.c_int, c.c_size_t
_FUNCTIONS: dict[str, tuple[object, ...]] = {
    # name: what it gives, what it takes
    "pa_mainloop_new": (_p,),
    "pa_mainloop_free": (None, _p),
    "pa_mainloop_get_api": (_p, _p),
    "pa_mainloop_prepare": (_i, _p, _i),
    "pa_mainloop_poll": (_i, _p),
    "pa_mainloop_dispatch": (_i, _p),
    "pa_mainloop_wakeup": (None, _p),
    "pa_proplist_new": (_p,),
    "pa_proplist_free": (None, _p),
    "pa_proplist_sets": (_i, _p, _s, _s),
    "pa_context_new_with_proplist": (_p, _p, _s, _p),
    "pa_context_connect": (_i, _p, _s, _i, _p),
    "pa_context_disconnect": (None, _p),
    "pa_context_get_state": (_i, _p),
    "pa_context_unref": (None, _p),
    "pa_stream_new_with_proplist": (_p, _p, _s, c.POINTER(SampleSpec), _p, _p),
    "pa_stream_connect_playback": (_i, _p, _s, c.POINTER(BufferAttr), _i, _p, _p),
    "pa_stream_connect_record": (_i, _p, _s, c.POINTER(BufferAttr), _i),
    "pa_stream_disconnect": (_i, _p),
    "pa_stream_unref": (None, _p),
    "pa_stream_get_state": (_i, _p),
    "pa_stream_set_write_callback": (None, _p, RequestCallback, _p),
    "pa_stream_set_underflow_callback": (None, _p, NotifyCallback, _p),
    "pa_stream_set_buffer_attr": (_p, _p, c.POINTER(BufferAttr), _p, _p),
    "pa_stream_set_read_callback": (None, _p, RequestCallback, _p),
    "pa_stream_write": (_i, _p, _p, _z, _p, c.c_int64, _i),
    "pa_stream_peek": (_i, _p, c.POINTER(_p), c.POINTER(_z)),
    "pa_stream_drop": (_i, _p),
    "pa_stream_cork": (_p, _p, _i, _p, _p),
    "pa_stream_flush": (_p, _p, _p, _p),
    "pa_stream_get_latency": (_i, _p, c.POINTER(c.c_uint64), c.POINTER(_i)),
    "pa_stream_get_device_name": (_s, _p),
    "pa_operation_unref": (None, _p),
}


@cache
def load() -> c.CDLL:
    """Raises OSError where libpulse is not installed."""
    library = c.CDLL("libpulse.so.0")
    for name, (gives, *takes) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library
