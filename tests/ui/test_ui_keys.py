"""Hard keys: what they do to the display, and teaching them on its settings page."""

from __future__ import annotations

import asyncio
from typing import Any

from ui.testing.plugin import Ui, UnitRunner

ANGLE = "Vehicle.Chassis.SteeringWheel.Angle"


async def _press(ui: Ui, key: str) -> None:
    """As a finger on the steering wheel: down and up again, each with an angle that shows when the frames have come."""
    for down in (True, False):
        sample = (await ui.unit.link.call("vehicle", "Get", [ANGLE]))[ANGLE]
        angle = float(sample.get("value", 0)) + 1
        await ui.unit.tell("car", {"set": {f"key.{key}": down, ANGLE: angle}})
        async with asyncio.timeout(10):
            while (await ui.unit.link.call("vehicle", "Get", [ANGLE]))[ANGLE].get("value") != angle:
                await asyncio.sleep(0.01)


def test_keys_on_the_wheel_reach_music_and_pages(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.wait("media.available")
        await ui.driver.until(lambda: ui.shell.keys.keys.count > 0)
        before = ui.shell.media.volume
        await _press(ui, "volume_down")
        await ui.driver.until(lambda: ui.shell.media.volume < before)
        await ui.driver.wait_seen("frame.volume")
        await _press(ui, "mute")
        await ui.driver.until(lambda: ui.shell.media.volume == 0)
        await _press(ui, "mute")
        await ui.driver.until(lambda: ui.shell.media.volume > 0)
        ui.shell.requestPage("media")
        await _press(ui, "home")
        await ui.wait("page", "home")
        await _press(ui, "knob_back")
        await ui.wait("page", "media")

    unit(body, services=("vehicle", "media", "settings"), simulate=("car",))


def test_a_knob_moves_the_focus_and_presses_what_has_it(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.driver.until(lambda: ui.shell.keys.keys.count > 0)
        seen: list[str] = []

        def focused() -> str:
            item = ui.display.window.activeFocusItem()
            return "" if item is None else item.objectName()

        for position in range(1, 25):
            last = focused()
            await ui.unit.tell("car", {"set": {"key.knob": position}})
            await ui.driver.until(lambda known=last: focused() != known)
            seen.append(focused())
            if seen[-1] == "frame.rail.vehicle":
                break
        assert "frame.rail.vehicle" in seen
        await _press(ui, "knob_press")
        await ui.wait("page", "vehicle")

    unit(body, services=("vehicle", "settings"), simulate=("car",))


def test_a_key_is_taught_on_the_settings_page(unit: UnitRunner, tmp_path: Any) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        await ui.wait("settings.available")
        ui.shell.requestPage("settings")
        subjects = ui.driver.item("settings.subjects")
        subjects.setProperty(
            "contentY", subjects.property("contentHeight") - subjects.height()
        )  # as a finger would scroll
        await ui.driver.tap("settings.subject.keys")
        await ui.driver.tap("settings.keys.volume_up")
        await ui.wait("keys.teaching")
        await ui.driver.until(lambda: "Press the key" in ui.shell.keys.lessonText)
        await _press(ui, "voice")
        await ui.driver.until(lambda: "once more" in ui.shell.keys.lessonText)
        await _press(ui, "voice")
        await ui.wait("keys.done")
        await ui.driver.tap("settings.lesson.close")
        await ui.wait("keys.teaching", False)
        assert next(row for row in ui.shell.keys.keys.rows if row["action"] == "volume_up")["taught"]
        await ui.driver.tap("settings.keys.forget.volume_up")
        await ui.driver.until(
            lambda: not next(row for row in ui.shell.keys.keys.rows if row["action"] == "volume_up")["taught"]
        )
        # Once the car moves, nothing may be set up.
        await ui.unit.tell("car", {"set": {"gear": "D", "Vehicle.Speed": 30}})
        await ui.wait("restrictions.setup", False)
        ui.shell.keys.teach("volume_up")
        await ui.driver.until(lambda: "parked" in ui.shell.notices.text)
        assert not ui.shell.keys.teaching

    unit(body, services=("vehicle", "settings"), simulate=("car",), deadline_s=60)
