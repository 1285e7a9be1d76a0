"""What a bench needs that shows a window: Qt painted by software, its loop, and a car that is there."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable

from PySide6.QtGui import QGuiApplication

from ui.bench.figures import Figure
from ui.display import Display
from ui.loop import run_in_qt

__all__ = ["measured_in_qt", "until_the_car_is_seen"]

_DEADLINE_S = 20


def measured_in_qt(session: Callable[[], Awaitable[dict[str, Figure]]]) -> dict[str, Figure]:
    """Run a session in an application of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = QGuiApplication([])
    figures: dict[str, Figure] = {}

    async def main() -> int:
        figures.update(await session())
        return 0

    run_in_qt(app, main)
    return figures


async def until_the_car_is_seen(display: Display) -> None:
    """Raises RuntimeError when it is not."""
    try:
        async with asyncio.timeout(_DEADLINE_S):
            while not display.shell.vehicle.available:
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise RuntimeError(f"the simulated car was not seen within {_DEADLINE_S} s") from None
