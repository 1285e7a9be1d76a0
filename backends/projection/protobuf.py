"""Protocol Buffers' wire format, as far as phones use it: tables of fields in, bounded reading, exact writing.

A table is made of fields (`uint`, `integer`, `text`, `nested` …) and turns a dict into bytes and back. Reading keeps to
what was sent: an absent single field is absent from the dict, a repeated one is a list always, unknown fields are skipped.
Format: protobuf.dev/programming-guides/encoding.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

__all__ = [
    "DEPTH_MAX",
    "FIELDS_MAX",
    "Field",
    "Message",
    "ProtobufError",
    "boolean",
    "data",
    "fixed32",
    "fixed64",
    "integer",
    "nested",
    "number32",
    "number64",
    "raw_fields",
    "signed",
    "text",
    "uint",
]

DEPTH_MAX = 12
"""Messages inside messages."""
FIELDS_MAX = 8192
"""Values in one message, those of the messages inside it counted too."""

_VARINT, _I64, _LEN, _I32 = 0, 1, 2, 5
_VARINT_BYTES = 10
_U64 = (1 << 64) - 1


class ProtobufError(ValueError):
    """The bytes are no message, or more than is read."""


class _Kind(Enum):
    UINT = _VARINT
    INTEGER = (_VARINT, "two's complement of 64 bits")
    SIGNED = (_VARINT, "zigzag")
    BOOLEAN = (_VARINT, "bool")
    FIXED64 = _I64
    DOUBLE = (_I64, "double")
    TEXT = _LEN
    DATA = (_LEN, "bytes")
    NESTED = (_LEN, "message")
    FIXED32 = _I32
    FLOAT = (_I32, "float")

    @property
    def wire(self) -> int:
        value = self.value
        return int(value[0] if isinstance(value, tuple) else value)


_STRUCTS = {
    _Kind.FIXED64: struct.Struct("<Q"),
    _Kind.DOUBLE: struct.Struct("<d"),
    _Kind.FIXED32: struct.Struct("<I"),
    _Kind.FLOAT: struct.Struct("<f"),
}
_WIRE_BYTES = {_I64: 8, _I32: 4}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table. ``packed`` is how a repeated number is written; both ways are read."""

    number: int
    name: str
    kind: _Kind
    message: Message | None = None
    repeated: bool = False
    required: bool = False
    packed: bool = False

    @property
    def many(self) -> Field:
        """The same, any number of times."""
        return replace(self, repeated=True)

    @property
    def must(self) -> Field:
        """The same, and a message without it is refused."""
        return replace(self, required=True)

    @property
    def pack(self) -> Field:
        """A repeated number, written as one block."""
        return replace(self, repeated=True, packed=True)


def _maker(kind: _Kind) -> Callable[[int, str], Field]:
    return lambda number, name: Field(number, name, kind)


uint = _maker(_Kind.UINT)
"""uint32, uint64."""
integer = _maker(_Kind.INTEGER)
"""int32, int64 and enums."""
signed = _maker(_Kind.SIGNED)
"""sint32, sint64."""
boolean = _maker(_Kind.BOOLEAN)
text = _maker(_Kind.TEXT)
"""string; bytes that are no UTF-8 are read as the replacement character."""
data = _maker(_Kind.DATA)
"""bytes."""
fixed32 = _maker(_Kind.FIXED32)
fixed64 = _maker(_Kind.FIXED64)
number32 = _maker(_Kind.FLOAT)
"""float."""
number64 = _maker(_Kind.DOUBLE)
"""double."""


def nested(number: int, name: str, message: Message) -> Field:
    """A message inside the message."""
    return Field(number, name, _Kind.NESTED, message)


class Message:
    """A table: ``Message("device info", text(1, "os"), uint(2, "battery").must)``. The name is for errors."""

    def __init__(self, name: str, *fields: Field) -> None:
        self.name = name
        self.fields = fields
        self._by_number = {field.number: field for field in fields}
        self._by_name = {field.name: field for field in fields}
        if len(self._by_number) < len(fields) or len(self._by_name) < len(fields):
            raise ValueError(f"{name} has a number or a name twice")

    def encode(self, values: Mapping[str, Any]) -> bytes:
        """In the table's order; None is left out. Raises ValueError: no such field, a value that does not fit, one missing."""
        unknown = [name for name in values if name not in self._by_name]
        if unknown:
            raise ValueError(f"{self.name} has no {unknown[0]}")
        out = bytearray()
        for field in self.fields:
            value = values.get(field.name)
            if value is None:
                if field.required:
                    raise ValueError(f"{self.name} needs {field.name}")
            elif field.packed:
                block = b"".join(_encode_value(field, one) for one in value)
                if block:
                    out += _varint(field.number << 3 | _LEN) + _varint(len(block)) + block
            else:
                tag = _varint(field.number << 3 | field.kind.wire)
                for one in value if field.repeated else (value,):
                    out += tag + _encode_value(field, one)
        return bytes(out)

    def decode(self, encoded: bytes | bytearray | memoryview) -> dict[str, Any]:
        """Raises ProtobufError. Of a single field that was sent more than once the last counts."""
        return self.read(memoryview(encoded), DEPTH_MAX, [FIELDS_MAX])

    def read(self, encoded: memoryview, depth: int, budget: list[int]) -> dict[str, Any]:
        """As `decode`, with what is left of both limits."""
        if not depth:
            raise ProtobufError(f"{self.name}: nested too deep")
        values: dict[str, Any] = {field.name: [] for field in self.fields if field.repeated}
        for number, wire, raw in _walk(encoded, budget):
            field = self._by_number.get(number)
            if field is None:
                continue
            if wire == field.kind.wire:
                value = _decode_value(field, raw, depth, budget)
                if field.repeated:
                    values[field.name].append(value)
                else:
                    values[field.name] = value
            elif wire == _LEN and field.repeated and isinstance(raw, memoryview):
                values[field.name] += _unpack(field, raw, budget)
            else:
                raise ProtobufError(f"{self.name}: {field.name} is of another kind")
        for field in self.fields:
            if field.required and field.name not in values:
                raise ProtobufError(f"{self.name}: {field.name} is missing")
        return values


