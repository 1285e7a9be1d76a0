"""The only importer of dbus-next: connections, exports, calls and signals in plain Python values."""

from backends.core.bus.connection import BACKLOG_LIMIT, ERROR_PREFIX, Bus, BusLost

__all__ = ["BACKLOG_LIMIT", "ERROR_PREFIX", "Bus", "BusLost"]
