"""The UI driver itself: it must refuse what a finger could not do, and deliver what it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from ui.loop import run_in_qt
from ui.testing.driver import DriverError, Missing, UiDriver, Unreachable, WaitTimeout

SCENE = b"""
import QtQuick
import QtQuick.Templates as T
Window {
    id: root
    width: 400; height: 300; visible: true
    property int clicks: 0
    property int holds: 0
    property string keys: ""
    component Target: T.Button {
        width: 80; height: 60
        Accessible.name: text
        background: Rectangle { color: parent.down ? "red" : "green" }
        onClicked: root.clicks += 1
        onPressAndHold: root.holds += 1
    }
    Target { objectName: "plain"; text: "Plain" }
    Target { objectName: "disabled"; x: 100; enabled: false }
    Target { objectName: "hidden"; x: 100; visible: false }
    Item { opacity: 0; Target { objectName: "transparent"; x: 100 } }
    Target { objectName: "outside"; x: 500 }
    Item { clip: true; x: 200; width: 50; height: 50; Target { objectName: "clipped"; x: 60 } }
    Target { objectName: "covered"; x: 300; text: "Covered" }
    MouseArea { objectName: "cover"; x: 290; width: 110; height: 100 }
    Target { objectName: "halfCovered"; x: 0; y: 100; width: 200; height: 100 }
    MouseArea { x: 60; y: 100; width: 80; height: 100 }
    Rectangle { objectName: "glass"; y: 220; width: 80; height: 60; color: "#20FFFFFF"; z: 2 }
    Target { objectName: "underGlass"; y: 220 }
    Target { id: mover; objectName: "mover"; x: 100; y: 220; NumberAnimation on x { to: 180; duration: 150 } }
    Flickable {
        objectName: "list"; x: 300; y: 120; width: 100; height: 150; contentHeight: 900
        Rectangle { width: 100; height: 900; color: "blue" }
    }
    T.TextField { objectName: "field"; x: 220; y: 270; width: 70; height: 25; onTextChanged: root.keys = text }
}
"""


@pytest.fixture
def drive(application: Any, tmp_path: Path) -> Iterator[Callable[[Callable[[UiDriver], Any]], None]]:
    """Runs a body with a driver of the scene."""
    (tmp_path / "Scene.qml").write_bytes(SCENE)
    engine = QQmlApplicationEngine()
    engine.load(str(tmp_path / "Scene.qml"))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def play(body: Callable[[UiDriver], Any]) -> None:
        async def main() -> int:
            await body(UiDriver(window))
            return 0

        run_in_qt(application, main)

    yield play
    window.close()
    shiboken6.delete(engine)


def test_a_tap_is_a_tap(drive: Callable[..., None]) -> None:
    async def body(driver: UiDriver) -> None:
        await driver.tap("plain")
        await driver.tap("name=Plain")
        await driver.tap_at(QPointF(40, 30))
        assert driver.window.property("clicks") == 3

    drive(body)


@pytest.mark.parametrize(
    ("selector", "why"),
    [
        ("disabled", "disabled"),
        ("hidden", "not visible"),
        ("transparent", "transparent"),
        ("outside", "outside"),
        ("clipped", "clipped"),
        ("covered", "covered by cover"),
        ("glass", "takes a press|covered"),
    ],
)
def test_what_a_finger_cannot_do_is_refused_with_the_reason(
    drive: Callable[..., None], selector: str, why: str
) -> None:
    async def body(driver: UiDriver) -> None:
        with pytest.raises(Unreachable, match=why):
            await driver.tap(selector, deadline_s=0.1)
        assert driver.window.property("clicks") == 0

    drive(body)


def test_half_covered_is_pressed_where_it_is_not(drive: Callable[..., None]) -> None:
    async def body(driver: UiDriver) -> None:
        await driver.tap("halfCovered")
        # A picture that takes no touch covers nothing.
        await driver.tap("underGlass")
        assert driver.window.property("clicks") == 2

    drive(body)


def test_a_moving_target_is_hit_when_it_rests(drive: Callable[..., None]) -> None:
    async def body(driver: UiDriver) -> None:
        await driver.tap("mover")
        assert driver.window.property("clicks") == 1
        assert driver.read("mover", "x") == 180

    drive(body)


def test_hold_drag_and_type(drive: Callable[..., None]) -> None:
    async def body(driver: UiDriver) -> None:
        await driver.press("plain", 1.0)
        assert driver.window.property("holds") == 1
        assert driver.window.property("clicks") == 0
        await driver.drag("list", 0, -90)
        await driver.until(lambda: driver.read("list", "contentY") > 30)
        await driver.tap("field")
        await driver.type("Aya 7é")
        assert driver.window.property("keys") == "Aya 7é"
        await driver.key("Key_Backspace")
        assert driver.window.property("keys") == "Aya 7"
        with pytest.raises(DriverError, match="Key_Nonsense"):
            await driver.key("Key_Nonsense")

    drive(body)


def test_what_is_missing_and_what_does_not_happen_is_told(drive: Callable[..., None]) -> None:
    async def body(driver: UiDriver) -> None:
        with pytest.raises(Missing, match="there is no nobody"):
            await driver.tap("nobody", deadline_s=0.05)
        with pytest.raises(Missing, match="no property wings"):
            driver.read("plain", "wings")
        with pytest.raises(WaitTimeout, match="was True, not False"):
            await driver.wait_for("plain", "visible", False, deadline_s=0.05)
        assert driver.seen("plain")
        assert not driver.seen("outside")
        assert [facts.object_name for facts in driver.find("name=Plain")] == ["plain"]
        (facts,) = driver.find("covered")
        assert (facts.x, facts.y, facts.width, facts.height, facts.role) == (300, 0, 80, 60, "Button")

    drive(body)


def test_pictures(drive: Callable[..., None]) -> None:
    async def body(driver: UiDriver) -> None:
        picture = await driver.settle()
        assert picture.pixelColor(10, 10).name() == "#008000"
        assert driver.screenshot().startswith(b"\x89PNG")

    drive(body)
