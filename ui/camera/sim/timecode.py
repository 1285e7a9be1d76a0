"""A time code in the picture itself: a row of dark and light squares that survives JPEG, scaling and mirroring.

72 squares: a start mark (light dark light dark), 44 bits of milliseconds, 16 bits of the frame's number, 4 bits that count the
light ones, and an end mark (dark light light dark). Most significant bit first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["BITS", "TimeCode", "bits_of", "read_code"]

TimeCode = tuple[int, int]
"""Milliseconds (of CLOCK_MONOTONIC) and the frame's number modulo 65,536."""

_START, _END = (1, 0, 1, 0), (0, 1, 1, 0)
_TIME_BITS, _NUMBER_BITS, _CHECK_BITS = 44, 16, 4
BITS = len(_START) + _TIME_BITS + _NUMBER_BITS + _CHECK_BITS + len(_END)


def _binary(value: int, width: int) -> list[int]:
    return [value >> place & 1 for place in range(width - 1, -1, -1)]


def bits_of(code: TimeCode) -> list[int]:
    """Squares from the left; 1 is light."""
    body = [*_binary(code[0], _TIME_BITS), *_binary(code[1], _NUMBER_BITS)]
    return [*_START, *body, *_binary(sum(body) % 16, _CHECK_BITS), *_END]


def _number(bits: Sequence[int]) -> int:
    return int("".join(map(str, bits)), 2)


def read_code(luma: Callable[[float], float]) -> TimeCode | None:
    """The code of a row; ``luma(place)`` is its brightness at 0..1 from the code's left end. Mirrored ones are read too."""
    seen = [luma((index + 0.5) / BITS) for index in range(BITS)]
    middle = (max(seen) + min(seen)) / 2
    bits = [int(value > middle) for value in seen]
    for row in (bits, bits[::-1]):
        body = row[len(_START) : len(_START) + _TIME_BITS + _NUMBER_BITS]
        check = row[len(_START) + len(body) : -len(_END)]
        if tuple(row[:4]) == _START and tuple(row[-4:]) == _END and _number(check) == sum(body) % 16:
            return _number(body[:_TIME_BITS]), _number(body[_TIME_BITS:])
    return None
