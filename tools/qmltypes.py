"""Write ``build/qmltypes/<URI>/{qmldir,module.qmltypes}`` for each QML module that Python defines: qmllint reads them."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections import defaultdict
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import PySide6

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "qmltypes"
BIN = Path(sys.executable).parent
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
FOREIGN = ("qt6core_metatypes.json", "qt6gui_metatypes.json", "qt6qml_metatypes.json", "qt6quick_metatypes.json")
# What the dumper calls by its Python name.
CPP_NAMES = {
    "float": "double",
    "list": "QVariantList",
    "dict": "QVariantMap",
    "object": "QVariant",
    "QObject": "QObject*",
}


def _constants(tree: ast.Module) -> dict[str, object]:
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }


def _find_modules() -> tuple[dict[str, list[Path]], set[str], dict[str, int]]:
    """Files by URI, bases before those that derive from them; all class names; major version by URI."""
    modules: dict[str, list[Path]] = defaultdict(list)
    versions: dict[str, int] = {}
    defines: dict[str, Path] = {}
    bases: dict[Path, set[str]] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = _constants(tree)
        uri = constants.get("QML_IMPORT_NAME")
        if not isinstance(uri, str):
            continue
        modules[uri].append(path)
        versions[uri] = int(str(constants["QML_IMPORT_MAJOR_VERSION"]))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        defines |= {node.name: path for node in classes}
        bases[path] = {base.id for node in classes for base in node.bases if isinstance(base, ast.Name)}
    graph = {path: {defines[base] for base in names if base in defines} - {path} for path, names in bases.items()}
    order = list(TopologicalSorter(graph).static_order())
    return {uri: [path for path in order if path in paths] for uri, paths in modules.items()}, set(defines), versions


def _cpp(kind: str, classes: set[str]) -> str:
    return f"{kind}*" if kind in classes else CPP_NAMES.get(kind, kind)


def _mend(unit: dict[str, Any], classes: set[str]) -> None:
    """What pyside6-metaobjectdump leaves out or names in Python's way."""
    for cls in unit["classes"]:
        for prop in cls.get("properties", []):
            prop["type"] = _cpp(prop["type"], classes)
            prop["final"] = True
            prop.setdefault("constant", "notify" not in prop)
        for call in cls.get("slots", []) + cls.get("signals", []):
            call["returnType"] = _cpp(call["returnType"], classes)
            for argument in call["arguments"]:
                argument["type"] = _cpp(argument["type"], classes)


def main() -> int:
    """Write all modules; the exit status is the first tool's that fails."""
    modules, classes, versions = _find_modules()
    dumps: dict[str, Path] = {}
    for uri, paths in modules.items():
        out = OUT.joinpath(*uri.split("."))
        out.mkdir(parents=True, exist_ok=True)
        dumps[uri] = out / "metatypes.json"
        subprocess.run([BIN / "pyside6-metaobjectdump", "-o", dumps[uri], *paths], check=True, cwd=ROOT)
        data = json.loads(dumps[uri].read_text(encoding="utf-8"))
        for unit in data:
            _mend(unit, classes)
        dumps[uri].write_text(json.dumps(data), encoding="utf-8")
    for uri, dump in dumps.items():
        foreign = [METATYPES / name for name in FOREIGN] + [other for other in dumps.values() if other != dump]
        command: list[str | Path] = [
            BIN / "pyside6-qmltyperegistrar",
            "--import-name",
            uri,
            "--major-version",
            str(versions[uri]),
        ]
        command += ["--minor-version", "0", "--foreign-types", ",".join(map(str, foreign))]
        command += ["--generate-qmltypes", dump.parent / "module.qmltypes", "-o", "/dev/null", dump]
        subprocess.run(command, check=True)
        imports = "".join(f"import {other}\n" for other in dumps if other != uri)
        text = (
            f"module {uri}\ntypeinfo module.qmltypes\ndepends QtQuick\n{imports if uri == 'Pillion.ViewModels' else ''}"
        )
        (dump.parent / "qmldir").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
