"""Messages of dbus-next with the bodies read and written by our own marshaller, in plain Python values."""

from __future__ import annotations

from typing import Any

from dbus_next import Message, Variant
from dbus_next._private.unmarshaller import Unmarshaller

from backends.core.marshal import HasDescriptors, marshal, reader
from backends.core.wire import Typed, WireError, conform, from_wire, split_signature, to_wire

__all__ = ["PlainUnmarshaller", "make_message", "pack", "unpack"]

_HEADER = ("y", "y", "y", "y", "u", "u", "a(yv)")
_ARRAY = "a"


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


def make_message(signature: str, values: tuple[Any, ...], **rest: Any) -> tuple[Message, list[int]]:
    """A message with these plain values, and the descriptors that go with it. Raises WireError."""
    kinds = split_signature(signature)
    try:
        block = marshal(kinds, values)
    except HasDescriptors:
        body, fds = pack(kinds, values)
        return Message(signature=signature, body=body, unix_fds=fds, **rest), fds
    message = _Ready(signature=signature, **rest)
    message.block = block
    return message, []


class _PlainList(list[Any]):
    """Values that were read without the library's variants."""


class _PlainDict(dict[Any, Any]):
    """The same."""


class PlainUnmarshaller(Unmarshaller):  # type: ignore[misc]  # dbus-next is untyped
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


def pack(kinds: tuple[str, ...], values: tuple[Any, ...]) -> tuple[list[Any], list[int]]:
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


def unpack(message: Message) -> tuple[Any, ...]:
    kinds = split_signature(message.signature)
    return tuple(
        list(item) if type(item) is _PlainList else dict(item) if type(item) is _PlainDict
        else from_wire(kind, item, message.unix_fds)
        for kind, item in zip(kinds, message.body, strict=True)
    )  # fmt: skip
