"""Both ways to a service: over a bus, or straight to the object in this process. See `backends.interfaces.Link`."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from backends.core.bus import Bus, BusLost
from backends.core.errors import ServiceFault
from backends.core.service import LOCAL_CALLER, Exported, Service, current_caller
from backends.core.spec import InterfaceSpec, load_spec
from backends.core.wire import Typed, WireError, conform
from backends.interfaces import SERVICES, ServiceError, Unsubscribe

__all__ = ["BusLink", "LocalLink", "connect_bus", "create_service", "host_local", "published_address", "runtime_dir"]

_RETRY_S = (0.1, 0.2, 0.5, 1.0, 2.0)
_logger = logging.getLogger(__name__)


def runtime_dir() -> Path:
    """Where a running head unit leaves its bus address; private to the user."""
    base = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(base) / "pillion" if base else Path(f"/tmp/pillion-{os.getuid()}")  # noqa: S108  # mode 0700 below
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def published_address() -> str | None:
    """Address of the running head unit's bus: $PILLION_BUS, else what the launcher wrote, else None (the session bus)."""
    if address := os.environ.get("PILLION_BUS"):
        return address
    try:
        return (runtime_dir() / "bus").read_text(encoding="utf-8").strip() or None
    except OSError:
        return None


def create_service(name: str, options: dict[str, Any] | None = None) -> Service:
    """Make a service from its row in SERVICES."""
    module, _, attribute = SERVICES[name].factory.partition(":")
    service: Service = getattr(import_module(module), attribute)(options or {})
    return service


def _result(values: tuple[Any, ...]) -> Any:
    return None if not values else values[0] if len(values) == 1 else values


class BusLink:
    """A `Link` over D-Bus that comes back by itself when the daemon does."""

    def __init__(self, bus: Bus, address: str | None = None, *, reconnect: bool = True) -> None:
        self._bus = bus
        self._address = address
        self._wanted: dict[object, Callable[[Bus], Unsubscribe]] = {}
        self._active: dict[object, Unsubscribe] = {}
        self._lost: dict[object, Callable[[], None]] = {}
        self._closing = False
        self._keeper = asyncio.get_running_loop().create_task(self._keep()) if reconnect else None

    @property
    def bus(self) -> Bus:
        """The connection in use now."""
        return self._bus

    async def _keep(self) -> None:
        while True:
            await self._bus.wait_closed()
            if self._closing:  # a cancellation that came while the connection ended is not told from its end
                return
            for lost in list(self._lost.values()):
                lost()
            self._active.clear()
            await self._reopen()
            for key, follow in self._wanted.items():
                self._active[key] = follow(self._bus)

    async def _reopen(self) -> None:
        attempt = 0
        while True:
            await asyncio.sleep(_RETRY_S[min(attempt, len(_RETRY_S) - 1)])
            attempt += 1
            try:
                self._bus = await Bus.connect(self._address)
            except BusLost as error:
                _logger.info("bus away attempt=%d error=%s", attempt, error)
            else:
                return

    async def call(self, service: str, member: str, *args: Any, timeout_s: float = 5.0) -> Any:
        definition = SERVICES[service]
        method = load_spec(definition.interface).methods[member]
        try:
            return _result(
                await self._bus.call(
                    definition.bus_name,
                    definition.path,
                    definition.interface,
                    member,
                    "".join(method.takes),
                    args,
                    timeout_s,
                )
            )
        except WireError as error:
            raise ServiceError("Invalid", str(error)) from error

    async def properties(self, service: str) -> dict[str, Any]:
        definition = SERVICES[service]
        interface = "org.freedesktop.DBus.Properties"
        (values,) = await self._bus.call(
            definition.bus_name, definition.path, interface, "GetAll", "s", (definition.interface,)
        )
        return dict(values)

    def _follow(self, follow: Callable[[Bus], Unsubscribe], lost: Callable[[], None] | None = None) -> Unsubscribe:
        key = object()
        self._wanted[key] = follow
        if lost:
            self._lost[key] = lost
        self._active[key] = follow(self._bus)

        def stop() -> None:
            self._wanted.pop(key, None)
            self._lost.pop(key, None)
            if active := self._active.pop(key, None):
                active()

        return stop

    def on_signal(self, service: str, member: str, callback: Callable[..., None]) -> Unsubscribe:
        definition = SERVICES[service]
        interface = definition.interface
        if member != "PropertiesChanged":
            return self._follow(
                lambda bus: bus.on_signal(interface, member, lambda _, args: callback(*args), path=definition.path)
            )

        def changed(_: str, args: tuple[Any, ...]) -> None:
            if args[0] == interface:
                callback(args[1])

        properties = "org.freedesktop.DBus.Properties"
        return self._follow(lambda bus: bus.on_signal(properties, member, changed, path=definition.path))

    def on_presence(self, service: str, callback: Callable[[bool], None]) -> Unsubscribe:
        name = SERVICES[service].bus_name
        return self._follow(
            lambda bus: bus.on_owner(name, lambda owner: callback(owner is not None)), lambda: callback(False)
        )

    async def close(self) -> None:
        self._closing = True
        if self._keeper:
            self._keeper.cancel()
            await asyncio.wait({self._keeper})
        await self._bus.close()


