"""Message descriptions: the model, a tolerant DBC reader, and a codec."""

from __future__ import annotations

from backends.vehicle.dbc.codec import decode, encode, extract, insert, present, to_physical, to_raw
from backends.vehicle.dbc.load import load_database
from backends.vehicle.dbc.model import EXTENDED, Condition, Database, DbcMessage, DbcSignal, frame_key
from backends.vehicle.dbc.reader import parse_dbc, read_dbc

__all__ = [
    "EXTENDED",
    "Condition",
    "Database",
    "DbcMessage",
    "DbcSignal",
    "decode",
    "encode",
    "extract",
    "frame_key",
    "insert",
    "load_database",
    "parse_dbc",
    "present",
    "read_dbc",
    "to_physical",
    "to_raw",
]
