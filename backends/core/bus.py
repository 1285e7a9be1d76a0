"""The only importer of dbus-next: connections, exports, calls and signals in plain Python values.

dbus-next 0.2.3 gives a connection up for good when its socket buffer fills, and loses file descriptors on a short write
(python-dbus-next issue 153); `_Writer` waits for room instead. A reader that stays away is answered in two ways: display-lane
signals are refused while there is a backlog (the service keeps the change for its next set), and past `BACKLOG_LIMIT` messages
the connection is dropped, for whoever owns it to open anew.
"""

from __future__ import annotations

import array
import asyncio
import contextlib
import logging
import os
import socket
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from dbus_next import BusType, Message, MessageFlag, MessageType, NameFlag, RequestNameReply, Variant
from dbus_next._private.unmarshaller import Unmarshaller
from dbus_next.aio import MessageBus
from dbus_next.aio.message_bus import _MessageWriter
from dbus_next.errors import DBusError

from backends.core.errors import ServiceFault
from backends.core.marshal import HasDescriptors, marshal, reader
from backends.core.service import Exported, current_caller
from backends.core.spec import InterfaceSpec
from backends.core.wire import Typed, WireError, conform, from_wire, split_signature, to_wire
from backends.interfaces import ServiceError, Unsubscribe

__all__ = ["BACKLOG_LIMIT", "ERROR_PREFIX", "Bus", "BusLost"]

ERROR_PREFIX = "org.pillion.Error."
BACKLOG_LIMIT = 8192
_CONGESTED = 32
_DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_PROPERTIES = "org.freedesktop.DBus.Properties"
_INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
_logger = logging.getLogger(__name__)

SignalCallback = Callable[[str, tuple[Any, ...]], None]


class BusLost(ConnectionError):
    """The bus connection is gone; open another."""


class _Writer(_MessageWriter):  # type: ignore[misc]  # dbus-next is untyped
    """Waits for room in the socket instead of giving up, and keeps file descriptors until their message has begun."""

    buf: memoryview | None
    offset: int
    unix_fds: list[int] | None
    fut: asyncio.Future[None] | None

    def write_callback(self) -> None:
        try:
            while (buffer := self._next()) is not None:
                data = buffer[self.offset :]
                if self.unix_fds and self.negotiate_unix_fd:
                    ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", self.unix_fds))]
                    self.offset += self.sock.sendmsg([data], ancillary)
                    self.unix_fds = None
                else:
                    self.offset += self.sock.send(data)
                if self.offset < len(buffer):
                    return
                self.buf = None
                if self.fut is not None and not self.fut.done():
                    self.fut.set_result(None)
        except BlockingIOError:
            return
        except OSError as error:
            if self.fut is not None and not self.fut.done():
                self.fut.set_exception(error)
                self.fut.exception()  # nobody may be waiting: a signal is sent and forgotten
                self.fut.exception()  # whoever waits hears of it; that nobody waits is no news
            self.bus._finalize(error)  # noqa: SLF001  # the library's own writer ends a connection this way

    def _next(self) -> memoryview | None:
        if self.buf is None:
            if self.messages.empty():
                self.loop.remove_writer(self.fd)
                return None
            data, self.unix_fds, self.fut = self.messages.get_nowait()
            self.buf, self.offset = memoryview(data), 0
        return self.buf


class _Ready(Message):  # type: ignore[misc]  # dbus-next is untyped
    """A message whose body is bytes already: the library's own way costs four times as much (`pillion bench dbus-cost`)."""

    block = bytearray()

    def _marshall(self, negotiate_unix_fd: bool = False) -> bytearray:
        fields = [
            [code, Typed(kind, value)]
            for code, kind, value in (
                (1, "o", self.path), (2, "s", self.interface), (3, "s", self.member), (4, "s", self.error_name),
                (5, "u", self.reply_serial), (6, "s", self.destination), (8, "g", self.signature),
            )
            if value
        ]  # fmt: skip
        head = (ord("l"), self.message_type.value, self.flags.value, 1, len(self.block), self.serial, fields)
        header = marshal(_HEADER, head)
        return header + bytes(-len(header) & 7) + self.block


_HEADER = ("y", "y", "y", "y", "u", "u", "a(yv)")


def _message(signature: str, values: tuple[Any, ...], **rest: Any) -> tuple[Message, list[int]]:
    """A message with these plain values, and the descriptors that go with it. Raises WireError."""
    kinds = split_signature(signature)
    try:
        block = marshal(kinds, values)
    except HasDescriptors:
        body, fds = _pack(kinds, values)
        return Message(signature=signature, body=body, unix_fds=fds, **rest), fds
    message = _Ready(signature=signature, **rest)
    message.block = block
    return message, []


