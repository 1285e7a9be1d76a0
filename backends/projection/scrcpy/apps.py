"""The phone's apps, as scrcpy's server lists them on its log.

    [server] INFO: List of apps:
     * Settings                       com.android.settings
     - A player with a very long name
                                      org.example.player

``*`` marks system apps; a name of 30 characters or more puts its package on the next line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backends.projection.adb import AdbDevice, run_shell
from backends.projection.defs import Reason
from backends.projection.errors import PeerFault
from backends.projection.scrcpy.connection import ServerRefusal, command_line
from backends.projection.scrcpy.server_file import ServerOnPhone
from backends.projection.words import plain

__all__ = ["APPS_MAX", "PhoneApp", "list_apps", "parse_apps"]

APPS_MAX = 2000
_TITLE = "List of apps:"
_LINE = re.compile(r"\s*([*-]) (.*\S)\s*\Z")
_PACKAGE = re.compile(r"[A-Za-z][\w]*(\.[A-Za-z_][\w]*)+\Z")
_NAME_MAX = 120
_LIST_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class PhoneApp:
    """``package`` is its id; ``system``: it came with the phone."""

    package: str
    name: str
    system: bool


def parse_apps(log: str) -> list[PhoneApp] | None:
    """Apps in the order listed; None when the log has no list in it. Lines that make no sense are left out."""
    _, found, listed = log.partition(_TITLE)
    if not found:
        return None
    apps: dict[str, PhoneApp] = {}
    waiting: tuple[str, bool] | None = None
    for line in listed.splitlines():
        if len(apps) >= APPS_MAX or line.startswith("["):
            break
        match = _LINE.match(line)
        if match is None:
            package = line.strip()
            if waiting and _PACKAGE.match(package):
                apps.setdefault(package, PhoneApp(package, waiting[0], waiting[1]))
            waiting = None
            continue
        system = match[1] == "*"
        name, _, package = match[2].rpartition(" ")
        if plain(name) and _PACKAGE.match(package):
            apps.setdefault(package, PhoneApp(package, plain(name, _NAME_MAX), system))
            waiting = None
        else:
            waiting = (plain(match[2], _NAME_MAX) or "?", system)
    return list(apps.values())


async def list_apps(device: AdbDevice, server: ServerOnPhone) -> list[PhoneApp]:
    """Ask the phone. Raises ServerRefusal (with the version it has), PeerFault, TooSlow, LinkLost."""
    command = command_line(server, {"list_apps": "true", "cleanup": "false"})
    result = await run_shell(device, command, timeout_s=_LIST_TIMEOUT_S)
    log = (result.output + b"\n" + result.errors).decode("utf-8", "replace")
    apps = parse_apps(log)
    if apps is None:
        refusal = ServerRefusal.read(log.splitlines())
        raise refusal or PeerFault("The phone did not list its apps.", Reason.SERVER_FAILED)
    return apps
