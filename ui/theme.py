"""Design tokens as a QML module.

``assets/themes/<brand>/tokens.json`` (W3C design-token format) is the source. :func:`ensure_theme` writes the module
``Pillion.Brands`` from it, outside version control, and only when a token file is newer than what was written: one type a
brand (``Aurora.qml``) of one schema (``Tokens.qml``, ``BrandColors.qml``), and ``Brands.qml`` which picks one by its id.
``Pillion.Theme`` reads nothing else, so a new folder is a new brand.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["ThemeError", "brands", "ensure_theme", "generate", "generated_dir", "load_tokens"]

ROOT = Path(__file__).resolve().parent.parent
THEMES = ROOT / "assets" / "themes"
_GROUPS = ("spacing", "radius", "duration", "elevation")
_HEAD = "// Generated from assets/themes by ui/theme.py: edit the tokens, not this.\n"
_MODULE = "Pillion.Brands"


class ThemeError(Exception):
    """A token file cannot be used; the text names the file and the token."""


def brands(themes: Path = THEMES) -> list[tuple[str, str]]:
    """(id, shown name) of every brand, the default one first."""
    found = [(path.parent.name, str(_name(path))) for path in sorted(themes.glob("*/tokens.json"))]
    return sorted(found, key=lambda brand: (brand[0] != "aurora", brand[0]))


@cache
def _name(path: Path) -> str:
    data = json.loads(path.read_text(encoding="utf-8"))
    return str(data.get("$extensions", {}).get("org.pillion", {}).get("name", path.parent.name.title()))


def generated_dir() -> Path:
    """Where generated QML lives: ``build/qml`` of a checkout, else the user's cache."""
    if (ROOT / ".git").exists() and os.access(ROOT, os.W_OK):
        return ROOT / "build" / "qml"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "pillion" / "qml"


def ensure_theme(out: Path | None = None, themes: Path = THEMES) -> Path:
    """Import path that holds ``Pillion.Brands``, written anew if it is missing or older than a token file.

    Raises ThemeError for a token file that cannot be read or lacks a token others have.
    """
    target = out or generated_dir()
    stamp = target.joinpath(*_MODULE.split("."), "qmldir")
    sources = [Path(__file__), *themes.glob("*/tokens.json")]
    try:
        written = stamp.stat().st_mtime_ns
        if all(path.stat().st_mtime_ns <= written for path in sources):
            return target
    except FileNotFoundError:
        pass
    generate(target, themes)
    return target


def load_tokens(path: Path) -> dict[str, Any]:
    """A token file with its wrappers taken off: ``{"color": {"night": {"ink": "#E8EDF4"}}, "spacing": {"m": 12}}``."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeError(f"{path}: {error}") from error
    plain = _plain(data)
    if not isinstance(plain, dict):
        raise ThemeError(f"{path}: not an object of tokens")
    return plain


def _plain(node: Any) -> Any:
    if not isinstance(node, dict):
        return node
    if "$value" in node:
        value = node["$value"]
        return value["value"] if isinstance(value, dict) and "value" in value else value
    return {key: _plain(value) for key, value in node.items() if not key.startswith("$")}


def _flat(tokens: dict[str, Any]) -> dict[str, object]:
    """Everything of a brand but its colours, by the name QML uses: ``spacing.m`` → ``spacingM``."""
    typography = tokens["typography"]
    flat: dict[str, object] = {"family": typography["family"][0], "iconStroke": tokens["icon"]["stroke"]}
    parts = {"size": typography["size"], "weight": typography["weight"], "icon": tokens["icon"]["size"]}
    parts |= {group: tokens[group] for group in _GROUPS}
    for group, values in parts.items():
        flat |= {group + key[0].upper() + key[1:]: value for key, value in values.items()}
    return flat


def generate(out: Path, themes: Path = THEMES) -> None:
    """Write the module below ``out``; the qmldir, by whose age freshness is judged, comes last."""
    folder = out.joinpath(*_MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, dict[str, Any]] = {}
    for path in sorted(themes.glob("*/tokens.json")):
        try:
            tokens = load_tokens(path)
            known[path.parent.name] = {
                "flat": _flat(tokens),
                "night": tokens["color"]["night"],
                "day": tokens["color"]["day"],
            }
        except KeyError as error:
            raise ThemeError(f"{path}: token {error} is missing") from error
    if not known:
        raise ThemeError(f"{themes}: no brand has a tokens.json")
    first = next(iter(known.values()))
    for brand, parts in known.items():
        for part, values in parts.items():
            if odd := set(values) ^ set(first[part]):
                raise ThemeError(
                    f"{themes / brand / 'tokens.json'}: {part} differs from the other brands in {sorted(odd)}"
                )
    files = {
        "BrandColors": _palette(first["night"]),
        "LiveColors": _live(first["night"]),
        "Tokens": _schema(first["flat"]),
    }
    files |= {brand.title(): _brand(parts) for brand, parts in known.items()}
    files["Brands"] = _chooser(list(known))
    for name, text in files.items():
        (folder / f"{name}.qml").write_text(_HEAD + text, encoding="utf-8")
    lines = [f"module {_MODULE}", *(f"{name} 1.0 {name}.qml" for name in files)]
    (folder / "qmldir").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _qml(value: object) -> str:
    return json.dumps(value)


def _type(value: object) -> str:
    return "string" if isinstance(value, str) else "real"


def _palette(colours: dict[str, str]) -> str:
    body = "".join(f"    required property color {name}\n" for name in colours)
    return f"import QtQuick\n\nQtObject {{\n{body}}}\n"


def _live(colours: dict[str, str]) -> str:
    body = "".join(
        f"    readonly property color {name}: still ? now.{name} : Qt.tint(day.{name}, Qt.alpha(night.{name}, nightness))\n"
        for name in colours
    )
    head = (
        "    required property BrandColors night\n    required property BrandColors day\n"
        "    required property real nightness\n"
        "    readonly property bool still: nightness === 0 || nightness === 1\n"
        "    readonly property BrandColors now: nightness > 0.5 ? night : day\n"
    )
    return f"import QtQuick\n\nQtObject {{\n{head}{body}}}\n"


def _schema(flat: dict[str, object]) -> str:
    body = "".join(f"    required property {_type(value)} {name}\n" for name, value in flat.items())
    head = "    required property BrandColors night\n    required property BrandColors day\n"
    return f"import QtQuick\n\nQtObject {{\n{head}{body}}}\n"


def _brand(parts: dict[str, Any]) -> str:
    def palette(name: str) -> str:
        inner = "".join(f"        {key}: {_qml(value)}\n" for key, value in parts[name].items())
        return f"    {name}: BrandColors {{\n{inner}    }}\n"

    body = "".join(f"    {name}: {_qml(value)}\n" for name, value in parts["flat"].items())
    return f"import QtQuick\n\nTokens {{\n{palette('night')}{palette('day')}{body}}}\n"


def _chooser(names: list[str]) -> str:
    default = "aurora" if "aurora" in names else names[0]
    body = "".join(f"    readonly property Tokens _{name}: {name.title()} {{}}\n" for name in names)
    cases = "".join(f"brand === {_qml(name)} ? _{name} : " for name in names if name != default)
    return (
        "import QtQuick\n\nQtObject {\n    required property string brand\n"
        f"    readonly property Tokens current: {cases}_{default}\n{body}}}\n"
    )
