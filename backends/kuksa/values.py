"""Between our plain values and the typed ones of kuksa.val.v2 (types.proto)."""

from __future__ import annotations

import math

from kuksa.val.v2.types_pb2 import DataType, ErrorCode, Value

__all__ = ["ERROR_CODES", "Scalar", "plain", "same_unit", "typed"]

Scalar = bool | int | float | str

_INTEGERS: dict[int, tuple[str, int, int]] = {
    **{
        getattr(DataType, f"DATA_TYPE_INT{bits}"): ("int32", -(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        for bits in (8, 16, 32)
    },
    **{getattr(DataType, f"DATA_TYPE_UINT{bits}"): ("uint32", 0, 2**bits - 1) for bits in (8, 16, 32)},
    DataType.DATA_TYPE_INT64: ("int64", -(2**63), 2**63 - 1),
    DataType.DATA_TYPE_UINT64: ("uint64", 0, 2**64 - 1),
}
_FLOATS: dict[int, str] = {DataType.DATA_TYPE_FLOAT: "float", DataType.DATA_TYPE_DOUBLE: "double"}
_UNITS = {
    "%": "percent",
    "°c": "celsius",
    "c": "celsius",
    "degc": "celsius",
    "degree": "degrees",
    "°": "degrees",
    "kph": "km/h",
}

ERROR_CODES: dict[str, int] = {
    "NotFound": ErrorCode.ERROR_CODE_NOT_FOUND,
    "ReadOnly": ErrorCode.ERROR_CODE_PERMISSION_DENIED,
    "Refused": ErrorCode.ERROR_CODE_PERMISSION_DENIED,
    "OutOfRange": ErrorCode.ERROR_CODE_INVALID_ARGUMENT,
    "Invalid": ErrorCode.ERROR_CODE_INVALID_ARGUMENT,
}
"""What a refusal of the vehicle service is called there; what is not here is unspecified."""


def typed(data_type: int, value: Scalar) -> Value | None:
    """The value as the broker's type; None when it cannot be one (another type, outside its range, no number)."""
    if data_type == DataType.DATA_TYPE_BOOLEAN:
        return Value(bool=value) if isinstance(value, bool) else None
    if data_type == DataType.DATA_TYPE_STRING:
        return Value(string=value) if isinstance(value, str) else None
    if isinstance(value, bool | str):
        return None
    if data_type in _INTEGERS:
        name, low, high = _INTEGERS[data_type]
        if not math.isfinite(value):
            return None
        # VSS has whole degrees where a car has halves: the nearest is better than none.
        whole = math.floor(value + 0.5) if isinstance(value, float) else value
        return Value(**{name: whole}) if low <= whole <= high else None
    if data_type in _FLOATS:
        return Value(**{_FLOATS[data_type]: float(value)}) if math.isfinite(value) else None
    return None


def plain(value: Value) -> Scalar | None:
    """The plain value; None when there is none, or an array."""
    name = value.WhichOneof("typed_value")
    if name is None or name.endswith("_array"):
        return None
    found: Scalar = getattr(value, name)
    if name == "float":
        # 22.1 as a single is 22.100000381…; what was meant is the shortest decimal that gives the same single.
        found = float(f"{found:.7g}")
    return found


def same_unit(ours: str, theirs: str) -> bool:
    """Whether two names mean one unit; one that says nothing fits all."""
    one, other = (_UNITS.get(name.strip().lower(), name.strip().lower()) for name in (ours, theirs))
    return not one or not other or one == other