def raw_fields(encoded: bytes | bytearray | memoryview) -> Iterator[tuple[int, int, int | bytes]]:
    """Number, wire type and value of each field, for bytes without a table. Raises ProtobufError."""
    for number, wire, raw in _walk(memoryview(encoded), [FIELDS_MAX]):
        yield number, wire, bytes(raw) if isinstance(raw, memoryview) else raw


def _walk(encoded: memoryview, budget: list[int]) -> Iterator[tuple[int, int, int | memoryview]]:
    at, end = 0, len(encoded)
    while at < end:
        _spend(budget)
        tag, at = _read_varint(encoded, at)
        number, wire = tag >> 3, tag & 7
        if not 0 < number < 1 << 29:
            raise ProtobufError(f"no field has the number {number}")
        if wire == _VARINT:
            value, at = _read_varint(encoded, at)
            yield number, wire, value
            continue
        if wire == _LEN:
            size, at = _read_varint(encoded, at)
        elif wire in _WIRE_BYTES:
            size = _WIRE_BYTES[wire]
        else:
            raise ProtobufError(f"wire type {wire} is not read")
        if size > end - at:
            raise ProtobufError(f"field {number} of {size} bytes is longer than what is left")
        yield number, wire, encoded[at : at + size]
        at += size


def _decode_value(field: Field, raw: int | memoryview, depth: int, budget: list[int]) -> Any:
    if isinstance(raw, int):
        return _number(field.kind, raw)
    if field.kind in _STRUCTS:
        return _STRUCTS[field.kind].unpack(raw)[0]
    if field.message is not None:
        return field.message.read(raw, depth - 1, budget)
    return str(raw, "utf-8", "replace") if field.kind is _Kind.TEXT else bytes(raw)


def _unpack(field: Field, raw: memoryview, budget: list[int]) -> list[Any]:
    found: list[Any] = []
    at = 0
    while at < len(raw):
        _spend(budget)
        if field.kind in _STRUCTS:
            layout = _STRUCTS[field.kind]
            if at + layout.size > len(raw):
                raise ProtobufError(f"{field.name} ends in the middle")
            found.append(layout.unpack_from(raw, at)[0])
            at += layout.size
        else:
            value, at = _read_varint(raw, at)
            found.append(_number(field.kind, value))
    return found


def _number(kind: _Kind, value: int) -> int | bool:
    if kind is _Kind.INTEGER:
        return value - (1 << 64) if value >> 63 else value
    if kind is _Kind.SIGNED:
        return value >> 1 ^ -(value & 1)
    return bool(value) if kind is _Kind.BOOLEAN else value


def _encode_value(field: Field, value: Any) -> bytes:
    match field.kind:
        case _Kind.UINT | _Kind.BOOLEAN:
            number = int(value)
            if not 0 <= number <= _U64:
                raise ValueError(f"{field.name} cannot be {value}")
            return _varint(number)
        case _Kind.INTEGER | _Kind.SIGNED:
            number = int(value)
            if not -(1 << 63) <= number < 1 << 63:
                raise ValueError(f"{field.name} cannot be {value}")
            return _varint((number << 1 ^ number >> 63 if field.kind is _Kind.SIGNED else number) & _U64)
        case _Kind.TEXT:
            block = str(value).encode()
        case _Kind.DATA:
            block = bytes(value)
        case _Kind.NESTED if field.message is not None:
            block = field.message.encode(value)
        case kind:
            try:
                return _STRUCTS[kind].pack(value)
            except (struct.error, OverflowError) as error:
                raise ValueError(f"{field.name} cannot be {value}") from error
    return _varint(len(block)) + block


def _spend(budget: list[int]) -> None:
    budget[0] -= 1
    if budget[0] < 0:
        raise ProtobufError(f"more than {FIELDS_MAX} values")


def _read_varint(encoded: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    for index in range(at, min(at + _VARINT_BYTES, len(encoded))):
        byte = encoded[index]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value & _U64, index + 1
        shift += 7
    raise ProtobufError("a number has no end")


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
