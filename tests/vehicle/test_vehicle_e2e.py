"""Check bytes against published vectors and, where installed, against opendbc's own code."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.vehicle.dbc import DbcMessage, parse_dbc, read_dbc
from backends.vehicle.e2e import E2E, Check, Guard, Protection, crc8, protection
from backends.vehicle.e2e.autosar import MODES
from backends.vehicle.e2e.registry import PROFILES
from backends.vehicle.errors import MappingError
from backends.vehicle.replay import read_log


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


def bound(profile: str, length: int = 8, key: int = 0x100, **more: Any) -> Protection:
    """A message laid out as this profile wants it: check value first, last, or where AUTOSAR puts it."""
    last = 8 * length - 8
    crc, counter = f"{last}|8@1+", "12|4@1+"
    match profile:
        case "p01":
            crc, counter = "0|8@1+", "8|4@1+"
        case "p02" | "p22" | "vw":
            crc, counter = "0|8@1+", "8|4@1+"
            more.setdefault("id_list", tuple(range(1, 17)))
        case "p04":
            crc, counter = "71|32@0+", "23|16@0+"
        case "p05":
            crc, counter = "0|16@1+", "16|8@1+"
        case "hyundai_canfd":
            crc, counter = "0|16@1+", "16|8@1+"
        case "honda" | "psa":
            crc, counter = f"{8 * length - 5}|4@0+", f"{8 * length - 3}|2@0+"
        case "subaru" | "tesla" | "sum" | "xor" | "rivian" | "minus" | "crc8":
            crc, counter = "0|8@1+", "8|4@1+"
    text = f'BO_ {key} M: {length} X\n SG_ Crc : {crc} (1,0) [0|0] "" X\n SG_ Count : {counter} (1,0) [0|0] "" X\n'
    described = parse_dbc(text, Path("x.dbc")).messages[0]
    return protection(E2E(profile, more.pop("id_list", ()), "Count", "Crc", **more), described)


AUTOSAR_EXAMPLES = [
    ("p01", 8, {"data_id": 0x123, "mode": "both"}, ["cc00000000000000", "9101000000000000"]),
    ("p01", 8, {"data_id": 0x123, "mode": "alt"}, ["ce00000000000000"]),
    ("p01", 8, {"data_id": 0x123, "mode": "low"}, ["ce00000000000000"]),
    ("p01", 8, {"data_id": 0x123, "mode": "nibble"}, ["2a10000000000000", "7711000000000000"]),
    ("p02", 8, {}, [None, "1b01000000000000", "9802000000000000"]),
    ("p22", 8, {}, [None, "1b01000000000000"]),
    ("p04", 16, {"data_id": 0x0A0B0C0D}, ["001000000a0b0c0d862b055600000000"]),
    ("p05", 8, {"data_id": 0x1234}, ["1cca000000000000"]),
]


@pytest.mark.parametrize(("profile", "length", "facts", "frames"), AUTOSAR_EXAMPLES)
def test_vehicle_e2e_is_what_autosar_gives_as_examples(
    profile: str, length: int, facts: dict[str, Any], frames: list[str | None]
) -> None:
    """AUTOSAR FO PRS E2EProtocol, "protocol example": all bytes zero, counters from 0."""
    guard = bound(profile, length, **facts)
    for count, wanted in enumerate(frames):
        data = bytearray(length)
        guard.seal(data, count)
        assert wanted is None or data.hex() == wanted


ALL = [
    ("p01", {"data_id": 0xABC, "mode": mode}) for mode in MODES
] + [
    ("p02", {}), ("p22", {}), ("vw", {}), ("p04", {"data_id": 0x8123_4567}), ("p05", {"data_id": 0xCAFE}),
    ("honda", {}), ("psa", {}), ("psa", {"data_id": 7}), ("toyota", {}), ("subaru", {}), ("tesla", {}),
    ("sum", {"data_id": 9}), ("minus", {}), ("minus", {"data_id": 0xC3}), ("xor", {}), ("xor", {"data_id": 0x27}),
    ("crc8", {"mode": "0x31", "data_id": 0x5A}), ("crc8", {"mode": "0x31r"}), ("chrysler", {}), ("nissan", {}),
    ("giorgio", {}), ("giorgio", {"data_id": 0xF6}), ("rivian", {"data_id": 0x63}), ("hyundai", {}), ("hyundai_canfd", {}),
    ("body", {}),
]  # fmt: skip


def test_vehicle_e2e_every_profile_is_tried() -> None:
    assert {name for name, _ in ALL} == set(PROFILES)


@pytest.mark.parametrize(("profile", "facts"), ALL)
@given(payload=st.binary(min_size=16, max_size=16), count=st.integers(0, 70_000), data=st.data())
@settings(max_examples=25, deadline=None)
def test_vehicle_e2e_round_trip_and_flipped_bits(
    profile: str, facts: dict[str, Any], payload: bytes, count: int, data: st.DataObject
) -> None:
    """What is sealed is sound and carries its counter; a flipped bit is seen, of whatever byte."""
    length = data.draw(st.sampled_from([16] if profile == "p04" else [5, 8, 16]))
    guard = bound(profile, length, key=data.draw(st.integers(0, 0x7FF)), **facts)
    frame = bytearray(payload[:length])
    guard.seal(frame, count)
    assert guard.sound(frame)
    assert guard.count(frame) == count % guard.counts
    assert guard.counter is not None
    for bit in range(8 * length):
        if profile in ("p02", "p22", "vw") and bit in guard.counter.bits:
            continue  # selects another data id: seen unless two ids are made to collide
        frame[bit // 8] ^= 1 << bit % 8
        if profile == "p01" and facts["mode"] == "alt" and bit == min(guard.counter.bits):
            pass  # selects the other half of the data id, so both halves count
        else:
            assert not guard.sound(frame), bit
        frame[bit // 8] ^= 1 << bit % 8


@given(st.binary(min_size=32, max_size=32), st.integers(1, 0x7FF), st.sampled_from([8, 16, 24, 32]))
@settings(deadline=None, max_examples=60)
def test_vehicle_e2e_agrees_with_opendbc(payload: bytes, address: int, length: int) -> None:
    """Every rule of the makes against the code that drives such cars."""
    try:
        dbc = import_module("opendbc.can.dbc")
        mqb = import_module("opendbc.car.volkswagen.mqbcan")
        hyundai = import_module("opendbc.car.hyundai.hyundaican")
        nissan = import_module("opendbc.car.nissan.nissancan")
        rivian = import_module("opendbc.car.rivian.riviancan")
    except ImportError as error:
        pytest.skip(f"opendbc's car code cannot be imported: {error}")
    data = payload[:8]
    start = SimpleNamespace(start_bit=8 * 8 - 5)
    for profile, theirs in (
        ("honda", dbc.honda_checksum), ("toyota", dbc.toyota_checksum), ("subaru", dbc.subaru_checksum),
        ("chrysler", dbc.chrysler_checksum), ("body", dbc.body_checksum),
    ):  # fmt: skip
        emptied = bytearray(data)
        if profile == "honda":
            emptied[7] &= 0xF0  # it leaves out its own nibble, the low one
        guard = bound(profile, key=address)
        assert guard.compute(emptied, 0) == theirs(address, None, bytearray(emptied)), profile
    assert bound("psa", key=address).compute(data, 0) == dbc.psa_checksum(0x7FF, start, bytearray(data))
    first = SimpleNamespace(start_bit=0)
    assert bound("tesla", key=address).compute(data, 0) == dbc.tesla_checksum(address, first, bytearray(data))
    assert bound("xor", key=address).compute(data, 0) == dbc.xor_checksum(address, first, bytearray(data))
    assert bound("xor", data_id=0x27).compute(data, 0) == dbc.volkswagen_mlb_checksum(0x324, first, bytearray(data))
    assert bound("giorgio", key=address).compute(data, 0) == dbc.fca_giorgio_checksum(0x7FF, None, bytearray(data))
    assert bound("giorgio", data_id=0xF6).compute(data, 0) == dbc.fca_giorgio_checksum(0x106, None, bytearray(data))
    assert bound("hyundai").compute(data, 0) == hyundai.hyundai_checksum(data[:7])
    assert bound("nissan").compute(data, 0) == nissan.nissan_checksum(data[:7])
    assert bound("rivian", data_id=0x63).compute(data, 0) == rivian.checksum(data[1:], 0x1D, 0x63)
    long = bytearray(payload[:length])
    ours = bound("hyundai_canfd", length, address).compute(long, 0)
    assert ours == dbc.hkg_can_fd_checksum(address, None, long)
    for known, ids in list(mqb.VOLKSWAGEN_MQB_MEB_CONSTANTS.items())[:20]:
        ours = bound("vw", id_list=tuple(ids)).compute(data, data[1] & 15)
        assert ours == mqb.volkswagen_mqb_meb_checksum(known, None, bytearray(data))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=60))
def test_vehicle_guard_wants_a_counter_that_goes_on(steps: list[int]) -> None:
    """Up to three frames may be missed; a counter that stands or goes further is a failure, and is followed from there."""
    sealed = bound("p05", data_id=1)
    guard = Guard(sealed)
    count = 7
    data = bytearray(8)
    sealed.seal(data, count)
    assert guard.judge(bytes(data)) is Check.GOOD
    for step in steps:
        count += step
        data = bytearray(8)
        sealed.seal(data, count)
        wanted = Check.REPEATED if step == 0 else Check.GOOD if step <= 4 else Check.JUMPED
        assert guard.judge(bytes(data)) is wanted


def test_vehicle_guard_follows_profile_1_past_its_missing_fifteen() -> None:
    sealed = bound("p01", data_id=0x123)
    guard = Guard(sealed)
    for count in range(40):
        data = bytearray(8)
        sealed.seal(data, count)
        assert guard.judge(bytes(data)) is Check.GOOD
    assert not guard.failed


def test_vehicle_guard_takes_any_counter_after_silence() -> None:
    sealed = bound("p05", data_id=1)
    guard = Guard(sealed)
    for count in (1, 2):
        data = bytearray(8)
        sealed.seal(data, count)
        guard.judge(bytes(data))
    guard.resume()
    data = bytearray(8)
    sealed.seal(data, 200)
    assert guard.judge(bytes(data)) is Check.GOOD


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"profile": "p05", "key": 1}, "key is not a key of e2e"),
        ({"profile": "p05", "data_id": "x"}, "data_id needs a whole number"),
        ({"profile": "vw", "id_list": [300]}, "id_list needs numbers 0 to 255"),
    ],
)
def test_vehicle_e2e_as_written_says_what_is_wrong(facts: dict[str, Any], told: str) -> None:
    with pytest.raises(MappingError, match=told):
        E2E.of(facts)


def test_vehicle_honda_check_holds_on_a_real_drive(shared: Path) -> None:
    """Every message that the file gives a counter and a check value, over the whole drive."""
    database = read_dbc(shared / "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc")
    frames = list(read_log(shared / "data/logs/honda_civic_gen8_drive_0_71kmh.log"))
    sound = []
    for described in database.messages:
        if described.signal("COUNTER") is None or described.signal("CHECKSUM") is None:
            continue
        found = [f.data for f in frames if f.key == described.key and len(f.data) == described.length]
        if found:
            guard = Guard(protection(E2E("honda", (), "COUNTER", "CHECKSUM"), described))
            judged = [guard.judge(data) for data in found]
            if judged.count(Check.GOOD) / len(judged) > 0.99:
                assert not guard.failed
                sound.append((described.name, len(judged)))
    assert ("ENGINE_DATA", 2064) in sound
    assert len(sound) >= 5
    assert sum(count for _, count in sound) > 5000


def test_vehicle_xor_check_holds_on_a_real_passat(shared: Path) -> None:
    """Every message of the recording that the file gives a check value, counter included where there is one."""
    database = read_dbc(shared / "data/dbc/opendbc_vw_pq.dbc")
    frames = list(read_log(shared / "data/logs/vw_passat_b6_pq_idle_vinmasked.log"))
    shares = {}
    for described in database.messages:
        found = [f.data for f in frames if f.key == described.key and len(f.data) == described.length]
        if described.signal("CHECKSUM") is not None and found:
            counter = "COUNTER" if described.signal("COUNTER") is not None else None
            guard = Guard(protection(E2E("xor", (), counter, "CHECKSUM"), described))
            shares[described.name] = [guard.judge(data) for data in found].count(Check.GOOD) / len(found)
    held = {name for name, share in shares.items() if share > 0.99}
    assert {"Bremse_5", "GRA_Neu", "Lenkhilfe_3"} <= held, shares


@pytest.mark.parametrize(("mode", "check"), [("0x2F", 0xDF ^ 0xFF), ("0x31", 0xF7), ("0x1D", 0x4B ^ 0xFF)])
def test_vehicle_crc8_of_any_polynomial(mode: str, check: int) -> None:
    """The reveng catalogue's check values: CRC-8/AUTOSAR, NRSC-5 (0x31 from 0xFF), SAE-J1850, over "123456789"."""
    guard = bound("crc8", 10, mode=mode)
    assert guard.compute(b"\x00123456789", 0) == check


