"""The car's answer to "who are you": everything the phone decides its picture by."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from backends.projection.android_auto.car import Car
from backends.projection.android_auto.description import (
    ConnectionConfig,
    Discovery,
    HeadUnit,
    PingConfig,
    Service,
    WifiProjection,
)

__all__ = ["describe"]

BUILD, VERSION = "pillion", "1"
_WIFI_CHANNEL = 18
_NATIVE_MEDIA_IN_VOICE = 8
_PING = PingConfig(timeout_ms=5000, interval_ms=1500, high_latency_ms=500, tracked=5)


def describe(car: Car, services: Sequence[Service], bssid: str = "") -> Discovery:
    """``bssid``: of the Wi-Fi that the car made for this phone."""
    settings, around = car.settings, car.surroundings
    name = around.name or settings.make
    vehicle = hashlib.sha256(f"{settings.make} {settings.model} {name}".encode()).hexdigest()[:16]
    wifi = (Service(id=_WIFI_CHANNEL, wifi=WifiProjection(bssid=bssid)),) if bssid else ()
    unit = HeadUnit(
        make=settings.make,
        model=settings.model,
        year=settings.year,
        vehicle=vehicle,
        unit_make="Pillion",
        unit_model=settings.model,
        build=BUILD,
        version=VERSION,
    )
    return Discovery(
        services=(*services, *wifi),
        make=unit.make,
        model=unit.model,
        year=unit.year,
        vehicle=vehicle,
        unit_make=unit.unit_make,
        unit_model=unit.unit_model,
        build=BUILD,
        version=VERSION,
        driver=0 if around.left_hand_drive else 1,
        session_bits=_NATIVE_MEDIA_IN_VOICE,
        display_name=name,
        connection=ConnectionConfig(ping=_PING),
        unit=unit,
    )
