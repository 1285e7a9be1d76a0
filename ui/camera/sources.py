"""Reads one camera: blocking iterators of encoded pictures for the feed's thread. MJPEG by our own reader, else PyAV."""

from __future__ import annotations

import base64
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from ui.camera.config import CameraSpec
from ui.camera.mjpeg import Dechunker, HeadReader, MjpegError, PartReader

__all__ = ["Encoded", "Source", "SourceError", "open_source"]

_CONNECT_S = 2.0
_SILENCE_S = 1.0
"""After so long without a byte the connection is given up and made anew."""
_READ_BYTES = 256 * 1024


class SourceError(Exception):
    """The camera cannot be read now; the text says why, for a log."""


@dataclass(slots=True)
class Encoded:
    """A picture as it came, and when (CLOCK_MONOTONIC). ``key``: needs none before it; ``codec``: what takes it apart."""

    data: Any
    arrived_ns: int
    key: bool
    codec: Any


class Source(Protocol):
    """One connection."""

    def pictures(self) -> Iterator[Encoded]:
        """Until it ends. Raises SourceError."""

    def close(self) -> None:
        """Wake up whoever waits in `pictures`; from any thread."""


def open_source(camera: CameraSpec) -> Source:
    """A reader of this camera; it connects when it is read."""
    return HttpSource(camera) if camera.kind == "mjpeg" else AvSource(camera)


class HttpSource:
    """multipart/x-mixed-replace over HTTP or HTTPS, with a name and password in the URL if need be."""

    def __init__(self, camera: CameraSpec) -> None:
        self._url = urlsplit(camera.source)
        self._socket: socket.socket | None = None
        self._closed = False

    def close(self) -> None:
        self._closed = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return

    def pictures(self) -> Iterator[Encoded]:
        import av

        codec = av.CodecContext.create("mjpeg", "r")
        try:
            with self._connect() as connection:
                self._socket = connection
                if self._closed:
                    return
                for data in self._parts(connection):
                    yield Encoded(av.Packet(data), time.monotonic_ns(), True, codec)
        except (OSError, MjpegError) as error:
            raise SourceError(str(error)) from error
        finally:
            self._socket = None

    def _connect(self) -> socket.socket:
        url = self._url
        if url.scheme not in ("http", "https") or not url.hostname:
            raise SourceError("no address of a camera")
        connection = socket.create_connection(
            (url.hostname, url.port or (443 if url.scheme == "https" else 80)), _CONNECT_S
        )
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if url.scheme == "https":
                connection = ssl.create_default_context().wrap_socket(connection, server_hostname=url.hostname)
            connection.settimeout(_SILENCE_S)
            connection.sendall(self._request())
        except BaseException:
            connection.close()
            raise
        return connection

    def _request(self) -> bytes:
        url = self._url
        target = (url.path or "/") + (f"?{url.query}" if url.query else "")
        lines = [f"GET {target} HTTP/1.1", f"Host: {url.netloc.rpartition('@')[2]}", "Connection: close"]
        if url.username is not None:
            pair = f"{unquote(url.username)}:{unquote(url.password or '')}"
            lines.append("Authorization: Basic " + base64.b64encode(pair.encode()).decode())
        return ("\r\n".join([*lines, "", ""])).encode()

    def _parts(self, connection: socket.socket) -> Iterator[bytes]:
        head = HeadReader()
        body: bytes | None = None
        while body is None:
            body = head.feed(_received(connection))
        chunks = Dechunker() if head.chunked else None
        parts = PartReader(head.boundary)
        while True:
            yield from parts.feed(chunks.feed(body) if chunks else body)
            body = _received(connection)


def _received(connection: socket.socket) -> bytes:
    data = connection.recv(_READ_BYTES)
    if not data:
        raise SourceError("the camera ended the stream")
    return data


class AvSource:
    """V4L2, RTSP, or a file that is played in a loop at its own pace."""

    def __init__(self, camera: CameraSpec) -> None:
        self._camera = camera
        self._closed = False

    def close(self) -> None:
        self._closed = True

    def pictures(self) -> Iterator[Encoded]:
        import av

        try:
            while not self._closed:
                with self._open() as container:
                    yield from self._once(container)
                if self._camera.kind != "file":
                    raise SourceError("the camera ended the stream")
        except (OSError, av.FFmpegError) as error:
            raise SourceError(str(error)) from error

    def _open(self) -> Any:
        import av

        match self._camera.kind:
            case "v4l2":
                return av.open(self._camera.source, format="v4l2", options=dict(self._camera.options))
            case "rtsp":
                options = {"rtsp_transport": "tcp", "fflags": "nobuffer", "flags": "low_delay", **self._camera.options}
                return av.open(self._camera.source, options=options, timeout=(_CONNECT_S + 1, _SILENCE_S))
            case _:
                return av.open(self._camera.source)

    def _once(self, container: Any) -> Iterator[Encoded]:
        if not container.streams.video:
            raise SourceError("there is no picture in it")
        stream = container.streams.video[0]
        stream.thread_type, stream.codec_context.thread_count = "SLICE", 1
        began = time.monotonic()
        for packet in container.demux(stream):
            if self._closed:
                return
            if not packet.size:
                continue
            if self._camera.kind == "file" and packet.pts is not None and packet.time_base:
                early = float(packet.pts * packet.time_base) - (time.monotonic() - began)
                time.sleep(min(1.0, max(0.0, early)))
            yield Encoded(packet, time.monotonic_ns(), bool(packet.is_keyframe), stream.codec_context)
