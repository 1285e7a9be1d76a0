"""What the phone tells the car beside its picture: turns, the song, calls, notifications; and Bluetooth's pairing."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, Any

from backends.projection.simphone.android_auto.services import Service
from backends.projection.simphone.android_auto.wire import f, fields, signed
from backends.projection.simphone.apps.player import cover

if TYPE_CHECKING:
    from backends.projection.simphone.android_auto.car import Offer
    from backends.projection.simphone.android_auto.link import CarLink

__all__ = ["Bluetooth", "MediaStatus", "Navigation", "Notifications", "PhoneStatus"]


class Navigation(Service):
    """Guidance: the state, the steps with their lanes, and how far it is."""

    async def guide(self, values: dict[str, Any]) -> None:
        """maneuver 0..42, road, exit, lanes [[[shape, lit] …] …], metres, seconds, remaining_m, remaining_s, eta; or off."""
        if values.get("off"):
            await self.send(0x8003, f(1, 2))
            return
        if values.get("rerouting"):
            await self.send(0x8003, f(1, 3))
            return
        await self.send(0x8003, f(1, 1))
        maneuver = f(1, values.get("maneuver", 8))
        maneuver += f(2, values["exit"]) if "exit" in values else b""
        lanes = b"".join(
            f(3, b"".join(f(1, f(1, shape) + f(2, bool(lit))) for shape, lit in lane))
            for lane in values.get("lanes", [])
        )
        step = f(1, maneuver) + f(2, f(1, values.get("road", ""))) + lanes + f(4, f(1, values.get("road", "")))
        await self.send(0x8006, f(1, step) + f(2, f(1, values.get("address", "Harbour Street 1"))))
        if "image" in values:
            await self.send(
                0x8004, f(1, values.get("road", "")) + f(2, 2) + f(3, 4) + f(4, bytes.fromhex(values["image"]))
            )
        metres = int(values.get("metres", 300))
        here = f(1, f(1, metres) + f(2, f"{metres} m") + f(3, 1)) + f(2, int(values.get("seconds", 20)))
        left = int(values.get("remaining_m", 5200))
        target = f(1, f(1, left) + f(2, f"{left / 1000:.1f}") + f(3, 2)) + f(2, values.get("eta", "17:42"))
        target += f(3, int(values.get("remaining_s", 660)))
        await self.send(0x8007, f(1, here) + f(2, target) + f(3, f(1, values.get("road", ""))))

    async def guide_old(self, values: dict[str, Any]) -> None:
        """The same in the older two messages: ``side`` 1 left, 2 right, ``event``, road, metres, seconds."""
        await self.send(0x8003, f(1, 1))
        turn = f(1, values.get("road", "")) + f(2, values.get("side", 2)) + f(3, values.get("event", 4))
        await self.send(0x8004, turn + f(5, values.get("exit", 0)) + f(6, 0))
        metres = int(values.get("metres", 300))
        await self.send(0x8005, f(1, metres) + f(2, int(values.get("seconds", 20))) + f(3, metres * 1000) + f(4, 1))


class MediaStatus(Service):
    """Follows the phone's player."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self._told: tuple[Any, ...] = ()

    async def opened(self) -> None:
        await super().opened()
        self.link.phone.state.on_change.append(self._changed)
        await self._tell()

    def end(self) -> None:
        if self._changed in self.link.phone.state.on_change:
            self.link.phone.state.on_change.remove(self._changed)

    def _changed(self) -> None:
        self.link.spawn(self._tell())

    async def _tell(self) -> None:
        music = self.link.phone.state.music
        now = (music.index, music.playing)
        if now == self._told:
            return
        before, self._told = self._told, now
        track = music.track
        if not before or before[0] != now[0]:
            png = io.BytesIO()
            cover(track, 256).save(png, "PNG")
            named = f(1, track.title) + f(2, track.artist) + f(3, "Simulated")
            await self.send(0x8003, named + f(4, png.getvalue()) + f(6, round(track.length_s)))
        state = 2 if music.playing else 3
        await self.send(
            0x8001, f(1, state) + f(2, "Player") + f(3, int(music.position_s())) + f(4, 0) + f(5, 0) + f(6, 0)
        )


class PhoneStatus(Service):
    """Calls and the strength of the signal."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.inputs: list[list[Any]] = []

    async def tell(self, values: dict[str, Any]) -> None:
        """calls [{state 1..6, seconds, number, name}], signal 0..4."""
        calls = b"".join(
            f(
                1,
                f(1, call["state"])
                + f(2, call.get("seconds", 0))
                + f(3, call.get("number", ""))
                + f(4, call.get("name", "")),
            )
            for call in values.get("calls", [])
        )
        await self.send(0x8001, calls + f(2, values.get("signal", 3)))

    async def heard(self, kind: int, body: bytes) -> None:
        if kind != 0x8002:
            self.link.complain(f"phone status: message {kind:#x}")
            return
        given = fields(body)
        action = given.get(1, [b""])[0]
        code = signed(fields(action).get(1, [0])[0]) if isinstance(action, bytes) else -1
        number = given.get(2, [b""])[0]
        self.inputs.append([code, number.decode() if isinstance(number, bytes) else ""])

    def describe(self) -> dict[str, Any]:
        return {**super().describe(), "inputs": self.inputs[-20:]}


class Bluetooth(Service):
    """Asks to be paired for calls."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.answer: list[int] = []

    async def pair(self, address: str) -> None:
        """``address`` is the phone's."""
        await self.send(0x8001, f(1, address) + f(2, 2))

    async def heard(self, kind: int, body: bytes) -> None:
        given = fields(body)
        if kind == 0x8002:
            self.answer = [signed(given.get(1, [0])[0]), signed(given.get(2, [0])[0])]
        else:
            self.link.complain(f"bluetooth: message {kind:#x}")

    def describe(self) -> dict[str, Any]:
        return {**super().describe(), "answer": self.answer}


class Notifications(Service):
    """Sent once the car has subscribed."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.subscribed = False
        self.acks: list[list[Any]] = []

    async def notify(self, key: str, text: str) -> None:
        """A notification."""
        if self.subscribed:
            await self.send(0x8003, f(1, key) + f(2, text))

    async def heard(self, kind: int, body: bytes) -> None:
        given = fields(body) if body else {}
        match kind:
            case 0x8001 | 0x8002:
                self.subscribed = kind == 0x8001
            case 0x8004:
                key = given.get(1, [b""])[0]
                self.acks.append([key.decode() if isinstance(key, bytes) else "", signed(given.get(2, [0])[0])])
            case _:
                self.link.complain(f"notification: message {kind:#x} at {time.monotonic():.0f}")

    def describe(self) -> dict[str, Any]:
        return {**super().describe(), "subscribed": self.subscribed, "acks": self.acks[-20:]}
