"""Reads folders of music in a thread: only what changed since the last time, in batches, until it is told to stop."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from backends.media.library import Song
from backends.media.tags import SUFFIXES, ArtCache, read_song

__all__ = ["scan"]

_BATCH = 40
_PAUSE_S = 2.0
"""Showing songs while more are read costs a sort of all of them: the first soon, the others now and then."""
_DEEPEST = 12
_log = logging.getLogger(__name__)


def _files(source: Path) -> Iterator[Path]:
    """Music files below a folder, hidden ones left out, in a steady order; a file is its own only one."""
    if source.is_file():
        if source.suffix.lower() in SUFFIXES:
            yield source
        return
    depth = len(source.parts)
    # Links to folders are not followed: they make rings.
    for folder, folders, names in os.walk(source, onerror=lambda error: _log.info("folder skipped error=%s", error)):
        within = len(Path(folder).parts) - depth
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if within < _DEEPEST else []
        for name in sorted(names):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122  # hot
                yield Path(folder) / name


def scan(
    sources: Sequence[Path],
    known: dict[str, Song],
    art: ArtCache,
    deliver: Callable[[list[Song]], None],
    cancelled: threading.Event,
) -> list[Song] | None:
    """All songs of ``sources``; None when cancelled.

    ``known`` are songs by path from before: one whose size and time did not change is taken over unread. New ones are
    also given to ``deliver`` as they come, some at a time.
    """
    songs: dict[str, Song] = {}
    batch: list[Song] = []
    not_before = 0.0
    for path in (path for source in sources for path in _files(source)):
        if cancelled.is_set():
            return None
        try:
            path.as_posix().encode("utf-8")
            status = path.stat()
            song = known.get(str(path))
            if song is None or (song.size, song.mtime_ns) != (status.st_size, status.st_mtime_ns) or _art_is_gone(song):
                song = read_song(path, status, art)
                batch.append(song)
        except (OSError, UnicodeEncodeError) as error:
            _log.info("file skipped error=%s", error)
            continue
        songs[song.path] = song
        if len(batch) >= _BATCH and time.monotonic() >= not_before:
            deliver(batch)
            batch, not_before = [], time.monotonic() + _PAUSE_S
    if batch:
        deliver(batch)
    art.trim()
    return list(songs.values())


def _art_is_gone(song: Song) -> bool:
    return bool(song.art) and not Path(unquote(urlsplit(song.art).path)).exists()
