"""Check bytes against published vectors and, where installed, against opendbc's own code."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.vehicle.dbc import DbcMessage, parse_dbc
from backends.vehicle.e2e import E2E, Check, Guard, crc8, protection
from backends.vehicle.errors import MappingError


def message(length: int = 8, key: int = 0x100) -> DbcMessage:
    text = f"""BO_ {key} M: {length} X
 SG_ Crc : 0|8@1+ (1,0) [0|0] "" X
 SG_ Count : 8|4@1+ (1,0) [0|0] "" X
 SG_ Last : {length * 8 - 5}|4@0+ (1,0) [0|0] "" X
 SG_ Two : {length * 8 - 3}|2@0+ (1,0) [0|0] "" X
"""
    return parse_dbc(text, Path("x.dbc")).messages[0]


def vw(length: int = 8, ids: tuple[int, ...] = tuple(range(1, 17))) -> E2E:
    return E2E("vw", ids, "Count", "Crc")


def test_vehicle_crc8_autosar_check_value() -> None:
    """CRC-8/AUTOSAR: poly 0x2F, init 0xFF, xorout 0xFF, check 0xDF (reveng catalogue; AUTOSAR SWS CRC library)."""
    assert crc8(b"123456789") ^ 0xFF == 0xDF


def bitwise_crc(data: bytes) -> int:
    """The same polynomial by long division, bit by bit, without any table."""
    crc = 0xFF
    for byte in data:
        for bit in range(7, -1, -1):
            top = crc >> 7 ^ byte >> bit & 1
            crc = (crc << 1 & 0xFF) ^ (0x2F if top else 0)
    return crc ^ 0xFF


@given(st.binary(min_size=4, max_size=16), st.integers(0, 15), st.lists(st.integers(0, 255), min_size=16, max_size=16))
def test_vehicle_e2e_covers_everything_behind_it_and_then_the_data_id(
    payload: bytes, count: int, ids: list[int]
) -> None:
    guard = protection(vw(len(payload), tuple(ids)), message(len(payload)))
    data = bytearray(payload)
    guard.seal(data, count)
    assert data[0] == bitwise_crc(bytes(data[1:]) + bytes([ids[count]]))


def test_vehicle_e2e_golden_frames() -> None:
    """Data ids 1 to 16, eight bytes of nothing but a counter: kept so that a change of meaning cannot slip through."""
    guard = protection(vw(), message())
    frames = []
    for count in range(1, 9):
        data = bytearray(8)
        guard.seal(data, count)
        frames.append((data[0], data[1]))
    assert frames == [(0x1B, 1), (0x98, 2), (0x31, 3), (0x0D, 4), (0x18, 5), (0x9B, 6), (0x65, 7), (0x08, 8)]


@given(st.binary(min_size=5, max_size=12), st.integers(0, 100))
@settings(max_examples=40)
def test_vehicle_e2e_round_trip_and_every_flipped_bit_is_seen(payload: bytes, count: int) -> None:
    guard = protection(vw(), message(len(payload)))
    data = bytearray(payload)
    guard.seal(data, count)
    assert guard.sound(data)
    assert guard.count(data) == count % 16
    for bit in range(8 * len(data)):
        broken = bytearray(data)
        broken[bit // 8] ^= 1 << bit % 8
        assert (
            not guard.sound(broken) or 8 <= bit < 12
        )  # a counter bit selects another data id: seen too unless ids collide


@given(st.binary(min_size=8, max_size=8))
@settings(deadline=None)
def test_vehicle_e2e_agrees_with_opendbc(payload: bytes) -> None:
    try:
        mqb = import_module("opendbc.car.volkswagen.mqbcan")
        honda = import_module("opendbc.car.honda.hondacan")
    except ImportError as error:
        pytest.skip(f"opendbc's car code cannot be imported: {error}")
    address, ids = next(iter(mqb.VOLKSWAGEN_MQB_MEB_CONSTANTS.items()))
    assert protection(vw(ids=tuple(ids)), message()).compute(
        payload, payload[1] & 15
    ) == mqb.volkswagen_mqb_meb_checksum(address, None, bytearray(payload))
    described = message(key=0x158)
    ours = protection(E2E("honda", (), "Two", "Last"), described)
    assert ours.compute(payload, 0) == honda.honda_checksum(0x158, None, bytearray(payload))


def test_vehicle_honda_check_holds_on_a_real_drive(shared: Path) -> None:
    from backends.vehicle.dbc import read_dbc
    from backends.vehicle.replay import read_log

    database = read_dbc(shared / "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc")
    described = database.message("ENGINE_DATA")
    assert described is not None
    guard = Guard(protection(E2E("honda", (), "COUNTER", "CHECKSUM"), described))
    judged = [
        guard.judge(f.data) for f in read_log(shared / "data/logs/honda_civic_gen8_drive_0_71kmh.log") if f.key == 0x158
    ]
    assert len(judged) == 2064
    assert judged.count(Check.GOOD) / len(judged) > 0.99
    assert not guard.failed


def test_vehicle_xor_check() -> None:
    guard = protection(E2E("xor", (), None, "Crc"), message())
    data = bytearray(b"\0\x12\x34\0\0\0\0\x01")
    guard.seal(data, 0)
    assert data[0] == 0x12 ^ 0x34 ^ 0x01
    assert guard.sound(data)


@pytest.mark.parametrize(
    ("e2e", "told"),
    [
        (E2E("md5", (), None, None), "unknown; there are body, chrysler"),
        (E2E("vw", (1, 2), "Count", "Crc"), "needs 16 data ids"),
        (E2E("vw", tuple(range(16)), "Nope", "Crc"), "names signal Nope"),
        (E2E("vw", tuple(range(16)), None, "Count"), "has its check byte first"),
        (E2E("honda", (), None, "Crc"), "four bits"),
        (E2E("xor", (), None, None), "one whole byte"),
    ],
)
def test_vehicle_e2e_that_does_not_fit_is_told(e2e: E2E, told: str) -> None:
    with pytest.raises(MappingError, match=told):
        protection(e2e, message())


def test_vehicle_guard_leaks() -> None:
    """Five failures more than good frames, then as many good ones as it takes to be below again."""
    bound = protection(vw(), message())
    guard = Guard(bound)

    def good(count: int) -> bytes:
        data = bytearray(8)
        bound.seal(data, count)
        return bytes(data)

    assert guard.judge(good(1)) is Check.GOOD
    assert guard.judge(good(1)) is Check.REPEATED
    assert [guard.judge(bytes(8)) for _ in range(3)] == [Check.BAD] * 3
    assert not guard.failed
    guard.judge(b"\1" * 8)
    assert guard.failed
    guard.judge(good(2))
    assert not guard.failed
    for _ in range(50):
        guard.judge(bytes(8))
    for count in range(3, 12):
        guard.judge(good(count))
    assert not guard.failed  # the count is bounded, so that it comes back
