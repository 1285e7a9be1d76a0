"""A tolerant reader of DBC files.

Files in the wild break the grammar in many small ways: 11-bit ids out of range, names that start with a digit, comments
without a name, numbers like ``.25``, value tables for signals that do not exist. Whatever can be understood is used; every
line that cannot is a `Problem` with its number. Only a file from which nothing at all could be read is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from backends.vehicle.dbc.model import Condition, Database, DbcMessage, DbcSignal
from backends.vehicle.errors import DbcError, Problem

__all__ = ["parse_dbc", "read_dbc"]

_IMPORT = re.compile(r'CM_\s+"IMPORT\s+([\w.-]+)"\s*;')
"""How opendbc's sources include what several cars share; the file lies beside the one that names it."""
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_MESSAGE = re.compile(r"BO_\s+(\d+)\s+([^\s:]+)\s*:\s*(\d+)\s*(\S*)")
_SIGNAL = re.compile(
    rf"SG_\s+([^\s:]+)\s*(M|m\d*M?)?\s*:\s*(\d+)\s*\|\s*(\d+)\s*@\s*([01])\s*([+-])"
    rf"\s*\(\s*({_NUMBER})\s*,\s*({_NUMBER})\s*\)\s*(?:\[\s*({_NUMBER})?\s*\|\s*({_NUMBER})?\s*\])?\s*(?:\"([^\"]*)\")?"
)
_VALUE = re.compile(r'([-+]?\d+)\s*"((?:[^"\\]|\\.)*)"')
_VALUES = re.compile(r"VAL_\s+(\d+)\s+(\S+)\s+(.*)", re.DOTALL)
_COMMENT = re.compile(r'CM_\s+(BO_|SG_)\s+(\d+)\s*(?:([^\s"]+)\s*)?"(.*)"', re.DOTALL)
_CYCLE = re.compile(rf'BA_\s+"GenMsgCycleTime"\s+BO_\s+(\d+)\s+({_NUMBER})')
_FORMAT = re.compile(r'BA_\s+"VFrameFormat"\s+BO_\s+(\d+)\s+"?(\w+)"?')
_J1939 = re.compile(r'BA_\s+"ProtocolType"\s+"J1939"|BA_DEF_DEF_\s+"VFrameFormat"\s+"J1939PG"')
_FLOAT = re.compile(r"SIG_VALTYPE_\s+(\d+)\s+(\S+?)\s*:?\s*([012])\s*;")
_MUX = re.compile(r"SG_MUL_VAL_\s+(\d+)\s+(\S+)\s+(\S+)\s+(.+?)\s*;")
_KEYWORD = re.compile(r"[A-Z][A-Z_]*_\b|VERSION\b|BU_:|BS_:|NS_\s*:")
_KNOWN = {
    "VERSION", "NS_:", "NS_", "BS_:", "BS_", "BU_:", "BU_", "BO_TX_BU_", "EV_", "ENVVAR_DATA_", "EV_DATA_", "SGTYPE_",
    "SGTYPE_VAL_", "BA_DEF_", "BA_DEF_DEF_", "BA_DEF_REL_", "BA_DEF_DEF_REL_", "BA_DEF_SGTYPE_", "BA_SGTYPE_",
    "BA_REL_", "BA_", "BU_SG_REL_",
    "BU_EV_REL_", "BU_BO_REL_", "CAT_DEF_", "CAT_", "FILTER", "SIG_TYPE_REF_", "SIG_GROUP_", "VAL_TABLE_", "SIGTYPE_VALTYPE_",
    "NS_DESC_", "SIG_VALTYPE_", "SG_MUL_VAL_", "CM_", "VAL_", "BO_", "SG_",
}  # fmt: skip
_ENDED = ("CM_", "VAL_", "BA_", "SIG_", "SG_MUL", "EV_", "CAT_", "BO_TX", "SGTYPE", "BU_SG", "BU_EV", "BU_BO", "ENVVAR")
"""Statements that run to a semicolon, over several lines if need be."""


def read_dbc(path: Path) -> Database:
    """Read a file in UTF-8 or a Western code page. Raises DbcError, naming file and line, when nothing in it is of use."""
    return _read(path, frozenset())


def _read(path: Path, importers: frozenset[Path]) -> Database:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DbcError(f"{path}: {error.strerror or error}") from error
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            return _parse(content.decode(encoding), path, importers)
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 decodes anything")


def parse_dbc(text: str, path: Path) -> Database:
    """Read a DBC text; ``path`` is for messages, and where files it imports lie."""
    return _parse(text, path, frozenset())


