"""Real music files for tests: a tone in every codec, with tags and a cover."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from backends.media.compose import Cover, paint
from backends.media.encode import encode

__all__ = ["COVER", "KINDS", "RATE", "MakeSong", "make_tone"]

KINDS = {"flac": ".flac", "mp3": ".mp3", "vorbis": ".ogg", "opus": ".opus", "aac": ".m4a", "adts": ".aac"}
RATE = 44_100
COVER = paint(Cover(("#102030", "#405060"), "#ffffff", seed=1), 32)

MakeSong = Callable[..., Path]


def make_tone(path: Path, seconds: float) -> None:
    """440 Hz on both sides; the suffix says in which codec."""
    tone = 0.3 * np.sin(2 * np.pi * 440 * np.arange(round(RATE * seconds)) / RATE)
    encode(path, np.stack([tone, tone]).astype(np.float32), RATE)
