"""From the display to a phone in a process of its own: the service, its worker process, the vehicle; over D-Bus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backends.projection.service import ProjectionService
from tests.fakes.host import bus_link, until
from tests.fakes.phone import phone_process
from tests.fakes.projection import MOVING, PARKED, Client, Pictures, Vehicle

ROOT = Path(__file__).resolve().parents[2]
RED = (255, 40, 40)


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(colour, wanted, strict=True))


@pytest.mark.slow
def test_a_phone_is_added_shown_touched_and_told_of_the_drive(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    async def body() -> None:
        vehicle = Vehicle(PARKED)
        options = {"adb_server": "off", "discover": "off", "android_auto_usb": "off", "workers": "1"}
        services = {"vehicle": vehicle, "projection": ProjectionService(options)}
        phone_with = ("--kind", "android-auto", "--app", "org.example.testcard", "--battery", "55")
        async with phone_process(*phone_with) as phone, bus_link(services) as link:
            it = Client(link, "")
            device = await it.call("AddPhone", "android-auto", phone.address, {})
            session = await it.call("OpenApp", device, "", 1920, 720, 160)
            await until(lambda: it.said and it.said[-1]["state"] == "focused", 20, what="focus")
            pictures = Pictures(await it.call("OpenVideo", session))
            await pictures.some(2)
            assert pictures.format is not None
            assert pictures.format.active == (0, 180, 1920, 720)
            await it.call("Touch", session, [(0, 0, 0.3, 0.6, 1.0)])
            x, y = 0.3, (180 + 0.6 * 720) / 1080
            await until(lambda: near(pictures.colour(x, y), RED), what="the finger's mark")

            def driving(state: dict[str, Any]) -> Any:
                return state["link"]["services"]["sensor"]["values"].get("13", {}).get("1")

            await phone.control.until(lambda state: driving(state) == [0])
            vehicle.set_property("Restrictions", MOVING)
            await phone.control.until(lambda state: driving(state) == [27])
            await pictures.some(1)
            await until(lambda: it.devices[device]["battery"] == 55, what="the battery")
            told: list[dict[str, Any]] = []
            link.on_signal("projection", "TurnChanged", told.append)
            await phone.control("navigate", maneuver=8, road="Mill Lane", metres=80)
            await until(lambda: told and told[-1].get("distance_m") == 80.0, what="the turn")
            assert (told[-1]["maneuver"], told[-1]["road"]) == ("turn_right", "Mill Lane")
            assert ["connection", "TLS", "TLSv1.2"] in [list(row) for row in await it.call("Report", session)]
            assert (await phone.control.state())["link"]["complaints"] == []
            pictures.close()
            await it.call("Close", session)
            await phone.control.until(lambda state: state["last"].get("bye") == 1)

    run(body(), 60)
