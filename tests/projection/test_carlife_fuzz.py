"""Damaged bytes of a phone with CarLife, some thousand of them; `python -m tests.projection.fuzz.carlife 1000000` for more."""

from __future__ import annotations

from typing import Any

from tests.projection.fuzz.carlife import Fuzzer


def test_damaged_bytes_are_read_refused_or_wait_for_more(run: Any) -> None:
    async def body() -> Fuzzer:
        fuzzer = Fuzzer(seed=5)
        await fuzzer.run(1000, guided=True)
        await fuzzer.run(6000)
        return fuzzer

    fuzzer = run(body())
    assert sum(fuzzer.outcomes.values()) == 7000
    assert all(fuzzer.outcomes["link", word] > 1000 for word in ("read", "refused")), fuzzer.outcomes
    assert fuzzer.messages > 5000
    assert fuzzer.slowest_s < 1
