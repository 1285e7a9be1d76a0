"""YAML and JSON with the line on which each key stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from backends.vehicle.errors import MappingError

__all__ = ["LocatedDict", "load_located"]

_Composer: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LocatedDict(dict[str, Any]):
    """A dict that knows its line and those of its keys; lines count from 1."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


def load_located(text: str, path: Path) -> LocatedDict:
    """Parse a document whose top is an object. Raises MappingError naming file and line."""
    # JSON is YAML but for tabs used as indentation.
    source = text.replace("\t", "    ") if path.suffix.lower() == ".json" else text
    try:
        node = yaml.compose(source, _Composer)
        if not isinstance(node, yaml.MappingNode):
            raise MappingError(f"{path}:1: a mapping starts with paths such as Vehicle.Speed; this is something else")
        loader = yaml.SafeLoader("")
        try:
            return _object(node, loader, 0)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise MappingError(f"{path}:{line}: {error.problem or 'not understood'}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise MappingError(f"{path}:1: {error}") from error


def _object(node: yaml.MappingNode, loader: yaml.SafeLoader, depth: int) -> LocatedDict:
    if depth > 64:
        raise RecursionError("nested too deeply")
    found = LocatedDict(node.start_mark.line + 1)
    loader.flatten_mapping(node)
    for key_node, value_node in node.value:
        key = str(key_node.value)
        found[key] = _value(value_node, loader, depth + 1)
        found.lines[key] = key_node.start_mark.line + 1
    return found


def _value(node: yaml.Node, loader: yaml.SafeLoader, depth: int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _object(node, loader, depth)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, loader, depth + 1) for item in node.value]
    return loader.construct_object(node)
