"""Writes tags and a cover into a music file, by mutagen: for the music of the desk and for tests."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import mutagen
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, ID3, TALB, TIT2, TPE1, TRCK
from mutagen.mp4 import MP4, MP4Cover

__all__ = ["write_tags"]

_FRONT_COVER = 3


def write_tags(path: Path, tags: dict[str, str], cover: bytes = b"") -> None:
    """Write title, artist, album and tracknumber, and a PNG as front cover. Raises mutagen.MutagenError, OSError."""
    if path.suffix == ".m4a":
        _write_mp4(path, tags, cover)
    elif path.suffix in {".mp3", ".aac"}:
        _write_id3(path, tags, cover)
    else:
        _write_vorbis(path, tags, cover)


def _write_mp4(path: Path, tags: dict[str, str], cover: bytes) -> None:
    file = MP4(path)
    for key, atom in (("title", "\xa9nam"), ("artist", "\xa9ART"), ("album", "\xa9alb")):
        if key in tags:
            file[atom] = [tags[key]]
    file["trkn"] = [(int(tags.get("tracknumber", 0)), 0)]
    if cover:
        file["covr"] = [MP4Cover(cover, MP4Cover.FORMAT_PNG)]
    file.save()


def _write_id3(path: Path, tags: dict[str, str], cover: bytes) -> None:
    id3: Any = ID3()
    for key, frame in (("title", TIT2), ("artist", TPE1), ("album", TALB), ("tracknumber", TRCK)):
        if key in tags:
            id3.add(frame(encoding=3, text=tags[key]))
    if cover:
        id3.add(APIC(encoding=3, mime="image/png", type=_FRONT_COVER, desc="", data=cover))
    id3.save(path)


def _write_vorbis(path: Path, tags: dict[str, str], cover: bytes) -> None:
    file: Any = mutagen.File(path)
    for key, text in tags.items():
        file[key] = text
    if cover:
        picture = Picture()
        picture.type, picture.mime, picture.data = _FRONT_COVER, "image/png", cover
        if isinstance(file, FLAC):
            file.add_picture(picture)
        else:
            file["metadata_block_picture"] = [base64.b64encode(picture.write()).decode("ascii")]
    file.save()
