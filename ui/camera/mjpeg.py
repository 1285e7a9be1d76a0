"""MJPEG over HTTP as cameras really send it: bytes in, pictures out. No sockets here. See docs/protocols/camera.md.

Tolerant: Content-Length may be missing or wrong, the boundary may come with or without its dashes, lines may end in a bare
LF, junk between parts is skipped. Strict where it must be: nothing grows without bound, and what is no JPEG is no picture.
"""

from __future__ import annotations

import re

__all__ = ["Dechunker", "HeadReader", "MjpegError", "PartReader"]

LONGEST_HEAD = 16 * 1024
LONGEST_PICTURE = 16 * 1024 * 1024
_START, _END = b"\xff\xd8", b"\xff\xd9"
_LENGTH = re.compile(rb"content-length\s*:\s*(\d{1,9})", re.IGNORECASE)
_BOUNDARY = re.compile(r'boundary\s*=\s*"?([^";\s]+)"?', re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n\r?\n")


class MjpegError(Exception):
    """What came is no MJPEG stream; the text says why, for a log."""


class HeadReader:
    """The answer's head: `feed` until it returns the bytes behind it."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.status = 0
        self.boundary = b""
        self.chunked = False

    def feed(self, data: bytes) -> bytes | None:
        """The first bytes of the body, or None while the head is incomplete. Raises MjpegError."""
        self._buffer += data
        end = _BLANK.search(self._buffer)
        if end is None:
            if len(self._buffer) > LONGEST_HEAD:
                raise MjpegError("the answer's head has no end")
            return None
        lines = bytes(self._buffer[: end.start()]).decode("latin-1").splitlines()
        body = bytes(self._buffer[end.end() :])
        words = lines[0].split() if lines else []
        if len(words) < 2 or not words[0].startswith(("HTTP/", "ICY")) or not words[1].isdigit():
            raise MjpegError("this is no HTTP")
        self.status = int(words[1])
        if self.status != 200:
            raise MjpegError(f"the camera answers {self.status}")
        headers = {
            name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
        }
        kind = headers.get("content-type", "")
        if "multipart" not in kind.lower():
            raise MjpegError(f"the camera sends {kind or 'something unnamed'}, not a stream of pictures")
        found = _BOUNDARY.search(kind)
        # Some say "--name" where they mean "name".
        self.boundary = (found[1].lstrip("-") if found else "").encode("latin-1")
        self.chunked = "chunked" in headers.get("transfer-encoding", "").lower()
        return body


class Dechunker:
    """Takes HTTP's chunks apart."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._left = 0

    def feed(self, data: bytes) -> bytes:
        """The body's bytes in these. Raises MjpegError."""
        self._buffer += data
        out = bytearray()
        while self._buffer:
            if self._left > 2:
                # A chunk is followed by CRLF, which is counted to it.
                taken = self._buffer[: self._left - 2]
                out += taken
                del self._buffer[: len(taken)]
                self._left -= len(taken)
                continue
            if self._left:
                gone = min(self._left, len(self._buffer))
                del self._buffer[:gone]
                self._left -= gone
                continue
            line, newline, _ = self._buffer.partition(b"\n")
            if not newline:
                if len(self._buffer) > 64:
                    raise MjpegError("a chunk without a size")
                break
            try:
                size = int(line.split(b";")[0].strip() or b"x", 16)
            except ValueError:
                raise MjpegError("a chunk without a size") from None
            if size > LONGEST_PICTURE:
                raise MjpegError("a chunk without measure")
            del self._buffer[: len(line) + 1]
            if size:
                self._left = size + 2
        return bytes(out)


class PartReader:
    """Pictures out of a multipart body."""

    def __init__(self, boundary: bytes = b"") -> None:
        self._mark = b"--" + boundary if boundary else b""
        self._buffer = bytearray()
        self._wanted: int | None = None
        self._searched = 0
        self.skipped = 0
        """Parts that were no pictures."""

    def feed(self, data: bytes) -> list[bytes]:
        """JPEG files that are complete now, in order. Raises MjpegError for what cannot be a picture any more."""
        self._buffer += data
        pictures: list[bytes] = []
        while True:
            part = self._by_length() if self._wanted is not None else self._next()
            if part is None:
                return pictures
            if part.startswith(_START):
                pictures.append(part)
            elif part:
                self.skipped += 1

    def _next(self) -> bytes | None:
        """Go to the start of a part; an empty one means: look again."""
        start = self._buffer.find(_START)
        head_end = _BLANK.search(self._buffer, 0, len(self._buffer) if start < 0 else start)
        if start < 0 or head_end is not None:
            if head_end is None:
                self._limit(LONGEST_HEAD)
                return None
            head = bytes(self._buffer[: head_end.start()])
            length = _LENGTH.search(head)
            del self._buffer[: head_end.end()]
            self._searched = 0
            if length is not None and 0 < int(length[1]) <= LONGEST_PICTURE:
                self._wanted = int(length[1])
            return b""
        # A picture whose head does not tell its length, or no head at all: up to the next boundary, else to its end mark.
        if start:
            del self._buffer[:start]
            self._searched = 0
        return self._by_boundary()

    def _by_length(self) -> bytes | None:
        assert self._wanted is not None
        if len(self._buffer) < min(self._wanted, 2):
            return None
        if not self._buffer.startswith(_START):
            # Not what was promised: look for the next part from here.
            self._wanted = None
            self.skipped += 1
            return b""
        if len(self._buffer) < self._wanted:
            if self._mark and _END + b"\r\n" + self._mark in self._buffer:
                # The next part has begun before this one was as long as promised.
                self._wanted = None
                return self._by_boundary()
            return None
        end = self._wanted
        self._wanted = None
        if self._buffer[end - 2 : end] != _END:
            # Too long, too short or padded: the boundary knows better.
            return self._by_boundary()
        part = bytes(self._buffer[:end])
        del self._buffer[:end]
        self._searched = 0
        return part

    def _by_boundary(self) -> bytes | None:
        mark = self._mark or b"\n--"
        end = self._buffer.find(mark, self._searched)
        if end < 0:
            self._searched = max(0, len(self._buffer) - len(mark))
            if not self._buffer[-4:].rstrip(b"\r\n").endswith(_END):
                self._limit(LONGEST_PICTURE)
                return None
            # Whole already: waiting for the boundary would make it a frame late.
            end = len(self._buffer)
        part = bytes(self._buffer[:end]).rstrip(b"\r\n")
        del self._buffer[:end]
        self._searched = 0
        return part

    def _limit(self, most: int) -> None:
        if len(self._buffer) > most:
            raise MjpegError("a part without an end")
