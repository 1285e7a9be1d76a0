"""What differs between the versions of scrcpy's server: a client has to match the server exactly, or it is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backends.projection.defs import Reason
from backends.projection.errors import Unsupported

__all__ = ["KNOWN_FILES", "PREFERRED", "Dialect", "dialect_for"]

PREFERRED = "4.1"
KNOWN_FILES = {
    "8588238c9a5a00aa542906b6ec7e6d5541d9ffb9b5d0f6e1bc0e365e2303079e": "3.3.4",
    "deacb991ed2509715160ffdc7907e47b4160eb30d1566217e9047fd5b8850cae": "4.1",
}
"""SHA-256 of the release files that this code was written for."""

_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?\Z")


@dataclass(frozen=True, slots=True)
class Dialect:
    """One version. ``session_packets``: sizes come in the stream (4.x); ``flex``: a display can be resized while it lives."""

    version: str
    session_packets: bool
    flex: bool

    @property
    def config_bit(self) -> int:
        """Bit of the packet header's first word that marks a codec config."""
        return 62 if self.session_packets else 63

    @property
    def key_bit(self) -> int:
        """Bit that marks a key frame."""
        return self.config_bit - 1


def dialect_for(version: str) -> Dialect:
    """Raises Unsupported for versions other than 3.x and 4.x."""
    match = _VERSION.match(version)
    major = int(match[1]) if match else 0
    if major == 3:
        return Dialect(version, session_packets=False, flex=False)
    if major == 4:
        return Dialect(version, session_packets=True, flex=True)
    raise Unsupported(
        f"scrcpy's server {version} cannot be used; put version 3.3.4 or 4.1 in its place.", Reason.SERVER_VERSION
    )
