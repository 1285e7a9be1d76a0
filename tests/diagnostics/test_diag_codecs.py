"""Codes, parameters, readiness and messages, against the standards' own examples and rules told another way."""

from __future__ import annotations

import math
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.diagnostics import messages
from backends.diagnostics.domain import (
    Advice,
    CodeState,
    code_from_bytes,
    code_to_bytes,
    is_generic,
    read_readiness,
    subsystem,
    uds_states,
)
from backends.diagnostics.errors import DiagnosticsError, Garbled, Negative
from backends.diagnostics.parameters import decode, encode, lengths, parameters, split_answer, supported_from
from backends.diagnostics.texts import FAILURES, meaning, table

BYTE = st.integers(0, 255)


@given(BYTE, BYTE)
def test_a_code_comes_back_from_its_bytes(high: int, low: int) -> None:
    code = code_from_bytes(high, low)
    assert re.fullmatch(r"[PCBU][0-3][0-9A-F]{3}", code)
    assert code_to_bytes(code) == bytes((high, low))
    # The rule told another way: sixteen bits, the upper four as a letter and a digit.
    number = high * 256 + low
    assert code == "PCBU"[number // 0x4000] + str(number // 0x1000 % 4) + f"{number % 0x1000:03X}"


@pytest.mark.parametrize(
    ("data", "code"), [("0143", "P0143"), ("0301", "P0301"), ("C123", "U0123"), ("4035", "C0035"), ("9234", "B1234")]
)
def test_codes_of_the_standard(data: str, code: str) -> None:
    assert code_from_bytes(*bytes.fromhex(data)) == code


@pytest.mark.parametrize("text", ["", "P030", "X0301", "P4301", "p0301", "P0301\n", "P03G1"])
def test_what_is_no_code_has_no_bytes(text: str) -> None:
    with pytest.raises(ValueError, match="no trouble code"):
        code_to_bytes(text)


def test_who_says_what_a_code_means() -> None:
    codes = ["P0301", "P1301", "P2002", "P3000", "P3400", "C0035", "C1035", "B0001", "U0100", "U3000"]
    makers = {code for code in codes if not is_generic(code)}
    assert makers == {"P1301", "P3000", "C1035"}
    assert subsystem("P0301") == "ignition"
    assert subsystem("C0301") == ""


@pytest.mark.parametrize(
    ("key", "data", "value"),
    [
        ("0C", "1AF8", 1726.0),
        ("05", "7B", 83.0),
        ("0D", "FF", 255.0),
        ("04", "FF", 100.0),
        ("06", "80", 0.0),
        ("0E", "80", 0.0),
        ("10", "0102", 2.58),
        ("42", "3039", 12.345),
        ("24", "80000000", 1.0),
        ("24.v", "00008000", 4.0),
        ("32", "FFFC", -1.0),
        ("34.a", "80008000", 0.0),
        ("3C", "1194", 410.0),
        ("5E", "0014", 1.0),
        ("A6", "00012345", 7456.5),
    ],
)
def test_formulas_give_the_values_of_the_standard(key: str, data: str, value: float) -> None:
    parameter = parameters()[key]
    raw = bytes.fromhex(data)
    assert len(raw) == parameter.length
    assert parameter.value(raw) == pytest.approx(value)
    assert decode(parameter.pid, raw)[key] == pytest.approx(value)


def test_there_are_the_usual_parameters() -> None:
    assert len(parameters()) >= 60
    for row in parameters().values():
        assert row.start + row.size <= row.length, row.key
        assert row.minimum < row.maximum
        assert lengths()[row.pid] == row.length


@given(st.sampled_from(sorted(parameters())), st.binary(min_size=5, max_size=5))
def test_a_value_is_within_its_range_and_goes_back(key: str, data: bytes) -> None:
    parameter = parameters()[key]
    value = parameter.value(data[: parameter.length])
    assert parameter.minimum <= value <= parameter.maximum
    again = encode(parameter.pid, {key: value})
    at = slice(parameter.start, parameter.start + parameter.size)
    assert again[at] == data[at]


@given(st.sampled_from(sorted(parameters())), st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_value_beyond_its_range_becomes_its_end(key: str, value: float) -> None:
    parameter = parameters()[key]
    got = parameter.value(encode(parameter.pid, {key: value}))
    wanted = min(max(value, parameter.minimum), parameter.maximum)
    assert math.isclose(got, wanted, abs_tol=float(parameter.scale))


@given(st.binary(max_size=40))
def test_a_list_of_parameters_is_split_without_losing_its_place(data: bytes) -> None:
    found = split_answer(data)
    assert all(len(value) == lengths()[pid] for pid, value in found.items())
    joined = b"".join(bytes((pid, *value)) for pid, value in found.items())
    assert len(joined) <= len(data)


def test_several_parameters_in_one_answer() -> None:
    assert messages.values(b"\x01\x0c\x0d\x05", bytes.fromhex("410C1AF80D3C057B")) == {"0C": 1726, "0D": 60, "05": 83}
    # What was not asked for is not taken.
    assert messages.values(b"\x01\x0c", bytes.fromhex("410C1AF80D3C")) == {"0C": 1726}


def test_the_bit_map_of_the_standard() -> None:
    assert list(supported_from(0, bytes.fromhex("BE1FA813"))) == [
        0x01, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x13, 0x15, 0x1C, 0x1F, 0x20
    ]  # fmt: skip


def test_readiness_of_a_petrol_and_a_diesel_engine() -> None:
    petrol = read_readiness(bytes.fromhex("8307E561"))
    assert (petrol.lamp, petrol.count, petrol.compression) == (True, 3, False)
    assert {m.key: m.complete for m in petrol.monitors} == {
        "misfire": True, "fuel": True, "components": True, "catalyst": False, "vapour": True, "oxygen": False,
        "oxygen_heater": False, "egr": True,
    }  # fmt: skip
    diesel = read_readiness(bytes.fromhex("000EEB40"))
    assert diesel.compression
    assert {m.key: m.complete for m in diesel.monitors}["particulate"] is False
    with pytest.raises(ValueError, match="four bytes"):
        read_readiness(b"\1\2\3")


@given(st.binary(min_size=4, max_size=4))
def test_monitors_are_those_whose_bits_are_set(data: bytes) -> None:
    told = read_readiness(data)
    names = {monitor.key for monitor in told.monitors}
    assert len(names) == len(told.monitors)
    continuous = bin(data[1] & 7).count("1")
    unused = 0b00010100 if data[1] & 8 else 0
    assert len(names) == continuous + bin(data[2] & ~unused).count("1")


def test_codes_of_obd_and_of_uds() -> None:
    (first, second) = messages.codes_obd(b"\x03", bytes.fromhex("430201430301"), "7E8")
    assert (first.code, second.code) == ("P0143", "P0301")
    assert first.states == {CodeState.STORED}
    assert [c.code for c in messages.codes_obd(b"\x07", bytes.fromhex("47014300000000"), "10", counted=False)] == [
        "P0143"
    ]
    (only,) = messages.codes_uds(bytes.fromhex("5902FF03011C2F0420000000000000"), "7E8")
    assert (only.name, only.states) == ("P0301-1C", {CodeState.STORED, CodeState.PENDING})
    assert messages.read_codes_uds() == b"\x19\x02\x0d"
    assert messages.snapshot_request(0x03011C) == bytes.fromhex("190403011CFF")


def test_a_list_that_is_cut_short_is_an_error() -> None:
    with pytest.raises(Garbled):
        messages.codes_obd(b"\x03", bytes.fromhex("43020143"), "7E8")


def test_a_refusal_says_why() -> None:
    with pytest.raises(Negative) as caught:
        messages.body(b"\x14\xff\xff\xff", bytes.fromhex("7F1422"))
    assert (caught.value.service, caught.value.code) == (0x14, 0x22)
    assert messages.is_pending(bytes.fromhex("7F1478"))


@given(st.binary(max_size=60))
def test_garbage_is_never_worse_than_an_error(data: bytes) -> None:
    for read in (
        lambda: messages.codes_obd(b"\x03", data, "7E8"),
        lambda: messages.codes_uds(data, "7E8"),
        lambda: messages.snapshot_values(data),
        lambda: messages.texts(b"\x09\x02", data, 17),
        lambda: messages.frame_values(b"\x02\x0c\x00", data),
        lambda: messages.freeze_cause(b"\x02\x02\x00", data),
        lambda: messages.values(b"\x01\x0c", data),
    ):
        with suppress(DiagnosticsError):
            read()


@pytest.mark.parametrize("status", range(256))
def test_the_status_byte(status: int) -> None:
    states = uds_states(status)
    assert (CodeState.STORED in states) == bool(status & 8)
    assert bool(states) == bool(status & 0b1101)


def test_a_snapshot_of_obd_identifiers() -> None:
    payload = bytes.fromhex("5904030100 2F 01 02 F40C 1AF8 F405 7B".replace(" ", ""))
    assert messages.snapshot_values(payload) == {"0C": 1726.0, "05": 83.0}
    # A maker's identifier ends what can be told.
    assert messages.snapshot_values(bytes.fromhex("59040301002F0102F40C1AF81234AABB")) == {"0C": 1726.0}
    assert messages.snapshot_values(bytes.fromhex("59040301002F")) == {}


def test_texts_say_what_in_words_of_a_driver() -> None:
    assert len(table()) >= 400
    for code, told in table().items():
        assert code_to_bytes(code)
        assert is_generic(code), f"{code} is the maker's"
        assert len(told.text) <= 80, told.text
        assert not told.text.isupper()
        assert told.component[0].isupper()
        assert told.fault[0].islower()
    assert meaning("P0301").text == "Cylinder 1: misfire"
    assert meaning("P0130").text == "Oxygen sensor, bank 1 sensor 1: circuit fault"
    assert meaning("P0301", 0x13).text == "Cylinder 1: open circuit"
    assert meaning("P0524").advice is Advice.STOP
    assert not meaning("P1234").known
    assert meaning("P1234").text == "Engine and drive: fault described by the car's maker"
    assert all(text == text.strip() for text in FAILURES.values())


@given(BYTE, BYTE, st.none() | BYTE)
def test_every_code_has_a_text(high: int, low: int, failure: int | None) -> None:
    told = meaning(code_from_bytes(high, low), failure)
    assert told.component
    assert told.fault
    assert told.advice in Advice
