"""Runs a parser on bytes, without a connection."""

from __future__ import annotations

from typing import TypeVar

from backends.projection.vnc.steps import NEED_MAX, Steps

__all__ = ["Short", "fed"]

T = TypeVar("T")


class Short(Exception):
    """The parser wants more than there is."""


def fed(steps: Steps[T], data: bytes, *, exact: bool = True) -> T:
    """What the parser returns; ``exact``: it has to use all of them. Raises Short, and what the parser raises."""
    at = 0
    try:
        need = next(steps)
        while True:
            assert 0 <= need <= NEED_MAX, need
            piece = data[at : at + need]
            if len(piece) < need:
                raise Short
            at += need
            need = steps.send(piece)
    except StopIteration as ended:
        assert not exact or at == len(data), f"{len(data) - at} bytes were left"
        result: T = ended.value
        return result
    finally:
        steps.close()
