"""The DBC reader and the codec, with cantools as the oracle."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path

import cantools
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backends.vehicle.dbc import Database, decode, encode, parse_dbc, read_dbc
from backends.vehicle.dbc.codec import raw_range
from backends.vehicle.errors import DbcError

NAME = Path("car.dbc")


def opendbc_files() -> list[Path]:
    spec = find_spec("opendbc")
    if spec is None or not spec.submodule_search_locations:
        return []
    return sorted(Path(spec.submodule_search_locations[0]).rglob("*.dbc"))


@pytest.fixture(autouse=True)
def quiet_cantools() -> None:
    logging.getLogger("cantools").setLevel(logging.CRITICAL)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, int, dict[str, int]]:
    """A message of one to four signals that do not overlap, and a raw value for each."""
    length = draw(st.integers(1, 16))
    free = set(range(8 * length))
    lines, raws = [f"BO_ 256 M: {length} X"], {}
    for index in range(draw(st.integers(1, 4))):
        little = draw(st.booleans())
        bits = draw(st.integers(1, min(64, 8 * length)))
        start = draw(st.integers(0, 8 * length - 1))
        if little:
            place = set(range(start, start + bits))
        else:
            first = 8 * (start // 8) + 7 - start % 8
            place = {8 * (i // 8) + 7 - i % 8 for i in range(first, first + bits)}
        if not place <= free:
            continue
        free -= place
        signed = draw(st.booleans())
        scale = draw(st.sampled_from([1, 0.01, 0.5, 2, 0.0015, -0.1]))
        offset = draw(st.sampled_from([0, -40, 16, 0.25]))
        lines.append(
            f' SG_ S{index} : {start}|{bits}@{1 if little else 0}{"-" if signed else "+"} ({scale},{offset}) [0|0] "" X'
        )
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
        raws[f"S{index}"] = draw(st.integers(low, high))
    assume(raws)
    return "\n".join([*lines, ""]), length, raws


@given(layouts())
@settings(max_examples=150, deadline=None)
def test_vehicle_codec_agrees_with_cantools(layout: tuple[str, int, dict[str, int]]) -> None:
    text, length, raws = layout
    message = parse_dbc(text, NAME).messages[0]
    theirs = cantools.database.load_string('VERSION ""\nBU_: X\n' + text, "dbc", strict=False).messages[0]
    frame = theirs.encode(raws, scaling=False, padding=False, strict=False)
    ours = bytearray(length)
    from backends.vehicle.dbc import extract, insert

    for name, raw in raws.items():
        signal = message.signal(name)
        assert signal is not None
        insert(signal, ours, raw)
        assert extract(signal, frame) == raw
    assert bytes(ours) == frame
    expected = theirs.decode(frame)
    for name, value in decode(message, frame).items():
        assert value == pytest.approx(expected[name])


@given(st.integers(1, 62), st.booleans(), st.data())
def test_vehicle_codec_refuses_what_does_not_fit(bits: int, signed: bool, data: st.DataObject) -> None:
    text = f'BO_ 1 M: 8 X\n SG_ S : 1|{bits}@1{"-" if signed else "+"} (1,0) [0|0] "" X\n'
    message = parse_dbc(text, NAME).messages[0]
    low, high = raw_range(message.signals[0])
    outside = data.draw(st.one_of(st.integers(max_value=low - 1), st.integers(min_value=high + 1)))
    with pytest.raises(ValueError, match="takes raw values"):
        encode(message, {"S": outside}) if abs(outside) < 2**53 else _insert(message, outside)


def _insert(message: object, raw: int) -> None:
    from backends.vehicle.dbc import insert

    insert(message.signals[0], bytearray(8), raw)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("bits", "kind", "value"), [(32, "1", 1.5), (64, "2", -0.1)])
def test_vehicle_dbc_floats(bits: int, kind: str, value: float) -> None:
    message = parse_dbc(
        f'BO_ 1 M: 8 X\n SG_ S : 0|{bits}@1- (1,0) [0|0] "" X\nSIG_VALTYPE_ 1 S : {kind} ;\n', NAME
    ).messages[0]
    assert decode(message, encode(message, {"S": value})) == {"S": value}


TOLERATED = """VERSION "x"
BU_:
\tA
\tB
BO_ 2566834942 EXT: 8 A
 SG_ 4WD_ON : 0|1@1+ (1,0) [0|1] "" B
 SG_ TEMP : 8|8@1+ (.25,-4E1) [0|0] "°C" B

BO_ 5000 WIDE: 8 A
 SG_ MODE M : 0|4@1+ (1,0) [0|15] "" B
 SG_ LOW m0 : 8|8@1+ (1,0) [0|0] "" B
 SG_ SUB m1M : 8|8@1+ (1,0) [0|0] "" B
 SG_ DEEP m3 : 16|8@1+ (1,0) [0|0] "" B

