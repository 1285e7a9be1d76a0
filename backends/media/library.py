"""The songs we know and how they are browsed: pure data, read from and written to one file's bytes."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from backends.core.errors import NotFound

__all__ = ["Library", "Song", "identify"]

_VERSION = 1


def identify(*parts: str) -> str:
    """A short, steady id."""
    return hashlib.blake2b("\x00".join(parts).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Song:
    """One file of music.

    ``size`` and ``mtime_ns`` tell whether its tags must be read again; ``art`` is a file URL or empty.
    """

    path: str
    size: int
    mtime_ns: int
    title: str
    artist: str = ""
    album: str = ""
    album_artist: str = ""
    track: int = 0
    disc: int = 0
    length_us: int = 0
    art: str = ""

    @property
    def id(self) -> str:
        """Follows from where it is."""
        return identify(self.path)

    @property
    def album_id(self) -> str:
        """Songs without an album are one album for each folder."""
        if not self.album:
            return identify("folder", str(PurePath(self.path).parent))
        return identify("album", self.album.casefold(), (self.album_artist or self.artist).casefold())

    @property
    def artist_id(self) -> str:
        """By the name it is filed under."""
        return identify("artist", self.filed_under.casefold())

    @property
    def filed_under(self) -> str:
        """Whose album it is on, else who plays."""
        return self.album_artist or self.artist

    @property
    def album_title(self) -> str:
        """The album's, or the folder's for songs without one."""
        return self.album or PurePath(self.path).parent.name

    def in_album(self) -> tuple[Any, ...]:
        """Sort key within an album."""
        return (self.disc, self.track, self.title.casefold(), self.path)


class Library:
    """All songs, by id, grouped when somebody looks. Replace it as a whole when the songs change."""

    def __init__(self, songs: Iterable[Song] = ()) -> None:
        self.songs = {song.id: song for song in songs}

    def sorted(self) -> Library:
        """Itself, with everything sorted that will be looked at: for a thread, where nobody waits for it."""
        _ = self.albums, self.artists, self.by_title, self.in_albums
        return self

    @cached_property
    def albums(self) -> dict[str, list[Song]]:
        """Songs in their order by album id, albums by title."""
        return self._grouped(lambda song: song.album_id, lambda song: song.album_title)

    @cached_property
    def artists(self) -> dict[str, list[Song]]:
        """Songs in album order by artist id, artists by name."""
        return self._grouped(lambda song: song.artist_id, lambda song: song.filed_under)

    @cached_property
    def by_title(self) -> list[Song]:
        """All songs."""
        return sorted(self.songs.values(), key=lambda song: (song.title.casefold(), song.path))

    @cached_property
    def in_albums(self) -> list[Song]:
        """All songs, album after album."""
        return [song for songs in self.albums.values() for song in songs]

    def _grouped(self, by: Any, title: Any) -> dict[str, list[Song]]:
        groups: dict[str, list[Song]] = defaultdict(list)
        for song in sorted(self.songs.values(), key=lambda s: (s.album_title.casefold(), s.album_id, *s.in_album())):
            groups[by(song)].append(song)
        return dict(sorted(groups.items(), key=lambda group: (title(group[1][0]).casefold(), group[0])))

    def songs_of(self, node: str) -> list[Song]:
        """The songs behind a node, in the order they would play. Raises NotFound."""
        kind, _, group = node.partition(":")
        match kind:
            case "songs":
                return self.by_title
            case "albums" | "artists" if not group:
                return [song for songs in self.groups(kind).values() for song in songs]
            case "album" if group in self.albums:
                return self.albums[group]
            case "artist" if group in self.artists:
                return self.artists[group]
        raise NotFound(f"The library has no {node!r:.80}")

    def groups(self, node: str) -> dict[str, list[Song]]:
        """Albums or artists."""
        return self.albums if node == "albums" else self.artists

    def browse(self, node: str) -> list[dict[str, Any]]:
        """The items of a node other than the queue, as Browse gives them. Raises NotFound."""
        if node in {"albums", "artists"}:
            return [_group_item(node.removesuffix("s"), group, songs) for group, songs in self.groups(node).items()]
        return [song_item(song) for song in self.songs_of(node)]

    def dump(self) -> bytes:
        """The index file's bytes."""
        names = Song.__slots__
        songs = [{name: getattr(song, name) for name in names} for song in self.songs.values()]
        text = json.dumps({"version": _VERSION, "songs": songs}, ensure_ascii=True, separators=(",", ":"))
        return text.encode("ascii")

    @classmethod
    def load(cls, data: bytes | None) -> Library:
        """From the file's bytes; empty when it is not one of ours: the folders are read again then."""
        try:
            tree = json.loads(data or b"")
            return cls(Song(**song) for song in tree["songs"]) if tree["version"] == _VERSION else cls()
        except (ValueError, TypeError, KeyError, RecursionError):
            return cls()


def song_item(song: Song) -> dict[str, Any]:
    """One song, as Browse gives it."""
    subtitle = " · ".join(part for part in (song.artist, song.album) if part)
    return {
        "id": song.id,
        "kind": "song",
        "title": song.title,
        "subtitle": subtitle,
        "art": song.art,
        "length_us": song.length_us,
        "playing": False,
    }


def _group_item(kind: str, group: str, songs: list[Song]) -> dict[str, Any]:
    first = songs[0]
    return {
        "id": group,
        "kind": kind,
        "title": first.album_title if kind == "album" else first.filed_under,
        "subtitle": first.filed_under if kind == "album" else "",
        "art": next((song.art for song in songs if song.art), ""),
        "length_us": sum(song.length_us for song in songs),
        "playing": False,
    }
