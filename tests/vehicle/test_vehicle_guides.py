"""The commands that the guides of recordings and of KUKSA show are ones that there are."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from tests.fakes.vehicle import ROOT
from ui.cli import COMMANDS

PARSERS = {
    "record": "backends.vehicle.recorder.commands",
    "convert": "backends.vehicle.replay.commands",
    "kuksa": "backends.kuksa.commands",
}


def shown() -> list[str]:
    texts = [(ROOT / "docs/guides" / name).read_text() for name in ("recordings.md", "kuksa.md")]
    return [line for text in texts for line in re.findall(r"^ {4}(pillion .*?)(?:  +#.*)?$", text, re.MULTILINE)]


@pytest.mark.parametrize("line", shown())
def test_guides_show_commands_that_are_understood(line: str) -> None:
    _, word, *rest = shlex.split(line)
    assert word in COMMANDS
    if word in PARSERS:
        import_module(PARSERS[word])._parser().parse_args(rest)


def test_guides_are_found() -> None:
    assert len(shown()) >= 12
    assert (ROOT / "docs/guides/kuksa.md").is_file()
    assert Path(ROOT / "script/target").stat().st_mode & 0o111