CM_ SG_ 2566834942 "no name";
CM_ SG_ 2566834942 TEMP "over
two lines; with a semicolon";
VAL_ 2566834942 TEMP 255 "unknown" 0 "a \\" quote" ;
VAL_ 2566834942 GONE 1 "one" ;
SG_MUL_VAL_ 5000 SUB MODE 1-1, 4-6;
SG_MUL_VAL_ 5000 DEEP SUB 3-3;
BA_ "GenMsgCycleTime" BO_ 2566834942 100;
what is this
"""


def test_vehicle_dbc_tolerates_and_tells() -> None:
    database = parse_dbc(TOLERATED, NAME)
    first, wide = database.messages
    assert (first.extended, first.period_ms, wide.extended) == (True, 100, True)
    temp = first.signal("TEMP")
    assert temp is not None
    assert (temp.scale, temp.offset, temp.unit, temp.choices[255]) == (0.25, -40, "°C", "unknown")
    assert temp.comment.startswith("over\ntwo lines")
    assert {signal.name for signal in first.signals} == {"4WD_ON", "TEMP"}
    assert sorted(decode(wide, bytes([0, 7, 9]))) == ["LOW", "MODE"]
    assert sorted(decode(wide, bytes([1, 3, 9]))) == ["DEEP", "MODE", "SUB"]
    assert sorted(decode(wide, bytes([5, 4, 9]))) == ["MODE", "SUB"]
    told = {problem.line: problem.text for problem in database.problems}
    lines = TOLERATED.splitlines()
    assert set(told) == {
        lines.index('VAL_ 2566834942 GONE 1 "one" ;') + 1,
        lines.index("what is this") + 1,
    }
    assert str(database.problems[0]).startswith("car.dbc:")


def test_vehicle_dbc_imports_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "_base.dbc").write_text('BO_ 1 BASE: 8 X\n SG_ A : 0|8@1+ (1,0) [0|0] "" X\n')
    (tmp_path / "car.dbc").write_text(
        'CM_ "IMPORT _base.dbc";\nCM_ "IMPORT _gone.dbc";\nCM_ "IMPORT car.dbc";\nBO_ 2 OWN: 8 X\nVAL_ 1 A 0 "zero";\n'
    )
    database = read_dbc(tmp_path / "car.dbc")
    assert [message.name for message in database.messages] == ["BASE", "OWN"]
    assert database.messages[0].signals[0].choices == {0: "zero"}
    assert [problem.line for problem in database.problems] == [2, 3]
    (tmp_path / "_base.dbc").write_text('CM_ "IMPORT car.dbc";\nBO_ 1 BASE: 8 X\n')  # each imports the other
    assert [message.name for message in read_dbc(tmp_path / "car.dbc").messages] == ["BASE", "OWN"]


def test_vehicle_dbc_nonsense_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(DbcError, match=r"car\.dbc:2: not understood: 'hello'"):
        parse_dbc('VERSION ""\nhello\n', NAME)
    with pytest.raises(DbcError, match=r"car\.dbc:1: message not understood"):
        parse_dbc("BO_ many Broken\n", NAME)
    with pytest.raises(DbcError, match="nowhere"):
        read_dbc(tmp_path / "nowhere.dbc")


@given(st.text(alphabet='BOSGVALCM_ :|@+-()[]"0123456789;mM\nxyz', max_size=300))
@settings(max_examples=200, deadline=None)
def test_vehicle_dbc_reader_never_fails_otherwise(text: str) -> None:
    told = ""
    try:
        parse_dbc(text, NAME)
    except DbcError as error:
        told = str(error)
    assert not told or "car.dbc:" in told


def test_vehicle_dbc_reads_every_opendbc_file() -> None:
    files = opendbc_files()
    if not files:
        pytest.skip("the opendbc package (extra 'makes') is not installed")
    databases = [read_dbc(file) for file in files]
    assert len(files) >= 100
    described = [database for database in databases if b"\nBO_ " in b"\n" + database.file.read_bytes()]
    assert all(database.messages for database in described)
    lost = [p for database in databases for p in database.problems if "signal not" in p.text or "message not" in p.text]
    assert lost == []


def _facts(database: Database) -> dict[int, object]:
    return {
        key: (
            message.length,
            message.period_ms,
            sorted(
                (s.name, s.start, s.length, s.scale, s.offset, s.signed, s.little_endian, s.is_selector, _mux(s))
                for s in message.signals
            ),
        )
        for key, message in database.by_key.items()
    }


def _mux(signal: object) -> tuple[int, ...]:
    conditions = signal.conditions  # type: ignore[attr-defined]
    return tuple(v for low, high in conditions[0].ranges for v in range(low, high + 1)) if conditions else ()


def _their_facts(file: Path) -> dict[int, object]:
    facts: dict[int, object] = {}
    for message in cantools.database.load_file(str(file), strict=False).messages:
        key = message.frame_id | (0x8000_0000 if message.is_extended_frame else 0)
        facts[key] = (
            message.length,
            message.cycle_time,
            sorted(
                (
                    *(s.name, s.start, s.length, s.scale, s.offset, s.is_signed, s.byte_order == "little_endian"),
                    *(s.is_multiplexer, tuple(s.multiplexer_ids or ())),
                )
                for s in message.signals
            ),
        )
    return facts


@pytest.mark.parametrize("part", range(4))
def test_vehicle_dbc_agrees_with_cantools_where_it_can_read(part: int) -> None:
    files = opendbc_files()[part::4]
    if not files:
        pytest.skip("the opendbc package (extra 'makes') is not installed")
    compared = 0
    for file in files:
        if file.stat().st_size > 40_000 or b'CM_ "IMPORT' in file.read_bytes():
            continue  # cantools's parser takes seconds for each; the others say the same; and it knows no imports
        try:
            theirs = _their_facts(file)
        except (cantools.Error, cantools.database.UnsupportedDatabaseFormatError):
            continue
        ours = _facts(read_dbc(file))
        if file.name == "vw_pq.dbc":
            # Motor_2's selector is written "m" instead of "M": cantools knows no selector then, our reader takes it for one.
            ours.pop(648), theirs.pop(648)
        assert ours == theirs, file.name
        compared += 1
    assert compared >= 10
