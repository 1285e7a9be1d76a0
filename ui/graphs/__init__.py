"""Graphs: a `Curve` is what to draw and knows its limits, a `Graph` is the item that draws it."""

from __future__ import annotations

from ui.graphs.curve import Curve
from ui.graphs.graph import Graph

__all__ = ["Curve", "Graph"]
