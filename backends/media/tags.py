"""Tags and covers of music files, read by mutagen. Everything here blocks on the disk and runs in a thread."""

from __future__ import annotations

import base64
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backends.core import store
from backends.media.errors import Unreadable
from backends.media.library import Song, identify

__all__ = ["SUFFIXES", "ArtCache", "read_song"]

SUFFIXES = frozenset({".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".aac"})
_FOLDER_ART = ("cover.jpg", "folder.jpg", "cover.png", "folder.png", "front.jpg", "front.png")
_LONGEST_TAG = 300
_log = logging.getLogger(__name__)

# Names of the same tag in Vorbis comments (FLAC, Ogg), ID3 (MP3, AAC) and MP4.
_NAMES = {
    "title": ("title", "TIT2", "\xa9nam"),
    "artist": ("artist", "TPE1", "\xa9ART"),
    "album": ("album", "TALB", "\xa9alb"),
    "album_artist": ("albumartist", "TPE2", "aART"),
    "track": ("tracknumber", "TRCK", "trkn"),
    "disc": ("discnumber", "TPOS", "disk"),
}


class ArtCache:
    """Covers taken out of files, once each, no more than ``most_bytes`` together; the oldest go first."""

    def __init__(self, folder: Path, most_bytes: int = 64 << 20) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def keep(self, picture: bytes) -> str:
        """The file URL of this picture; empty when it is none, too large, or the disk does not take it."""
        suffix = _picture_suffix(picture)
        if not suffix or len(picture) > self._most_bytes // 8:
            return ""
        path = self._folder / (identify(picture.hex()) + suffix)
        try:
            if not path.exists():
                store.write_atomic(path, picture)
            return path.as_uri()
        except OSError as error:
            _log.warning("cover not kept error=%s", error)
            return ""

    def trim(self) -> None:
        """Keep within the limit."""
        try:
            files = sorted(
                (entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(self._folder)
            )
        except OSError:
            return
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= self._most_bytes:
                return
            Path(path).unlink(missing_ok=True)
            total -= size


def _picture_suffix(picture: bytes) -> str:
    if picture.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    return ".jpg" if picture.startswith(b"\xff\xd8\xff") else ""


def read_song(path: Path, status: os.stat_result, art: ArtCache) -> Song:
    """The song at ``path``. One whose tags cannot be read is listed by its file name. Raises OSError."""
    try:
        return _tagged(path, status, art)
    except Unreadable as error:
        _log.info("tags unreadable file=%s error=%s", path.name, error)
        return Song(str(path), status.st_size, status.st_mtime_ns, path.stem)


def _tagged(path: Path, status: os.stat_result, art: ArtCache) -> Song:
    import mutagen  # 4 MiB that a unit without music need not pay
    from mutagen.aac import AAC

    try:
        # An ID3 tag before bare AAC makes mutagen take it for an MP3.
        file = AAC(path) if path.suffix.lower() == ".aac" else mutagen.File(path)
    except mutagen.MutagenError as error:
        if isinstance(error.__cause__ or error.__context__, FileNotFoundError):
            raise FileNotFoundError(str(path)) from error
        raise Unreadable(str(error)) from error
    except Exception as error:  # a damaged file may raise anything in a parser
        raise Unreadable(f"{type(error).__name__}: {error}") from error
    if file is None:
        raise Unreadable("not a known kind of music file")
    tags = file.tags if file.tags is not None else _loose_id3(path)
    picture = next(_pictures(file, tags), b"")
    return Song(
        str(path),
        status.st_size,
        status.st_mtime_ns,
        _text(tags, "title") or path.stem,
        _text(tags, "artist"),
        _text(tags, "album"),
        _text(tags, "album_artist"),
        _number(tags, "track"),
        _number(tags, "disc"),
        max(0, round(getattr(file.info, "length", 0) * 1e6)),
        (art.keep(picture) if picture else "") or _folder_art(path.parent),
    )


def _loose_id3(path: Path) -> Any:
    """ID3 before bare AAC frames, which mutagen's AAC does not read by itself."""
    from mutagen.id3 import ID3, error

    try:
        return ID3(path)
    except (error, OSError):
        return {}


def _first(tags: Any, name: str) -> Any:
    for key in _NAMES[name]:
        try:
            value = tags[key]
        except (KeyError, ValueError):
            continue
        value = getattr(value, "text", value)
        if isinstance(value, list):
            value = value[0] if value else None
        if value is not None:
            return value
    return None


def _text(tags: Any, name: str) -> str:
    value = _first(tags, name)
    text = "" if value is None else str(value).replace("\x00", " ")
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())[:_LONGEST_TAG]


def _number(tags: Any, name: str) -> int:
    value = _first(tags, name)
    if isinstance(value, tuple):
        value = value[0] if value else 0
    digits = str(value or "").partition("/")[0].strip()
    return int(digits) if digits.isdecimal() and len(digits) < 6 else 0


def _pictures(file: Any, tags: Any) -> Iterator[bytes]:
    """FLAC blocks, ID3 APIC frames, MP4 covr atoms, Vorbis metadata_block_picture."""
    for picture in getattr(file, "pictures", ()):
        yield bytes(picture.data)
    for frame in tags.getall("APIC") if hasattr(tags, "getall") else ():
        yield bytes(frame.data)
    for key in ("covr", "metadata_block_picture"):
        try:
            values = tags[key]
        except (KeyError, ValueError):
            continue
        for value in values:
            if key == "covr":
                yield bytes(value)
            elif block := _vorbis_picture(value):
                yield block


def _vorbis_picture(text: str) -> bytes:
    from mutagen.flac import Picture, error

    try:
        return bytes(Picture(base64.b64decode(text)).data)
    except (ValueError, error):
        return b""


def _folder_art(folder: Path) -> str:
    for name in _FOLDER_ART:
        path = folder / name
        if path.is_file():
            return path.as_uri()
    return ""
