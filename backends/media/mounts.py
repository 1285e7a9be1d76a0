"""Tells when a disk comes or goes: the kernel wakes a thread, nothing is polled."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from pathlib import Path

__all__ = ["MountWatch", "removable_mounts"]

_MOUNTS = Path("/proc/self/mountinfo")
_ROOTS = ("/media/", "/run/media/")


def removable_mounts(text: str | None = None) -> list[Path]:
    """Where USB sticks are mounted now: below /media and /run/media. ``text`` is that of mountinfo (proc(5))."""
    if text is None:
        try:
            text = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return []
    found = []
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) > 4 and fields[4].startswith(_ROOTS):
            # Space, tab, newline and backslash are written as octal escapes.
            plain = fields[4]
            for escaped, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
                plain = plain.replace(escaped, char)
            found.append(Path(plain))
    return sorted(found)


class MountWatch:
    """Calls ``changed`` from a thread of its own whenever anything is mounted or unmounted, until it is closed."""

    def __init__(self, changed: Callable[[], object]) -> None:
        self._changed = changed
        self._wake_read, self._wake_write = os.pipe()
        self._thread = threading.Thread(target=self._watch, name="media-mounts", daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        try:
            mounts = os.open(_MOUNTS, os.O_RDONLY)
        except OSError:  # not Linux: USB sticks are added by hand
            return
        try:
            poll = select.poll()
            # proc(5): a change of the mounts shows as a priority event and an error condition, never as readable data.
            poll.register(mounts, select.POLLPRI)
            poll.register(self._wake_read, select.POLLIN)
            while self._wake_read not in dict(poll.poll()):
                self._changed()
        finally:
            os.close(mounts)

    def close(self) -> None:
        """Return once the thread is gone."""
        os.write(self._wake_write, b"x")
        self._thread.join(2)
        os.close(self._wake_read)
        os.close(self._wake_write)
