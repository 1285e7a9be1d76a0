"""Typefaces for the phone's apps: Inter from our assets or from Debian's fonts-inter, else Pillow's own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

__all__ = ["Font", "font"]

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
_FOLDERS = (
    Path(__file__).parents[3] / "assets" / "fonts",
    Path("/usr/share/fonts/opentype/inter"),
    Path("/usr/share/fonts/truetype/inter"),
)
_WEIGHTS = {"regular": 400, "medium": 500, "semibold": 600, "bold": 700}
_FILE_NAMES = {"regular": "Regular", "medium": "Medium", "semibold": "SemiBold", "bold": "Bold"}
_NEAREST = {"regular": "semibold", "medium": "semibold", "semibold": "regular", "bold": "semibold"}
"""Where a weight is missing: Pillow's own face lacks signs that the apps write."""


@lru_cache(maxsize=128)
def font(size_px: int, weight: str = "regular") -> Font:
    """A face of `size_px` pixels an em; weight is regular, medium, semibold or bold."""
    for one in (weight, _NEAREST[weight], "regular"):
        for folder in _FOLDERS:
            if (found := _inter(folder, size_px, one)) is not None:
                return found
    return ImageFont.load_default(size_px)


def _inter(folder: Path, size_px: int, weight: str) -> ImageFont.FreeTypeFont | None:
    for suffix in ("ttf", "otf"):
        path = folder / f"Inter-{_FILE_NAMES[weight]}.{suffix}"
        if path.is_file():
            return ImageFont.truetype(path, size_px)
    for name in ("InterVariable.ttf", "Inter.ttf", "Inter-Variable.ttf"):
        if (folder / name).is_file():
            return _variable(folder / name, size_px, weight)
    return None


def _variable(path: Path, size_px: int, weight: str) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(path, size_px)
    axes = face.get_variation_axes()
    face.set_variation_by_axes(
        [float(_WEIGHTS[weight] if axis["name"] in (b"Weight", "Weight") else axis["default"] or 0) for axis in axes]
    )
    return face
