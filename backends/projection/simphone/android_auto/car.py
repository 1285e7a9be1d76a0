"""What the car said about itself, as far as this phone looks at it; complains about what a phone would not take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from backends.projection.simphone.android_auto.wire import Fields, fields, signed

__all__ = ["Car", "Offer", "VideoOffer"]

_SIZES = {
    1: (800, 480), 2: (1280, 720), 3: (1920, 1080), 4: (2560, 1440), 5: (3840, 2160),
    6: (720, 1280), 7: (1080, 1920), 8: (1440, 2560), 9: (2160, 3840),
}  # fmt: skip
_STREAMS = {1: "guidance", 2: "system", 3: "media", 4: "telephony"}
_KINDS = {2: "sensor", 4: "input", 5: "microphone", 6: "bluetooth", 8: "navigation", 9: "media_status"}
_KINDS |= {10: "phone_status", 13: "notification", 14: "wifi"}


@dataclass(frozen=True)
class VideoOffer:
    """One picture the car would take. Pixels; ``margins`` both sides together."""

    size: tuple[int, int]
    margins: tuple[int, int]
    dpi: int
    fps: int
    codec: int


@dataclass
class Offer:
    """One service of the car."""

    kind: str
    videos: list[VideoOffer] = field(default_factory=list)
    audio: tuple[int, int, int] = (0, 0, 0)
    touch: tuple[int, int] = (0, 0)
    keycodes: list[int] = field(default_factory=list)
    sensors: list[int] = field(default_factory=list)
    display_kind: int = 0


@dataclass
class Car:
    """Services by channel."""

    name: str = ""
    driver: int = -1
    session_bits: int = 0
    offers: dict[int, Offer] = field(default_factory=dict)

    @classmethod
    def read(cls, body: bytes, complain: Callable[[str], None]) -> Car:
        """Raises ValueError."""
        given = fields(body)
        car = cls(_text(given, 14), _number(given, 6, -1), _number(given, 13))
        for number, kind in ((2, "make"), (3, "model"), (4, "year"), (8, "head unit's model")):
            if not _text(given, number):
                complain(f"the car has no {kind}")
        for raw in given.get(1, []):
            assert isinstance(raw, bytes)
            service = fields(raw)
            channel = _number(service, 1)
            if not 0 < channel < 255 or channel in car.offers:
                complain(f"channel {channel} is no channel, or there twice")
            elif (offer := _offer(service)) is None:
                complain(f"channel {channel} has no service that is known")
            else:
                car.offers[channel] = offer
        kinds = [offer.kind for offer in car.offers.values()]
        for needed in ("video", "media", "guidance", "system", "microphone", "input", "sensor"):
            if needed not in kinds:
                complain(f"the car has no {needed}")
        if not any(13 in offer.sensors for offer in car.offers.values()):
            complain("the car has no driving status")
        return car


def _offer(service: Fields) -> Offer | None:
    if 3 in service:
        sink = _inner(service, 3)
        if 4 in sink:
            display_kind = _number(sink, 7)
            return Offer(
                "cluster" if display_kind == 1 else "video", [_video(raw) for raw in sink[4]], display_kind=display_kind
            )
        return Offer(_STREAMS.get(_number(sink, 2), "unknown"), audio=_audio(_inner(sink, 3)))
    kind = next((word for number, word in _KINDS.items() if number in service), None)
    if kind is None:
        return None
    offer = Offer(kind)
    if kind == "input":
        inner = _inner(service, 4)
        screen = _inner(inner, 2)
        offer.touch = (_number(screen, 1), _number(screen, 2))
        offer.keycodes = _packed(inner.get(1, []))
    elif kind == "sensor":
        offer.sensors = [_number(fields(raw), 1) for raw in _inner(service, 2).get(1, []) if isinstance(raw, bytes)]
    elif kind == "microphone":
        offer.audio = _audio(_inner(_inner(service, 5), 2))
    return offer


def _video(raw: int | bytes) -> VideoOffer:
    assert isinstance(raw, bytes)
    given = fields(raw)
    return VideoOffer(
        _SIZES.get(_number(given, 1), (0, 0)),
        (_number(given, 3), _number(given, 4)),
        _number(given, 5),
        60 if _number(given, 2) == 1 else 30,
        _number(given, 10, 3),
    )


def _audio(given: Fields) -> tuple[int, int, int]:
    return _number(given, 1), _number(given, 2), _number(given, 3)


def _packed(values: list[int | bytes]) -> list[int]:
    found = []
    for value in values:
        if isinstance(value, int):
            found.append(value)
            continue
        at = 0
        while at < len(value):
            number = shift = 0
            while True:
                byte = value[at]
                number |= (byte & 0x7F) << shift
                at, shift = at + 1, shift + 7
                if byte < 0x80:
                    break
            found.append(number)
    return found


def _inner(given: Fields, number: int) -> Fields:
    value = given.get(number, [b""])[0]
    return fields(value) if isinstance(value, bytes) else {}


def _number(given: Fields, number: int, default: int = 0) -> int:
    value = given.get(number, [default])[0]
    return signed(value & (1 << 64) - 1) if isinstance(value, int) else default


def _text(given: Fields, number: int) -> str:
    value = given.get(number, [b""])[0]
    return value.decode() if isinstance(value, bytes) else ""
