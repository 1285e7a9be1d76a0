"""The import rules of docs/architecture.md, read from the sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BACKENDS = {
    p.name for p in (ROOT / "backends").iterdir() if p.is_dir() and p.name not in ("core", "interfaces", "__pycache__")
}
DRIVER_LIBRARIES = {"can", "usb", "av", "aiomqtt", "mutagen", "cantools", "PySide6", "dbus_next"}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the seam"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(*folders: str) -> list[Path]:
    return [p for folder in folders for p in sorted((ROOT / folder).rglob("*.py"))]


def _is(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("path", _files("ui"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_display_knows_services_by_their_interface_alone(path: Path) -> None:
    for name in _imports(path):
        if _is(name, "backends") and name != "backends":
            parts = name.split(".")
            assert parts[1] == "interfaces" or "defs" in parts[2:], f"imports {name}"


@pytest.mark.parametrize("path", _files("backends"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_backend_stands_alone(path: Path) -> None:
    relative = path.relative_to(ROOT)
    own = relative.parts[1]
    for name in _imports(path):
        assert not _is(name, "ui"), f"imports {name}"
        if _is(name, *(f"backends.{other}" for other in BACKENDS)):
            assert own in BACKENDS, f"core imports {name}"
            assert name.split(".")[1] == own, f"one backend imports another: {name}"
        if _is(name, "dbus_next"):
            assert relative.is_relative_to("backends/core/bus"), "only core.bus imports dbus_next"
        if _is(name, "PySide6", "qasync"):
            assert own == "media", f"imports {name}"
        if path.name == "domain.py":
            assert not _is(name, "asyncio", *DRIVER_LIBRARIES), f"domain.py imports {name}"


def test_qml_reaches_no_network_and_no_files() -> None:
    for path in sorted((ROOT / "qml").rglob("*.qml")):
        text = path.read_text(encoding="utf-8")
        for forbidden in ("XMLHttpRequest", "WebSocket", "QtDBus", "LocalStorage", "FileDialog"):
            assert forbidden not in text, f"{path}: {forbidden}"
