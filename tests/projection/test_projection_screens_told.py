"""Every sentence that VNC and AirPlay may say to a driver is known to translators."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

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
