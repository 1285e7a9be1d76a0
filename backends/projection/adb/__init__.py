"""adb, the phone's debug bridge: packets, streams and verbs, straight to a phone or through an adb server.

``protocol`` is bytes without I/O, ``connection`` a phone reached over TCP, ``server`` one reached through an adb server,
``api`` the verbs that work over either (docs/protocols/adb.md).
"""

from backends.projection.adb.api import AdbDevice, ByteStream, ShellResult, push_file, run_shell, stat_file

__all__ = ["AdbDevice", "ByteStream", "ShellResult", "push_file", "run_shell", "stat_file"]
