"""Frames to values by the quick ways, against the codec: whatever comes, each way ends in the same values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.vehicle.binding import bind_reads
from backends.vehicle.catalogue import catalogue
from backends.vehicle.dbc import decode, parse_dbc
from backends.vehicle.intake import Handlers, Listener
from backends.vehicle.mapping import parse_mapping
from backends.vehicle.slots import SlotTable
from backends.vehicle.vehicle import compile_handlers

PATHS = (
    "Vehicle.Speed", "Vehicle.AverageSpeed", "Vehicle.Exterior.AirTemperature", "Vehicle.Powertrain.CombustionEngine.Speed",
)  # fmt: skip
LAYOUTS = {
    "little": ("0|16@1+ (0.1,0)", "16|8@1- (1,0)", "24|3@1+ (1,0)", "27|13@1+ (2,5)"),
    "big": ("7|16@0+ (0.1,0)", "23|8@0- (1,0)", "30|3@0+ (1,0)", "39|13@0+ (2,5)"),
    "mixed": ("7|16@0+ (0.1,0)", "16|8@1- (1,0)", "24|3@1+ (1,0)", "39|13@0+ (2,5)"),
    "alone": ("7|16@0+ (0.25,0)",),
    "byte": ("16|8@1+ (1,0)",),
    "bytes": ("3|4@1+ (1,0)", "16|8@1- (1,0)", "47|1@0+ (1,0)"),
    "flags": ("16|1@1+ (1,0)", "17|1@1+ (1,0)", "23|2@0+ (1,0)", "0|16@1+ (0.25,0)"),
    "shared": ("0|12@1+ (0.1,0)", "12|4@1- (1,0)", "40|1@1+ (1,0)", "20|13@1+ (1,0)"),
    "shared big": ("7|12@0+ (0.1,0)", "11|4@0- (1,0)", "40|1@1+ (1,0)", "19|13@0+ (1,0)"),
    "wide": ("16|24@1+ (0.1,0)", "0|8@1+ (1,0)"),
    "wide big": ("23|24@0+ (0.1,0)", "0|8@1+ (1,0)"),
    "odd": ("0|8@1+ (1,0)", "8|24@1+ (0.1,0)", "32|8@1- (1,0)"),
}


def message(layout: str) -> tuple[Any, Handlers, SlotTable]:
    signals = [f' SG_ S{i} : {text} [0|0] "" X' for i, text in enumerate(LAYOUTS[layout])]
    database = parse_dbc("\n".join(["BO_ 5 M: 6 X", *signals, ""]), Path("t.dbc"))
    rules = "".join(f"{path}: {{dbc2vss: {{signal: S{i}}}}}\n" for i, path in enumerate(PATHS[: len(signals)]))
    table = SlotTable()
    bound, protected, problems = bind_reads(parse_mapping(rules, Path("t")), {"b": database}, catalogue(), table, "lhd")
    assert not problems
    handlers, _ = compile_handlers(bound, protected, table)
    return database.message("M"), handlers["b"], table


# Few forms for long stretches (the memory of forms), then anything (the mask), and frames of other lengths among them.
few = st.lists(st.sampled_from([bytes(6), b"\1\2\3\4\5\6", b"\xff" * 6, b"\1\2\3\4\5\7"]), min_size=100, max_size=300)
many = st.lists(st.binary(min_size=0, max_size=9), max_size=60)


@given(st.sampled_from(list(LAYOUTS)), st.lists(st.one_of(few, many), max_size=4))
def test_vehicle_frames_become_the_values_the_codec_says(layout: str, stretches: list[list[bytes]]) -> None:
    described, handlers, table = message(layout)
    slots = [table.slots[path] for path in PATHS[: len(LAYOUTS[layout])]]
    need = max(signal.last_byte for signal in described.signals) + 1
    now, seen = 1.0, 0.0
    for stretch in stretches:
        for data in stretch:
            now += 0.01
            handlers.take([(9, b""), (5, data), (77, b"x")], now)
            if len(data) >= need:
                seen = now
                whole = data[:6].ljust(6, b"\0")
                expected = [float(value) for value in decode(described, whole).values()]
                assert [slot.value for slot in slots] == pytest.approx(expected)
            assert all(cell.seen == seen for cell in table.cells)


@given(st.lists(st.one_of(few, many), max_size=3), st.sampled_from(list(LAYOUTS)))
def test_vehicle_one_frame_at_a_time_is_the_same_as_batches(stretches: list[list[bytes]], layout: str) -> None:
    _, batched, first = message(layout)
    _, single, second = message(layout)
    for number, stretch in enumerate(stretches):
        batched.take([(5, data) for data in stretch], float(number + 1))
        for data in stretch:
            single[5](data, float(number + 1))
        for path, slot in first.slots.items():
            assert (slot.value, slot.quality, slot.seen_at()) == (
                second.slots[path].value, second.slots[path].quality, second.slots[path].seen_at(),
            )  # fmt: skip


def test_vehicle_forms_are_remembered_but_not_for_ever() -> None:
    _, handlers, table = message("little")
    for step in range(30):  # until the message's period is known
        handlers.take([(5, bytes(6))], 1.0 + step / 10)
    listener = handlers[5].listener  # type: ignore[attr-defined]
    assert isinstance(listener, Listener)
    for step in range(20_000):
        handlers.take([(5, bytes((step % 16, 0, step // 3000, 0, 0, 0)))], 1.0 + step)
        assert sum(len(forms) for forms in listener._by_bits.values()) <= 129
    assert listener.forms
    for step in range(2_000):
        handlers.take([(5, step.to_bytes(6, "little"))], 30_000.0 + step)
    assert listener.forms is None  # content that varies is not looked up
    assert table.slots["Vehicle.Speed"].value == 199.9
    for key in range(100_000):
        handlers.take([(key + 10, b"")], 1.0)
    assert len(handlers._extended) <= 8200  # noise with ever new ids does not grow the memory
