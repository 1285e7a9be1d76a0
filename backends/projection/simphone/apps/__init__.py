"""The apps that the simulated phone has installed."""

from __future__ import annotations

from backends.projection.simphone.apps.assistant import Assistant
from backends.projection.simphone.apps.base import App
from backends.projection.simphone.apps.home import Home
from backends.projection.simphone.apps.maps import Maps
from backends.projection.simphone.apps.player import PlayerApp
from backends.projection.simphone.apps.settings import Settings
from backends.projection.simphone.apps.testcard import TestCard

__all__ = ["HOME", "INSTALLED", "App"]

INSTALLED: tuple[type[App], ...] = (Settings, Assistant, Maps, PlayerApp, TestCard)
HOME = Home
