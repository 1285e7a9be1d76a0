"""Any message description: DBC by our own reader, ARXML, KCD and SYM by cantools.

``opendbc:NAME.dbc`` names a file of the `opendbc` package (an optional extra), which is never copied into this repository.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from backends.vehicle.dbc.model import Condition, Database, DbcMessage, DbcSignal
from backends.vehicle.dbc.reader import read_dbc
from backends.vehicle.errors import DbcError

__all__ = ["load_database", "resolve"]

_FOREIGN = {".arxml", ".kcd", ".sym"}


def resolve(name: str, base: Path) -> Path:
    """The file a profile or an argument names, relative to ``base``. Raises DbcError when the package it needs is absent."""
    if not name.startswith("opendbc:"):
        return base / name
    spec = find_spec("opendbc")
    if spec is None or not spec.submodule_search_locations:
        raise DbcError(f"{name}: the opendbc package is not installed; add it with: pip install 'pillion[makes]'")
    return Path(spec.submodule_search_locations[0]) / "dbc" / name.removeprefix("opendbc:")


def load_database(path: Path) -> Database:
    """Read a message description. Raises DbcError naming the file, and the line where there is one."""
    return _foreign(path) if path.suffix.lower() in _FOREIGN else read_dbc(path)


def _foreign(path: Path) -> Database:
    import cantools

    try:
        source = cantools.database.load_file(str(path), strict=False)
    except (cantools.database.UnsupportedDatabaseFormatError, cantools.Error, OSError, ValueError) as error:
        raise DbcError(f"{path}: {error}") from error
    messages = []
    for message in source.messages:
        key = message.frame_id | (0x8000_0000 if message.is_extended_frame else 0)
        senders = message.senders or [""]
        converted = DbcMessage(key, message.name, message.length, senders[0], 0, period_ms=message.cycle_time or None)
        for signal in message.signals:
            conditions: tuple[Condition, ...] = ()
            if signal.multiplexer_ids:
                ranges = tuple((value, value) for value in signal.multiplexer_ids)
                conditions = (Condition(signal.multiplexer_signal or "", ranges),)
            converted.signals.append(
                DbcSignal(
                    signal.name, signal.start, signal.length, signal.byte_order == "little_endian", signal.is_signed,
                    signal.scale, signal.offset, signal.minimum, signal.maximum, signal.unit or "", 0,
                    is_selector=signal.is_multiplexer,
                    conditions=conditions,
                    kind=("float32" if signal.length == 32 else "float64") if signal.is_float else "int",
                    choices={int(k): str(v) for k, v in (signal.choices or {}).items()},
                )
            )  # fmt: skip
        messages.append(converted)
    return Database(path, messages)
