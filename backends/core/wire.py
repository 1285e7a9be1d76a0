"""D-Bus signatures and plain Python values, without a bus.

A variant is inferred from the Python type: bool b, int x (i when it fits), float d, str s, bytes ay, list of str as, of dict
aa{sv}, of anything else av, dict a{sv}. `Typed` names the signature where that guess is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

__all__ = ["Typed", "WireError", "conform", "from_wire", "infer", "split_signature", "to_wire"]

_INT_RANGES = {
    "y": (0, 2**8 - 1),
    "n": (-(2**15), 2**15 - 1),
    "q": (0, 2**16 - 1),
    "i": (-(2**31), 2**31 - 1),
    "u": (0, 2**32 - 1),
    "x": (-(2**63), 2**63 - 1),
    "t": (0, 2**64 - 1),
    "h": (0, 2**31 - 1),
}
_PAIRS = {"(": ")", "{": "}"}


class WireError(TypeError):
    """A value does not fit its signature."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A value whose variant signature is named: ``Typed("o", "/org/mpris/MediaPlayer2/track/1")``."""

    signature: str
    value: Any


@cache
def split_signature(signature: str) -> tuple[str, ...]:
    """Split into complete types: ``a{sv}(ii)s`` is three."""
    types, start, depth = [], 0, 0
    for index, char in enumerate(signature):
        if char in _PAIRS:
            depth += 1
        elif char in _PAIRS.values():
            depth -= 1
        if depth == 0 and char != "a":
            types.append(signature[start : index + 1])
            start = index + 1
    if depth or start != len(signature):
        raise WireError(f"not a signature: {signature}")
    return tuple(types)


def infer(value: Any) -> str:
    """The signature a plain value travels with inside a variant. Raises WireError for what D-Bus cannot carry."""
    match value:
        case Typed():
            return value.signature
        case bool():
            return "b"
        case int():
            low, high = _INT_RANGES["i"]
            return "i" if low <= value <= high else "x"
        case float():
            return "d"
        case str():
            return "s"
        case bytes() | bytearray():
            return "ay"
        case Mapping():
            return "a{sv}"
        case Sequence():
            if value and all(isinstance(item, Mapping) for item in value):
                return "aa{sv}"
            return "as" if all(isinstance(item, str) for item in value) else "av"
    raise WireError(f"{type(value).__name__} cannot travel over D-Bus")


def conform(kind: str, value: Any) -> Any:
    """The value as the other side of a bus would see it. Raises WireError where a bus would refuse it."""
    if isinstance(value, Typed) and kind != "v":
        value = value.value
    match kind[0]:
        case "b":
            if not isinstance(value, bool):
                raise WireError(f"expected a boolean, got {value!r}")
            return value
        case "d":
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise WireError(f"expected a number, got {value!r}")
            return float(value)
        case "s" | "o" | "g":
            if not isinstance(value, str) or "\0" in value:
                raise WireError(f"expected a string, got {value!r}")
            return value
        case "v":
            inner = value.value if isinstance(value, Typed) else value
            return conform(infer(value), inner)
        case "(":
            parts = split_signature(kind[1:-1])
            if not isinstance(value, Sequence) or len(value) != len(parts):
                raise WireError(f"expected {len(parts)} values for {kind}, got {value!r}")
            return [conform(part, item) for part, item in zip(parts, value, strict=True)]
        case "a":
            return _conform_array(kind[1:], value)
    return _conform_int(kind, value)


def _conform_int(kind: str, value: Any) -> int:
    low, high = _INT_RANGES[kind]
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise WireError(f"expected an integer from {low} to {high}, got {value!r}")
    return value


def _conform_array(kind: str, value: Any) -> Any:
    if kind[0] == "{":
        if not isinstance(value, Mapping):
            raise WireError(f"expected a dictionary, got {value!r}")
        key_kind, item_kind = split_signature(kind[1:-1])
        return {conform(key_kind, key): conform(item_kind, item) for key, item in value.items()}
    if kind == "y" and isinstance(value, bytes | bytearray):
        return bytes(value)
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise WireError(f"expected a list, got {value!r}")
    items = [conform(kind, item) for item in value]
    return bytes(items) if kind == "y" else items


def to_wire(kind: str, value: Any, fds: list[int], variant: Callable[[str, Any], Any]) -> Any:
    """A conforming value as a bus library takes it: variants made, descriptors moved into ``fds``."""
    if kind == "v":
        signature = infer(value)
        inner = value.value if isinstance(value, Typed) else value
        return variant(signature, to_wire(signature, inner, fds, variant))
    if kind == "h":
        fds.append(value)
        return len(fds) - 1
    if kind[0] == "(":
        parts = split_signature(kind[1:-1])
        return [to_wire(part, item, fds, variant) for part, item in zip(parts, value, strict=True)]
    if kind[0] == "a" and kind != "ay":
        if kind[1] == "{":
            key_kind, item_kind = split_signature(kind[2:-1])
            return {
                to_wire(key_kind, key, fds, variant): to_wire(item_kind, item, fds, variant)
                for key, item in value.items()
            }
        return [to_wire(kind[1:], item, fds, variant) for item in value]
    return value.value if isinstance(value, Typed) else value


def from_wire(kind: str, value: Any, fds: list[int]) -> Any:
    """A bus library's value in plain ones; a variant is whatever has ``signature`` and ``value``."""
    if kind == "v":
        return from_wire(value.signature, value.value, fds)
    if kind == "h":
        return fds[value] if value < len(fds) else -1
    if kind[0] == "(":
        return [from_wire(part, item, fds) for part, item in zip(split_signature(kind[1:-1]), value, strict=True)]
    if kind[0] == "a" and kind != "ay":
        if kind[1] == "{":
            key_kind, item_kind = split_signature(kind[2:-1])
            return {from_wire(key_kind, key, fds): from_wire(item_kind, item, fds) for key, item in value.items()}
        return [from_wire(kind[1:], item, fds) for item in value]
    return value
