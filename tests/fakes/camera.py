"""A network camera on a bench: a real HTTP server on loopback that sends exactly the bytes it is told to, when it is told to."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Callable

from PIL import Image

__all__ = ["BOUNDARY", "FakeCamera", "jpeg", "part"]

BOUNDARY = "frontier"


def jpeg(shade: int, width: int = 160, height: int = 96) -> bytes:
    """A plain picture of one grey; another shade is another content."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), (shade, shade, shade)).save(out, "JPEG", quality=80)
    return out.getvalue()


def part(data: bytes, *, length: int | None = -1, boundary: str = BOUNDARY, newline: str = "\r\n") -> bytes:
    """A part of a multipart body; ``length`` -1 is the true one, None leaves it out."""
    shown = len(data) if length == -1 else length
    lines = [f"--{boundary}", "Content-Type: image/jpeg"]
    if shown is not None:
        lines.append(f"Content-Length: {shown}")
    return newline.join([*lines, "", ""]).encode() + data + newline.encode()


class FakeCamera:
    """State: ``head`` is what a request is answered with, ``requests`` what came. Verbs: send, hang up, refuse."""

    def __init__(self) -> None:
        self.head = f"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary={BOUNDARY}\r\n\r\n".encode()
        self.requests: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._clients: list[socket.socket] = []
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/video"

    @property
    def clients(self) -> int:
        """Connections so far."""
        return len(self.requests)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self._clients.append(client)
            try:
                self._greet(client)
            except OSError:
                continue  # it left in the middle

    def _greet(self, client: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            data = client.recv(4096)
            if not data:
                return
            request += data
        client.sendall(self.head)
        with self._lock:
            self.requests.append(request)

    def _each(self, act: Callable[[socket.socket], object]) -> None:
        with self._lock:
            for client in list(self._clients):
                try:
                    act(client)
                except OSError:
                    client.close()
                    self._clients.remove(client)

    def send(self, data: bytes) -> None:
        """To everyone who is connected."""
        self._each(lambda client: client.sendall(data))

    def show(self, shade: int) -> None:
        """A picture, as it should be sent."""
        self.send(part(jpeg(shade)))

    def hang_up(self) -> None:
        """End every connection; new ones are taken."""
        self._each(lambda client: client.shutdown(socket.SHUT_RDWR))
        with self._lock:
            for client in self._clients:
                client.close()
            self._clients.clear()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()
        self._thread.join(2)
