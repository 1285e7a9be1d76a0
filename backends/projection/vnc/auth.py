"""Answers to a server's challenges."""

from __future__ import annotations

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, modes

__all__ = ["CHALLENGE", "vnc_response"]

CHALLENGE = 16
"""Bytes."""
_KEY = 8


def vnc_response(password: str, challenge: bytes) -> bytes:
    """The challenge in DES, the password its key: eight bytes of it, each with its bits turned round (RFC 6143, 7.2.2).

    Three times the same key makes TripleDES the DES that it is built of. It protects nothing against someone who listens.
    """
    key = password.encode("latin-1", "replace")[:_KEY].ljust(_KEY, b"\0")
    turned = bytes(int(f"{byte:08b}"[::-1], 2) for byte in key)
    cipher = Cipher(TripleDES(turned * 3), modes.ECB()).encryptor()  # noqa: S305  # the protocol's, not ours
    return bytes(cipher.update(challenge) + cipher.finalize())
