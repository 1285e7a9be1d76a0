"""The doctor: one line a check, and it says what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ui.commands import doctor
from ui.commands.bench import meets


def test_every_check_answers_in_one_line(capsys: Any) -> None:
    assert doctor.main(["--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert len(findings) == len(doctor.CHECKS)
    for finding in findings:
        assert finding["state"] in ("ok", "absent", "broken")
        assert finding["text"]
        assert "\n" not in finding["text"]


def test_a_missing_daemon_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert doctor.main([]) == 1
    out = capsys.readouterr().out
    assert "BROKEN  d-bus" in out
    assert "apt-get install dbus-daemon" in out


@pytest.mark.parametrize(
    ("python", "pyside", "sound"),
    [
        ((3, 11), (6, 11), True),
        ((3, 11), (6, 12), False),
        ((3, 12), (6, 12), True),
        ((3, 13), (6, 11), False),
        ((3, 14), (6, 12), False),
    ],
)
def test_the_python_and_pyside_pairs(python: tuple[int, int], pyside: tuple[int, int], sound: bool) -> None:
    assert doctor.sound_pair(python, pyside) is sound


def test_aims_are_judged() -> None:
    assert meets({"value": 1.9, "unit": "x", "aim": "<= 2"})
    assert meets({"value": 4, "unit": "x", "aim": ">= 5"}) is False
    assert meets({"value": 0, "unit": "frames", "aim": "= 0"})
    assert meets({"value": 3, "unit": "ms"}) is None
