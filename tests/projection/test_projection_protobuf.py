"""Protocol Buffers' wire format: golden bytes, round trips, limits, and anything at all as input."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection import protobuf as pb
from backends.projection.protobuf import Message, ProtobufError

INNER = Message("inner", pb.text(1, "key").must, pb.integer(2, "value"))
ALL = Message(
    "all",
    pb.uint(1, "count"),
    pb.integer(2, "offset"),
    pb.signed(3, "change"),
    pb.boolean(4, "on"),
    pb.text(5, "title"),
    pb.data(6, "art"),
    pb.fixed32(7, "word"),
    pb.fixed64(8, "long"),
    pb.number32(9, "small"),
    pb.number64(10, "big"),
    pb.nested(11, "items", INNER).many,
    pb.uint(12, "list").many,
    pb.uint(13, "block").pack,
    pb.number64(16, "curve").pack,
)
U64 = st.integers(0, (1 << 64) - 1)
I64 = st.integers(-(1 << 63), (1 << 63) - 1)
INNERS = st.fixed_dictionaries({"key": st.text(max_size=8)}, optional={"value": I64})
VALUES = st.fixed_dictionaries(
    {
        "items": st.lists(INNERS, max_size=4),
        "list": st.lists(U64),
        "block": st.lists(U64),
        "curve": st.just([0.5, -2.0]),
    },
    optional={
        "count": U64,
        "offset": I64,
        "change": I64,
        "on": st.booleans(),
        "title": st.text(),
        "art": st.binary(),
        "word": st.integers(0, 0xFFFFFFFF),
        "long": U64,
        "small": st.floats(width=32, allow_nan=False),
        "big": st.floats(allow_nan=False),
    },
)


@pytest.mark.parametrize(
    ("values", "encoded"),
    [
        ({"count": 150}, "089601"),  # the example of the format's own description
        ({"title": "testing"}, "2a0774657374696e67"),  # likewise
        ({"offset": -2}, "10feffffffffffffffff01"),  # likewise
        ({"change": -2}, "1803"),
        ({"change": 0x7FFFFFFF}, "18feffffff0f"),
        ({"on": True}, "2001"),
        ({"word": 1, "small": 1.0}, "3d010000004d0000803f"),
        ({"items": [{"key": "a", "value": 1}]}, "5a050a01611001"),
        ({"list": [1, 2]}, "60016002"),
        ({"block": [3, 270, 86942]}, "6a06038e029ea705"),  # the description's example of a packed field
        ({"curve": [1.0]}, "820108000000000000f03f"),
        ({}, ""),
    ],
)
def test_golden_bytes(values: dict[str, Any], encoded: str) -> None:
    assert ALL.encode(values).hex() == encoded
    read = ALL.decode(bytes.fromhex(encoded))
    assert {name: read[name] for name in values} == values
    assert {name for name, value in read.items() if value != []} == set(values)


@given(VALUES)
def test_what_is_written_is_read(values: dict[str, Any]) -> None:
    assert ALL.decode(ALL.encode(values)) == values


def test_a_packed_field_is_read_in_either_way() -> None:
    assert ALL.decode(bytes.fromhex("680368 8e02".replace(" ", "")))["block"] == [3, 270]
    assert ALL.decode(bytes.fromhex("6203038e02"))["list"] == [3, 270]


def test_fields_of_later_versions_are_skipped() -> None:
    assert INNER.decode(bytes.fromhex("0a0161" + "980601" + "a2060161" + "a50600000000" + "a1060000000000000000")) == {
        "key": "a"
    }


def test_text_that_is_none_stays_readable() -> None:
    assert INNER.decode(b"\x0a\x02a\xff")["key"] == "a�"


@pytest.mark.parametrize(
    ("encoded", "words"),
    [
        ("1001", "key is missing"),
        ("0a05616263", "longer than what is left"),
        ("0a", "no end"),
        ("0affffffffffffffffffff01", "no end"),
        ("0801", "of another kind"),
        ("0b0c", "wire type 3"),
        ("0001", "number 0"),
        ("0affffffff0f61", "longer than what is left"),
    ],
)
def test_what_is_wrong_is_named(encoded: str, words: str) -> None:
    with pytest.raises(ProtobufError, match=words):
        INNER.decode(bytes.fromhex(encoded))


def test_depth_and_count_have_a_limit() -> None:
    chain = Message("leaf")
    for _ in range(pb.DEPTH_MAX + 2):
        chain = Message("chain", pb.nested(1, "next", chain))
    encoded = b""
    for _ in range(pb.DEPTH_MAX + 1):
        encoded = b"\x0a" + bytes([len(encoded)]) + encoded
    with pytest.raises(ProtobufError, match="deep"):
        chain.decode(encoded)
    with pytest.raises(ProtobufError, match="values"):
        ALL.decode(b"\x60\x01" * (pb.FIELDS_MAX + 1))
    with pytest.raises(ProtobufError, match="values"):
        ALL.decode(b"\x6a\x82\x40" + b"\x01" * (pb.FIELDS_MAX + 2))


@pytest.mark.parametrize(
    "values", [{"nothing": 1}, {"count": -1}, {"offset": 1 << 63}, {"word": 1 << 32}, {"items": [{}]}]
)
def test_what_does_not_fit_is_not_written(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"cannot be|has no|needs"):
        ALL.encode(values)


def test_a_table_has_no_field_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        Message("twice", pb.uint(1, "a"), pb.uint(1, "b"))


@given(st.binary(max_size=200))
def test_anything_is_read_or_refused(noise: bytes) -> None:
    with contextlib.suppress(ProtobufError):
        again = ALL.decode(noise)
        assert ALL.decode(ALL.encode(again)).keys() == again.keys()
    with contextlib.suppress(ProtobufError):
        assert all(number > 0 for number, _, _ in pb.raw_fields(noise))
