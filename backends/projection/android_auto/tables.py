"""Message tables as frozen dataclasses over `backends.projection.protobuf`: ``level: int = unsigned(1, 0)``.

What is absent keeps its default. None and the empty tuple are not written; everything else is, zero included: peers tell an
absent field from a zero.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, Self, dataclass_transform

from backends.projection import protobuf as pb

__all__ = [
    "Table",
    "blob",
    "flag",
    "inner",
    "inners",
    "numbers",
    "signed",
    "string",
    "strings",
    "unsigned",
    "zigzag",
]

REPEATS_MAX = 256
"""Values that are kept of one repeated field."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Spec:
    field: pb.Field
    table: Callable[[], type[Table]] | None = None


def _column(field: pb.Field, default: Any = None, table: Any = None) -> Any:
    return dataclasses.field(default=() if field.repeated else default, metadata={"spec": _Spec(field, table)})


def unsigned(tag: int, default: int | None = None) -> Any:
    """A number of up to 64 bits without a sign."""
    return _column(pb.uint(tag, str(tag)), default)


def signed(tag: int, default: int | None = None) -> Any:
    """A number in two's complement (int32, int64, enum)."""
    return _column(pb.integer(tag, str(tag)), default)


def zigzag(tag: int, default: int | None = None) -> Any:
    """A number with its sign in the lowest bit (sint32)."""
    return _column(pb.signed(tag, str(tag)), default)


def flag(tag: int, default: bool | None = None) -> Any:
    """True or false."""
    return _column(pb.boolean(tag, str(tag)), default)


def blob(tag: int, default: bytes | None = None) -> Any:
    """Bytes."""
    return _column(pb.data(tag, str(tag)), default)


def string(tag: int, default: str | None = None) -> Any:
    """UTF-8."""
    return _column(pb.text(tag, str(tag)), default)


def strings(tag: int) -> Any:
    """Any number of texts."""
    return _column(pb.text(tag, str(tag)).many)


def numbers(tag: int, *, packed: bool = True) -> Any:
    """Any number of numbers with signs; read packed or not."""
    return _column(pb.integer(tag, str(tag)).pack if packed else pb.integer(tag, str(tag)).many)


def inner(tag: int, table: Callable[[], Any]) -> Any:
    """A message in the message; ``table`` gives its class, which may be defined later."""
    return _column(pb.data(tag, str(tag)), None, table)


def inners(tag: int, table: Callable[[], Any]) -> Any:
    """Any number of messages."""
    return _column(pb.data(tag, str(tag)).many, (), table)


# No field specifiers: what a column call gives is then taken for the default, as it is.
@dataclass_transform(frozen_default=True, kw_only_default=True)
class Table:
    """Base of all messages."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]

    def __init_subclass__(cls, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)

    def encode(self) -> bytes:
        """The bytes."""
        table, specs = _layout(type(self))
        values: dict[str, Any] = {}
        for name, spec in specs:
            value = getattr(self, name)
            if spec.table is not None and value is not None:
                value = [one.encode() for one in value] if spec.field.repeated else value.encode()
            values[spec.field.name] = value
        return table.encode(values)

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Raises protobuf.ProtobufError."""
        table, specs = _layout(cls)
        given = table.decode(data)
        values: dict[str, Any] = {}
        for name, spec in specs:
            value = given.get(spec.field.name)
            if value is None:
                continue
            if spec.field.repeated:
                kept = value[:REPEATS_MAX]
                values[name] = tuple(kept if spec.table is None else (spec.table().decode(one) for one in kept))
            else:
                values[name] = value if spec.table is None else spec.table().decode(value)
        return cls(**values)


_LAYOUTS: dict[type[Table], tuple[pb.Message, tuple[tuple[str, _Spec], ...]]] = {}


def _layout(cls: type[Table]) -> tuple[pb.Message, tuple[tuple[str, _Spec], ...]]:
    found = _LAYOUTS.get(cls)
    if found is None:
        specs = tuple((field.name, field.metadata["spec"]) for field in dataclasses.fields(cls))
        found = _LAYOUTS[cls] = (pb.Message(cls.__name__, *(spec.field for _, spec in specs)), specs)
    return found
