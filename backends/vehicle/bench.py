"""``pillion bench can-decode``: frames a second and core, beside cantools on the same log in the same run.

Both decoders get every frame of the log in its order, as (id, bytes) in memory; neither reads the file while the clock runs.
cantools does what its users do: look the id up and `decode_message` all signals, with its value labels; it gets the messages as
our reader understood them, since it cannot read every file itself, and is spared frames it would refuse. Ours does what the
service does: mask, compare, convert the mapped signals that changed, store them in the table and note them as changed; the
notes are taken away every 64 frames, as a batch from the bus would. ``ratio`` is over all frames. ``ratio_mapped`` gives both
only the frames of mapped messages, where neither may skip any. Ours checks counters and check bytes where the mapping names them
(the demo car); cantools does not. Each figure is the best of five passes in turn: the machine's noise only ever slows.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cantools

from backends.vehicle.binding import bind_reads
from backends.vehicle.catalogue import catalogue, with_overlay
from backends.vehicle.dbc.load import load_database, resolve
from backends.vehicle.dbc.model import Database
from backends.vehicle.errors import VehicleError
from backends.vehicle.intake import Handlers
from backends.vehicle.mapping import read_mapping
from backends.vehicle.ports import Frame
from backends.vehicle.profile import load_profile
from backends.vehicle.replay import read_log
from backends.vehicle.simcar.car import TICK_S, SimCar
from backends.vehicle.slots import SlotTable
from backends.vehicle.vehicle import compile_handlers

__all__ = ["can_decode", "demo_traffic"]

_PASSES = 5
_BATCH, _BATCH_S = 64, 0.06
_LEAST_FRAMES = 100_000
_DEMO_S = 300.0

Figures = dict[str, dict[str, Any]]


def demo_traffic(seconds: float) -> list[Frame]:
    """What the demo car sends in this time on its cycle, without waiting for it."""
    frames: list[Frame] = []
    car = SimCar(
        load_profile("demo"), lambda bus, key, data: frames.append((key, data)) if bus == "main" else None, "drive"
    )
    for _ in range(round(seconds / TICK_S)):
        car.tick()
    return frames


def can_decode(argv: list[str]) -> Figures:
    """Measure. Raises RuntimeError that says what is wrong with the files."""
    parser = argparse.ArgumentParser(prog="pillion bench can-decode")
    parser.add_argument("--log", type=Path, help="a recording (default: five minutes of the demo car)")
    parser.add_argument("--dbc", help="its message description, or opendbc:NAME")
    parser.add_argument("--mapping", type=Path, help="its mapping")
    options = parser.parse_args(argv)
    if options.log and not (options.dbc and options.mapping):
        parser.error("--log needs --dbc and --mapping")
    demo = load_profile("demo")
    try:
        dbc = resolve(options.dbc, Path.cwd()) if options.dbc else demo.dbc_file("main")
        mapping = options.mapping or demo.mapping_file
        frames = [(f.key, f.data) for f in read_log(options.log)] if options.log else demo_traffic(_DEMO_S)
        ours, mapped = _ours(dbc, mapping)
        theirs, known = _theirs(dbc, frames)
    except VehicleError as error:
        raise RuntimeError(str(error)) from error
    only_mapped = [frame for frame in frames if frame[0] in mapped]
    our_rate, their_rate = _rates(frames, ours, theirs)
    our_mapped, their_mapped = _rates(only_mapped, ours, theirs)
    return {
        "ratio": {"value": round(our_rate / their_rate, 2), "unit": "x cantools", "aim": ">= 7"},
        "frames_per_s": {"value": round(our_rate), "unit": "frames/s"},
        "cantools_frames_per_s": {"value": round(their_rate), "unit": "frames/s"},
        "ratio_mapped": {"value": round(our_mapped / their_mapped, 2), "unit": "x cantools"},
        "frames": {"value": len(frames), "unit": "frames"},
        "frames_mapped": {"value": len(only_mapped), "unit": "frames"},
        "frames_known": {"value": sum(1 for key, _ in frames if key in known), "unit": "frames"},
    }


Pass = Callable[[list[Frame]], None]


def _ours(dbc: Path, mapping: Path) -> tuple[Pass, set[int]]:
    rules = read_mapping(mapping)
    rules.reads = [replace(rule, bus="") for rule in rules.reads]
    table = SlotTable()
    meta = with_overlay(catalogue(), rules.overlay)
    bound, protected, _ = bind_reads(rules, {"log": load_database(dbc)}, meta, table, "lhd")
    handlers = compile_handlers(bound, protected, table)[0].get("log", Handlers())

    now = 0.0

    def run(frames: list[Frame]) -> None:
        nonlocal now
        for start in range(0, len(frames), _BATCH):
            now += _BATCH_S
            handlers.take(frames[start : start + _BATCH], now)
            for slot in table.dirty:
                slot.dirty = False
            table.dirty.clear()

    return run, set(handlers)


def _theirs(dbc: Path, frames: list[Frame]) -> tuple[Pass, set[int]]:
    described = load_database(dbc)
    database = cantools.database.load_string(_plain_dbc(described), "dbc", strict=False)
    decode = database.decode_message
    known = set(described.by_key)
    for key, data in set(frames):
        if key in known:
            try:
                decode(key & 0x1FFF_FFFF, data)
            except (cantools.Error, KeyError):
                known.discard(key)  # shorter in the car than in the file

    def run(frames: list[Frame]) -> None:
        for key, data in frames:
            if key in known:
                decode(key & 0x1FFF_FFFF, data)

    return run, known


def _plain_dbc(database: Database) -> str:
    """The messages, signals and value tables once more, in grammar that anyone reads."""
    lines = ['VERSION ""', "BU_: X"]
    values = []
    for key, message in database.by_key.items():
        lines.append(f"BO_ {key} {message.name}: {message.length} X")
        for index, signal in enumerate(message.signals):
            mux = " M" if signal.is_selector and not signal.conditions else ""
            if signal.conditions:
                mux = f" m{signal.conditions[0].ranges[0][0]}"
            order = f"{1 if signal.little_endian else 0}{'-' if signal.signed else '+'}"
            name = f"S{index}_{signal.name}"
            lines.append(
                f' SG_ {name}{mux} : {signal.start}|{signal.length}@{order} ({signal.scale},{signal.offset}) [0|0] "" X'
            )
            if signal.choices:
                labels = " ".join(f'{raw} "{index}"' for index, raw in enumerate(signal.choices))
                values.append(f"VAL_ {key} {name} {labels} ;")
    return "\n".join([*lines, *values, ""])


def _rates(frames: list[Frame], ours: Pass, theirs: Pass) -> tuple[float, float]:
    """Frames a second of CPU time: best pass of each, taken in turn so that both see the same machine."""
    if not frames:
        raise RuntimeError("the log has no frame that the mapping knows")
    repeated = frames * max(1, round(_LEAST_FRAMES / len(frames)))
    best = {ours: float("inf"), theirs: float("inf")}
    gc.collect()
    gc.disable()
    try:
        for _ in range(_PASSES):
            for run in best:
                # Each pass gets new objects, as from a bus: nobody may live on a hash that an earlier pass has computed.
                fresh = [(key, bytes(bytearray(data))) for key, data in repeated]
                began = time.process_time()
                run(fresh)
                best[run] = min(best[run], time.process_time() - began)
    finally:
        gc.enable()
    return len(repeated) / best[ours], len(repeated) / best[theirs]


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"bench": "can-decode", "figures": can_decode(sys.argv[1:])}, indent=1) + "\n")
