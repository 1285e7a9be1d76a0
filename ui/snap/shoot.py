"""Takes the pictures of a plan, one after the other, each when the display has come to rest."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from ui.snap.plan import CLUSTER, Shot
from ui.snap.scene import SceneError, load_scene
from ui.snap.sheet import ContactSheet
from ui.snap.stage import Stage, staged
from ui.testing.items import walk

__all__ = ["shoot"]

_REST_S = 6.0
_MOVING_S = 0.4
# zlib's fast end: five times as fast as Qt's default for files a third larger.
_PNG_QUALITY = 85
_ELSEWHERE = (640, 400)
_LOADS = {"QQuickImage", "QQuickBorderImage", "QQuickLoader"}
_LOADING = 2  # in all three


def _loading(root: QQuickItem) -> bool:
    """Whether a picture or a part that can be seen is still on its way."""
    return any(_status(item) == _LOADING for item in walk(root) if _kind(item) in _LOADS and item.isVisible())


def _kind(item: QQuickItem) -> str:
    return item.metaObject().className().split("_QML")[0]


def _status(item: QQuickItem) -> int:
    # PySide has no converter for the enums of C++ items: QML turns them into numbers.
    context = qmlContext(item)
    assert context is not None
    value, _undefined = QQmlExpression(context, item, "status + 0").evaluate()
    return int(value)


async def _rest(stage: Stage) -> QImage:
    """The picture once two in a row are the same and nothing is loading."""
    driver, window, projection = stage.driver, stage.display.window, stage.display.shell.projection
    # Laid out, so that the stage has told its size before it is asked whether the picture fits.
    driver.grab()
    await asyncio.sleep(0.02)
    await driver.until(projection.fits, "the phone's picture fits its place", _REST_S)
    began = time.monotonic()
    # A picture that moves never rests: by then everything around it has.
    rested_at = began + (_MOVING_S if stage.scene.moving else 0.0)
    last = driver.grab()
    while (now := time.monotonic()) < began + _REST_S:
        await asyncio.sleep(0.005)
        picture = driver.grab()
        if now > rested_at and (stage.scene.moving or picture == last) and not _loading(window.contentItem()):
            return picture
        last = picture
    return last


async def _pose(stage: Stage, shot: Shot) -> None:
    shell = stage.display.shell
    shell.preferences.override(
        {"display.language": shot.language, "display.theme": shot.theme, "display.brand": shot.brand}
    )
    stage.display.resize(*shot.size)
    shell.sections.request("")
    if shot.page != CLUSTER:
        shell.requestPage(shot.page)
    while shell.notices.visible:
        shell.notices.dismiss()
    while shell.warnings.shown and not stage.scene.warning:
        shell.warnings.acknowledge()
    await asyncio.sleep(0)


def _save(picture: QImage, file: Path) -> None:
    if not picture.save(str(file), "PNG", _PNG_QUALITY):  # type: ignore[call-overload]  # takes text too
        raise OSError(f"cannot write {file}")


async def shoot(shots: Sequence[Shot], folder: Path, music: Path, progress: Callable[[int, int], None]) -> None:
    """Write every shot, the contact sheet and index.html into ``folder``. Raises SceneError, UnitError, OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    sheet = ContactSheet(f"Pillion: {len(shots)} pictures")
    done = 0
    complaints: dict[str, None] = {}
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="png") as writers:
        writing = []
        for (name, window), group in groupby(shots, key=lambda shot: (shot.scene, shot.window)):
            ordered = list(group)
            async with staged(load_scene(name), music, ordered[0].size, window) as stage:
                # Texts lie half a pixel differently when they were laid out before their numbers came: begin on another panel.
                await _pose(stage, replace(ordered[0], size=_ELSEWHERE))
                await _rest(stage)
                for shot in ordered:
                    await _pose(stage, shot)
                    picture = await _rest(stage)
                    writing.append(writers.submit(_save, picture, folder / f"{shot.name}.png"))
                    sheet.add(shot, picture)
                    done += 1
                    progress(done, len(shots))
                complaints |= dict.fromkeys(stage.display.errors)
        for write in writing:
            write.result()
    sheet.save(folder)
    if complaints:
        raise SceneError("the pictures are there, but QML complained:\n" + "\n".join(complaints))
