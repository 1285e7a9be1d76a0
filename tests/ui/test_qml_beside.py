"""What a phone tells beside its picture: the turn on Home, calls, notifications; and what may be read while driving."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

import pytest

from backends.core.link import LocalLink
from backends.core.service import Service
from backends.projection.service import ProjectionService
from backends.settings.service import SettingsService
from tests.fakes.projection import MOVING, PARKED
from tests.ui.qml_rules import broken_rules
from ui.i18n import PSEUDO
from ui.testing.plugin import Ui, UnitRunner

TURN = {
    "session": "s1", "device": "d1", "state": "active", "maneuver": "turn_right", "exit": 0, "road": "Museum Island Road",
    "distance_m": 340.0, "time_s": 28.0, "eta": "18:42", "remaining_m": 12400.0, "remaining_s": 4920.0, "image": "",
    "lanes": [
        {"shapes": ["left", "straight"], "highlighted": False},
        {"shapes": ["straight"], "highlighted": False},
        {"shapes": ["straight", "right"], "highlighted": True},
        {"shapes": ["right"], "highlighted": True},
    ],
}  # fmt: skip
CALL = {
    "session": "s1",
    "device": "d1",
    "id": "c1",
    "state": "incoming",
    "name": "Aya Lindqvist",
    "number": "+46 70 1740605",
}
NOTE = {
    "session": "s1", "device": "d1", "id": "n1", "app": "Messages", "title": "Okoro", "text": "Shall I bring the tickets?",
    "icon": "", "can_reply": True, "actions": ["Mark as read"],
}  # fmt: skip


class Phones(ProjectionService):
    """The service with no phone about; a test says what one tells. What is asked of the phone is kept."""

    def __init__(self) -> None:
        super().__init__({"workers": "0", "adb_server": "off"})
        self.asked: list[tuple[str, ...]] = []
        self.kept: dict[str, list[dict[str, Any]]] = {"turns": [], "calls": []}

    def turns(self) -> list[dict[str, Any]]:
        return self.kept["turns"]

    def calls(self) -> list[dict[str, Any]]:
        return self.kept["calls"]

    async def call_action(self, session: str, call: str, action: str) -> None:
        self.asked.append((session, call, action))
        state = {"accept": "active", "reject": "ended", "hangup": "ended"}[action]
        gone = {"gone": True} if state == "ended" else {}
        self.emit("CallChanged", {**CALL, "id": call, "state": state, **gone})

    async def notification_action(self, session: str, notification: str, action: str, text: str) -> None:
        self.asked.append((session, notification, action, text))


class Rules(Service):
    """The vehicle service, as far as it says what may be done."""

    NAME: ClassVar[str] = "vehicle"

    def __init__(self) -> None:
        super().__init__()
        self.set_property("Ready", True)
        self.rule(PARKED)

    def describe(self, paths: list[str]) -> dict[str, Any]:
        return {}

    def subscribe(self, paths: list[str]) -> tuple[int, dict[str, Any]]:
        return 1, {}

    def warnings(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        return [], []

    def rule(self, rules: dict[str, Any]) -> None:
        parked = rules["state"] == "parked"
        self.set_property("Restrictions", {**rules, "message_text": parked, "setup": parked, "max_list_items": 0})


class Car:
    def __init__(self) -> None:
        self.phones, self.rules = Phones(), Rules()

    def drive(self, unit: UnitRunner, body: Callable[[Ui], Coroutine[Any, Any, None]], **options: Any) -> None:
        links: list[LocalLink] = []

        async def made() -> LocalLink:
            link = LocalLink()
            links.append(link)
            for service in (SettingsService(), self.phones, self.rules):
                await link.add(service)
            return link

        async def whole(ui: Ui) -> None:
            try:
                await body(ui)
            finally:
                await links[0].close()

        unit(whole, link=made, **options)


@pytest.fixture
def car() -> Car:
    return Car()


@pytest.mark.parametrize("size", [(1920, 720), (1280, 800), (1024, 600), (800, 480), (1080, 1920)], ids=str)
def test_home_shows_the_next_turn_in_the_cars_place(unit: UnitRunner, car: Car, size: tuple[int, int]) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.available")
        if size == (800, 480):
            await ui.driver.settle()
            assert ui.driver.read("home.pager", "currentIndex") == 0, "the phone is first"
        car.phones.emit("TurnChanged", TURN)
        await ui.wait("guidance.active")
        assert (ui.value("guidance.distanceText"), ui.value("guidance.actionText")) == ("350 m", "Turn right")
        assert ui.value("guidance.remainingText") == "12 km · 1 h 22 min"
        lanes = [(row["first"], row["second"], row["ours"]) for row in ui.shell.guidance.lanes.rows]
        assert lanes[0] == ("lane-left", "lane-straight", False)
        assert lanes[3] == ("lane-right", "", True)
        await ui.driver.settle()
        if size != (800, 480):
            assert ui.driver.seen("home.turn.distance")
            assert not ui.driver.seen("home.vehicle.open")
        ui.shell.notices.dismiss()
        found: list[str] = []
        for language in ("en", "ar", "de", "zh_CN", PSEUDO):
            ui.shell.preferences.override({"display.language": language})
            await ui.driver.settle()
            scale = ui.shell.dpi / 160 * ui.shell.scale
            found += [f"{language}: {rule}" for rule in broken_rules(ui.display.window, scale) if "home.turn" in rule]
        ui.shell.preferences.override({"display.language": "en"})
        assert not found, "\n".join(found)
        car.phones.emit("TurnChanged", {"session": "s1", "device": "d1", "gone": True})
        await ui.wait("guidance.active", False)

    car.drive(unit, body, size=size)


def test_a_guide_who_says_little_shows_little(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.available")
        car.phones.emit(
            "TurnChanged", {"session": "s1", "state": "active", "maneuver": "loop-the-loop", "distance_m": -1.0}
        )
        await ui.wait("guidance.active")
        shown = [
            ui.value(f"guidance.{word}") for word in ("distanceText", "actionText", "road", "etaText", "remainingText")
        ]
        assert shown == [""] * 5
        assert ui.value("guidance.symbol") == "navigation"
        car.phones.emit("TurnChanged", {**TURN, "maneuver": "roundabout_ccw", "exit": 3, "distance_m": 12.0})
        await ui.wait("guidance.actionText", "Roundabout, exit 3")
        assert ui.value("guidance.distanceText") == "10 m"
        car.phones.emit("TurnChanged", {**TURN, "state": "rerouting"})
        await ui.wait("guidance.rerouting")

    car.drive(unit, body)


def test_a_call_lies_over_every_page_and_is_answered_by_a_finger(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.available")
        car.phones.emit("CallChanged", CALL)
        for page in ("media", "settings", "home"):
            ui.shell.requestPage(page)
            await ui.driver.wait_seen("frame.call.accept")
        await ui.driver.settle()
        scale = ui.shell.dpi / 160 * ui.shell.scale
        assert not [
            rule for rule in broken_rules(ui.display.window, scale) if "frame.call" in rule and "home." not in rule
        ]
        await ui.driver.tap("frame.call.accept")
        await ui.wait("calls.incoming", False)
        assert car.phones.asked == [("s1", "c1", "accept")]
        await ui.driver.tap("frame.call.hide")
        await ui.driver.until(lambda: not ui.driver.seen("frame.call.end"), "it is out of the way")
        await ui.driver.tap("frame.call.show")
        await ui.driver.tap("frame.call.end")
        await ui.wait("calls.active", False)
        assert car.phones.asked[-1] == ("s1", "c1", "hangup")

    car.drive(unit, body)


def test_hard_keys_take_and_end_a_call(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.available")
        car.phones.emit("CallChanged", CALL)
        await ui.wait("calls.incoming")
        press = ui.shell.clients.vehicle.key_pressed.emit
        press("call", "press", 0)
        await ui.wait("calls.incoming", False)
        press("hangup", "press", 0)
        await ui.wait("calls.active", False)
        assert [action for _, _, action in car.phones.asked] == ["accept", "hangup"]

    car.drive(unit, body)


def test_who_rings_is_before_who_talks(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.available")
        car.phones.emit("CallChanged", {**CALL, "state": "active"})
        car.phones.emit("CallChanged", {**CALL, "id": "c2", "name": "", "number": "+49 30 901820"})
        await ui.wait("calls.incoming")
        assert (ui.value("calls.name"), ui.value("calls.initials")) == ("+49 30 901820", "")
        car.phones.emit("CallChanged", {**CALL, "id": "c2", "state": "ended", "gone": True})
        await ui.wait("calls.name", "Aya Lindqvist")
        assert ui.value("calls.initials") == "AL"

    car.drive(unit, body)


def test_a_notification_shows_its_words_only_while_the_car_stands(unit: UnitRunner, car: Car) -> None:
    async def body(ui: Ui) -> None:
        await ui.wait("projection.available")
        await ui.wait("restrictions.state", "parked")
        car.phones.emit("NotificationChanged", NOTE)
        await ui.driver.wait_seen("frame.note.dismiss")
        assert ui.value("headsUp.text") == NOTE["text"]
        car.rules.rule(MOVING)
        await ui.wait("headsUp.text", "")
        assert ui.value("headsUp.title") == "Okoro"
        await ui.driver.tap("frame.note.action.0")
        await ui.driver.until(lambda: bool(car.phones.asked), "the phone is told")
        assert car.phones.asked == [("s1", "n1", "Mark as read", "")]
        assert not ui.value("headsUp.shown")
        car.phones.emit("NotificationChanged", {**NOTE, "id": "n2", "title": "Lin Wan"})
        await ui.wait("headsUp.title", "Lin Wan")
        car.phones.emit("NotificationChanged", {**NOTE, "id": "n2", "gone": True})
        await ui.wait("headsUp.shown", False)

    car.drive(unit, body)


def test_what_was_told_before_the_display_came_is_there(unit: UnitRunner, car: Car) -> None:
    car.phones.kept["turns"] = [TURN]
    car.phones.kept["calls"] = [{**CALL, "state": "active"}]

    async def body(ui: Ui) -> None:
        await ui.wait("guidance.active")
        await ui.wait("calls.active")

    car.drive(unit, body)