class LocalLink:
    """A `Link` to services that live in this process; values are checked and copied as a bus would."""

    def __init__(self) -> None:
        self._services: dict[str, Service] = {}
        self._signals: dict[tuple[str, str], list[Callable[..., None]]] = defaultdict(list)
        self._presence: dict[str, list[Callable[[bool], None]]] = defaultdict(list)
        self._loop = asyncio.get_running_loop()

    async def add(self, service: Service) -> None:
        """Start a service and announce it."""
        service.link = self
        await service.start()
        service.add_emitter(lambda spec, member, args, _: self._emit(service.NAME, spec, member, args))
        self._services[service.NAME] = service
        for callback in self._presence[service.NAME]:
            callback(True)

    async def remove(self, name: str) -> None:
        """Stop a service, as if its process had ended."""
        service = self._services.pop(name)
        for callback in self._presence[name]:
            callback(False)
        await service.stop()

    def _emit(self, name: str, spec: InterfaceSpec, member: str, args: tuple[Any, ...]) -> bool:
        if name not in self._services:
            return True
        if member == "PropertiesChanged":
            types = spec.properties
            values: tuple[Any, ...] = ({key: conform(types[key][0], value) for key, value in args[0].items()},)
        else:
            values = _conform_all(spec.signals[member], args)
        for callback in list(self._signals[name, member]):
            self._loop.call_soon(callback, *values)
        return True

    async def call(self, service: str, member: str, *args: Any, timeout_s: float = 5.0) -> Any:
        hosted: Exported | None = self._services.get(service)
        if hosted is None:
            raise ServiceError("Gone", f"The {service} service is not running")
        method = hosted.spec.methods[member]
        token = current_caller.set(LOCAL_CALLER)
        try:
            async with asyncio.timeout(timeout_s):
                results = await hosted.invoke(member, _copied(method.takes, _conform_all(method.takes, args)))
            return _result(_conform_all(method.gives, results))
        except ServiceFault as fault:
            raise ServiceError(fault.name, str(fault)) from fault
        except TimeoutError:
            raise ServiceError("Timeout", f"{service} did not answer {member} within {timeout_s:g} s") from None
        except WireError as error:
            raise ServiceError("Invalid", str(error)) from error
        finally:
            current_caller.reset(token)

    async def properties(self, service: str) -> dict[str, Any]:
        if service not in self._services:
            raise ServiceError("Gone", f"The {service} service is not running")
        hosted = self._services[service]
        return {name: conform(hosted.spec.properties[name][0], value) for name, value in hosted.properties.items()}

    def on_signal(self, service: str, member: str, callback: Callable[..., None]) -> Unsubscribe:
        callbacks = self._signals[service, member]
        callbacks.append(callback)
        return lambda: callbacks.remove(callback)

    def on_presence(self, service: str, callback: Callable[[bool], None]) -> Unsubscribe:
        callbacks = self._presence[service]
        callbacks.append(callback)
        self._loop.call_soon(callback, service in self._services)
        return lambda: callbacks.remove(callback)

    async def close(self) -> None:
        for name in reversed(list(self._services)):
            await self.remove(name)


def _copied(kinds: tuple[str, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A bus hands over copies of descriptors; whoever called keeps its own. Raises WireError."""
    try:
        return tuple(os.dup(value) if kind == "h" else value for kind, value in zip(kinds, values, strict=True))
    except OSError as error:
        raise WireError(f"no such descriptor: {error}") from error


def _conform_all(kinds: tuple[str, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(kinds) != len(values):
        raise WireError(f"expected {len(kinds)} values, got {len(values)}")
    return tuple(
        conform(kind, value.value if isinstance(value, Typed) and kind != "v" else value)
        for kind, value in zip(kinds, values, strict=True)
    )


async def connect_bus(address: str | None = None) -> BusLink:
    """A link over the bus at ``address``, else the running head unit's, else the session bus. Raises BusLost."""
    where = address or published_address()
    return BusLink(await Bus.connect(where), where)


async def host_local(names: list[str], options: dict[str, dict[str, Any]]) -> LocalLink:
    """Run services in this process."""
    link = LocalLink()
    for name in names:
        await link.add(create_service(name, options.get(name)))
    return link
