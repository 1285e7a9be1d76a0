"""Answers of multicast DNS: read whole, cut anywhere, or made of anything."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.projection.dnssd.message import MdnsError, Service, parse_response, query, query_place
from tests.projection.fuzz.dnssd import main as fuzz

KIND = "_adb-tls-connect._tcp"


def test_an_answer_with_names_that_point_back() -> None:
    data = bytes.fromhex(
        "000084000000000100000002105f6164622d746c732d636f6e6e656374045f746370056c6f63616c00000c000100001194000906"
    )
    data += b"adb-1B" + b"\xc0\x0c"
    name = len(data) - 9
    data += struct.pack(">HHHIH", 0xC000 | name, 33, 0x8001, 120, 6 + 10) + struct.pack(">3H", 0, 0, 40001)
    data += b"\x07android" + struct.pack(">H", 0xC000 | 34)
    host = len(data) - 10
    data += struct.pack(">HHHIH", 0xC000 | host, 1, 0x8001, 120, 4) + bytes([10, 0, 0, 23])
    assert parse_response(data, "10.9.9.9") == [Service(KIND, "adb-1B", "10.0.0.23", 40001, 4500)]
    for size in range(len(data)):
        with pytest.raises(MdnsError):
            parse_response(data[:size], "10.9.9.9")


def test_what_is_asked() -> None:
    assert query([KIND]) == bytes.fromhex(
        "000000000001000000000000105f6164622d746c732d636f6e6e656374045f746370056c6f63616c00000c8001"
    )
    assert query_place(Service("_a._tcp", "my phone", "", 0)).hex() == (
        "000000000001000000000000086d792070686f6e65025f61045f746370056c6f63616c0000218001"
    )
    with pytest.raises(ValueError, match="no name"):
        query_place(Service("_a._tcp", "x" * 64, "", 0))


def test_a_name_alone_is_a_service_without_a_place_and_a_goodbye_has_no_time_left() -> None:
    labels = b"\x02_a\x04_tcp\x05local\0"
    for ttl_s in (4500, 0):
        data = (
            struct.pack(">6H", 0, 0x8400, 0, 1, 0, 0)
            + labels
            + struct.pack(">HHIH", 12, 1, ttl_s, 4)
            + b"\x01x\xc0\x0c"
        )
        assert parse_response(data, "10.0.0.9") == [Service("_a._tcp", "x", "10.0.0.9", 0, ttl_s)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        struct.pack(">6H", 0, 0, 1, 0, 0, 0) + b"\0\0\x0c\0\x01",
        struct.pack(">6H", 0, 0x8400, 0, 1, 0, 0) + b"\xc0\x0c\0\x0c\0\x01\0\0\0\0\0\0",
        struct.pack(">6H", 0, 0x8400, 0, 201, 0, 0),
        struct.pack(">6H", 0, 0x8400, 0, 1, 0, 0) + (b"\x3f" + b"x" * 63) * 5,
    ],
    ids=["nothing", "a question", "a circle", "too many", "too long"],
)
def test_what_is_no_answer(data: bytes) -> None:
    with pytest.raises(MdnsError):
        parse_response(data, "10.0.0.9")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_services_or_an_error(data: bytes) -> None:
    for message in (data, b"\0\0\x84\0\0\0\0\x03" + data):
        try:
            services = parse_response(message, "10.0.0.9")
        except MdnsError:
            continue
        assert len(services) <= 200


def test_damaged_answers_are_services_or_an_error() -> None:
    """Some thousand of what tests/projection/fuzz/dnssd.py makes a million of."""
    read, refused = fuzz(4000, seed=7)
    assert read > 400
    assert refused > 400
