"""Which pictures: a list of shots, ordered so that the unit changes as little as possible between two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

__all__ = ["CLUSTER", "CLUSTER_SIZES", "LANGUAGES", "PAGES", "SIZES", "THEMES", "Choice", "Shot", "standard_set"]

PAGES = ("home", "projection", "media", "vehicle", "settings")
SIZES = ((1920, 720), (1280, 800), (1024, 600), (800, 480), (1080, 1920))
CLUSTER = "cluster"
"""A window of its own, on a panel of its own."""
CLUSTER_SIZES = ((1280, 480),)
THEMES = ("night", "day")
LANGUAGES = ("en", "zh_CN", "de", "ar")


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    scene: str
    language: str
    brand: str
    theme: str
    size: tuple[int, int]
    page: str
    plain_brand: bool = True
    """The first brand is left out of names."""

    @property
    def window(self) -> str:
        """Of which window: main or cluster."""
        return CLUSTER if self.page == CLUSTER else "main"

    @property
    def name(self) -> str:
        """page-size-theme-lang-scene, and the brand when it is not the first one."""
        parts = [self.page, f"{self.size[0]}x{self.size[1]}", self.theme, self.language, self.scene]
        return "-".join(parts if self.plain_brand else [*parts, self.brand])


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for in each dimension."""

    scenes: Sequence[str]
    brands: Sequence[str]
    first_brand: str
    pages: Sequence[str] = PAGES
    sizes: Sequence[tuple[int, int]] = SIZES
    themes: Sequence[str] = THEMES
    languages: Sequence[str] = LANGUAGES

    def shots(self) -> list[Shot]:
        """Every combination."""
        pages = [page for page in self.pages if page != CLUSTER]
        combinations = list(product(self.scenes, self.languages, self.brands, self.themes, self.sizes, pages))
        if CLUSTER in self.pages:
            combinations += product(self.scenes, self.languages, self.brands, self.themes, CLUSTER_SIZES, [CLUSTER])
        return [
            Shot(scene, language, brand, theme, size, page, brand == self.first_brand)
            for scene, language, brand, theme, size, page in combinations
        ]


def standard_set(scenes: Sequence[str], brands: Sequence[str]) -> list[Shot]:
    """The first scene in full, the others and the other brands on a wide and a small panel."""
    first, brand = scenes[0], brands[0]
    shots = Choice(scenes[:1], [brand], brand, pages=(*PAGES, CLUSTER)).shots()
    shots += Choice([first], brands[1:], brand, sizes=SIZES[:1], languages=LANGUAGES[:1]).shots()
    for scene in scenes[1:]:
        sizes = (SIZES[0], SIZES[3])
        shots += Choice([scene], [brand], brand, sizes=sizes, themes=THEMES[:1], languages=LANGUAGES[:1]).shots()
    return shots
