"""Recorded drives: reading the files, playing them as a bus, and summing them up."""

from __future__ import annotations

from backends.vehicle.replay.feed import ReplayFeed
from backends.vehicle.replay.logs import LogFrame, read_log
from backends.vehicle.replay.summary import best_profile, profile_for, summarise

__all__ = ["LogFrame", "ReplayFeed", "best_profile", "profile_for", "read_log", "summarise"]
