"""Hypothesis strategies for messages of Protocol Buffers' tables."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from backends.projection.protobuf import Field, Message

__all__ = ["input_of"]

_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "UINT": st.integers(0, (1 << 64) - 1),
    "INTEGER": st.integers(-(1 << 63), (1 << 63) - 1),
    "BOOLEAN": st.booleans(),
    "DOUBLE": st.floats(allow_nan=False),
    "TEXT": st.text(max_size=12),
    "DATA": st.binary(max_size=12),
}


def input_of(message: Message) -> st.SearchStrategy[dict[str, Any]]:
    """What can be written with this table."""
    must = {field.name: _value(field) for field in message.fields if field.required or field.repeated}
    may = {field.name: _value(field) for field in message.fields if not field.required and not field.repeated}
    return st.fixed_dictionaries(must, optional=may)


def _value(field: Field) -> st.SearchStrategy[Any]:
    one = input_of(field.message) if field.message is not None else _VALUES[field.kind.name]
    return st.lists(one, max_size=3) if field.repeated else one
