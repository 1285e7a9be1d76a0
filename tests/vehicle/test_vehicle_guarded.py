"""The quick ways of decoding end where the plain ones do: remembered steps of protected messages, formulas written out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle import guarded
from backends.vehicle.binding import bind_reads
from backends.vehicle.catalogue import catalogue, coerce
from backends.vehicle.convert import physical, shortcut
from backends.vehicle.dbc import parse_dbc
from backends.vehicle.dbc.model import DbcSignal
from backends.vehicle.defs import Quality
from backends.vehicle.e2e import E2E, Check, Guard, protection
from backends.vehicle.errors import MappingError
from backends.vehicle.mapping import compile_expression, parse_mapping
from backends.vehicle.mapping.expression import FUNCTIONS, expression_text
from backends.vehicle.mapping.model import Transform
from backends.vehicle.slots import SlotTable
from backends.vehicle.vehicle import compile_handlers

SPEED, RPM = "Vehicle.Speed", "Vehicle.Powertrain.CombustionEngine.Speed"
FILE = """BO_ 5 M: 8 X
 SG_ Crc : 0|8@1+ (1,0) [0|0] "" X
 SG_ Count : 8|4@1+ (1,0) [0|0] "" X
 SG_ Noise : 12|4@1+ (1,0) [0|0] "" X
 SG_ Speed : 16|16@1+ (0.1,0) [0|0] "" X
 SG_ Rpm : 47|16@0+ (1,0) [0|0] "" X
