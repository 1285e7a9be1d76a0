"""A position as NMEA 0183 sentences: GGA and RMC, what the dongle hands on to a phone."""

from __future__ import annotations

import functools
import operator
import time

__all__ = ["sentences"]

_KNOTS_PER_KPH = 1 / 1.852


def sentences(
    latitude: float, longitude: float, *, altitude_m: float, speed_kph: float, heading_deg: float, now_s: float
) -> str:
    """A fix at a place (degrees, north and east positive) and a time (Unix)."""
    clock = time.gmtime(now_s)
    at = f"{time.strftime('%H%M%S', clock)}.{int(now_s % 1 * 100):02d}"
    place = f"{_angle(latitude, 2, 'NS')},{_angle(longitude, 3, 'EW')}"
    gga = f"GPGGA,{at},{place},1,08,1.0,{altitude_m:.1f},M,0.0,M,,"
    rmc = (
        f"GPRMC,{at},A,{place},{speed_kph * _KNOTS_PER_KPH:.1f},{heading_deg % 360:.1f},"
        f"{time.strftime('%d%m%y', clock)},,,A"
    )
    return "".join(f"${body}*{_sum(body):02X}\r\n" for body in (gga, rmc))


def _angle(degrees: float, digits: int, letters: str) -> str:
    # Rounded to the last digit first, so that 59.99999 minutes do not become 60.
    units = round(abs(degrees) * 600_000)
    whole, minutes = divmod(units, 600_000)
    return f"{whole:0{digits}d}{minutes / 10_000:07.4f},{letters[degrees < 0]}"


def _sum(body: str) -> int:
    return functools.reduce(operator.xor, body.encode("ascii"), 0)
