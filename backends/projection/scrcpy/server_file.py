"""The server's file: where it comes from on the car's side, which version it is, and how it gets onto the phone.

It is never downloaded. The driver, the shop or a package puts it in place; a phone that already has one (at the path
scrcpy itself uses) is served with that.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from backends.core import store
from backends.projection.adb import AdbDevice, push_file, stat_file
from backends.projection.defs import Reason
from backends.projection.errors import PeerFault, Unsupported
from backends.projection.scrcpy.dialect import KNOWN_FILES, PREFERRED, Dialect, dialect_for

__all__ = [
    "ENVIRONMENT",
    "PHONE_PATH",
    "FileFacts",
    "ServerFile",
    "ServerOnPhone",
    "file_facts",
    "find_file",
    "provision",
    "version_of",
]

ENVIRONMENT = "PILLION_SCRCPY_SERVER"
PHONE_FOLDER = "/data/local/tmp"
PHONE_PATH = f"{PHONE_FOLDER}/scrcpy-server.jar"
"""Where scrcpy's own client puts it."""
INSTALLED = (Path("/usr/local/share/scrcpy/scrcpy-server"), Path("/usr/share/scrcpy/scrcpy-server"))
_SIZE_MAX = 16 << 20
_NAMED = re.compile(r"v?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)(?:\.jar)?\Z")
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ServerFile:
    """A server's file on the car's disk."""

    path: Path
    version: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ServerOnPhone:
    """A server ready to be started on a phone."""

    path: str
    dialect: Dialect


def version_of(path: Path, content: bytes) -> str | None:
    """By its SHA-256, else by its name, else by what it says inside; None when none of them tells."""
    if known := KNOWN_FILES.get(hashlib.sha256(content).hexdigest()):
        return known
    if match := _NAMED.search(path.name):
        return match[1]
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo("classes.dex")
            code = archive.read(info) if info.file_size <= _SIZE_MAX else b""
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return None
    # A string in a dex file is its length, its bytes and a zero.
    for version in sorted(set(KNOWN_FILES.values())):
        if bytes([len(version)]) + version.encode() + b"\0" in code:
            return version
    return None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a page tells of the server's file. ``checked``: it is, byte for byte, one that this code was written for."""

    path: str = ""
    version: str = ""
    sha256: str = ""
    checked: bool = False
    problem: str = ""


def file_facts(option: str | None = None) -> FileFacts:
    """Of the file that would be used; reads it whole."""
    try:
        file = find_file(option)
    except Unsupported as error:
        return FileFacts(problem=error.text)
    if file is None:
        return FileFacts()
    digest = hashlib.sha256(file.content).hexdigest()
    return FileFacts(str(file.path), file.version, digest, KNOWN_FILES.get(digest) == file.version)


def find_file(option: str | None = None) -> ServerFile | None:
    """The first that is there: ``option``, $PILLION_SCRCPY_SERVER, the state folder, an installed scrcpy's.

    None when there is none. Raises Unsupported when one was named and cannot be used.
    """
    for named in (option, os.environ.get(ENVIRONMENT)):
        if named:
            return _read(Path(named).expanduser())
    folder = store.state_dir()
    kept = sorted(folder.glob("scrcpy-server*"), reverse=True) if folder.is_dir() else []
    for path in (*kept, *INSTALLED):
        try:
            return _read(path)
        except Unsupported as error:
            if path in kept:
                _logger.warning("server file unusable path=%s reason=%s", path, error.text)
    return None


def _read(path: Path) -> ServerFile:
    try:
        with path.open("rb") as file:
            content = file.read(_SIZE_MAX + 1)
    except OSError as error:
        raise Unsupported(
            f"scrcpy's server file {path} cannot be read: {error.strerror or error}.", Reason.NO_SERVER_FILE
        ) from None
    if not content or len(content) > _SIZE_MAX:
        raise Unsupported(f"{path} is no server of scrcpy.", Reason.NO_SERVER_FILE)
    version = version_of(path, content)
    if version is None:
        raise Unsupported(
            f"Which version {path} is cannot be told. Name it like scrcpy-server-v{PREFERRED}.", Reason.SERVER_VERSION
        )
    dialect_for(version)
    return ServerFile(path, version, content)


async def provision(device: AdbDevice, option: str | None = None) -> ServerOnPhone:
    """See to it that the phone has a server and say where; pushes only what the phone lacks.

    Without a file on the car's side, one that the phone has at scrcpy's own path is used, taken for `PREFERRED` until
    it says otherwise. Raises Unsupported (what to do is in the text), LinkLost, TooSlow.
    """
    file = await asyncio.to_thread(find_file, option)
    if file is None:
        if await _size(device, PHONE_PATH) is not None:
            return ServerOnPhone(PHONE_PATH, dialect_for(PREFERRED))
        raise Unsupported(
            f"Showing phone apps needs scrcpy's server file. Put scrcpy-server-v{PREFERRED} into {store.state_dir()},"
            f" or name it in {ENVIRONMENT}.",
            Reason.NO_SERVER_FILE,
        )
    path = f"{PHONE_FOLDER}/pillion-scrcpy-server-v{file.version}.jar"
    if await _size(device, path) != len(file.content):
        _logger.info("pushing server version=%s bytes=%d", file.version, len(file.content))
        await push_file(device, file.content, path)
    return ServerOnPhone(path, dialect_for(file.version))


async def _size(device: AdbDevice, path: str) -> int | None:
    try:
        return await stat_file(device, path)
    except (PeerFault, Unsupported):
        return None  # a phone that cannot tell gets the file again
