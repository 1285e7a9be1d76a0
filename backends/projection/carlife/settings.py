"""What the owner may set about CarLife, and what the car tells of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from backends.projection.carlife.ids import DISCOVERY_PORT
from backends.projection.domain import number_option

__all__ = ["AFTERMARKET", "Encryption", "Settings"]

AFTERMARKET = "20000000"
"""The channel id of Baidu's sample for cars that had no CarLife from the factory; a car maker gets its own from Baidu."""


class Encryption(StrEnum):
    """AUTO: when the phone asks; REQUIRE: no picture without; OFF: never."""

    AUTO = "auto"
    REQUIRE = "require"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of the service: ``carlife_channel``, ``_encryption``, ``_frame_rate``, ``_version`` and ``_discovery_port``."""

    channel: str = AFTERMARKET
    encryption: Encryption = Encryption.AUTO
    frame_rate: int = 30
    major: int = 1
    minor: int = 0
    discovery_port: int = DISCOVERY_PORT
    cuid: str = ""
    """A random number that this installation calls itself by."""

    @classmethod
    def read(cls, options: Mapping[str, Any], cuid: str = "") -> Settings:
        """Raises ValueError naming the bad one."""
        channel = str(options.get("carlife_channel", AFTERMARKET))
        if not channel.isascii() or not channel.isalnum() or len(channel) > 32:
            raise ValueError("carlife_channel is made of up to 32 letters and digits")
        encryption = str(options.get("carlife_encryption", Encryption.AUTO))
        if encryption not in set(Encryption):
            raise ValueError("carlife_encryption is auto, require or off")
        return cls(
            channel,
            Encryption(encryption),
            number_option(options, "carlife_frame_rate", 30, 5, 60),
            number_option(options, "carlife_version", 1, 0, 9),
            0,
            number_option(options, "carlife_discovery_port", DISCOVERY_PORT, 0, 65535),
            cuid,
        )
