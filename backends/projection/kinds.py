"""The kinds of projection there are, as data: what a page says of each, and what each needs. Their code is not imported here."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from backends.core import store

__all__ = ["BACKENDS", "Kind", "given_phones"]


def given_phones(options: Mapping[str, Any]) -> dict[str, list[str]]:
    """Addresses by kind of the option ``phones`` (kind=address, several with commas): phones that are there for this run
    and are not remembered. What is no pair is left out."""
    found: dict[str, list[str]] = {}
    for pair in str(options.get("phones", "")).split(","):
        kind, equals, address = pair.strip().partition("=")
        if equals and address:
            found.setdefault(kind, []).append(address)
    return found


@dataclass(frozen=True, slots=True)
class Kind:
    """``factory`` is module:Class of a Backend. ``needs``: what its phones may ask for.

    ``modules`` and ``programs``: without them it cannot run. ``discovers``: "always" (from the start), "usb" (once
    something is plugged in), "" (once a phone is known); the option ``discover`` (kinds with commas, or "off") overrides it.
    """

    factory: str
    name: str
    hint: str = ""
    needs: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    discovers: str = ""
    switch: str = ""
    """An option that, when on, has it look for phones from the start."""
    follows_car: bool = False
    """Its phones want to know speed, gear and the like."""
    by_address: bool = True
    offered: bool = True
    """Shown when its programs are missing, too, with the reason."""

    @property
    def traceless(self) -> bool:
        """Not to be spoken of on this unit."""
        return not self.offered and any(shutil.which(name) is None for name in self.programs)

    def problem(self) -> str:
        """Why it cannot run on this unit; "" when it can."""
        module = self.factory.partition(":")[0]
        if not _there(module):
            return "This unit was made without it."
        if missing := next((name for name in self.programs if shutil.which(name) is None), ""):
            return f"{missing} is not installed on this unit."
        if missing := next((name for name in self.modules if not _there(name)), ""):
            return f"The Python package {missing} is not installed on this unit."
        return ""

    def wanted(self, key: str, options: Mapping[str, Any], *, usb: Callable[[], bool]) -> bool:
        """Whether it has something to do before anybody asks for it."""
        if key == "scrcpy" and (options.get("devices") or options.get("adb_server", "default") not in ("", "off")):
            return True
        given = options.get("discover")
        if given is None:
            switched = self.switch and str(options.get(self.switch, "")).lower() in ("1", "on", "true", "yes")
            looks = switched or self.discovers == "always" or (self.discovers == "usb" and usb())
        else:
            looks = key in (str(given).split(",") if isinstance(given, str) else given)
        return looks or key in given_phones(options) or _remembers(key)

    def report(self, key: str) -> dict[str, Any]:
        """As in ``Kinds``."""
        problem = self.problem()
        return {
            "id": key,
            "name": self.name,
            "hint": self.hint if self.by_address else "",
            "by_address": self.by_address,
            "available": not problem,
            "problem": problem,
            "needs": list(self.needs),
        }


BACKENDS: dict[str, Kind] = {
    "scrcpy": Kind(
        "backends.projection.scrcpy.backend:ScrcpyBackend",
        "Apps of an Android phone",
        "The phone's address, such as 192.168.1.20:5555",
        needs=("permission", "pairing_code", "server_file"),
    ),
    "android-auto": Kind(
        "backends.projection.android_auto.backend:AndroidAutoBackend",
        "Android Auto",
        "The phone's address; its head-unit server has to be started in the developer settings of Android Auto",
        needs=("permission", "certificate"),
        discovers="usb",
        switch="android_auto_wireless",
        follows_car=True,
    ),
    "carlife": Kind(
        "backends.projection.carlife.backend:CarLifeBackend",
        "CarLife",
        "The phone's address in the same Wi-Fi",
        needs=("permission",),
        discovers="usb",
        follows_car=True,
    ),
    "carlinkit": Kind(
        "backends.projection.carlinkit.backend:CarlinkitBackend",
        "CarPlay by a dongle",
        needs=("permission",),
        modules=("usb",),
        discovers="usb",
        follows_car=True,
        by_address=False,
    ),
    "vnc": Kind(
        "backends.projection.vnc.backend:VncBackend",
        "Remote screen (VNC)",
        "The address of the phone or computer, such as 192.168.1.20:5900",
        needs=("password", "certificate"),
    ),
    "airplay": Kind(
        "backends.projection.airplay.backend:AirplayBackend",
        "AirPlay",
        programs=("uxplay",),
        discovers="always",
        by_address=False,
        offered=False,
    ),
}


def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ImportError:
        return False


def _remembers(key: str) -> bool:
    """Phones were used with it: see `backends.projection.mirror.memory`, `backends.projection.scrcpy.memory`."""
    folder = store.state_dir()
    try:
        kept = json.loads(store.read_bytes(folder / "projection" / key / "phones.json") or b"{}")
        if key == "scrcpy" and not kept:
            kept = {"phones": json.loads(store.read_bytes(folder / "projection.json") or b"{}")}
    except (OSError, ValueError, RecursionError):
        return True  # it says by itself what is wrong
    return not isinstance(kept, dict) or bool(kept.get("phones"))