"""
RULES = {
    "xor": "{profile: xor, counter: Count, crc: Crc, data_id: 7}",
    "uncounted": "{profile: xor, crc: Crc, data_id: 7}",
    "vw": "{profile: vw, id_list: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16], counter: Count, crc: Crc}",
}
E2ES = {
    "xor": E2E("xor", (), "Count", "Crc", 7),
    "uncounted": E2E("xor", (), None, "Crc", 7),
    "vw": E2E("vw", tuple(range(1, 17)), "Count", "Crc"),
}


@dataclass
class Plain:
    """The rule, frame by frame, with nothing remembered but what the rule itself remembers."""

    guard: Guard
    failed: bool = False
    values: dict[str, tuple[float | None, Quality]] = field(
        default_factory=lambda: {SPEED: (None, Quality.NEVER), RPM: (None, Quality.NEVER)}
    )
    seen: float = 0.0

    def take(self, data: bytes, now: float) -> None:
        check = self.guard.judge(data) if len(data) == 8 else self.guard.reject()
        if self.guard.failed:
            if not self.failed:
                self.values = dict.fromkeys(self.values, (None, Quality.ERROR))
            self.failed, self.seen = True, now
        elif check is Check.GOOD:
            self.failed, self.seen = False, now
            self.values[SPEED] = (int.from_bytes(data[2:4], "little") / 10, Quality.VALID)
            self.values[RPM] = (int.from_bytes(data[5:7], "big"), Quality.VALID)

    def go_silent(self) -> None:
        self.guard.resume()
        self.values = dict.fromkeys(self.values, (None, Quality.NOT_AVAILABLE))


def go_silent(table: SlotTable, now: float) -> None:
    for slot in table.cells[0].slots:
        slot.degrade(Quality.NOT_AVAILABLE, now)
    for forget in table.cells[0].forgets:
        forget()


def protected_message(kind: str) -> tuple[Any, SlotTable]:
    e2e = RULES[kind]
    rules = f"{SPEED}: {{dbc2vss: {{signal: Speed, e2e: {e2e}}}}}\n{RPM}: {{dbc2vss: {{signal: Rpm, e2e: {e2e}}}}}\n"
    table = SlotTable()
    database = parse_dbc(FILE, Path("t.dbc"))
    bound, protected, problems = bind_reads(parse_mapping(rules, Path("t")), {"b": database}, catalogue(), table, "lhd")
    assert not problems
    assert protected
    handlers, _ = compile_handlers(bound, protected, table)
    return handlers["b"], table


def frame(kind: str, count: int, speed: int, rpm: int, noise: int = 0) -> bytes:
    data = bytearray(8)
    data[1] = noise << 4
    data[2:4], data[5:7] = speed.to_bytes(2, "little"), rpm.to_bytes(2, "big")
    protection(E2ES[kind], parse_dbc(FILE, Path("t.dbc")).messages[0]).seal(data, count)
    return bytes(data)


# Long stretches of a counter that goes on, as cars send them, and everything that may go wrong among them.
steps = st.tuples(
    st.sampled_from([1] * 12 + [0, 2, 4, 5, 9]),
    st.sampled_from([0] * 8 + [1, 2]),
    st.sampled_from([0] * 8 + [1]),
    st.sampled_from(["good"] * 30 + ["bad", "short", "long", "silence"]),
)


@given(st.sampled_from(list(RULES)), st.lists(st.tuples(steps, st.integers(1, 40)), max_size=25))
def test_vehicle_remembered_steps_say_what_the_plain_check_says(
    kind: str, stretches: list[tuple[tuple[int, int, int, str], int]]
) -> None:
    handlers, table = protected_message(kind)
    plain = Plain(Guard(protection(E2ES[kind], parse_dbc(FILE, Path("t.dbc")).messages[0])))
    now, count = 1.0, 0
    for (step, content, noise, fate), length in stretches:
        for turn in range(length):
            now += 0.01
            count += step if turn == 0 else 1
            data = frame(kind, count, 100 * content, 800 + content, noise)
            if turn == 0:
                match fate:
                    case "bad":
                        data = data[:7] + bytes([data[7] ^ 1])
                    case "short":
                        data = data[:7]
                    case "long":
                        data += b"\0"
                    case "silence":
                        go_silent(table, now)
                        plain.go_silent()
            handlers.take([(5, data)], now)
            plain.take(data, now)
            assert {path: (table.slots[path].value, table.slots[path].quality) for path in plain.values} == plain.values
            assert table.cells[0].seen == plain.seen


def test_vehicle_known_frames_in_another_order_are_still_judged() -> None:
    """Each of these frames was remembered as good; what is wrong is only where it stands."""
    handlers, table = protected_message("xor")
    cycle = [frame("xor", count, 500, 900) for count in range(16)]
    now = 1.0
    for _ in range(20):  # known by heart
        for data in cycle:
            now += 0.01
            handlers.take([(5, data)], now)
    for _ in range(5):
        handlers.take([(5, cycle[15])], now)  # the counter stands
    assert table.slots[SPEED].quality is Quality.ERROR
    for data in cycle[:6]:
        handlers.take([(5, data)], now)
    assert (table.slots[SPEED].value, table.slots[SPEED].quality) == (50.0, Quality.VALID)
    for data in (cycle[0], cycle[6], cycle[12], cycle[2], cycle[8]):  # it jumps
        handlers.take([(5, data)], now)
    assert table.slots[SPEED].quality is Quality.ERROR


def test_vehicle_known_frames_pay_for_failures_as_others_do() -> None:
    handlers, table = protected_message("xor")
    cycle = [frame("xor", count, 500, 900) for count in range(16)]
    bad = bytes(8)
    for number, data in enumerate(cycle * 10):
        handlers.take([(5, data)], 1.0)
        if number % 16 in (3, 7):  # four failures, four good frames, four failures
            handlers.take([(5, bad)] * 4, 1.0)
        assert table.slots[SPEED].quality is Quality.VALID


def test_vehicle_known_frames_are_news_after_silence() -> None:
    handlers, table = protected_message("xor")
    cycle = [frame("xor", count, 500, 900) for count in range(16)]
    handlers.take([(5, data) for data in cycle * 10], 1.0)
    go_silent(table, 2.0)
    assert table.slots[SPEED].value is None
    handlers.take([(5, cycle[0])], 3.0)
    assert table.slots[SPEED].value == 50.0


def test_vehicle_steps_are_remembered_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    steps_of_m = guarded._Steps()
    monkeypatch.setattr(guarded, "_Steps", lambda: steps_of_m)
    handlers, table = protected_message("xor")
    for count in range(5_000):
        handlers.take([(5, frame("xor", count, count // 700, 900, count // 3 % 16))], 1.0 + count)
    remembered = sum(len(state) for state in steps_of_m._states.values())
    assert 0 < remembered <= guarded._STEPS
    assert table.slots[SPEED].value == 0.7


signals = st.builds(
    DbcSignal,
    name=st.just("S"),
    start=st.just(0),
    length=st.sampled_from([9, 12, 16]),
    little_endian=st.just(True),
    signed=st.booleans(),
    scale=st.sampled_from([1, 1.0, 0.01, 0.1, 0.25, 2, -1, 0.3]),
    offset=st.sampled_from([0, -40, 0.5]),
    minimum=st.none(),
    maximum=st.none(),
    unit=st.just(""),
    line=st.just(0),
)
formulas = st.recursive(
    st.sampled_from(["x", "1", "0.5", "-3"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/%^<>"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda one: f"abs({one})"),
        st.tuples(inner, inner, inner).map(lambda t: f"if({t[0]}, {t[1]}, {t[2]})"),
    ),
    max_leaves=6,
)


@given(signals, formulas, st.sampled_from([SPEED, "Vehicle.IsMoving", RPM]), st.integers(0, 0xFFFF))
def test_vehicle_formulas_written_out_count_as_the_long_way_does(
    signal: DbcSignal, text: str, path: str, bits: int
) -> None:
    bits &= (1 << signal.length) - 1
    meta = catalogue()[path]

    def outcome(work: Any) -> object:
        try:
            return work()
        except (ArithmeticError, ValueError, TypeError):
            return None

    straight = shortcut(signal, meta, Transform(math=text), ())
    if straight is None:
        return
    scope = {**FUNCTIONS, "b": bits}
    fit = straight.fit or (lambda value: value)
    short = outcome(lambda: fit(eval(straight.text, scope)))  # the text is ours, see expression_text
    assert short == outcome(lambda: coerce(meta, compile_expression(text)(physical(signal)(bits))))
    if straight.truth:
        assert short in (True, False, None)


@pytest.mark.parametrize(
    "text", ["__import__('os')", "x.real", "open", "b", "[x]", "x if 1 else 2 if 3 else y", "lambda: x"]
)
def test_vehicle_formulas_are_written_out_from_what_is_allowed_only(text: str) -> None:
    with pytest.raises(MappingError):
        expression_text(text, "b")


def test_vehicle_long_formulas_are_not_written_out() -> None:
    assert expression_text("x > 0.3", "b / 100") == "b / 100 > 0.3"
    assert expression_text("x", "b", truth=True) == "not not b"
    assert expression_text("+".join("x" * 100), "b") is None
