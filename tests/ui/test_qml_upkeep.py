"""Energy, trips and the recorder as a driver uses them: through the glass, with the real service and the simulated car behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ui.testing.plugin import Ui, UnitRunner

SERVICES = ("settings", "vehicle")


async def show(ui: Ui, section: str) -> None:
    await ui.wait("vehicle.available")
    ui.shell.requestPage(f"vehicle.{section}")
    name = f"vehicle.section.{section}"
    await ui.driver.until(lambda: bool(ui.driver.find(name)) and ui.driver.read(name, "ready"), f"{name} loads")
    await ui.driver.settle()


async def tell(ui: Ui, **values: Any) -> None:
    await ui.unit.tell("car", {"set": values})


def test_charging_is_started_stopped_and_limited(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await show(ui, "energy")
        charging = ui.shell.energy.charging
        await ui.driver.until(lambda: charging.state == "unplugged", "the cable is told")
        await tell(ui, cable=True, flap=True)
        await ui.driver.until(lambda: charging.state == "charging", "a cable charges", 10)
        await ui.driver.wait_seen("vehicle.energy.charging.switch")
        assert ui.driver.read("vehicle.energy.charging.state.value", "text").endswith("kW")
        await ui.driver.tap("vehicle.energy.charging.switch")
        await ui.driver.until(lambda: charging.state == "plugged", "it stops when told", 10)
        await ui.driver.tap("vehicle.energy.charging.switch")
        await ui.driver.until(lambda: charging.state == "charging", "and starts again", 10)
        limit = ui.shell.actuators.of("energy.charging.limit")
        before = limit.real
        await ui.driver.drag("vehicle.energy.charging.limit", 200, 0)
        await ui.driver.until(lambda: not limit.pending and limit.real != before, "the car confirms the limit")
        assert limit.real % 5 == 0

    unit(body, services=SERVICES, simulate=("car",))


def test_the_timer_is_set_while_parked(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await show(ui, "energy")
        await ui.wait("restrictions.state", "parked")
        await ui.driver.tap("vehicle.energy.tab.settings")
        mode, time = (ui.shell.actuators.of(f"energy.timer.{what}") for what in ("mode", "time"))
        await ui.driver.tap("vehicle.energy.timer.mode.end_time")
        await ui.driver.until(lambda: mode.text == "END_TIME" and not mode.pending, "ready by a time")
        before = time.text
        await ui.driver.tap("vehicle.energy.timer.time.more")
        await ui.driver.until(lambda: time.text != before and not time.pending, "a later time")

    unit(body, services=SERVICES, simulate=("car",))


def test_what_is_driven_is_drawn_and_told(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await show(ui, "energy")
        assert ui.shell.energy.consumption.empty
        await tell(ui, speed_kph=130, gear="D", parking_brake=False, pack_a=60)
        await ui.driver.until(
            lambda: ui.shell.energy.flow == "recovering", "current into the battery is told as won back"
        )
        await tell(ui, pack_a=-120)
        await ui.driver.until(lambda: ui.shell.energy.flow == "driving", "current out of it as spent")
        assert ui.shell.energy.flowShare > 0
        assert float(ui.shell.energy.instantText) > 10

    unit(body, services=SERVICES, simulate=("car",))


def test_a_fuel_car_has_no_plug(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await show(ui, "energy")
        energy = ui.shell.energy
        await ui.driver.until(lambda: energy.tank.levelText != "–", "the tank is told")
        assert (energy.fuel, energy.electric, energy.charging.served) == (True, False, False)
        assert not ui.driver.seen("vehicle.energy.tab.charging")
        assert ui.driver.seen("vehicle.energy.oil") or ui.driver.find("vehicle.energy.oil")

    unit(body, services=SERVICES, simulate=("car",), options={"vehicle": {"profile": "demo_fuel"}})


def test_a_trip_is_asked_about_before_it_is_reset(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await show(ui, "trips")
        await tell(ui, speed_kph=120, gear="D", parking_brake=False)

        def metres() -> float:
            return float(
                next(row["distanceText"] for row in ui.shell.trips.model.rows if row["trip"] == "A").replace("–", "0")
            )

        await ui.driver.until(lambda: metres() >= 0.1, "trip A counts", 15)
        await tell(ui, speed_kph=0)
        await ui.driver.tap("vehicle.trips.A.reset")
        await ui.driver.wait_seen("vehicle.trips.A.confirm")
        await ui.driver.tap("vehicle.trips.A.keep")
        await ui.driver.wait_seen("vehicle.trips.A.reset")
        assert metres() >= 0.1
        await ui.driver.tap("vehicle.trips.A.reset")
        await ui.driver.tap("vehicle.trips.A.confirm")
        await ui.driver.until(lambda: metres() < 0.1, "it begins anew")

    unit(body, services=SERVICES, simulate=("car",))


def test_the_last_minute_is_kept_and_listed(unit: UnitRunner) -> None:
    async def body(ui: Ui) -> None:
        await show(ui, "recorder")
        recorder = ui.shell.recorder
        already = recorder.recordings.count
        assert ui.driver.item("vehicle.recorder.mask").property("on"), (
            "the car's number is blanked unless one says otherwise"
        )
        await ui.driver.tap("vehicle.recorder.save")
        await ui.driver.until(
            lambda: not recorder.saving and recorder.recordings.count == already + 1, "it is listed", 20
        )
        assert recorder.said
        assert recorder.recordings.rows[0]["fresh"]

    unit(body, services=SERVICES, simulate=("car",))


def test_a_recording_is_played_like_a_tape(unit: UnitRunner, shared: Path) -> None:
    log = shared / "data" / "logs" / "honda_civic_gen8_drive_0_71kmh.log"

    async def body(ui: Ui) -> None:
        recorder = ui.shell.recorder
        await ui.driver.until(lambda: recorder.playing, "the recording is played")
        await show(ui, "recorder")
        assert ui.driver.read("vehicle.recorder.file", "text") == log.name
        await ui.driver.tap("vehicle.recorder.play")
        await ui.driver.until(lambda: recorder.paused, "it pauses")
        await ui.driver.tap("vehicle.recorder.mark")
        await ui.driver.until(lambda: recorder.marks.count == 1, "it has a mark")
        await ui.driver.tap("vehicle.recorder.forward")
        replay = ui.shell.clients.vehicle
        await ui.driver.until(lambda: replay.replay["position_s"] > 9, "it is ten seconds on")
        await ui.driver.tap("vehicle.recorder.loop")
        await ui.driver.until(lambda: recorder.loop, "it goes round")
        await ui.driver.tap("vehicle.recorder.speed.5")
        await ui.driver.until(lambda: recorder.speed == 5, "it is fast")
        await ui.driver.tap("vehicle.recorder.play")
        await ui.driver.until(lambda: not recorder.paused, "it plays on")

    unit(body, services=SERVICES, options={"vehicle": {"replay": str(log)}})
