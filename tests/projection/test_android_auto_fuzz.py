"""Damaged bytes of an Android Auto phone, some thousand; `python -m tests.projection.fuzz.android_auto 1000000` for more."""

from __future__ import annotations

from typing import Any

from tests.projection.fuzz.android_auto import Fuzzer


def test_damaged_bytes_are_taken_or_refused(run: Any) -> None:
    async def body() -> Fuzzer:
        fuzzer = Fuzzer(seed=3)
        await fuzzer.run(500, guided=True)
        await fuzzer.run(3500)
        return fuzzer

    fuzzer = run(body())
    assert sum(fuzzer.outcomes.values()) == 4000
    assert fuzzer.outcomes["message", "taken"] > 500
    assert all(fuzzer.outcomes[name, "refused"] > 50 for name in ("message", "frames", "opening", "rfcomm")), (
        fuzzer.outcomes
    )
    assert fuzzer.slowest_s < 1
