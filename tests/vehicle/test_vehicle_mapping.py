"""Mapping files: what is read, what is refused and in which words, and that formulas cannot do anything but count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.errors import MappingError
from backends.vehicle.mapping import compile_expression, parse_mapping
from backends.vehicle.mapping.named import NAMED
from tests.fakes.vehicle import BenchVehicle

YAML = Path("m.yaml")

DBC = """BO_ 256 MOTION: 8 X
 SG_ Speed : 0|16@1+ (0.01,0) [0|0] "km/h" X
 SG_ Gear : 16|4@1+ (1,0) [0|0] "" X
 SG_ Valid : 20|1@1+ (1,0) [0|0] "" X
BO_ 257 OTHER: 8 X
 SG_ Speed : 0|8@1+ (1,0) [0|0] "" X
 SG_ U : 8|8@1+ (1,0) [0|0] "V" X
 SG_ I : 16|8@1- (1,0) [0|0] "A" X
VAL_ 256 Gear 0 "P" 1 "R" 2 "N" 3 "D" ;
"""

# The example of KUKSA's documentation in its own nesting, as JSON with tabs.
KUKSA_JSON = """{
\t"Vehicle": {"type": "branch", "children": {
\t\t"Speed": {"type": "sensor", "datatype": "float",
\t\t\t"dbc2vss": {"signal": "U", "interval_ms": 100, "on_change": false, "transform": {"math": "floor(x+0.5)"}}},
\t\t"Powertrain": {"type": "branch", "children": {"Transmission": {"type": "branch", "children": {
\t\t\t"CurrentGear": {"type": "sensor", "datatype": "int8",
\t\t\t\t"dbc": {"signal": "Gear", "transform": {"mapping": [{"from": "D", "to": 1}, {"from": "R", "to": -1}]}}}}}}}
\t}}
}"""


def test_vehicle_mapping_reads_kuksa_json() -> None:
    mapping = parse_mapping(KUKSA_JSON, Path("m.json"))
    speed, gear = mapping.reads
    assert (speed.path, speed.signals, speed.interval_s, speed.transform.math) == (
        "Vehicle.Speed", (("x", "U"),), 0.1, "floor(x+0.5)",
    )  # fmt: skip
    assert gear.path == "Vehicle.Powertrain.Transmission.CurrentGear"
    assert gear.transform.table == (("D", 1), ("R", -1))
    assert mapping.problems == []


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("{signal: Sped, message: MOTION}", "test.dbc has no signal Sped in message MOTION; did you mean Speed?"),
        ("{signal: Nothing}", "test.dbc has no signal Nothing; correct the name or remove the rule"),
        ("{signal: Speed}", "signal Speed is in several messages (MOTION, OTHER); say which with message: or bus:"),
        ("{signal: U, bus: comfort}", "there is no bus comfort in the profile (it has main)"),
        ("{signal: U, tranform: {math: x}}", "tranform is not a key of a rule"),
        ("{interval_ms: 5}", "signal is missing"),
        ("{signal: U, interval_ms: -1}", "interval_ms needs a number of 0 or more, not -1"),
        ("{signal: U, lane: fast}", "lane 'fast' is unknown; there are now, display and slow"),
        ("{signal: U, side: left}", "side 'left' is unknown"),
        ("{signal: U, transform: {math: y}}", "uses y, which is none of its inputs (x)"),
        ("{signal: U, transform: {as: roman}}", "transform as 'roman' is unknown; there are time_of_day, colour"),
        ("{signal: U, transform: {as: colour, math: x}}", "transform needs either math, mapping or as"),
        ("{signal: U, transform: {mapping: [{from: D}]}}", "transform.mapping needs a list of {from: …, to: …}"),
        ("{signal: Gear, transform: {mapping: [{from: X, to: 1}]}}", "'X' is not a value of signal Gear (P, R, N, D)"),
        ("{signal: Gear, sna: [gone]}", "sna 'gone' is not a value of signal Gear"),
        ("{signals: {a: U, b: I}}", "several signals need transform"),
        ("{signal: U, when: {Nope: 1}}", "when names signal Nope, which message OTHER does not have"),
        ("{signal: U, e2e: {profile: vw, id_list: [1], crc: U}}", "e2e"),
        ("5", "dbc2vss needs keys such as signal"),
    ],
)
def test_vehicle_mapping_names_what_is_wrong_and_keeps_the_rest(rule: str, told: str) -> None:
    first = f"# a comment\nVehicle.Cabin.HVAC.AmbientAirTemperature:\n  dbc2vss: {rule}\n"
    text = first + "Vehicle.Speed:\n  dbc2vss: {signal: I}\n"
    bench = BenchVehicle.of(DBC, text)
    problems = [str(problem) for problem in bench.vehicle.problems]
    assert len(problems) == 1
    assert told in problems[0]
    assert problems[0].startswith(("test.yaml:3: ", "test.yaml: "))
    bench.feed((257, bytes([0, 0, 7])))
    assert bench.value("Vehicle.Speed") == 7


def test_vehicle_mapping_refuses_unknown_paths_but_takes_described_ones() -> None:
    bench = BenchVehicle.of(
        DBC,
        "Vehicle.Spedometer:\n  dbc2vss: {signal: U}\nVehicle.Private.Mood:\n  type: sensor\n  datatype: uint8\n"
        "  unit: percent\n  max: 50\n  dbc2vss: {signal: I}\n",
    )
    assert "m" not in bench.vehicle.meta
    assert "the path is not known" in str(bench.vehicle.problems[0])
    bench.feed((257, bytes([0, 0, 40])))
    assert bench.value("Vehicle.Private.Mood") == 40
    bench.feed((257, bytes([0, 0, 60])))
    assert bench.quality("Vehicle.Private.Mood") == "invalid"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n- b\n", r"m\.yaml:1: "),
        ("Vehicle.Speed:\n  dbc2vss: {signal: [\n", r"m\.yaml:\d: "),
        ("Vehicle.Speed:\n  type: sensor\n", r"no path has dbc2vss"),
        ("a: &a {b: *a}\n", r"m\.yaml"),
    ],
)
def test_vehicle_mapping_that_is_none_names_file_and_line(text: str, told: str) -> None:
    with pytest.raises(MappingError, match=told):
        parse_mapping(text, YAML)


@given(st.text(alphabet="Vehicle.Spd: {}[]&*!-|>'\"\n\t,0", max_size=120))
def test_vehicle_mapping_reader_never_fails_otherwise(text: str) -> None:
    told = ""
    try:
        parse_mapping(text, YAML)
    except MappingError as error:
        told = str(error)
    assert not told or "m.yaml" in told


def test_vehicle_mapping_joins_signals_and_gates_them() -> None:
    bench = BenchVehicle.of(
        DBC,
        "Vehicle.Powertrain.TractionBattery.CurrentPower:\n"
        "  dbc2vss: {signals: {u: U, i: I}, transform: {math: 'u * i'}}\n"
        "Vehicle.Speed:\n  dbc2vss: {signal: Speed, message: MOTION, when: {Valid: 1}}\n",
    )
    power, speed = "Vehicle.Powertrain.TractionBattery.CurrentPower", "Vehicle.Speed"
    bench.feed((257, bytes([0, 100, 0xFE])))
    assert bench.value(power) == -200.0
    bench.feed((257, bytes([0, 110, 0xFE])))
    assert bench.value(power) == -220.0
    bench.feed((256, bytes([0x10, 0x27, 0x10, 0])))
    assert bench.value(speed) == 100.0
    bench.feed((256, bytes([0x10, 0x27, 0x00, 0])))
    assert (bench.value(speed), bench.quality(speed)) == (None, "not_available")


@pytest.mark.parametrize(("side", "value"), [("lhd", 5), ("rhd", 9)])
def test_vehicle_mapping_follows_the_drive_side(side: str, value: int) -> None:
    rule = "Vehicle.Speed:\n  dbc2vss:\n    - {signal: U, side: lhd}\n    - {signal: I, side: rhd}\n"
    bench = BenchVehicle.of(DBC, rule, side=side)
    bench.feed((257, bytes([0, 5, 9])))
    assert bench.value("Vehicle.Speed") == value
    assert bench.vehicle.problems == []


@pytest.mark.parametrize(
    ("text", "x", "value"),
    [
        ("x * 0.5 - 40", 100, 10),
        ("floor(x + 0.5)", 1.5, 2),
        ("2 ^ 3 ^ 2 + x", 0, 512),
        ("if(x > 3, 1, 0 - 1)", 3, -1),
        ("max(0, min(100, x / 2.55))", 300, 100),
        ("x > 3 and not (x > 5)", 4, True),
        ("-x % 7", 3, 4),
        ("PI * E > 8", 0, True),
        ("round(x)", 2.5, 3),
    ],
)
def test_vehicle_mapping_formulas(text: str, x: float, value: float) -> None:
    assert compile_expression(text)(x) == value


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "x.__class__",
        "(lambda: 1)()",
        "[1, 2][0]",
        "'a' * 9",
        "x if True else open('f')",
        "f'{x}'",
        "x := 1",
        "max(*[1])",
        "max(x, key=abs)",
        "x; x",
        "10 if",
        "_x",
        "1 < x < 3",
        "x @ x",
        "x << 99",
        "max()",
        "sqrt(1, 2)",
        "(" * 300 + "x" + ")" * 300,
        "x" * 501,
    ],
)
def test_vehicle_mapping_formulas_refuse_everything_else(text: str) -> None:
    with pytest.raises(MappingError):
        compile_expression(text)


@pytest.mark.parametrize("names", [["__builtins__"], ["a b"], ["_"]])
def test_vehicle_mapping_formula_inputs_are_names(names: list[str]) -> None:
    with pytest.raises(MappingError, match="cannot name an input"):
        compile_expression("1", names)


@pytest.mark.parametrize("text", ["1 / (x - x)", "sqrt(0 - 1)", "9 ^ 9 ^ 9 ^ 9", "log(0)"])
def test_vehicle_mapping_formula_that_cannot_be_is_an_invalid_value(text: str) -> None:
    bench = BenchVehicle.of(
        DBC, f"Vehicle.Speed:\n  dbc2vss: {{signal: Speed, message: MOTION, transform: {{math: '{text}'}}}}\n"
    )
    bench.feed((256, bytes(4)))
    assert (bench.value("Vehicle.Speed"), bench.quality("Vehicle.Speed")) == (None, "invalid")


@given(
    st.recursive(
        st.sampled_from(["x", "1", "0.5", "3"]),
        lambda inner: st.tuples(inner, st.sampled_from("+-*/%"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        max_leaves=8,
    ),
    st.floats(-1e6, 1e6),
)
def test_vehicle_mapping_formulas_count_as_python_does(text: str, x: float) -> None:
    def outcome(work: Any) -> object:
        try:
            return work()
        except ArithmeticError as error:
            return type(error)

    assert outcome(lambda: compile_expression(text)(x)) == outcome(lambda: eval(text, {"x": x}))


@given(st.integers(0, 1439))
def test_vehicle_mapping_times_of_day_both_ways(minute: int) -> None:
    named = NAMED["time_of_day"]
    assert named.write(named.read(minute)) == minute
    assert named.read(minute) == f"{minute // 60:02}:{minute % 60:02}"


@given(st.integers(0, 0xFFFFFF))
def test_vehicle_mapping_colours_both_ways(colour: int) -> None:
    named = NAMED["colour"]
    assert named.write(named.read(colour)) == named.write(named.read(colour).lower()) == colour


@pytest.mark.parametrize(
    ("name", "text"),
    [("time_of_day", text) for text in ("24:00", "7:30", "07:60", "07:30:00", "", "noon")]
    + [("colour", text) for text in ("red", "#12345", "#1234567", "123456", "#GG0000", "")],
)
def test_vehicle_mapping_named_conversions_refuse_the_rest(name: str, text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        NAMED[name].write(text)


def test_vehicle_mapping_named_conversion_out_of_its_range_is_an_invalid_value() -> None:
    dbc = 'BO_ 1 M: 4 X\n SG_ T : 0|11@1+ (1,0) [0|0] "min" X\n'
    path = "Vehicle.Powertrain.TractionBattery.Charging.Timer.Time"
    car = BenchVehicle.of(dbc, f"{path}:\n  dbc2vss: {{signal: T, sna: 2047, transform: {{as: time_of_day}}}}\n")
    seen = []
    for raw in (0, 450, 1440, 2047, 1439):
        car.feed((1, raw.to_bytes(4, "little")))
        seen.append((car.value(path), car.quality(path)))
    assert seen == [
        ("00:00", "valid"), ("07:30", "valid"), (None, "invalid"), (None, "not_available"), ("23:59", "valid"),
    ]  # fmt: skip


def test_vehicle_mapping_can_be_shared_by_cars_that_lack_something() -> None:
    text = "".join(
        f"{path}:\n  dbc2vss: {{signal: U}}\n" for path in ("Vehicle.Speed", "Vehicle.A.B", "Vehicle.A.C", "Vehicle.AB")
    )
    mapping = parse_mapping(text, YAML)
    assert mapping.without(()) is mapping
    left = mapping.without(("Vehicle.A.*", "Vehicle.Speed"))
    assert [rule.path for rule in left.reads] == ["Vehicle.AB"]
    assert len(mapping.reads) == 4
