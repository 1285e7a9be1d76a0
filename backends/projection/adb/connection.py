"""A phone reached straight over TCP: greeting, permission, and many streams over one socket."""

from __future__ import annotations

import asyncio
import itertools
import logging
import socket
import ssl
from collections.abc import Callable

from backends.projection.adb.keys import AdbKey
from backends.projection.adb.protocol import (
    AUTH_PUBLIC_KEY,
    AUTH_SIGNATURE,
    AUTH_TOKEN,
    HEADER_SIZE,
    MAX_PAYLOAD,
    STLS_VERSION,
    VERSION_MIN,
    VERSION_SKIP_CHECKSUM,
    Banner,
    Command,
    Header,
    encode_packet,
    parse_header,
    verify,
)
from backends.projection.adb.stream import MuxStream
from backends.projection.adb.tls import client_context
from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow, Unsupported

__all__ = ["DEFAULT_PORT", "AdbConnection"]

DEFAULT_PORT = 5555
CONNECT_TIMEOUT_S = 3.0
GREETING_TIMEOUT_S = 5.0
PERMISSION_TIMEOUT_S = 90.0
"""How long the question on the phone's screen may stay unanswered."""
OPEN_TIMEOUT_S = 5.0
_MIN_PAYLOAD = 4096
_UNSENT_MAX = 8 << 20
_BANNER = b"host::features=shell_v2,cmd"
_logger = logging.getLogger(__name__)


