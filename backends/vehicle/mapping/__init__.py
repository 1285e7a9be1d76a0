"""Mapping files: which signal of which message is which path of the vehicle's tree, and back."""

from __future__ import annotations

from backends.vehicle.mapping.expression import Expression, compile_expression
from backends.vehicle.mapping.model import Confirm, Mapping, MetaOverlay, ReadRule, Transform, WriteRule
from backends.vehicle.mapping.reader import parse_mapping, read_mapping

__all__ = [
    "Confirm",
    "Expression",
    "Mapping",
    "MetaOverlay",
    "ReadRule",
    "Transform",
    "WriteRule",
    "compile_expression",
    "parse_mapping",
    "read_mapping",
]
