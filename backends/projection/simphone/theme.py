"""Colours of the phone's apps, night and day."""

from __future__ import annotations

from dataclasses import dataclass

from backends.projection.simphone.canvas import Colour

__all__ = ["DAY", "NIGHT", "Palette"]


@dataclass(frozen=True, slots=True)
class Palette:
    """One look. Names say what a colour is for."""

    background: Colour
    surface: Colour
    raised: Colour
    card: Colour
    text: Colour
    quiet: Colour
    accent: Colour
    on_accent: Colour
    halo: Colour
    land: Colour
    block: Colour
    road: Colour
    road_edge: Colour
    street: Colour
    park: Colour
    water: Colour
    route: Colour
    route_edge: Colour
    label: Colour


NIGHT = Palette(
    background=(12, 16, 22),
    surface=(22, 27, 36),
    raised=(32, 39, 50),
    card=(14, 21, 29, 236),
    text=(240, 244, 248),
    quiet=(146, 157, 171),
    accent=(92, 200, 255),
    on_accent=(8, 18, 28),
    halo=(92, 200, 255, 58),
    land=(18, 27, 35),
    block=(23, 33, 43),
    road=(46, 61, 78),
    road_edge=(27, 38, 50),
    street=(37, 50, 64),
    park=(22, 42, 43),
    water=(20, 42, 62),
    route=(92, 200, 255),
    route_edge=(24, 86, 122),
    label=(116, 131, 148),
)
DAY = Palette(
    background=(237, 241, 245),
    surface=(255, 255, 255),
    raised=(228, 234, 240),
    card=(255, 255, 255, 242),
    text=(20, 27, 36),
    quiet=(92, 104, 118),
    accent=(10, 111, 176),
    on_accent=(255, 255, 255),
    halo=(10, 111, 176, 46),
    land=(233, 238, 234),
    block=(225, 231, 227),
    road=(255, 255, 255),
    road_edge=(206, 213, 211),
    street=(250, 252, 251),
    park=(207, 227, 210),
    water=(191, 217, 236),
    route=(10, 111, 176),
    route_edge=(140, 190, 224),
    label=(112, 124, 132),
)
