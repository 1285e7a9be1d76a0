"""A desk for the survey: the display on a wide panel, with a car, a phone and music behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ui.display import Display, DisplayOptions
from ui.options import UnitOptions
from ui.restrictions.survey import STATES, Look, Survey, survey
from ui.testing.driver import UiDriver
from ui.unit import Unit

__all__ = ["surveyed"]

_FROZEN = datetime(2026, 5, 14, 10, 42)  # noqa: DTZ001  # a wall clock has no zone
_READY_S = 30.0


Watch = Callable[[UiDriver], Look]


async def surveyed(
    language: str = "en",
    states: Sequence[str] = tuple(STATES),
    watch: Watch = lambda _driver: lambda _state, _title: None,
) -> Survey:
    """Bring everything up, ask, take everything down. ``watch`` makes what looks at each place.

    Raises DriverError, UnitError, DisplayError.
    """
    display = Display(DisplayOptions(ui_test=True, frozen=_FROZEN, preferences={"display.language": language}))
    try:
        display.show()
        async with Unit(UnitOptions(in_process=True, simulate=("car", "ecu", "phone"))) as unit:
            await display.connect(unit.link)
            shell, driver = display.shell, UiDriver(display.window)
            await driver.until(lambda: shell.vehicle.available, "the car is there", _READY_S)
            await driver.until(lambda: shell.projection.apps.count > 0, "the phone's apps are there", _READY_S)
            # A scan under way has another button than one that is done.
            await driver.until(lambda: shell.diagnostics.settled, "the control units were read", _READY_S)
            shell.media.browse("albums")
            await driver.until(lambda: shell.media.library.count > 0, "the music is there", _READY_S)

            async def tell(values: Mapping[str, Any]) -> None:
                await unit.tell("car", {"set": dict(values)})

            try:
                return await survey(shell, driver, tell, watch(driver), states)
            finally:
                await display.close()
    finally:
        display.unload()