class AdbConnection:
    """An `AdbDevice` over TCP. Made by `connect`."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._version = VERSION_MIN
        self._max_payload = _MIN_PAYLOAD
        self._banner = Banner("")
        self._streams: dict[int, MuxStream] = {}
        self._ids = itertools.count(1)
        self._gone: asyncio.Future[ProjectionError] = asyncio.get_running_loop().create_future()
        self._pump_task: asyncio.Task[None] | None = None

    @classmethod
    async def connect(
        cls,
        host: str,
        port: int,
        key: Callable[[], AdbKey],
        *,
        on_reached: Callable[[], None] = lambda: None,
        on_question: Callable[[], None] = lambda: None,
    ) -> AdbConnection:
        """Reach the phone and be allowed in.

        ``key`` is asked for only when the phone wants one; ``on_reached`` is called when something answers there,
        ``on_question`` when the phone shows its driver a question. Raises LinkLost (no phone there), NotAllowed (no or
        late answer), PeerFault, Unsupported.
        """
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                reader, writer = await asyncio.open_connection(host, port, limit=MAX_PAYLOAD)
        except (OSError, TimeoutError) as error:
            raise LinkLost(f"No phone answers at {host}:{port}.", Reason.NO_ROUTE) from error
        self = cls(reader, writer)
        asked = False

        def question() -> None:
            nonlocal asked
            asked = True
            on_question()

        try:
            _keep_alive(writer)
            on_reached()
            await self._greet(key, question)
        except (OSError, asyncio.IncompleteReadError) as error:
            self._writer.transport.abort()
            if self._writer.get_extra_info("ssl_object") is not None:
                raise _not_paired() from error
            if asked:
                raise NotAllowed("The phone refused this car. Allow it in the phone's developer settings.") from error
            raise LinkLost(f"The phone at {host}:{port} hung up.") from error
        except BaseException:
            self._writer.transport.abort()
            raise
        self._pump_task = asyncio.create_task(self._pump(), name=f"adb {host}:{port}")
        return self

    @property
    def features(self) -> frozenset[str]:
        return self._banner.features

    @property
    def name(self) -> str:
        return self._banner.name

    async def open(self, service: str) -> MuxStream:
        """See AdbDevice."""
        if self._gone.done():
            raise self._gone.result()
        stream = MuxStream(next(self._ids), self._max_payload, self._send_stream)
        self._streams[stream.local_id] = stream
        self._send(Command.OPEN, stream.local_id, 0, service.encode() + b"\0")
        try:
            async with asyncio.timeout(OPEN_TIMEOUT_S):
                await stream.opened
        except TimeoutError:
            stream.close()
            raise TooSlow("The phone did not answer.") from None
        except BaseException:
            if stream.remote_id:
                stream.close()  # given up in the moment it was opened
            else:
                self._streams.pop(stream.local_id, None)
            raise
        return stream

    async def wait_closed(self) -> ProjectionError:
        """See AdbDevice."""
        return await asyncio.shield(self._gone)

    async def check(self) -> None:
        """See AdbDevice. A socket that is open says little: the phone has to answer an OPEN."""
        try:
            (await self.open("sync:")).close()
        except TooSlow:
            self._fail(LinkLost("The phone stopped answering."))
        except ProjectionError:
            pass  # refused: it answers; gone: that is known

    async def close(self) -> None:
        """See AdbDevice."""
        self._fail(LinkLost("The connection to the phone was closed.", Reason.USER))
        if self._pump_task is not None:
            self._pump_task.cancel()
            await asyncio.gather(self._pump_task, return_exceptions=True)

    # -- greeting ----------------------------------------------------------------------------------------------------

    async def _greet(self, key: Callable[[], AdbKey], on_question: Callable[[], None]) -> None:
        self._send(Command.CNXN, VERSION_SKIP_CHECKSUM, MAX_PAYLOAD, _BANNER)
        timeout_s = GREETING_TIMEOUT_S
        tokens = 0
        secured = False
        while True:
            try:
                async with asyncio.timeout(timeout_s):
                    header, payload = await self._receive()
            except TimeoutError:
                if tokens > 1:
                    raise NotAllowed("The question on the phone was not answered. Allow this car there.") from None
                raise PeerFault("Something answers there, but it is no phone.") from None
            match header.command:
                case Command.CNXN:
                    self._version = min(header.arg0, VERSION_SKIP_CHECKSUM)
                    self._max_payload = max(_MIN_PAYLOAD, min(header.arg1, MAX_PAYLOAD))
                    self._banner = Banner.parse(payload)
                    return
                case Command.AUTH if header.arg0 == AUTH_TOKEN and len(payload) == 20:
                    tokens += 1
                    if tokens > 2:
                        raise NotAllowed("The phone refused this car. Allow it in the phone's developer settings.")
                    if tokens == 2:
                        on_question()
                        timeout_s = PERMISSION_TIMEOUT_S
                    await self._answer(tokens, await asyncio.to_thread(key), payload)
                case Command.STLS if not secured:
                    secured = True
                    await self._secure(await asyncio.to_thread(key))
                case _:
                    raise PeerFault("Something answers there, but it is no phone.")

    async def _secure(self, key: AdbKey) -> None:
        """Go on in TLS, as phones with wireless debugging want it; one that does not know the key says so in its first words."""
        self._send(Command.STLS, STLS_VERSION, 0)
        context = await asyncio.to_thread(client_context, key)
        try:
            async with asyncio.timeout(GREETING_TIMEOUT_S):
                await self._writer.start_tls(context)
        except TimeoutError:
            raise TooSlow("The phone did not answer.") from None
        except ssl.SSLError as error:
            raise _not_paired() from error

    async def _answer(self, tokens: int, key: AdbKey, token: bytes) -> None:
        if tokens == 1:
            signature = await asyncio.to_thread(key.sign, token)
            self._send(Command.AUTH, AUTH_SIGNATURE, 0, signature)
        else:
            self._send(Command.AUTH, AUTH_PUBLIC_KEY, 0, key.public_line() + b"\0")

    # -- packets -----------------------------------------------------------------------------------------------------

    async def _receive(self) -> tuple[Header, bytes]:
        header = parse_header(await self._reader.readexactly(HEADER_SIZE))
        payload = await self._reader.readexactly(header.length) if header.length else b""
        # A phone that has our greeting may leave the checksum out before we know its version.
        if header.command not in (Command.CNXN, Command.AUTH) or header.check:
            verify(header, payload, self._version if header.command != Command.CNXN else header.arg0)
        return header, payload

    async def _pump(self) -> None:
        try:
            while True:
                self._dispatch(*await self._receive())
        except ProjectionError as error:
            self._fail(error)
        except (OSError, asyncio.IncompleteReadError):
            self._fail(LinkLost("The phone is gone."))
        finally:
            self._fail(LinkLost("The phone is gone."))

    def _dispatch(self, header: Header, payload: bytes) -> None:
        stream = self._streams.get(header.arg1)
        match header.command:
            case Command.OKAY if stream is not None and stream.opened.cancelled():
                # Whoever opens it was cancelled, and has not been told yet: left open, what it started would run on.
                self._streams.pop(header.arg1)
                self._send(Command.CLSE, header.arg1, header.arg0)
            case Command.OKAY if stream is not None:
                if not stream.opened.done():
                    stream.remote_id = header.arg0
                    stream.opened.set_result(None)
                else:
                    stream.acked()
            case Command.WRTE if stream is not None and stream.opened.done():
                stream.arrived(payload)
            case Command.CLSE if stream is not None:
                self._streams.pop(header.arg1)
                refused = not stream.opened.done()
                stream.ended(Unsupported("The phone refused.", Reason.NONE) if refused else None)
            case Command.OPEN:
                self._send(Command.CLSE, 0, header.arg0)
            case Command.OKAY:
                # Nobody waits for it any more: left open, what it started would run on in the phone.
                self._send(Command.CLSE, header.arg1, header.arg0)
            case Command.WRTE | Command.CLSE:
                pass  # for a stream we closed while this was under way
            case Command.CNXN:
                raise PeerFault("The phone started over in the middle of a conversation.")
            case _:
                _logger.debug("packet ignored command=%#x", header.command)

    def _send_stream(self, kind: str, local_id: int, remote_id: int, payload: bytes) -> None:
        match kind:
            case "okay":
                self._send(Command.OKAY, local_id, remote_id)
            case "write":
                self._send(Command.WRTE, local_id, remote_id, payload)
            case "close":
                self._streams.pop(local_id, None)
                self._send(Command.CLSE, local_id, remote_id)

    def _send(self, command: Command, arg0: int, arg1: int, payload: bytes = b"") -> None:
        if self._writer.is_closing():
            return
        if self._writer.transport.get_write_buffer_size() > _UNSENT_MAX:
            self._fail(LinkLost("The phone stopped listening."))
            return
        self._writer.write(encode_packet(command, arg0, arg1, payload, check=self._version < VERSION_SKIP_CHECKSUM))

    def _fail(self, error: ProjectionError) -> None:
        if not self._gone.done():
            self._gone.set_result(error)
        streams, self._streams = list(self._streams.values()), {}
        for stream in streams:
            stream.ended(error)
        self._writer.transport.abort()


def _not_paired() -> NotAllowed:
    return NotAllowed(
        "The phone does not know this car yet. Pair it: by its code or by the QR code.", needs="pairing_code"
    )


def _keep_alive(writer: asyncio.StreamWriter) -> None:
    """A phone that walks out of the Wi-Fi says nothing: find out within some 5 s."""
    sock: socket.socket = writer.get_extra_info("socket")
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 2), ("TCP_KEEPINTVL", 1), ("TCP_KEEPCNT", 3), ("TCP_USER_TIMEOUT", 5000)):
        if hasattr(socket, name):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
