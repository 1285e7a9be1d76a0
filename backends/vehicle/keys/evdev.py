"""Input devices of the kernel (``/dev/input/event*``), read as the kernel writes them; see Documentation/input/input.rst."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

__all__ = ["EV_KEY", "EV_REL", "InputDevices"]

EV_KEY, EV_REL = 1, 2
_EVENT = struct.Struct("@llHHi")
"""struct input_event: two longs of time, type, code, value."""
_EVIOCGNAME = 0x80FF4506
"""_IOC(_IOC_READ, 'E', 0x06, 255)"""
_BTN_MISC, _BTN_END = 0x100, 0x15F
"""Mouse, touch and stick buttons: a finger on the screen is no hard key."""
_LOOK_AGAIN_S = 2.0
_READ_EVENTS = 64
_logger = logging.getLogger(__name__)

Heard = Callable[[str, int, int, int], None]
"""Told (device name, EV_KEY or EV_REL, code, value)."""


class InputDevices:
    """Follows the devices that may be read, plugged in later or not. ``wanted`` tells which by name; None: all of them."""

    def __init__(self, heard: Heard, folder: Path = Path("/dev/input")) -> None:
        self._heard = heard
        self._folder = folder
        self._wanted: frozenset[str] | None = frozenset()
        self._open: dict[Path, tuple[int, str]] = {}
        self._others: dict[Path, int] = {}
        self._timer: asyncio.TimerHandle | None = None

    def want(self, names: frozenset[str] | None) -> None:
        """Read the devices of these names, or all. No names: nothing is opened and nothing is looked for."""
        if names == self._wanted:
            return
        self._wanted = names
        self._others.clear()
        for path, (_, name) in list(self._open.items()):
            if names is not None and name not in names:
                self._close(path)
        self._look()

    def close(self) -> None:
        """Let go of all devices."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for path in list(self._open):
            self._close(path)

    def _look(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._wanted is not None and not self._wanted:
            return
        for path in sorted(self._folder.glob("event*")):
            if path not in self._open:
                self._try(path)
        self._timer = asyncio.get_running_loop().call_later(_LOOK_AGAIN_S, self._look)

    def _try(self, path: Path) -> None:
        try:
            made = path.stat().st_ctime_ns
            if self._others.get(path) == made:
                return  # known not to be wanted, and still the same
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return  # not ours to read, or gone again
        name = _name(handle, path)
        if self._wanted is not None and name not in self._wanted:
            self._others[path] = made
            os.close(handle)
            return
        self._open[path] = (handle, name)
        asyncio.get_running_loop().add_reader(handle, self._read, path, handle, name)

    def _read(self, path: Path, handle: int, name: str) -> None:
        try:
            data = os.read(handle, _EVENT.size * _READ_EVENTS)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:  # unplugged
            _logger.info("input device gone device=%s", name)
            self._close(path)
            return
        for _, _, kind, code, value in _EVENT.iter_unpack(data[: len(data) // _EVENT.size * _EVENT.size]):
            if kind == EV_REL or (kind == EV_KEY and not _BTN_MISC <= code <= _BTN_END):
                self._heard(name, kind, code, value)

    def _close(self, path: Path) -> None:
        handle, _ = self._open.pop(path)
        asyncio.get_running_loop().remove_reader(handle)
        with suppress(OSError):
            os.close(handle)


def _name(handle: int, path: Path) -> str:
    buffer = bytearray(255)
    try:
        size = fcntl.ioctl(handle, _EVIOCGNAME, buffer)
    except OSError:
        return path.name
    return bytes(buffer[:size]).rstrip(b"\0").decode(errors="replace") or path.name