def test_vehicle_crc8_reflected_is_the_mirror_of_the_plain_one() -> None:
    mirror = [int(f"{value:08b}"[::-1], 2) for value in range(256)]
    data = b"123456789"
    plain = bound("crc8", 10, mode="0x31").compute(b"\0" + data, 0)
    assert bound("crc8", 10, mode="0x31r").compute(bytes([0, *(mirror[byte] for byte in data)]), 0) == mirror[plain]


def test_vehicle_minus_check_holds_on_a_real_passat(shared: Path) -> None:
    """Lenkwinkel_1 of the recording: a constant less the sum of all other bytes."""
    described = read_dbc(shared / "data/dbc/opendbc_vw_pq.dbc").message("Lenkwinkel_1")
    assert described is not None
    frames = [
        f.data for f in read_log(shared / "data/logs/vw_passat_b6_pq_idle_vinmasked.log") if f.key == described.key
    ]
    start = sum(frames[0]) & 0xFF
    guard = protection(E2E("minus", (), None, "LW1_CRC", start), described)
    assert len(set(frames)) == 16  # the wheel rests, the counter runs
    assert all(guard.sound(data) for data in frames)


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
        (E2E("rivian", (), None, "Crc"), "needs a data_id"),
        (E2E("p01", (), "Count", "Crc", 1, "diagonal"), "mode 'diagonal' is unknown; there are both, alt, low, nibble"),
        (E2E("p01", (), "Count", "Crc", 0x1234, "nibble"), "data_id of at most 0xfff"),
        (E2E("p01", (), None, "Crc", 1), "needs a counter of four bits"),
        (E2E("p05", (), "Count", "Crc"), "crc signal of 2 whole bytes"),
        (E2E("crc8", (), None, "Crc"), "needs its polynomial as mode"),
        (E2E("crc8", (), None, "Crc", 0, "x"), "needs its polynomial as mode"),
        (E2E("chrysler", (), None, "Crc"), "has its check byte last"),
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
