"""Volumes: remembered by the settings service, heard at once, there without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from backends.interfaces import ServiceError
from backends.settings.service import SettingsService
from backends.sound.service import SoundService
from tests.fakes.host import bus_link, local_link, until

Run = Callable[..., Any]


@pytest.mark.parametrize("way", [local_link, bus_link])
def test_they_follow_the_settings_and_are_remembered_there(run: Run, way: Any) -> None:
    async def body() -> None:
        async with way({"settings": SettingsService(), "sound": SoundService()}) as link:
            said: list[dict[str, float]] = []
            kept: dict[str, Any] = {}
            link.on_signal("sound", "PropertiesChanged", lambda values: said.append(values.get("Volumes", {})))
            link.on_signal("settings", "Changed", kept.update)
            await until(lambda: said and said[-1].get("master") == 0.6, what="the volume of before")
            await link.call("settings", "Set", "sound.guidance_volume", 50)
            await until(lambda: said and said[-1].get("guidance") == 0.5, what="the settings' volume")
            await link.call("sound", "SetVolume", "master", 0.25)
            assert (await link.properties("sound"))["Volumes"]["master"] == 0.25, "at once"
            await link.call("sound", "SetVolume", "master", 0.3)
            await link.call("sound", "SetVolume", "voice", 0.9)
            await until(lambda: kept.get("sound.volume") == 30, what="the last one is kept")
            volumes = (await link.properties("sound"))["Volumes"]
            assert (volumes["master"], volumes["guidance"], volumes["voice"]) == (0.3, 0.5, 0.9)

    run(body())


def test_without_settings_they_are_full(run: Run) -> None:
    async def body() -> None:
        async with local_link({"sound": SoundService()}) as link:
            assert set((await link.properties("sound"))["Volumes"].values()) == {1.0}
            await link.call("sound", "SetVolume", "call", 0.5)
            assert (await link.properties("sound"))["Volumes"]["call"] == 0.5
            with pytest.raises(ServiceError):
                await link.call("sound", "SetVolume", "call", -0.1)

    run(body())
