"""What the car does to the phone: fingers, keys and the knob; and what it tells of the drive: sensors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backends.projection.simphone.android_auto.services import Service
from backends.projection.simphone.android_auto.wire import Fields, f, fields, signed
from backends.projection.simphone.input import Touch

if TYPE_CHECKING:
    from backends.projection.simphone.android_auto.car import Offer
    from backends.projection.simphone.android_auto.link import CarLink
    from backends.projection.simphone.display import Display

__all__ = ["Input", "Sensors"]

_DOWN, _UP, _MOVE, _POINTER_DOWN, _POINTER_UP = 0, 1, 2, 5, 6
_ROTARY = 65536
_KEPT = 200


class Input(Service):
    """Checks each report as Android's MotionEvent would have to be."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.log: list[list[Any]] = []
        self.keys: list[list[int]] = []
        self.turned = 0
        self.bound: int | None = None
        self._down: dict[int, tuple[int, int]] = {}
        self._stamp = 0

    async def opened(self) -> None:
        await super().opened()
        wanted = [code for code in (3, 4, 19, 20, 21, 22, 23, 85, 87, 88, _ROTARY) if code in self.offer.keycodes]
        packed = b"".join(_varint(code) for code in wanted)
        await self.send(0x8002, f(1, packed))

    async def heard(self, kind: int, body: bytes) -> None:
        given = fields(body)
        if kind == 0x8003:
            self.bound = signed(given.get(1, [0])[0])
        elif kind == 0x8001:
            self._report(given)
        else:
            self.link.complain(f"input: message {kind:#x}")

    def describe(self) -> dict[str, Any]:
        down = {str(pointer): list(place) for pointer, place in self._down.items()}
        return {
            **super().describe(),
            "touch": list(self.offer.touch),
            "log": self.log[-20:],
            "reports": len(self.log),
            "keys": self.keys[-20:],
            "turned": self.turned,
            "down": down,
            "bound": self.bound,
        }

    def _report(self, given: Fields) -> None:
        stamp = signed(given.get(1, [0])[0])
        if stamp < self._stamp:
            self.link.complain("input: time goes back")
        self._stamp = stamp
        if 3 in given:
            self._touch(_inner(given, 3))
        if 4 in given:
            for raw in _inner(given, 4).get(1, []):
                self._key(raw)
        if 6 in given:
            for raw in _inner(given, 6).get(1, []):
                item = fields(raw) if isinstance(raw, bytes) else {}
                code, delta = signed(item.get(1, [0])[0]), signed(item.get(2, [0])[0])
                self.link.phone.note("knob")
                if code != _ROTARY or code not in self.offer.keycodes or abs(delta) > 100:
                    self.link.complain(f"input: {code} turned by {delta}")
                self.turned += delta

    def _touch(self, touch: Fields) -> None:
        points = []
        for raw in touch.get(1, []):
            point = fields(raw) if isinstance(raw, bytes) else {}
            points.append(tuple(signed(point.get(number, [0])[0]) for number in (3, 1, 2)))
        index, action = signed(touch.get(2, [0])[0]), signed(touch.get(3, [0])[0])
        self._check(points, index, action)
        self.log = [*self.log[-_KEPT:], [action, index, [list(point) for point in points]]]
        self.link.phone.note("touch")
        display, size = self._display(), self.offer.touch
        concerned = points if action == _MOVE else points[index : index + 1]
        for pointer, x, y in concerned:
            if display is not None:
                display.touch(Touch(action, pointer, x, y, *size, 1.0), size)
        for pointer, x, y in points:
            self._down[pointer] = (x, y)
        if action in (_UP, _POINTER_UP) and index < len(points):
            self._down.pop(points[index][0], None)

    def _check(self, points: list[tuple[int, ...]], index: int, action: int) -> None:
        width, height = self.offer.touch
        known, pointers = set(self._down), [point[0] for point in points]
        wrong = (
            any(not (0 <= x < width and 0 <= y < height) for _, x, y in points)
            or index >= len(points)
            or len(set(pointers)) < len(pointers)
        )
        match action:
            case 0:
                wrong |= bool(known) or len(points) != 1
            case 5:
                wrong |= not known or set(pointers) - known != {pointers[index]} or not known < set(pointers)
            case 2:
                wrong |= set(pointers) != known
            case 1:
                wrong |= len(points) != 1 or set(pointers) != known
            case 6:
                wrong |= len(points) < 2 or set(pointers) != known
            case _:
                wrong = True
        if wrong:
            self.link.complain(f"input: touch {action} index {index} at {points} with {sorted(known)} down")

    def _key(self, raw: int | bytes) -> None:
        key = fields(raw) if isinstance(raw, bytes) else {}
        if not {1, 2, 3, 4} <= key.keys():
            self.link.complain("input: a key that is not whole")
        code, down = signed(key.get(1, [0])[0]), signed(key.get(2, [0])[0])
        if code not in self.offer.keycodes:
            self.link.complain(f"input: key {code} was not announced")
            return
        self.keys = [*self.keys[-_KEPT:], [code, down]]
        self.link.phone.note("key")
        display = self._display()
        if down and display is not None:
            display.key(code)

    def _display(self) -> Display | None:
        video = self.link.service("video")
        return getattr(video, "display", None)


class Sensors(Service):
    """Wants all of them, and keeps the last value of each."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.values: dict[str, dict[str, Any]] = {}
        self.answers = 0
        self.batches = 0

    async def opened(self) -> None:
        await super().opened()
        for sensor in self.offer.sensors:
            await self.send(0x8001, f(1, sensor) + f(2, 0))

    async def heard(self, kind: int, body: bytes) -> None:
        given = fields(body)
        if kind == 0x8002:
            self.answers += 1
            if status := signed(given.get(1, [0])[0]):
                self.link.complain(f"sensors: refused with {status}")
        elif kind == 0x8003:
            self.batches += 1
            for number, values in given.items():
                if number not in self.offer.sensors:
                    self.link.complain(f"sensors: {number} was not announced")
                value = values[-1]
                if isinstance(value, bytes):
                    self.values[str(number)] = {
                        str(key): [signed(one) if isinstance(one, int) else one.hex() for one in several]
                        for key, several in fields(value).items()
                    }
            if 10 in given:
                self.link.phone.state.set_dark(bool(self.values["10"].get("1", [0])[0]))
        elif kind != 0x8004:
            self.link.complain(f"sensors: message {kind:#x}")

    def describe(self) -> dict[str, Any]:
        return {
            **super().describe(),
            "offered": self.offer.sensors,
            "answers": self.answers,
            "batches": self.batches,
            "values": self.values,
        }


def _inner(given: Fields, number: int) -> Fields:
    value = given[number][0]
    return fields(value) if isinstance(value, bytes) else {}


def _varint(value: int) -> bytes:
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])
