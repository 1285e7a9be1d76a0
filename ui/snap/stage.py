"""Puts a unit into a scene: simulators told, settings overridden, music set, and waited for until the view-models say so."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from ui.display import Display, DisplayOptions
from ui.options import PHONES, UnitOptions
from ui.snap.scene import SCENES, Scene, SceneError
from ui.testing.driver import UiDriver, WaitTimeout
from ui.unit import Unit
from ui.viewmodels.shell import ShellViewModel

__all__ = ["Stage", "ensure_music", "staged"]

_log = logging.getLogger(__name__)
_READY_S = 20.0


class Stage:
    """A display in a scene."""

    def __init__(self, display: Display, unit: Unit, scene: Scene, window: str = "main") -> None:
        self.display = display
        self.unit = unit
        self.scene = scene
        self.driver = UiDriver(display.window)
        self.window = window

    async def wait(self, path: str, value: Any) -> None:
        """Until a value of the view-models (``vehicle.gear``) or of the car (``Vehicle.Speed``) is there. Raises SceneError."""

        def reached() -> bool:
            return bool(_value(self.display.shell, path) == value)

        try:
            await self.driver.until(reached, deadline_s=_READY_S)
        except WaitTimeout:
            found = _value(self.display.shell, path)
            raise SceneError(f"scene {self.scene.name}: {path} is {found!r}, not {value!r}") from None

    async def set_up(self) -> None:
        """Bring the scene about. Raises SceneError, UnitError."""
        shell, scene = self.display.shell, self.scene
        # A warning that is to be photographed stays.
        shell.warnings.hold(scene.warning)
        await self.wait("settings.available", True)
        # What there is of the car decides which sections its page has, with or without the car.
        await self.driver.until(lambda: shell.clients.vehicle.metadata, "the vehicle service tells its paths", _READY_S)
        if "car" in scene.simulate:
            if scene.car:
                await self.unit.tell("car", scene.car)
            await self.wait("vehicle.available", True)
        if "ecu" in scene.simulate:
            await self.wait("diagnostics.settled", True)
        if "phone" in scene.simulate and scene.phone_kind == PHONES[0]:
            await self.wait("projection.connected", True)
        if scene.media:
            await self._play(scene.media)
        if scene.app and self.window == "main":
            await self._open(scene.app)
        elif scene.app:
            # The cluster has no stage for it; what the phone tells beside its picture needs no more than its connection.
            await self.driver.until(lambda: shell.projection.device, "the phone is known", _READY_S)
            shell.phones.connectPhone(shell.projection.device)
            await self.driver.until(self._stands, "the phone's session stands", _READY_S)
        if scene.beside:
            await self._put_beside(scene.beside)
        if scene.guide:
            await self._guide()
        for request in scene.phone:
            await self.unit.tell("phone", request)
        for fault in scene.faults:
            await self.unit.tell("car", {"fault": fault})
        if scene.camera:
            # Broken is what was whole before.
            await self.wait("rear.live", True)
            await self.unit.tell("camera", scene.camera)
        for path, value in scene.expect.items():
            await self.wait(path, value)
        shell.media.freeze(True)

    def _stands(self) -> bool:
        sessions = self.display.shell.clients.projection.sessions.values()
        return any(session.get("state") in ("ready", "focused", "background") for session in sessions)

    async def _play(self, media: dict[str, Any]) -> None:
        shell = self.display.shell
        shell.media.browse("songs")
        await self.driver.until(lambda: self._song(media["song"]), f"the song {media['song']}", _READY_S)
        shell.media.playItem(self._song(media["song"]))
        await self.wait("media.title", media["song"])
        await self.wait("media.playing", True)
        duration_s = shell.media.durationMs / 1000
        shell.media.seek((float(media.get("position_s", 0)) + 0.3) / duration_s)
        if not media.get("playing", False):
            shell.media.playPause()
            await self.wait("media.playing", False)
        await self.driver.until(
            lambda: shell.media.positionMs >= float(media.get("position_s", 0)) * 1000, "the song's position", _READY_S
        )
        shell.media.browse("albums")
        await self.driver.until(lambda: shell.media.node == "albums" and shell.media.library.count > 0, "the albums")

    def _song(self, title: str) -> str:
        rows = self.display.shell.media.library.rows
        return next((str(row["itemId"]) for row in rows if row["title"] == title), "")

    async def _open(self, name: str) -> None:
        shell = self.display.shell
        await self.driver.until(lambda: shell.projection.apps.count > 0, "the phone's apps", _READY_S)
        shell.requestPage("projection")
        shell.projection.openApp(self._app(name))
        await self.wait("projection.active", True)

    async def _put_beside(self, name: str) -> None:
        stage = self.display.shell.projection.stage
        if name in ("vehicle", "media"):
            stage.showCard(name)
            return
        self.display.shell.projection.openBeside(self._app(name))
        await self.wait("projection.stage.beside.active", True)

    async def _guide(self) -> None:
        shell = self.display.shell
        shell.requestPage("projection")
        shell.projection.guide(True)
        await self.wait("projection.setup.known", True)
        shell.projection.setup.offerCode()
        await self.wait("projection.setup.pairing", "waiting")

    def _app(self, name: str) -> str:
        rows = self.display.shell.projection.apps.rows
        # A whole screen is its phone's one app, and may be called after whatever is connected.
        app = next((str(row["appId"]) for row in rows if row["name"] == name or len(rows) == 1), "")
        if not app:
            raise SceneError(f"scene {self.scene.name}: the phone has no app {name}")
        return app


def _value(shell: ShellViewModel, path: str) -> Any:
    if path.startswith("Vehicle."):
        return shell.clients.vehicle.value(path)
    value: Any = shell
    for word in path.split("."):
        value = getattr(value, word)
    return value


@asynccontextmanager
async def staged(scene: Scene, music: Path, size: tuple[int, int], window: str = "main") -> AsyncIterator[Stage]:
    """A display and a unit of its own in this process, in the scene."""
    display = Display(
        DisplayOptions(size=size, ui_test=True, frozen=scene.at, preferences=scene.settings, window=window)
    )
    try:
        display.show()
        _prepare(scene)
        options = UnitOptions(
            in_process=True,
            simulate=scene.simulate,
            phone=scene.phone_kind,
            options={"media": {"sources": str(music), "demo": "0"}, **scene.services},
            simulator_options=scene.start,
        )
        async with Unit(options) as unit:
            unit.open_cameras(display.shell.rear)
            await display.connect(unit.link)
            stage = Stage(display, unit, scene, window)
            await stage.set_up()
            try:
                yield stage
            finally:
                await display.close()
    finally:
        display.unload()


def _prepare(scene: Scene) -> None:
    """Put what the vehicle service remembers in its place, and nothing of another scene. Raises SceneError."""
    state = os.environ.get("PILLION_STATE")
    if not state:
        return  # not a folder of ours
    kept = Path(state) / "vehicle"
    shutil.rmtree(kept, ignore_errors=True)
    if not scene.past:
        return
    source = SCENES / "past" / f"{scene.past}.json"
    if not source.is_file():
        raise SceneError(f"scene {scene.name}: there is no {source}")
    kept.mkdir(parents=True)
    profile = scene.services.get("vehicle", {}).get("profile", "demo")
    # Kept just now: a charging session that began then goes on.
    past = {**json.loads(source.read_text(encoding="utf-8")), "saved": time.time()}
    (kept / f"derived-{profile}.json").write_text(json.dumps(past), encoding="utf-8")


def ensure_music(folder: Path) -> Path:
    """The desk's music in a folder, made when it is not there (some seconds)."""
    marker = folder / ".snap-complete"
    if not marker.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "backends.media.demo", str(folder)], check=True, stdin=subprocess.DEVNULL)
        marker.touch()
    return folder
