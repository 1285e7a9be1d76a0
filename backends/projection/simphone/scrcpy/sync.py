"""The `sync:` service: files to and from the phone (AOSP `file_sync_protocol.h`, versions 1 and 2 of stat and list)."""

from __future__ import annotations

import posixpath
import struct
from typing import TYPE_CHECKING

from backends.projection.simphone.scrcpy.stream import AdbStream, StreamReader

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.files import FileSystem, Stat

__all__ = ["serve_sync"]

_CHUNK = 64 * 1024
_REQUEST = struct.Struct("<4sI")
_STAT1 = struct.Struct("<4sIII")
_STAT2 = struct.Struct("<4sIQQIIIIQqqq")
_DENT1 = struct.Struct("<4sIIII")
_DENT2 = struct.Struct("<4sIQQIIIIQqqqI")
_ENOENT = 2
_SHELL_UID = 2000


async def serve_sync(stream: AdbStream, files: FileSystem) -> None:
    """Serve requests until QUIT, a broken request or the end of the stream."""
    reader = StreamReader(stream)
    try:
        while True:
            ident, length = _REQUEST.unpack(await reader.exactly(_REQUEST.size))
            if ident == b"QUIT" or length > 1024:
                return
            path = (await reader.exactly(length)).decode("utf-8", "surrogateescape")
            if not await _serve(ident, path, reader, stream, files):
                return
    except EOFError:
        return
    finally:
        stream.close()


async def _serve(ident: bytes, path: str, reader: StreamReader, stream: AdbStream, files: FileSystem) -> bool:
    match ident:
        case b"STAT":
            found = files.stat(path)
            await stream.write(_STAT1.pack(b"STAT", *((found.mode, found.size, found.mtime) if found else (0, 0, 0))))
        case b"STA2" | b"LST2":
            await stream.write(_STAT2.pack(ident, *_stat2(files.stat(path))))
        case b"LIST" | b"LIS2":
            await _list(ident == b"LIS2", path, stream, files)
        case b"RECV":
            await _receive(path, stream, files)
        case b"SEND":
            return await _send(path, reader, stream, files)
        case _:
            await _fail(stream, f"unknown command {ident!r}")
            return False
    return True


def _stat2(found: Stat | None) -> tuple[int, ...]:
    if found is None:
        return (_ENOENT, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return (0, 1, 1, found.mode, 1, _SHELL_UID, _SHELL_UID, found.size, found.mtime, found.mtime, found.mtime)


async def _list(second: bool, path: str, stream: AdbStream, files: FileSystem) -> None:
    for name in files.listing(path):
        found = files.stat(posixpath.join(path, name))
        raw = name.encode("utf-8", "surrogateescape")
        if found is None:
            continue
        if second:
            await stream.write(_DENT2.pack(b"DNT2", *_stat2(found), len(raw)) + raw)
        else:
            await stream.write(_DENT1.pack(b"DENT", found.mode, found.size, found.mtime, len(raw)) + raw)
    await stream.write((b"DONE" + bytes(_DENT2.size - 4)) if second else (b"DONE" + bytes(_DENT1.size - 4)))


async def _receive(path: str, stream: AdbStream, files: FileSystem) -> None:
    try:
        content = files.read(path)
    except FileNotFoundError:
        await _fail(stream, f"open failed: No such file or directory: {path}")
        return
    for start in range(0, len(content), _CHUNK):
        chunk = content[start : start + _CHUNK]
        await stream.write(_REQUEST.pack(b"DATA", len(chunk)) + chunk)
    await stream.write(_REQUEST.pack(b"DONE", 0))


async def _send(target: str, reader: StreamReader, stream: AdbStream, files: FileSystem) -> bool:
    path, _, mode = target.rpartition(",")
    problem = ""
    try:
        path = files.check_writable(path)
    except OSError as error:
        problem = str(error)
    content = bytearray()
    while True:
        ident, value = _REQUEST.unpack(await reader.exactly(_REQUEST.size))
        if ident == b"DONE":
            break
        if ident != b"DATA" or value > _CHUNK:
            await _fail(stream, "invalid data message")
            return False
        content += await reader.exactly(value)
    if not problem:
        try:
            files.write(path, bytes(content), _mode(mode), value)
        except OSError as error:
            problem = str(error)
    if problem:
        await _fail(stream, problem)
    else:
        await stream.write(_REQUEST.pack(b"OKAY", 0))
    return True


def _mode(text: str) -> int:
    # adb writes it in decimal; other clients write C's octal, and adbd takes both.
    if not text.isdigit():
        return 0o644
    return int(text, 8) if text.startswith("0") and "8" not in text and "9" not in text else int(text)


async def _fail(stream: AdbStream, text: str) -> None:
    raw = text.encode()
    await stream.write(_REQUEST.pack(b"FAIL", len(raw)) + raw)
