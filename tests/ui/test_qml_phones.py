"""Settings > Phones with a finger: adding one, letting it in, what is asked of the service, and the design's numbers."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from backends.core.errors import Refused
from tests.ui.qml_rules import broken_rules
from tests.ui.test_qml_beside import Car, Phones
from ui.i18n import PSEUDO
from ui.testing.plugin import Ui, UnitRunner

DONGLE = {
    "id": "d1", "name": "Okoro's phone", "transport": "usb", "kind": "carlinkit", "backends": ["carlinkit"],
    "state": "connecting",
    "connected": True, "battery": -1, "charging": False, "signal": -1, "preferred": False, "needs": "",
    "problem": "Connect your phone to the dongle: by cable, or by Bluetooth and Wi-Fi.", "capabilities": ["video", "touch"],
}  # fmt: skip
SCREEN = {**DONGLE, "id": "d2", "name": "Desk", "kind": "vnc", "state": "offline", "connected": False}
SCREEN |= {"problem": "", "needs": "password"}
REPORT = [
    ("dongle", "software", "2024.01.19.1541"), ("dongle", "product", "A15W"), ("phone", "kind", "CarPlay"),
    ("settings", "wifi_band", "5"), ("choices", "wifi_band", "5, 2.4"), ("settings", "name", "Pillion"),
    ("session", "ended", "The dongle was pulled out."),
]  # fmt: skip


class Garage(Phones):
    """Two phones that are known, and what is asked of them."""

    def devices(self) -> list[dict[str, Any]]:
        return [DONGLE, SCREEN]

    def report(self, id: str) -> list[tuple[str, str, str]]:  # noqa: A002  # the interface's word
        return REPORT if id == "d1" else []

    async def connect(self, device: str) -> None:
        self.asked.append(("connect", device))

    async def disconnect(self, device: str) -> None:
        self.asked.append(("disconnect", device))

    async def provide(self, device: str, what: str, value: str) -> None:
        self.asked.append((device, what, value))

    async def set_preferred(self, device: str) -> None:
        self.asked.append(("prefer", device))
        self.emit("DeviceChanged", {**DONGLE, "preferred": bool(device)})

    async def remove_device(self, id: str) -> None:  # noqa: A002  # as above
        self.asked.append(("forget", id))
        self.emit("DeviceRemoved", id)

    async def add_phone(self, kind: str, address: str, details: dict[str, Any]) -> str:
        self.asked.append((kind, address))
        if address == "nowhere":
            raise Refused("This way to the phone is not available.")
        self.emit("DeviceChanged", {**SCREEN, "id": "d3", "name": address})
        return "d3"


@pytest.fixture
def car() -> Car:
    made = Car()
    made.phones = Garage()
    return made


async def shown(ui: Ui) -> None:
    await ui.wait("projection.available")
    await ui.wait("restrictions.setup")
    ui.shell.requestPage("settings")
    ui.shell.notices.dismiss()
    await ui.driver.tap("settings.subject.phones")
    await ui.driver.wait_seen("settings.phone.d1")


def test_a_phone_is_connected_preferred_set_and_forgotten(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await shown(ui)
        await ui.driver.tap("settings.phone.d1")
        await ui.wait("phones.name", "Okoro's phone")
        await ui.driver.until(lambda: ui.shell.phones.facts.count == 4, "what was agreed is there")
        assert [row["group"] for row in ui.shell.phones.facts.rows] == ["dongle", "", "phone", "session"]
        await ui.driver.tap("settings.phone.prefer")
        await ui.wait("phones.preferred")
        await ui.driver.tap("settings.phone.connect")
        await ui.driver.tap("settings.phone.option.wifi_band.2.4")
        await ui.driver.tap("settings.phone.forget")
        await ui.wait("phones.view", "list")
        await ui.driver.until(lambda: not ui.driver.seen("settings.phone.d1"), "it is no more")
        assert car.phones.asked == [
            ("prefer", "d1"),
            ("disconnect", "d1"),
            ("d1", "wifi_band", "2.4"),
            ("forget", "d1"),
        ]

    car.drive(unit, body)


def test_what_a_phone_asks_for_is_typed_and_not_kept_on_the_screen(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await shown(ui)
        await ui.driver.tap("settings.phone.d2")
        await ui.wait("phones.prompt", "Password")
        ui.driver.item("settings.phone.secret").setProperty("text", "open sesame")
        await ui.driver.tap("settings.phone.provide")
        await ui.driver.until(lambda: bool(car.phones.asked), "the service is told")
        assert car.phones.asked == [("d2", "password", "open sesame")]
        assert ui.driver.read("settings.phone.secret", "text") == ""

    car.drive(unit, body)


def test_a_phone_is_added_by_its_kind_and_address(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await shown(ui)
        await ui.driver.tap("settings.phone.new")
        ui.driver.item("settings.panel").setProperty("contentY", 200)  # as a finger would scroll
        await ui.driver.settle()
        await ui.driver.tap("settings.phone.kind.vnc")
        field = ui.driver.item("settings.phone.address")
        field.setProperty("text", "nowhere")
        panel = ui.driver.item("settings.panel")
        panel.setProperty("contentY", panel.property("contentHeight") - panel.height())
        await ui.driver.tap("settings.phone.add")
        await ui.wait("phones.problem", "This way to the phone is not available.")
        field.setProperty("text", " 192.168.1.20:5900 ")
        await ui.driver.tap("settings.phone.add")
        await ui.wait("phones.name", "192.168.1.20:5900")
        await ui.driver.until(lambda: len(car.phones.asked) == 3, "it is wanted at once")
        assert car.phones.asked[1:] == [("vnc", "192.168.1.20:5900"), ("connect", "d3")]

    car.drive(unit, body)


@pytest.mark.parametrize("size", [(1920, 720), (1024, 600), (800, 480), (1080, 1920)], ids=str)
def test_the_pages_of_phones_hold_the_numbers(unit: UnitRunner, car: Car, size: tuple[int, int]) -> None:
    async def body(ui: Ui) -> None:
        await shown(ui)
        found: list[str] = []
        for language in ("en", "ar", "de", "zh_CN", PSEUDO):
            ui.shell.preferences.override({"display.language": language})
            phones = ui.shell.phones
            for view in (phones.back, partial(phones.show, "d1"), partial(phones.show, "d2"), phones.startAdding):
                view()
                await ui.driver.settle()
                ui.shell.notices.dismiss()
                scale = ui.shell.dpi / 160 * ui.shell.scale
                rules = broken_rules(ui.display.window, scale)
                found += [
                    f"{language} {ui.value('phones.view')}: {rule}" for rule in rules if "frame.toast" not in rule
                ]
            phones.back()
        ui.shell.preferences.override({"display.language": "en"})
        assert not found, "\n".join(dict.fromkeys(found))

    car.drive(unit, body, size=size)
