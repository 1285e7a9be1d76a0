"""The rear view over the whole unit: a real car on a bus, a real camera on a socket, and everything that can go wrong."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from PySide6.QtCore import QRectF

from tests.ui.qml_rules import actionable, broken_rules, on_screen
from ui.i18n import PSEUDO
from ui.panels import PANELS
from ui.testing.plugin import Ui, UnitRunner

CAR = {"gear": "R", "parking_brake": False}
NEAR = {"parking.rear_left": 1.4, "parking.rear_center": 1.1, "parking.rear_right": 0.6}
SIZES = ((1920, 720), (1280, 800), (1024, 600), (800, 480), (1080, 1920))
SIMULATED = ("car", "camera")
SERVICES = ("settings", "vehicle")


async def backing(ui: Ui, **more: Any) -> None:
    """In reverse, the picture live."""
    await ui.wait("vehicle.available")
    await ui.unit.tell("car", {"set": {**CAR, **more}})
    await ui.wait("rear.shown")
    await ui.wait("rear.live", deadline_s=15)
    await ui.wait("rear.stream.hasPicture")


def test_reverse_brings_the_camera_over_everything_and_leaves_with_it(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        await ui.driver.wait_seen("rear.view")
        window = ui.display.window
        names = {seen.name for seen in actionable(on_screen(window))}
        assert all(name.startswith("rear.") for name in names), names
        assert not ui.driver.seen("climate.driver.temperature.up")
        assert ui.driver.read("rear.guides", "visible")
        await ui.unit.tell("car", {"set": {"gear": "N"}})
        began = time.monotonic()
        await ui.wait("rear.shown", False)
        assert 0.3 < time.monotonic() - began < 1.5, "half a second after reverse ended"
        await ui.driver.wait_seen("climate.driver.temperature.up")
        assert not ui.shell.rear.stream.hasPicture, "no old picture waits for the next time"

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_the_simulated_camera_rests_while_nobody_looks(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        async def told(watched: list[str]) -> None:
            while (await ui.unit.tell("camera", {}))["watched"] != watched:
                await asyncio.sleep(0.02)

        async with asyncio.timeout(20):
            await told([])
            await backing(ui)
            await told(["rear", "front"])
            await ui.unit.tell("car", {"set": {"gear": "P"}})
            await told([])

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_a_shuffle_does_not_flicker(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        changes: list[bool] = []
        ui.shell.rear.shownChanged.connect(lambda: changes.append(ui.shell.rear.shown))
        for gear in ("N", "R", "N", "R"):
            await ui.unit.tell("car", {"set": {"gear": gear}})
            await ui.wait("vehicle.gear", gear)
        await ui.driver.until(lambda: ui.shell.vehicle.gear == "R")
        assert changes == []
        assert ui.shell.rear.live

    unit(body, services=SERVICES, simulate=SIMULATED)


@pytest.mark.parametrize("fault", ["freeze", "stall", "close", "garbage", "slow", "black"])
def test_a_camera_that_fails_is_said_at_once_and_comes_back_by_itself(unit: UnitRunner, fault: str) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        await ui.unit.tell("camera", {"fault": fault})
        began = time.monotonic()
        await ui.wait("rear.live", False, deadline_s=5)
        assert time.monotonic() - began < 2.0
        truth, words = ("black", "Nothing but black") if fault == "black" else ("lost", "Camera lost")
        await ui.wait("rear.truth", truth)
        await ui.driver.wait_seen("rear.lost")
        assert ui.driver.read("rear.lost", "text").startswith(words)
        assert ui.driver.read("rear.picture", "opacity") < 0.5
        assert not ui.driver.read("rear.guides", "visible"), "lines on an old picture would lie"
        assert not ui.driver.seen("rear.caution")
        await ui.unit.tell("camera", {"heal": True})
        await ui.wait("rear.live", deadline_s=15)
        assert ui.driver.read("rear.picture", "opacity") == 1
        assert not ui.driver.seen("rear.lost")

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_a_picture_of_another_size_is_shown_whole(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        await ui.unit.tell("camera", {"fault": "size"})

        def shape() -> float:
            rect: QRectF = ui.driver.item("rear.picture").property("contentRect")
            return rect.width() / rect.height()

        await ui.driver.until(lambda: abs(shape() - 4 / 3) < 0.01)

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_it_needs_the_vehicle_service_alone(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        assert not ui.shell.settings.available
        assert not ui.shell.media.available
        assert not ui.shell.projection.available

    unit(body, services=("vehicle",), simulate=SIMULATED, in_process=False)


def test_when_the_vehicle_service_dies_in_the_middle_the_picture_stays(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        ui.unit.launcher.children["vehicle"].process.kill()
        await ui.wait("vehicle.available", False)
        assert ui.shell.rear.shown
        assert ui.shell.rear.live
        await ui.wait("vehicle.available", deadline_s=20)
        assert ui.shell.rear.shown
        await ui.unit.tell("car", {"set": {"gear": "D"}})
        await ui.wait("rear.shown", False)

    unit(body, services=("vehicle",), simulate=SIMULATED, in_process=False)


def test_a_camera_that_cannot_be_reached_holds_up_nobody(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("rear.canOpen")
        # An address of TEST-NET-1 (RFC 5737): connecting to it takes its time.
        ui.shell.rear.use("demo", {"rear": "http://192.0.2.1/video"}, "http://192.0.2.1")
        ui.shell.rear.open()
        await ui.wait("rear.truth", "lost")
        began = time.monotonic()
        for _ in range(4):
            ui.shell.rear.nextCamera()
        assert time.monotonic() - began < 0.3

    unit(body, services=SERVICES, simulate=("car",))


def test_a_driver_may_close_it_and_the_next_reverse_brings_it_back(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        await ui.driver.tap("rear.view.close")
        await ui.wait("rear.shown", False)
        await ui.unit.tell("car", {"set": {"gear": "D"}})
        await ui.wait("rear.backing", False)
        await ui.unit.tell("car", {"set": {"gear": "R"}})
        await ui.wait("rear.shown")
        await ui.driver.key("Key_Escape")
        await ui.wait("rear.shown", False)

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_by_hand_only_while_slow(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        ui.shell.rear.open()
        assert not ui.shell.rear.shown, "an unknown speed is too fast"
        await ui.wait("rear.canOpen")
        ui.shell.rear.toggle()
        await ui.wait("rear.live", deadline_s=15)
        assert not ui.shell.rear.backing
        await ui.unit.tell("car", {"set": {"gear": "D", "parking_brake": False, "speed_kph": 14}})
        await ui.wait("vehicle.speedText", "14")
        assert ui.shell.rear.shown
        await ui.unit.tell("car", {"set": {"speed_kph": 16}})
        await ui.wait("rear.shown", False)
        assert not ui.shell.rear.canOpen

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_what_was_typed_and_what_was_open_is_there_again(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("restrictions.state", "parked")
        ui.shell.requestPage("settings")
        await ui.driver.tap("settings.subject.drivers")
        await ui.driver.tap("settings.driver.name")
        await ui.driver.type("Mei")
        await backing(ui)
        await ui.driver.type("x")
        await ui.unit.tell("car", {"set": {"gear": "P", "parking_brake": True}})
        await ui.wait("rear.shown", False)
        await ui.driver.wait_for("settings.driver.name", "text", "Mei")
        await ui.wait("restrictions.state", "parked")
        await ui.driver.tap("settings.driver.name")
        await ui.driver.type("l")
        await ui.driver.wait_for("settings.driver.name", "text", "Meil")

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_the_lines_follow_the_wheel_and_the_mirror(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        rear = ui.shell.rear
        await ui.driver.until(lambda: rear.nearPath)

        def middle() -> float:
            numbers = [float(word) for word in rear.farPath.replace("M", " ").replace("L", " ").split()]
            return sum(numbers[::2]) / len(numbers[::2])

        straight = middle()
        assert rear.widthPath == ""
        for steering, sign in ((200, -1), (-200, 1)):
            await ui.unit.tell("car", {"set": {"steering_deg": steering}})
            await ui.driver.until(lambda sign=sign: (middle() - straight) * sign > 10)
            assert rear.widthPath
        # The front camera is no mirror: left is left there, too.
        await ui.driver.tap("rear.camera.next")
        await ui.wait("rear.cameraName", "Front")
        assert not rear.mirrored
        await ui.wait("rear.live", deadline_s=15)
        # Next time it is the rear one again, and kept warm until then.
        await ui.driver.tap("rear.view.close")
        await ui.wait("rear.cameraName", "Rear")
        arrived = rear.source.feed.arrived
        await ui.driver.until(lambda: rear.source.feed.arrived > arrived + 3)
        assert rear.source.feed.decoded == 0

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_distances_words_tones_and_units(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui, **NEAR)
        await ui.wait("rear.parking.nearText", "0.6 m")
        parking = ui.shell.rear.parking
        assert (parking.nearPlace, parking.nearLevel) == ("behind, right", 2)
        beep = parking.player.tones.beep
        assert beep is not None
        assert (beep.pan, beep.front) == (1.0, False)
        ui.shell.preferences.override({"units.distance": "mi"})
        assert parking.nearText == "1.9 ft"
        assert [row["text"] for row in ui.shell.rear.marks.rows] == ["2 ft", "5 ft", "10 ft"]
        for tones in ("quiet", "off"):
            await ui.driver.tap("rear.tones.next")
            await ui.wait("rear.parking.tones", tones)
        assert parking.player.tones.beep is None
        await ui.unit.tell("car", {"set": {"gear": "D"}})
        await ui.wait("rear.shown", False)
        assert parking.tones == "loud", "silence ends with the manoeuvre"

    unit(body, services=SERVICES, simulate=SIMULATED)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_holds_the_numbers_on_every_panel_in_every_language(unit: UnitRunner, size: tuple[int, int]) -> None:
    assert size in PANELS

    async def body(ui: Ui) -> None:
        await backing(ui, **NEAR)
        await ui.wait("rear.parking.nearText", "0.6 m")
        scale = ui.shell.dpi / 160 * ui.shell.scale
        found = []
        for lost in (False, True):
            await ui.unit.tell("camera", {"fault": "stall", "on": lost})
            await ui.wait("rear.live", not lost, deadline_s=15)
            for language in ("en", "zh_CN", "de", "ar", PSEUDO):
                ui.shell.i18n.use(language)
                ui.shell.rear.retranslate()
                await ui.driver.settle() if lost else ui.driver.grab()
                found += [f"{language} lost={lost}: {rule}" for rule in broken_rules(ui.display.window, scale)]
        assert not found, "\n".join(found)
        picture = ui.driver.item("rear.picture").property("contentRect")
        assert picture.width() / picture.height() == pytest.approx(16 / 9, rel=0.01)
        # Left of the car stays left, whatever way the language runs.
        assert ui.shell.i18n is not None

    unit(body, services=SERVICES, simulate=SIMULATED, size=size, deadline_s=110)


def test_the_picture_is_as_in_a_mirror(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await backing(ui)
        shown = ui.driver.grab()
        raw = ui.shell.rear.stream.image
        rect = ui.driver.item("rear.picture").property("contentRect")
        scale = rect.width() / raw.width()

        def grey(image: Any, x: float, y: float) -> int:
            return int(image.pixelColor(int(x), int(y)).lightness())

        # Beside each other the parked cars are not the same: one on the car's left, two on its right.
        row = [grey(raw, raw.width() * share, raw.height() * 0.22) for share in (0.2, 0.35, 0.65, 0.8)]
        seen = [grey(shown, rect.x() + raw.width() * scale * (1 - share), rect.y() + rect.height() * 0.22)
                for share in (0.2, 0.35, 0.65, 0.8)]  # fmt: skip
        assert seen == pytest.approx(row, abs=12)

    unit(body, services=SERVICES, simulate=SIMULATED)


def test_without_a_camera_reverse_changes_nothing_but_sensors_do(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("vehicle.available")
        ui.shell.rear.use("")
        await ui.unit.tell("car", {"set": {**CAR, **NEAR}})
        await ui.wait("vehicle.gear", "R")
        # The sensors alone are worth showing.
        await ui.wait("rear.shown")
        assert ui.shell.rear.truth == "lost"
        assert ui.shell.rear.truthText == "No camera. Look behind you."
        assert not ui.shell.rear.canOpen

    unit(body, services=SERVICES, simulate=("car",))
