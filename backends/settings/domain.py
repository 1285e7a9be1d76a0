"""What a settings file means, and what a driver profile is: pure, no disk, no bus.

A file is one JSON object: ``version``, ``values`` by key, and for a profile ``name`` and ``order``, for the device
``active`` and ``made`` (how many profiles there have ever been, so that an identity is never given twice).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from backends.core.errors import Invalid, ServiceFault
from backends.settings.schema import Setting, Value

__all__ = ["VERSION", "Document", "Fault", "Reading", "Verdict", "check_name", "dump", "initials", "parse"]

VERSION = 1
LONGEST_NAME = 40
LARGEST_BYTES = 1 << 20

_MOST_MADE = 10**8


@dataclass(frozen=True, slots=True)
class Document:
    """One settings file.

    ``values`` holds only what somebody chose; ``extra`` is what we do not know and carry along.
    """

    head: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which line (from 1)."""

    line: int
    text: str


class Verdict(Enum):
    """What is to be done with the file that was read."""

    GOOD = "use it"
    MENDED = "keep a copy aside, use what is good of it"
    BROKEN = "keep it aside, use defaults"
    FUTURE = "leave it untouched, use defaults"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as understood."""

    verdict: Verdict
    document: Document
    faults: tuple[Fault, ...] = ()


def _broken(line: int, text: str) -> Reading:
    return Reading(Verdict.BROKEN, Document(), (Fault(line, text),))


def _line_of(text: str, key: str) -> int:
    """The line where ``key`` stands; files are indented one key a line, so that this is exact for what we wrote."""
    found = re.search(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _decode(data: bytes) -> tuple[str, Any]:
    """Raises ValueError with (line, text)."""
    if len(data) > LARGEST_BYTES:
        raise ValueError(1, f"larger than {LARGEST_BYTES} bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(data.count(b"\n", 0, error.start) + 1, "not UTF-8 text") from None
    try:
        return text, json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(error.lineno, f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}") from None
    except (RecursionError, ValueError):  # nested too deep; a number of thousands of digits
        raise ValueError(1, "not JSON that makes sense") from None


def parse(data: bytes, schema: Mapping[str, Setting]) -> Reading:
    """Read a settings file. Never raises: whatever is wrong is told by line, and the rest is used."""
    try:
        text, tree = _decode(data)
    except ValueError as error:
        return _broken(*error.args)
    if not isinstance(tree, dict):
        return _broken(1, "not a JSON object")
    version = tree.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return _broken(_line_of(text, "version"), "no version")
    if version > VERSION:
        fault = Fault(_line_of(text, "version"), f"version {version}, this Pillion knows {VERSION}")
        # Who drives is told even by a file whose values we do not understand.
        return Reading(Verdict.FUTURE, Document(_name_of(tree)), (fault,))
    values = tree.get("values")
    if not isinstance(values, dict):
        return _broken(_line_of(text, "values"), "no values")
    return _sort_out(text, tree, values, schema)


def _sort_out(text: str, tree: dict[str, Any], values: dict[str, Any], schema: Mapping[str, Setting]) -> Reading:
    good: dict[str, Value] = {}
    extra: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, value in values.items():
        if key not in schema:
            extra[key] = value
            continue
        try:
            good[key] = schema[key].check(value)
        except ServiceFault as fault:
            faults.append(Fault(_line_of(text, key), str(fault)))
    head = {}
    for key in _HEAD_CHECKS.keys() & tree.keys():
        try:
            head[key] = _HEAD_CHECKS[key](tree[key])
        except ServiceFault as fault:
            faults.append(Fault(_line_of(text, key), str(fault)))
    faults.sort(key=lambda fault: fault.line)
    return Reading(Verdict.MENDED if faults else Verdict.GOOD, Document(head, good, extra), tuple(faults))


def dump(document: Document) -> bytes:
    """The file's bytes: one key a line, sorted, so that people can read and compare it."""
    tree = {"version": VERSION, **document.head, "values": {**document.extra, **document.values}}
    return json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True).encode("utf-8", "replace") + b"\n"


def check_name(name: Any) -> str:
    """A driver's name, tidied. Raises Invalid when it is empty, longer than 40 characters or not fit to be shown."""
    if not isinstance(name, str):
        raise Invalid("A profile's name is text")
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidy:
        raise Invalid("A profile needs a name")
    if len(tidy) > LONGEST_NAME:
        raise Invalid(f"A profile's name has at most {LONGEST_NAME} characters")
    if any(unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"} for char in tidy):
        raise Invalid("A profile's name must be readable text")
    return tidy


def initials(name: str) -> str:
    """One or two letters for a round badge: of the first and the last word (``Aya Lindqvist`` is ``AL``)."""
    starts = [next((char for char in word if char.isalnum()), "") for word in name.split()]
    letters = [start.upper()[:1] for start in starts if start]
    return "".join(letters[:1] + letters[1:][-1:]) or "?"


def _name_of(tree: Mapping[str, Any]) -> dict[str, str]:
    try:
        return {"name": check_name(tree.get("name"))}
    except Invalid:
        return {}


def _check_count(value: Any) -> int:
    if type(value) is int and 0 <= value <= _MOST_MADE:
        return value
    raise Invalid("not a count")


def _check_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise Invalid("not text")


_HEAD_CHECKS: Mapping[str, Callable[[Any], Any]] = {
    "name": check_name,
    "order": _check_count,
    "active": _check_text,
    "made": _check_count,
}
