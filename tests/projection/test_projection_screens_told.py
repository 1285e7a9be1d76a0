"""Every sentence that VNC and AirPlay may say to a driver is known to translators."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from backends.projection.simphone.main import main
from tools.i18n import CATALOGUES, messages
from ui.said_screens import SCREENS

PROJECTION = Path(__file__).resolve().parents[2] / "backends" / "projection"


def sentences(folder: str) -> Iterator[str]:
    """Strings that begin like a sentence and end like one, and are no docstrings."""
    for file in (PROJECTION / folder).rglob("*.py"):
        tree = ast.parse(file.read_text())
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) if text[:1].isupper() and text.endswith("."):
                    if id(node) not in documentation:
                        yield text


@pytest.mark.parametrize("language", ["ar", "de", "zh_CN"])
def test_every_sentence_is_known(language: str) -> None:
    said = {*sentences("vnc"), *sentences("airplay")}
    assert len(said) > 20
    catalogue = messages(CATALOGUES / f"pillion_{language}.ts")
    assert not [sentence for sentence in said if ("Services", sentence) not in catalogue]
    assert set(SCREENS) <= said, "what nobody says any more"


@pytest.mark.parametrize("kind", ["vnc", "airplay"])
def test_the_guide_speaks_of_what_is_said(kind: str) -> None:
    guide = (PROJECTION.parents[1] / "docs" / "guides" / f"connect-{kind}.md").read_text()
    table = guide.partition("| The car says | Do |")[2].partition("\n\n")[0]
    rows = [row.split("|")[1].strip() for row in table.splitlines() if row.startswith("|") and "---" not in row]
    said = " ".join(sentences(kind))
    assert len(rows) >= 3
    assert [part for row in rows for part in row.split(" / ") if part not in said and "does not list" not in part] == []


def test_the_guides_phone_can_be_started() -> None:
    guide = (PROJECTION.parents[1] / "docs" / "guides" / "connect-vnc.md").read_text()
    (command,) = re.findall(r"^pillion sim phone (--kind vnc .*)$", guide, re.MULTILINE)
    assert main([*command.split(), "--fault", "no-such-fault"]) == 2, "all of it is understood but the fault"
    assert main(["--kind", "vnc", "--size", "1x1"]) == 2
