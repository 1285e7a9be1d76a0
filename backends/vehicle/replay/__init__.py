"""Recorded drives: reading the files, playing them as a bus, and summing them up."""

from __future__ import annotations

from backends.vehicle.replay.choice import best_profile, profile_for
from backends.vehicle.replay.logs import LogFrame, read_log
from backends.vehicle.replay.player import PlayedBus, ReplayFeed
from backends.vehicle.replay.routes import Routes, parse_routes
from backends.vehicle.replay.summary import summarise

__all__ = [
    "LogFrame",
    "PlayedBus",
    "ReplayFeed",
    "Routes",
    "best_profile",
    "parse_routes",
    "profile_for",
    "read_log",
    "summarise",
]
