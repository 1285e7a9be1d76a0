"""The bench of phones has a name for each kind that can be simulated."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from backends.projection.simphone.main import KINDS
from ui.bench import phones
from ui.commands.bench import BENCHES


def test_every_kind_with_a_simulated_phone_has_a_bench() -> None:
    folders = {kind: place.rpartition(".main:")[0] for kind, place in KINDS.items()}
    there = {kind for kind, folder in folders.items() if find_spec(folder) is not None}
    assert {"scrcpy", "carlife"} <= there
    for kind in there:
        module, _, function = BENCHES[f"projection-{kind}"][0].partition(":")
        assert callable(getattr(import_module(module), function))


def test_touches_are_found_wherever_a_phone_tells_them() -> None:
    state = {"displays": [{"touched_ns": 5}], "link": {"video": {"display": {"touched_ns": 7}}}, "touched_ns": "x"}
    assert sorted(phones._all(state, "touched_ns")) == [5, 7]
