"""A connection to a D-Bus daemon: calls, signals and exports.

A reader that stays away is answered in two ways: display-lane signals are refused while there is a backlog (the service keeps the
change for its next set), and past `BACKLOG_LIMIT` messages the connection is dropped, for whoever owns it to open anew.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from dbus_next import Message, MessageFlag, MessageType, NameFlag, RequestNameReply
from dbus_next.aio import MessageBus
from dbus_next.errors import DBusError

from backends.core.bus.message import make_message, unpack
from backends.core.bus.serving import INTROSPECTABLE, PROPERTIES, dispatch, introspected
from backends.core.bus.transport import backlog, close_socket, disconnected, opened, probe
from backends.core.errors import ServiceFault
from backends.core.service import Exported, current_caller
from backends.core.spec import InterfaceSpec
from backends.core.wire import Typed, WireError
from backends.interfaces import ServiceError, Unsubscribe

__all__ = ["BACKLOG_LIMIT", "ERROR_PREFIX", "Bus", "BusLost"]

ERROR_PREFIX = "org.pillion.Error."
BACKLOG_LIMIT = 8192
_CONGESTED = 32
_DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_logger = logging.getLogger(__name__)

SignalCallback = Callable[[str, tuple[Any, ...]], None]


class BusLost(ConnectionError):
    """The bus connection is gone; open another."""


class Bus:
    """One connection to a D-Bus daemon."""

    def __init__(self, connection: MessageBus) -> None:
        self._connection = connection
        self._exports: dict[str, dict[str, Exported]] = defaultdict(dict)
        self._signals: dict[tuple[str, str], list[tuple[str | None, SignalCallback]]] = defaultdict(list)
        self._matches: dict[str, int] = defaultdict(int)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = asyncio.ensure_future(disconnected(connection))
        connection.add_message_handler(self._on_message)

    @classmethod
    async def connect(cls, address: str | None = None, *, system: bool = False) -> Bus:
        """Connect to ``address``, else the session or system bus. Raises BusLost when nobody answers within 5 s."""
        connection: MessageBus | None = None
        try:
            probe(address)
            async with asyncio.timeout(5):
                connection = opened(address, system)
                await connection.connect()
        except asyncio.CancelledError:
            if connection is not None:
                close_socket(connection)
            raise
        except Exception as error:
            if connection is not None:
                close_socket(connection)
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
        return backlog(self._connection)

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
        close_socket(self._connection)

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
        message, _ = make_message(
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
        return unpack(reply)

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
            interface, kinds, args = PROPERTIES, ("s", "a{sv}", "as"), (spec.name, values, [])
        message, _ = make_message(
            "".join(kinds), args, message_type=MessageType.SIGNAL, path=path, interface=interface, member=member
        )
        self._connection.send(message)
        return True

    def _on_message(self, message: Message) -> bool | None:
        if message.message_type is MessageType.SIGNAL:
            if self._signals.get((message.interface, message.member)):
                # Not at once: an answer read just before this has woken its caller, who must see it first. Told the other way
                # round, a snapshot would overwrite the change that came after it, and stay.
                asyncio.get_running_loop().call_soon(self._tell, message, unpack(message))
            return None
        if message.message_type is MessageType.METHOD_CALL and message.path in self._exports:
            if message.interface == INTROSPECTABLE:
                self._connection.send(
                    Message.new_method_return(message, "s", [introspected(message.path, self._exports[message.path])])
                )
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

    async def _serve(self, message: Message) -> None:
        current_caller.set(str(message.sender))
        fds: list[int] = []
        try:
            signature, results = await dispatch(self._exports[message.path], message)
            reply, fds = make_message(
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

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _error_word(name: str) -> str:
    if name.startswith(ERROR_PREFIX):
        return name.removeprefix(ERROR_PREFIX)
    if name.endswith((".ServiceUnknown", ".NameHasNoOwner", ".Disconnected")):
        return "Gone"
    return "Timeout" if name.endswith((".NoReply", ".Timeout", ".TimedOut")) else "Failed"
