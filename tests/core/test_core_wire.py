"""Plain values and signatures: what conforms is what a real message carries."""

from __future__ import annotations

from typing import Any

import pytest
from dbus_next import Message, MessageType, Variant
from hypothesis import given
from hypothesis import strategies as st

from backends.core.wire import Typed, WireError, conform, infer, split_signature

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
SCALARS = st.one_of(
    st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), TEXT, st.binary(max_size=20)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=12,
)


@given(VALUES)
def test_a_conforming_value_is_stable(value: Any) -> None:
    once = conform("v", value)
    assert conform("v", once) == once


@given(SCALARS)
def test_inferred_signatures_marshal_in_a_real_message(value: Any) -> None:
    message = Message(
        message_type=MessageType.SIGNAL,
        path="/a",
        interface="a.b",
        member="C",
        signature="v",
        body=[Variant(infer(value), value)],
    )
    message.serial = 1
    assert message._marshall()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("b", 1),
        ("u", -1),
        ("u", 2**32),
        ("s", 4),
        ("s", "a\0b"),
        ("as", "text"),
        ("(ii)", (1,)),
        ("d", True),
        ("a{sv}", []),
    ],
)
def test_what_a_bus_would_refuse_is_refused(kind: str, value: Any) -> None:
    with pytest.raises(WireError):
        conform(kind, value)


def test_containers_keep_their_shape() -> None:
    assert conform("a(svsd)", [("Vehicle.Speed", 3, "valid", 1)]) == [["Vehicle.Speed", 3, "valid", 1.0]]
    assert conform("v", {"a": [{"b": 1}], "c": Typed("o", "/x")}) == {"a": [{"b": 1}], "c": "/x"}


def test_signatures_split_into_complete_types() -> None:
    assert split_signature("a{sv}(ii)saa{sv}") == ("a{sv}", "(ii)", "s", "aa{sv}")
    with pytest.raises(WireError):
        split_signature("a{sv")
