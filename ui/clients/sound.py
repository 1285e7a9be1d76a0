"""The mixer, as the display sees it: it is told of the tones that are made here, and never waited for."""

from __future__ import annotations

from typing import Any, ClassVar

from backends.interfaces import ServiceError
from ui.clients.base import ServiceClient

__all__ = ["SoundClient"]

_OWNER = "display:"


class SoundClient(ServiceClient):
    """What sounds here is remembered: a service that comes back hears of it."""

    SERVICE: ClassVar[str] = "sound"

    def __init__(self) -> None:
        super().__init__()
        self._sounding: set[str] = set()

    def sounding(self, name: str, sounding: bool) -> None:
        """A tone of the display's own begins or ends: music makes room for it."""
        if sounding == (name in self._sounding):
            return
        self._sounding ^= {name}
        self._tell(name)

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        for name in self._sounding:
            self._tell(name)

    def _lost(self) -> None:
        """Nothing of it is known here."""

    def _tell(self, name: str) -> None:
        self.request("Sounding", _OWNER + name, "alert", name in self._sounding, failed=_nothing)


def _nothing(_error: ServiceError) -> None:
    """The tone is heard anyway."""
