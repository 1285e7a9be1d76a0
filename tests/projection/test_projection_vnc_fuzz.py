"""Damaged bytes of a VNC server, some thousand of them; `python -m tests.projection.fuzz.vnc 1000000` for more."""

from __future__ import annotations

from typing import Any

from tests.projection.fuzz.vnc import Fuzzer


def test_damaged_bytes_are_read_refused_or_wait_for_more(run: Any) -> None:
    fuzzer = Fuzzer(seed=3)
    run(fuzzer.run(1000, guided=True))
    run(fuzzer.run(6000))
    assert sum(fuzzer.outcomes.values()) == 7000
    refused = sum(count for (_, outcome), count in fuzzer.outcomes.items() if outcome == "refused")
    assert 1000 < refused < 6900, "damage is neither harmless nor total"
    assert fuzzer.slowest_s < 2