_ARRAY = "a"


class _PlainList(list[Any]):
    """Values that were read without the library's variants."""


class _PlainDict(dict[Any, Any]):
    """The same."""


class _Unmarshaller(Unmarshaller):  # type: ignore[misc]  # dbus-next is untyped
    """Reads whole arrays of a body in one go: they are what costs."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.offset: int
        self._depth = -1  # the first argument read is the header

    def read_argument(self, type_: Any) -> Any:
        if self._depth == 0 and type_.token in _ARRAY and self.endian == ord("l"):
            try:
                value, offset = reader(type_.signature)(self.buf, self.offset)
            except HasDescriptors:
                pass
            else:
                self.offset = offset
                return (
                    _PlainDict(value)
                    if isinstance(value, dict)
                    else value
                    if isinstance(value, bytes)
                    else _PlainList(value)
                )
        self._depth += 1 if self._depth >= 0 else 2
        try:
            return super().read_argument(type_)
        finally:
            self._depth = max(0, self._depth - 1)


def _pack(kinds: tuple[str, ...], values: tuple[Any, ...]) -> tuple[list[Any], list[int]]:
    if len(kinds) != len(values):
        raise WireError(f"expected {len(kinds)} values, got {len(values)}")
    fds: list[int] = []
    return [
        to_wire(kind, value if kind == "v" else _checked(kind, value), fds, Variant)
        for kind, value in zip(kinds, values, strict=True)
    ], fds


def _checked(kind: str, value: Any) -> Any:
    """Refuse what does not fit, but hand on the original: `Typed` inside containers is still needed."""
    conform(kind, value)
    return float(value) if kind == "d" else value


def _unpack(message: Message) -> tuple[Any, ...]:
    kinds = split_signature(message.signature)
    return tuple(
        list(item) if type(item) is _PlainList else dict(item) if type(item) is _PlainDict
        else from_wire(kind, item, message.unix_fds)
        for kind, item in zip(kinds, message.body, strict=True)
    )  # fmt: skip


class Bus:
    """One connection to a D-Bus daemon."""

    def __init__(self, connection: MessageBus) -> None:
        self._connection = connection
        self._exports: dict[str, dict[str, Exported]] = defaultdict(dict)
        self._signals: dict[tuple[str, str], list[tuple[str | None, SignalCallback]]] = defaultdict(list)
        self._matches: dict[str, int] = defaultdict(int)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = asyncio.ensure_future(_disconnected(connection))
        connection.add_message_handler(self._on_message)

    @classmethod
    async def connect(cls, address: str | None = None, *, system: bool = False) -> Bus:
        """Connect to ``address``, else the session or system bus. Raises BusLost when nobody answers within 5 s."""
        connection: MessageBus | None = None
        try:
            _probe(address)
            async with asyncio.timeout(5):
                connection = MessageBus(
                    bus_address=address,
                    bus_type=BusType.SYSTEM if system else BusType.SESSION,
                    negotiate_unix_fd=True,
                )
                connection._writer = _Writer(connection)  # noqa: SLF001  # the cure has to sit inside the library
                connection._create_unmarshaller = _reading(connection)  # noqa: SLF001
                await connection.connect()
        except Exception as error:
            if connection is not None:
                _close_socket(connection)
            where = address or ("the system bus" if system else "the session bus")
            raise BusLost(f"No D-Bus daemon answers at {where}: {error or 'timed out'}") from error
        return cls(connection)

    @property
    def unique_name(self) -> str:
        """Our name on the bus, such as :1.7."""
        return str(self._connection.unique_name)

    @property
    def connected(self) -> bool:
        """False once the connection is gone."""
        return bool(self._connection.connected)

    @property
    def backlog(self) -> int:
        """Messages waiting for room in the socket."""
        return int(self._connection._writer.messages.qsize())  # noqa: SLF001

    async def wait_closed(self) -> None:
        """Return when the connection has ended, however it did."""
        await asyncio.shield(self._closed)

    async def close(self) -> None:
        """End the connection and everything that hangs on it."""
        for task in list(self._tasks):
            task.cancel()
        if self._connection.connected:
            self._connection.disconnect()
            await asyncio.wait({self._closed}, timeout=2)
        self._closed.cancel()
        _close_socket(self._connection)

    # -- calling -----------------------------------------------------------------------------------------------------

    async def call(
        self,
        destination: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        args: tuple[Any, ...] | list[Any] = (),
        timeout_s: float = 5.0,
    ) -> tuple[Any, ...]:
        """Call a method; the results in plain values, one for each out argument. Raises ServiceError."""
        message, _ = _message(
            signature, tuple(args), destination=destination, path=path, interface=interface, member=member
        )
        if not self.connected:
            raise ServiceError("Gone", "The bus connection is gone")
        try:
            async with asyncio.timeout(timeout_s):
                reply = await self._connection.call(message)
        except TimeoutError:
            raise ServiceError("Timeout", f"{destination} did not answer {member} within {timeout_s:g} s") from None
        except (OSError, EOFError, DBusError) as error:
            raise ServiceError("Gone", f"The bus connection ended during {member}") from error
        if reply is None:
            raise ServiceError("Gone", f"The bus connection ended during {member}")
        if reply.message_type is MessageType.ERROR:
            text = str(reply.body[0]) if reply.body else str(reply.error_name)
            raise ServiceError(_error_word(str(reply.error_name)), text)
        return _unpack(reply)

    async def request_name(self, name: str) -> None:
        """Own a well-known name. Raises BusLost when somebody else has it."""
        reply = await self._connection.request_name(name, NameFlag.DO_NOT_QUEUE)
        if reply not in (RequestNameReply.PRIMARY_OWNER, RequestNameReply.ALREADY_OWNER):
            raise BusLost(f"{name} is taken: another Pillion runs on this bus; end it or use a bus of its own")

    async def release_name(self, name: str) -> None:
        """Give a well-known name back."""
        await self._connection.release_name(name)

    # -- following ---------------------------------------------------------------------------------------------------

    def on_signal(
        self, interface: str, member: str, callback: SignalCallback, *, path: str | None = None, extra: str = ""
    ) -> Unsubscribe:
        """Follow a signal: ``callback(sender, args)``; sender is the unique name. Unsubscribe by calling the result."""
        rule = f"type='signal',interface='{interface}',member='{member}'"
        rule += f",path='{path}'" if path else ""
        rule += f",{extra}" if extra else ""
        entry = (path, callback)
        self._signals[interface, member].append(entry)
        self._count_match(rule, +1)

        def stop() -> None:
            if entry in self._signals[interface, member]:
                self._signals[interface, member].remove(entry)
                self._count_match(rule, -1)

        return stop

    def on_owner(self, name: str, callback: Callable[[str | None], None]) -> Unsubscribe:
        """Told the unique name that owns ``name``, or None, at once and on every change."""

        def changed(_: str, args: tuple[Any, ...]) -> None:
            if args[0] == name:
                callback(args[2] or None)

        async def first() -> None:
            try:
                (owner,) = await self.call(*_DBUS, "GetNameOwner", "s", (name,))
            except ServiceError:
                owner = None
            callback(owner)

        stop = self.on_signal(_DBUS[2], "NameOwnerChanged", changed, path=_DBUS[1], extra=f"arg0='{name}'")
        self._spawn(first())
        return stop

    async def names(self) -> list[str]:
        """All names on the bus."""
        (names,) = await self.call(*_DBUS, "ListNames")
        return list(names)

    def _count_match(self, rule: str, step: int) -> None:
        self._matches[rule] += step
        if self._matches[rule] == (1 if step > 0 else 0) and self.connected:
            # Sent at once, so that it is ahead of whatever the caller asks next: a snapshot must not be older than the match.
            self._connection.send(
                Message(
                    destination=_DBUS[0],
                    path=_DBUS[1],
                    interface=_DBUS[2],
                    member="AddMatch" if step > 0 else "RemoveMatch",
                    signature="s",
                    body=[rule],
                    flags=MessageFlag.NO_REPLY_EXPECTED,
                )
            )

    # -- serving -----------------------------------------------------------------------------------------------------

    def export(self, path: str, exported: Exported) -> Unsubscribe:
        """Serve an object at a path until the result is called."""
        self._exports[path][exported.spec.name] = exported
        stop_emitter = exported.add_emitter(lambda spec, member, args, lane: self._emit(path, spec, member, args, lane))

        def stop() -> None:
            stop_emitter()
            self._exports[path].pop(exported.spec.name, None)

        return stop

    def _emit(self, path: str, spec: InterfaceSpec, member: str, args: tuple[Any, ...], lane: str) -> bool:
        if not self.connected or (lane == "display" and self.backlog > _CONGESTED):
            return False
        if self.backlog > BACKLOG_LIMIT:
            _logger.warning("bus backlog messages=%d action=disconnect", self.backlog)
            self._connection.disconnect()
            return False
        interface, kinds = spec.name, spec.signals.get(member, ())
        if member == "PropertiesChanged":
            values = {name: Typed(spec.properties[name][0], value) for name, value in args[0].items()}
            interface, kinds, args = _PROPERTIES, ("s", "a{sv}", "as"), (spec.name, values, [])
        message, _ = _message(
            "".join(kinds), args, message_type=MessageType.SIGNAL, path=path, interface=interface, member=member
        )
        self._connection.send(message)
        return True

    def _on_message(self, message: Message) -> bool | None:
        if message.message_type is MessageType.SIGNAL:
            if self._signals.get((message.interface, message.member)):
                # Not at once: an answer read just before this has woken its caller, who must see it first. Told the other way
                # round, a snapshot would overwrite the change that came after it, and stay.
                asyncio.get_running_loop().call_soon(self._tell, message, _unpack(message))
            return None
        if message.message_type is MessageType.METHOD_CALL and message.path in self._exports:
            if message.interface == _INTROSPECTABLE:
                self._connection.send(Message.new_method_return(message, "s", [self._introspect(message.path)]))
                return True
            self._spawn(self._serve(message))
            return True
        return None

    def _tell(self, message: Message, args: tuple[Any, ...]) -> None:
        followed = self._signals[message.interface, message.member]
        for entry in list(followed):
            path, callback = entry
            if entry in followed and (path is None or path == message.path):
                callback(str(message.sender), args)

    def _introspect(self, path: str) -> str:
        interfaces = "".join(exported.spec.xml for exported in self._exports[path].values())
        return f'<node name="{path}">{interfaces}</node>'

    async def _serve(self, message: Message) -> None:
        current_caller.set(str(message.sender))
        fds: list[int] = []
        try:
            signature, results = await self._dispatch(self._exports[message.path], message)
            reply, fds = _message(
                signature,
                results,
                message_type=MessageType.METHOD_RETURN,
                reply_serial=message.serial,
                destination=message.sender,
            )
        except ServiceFault as fault:
            reply = Message.new_error(message, ERROR_PREFIX + fault.name, str(fault))
        except (LookupError, WireError) as error:
            reply = Message.new_error(message, ERROR_PREFIX + "Invalid", str(error))
        except Exception as error:
            _logger.exception("method failed interface=%s member=%s", message.interface, message.member)
            reply = Message.new_error(message, ERROR_PREFIX + "Failed", f"{message.member}: {error}")
        try:
            if self.connected:
                await self._connection.send(reply)
        finally:
            for fd in fds:
                os.close(fd)

    async def _dispatch(self, exports: dict[str, Exported], message: Message) -> tuple[str, tuple[Any, ...]]:
        args = _unpack(message)
        if message.interface == _PROPERTIES:
            return await _properties_call(exports[args[0]], str(message.member), args[1:])
        if message.interface and message.interface not in exports:
            raise LookupError(f"There is no interface {message.interface} here")
        exported = exports[message.interface] if message.interface else next(iter(exports.values()))
        if message.member not in exported.spec.methods:
            raise LookupError(f"{exported.spec.name} has no method {message.member}")
        method = exported.spec.methods[message.member]
        if "".join(method.takes) != message.signature:
            raise WireError(f"{message.member} takes ({''.join(method.takes)}), not ({message.signature})")
        return "".join(method.gives), await exported.invoke(str(message.member), args)

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _reading(connection: MessageBus) -> Callable[[], _Unmarshaller]:
    """As the library makes them, with descriptors."""
    return lambda: _Unmarshaller(None, connection._sock)  # noqa: SLF001


def _probe(address: str | None) -> None:
    """Ask at a socket before dbus-next does: it forgets to close one that is refused. Raises OSError."""
    if address is None or not address.startswith("unix:path="):
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.connect(address.removeprefix("unix:path=").partition(",")[0])


def _close_socket(connection: MessageBus) -> None:
    """dbus-next leaves it to the collector, which warns."""
    connection._sock.close()  # noqa: SLF001
    connection._stream.close()  # noqa: SLF001


async def _disconnected(connection: MessageBus) -> None:
    with contextlib.suppress(OSError, EOFError):
        await connection.wait_for_disconnect()


async def _properties_call(exported: Exported, member: str, args: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    types = exported.spec.properties
    match member:
        case "GetAll":
            return "a{sv}", ({n: Typed(types[n][0], v) for n, v in exported.properties.items()},)
        case "Get":
            return "v", (Typed(types[args[0]][0], exported.properties[args[0]]),)
        case "Set":
            await exported.write_property(args[0], args[1])
            return "", ()
    raise LookupError(f"no such method: {member}")


def _error_word(name: str) -> str:
    if name.startswith(ERROR_PREFIX):
        return name.removeprefix(ERROR_PREFIX)
    if name.endswith((".ServiceUnknown", ".NameHasNoOwner", ".Disconnected")):
        return "Gone"
    return "Timeout" if name.endswith((".NoReply", ".Timeout", ".TimedOut")) else "Failed"
