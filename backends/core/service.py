"""What every service is made of.

A service is one object that implements one of our interfaces: each D-Bus member is a method with the snake_case name
(``PlayPause`` is ``play_pause``), plain or async, taking and giving plain Python values. It runs on the bus or in the
display's process without knowing which; `Service.bus` is there only on a bus.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ClassVar

from backends.core.errors import Failed, Invalid
from backends.core.spec import InterfaceSpec, load_spec, python_name
from backends.interfaces import SERVICES

if TYPE_CHECKING:
    from backends.core.bus import Bus
    from backends.interfaces import Link

__all__ = ["LOCAL_CALLER", "Exported", "Service", "current_caller"]

LOCAL_CALLER = "local"
current_caller: ContextVar[str] = ContextVar("current_caller", default=LOCAL_CALLER)
"""Unique bus name of whoever called the method that runs now."""

Emitter = Callable[[InterfaceSpec, str, tuple[Any, ...], str], bool]


class Exported:
    """An object with one D-Bus interface: members by name, properties as a dict, signals through whoever exports it."""

    def __init__(self, spec: InterfaceSpec, target: object | None = None) -> None:
        self.spec = spec
        self._target = self if target is None else target
        self._properties: dict[str, Any] = {}
        self._emitters: list[Emitter] = []

    @property
    def properties(self) -> Mapping[str, Any]:
        """Current D-Bus properties by name."""
        return self._properties

    def set_property(self, name: str, value: Any) -> None:
        """Set a property; PropertiesChanged goes out when it differs."""
        if name not in self.spec.properties:
            raise LookupError(f"{self.spec.name} has no property {name}")
        if name in self._properties and self._properties[name] == value:
            return
        self._properties[name] = value
        for emitter in self._emitters:
            emitter(self.spec, "PropertiesChanged", ({name: value},), "now")

    def emit(self, member: str, *args: Any, lane: str = "now") -> bool:
        """Send a signal. False: the display lane is congested and took nothing; keep the change for the next set."""
        taken = [emitter(self.spec, member, args, lane) for emitter in self._emitters]
        return all(taken)

    def add_emitter(self, emitter: Emitter) -> Callable[[], None]:
        """Used by the bus or the local link to carry this object's signals; returns how to stop."""
        self._emitters.append(emitter)
        return lambda: self._emitters.remove(emitter)

    async def write_property(self, name: str, value: Any) -> None:
        """A client writes a property: goes to ``write_<name>`` of the target."""
        writer = getattr(self._target, "write_" + python_name(name), None)
        if writer is None:
            raise Invalid(f"{name} cannot be written")
        result = writer(value)
        if inspect.isawaitable(result):
            await result

    async def invoke(self, member: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """Run a method; the result is the tuple of out arguments."""
        method = getattr(self._target, python_name(member), None)
        if method is None:
            raise Failed(f"{self.spec.name}.{member} is not implemented")
        result = method(*args)
        if inspect.isawaitable(result):
            result = await result
        gives = self.spec.methods[member].gives
        if not gives:
            return ()
        return (result,) if len(gives) == 1 else tuple(result)


class Service(Exported):
    """Base of our services. Subclasses set NAME, implement the members, and begin and end work in start() and stop()."""

    NAME: ClassVar[str]

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        self.definition = SERVICES[self.NAME]
        super().__init__(load_spec(self.definition.interface))
        self.options: Mapping[str, Any] = options or {}
        self.bus: Bus | None = None
        self.link: Link | None = None
        self._caller_gone: list[Callable[[str], None]] = []
        if "Ready" in self.spec.properties:
            self._properties["Ready"] = False

    def on_caller_gone(self, callback: Callable[[str], None]) -> None:
        """Told the unique name of each client that leaves the bus."""
        self._caller_gone.append(callback)

    def caller_gone(self, name: str) -> None:
        """Called by the bus side."""
        for callback in self._caller_gone:
            callback(name)

    async def start(self) -> None:
        """Begin work; called with `bus` and `link` set, before the name is taken. Must return soon: slow work goes into tasks."""

    async def stop(self) -> None:
        """End work and let go of everything."""
