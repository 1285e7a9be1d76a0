"""Backends in processes of their own: what one of them does to itself costs its own sessions, and it is back at once.

channel: messages and descriptors over a socket; host: the process of a backend; child: the service's handle on it.
"""

from backends.projection.worker.child import BackendProcess
from backends.projection.worker.host import Backend

__all__ = ["Backend", "BackendProcess"]
