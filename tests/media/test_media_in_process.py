"""The embedded way: settings and media in the display's process, on the display's loop inside Qt's."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from backends.media.service import MediaService
from backends.settings.service import SettingsService
from tests.fakes.host import local_link, until
from tests.fakes.music import MakeSong
from ui.loop import run_in_qt


def test_settings_and_media_share_the_displays_loop(qapp: QGuiApplication, make_song: MakeSong, music: Path) -> None:
    make_song("flac", "1.flac", seconds=20, title="Song 1", tracknumber="1")
    make_song("mp3", "2.mp3", seconds=20, title="Song 2", tracknumber="2")
    states: list[dict[str, Any]] = []

    async def body() -> int:
        services = {"settings": SettingsService(), "media": MediaService({"sources": str(music)})}
        async with asyncio.timeout(30), local_link(services) as link:
            link.on_signal("media", "NowPlayingChanged", states.append)
            await link.call("settings", "Set", "sound.volume", 35)
            while (await link.call("media", "Browse", "queue", 0, 9))[1] < 2:
                await asyncio.sleep(0)
            await link.call("media", "Play", timeout_s=20)
            await until(lambda: states and states[-1]["status"] == "playing")
            await link.call("media", "Next")
            await until(lambda: states[-1]["title"] == "Song 2" and states[-1]["status"] == "playing")
            await until(lambda: states[-1]["volume"] == 0.35)
        return 7

    assert run_in_qt(qapp, body) == 7