def _parse(text: str, path: Path, importers: frozenset[Path]) -> Database:
    reader = _Reader(path, importers | {path})
    for line, statement in _statements(text):
        reader.take(line, statement)
    database = reader.finish()
    if not database.messages and database.problems:
        raise DbcError(str(database.problems[0]))
    return database


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Statements with the line they begin on. BO_ and SG_ end with their line, most others with a semicolon."""
    lines = text.splitlines()
    index = 0
    in_symbols = False
    while index < len(lines):
        number = index + 1
        raw = lines[index]
        statement = raw.strip()
        index += 1
        if in_symbols and (raw[:1].isspace() or not statement) and not statement.startswith(("SG_ ", "BO_ ")):
            continue
        in_symbols = statement.startswith(("NS_", "BU_:"))
        if not statement or statement.startswith("//"):
            continue
        if statement.startswith(_ENDED):
            while not _complete(statement) and index < len(lines):
                # A statement that lost its end must not swallow the messages behind it.
                if statement.count('"') % 2 == 0 and lines[index].startswith(
                    ("BO_ ", " SG_ ", "CM_ ", "VAL_ ", "BA_ ")
                ):
                    break
                statement += "\n" + lines[index]
                index += 1
        yield number, statement


def _complete(statement: str) -> bool:
    if not statement.rstrip().endswith(";"):
        return False
    return (statement.count('"') - statement.count('\\"')) % 2 == 0


class _Reader:
    def __init__(self, path: Path, importers: frozenset[Path]) -> None:
        self._path = path
        self._importers = importers
        self._messages: list[DbcMessage] = []
        self._problems: list[Problem] = []
        self._late: list[tuple[int, str]] = []
        self._index: dict[int, DbcMessage] = {}
        self._skipping = False
        self._orphans = False
        self._formats: dict[int, str] = {}
        self._j1939 = False

    def take(self, line: int, statement: str) -> None:
        if statement.startswith("SG_ "):
            self._signal(line, statement)
        elif statement.startswith("BO_ "):
            self._message(line, statement)
        elif found := _IMPORT.match(statement):
            self._import(line, found[1])
        elif statement.startswith(("VAL_ ", "CM_ ", 'BA_ "GenMsgCycleTime"', "SIG_VALTYPE_ ", "SG_MUL_VAL_ ")):
            self._late.append((line, statement))
        elif found := _FORMAT.match(statement):
            self._formats[int(found[1])] = found[2]
        elif _J1939.match(statement):
            self._j1939 = True
        else:
            keyword = _KEYWORD.match(statement)
            if keyword is None or keyword[0].replace(" ", "") not in _KNOWN:
                self._problem(line, f"not understood: {statement[:60]!r}")

    def finish(self) -> Database:
        self._index = {message.key: message for message in self._messages}
        for line, statement in self._late:
            word = statement.split(None, 1)[0]
            match word:
                case "VAL_":
                    self._values(line, statement)
                case "CM_":
                    self._comment(line, statement)
                case "BA_":
                    self._cycle(line, statement)
                case "SIG_VALTYPE_":
                    self._float(line, statement)
                case _:
                    self._extended_mux(line, statement)
        for message in self._messages:
            self._resolve_mux(message)
            told = self._formats.get(message.key)
            message.j1939 = message.extended and (told in ("3", "J1939PG") or (told is None and self._j1939))
        return Database(self._path, self._messages, self._problems)

    def _problem(self, line: int, text: str) -> None:
        self._problems.append(Problem(self._path, line, text))

    def _import(self, line: int, name: str) -> None:
        path = self._path.parent / name
        if path.suffix != ".dbc" or path in self._importers:
            self._problem(line, f"{name} cannot be imported from here; left out")
            return
        try:
            imported = _read(path, self._importers)
        except DbcError as error:
            self._problem(line, f"imports {name}, which cannot be read: {error}")
            return
        self._messages += imported.messages
        self._problems += imported.problems

    def _message(self, line: int, statement: str) -> None:
        found = _MESSAGE.match(statement)
        self._skipping = found is None
        if found is None:
            self._problem(line, f"message not understood: {statement[:60]!r}")
            return
        key = int(found[1])
        self._orphans = found[2] == "VECTOR__INDEPENDENT_SIG_MSG"
        if self._orphans:
            return  # where Vector's editor keeps signals that are in no message
        if not key & 0x8000_0000 and key > 0x7FF:
            key |= 0x8000_0000  # an id that cannot be an 11-bit one, written without the extended flag
        self._messages.append(DbcMessage(key, found[2], int(found[3]), found[4], line))

    def _signal(self, line: int, statement: str) -> None:
        if self._orphans:
            return
        found = _SIGNAL.match(statement)
        if found is None:
            self._problem(line, f"signal not understood: {statement[:60]!r}")
            return
        if not self._messages or self._skipping:
            self._problem(line, f"signal {found[1]} belongs to no message")
            return
        length = int(found[4])
        if not 1 <= length <= 64:
            self._problem(line, f"signal {found[1]} is {length} bits long; 1 to 64 can be used")
            return
        mux = found[2] or ""
        signal = DbcSignal(
            name=found[1],
            start=int(found[3]),
            length=length,
            little_endian=found[5] == "1",
            signed=found[6] == "-",
            scale=_number(found[7]) or 1,
            offset=_number(found[8]),
            minimum=_number(found[9]) if found[9] else None,
            maximum=_number(found[10]) if found[10] else None,
            unit=found[11] or "",
            line=line,
            is_selector=mux.endswith("M") or mux == "m",  # a bare m is a selector whose author missed the shift key
        )
        if (signal.minimum, signal.maximum) == (0, 0):
            signal.minimum = signal.maximum = None  # how tools write "no range"
        if mux.startswith("m") and mux != "m":
            value = int(mux.strip("mM"))
            signal.conditions = (Condition("", ((value, value),)),)
        self._messages[-1].signals.append(signal)

    def _find(self, key: str, name: str) -> DbcSignal | None:
        message = self._index.get(int(key)) or self._index.get(int(key) | 0x8000_0000)
        return None if message is None else message.signal(name)

    def _values(self, line: int, statement: str) -> None:
        found = _VALUES.match(statement)
        if found is None:
            if not re.match(r"VAL_\s+[^\d\s]", statement):  # those of environment variables have no message
                self._problem(line, f"values not understood: {statement[:60]!r}")
            return
        signal = self._find(found[1], found[2])
        if signal is None:
            self._problem(line, f"values for signal {found[2]} of message {found[1]}, which is not there")
            return
        signal.choices = {int(value): text for value, text in _VALUE.findall(found[3])}

    def _comment(self, line: int, statement: str) -> None:
        found = _COMMENT.match(statement)
        if found is None:
            return
        if found[1] == "BO_":
            message = self._index.get(int(found[2])) or self._index.get(int(found[2]) | 0x8000_0000)
            if message is not None:
                message.comment = found[4]
        elif found[3] and (signal := self._find(found[2], found[3])) is not None:
            signal.comment = found[4]
        # A comment on what is not there takes nothing away: many files have some, and nobody need be told.

    def _cycle(self, line: int, statement: str) -> None:
        found = _CYCLE.match(statement)
        message = (
            None if found is None else self._index.get(int(found[1])) or self._index.get(int(found[1]) | 0x8000_0000)
        )
        if found is None or message is None:
            self._problem(line, f"cycle time not understood or for no message: {statement[:60]!r}")
            return
        period = float(found[2])
        message.period_ms = period if period > 0 else None

    def _float(self, line: int, statement: str) -> None:
        found = _FLOAT.match(statement)
        signal = None if found is None else self._find(found[1], found[2])
        if found is None or signal is None:
            self._problem(line, f"value type not understood or for no signal: {statement[:60]!r}")
            return
        width = {"1": 32, "2": 64}.get(found[3])
        if width is None:
            return
        if signal.length != width:
            self._problem(
                line, f"signal {signal.name} is a {width}-bit float of {signal.length} bits; read as a number"
            )
            return
        signal.kind = "float32" if width == 32 else "float64"

    def _extended_mux(self, line: int, statement: str) -> None:
        found = _MUX.match(statement)
        signal = None if found is None else self._find(found[1], found[2])
        if found is None or signal is None:
            self._problem(line, f"multiplexing not understood or for no signal: {statement[:60]!r}")
            return
        ranges = tuple((int(low), int(high)) for low, high in re.findall(r"(\d+)\s*-\s*(\d+)", found[4]))
        signal.conditions = (Condition(found[3], ranges),)

    def _resolve_mux(self, message: DbcMessage) -> None:
        """Name the selector of plain ``m0`` signals, and add the selector's own conditions to those it selects."""
        root = next((s.name for s in message.signals if s.is_selector and not s.conditions), None)
        for signal in message.signals:
            if signal.conditions and not signal.conditions[0].selector:
                if root is None:
                    self._problem(
                        signal.line, f"{signal.name} is multiplexed but {message.name} has no selector; always read"
                    )
                    signal.conditions = ()
                else:
                    signal.conditions = (Condition(root, signal.conditions[0].ranges),)
        own = {signal.name: signal.conditions for signal in message.signals}
        for signal in message.signals:
            chain = list(signal.conditions)
            seen = {signal.name}
            while chain and (above := chain[-1].selector) not in seen and own.get(above):
                seen.add(above)
                chain.append(own[above][0])
            signal.conditions = tuple(chain)


def _number(text: str) -> float:
    """An int when written as one, so that whole values stay whole."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
