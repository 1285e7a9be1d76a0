"""What can go wrong with a dongle, beside what can go wrong with every phone."""

from __future__ import annotations

from dataclasses import dataclass

from backends.projection.simphone.faults import Faults

__all__ = ["DongleFaults"]


@dataclass(slots=True)
class DongleFaults(Faults):
    """Bytes are counted from the first one that the dongle sends on a connection.

    wrong_magic, bad_check, huge, encrypted: the next message has such a header, once. silent: it takes everything and says
    nothing; refuse: it hangs up at once; no_phone: the phone and the dongle do not agree.
    """

    wrong_magic: bool = False
    bad_check: bool = False
    huge: bool = False
    encrypted: bool = False
    silent: bool = False
    no_phone: bool = False

    def spoil(self, message: bytes) -> bytes:
        """The message with the header that was ordered."""
        if self.wrong_magic:
            self.wrong_magic = False
            return b"\x55\xaa\x55\xaa" + message[4:]
        if self.bad_check:
            self.bad_check = False
            return message[:12] + bytes(4) + message[16:]
        if self.huge:
            self.huge = False
            return message[:4] + b"\xff\xff\xff\x7f" + message[8:]
        if self.encrypted:
            self.encrypted = False
            return b"\xbb\x55\xbb\x55" + message[4:]
        return message
