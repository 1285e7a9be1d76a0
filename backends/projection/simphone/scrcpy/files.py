"""The phone's file system, as far as a shell user sees it: files in memory, a few folders."""

from __future__ import annotations

import posixpath
import stat
import time
from dataclasses import dataclass, field

__all__ = ["File", "FileSystem", "Stat"]

_LIMIT = 64 * 1024 * 1024


@dataclass(slots=True)
class File:
    """A file with its mode (permission bits), time of change (s since 1970) and content."""

    content: bytes
    mode: int = 0o644
    mtime: int = field(default_factory=lambda: int(time.time()))


@dataclass(frozen=True, slots=True)
class Stat:
    """What `stat` tells: full mode, size in bytes, time of change in s."""

    mode: int
    size: int
    mtime: int


class FileSystem:
    """Absolute paths only. Only /data/local/tmp and /sdcard may be written, as for Android's shell user."""

    WRITABLE = ("/data/local/tmp", "/sdcard")

    def __init__(self) -> None:
        self.files: dict[str, File] = {}
        self.folders: set[str] = {
            "/",
            "/data",
            "/data/local",
            "/data/local/tmp",
            "/sdcard",
            "/sdcard/Download",
            "/system",
        }
        self._born = int(time.time())

    def normal(self, path: str) -> str:
        """An absolute path without `.` and `..`; relative paths start at /."""
        return posixpath.normpath(posixpath.join("/", path))

    def stat(self, path: str) -> Stat | None:
        """None when there is no such thing."""
        path = self.normal(path)
        if path in self.files:
            file = self.files[path]
            return Stat(stat.S_IFREG | file.mode, len(file.content), file.mtime)
        if path in self.folders:
            return Stat(stat.S_IFDIR | 0o771, 3452, self._born)
        return None

    def read(self, path: str) -> bytes:
        """Raises FileNotFoundError."""
        path = self.normal(path)
        if path not in self.files:
            raise FileNotFoundError(f"{path}: No such file or directory")
        return self.files[path].content

    def check_writable(self, path: str) -> str:
        """The normal form of a path that may be written. Raises PermissionError or FileNotFoundError."""
        path = self.normal(path)
        if not any(path.startswith(f"{folder}/") for folder in self.WRITABLE):
            raise PermissionError(
                f"couldn't create file: {'Read-only file system' if path.startswith('/system') else 'Permission denied'}"
            )
        if posixpath.dirname(path) not in self.folders:
            raise FileNotFoundError("couldn't create file: No such file or directory")
        return path

    def write(self, path: str, content: bytes, mode: int, mtime: int) -> None:
        """Replace a file. Raises PermissionError, FileNotFoundError, or OSError when the phone is full."""
        path = self.check_writable(path)
        if sum(len(file.content) for file in self.files.values()) + len(content) > _LIMIT:
            raise OSError("No space left on device")
        self.files[path] = File(content, mode & 0o777, mtime)

    def remove(self, path: str) -> bool:
        """Whether there was a file to remove."""
        return self.files.pop(self.normal(path), None) is not None

    def listing(self, path: str) -> list[str]:
        """Names in a folder, sorted."""
        path = self.normal(path)
        prefix = path.rstrip("/") + "/"
        everything = (*self.files, *self.folders)
        return sorted(
            {
                p[len(prefix) :]
                for p in everything
                if p.startswith(prefix) and "/" not in p[len(prefix) :] and p != prefix
            }
        )
