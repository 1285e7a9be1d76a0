"""Which certificate the car shows: the owner's, one that was given on the screen, or one that the car made for itself."""

from __future__ import annotations

from pathlib import Path

from backends.core import store
from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.tls import Identity, load_identity
from backends.projection.errors import Unsupported

__all__ = ["Identities"]

_GIVEN = "certificate.pem"
_SIZE_MAX = 64 * 1024


class Identities:
    """``certificate`` and ``key`` are the options; ``folder`` holds what was given. All of it blocks: call it from a thread."""

    def __init__(self, certificate: str, key: str, folder: Path) -> None:
        self._options = certificate, key
        self._given = folder / _GIVEN

    def load(self) -> Identity:
        """Raises Unsupported."""
        if not any(self._options) and self._given.is_file():
            return Identity(self._given, self._given, own=True)
        return load_identity(*self._options)

    def accept(self, value: str) -> None:
        """Keep a certificate with its key, readable by us alone: PEM text, or a file's path. Empty: back to the car's own.

        Raises Unsupported.
        """
        if not value.strip():
            self._given.unlink(missing_ok=True)
            return
        content = value.encode() if "-----BEGIN" in value else _read(Path(value.strip()).expanduser())
        trial = self._given.with_suffix(".new")
        store.write_atomic(trial, content)
        try:
            Identity(trial, trial, own=True).context()
        except Unsupported:
            trial.unlink(missing_ok=True)
            raise Unsupported(say.NO_PAIR) from None
        trial.replace(self._given)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_SIZE_MAX + 1)
    except OSError as error:
        raise say.noted(Unsupported(say.BAD_FILE), f"{path}: {error.strerror or error}") from None
    if len(content) > _SIZE_MAX:
        raise say.noted(Unsupported(say.BAD_FILE), f"{path} is too long")
    return content
