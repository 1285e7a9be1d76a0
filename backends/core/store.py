"""Files that survive a power cut: state and configuration folders, atomic replacement, and setting bad files aside.

A head unit loses its power without warning, so a file is only ever replaced as a whole: the new content is written and
synced beside it, then renamed over it, and the rename itself is synced. Whoever reads sees the old or the new content.
All functions block on the disk: call them from a thread when a loop runs.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = [
    "aside_name",
    "cache_dir",
    "clear_leftovers",
    "config_dir",
    "read_bytes",
    "set_aside",
    "state_dir",
    "write_atomic",
]

_TEMPORARY = ".pillion-tmp"


def _base(own: str, xdg: str, fallback: str) -> Path:
    if given := os.environ.get(own):
        return Path(given)
    base = os.environ.get(xdg, "")
    # The XDG specification: a relative path is invalid and must be ignored.
    root = Path(base) if base.startswith("/") else Path.home() / fallback
    return root / "pillion"


def state_dir() -> Path:
    """Where services keep what must survive a restart: PILLION_STATE, else the XDG state folder; it may not exist."""
    return _base("PILLION_STATE", "XDG_STATE_HOME", ".local/state")


def config_dir() -> Path:
    """Where people put files for us to read: PILLION_CONFIG, else the XDG configuration folder. It may not exist."""
    return _base("PILLION_CONFIG", "XDG_CONFIG_HOME", ".config")


def cache_dir() -> Path:
    """Where services keep what they can make again: in PILLION_STATE when that is set, else the XDG cache folder."""
    if state := os.environ.get("PILLION_STATE"):
        return Path(state) / "cache"
    return _base("PILLION_CACHE", "XDG_CACHE_HOME", ".cache")


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_folder(folder: Path) -> None:
    """Like mkdir -p, and every new name is synced: else a power cut may lose the folder with the file in it."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync_folder(folder.parent)


def write_atomic(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``; on disk when it returns.

    At any moment, kill -9 and power cut included, the file holds its whole old or its whole new content. Folders are
    made as needed. The file is readable by its owner only. Raises OSError (the old content is then still there).
    """
    _make_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_TEMPORARY, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def clear_leftovers(folder: Path) -> int:
    """Remove what killed writers left in ``folder``; returns how many. For the folder's only writer, at its start."""
    leftovers = list(folder.glob(f".*{_TEMPORARY}")) if folder.is_dir() else []
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)


def read_bytes(path: Path) -> bytes | None:
    """The content, or None when there is no such file. Raises OSError for anything else."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def aside_name(path: Path) -> Path:
    """The first free ``<name>.bad-<n>`` beside ``path``."""
    number = 1
    while (aside := path.with_name(f"{path.name}.bad-{number}")).exists():
        number += 1
    return aside


def set_aside(path: Path) -> Path:
    """Rename a file nobody can use to its `aside_name` and return that path: nothing is lost. Raises OSError."""
    aside = aside_name(path)
    path.rename(aside)
    _sync_folder(path.parent)
    return aside
