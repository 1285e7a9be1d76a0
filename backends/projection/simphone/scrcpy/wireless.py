"""Wireless debugging (Android 11 on): a port that speaks TLS only, and another that pairs while its page is open."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import re
import secrets
import struct
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backends.projection.simphone.scrcpy import auth
from backends.projection.simphone.scrcpy.announce import Announcement, Announcer
from backends.projection.simphone.scrcpy.spake import Exchange, aes_key
from backends.projection.simphone.scrcpy.tls import Identity, TlsServer
from backends.projection.simphone.scrcpy.wire import VERSION_STLS, Command, Packet, WireError, read_packet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from backends.projection.simphone.scrcpy.adbd import Adbd

__all__ = ["Wireless"]

_log = logging.getLogger(__name__)
_QR = re.compile(r"WIFI:T:ADB;S:([^;]+);P:([^;]+);;")
_HEAD = struct.Struct(">BBI")
_INFO_SIZE = 8192
_SPAKE, _INFO = 0, 1
_KEY, _GUID = 0, 1


class Wireless:
    """Both ports, and what multicast DNS tells of them."""

    def __init__(self, adbd: Adbd, serial: str, allow: Callable[[auth.PublicKey], None]) -> None:
        self.guid = f"adb-{serial}-{secrets.token_hex(3)}"
        self.announcer = Announcer()
        self.paired = 0
        self.failed = 0
        self._adbd = adbd
        self._allow = allow
        self._keys: list[auth.PublicKey] = []
        self._identity = Identity()
        self._host = "127.0.0.1"
        self._servers: dict[str, asyncio.Server] = {}
        self._tasks: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._code = ""

    @property
    def address(self) -> str:
        """host:port that speaks TLS; empty while wireless debugging is off."""
        server = self._servers.get("connect")
        return f"{self._host}:{server.sockets[0].getsockname()[1]}" if server is not None else ""

    async def switch_on(self, host: str, group: tuple[str, int] | None, port: int = 0) -> None:
        """Wireless debugging on. Raises OSError."""
        self._host = host
        self._servers["connect"] = server = await asyncio.start_server(self._connect, host, port)
        self._announce("_adb-tls-connect._tcp", self.guid, server)
        if group is not None:
            await self.announcer.listen(host, group)

    async def show_code(self) -> dict[str, str]:
        """The page "Pair device with pairing code": six digits and an address."""
        return await self._pairing(f"{secrets.randbelow(1_000_000):06}", self.guid)

    async def scan(self, text: str) -> dict[str, str]:
        """The camera sees a QR code. Raises ValueError for one of something else."""
        match = _QR.fullmatch(text)
        if match is None:
            raise ValueError("no QR code for pairing")
        return await self._pairing(match[2], match[1])

    def close_page(self) -> None:
        """The page with the code is left."""
        if server := self._servers.pop("pairing", None):
            server.close()
        self._withdraw("_adb-tls-pairing._tcp")

    async def close(self) -> None:
        """Everything off."""
        self.announcer.close()
        for server in self._servers.values():
            server.close()
        self._servers.clear()
        for writer in self._tasks.values():
            writer.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _pairing(self, code: str, name: str) -> dict[str, str]:
        self.close_page()
        self._code = code
        self._servers["pairing"] = server = await asyncio.start_server(self._pair, self._host, 0)
        self._announce("_adb-tls-pairing._tcp", name, server)
        return {"code": code, "address": f"{self._host}:{server.sockets[0].getsockname()[1]}"}

    def _announce(self, kind: str, name: str, server: asyncio.Server) -> None:
        port = server.sockets[0].getsockname()[1]
        self._withdraw(kind)
        self.announcer.announcements.append(Announcement(kind, name, self._host, port))

    def _withdraw(self, kind: str) -> None:
        self.announcer.announcements = [one for one in self.announcer.announcements if one.kind != kind]

    # The pairing port.

    async def _pair(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with self._task(writer):
            tls = TlsServer(reader, writer, self._identity, lambda _key: True, [])
            try:
                await tls.handshake()
                async with asyncio.timeout(20):
                    await self._exchange(tls)
                self.paired += 1
                self.close_page()
            except (OSError, asyncio.IncompleteReadError, ValueError, InvalidTag, TimeoutError) as error:
                self.failed += 1
                _log.info("not paired reason=%s", error)
            finally:
                await tls.ended()
                writer.close()

    async def _exchange(self, tls: TlsServer) -> None:
        exchange = Exchange(self._code.encode() + tls.export(b"adb-label\x00", 64))
        tls.write(_HEAD.pack(1, _SPAKE, 32) + exchange.message)
        aead = AESGCM(aes_key(exchange.finish(await self._read(tls, _SPAKE))))
        ours = bytes([_GUID]) + self.guid.encode() + bytes(_INFO_SIZE - 1 - len(self.guid))
        sealed = aead.encrypt(bytes(12), ours, None)
        tls.write(_HEAD.pack(1, _INFO, len(sealed)) + sealed)
        theirs = aead.decrypt(bytes(12), await self._read(tls, _INFO), None)
        if len(theirs) != _INFO_SIZE or theirs[0] != _KEY:
            raise ValueError("that tells no key")
        key = auth.parse_key(theirs[1:].split(b"\0", 1)[0])
        self._keys.append(key)
        self._allow(key)

    async def _read(self, tls: TlsServer, kind: int) -> bytes:
        version, found, size = _HEAD.unpack(await tls.reader.readexactly(_HEAD.size))
        if (version, found) != (1, kind) or not 0 < size <= 2 * _INFO_SIZE:
            raise ValueError(f"unexpected message {version} {found} {size}")
        return await tls.reader.readexactly(size)

    # The port that speaks TLS.

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with self._task(writer):
            tls: TlsServer | None = None
            try:
                greeting = await read_packet(reader, checksum=False)
                if greeting.command != Command.CNXN:
                    return
                writer.write(Packet(Command.STLS, VERSION_STLS, 0).encode(checksum=True))
                answer = await read_packet(reader, checksum=False)
                if answer.command != Command.STLS:
                    return
                tls = TlsServer(reader, writer, self._identity, self._knows, [_fingerprint(key) for key in self._keys])
                await tls.handshake()
                await self._adbd.serve(tls.reader, tls, greeting)
            except (OSError, asyncio.IncompleteReadError, WireError) as error:
                _log.info("no connection reason=%s", error)
            finally:
                if tls is not None:
                    await tls.ended()
                writer.close()

    def _knows(self, key: rsa.RSAPublicKey) -> bool:
        numbers = key.public_numbers()
        return any((one.modulus, one.exponent) == (numbers.n, numbers.e) for one in self._keys)

    def forget(self) -> None:
        """Forget all that were paired."""
        self._keys.clear()

    @contextlib.contextmanager
    def _task(self, writer: asyncio.StreamWriter) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None
        self._tasks[task] = writer
        try:
            yield
        finally:
            del self._tasks[task]


def _fingerprint(key: auth.PublicKey) -> str:
    public = rsa.RSAPublicNumbers(key.exponent, key.modulus).public_key()
    return hashlib.sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest().upper()
