"""What GStreamer's multipartmux writes: a boundary, headers with the length, then one access unit.

--picture CR LF  Content-Type: video/x-h264 CR LF  Content-Length: 954 CR LF  CR LF  954 bytes  CR LF
"""

from __future__ import annotations

import re

from backends.projection.errors import PeerFault

__all__ = ["BOUNDARY", "PART_MAX", "Parts"]

BOUNDARY = "picture"
PART_MAX = 4 << 20
_HEAD_MAX = 256
_OTHER = "UxPlay's picture is not in the form that was asked for."
_HEAD = re.compile(
    rb"(?:\r\n)?--picture\r\n(?:[!-~ ]{1,80}\r\n)*?Content-Length: (\d{1,8})\r\n(?:[!-~ ]{1,80}\r\n)*?\r\n"
)


class Parts:
    """Holds one unfinished part at most."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """The parts that are complete now. Raises PeerFault, after which the stream is of no more use."""
        buffer = self._buffer
        buffer += data
        parts: list[bytes] = []
        at = 0
        while True:
            head = _HEAD.match(buffer, at, at + _HEAD_MAX)
            if head is None:
                if len(buffer) - at >= _HEAD_MAX:
                    raise PeerFault(_OTHER)
                break
            size = int(head[1])
            if size > PART_MAX:
                raise PeerFault(_OTHER)
            end = head.end() + size
            if len(buffer) < end:
                break
            parts.append(bytes(buffer[head.end() : end]))
            at = end
        del buffer[:at]
        return parts
