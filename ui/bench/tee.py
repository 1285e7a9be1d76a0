"""Copies a stream socket and records its frames: ``python -m ui.bench.tee IN OUT FILE`` with descriptors."""

from __future__ import annotations

import os
import socket
import struct
import sys
import time

from backends.projection.defs import PacketDecoder, PacketType

__all__ = ["main"]


def main(source: int, target: int, file: int) -> None:
    """Until either end closes. A key frame is recorded with the codec's set-up before it, as a decoder wants it."""
    reader, writer = socket.socket(fileno=source), socket.socket(fileno=target)
    packets, config = PacketDecoder(), b""
    try:
        while data := reader.recv(1 << 18):
            writer.sendall(data)
            for packet in packets.feed(data):
                if packet.type == PacketType.CONFIG:
                    config = packet.payload
                elif packet.type == PacketType.FRAME:
                    payload = config + packet.payload if packet.key else packet.payload
                    os.write(file, struct.pack("<QI", time.monotonic_ns(), len(payload)) + payload)
    except (BrokenPipeError, ConnectionResetError):
        return


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]))
