"""The services of the car as the phone uses them: which class is for which, and what all of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backends.projection.simphone.android_auto.car import Offer

if TYPE_CHECKING:
    from backends.projection.simphone.android_auto.link import CarLink

__all__ = ["Service", "make_services"]


class Service:
    """One channel. Those that only take need no more than this."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        self.link = link
        self.channel = channel
        self.offer = offer
        self.kind = offer.kind
        self.is_open = False

    async def opened(self) -> None:
        """The car opened the channel."""
        self.is_open = True

    async def heard(self, kind: int, body: bytes) -> None:
        """A message from the car."""
        self.link.complain(f"{self.kind}: message {kind:#x}")

    async def send(self, kind: int, body: bytes = b"") -> None:
        """A message to the car. Raises ConnectionError."""
        await self.link.send(self.channel, kind, body)

    async def heard_out(self, state: int) -> None:
        """The car changed its mind about who may be heard."""

    def end(self) -> None:
        """The connection is over."""

    async def ended(self) -> None:
        """Wait for what still runs after `end`."""

    def describe(self) -> dict[str, Any]:
        """Facts for tests."""
        return {"open": self.is_open}


def make_services(link: CarLink) -> dict[int, Service]:
    """One for each offer, by channel."""
    from backends.projection.simphone.android_auto import cockpit, sound, tell, video

    kinds: dict[str, type[Service]] = {
        "video": video.Video,
        "cluster": video.Video,
        "media": sound.Sound,
        "guidance": sound.Sound,
        "system": sound.Sound,
        "telephony": sound.Sound,
        "microphone": sound.Microphone,
        "input": cockpit.Input,
        "sensor": cockpit.Sensors,
        "navigation": tell.Navigation,
        "media_status": tell.MediaStatus,
        "phone_status": tell.PhoneStatus,
        "bluetooth": tell.Bluetooth,
        "notification": tell.Notifications,
    }
    return {channel: kinds.get(offer.kind, Service)(link, channel, offer) for channel, offer in link.car.offers.items()}
