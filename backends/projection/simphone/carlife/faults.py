"""The faults of a phone with CarLife: the common ones, on a channel of choice."""

from __future__ import annotations

from dataclasses import dataclass

from backends.projection.simphone.carlife.language import NETWORK_PORTS
from backends.projection.simphone.faults import Faults

__all__ = ["CarlifeFaults"]


@dataclass(slots=True)
class CarlifeFaults(Faults):
    """``on``: the channel whose bytes are counted (command, video, media, tts, vr); command when not said."""

    on: str | None = None

    @property
    def channel(self) -> str:
        """The channel of `on`; an unknown word is the command channel."""
        return self.on if self.on in NETWORK_PORTS else "command"
