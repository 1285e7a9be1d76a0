"""Pictures that phones send beside their screen (covers, turns, icons), as files that a display may load."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

from backends.core import store

__all__ = ["PICTURE_MAX", "Shelf"]

PICTURE_MAX = 4 << 20
_KEPT = 48
_MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}
_logger = logging.getLogger(__name__)


class Shelf:
    """The newest pictures of one backend, in the cache folder; the same picture is written once."""

    def __init__(self, backend: str) -> None:
        self._folder = store.cache_dir() / "projection" / backend
        self._kept: OrderedDict[Path, None] = OrderedDict()
        self._begun = False

    def url(self, given: object) -> str:
        """A file URL for a picture's bytes; a file URL stays; "" for anything else, whatever the phone may claim it is."""
        match given:
            case str() if given.startswith("file:///") and "\0" not in given:
                return given
            case bytes() | bytearray() | memoryview() if 0 < len(given) <= PICTURE_MAX:
                return self._put(bytes(given))
        return ""

    def _put(self, data: bytes) -> str:
        kind = next((ending for magic, ending in _MAGIC.items() if data.startswith(magic)), None)
        if kind is None:
            return ""
        path = self._folder / f"{hashlib.sha256(data).hexdigest()[:24]}.{kind}"
        try:
            if path not in self._kept:
                self._begin()
                part = path.with_suffix(".part")
                part.write_bytes(data)
                part.replace(path)
        except OSError as error:
            _logger.warning("picture not kept error=%s", error)
            return ""
        self._kept[path] = None
        self._kept.move_to_end(path)
        while len(self._kept) > _KEPT:
            oldest, _ = self._kept.popitem(last=False)
            with suppress(OSError):
                oldest.unlink()
        return path.as_uri()

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(parents=True, mode=0o700, exist_ok=True)
