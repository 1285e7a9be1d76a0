"""Keeps the library true to the folders.

Loads the index at once, reads what changed in a thread, follows USB sticks.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from backends.core import store
from backends.media.library import Library, Song
from backends.media.mounts import MountWatch, removable_mounts
from backends.media.scanner import scan
from backends.media.tags import ArtCache, read_song

__all__ = ["Shelf"]

_SETTLE_S = 0.3
"""A mount comes with a flurry of changes: wait for the last."""
_log = logging.getLogger(__name__)


class Shelf:
    """``found`` is given each new `Library`, ``scanning`` True and False around each reading of the folders."""

    def __init__(
        self,
        index: Path,
        art: Path,
        found: Callable[[Library], None],
        scanning: Callable[[bool], None],
    ) -> None:
        self._index = index
        self._art = ArtCache(art)
        self._found = found
        self._scanning = scanning
        self._sources: tuple[Path, ...] = ()
        self._usb = False
        self._wanted = asyncio.Event()
        self._cancelled = threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._watch: MountWatch | None = None
        self._loop = asyncio.get_running_loop()
        self.library = Library()

    async def start(self, sources: Sequence[Path], *, usb: bool) -> None:
        """Show what was known last time, then look at the folders."""
        self.library = await asyncio.to_thread(lambda: Library.load(self._load()).sorted())
        self._sources = tuple(sources)
        self._usb = usb
        if self.library.songs:
            self._found(self.library)
        if usb:
            self._watch = MountWatch(lambda: self._loop.call_soon_threadsafe(self._settle))
        self._wanted.set()
        self._task = self._loop.create_task(self._keep())

    async def stop(self) -> None:
        """Stop reading, within one file."""
        if self._watch is not None:
            await asyncio.to_thread(self._watch.close)
            self._watch = None
        self._cancelled.set()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def set_sources(self, sources: Sequence[Path]) -> None:
        """Other folders; they are read soon."""
        if tuple(sources) != self._sources:
            self._sources = tuple(sources)
            self.rescan()

    @property
    def sources(self) -> tuple[Path, ...]:
        """Folders and files that are read, USB sticks aside."""
        return self._sources

    def rescan(self) -> None:
        """Look at the folders again."""
        self._wanted.set()

    async def add_file(self, path: Path) -> Song:
        """Know one more song, until the folders are read again. Raises OSError."""
        song = await asyncio.to_thread(lambda: read_song(path, path.stat(), self._art))
        self._add([song])
        return song

    def _settle(self) -> None:
        self._loop.call_later(_SETTLE_S, self._wanted.set)

    def _load(self) -> bytes | None:
        store.clear_leftovers(self._index.parent)
        try:
            return store.read_bytes(self._index)
        except OSError as error:
            _log.warning("library index unreadable error=%s", error)
            return None

    async def _keep(self) -> None:
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            self._scanning(True)
            try:
                await self._scan()
            finally:
                self._scanning(False)

    async def _scan(self) -> None:
        sources = [*self._sources, *(removable_mounts() if self._usb else [])]
        known = {song.path: song for song in self.library.songs.values()}
        cancelled = self._cancelled = threading.Event()

        def deliver(batch: list[Song]) -> None:
            self._loop.call_soon_threadsafe(self._add, batch)

        try:
            songs = await asyncio.to_thread(scan, sources, known, self._art, deliver, cancelled)
        finally:
            cancelled.set()
        if songs is None:
            return
        library = await asyncio.to_thread(lambda: Library(songs).sorted())
        if library.songs != self.library.songs:
            self.library = library
            self._found(library)
        if {song.path: song for song in songs} != known:
            await asyncio.to_thread(self._save, library)

    def _add(self, batch: list[Song]) -> None:
        """Songs found meanwhile are shown before the whole is read."""
        self.library = Library({**{s.id: s for s in self.library.songs.values()}, **{s.id: s for s in batch}}.values())
        self._found(self.library)

    def _save(self, library: Library) -> None:
        try:
            store.write_atomic(self._index, library.dump())
        except OSError as error:
            _log.warning("library index not saved error=%s", error)
