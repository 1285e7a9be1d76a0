"""Plain values to the bytes of a D-Bus message body and back, without an object for every variant in between.

The library marshals in several passes (check, wrap, verify, write) with a call for each value in each; a change set of the
vehicle cost more than a millisecond. Here one function is made for each signature and kept. Byte order is little-endian, as the
library's.
https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol-marshaling
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from backends.core.wire import Typed, WireError, infer, split_signature

__all__ = ["HasDescriptors", "marshal", "reader"]

Writer = Callable[[bytearray, Any], None]
Reader = Callable[[Any, int], tuple[Any, int]]

_NUMBERS = {
    "n": (struct.Struct("<h"), 2), "q": (struct.Struct("<H"), 2), "i": (struct.Struct("<i"), 4), "u": (struct.Struct("<I"), 4),
    "x": (struct.Struct("<q"), 8), "t": (struct.Struct("<Q"), 8), "d": (struct.Struct("<d"), 8), "y": (struct.Struct("<B"), 1),
}  # fmt: skip
_ALIGN = {"y": 1, "g": 1, "v": 1, "n": 2, "q": 2, "x": 8, "t": 8, "d": 8, "(": 8, "{": 8}
_PAD = [bytes(n) for n in range(8)]
_U32 = struct.Struct("<I")
_SHORT = 200


class HasDescriptors(Exception):
    """A file descriptor is among the values; they travel beside the bytes."""


def marshal(kinds: Sequence[str], values: Sequence[Any]) -> bytearray:
    """The body of a message. Raises WireError for a value that does not fit, HasDescriptors."""
    if len(kinds) != len(values):
        raise WireError(f"expected {len(kinds)} values, got {len(values)}")
    buffer = bytearray()
    for kind, value in zip(kinds, values, strict=True):
        _writer(kind)(buffer, value)
    return buffer


@lru_cache(4096)
def _string(text: str) -> bytes:
    """Length, text and end: paths and words come again and again."""
    data = text.encode()
    return b"".join((_U32.pack(len(data)), data, b"\0"))


def _write_string(buffer: bytearray, value: Any) -> None:
    if type(value) is not str:
        if isinstance(value, Typed):
            return _write_string(buffer, value.value)
        if not isinstance(value, str):
            raise WireError(f"expected a string, got {value!r}")
        value = str(value)
    if "\0" in value:
        raise WireError(f"expected a string, got {value!r}")
    buffer += _PAD[-len(buffer) & 3]
    try:
        buffer += _string(value) if len(value) < _SHORT else _string.__wrapped__(value)
    except UnicodeEncodeError as error:
        raise WireError(f"expected a string, got {value!r}") from error


def _write_boolean(buffer: bytearray, value: Any) -> None:
    if isinstance(value, Typed):
        value = value.value
    if not isinstance(value, bool):
        raise WireError(f"expected a boolean, got {value!r}")
    buffer += _PAD[-len(buffer) & 3]
    buffer += b"\1\0\0\0" if value else b"\0\0\0\0"


def _number_writer(kind: str) -> Writer:
    form, size = _NUMBERS[kind]
    pack, mask = form.pack, size - 1
    right: Any = (int, float) if kind == "d" else int

    def write(buffer: bytearray, value: Any) -> None:
        if isinstance(value, Typed):
            value = value.value
        if isinstance(value, bool) or not isinstance(value, right):
            raise WireError(f"expected a number for {kind}, got {value!r}")
        buffer += _PAD[-len(buffer) & mask]
        try:
            buffer += pack(value)
        except (struct.error, OverflowError) as error:
            raise WireError(f"expected a number for {kind}, got {value!r}") from error

    return write


def _write_signature(buffer: bytearray, value: Any) -> None:
    if not isinstance(value, str) or len(value) > 255 or "\0" in value:
        raise WireError(f"expected a string, got {value!r}")
    data = value.encode()
    buffer.append(len(data))
    buffer += data
    buffer.append(0)


_PLAIN = {bool: "b", float: "d", str: "s"}


def _write_variant(buffer: bytearray, value: Any) -> None:
    kind = _PLAIN.get(type(value)) or infer(value)
    if isinstance(value, Typed):
        value = value.value
    _write_signature(buffer, kind)
    _writer(kind)(buffer, value)


def _array_writer(kind: str) -> Writer:
    inner, align = kind[1:], _ALIGN.get(kind[1], 4)
    pair = split_signature(inner[1:-1]) if inner[0] == "{" else ()
    write_key, write_item = (_writer(pair[0]), _writer(pair[1])) if pair else (_writer("s"), _writer(inner))

    def write(buffer: bytearray, value: Any) -> None:
        if isinstance(value, Typed):
            value = value.value
        buffer += _PAD[-len(buffer) & 3]
        place = len(buffer)
        buffer += b"\0\0\0\0"
        buffer += _PAD[-len(buffer) & (align - 1)]
        begin = len(buffer)
        if pair:
            if not isinstance(value, Mapping):
                raise WireError(f"expected a dictionary, got {value!r}")
            for key, item in value.items():
                buffer += _PAD[-len(buffer) & 7]
                write_key(buffer, key)
                write_item(buffer, item)
        elif inner == "y" and isinstance(value, bytes | bytearray):
            buffer += value
        elif isinstance(value, str | bytes) or not isinstance(value, Sequence):
            raise WireError(f"expected a list, got {value!r}")
        else:
            for item in value:
                write_item(buffer, item)
        _U32.pack_into(buffer, place, len(buffer) - begin)

    return write


def _struct_writer(kind: str) -> Writer:
    writers = [_writer(part) for part in split_signature(kind[1:-1])]

    def write(buffer: bytearray, value: Any) -> None:
        if isinstance(value, Typed):
            value = value.value
        if not isinstance(value, Sequence) or len(value) != len(writers):
            raise WireError(f"expected {len(writers)} values for {kind}, got {value!r}")
        buffer += _PAD[-len(buffer) & 7]
        for write_one, item in zip(writers, value, strict=True):
            write_one(buffer, item)

    return write


def _refuse(_buffer: bytearray, _value: Any) -> None:
    raise HasDescriptors


@cache
def _writer(kind: str) -> Writer:
    match kind[0]:
        case "s" | "o":
            return _write_string
        case "b":
            return _write_boolean
        case "g":
            return _write_signature
        case "v":
            return _write_variant
        case "a":
            return _array_writer(kind)
        case "(":
            return _struct_writer(kind)
        case "h":
            return _refuse
    return _number_writer(kind)


# -- reading -----------------------------------------------------------------------------------------------------------


def _read_string(buffer: Any, at: int) -> tuple[str, int]:
    at += -at & 3
    begin = at + 4
    end = begin + _U32.unpack_from(buffer, at)[0]
    return str(buffer[begin:end], "utf-8"), end + 1


def _read_boolean(buffer: Any, at: int) -> tuple[bool, int]:
    at += -at & 3
    return _U32.unpack_from(buffer, at)[0] != 0, at + 4


def _number_reader(kind: str) -> Reader:
    form, size = _NUMBERS[kind]
    unpack, mask = form.unpack_from, size - 1

    def read(buffer: Any, at: int) -> tuple[Any, int]:
        at += -at & mask
        return unpack(buffer, at)[0], at + size

    return read


def _read_signature(buffer: Any, at: int) -> tuple[str, int]:
    end = at + 1 + buffer[at]
    return str(buffer[at + 1 : end], "ascii"), end + 1


def _read_variant(buffer: Any, at: int) -> tuple[Any, int]:
    kind, at = _read_signature(buffer, at)
    return reader(kind)(buffer, at)


def _array_reader(kind: str) -> Reader:
    inner, align = kind[1:], _ALIGN.get(kind[1], 4)
    pair = split_signature(inner[1:-1]) if inner[0] == "{" else ()
    read_key, read_item = (reader(pair[0]), reader(pair[1])) if pair else (reader("s"), reader(inner))

    def read(buffer: Any, at: int) -> tuple[Any, int]:
        at += -at & 3
        size = _U32.unpack_from(buffer, at)[0]
        at += 4
        at += -at & (align - 1)
        end = at + size
        if inner == "y":
            return bytes(buffer[at:end]), end
        if pair:
            table = {}
            while at < end:
                at += -at & 7
                key, at = read_key(buffer, at)
                table[key], at = read_item(buffer, at)
            return table, at
        items = []
        while at < end:
            item, at = read_item(buffer, at)
            items.append(item)
        return items, at

    return read


def _struct_reader(kind: str) -> Reader:
    readers = [reader(part) for part in split_signature(kind[1:-1])]

    def read(buffer: Any, at: int) -> tuple[Any, int]:
        at += -at & 7
        values = []
        for read_one in readers:
            value, at = read_one(buffer, at)
            values.append(value)
        return values, at

    return read


def _stop(_buffer: Any, _at: int) -> tuple[Any, int]:
    raise HasDescriptors


@cache
def reader(kind: str) -> Reader:
    """Reads a value of this type: (bytes of the whole message, offset) to (plain value, offset behind it)."""
    match kind[0]:
        case "s" | "o":
            return _read_string
        case "b":
            return _read_boolean
        case "g":
            return _read_signature
        case "v":
            return _read_variant
        case "a":
            return _array_reader(kind)
        case "(":
            return _struct_reader(kind)
        case "h":
            return _stop
    return _number_reader(kind)
