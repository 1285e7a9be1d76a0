"""What holds without any phone: addresses of phones, sizes, when to try again; the driving rules are `safety`. No I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from backends.projection.safety import Rules

__all__ = [
    "ADDRESSES_MAX",
    "SIDE_MAX",
    "SIDE_MIN",
    "Allowance",
    "Backoff",
    "Rules",
    "clamp_dpi",
    "clamp_side",
    "format_address",
    "number_option",
    "parse_address",
    "split_addresses",
]

ADDRESSES_MAX = 16
SIDE_MIN, SIDE_MAX = 128, 4096
_DPI_MIN, _DPI_MAX = 60, 640
_DEFAULT_PORT = 5555
_HOST = re.compile(r"[A-Za-z0-9._-]{1,253}\Z")


def parse_address(text: str) -> tuple[str, int]:
    """Host and port of ``host``, ``host:port`` or ``[v6]:port``. Raises ValueError."""
    text = text.strip()
    if text.startswith("["):
        host, closed, rest = text[1:].partition("]")
        if not closed or not re.fullmatch(r"[0-9A-Fa-f:.]{2,45}", host):
            raise ValueError(f"'{text}' is no address")
    else:
        host, colon, rest = text.partition(":")
        rest = colon + rest
        if not _HOST.match(host):
            raise ValueError(f"'{text}' is no address; write host:port")
    if not rest:
        return host, _DEFAULT_PORT
    if not re.fullmatch(r":\d{1,5}", rest) or not 0 < int(rest[1:]) < 65536:
        raise ValueError(f"'{text}' has no port between 1 and 65535")
    return host, int(rest[1:])


def split_addresses(option: object) -> list[str]:
    """The ``devices`` option: a list, or a string with commas; in their normal form, the first 16, without repeats.

    Raises ValueError naming the bad one.
    """
    items = option.split(",") if isinstance(option, str) else option if isinstance(option, list | tuple) else []
    found = dict.fromkeys(format_address(*parse_address(str(item))) for item in items if str(item).strip())
    return list(found)[:ADDRESSES_MAX]


def format_address(host: str, port: int) -> str:
    """The normal form, which is also the phone's id."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def number_option(options: Mapping[str, Any], name: str, default: int, low: int, high: int) -> int:
    """A whole number among the service's options. Raises ValueError naming the option."""
    given = options.get(name, default)
    try:
        value = int(str(given))
    except ValueError:
        raise ValueError(f"{name} is a whole number, not '{given}'") from None
    if not low <= value <= high:
        raise ValueError(f"{name} is between {low} and {high}, not {value}")
    return value


def clamp_side(pixels: int) -> int:
    """A size a phone's encoder takes: even, in a sane range."""
    return max(SIDE_MIN, min(SIDE_MAX, pixels)) // 8 * 8


def clamp_dpi(dpi: int) -> int:
    """Dots per inch for a display; 0 means 160."""
    return max(_DPI_MIN, min(_DPI_MAX, dpi or 160))


class Allowance:
    """So many at once, so many a second: what is more is a flood. Times are seconds of any one clock."""

    def __init__(self, at_once: int, a_second: float) -> None:
        self._most = float(at_once)
        self._rate = a_second
        self._left = float(at_once)
        self._at_s = 0.0

    def spend(self, now_s: float) -> bool:
        """One more; False when it is too much."""
        self._left = min(self._most, self._left + max(0.0, now_s - self._at_s) * self._rate)
        self._at_s = now_s
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True


class Backoff:
    """Waiting times that grow. ``steps`` in seconds; the last one repeats."""

    def __init__(self, steps: tuple[float, ...]) -> None:
        self._steps = steps
        self._count = 0

    @property
    def count(self) -> int:
        """Failures in a row."""
        return self._count

    def next(self) -> float:
        """One more failure: how long to wait now, s."""
        wait = self._steps[min(self._count, len(self._steps) - 1)]
        self._count += 1
        return wait

    def reset(self) -> None:
        """It worked."""
        self._count = 0
