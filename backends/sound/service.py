"""org.pillion.Sound1: what is heard, and who makes room for whom."""

import os
from collections.abc import Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid
from backends.core.service import Service

__all__ = ["SoundService"]

_ROLES = ("media", "guidance", "system", "call", "alert", "voice")


class SoundService(Service):
    """No options."""

    NAME: ClassVar[str] = "sound"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        self._focus: dict[str, str] = {}
        self.set_property("Volumes", dict.fromkeys(("master", *_ROLES), 1.0))
        self.set_property("Device", "")
        self.set_property("Problem", "")

    async def start(self) -> None:
        """See Service."""
        self.set_property("Ready", True)

    async def stop(self) -> None:
        """See Service."""
        self.set_property("Ready", False)

    def play(self, owner: str, role: str, name: str, fd: int) -> None:
        os.close(fd)
        _known(role)

    def record(self, owner: str, rate: int, channels: int, fd: int) -> None:
        os.close(fd)

    def end(self, owner: str, role: str) -> None: ...

    def sounding(self, owner: str, role: str, sounding: bool) -> None:
        _known(role)

    def request_focus(self, owner: str, kind: str) -> str:
        if kind not in ("gain", "gain_transient", "gain_duck"):
            raise Invalid(f"Focus is gain, gain_transient or gain_duck, not {kind!r:.40}")
        self._focus[owner] = "gain" if kind == "gain" else "gain_transient"
        return self._focus[owner]

    def release_focus(self, owner: str) -> None:
        self._focus.pop(owner, None)

    def focus(self) -> dict[str, str]:
        return dict(self._focus)

    def set_volume(self, role: str, volume: float) -> None: ...

    def streams(self) -> list[dict[str, Any]]:
        return []


def _known(role: str) -> None:
    if role not in _ROLES:
        raise Invalid(f"There is no role {role!r:.40}")
