"""Phone apps on displays of their own, by scrcpy's server on the phone (docs/protocols/scrcpy.md).

``dialect`` is what differs between server versions, ``protocol`` and ``control`` are bytes without I/O, ``connection``
starts a server and opens its sockets, ``api`` is one app's window, ``server_file`` finds the file to run.
"""

from backends.projection.scrcpy.api import AppWindow, WindowSpec
from backends.projection.scrcpy.apps import PhoneApp, list_apps
from backends.projection.scrcpy.dialect import Dialect, dialect_for
from backends.projection.scrcpy.server_file import ServerOnPhone, provision

__all__ = [
    "AppWindow",
    "Dialect",
    "PhoneApp",
    "ServerOnPhone",
    "WindowSpec",
    "dialect_for",
    "list_apps",
    "provision",
]
