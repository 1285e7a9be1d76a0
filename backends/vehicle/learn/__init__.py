"""What a recording tells of a car that nobody has described: periods, counters, check values, and which signal is which."""

from __future__ import annotations

from backends.vehicle.learn.checks import CheckFound, find_check
from backends.vehicle.learn.counters import CounterFound, find_counter
from backends.vehicle.learn.propose import Proposal, propose
from backends.vehicle.learn.survey import MessageFound, survey
from backends.vehicle.learn.traffic import Stream, Traffic, read_traffic
from backends.vehicle.learn.write import write_profile

__all__ = [
    "CheckFound",
    "CounterFound",
    "MessageFound",
    "Proposal",
    "Stream",
    "Traffic",
    "find_check",
    "find_counter",
    "propose",
    "read_traffic",
    "survey",
    "write_profile",
]
