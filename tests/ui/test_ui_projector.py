"""An app on the stage: opened when it can be, shown when it is looked at, and brought back after anything got lost."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any

import pytest

from backends.core.errors import Offline, Refused
from backends.core.service import Service
from tests.fakes.host import local_link, until
from ui.loop import run_in_qt
from ui.viewmodels.shell import ShellViewModel

STAGE = (1200, 700, 160)


class Phones(Service):
    """One phone with two apps; sessions live until told otherwise."""

    NAME = "projection"

    def __init__(self) -> None:
        super().__init__()
        self.device = {
            "id": "p1",
            "name": "Sim",
            "state": "ready",
            "battery": 80,
            "problem": "",
            "backends": ["scrcpy"],
        }
        self.open: dict[str, dict[str, Any]] = {}
        self.heard: list[tuple[Any, ...]] = []
        self.sockets: list[socket.socket] = []
        self.refuse = ""
        self.marked: set[str] = set()

    async def start(self) -> None:
        self.set_property("Ready", True)

    async def stop(self) -> None:
        for end in self.sockets:
            end.close()

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.heard if call[0] == name]

    def devices(self) -> list[dict[str, Any]]:
        return [self.device]

    def sessions(self) -> list[dict[str, Any]]:
        return list(self.open.values())

    def apps(self, _device: str) -> list[dict[str, Any]]:
        if self.device["state"] != "ready":
            raise Offline("away")
        apps = [
            {"id": "org.maps", "name": "Maps", "system": False, "category": "navigation"},
            {"id": "org.chat", "name": "Chat", "system": False, "category": "message"},
        ]
        return [{**app, "favourite": app["id"] in self.marked, "uses": 0, "icon": ""} for app in apps]

    def set_favourite(self, device: str, app: str, marked: bool) -> None:
        (self.marked.add if marked else self.marked.discard)(app)
        self.emit("AppsChanged", device)

    def setup(self, kind: str) -> list[dict[str, Any]]:
        assert kind == "scrcpy"
        needs = self.device.get("needs") == "server_file"
        return [
            {"id": "reach", "done": True, "device": "p1", "name": "Sim"},
            {"id": "permission", "done": True, "needs": "", "text": ""},
            {"id": "server_file", "done": not needs, "folder": "/there", "wanted": "the-file", "wanted_sha256": "ab"},
            {"id": "app", "done": not needs},
        ]

    def provide(self, device: str, what: str, value: str) -> None:
        self.heard.append(("provide", device, what, value))

    def offer_pairing(self, _kind: str) -> dict[str, Any]:
        return {"text": "WIFI:T:ADB;S:x;P:y;;", "expires_s": 180.0}

    def cancel_pairing(self, kind: str) -> None:
        self.heard.append(("cancel", kind))

    def add_phone(self, kind: str, address: str, details: dict[str, Any]) -> str:
        self.heard.append(("pair", kind, address, details))
        raise Offline("No such page.")

    def turns(self) -> list[dict[str, Any]]:
        return []

    def kinds(self) -> list[dict[str, Any]]:
        return []

    def calls(self) -> list[dict[str, Any]]:
        return []

    def notifications(self) -> list[dict[str, Any]]:
        return []

    def now_playing(self) -> list[dict[str, Any]]:
        return []

    def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        self.heard.append(("open", device, app, width, height, dpi))
        if self.refuse:
            raise Refused(self.refuse)
        name = f"s{len(self.heard)}"
        self.say(
            {
                "id": name,
                "device": device,
                "app": app,
                "name": app.partition(".")[2].capitalize(),
                "state": "ready",
                "reason": "",
                "text": "",
                "width": width,
                "height": height,
                "resizable": True,
                "has_audio": False,
                "gated": False,
            }
        )
        return name

    def say(self, session: dict[str, Any]) -> None:
        self.open[session["id"]] = session
        if session["state"] == "closed":
            del self.open[session["id"]]
        self.emit("SessionChanged", session)

    def change(self, **facts: Any) -> None:
        name = next(iter(self.open))
        self.say({**self.open[name], **facts})

    def phone(self, state: str) -> None:
        self.device = {**self.device, "state": state}
        self.emit("DeviceChanged", self.device)

    def open_video(self, session: str) -> int:
        self.heard.append(("video", session))
        ours, theirs = socket.socketpair()
        self.sockets.append(ours)
        return os.dup(theirs.detach())

    def set_focus(self, session: str, shown: bool) -> None:
        self.heard.append(("focus", session, shown))

    def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        self.heard.append(("resize", session, width, height, dpi))

    def close(self, session: str) -> None:
        self.heard.append(("close", session))
        self.say({**self.open[session], "state": "closed", "reason": "user"})

    def key(self, session: str, key: str, action: str) -> None:
        self.heard.append(("key", session, key, action))

    def touch(self, session: str, points: list[Any]) -> None:
        self.heard.append(("touch", session, points))


@pytest.fixture
def stage(application: Any) -> Callable[..., None]:
    """Runs a body with a shell on the projection page, one phone, and the link."""

    def play(body: Callable[..., Any]) -> None:
        # In Qt's loop: the decoder's thread tells the end of a stream by a queued signal.
        async def main() -> int:
            phones = Phones()
            async with local_link({"projection": phones}) as link:
                shell = ShellViewModel()
                shell.requestPage("projection")
                shell.clients.projection.attach(link)
                shell.clients.setup.attach(link)
                await until(lambda: shell.projection.connected)
                try:
                    await body(shell, phones, link)
                finally:
                    shell.projection.release()
                    await shell.clients.detach()
            return 0

        run_in_qt(application, main)

    return play


async def opened(shell: ShellViewModel, phones: Phones, app: str = "org.maps") -> None:
    shell.projection.stageSize(*STAGE)
    shell.projection.openApp(app)
    await until(lambda: phones.named("video"))


def test_an_app_opens_at_the_stages_size_once_there_is_a_stage(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        projection = shell.projection
        await until(lambda: projection.apps.count == 2)
        projection.openApp("org.maps")
        assert (projection.appView, projection.waiting, projection.appName) == ("app", True, "Maps")
        assert phones.named("open") == []
        projection.stageSize(1201, 701, 160)
        await until(lambda: phones.named("video"))
        # Encoders want even sizes.
        assert phones.named("open") == [("p1", "org.maps", 1200, 700, 160)]
        assert phones.named("focus") == [(projection.sessionId, True)]
        assert projection.favourites.rows[0]["appId"] == "org.maps"
        await until(lambda: any(row["running"] for row in projection.apps.rows))

    stage(body)


def test_another_page_hides_it_and_home_shows_it(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        await opened(shell, phones)
        for page, shown in (("media", False), ("projection", True), ("vehicle", False), ("home", True)):
            shell.requestPage(page)
            await until(lambda shown=shown: phones.named("focus")[-1][1] is shown)

    stage(body)


def test_a_lost_phone_says_so_and_its_picture_comes_back(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        projection = shell.projection
        await opened(shell, phones)
        phones.phone("lost")
        phones.change(state="discovering", text="Looking for the phone.")
        phones.sockets[0].close()
        await until(lambda: projection.sessionState == "discovering")
        assert projection.sessionText == "Phone lost. Looking for it."
        assert projection.appView == "app"
        phones.phone("ready")
        phones.change(state="focused", text="")
        await until(lambda: len(phones.named("video")) == 2)

    stage(body)


def test_what_ended_by_a_fault_of_ours_is_opened_again(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        await opened(shell, phones)
        phones.phone("connecting")
        session = shell.projection.sessionId
        phones.change(
            state="closed", reason="stopped", text="The connection to the phone was lost. It comes back by itself."
        )
        phones.open.clear()
        await until(lambda: not shell.projection.sessionId)
        assert (shell.projection.appView, shell.projection.failed) == ("app", False)
        phones.phone("ready")
        await until(lambda: len(phones.named("open")) == 2)
        assert phones.named("open")[1] == ("p1", "org.maps", *STAGE), session

    stage(body)


def test_a_service_that_restarts_gets_the_app_opened_again(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, link: Any) -> None:
        await opened(shell, phones)
        await link.remove("projection")
        await until(lambda: not shell.projection.available)
        assert shell.projection.problem
        again = Phones()
        await link.add(again)
        await until(lambda: again.named("video"))
        assert again.named("open") == [("p1", "org.maps", *STAGE)]
        assert shell.projection.appView == "app"

    stage(body)


def test_a_refusal_is_a_sentence_and_not_tried_again_by_itself(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        phones.refuse = "Not while driving."
        shell.projection.stageSize(*STAGE)
        shell.projection.openApp("org.chat")
        await until(lambda: shell.projection.failed)
        assert shell.projection.sessionText == "Not while driving."
        phones.phone("lost")
        phones.phone("ready")
        await until(lambda: shell.projection.connected)
        assert len(phones.named("open")) == 1
        phones.refuse = ""
        shell.projection.retry()
        await until(lambda: phones.named("video"))
        assert not shell.projection.failed

    stage(body)


def test_closing_and_leaving_and_another_app(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        projection = shell.projection
        await opened(shell, phones)
        maps = projection.sessionId
        projection.back()
        projection.showLauncher()
        assert projection.appView == "launcher"
        await until(lambda: phones.named("focus")[-1] == (maps, False))
        assert phones.named("key") == [(maps, "back", "click")]
        assert maps in phones.open
        projection.openApp("org.chat")
        await until(lambda: len(phones.named("video")) == 2)
        chat = projection.sessionId
        projection.closeApp()
        await until(lambda: chat not in phones.open)
        assert (projection.appView, projection.sessionId) == ("launcher", "")

    stage(body)


def test_an_app_that_dies_says_why(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        await opened(shell, phones)
        phones.change(state="closed", reason="server_failed", text="The phone ended it.")
        await until(lambda: shell.projection.failed)
        assert shell.projection.sessionText == "The phone ended it."

    stage(body)


def test_a_stage_that_is_dragged_is_told_once_it_rests(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        await opened(shell, phones)
        for width in range(1000, 1100, 10):
            shell.projection.stageSize(width, 600, 160)
        await until(lambda: phones.named("resize"))
        assert phones.named("resize") == [(shell.projection.sessionId, 1090, 600, 160)]

    stage(body)


def test_fingers_reach_the_session(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        await opened(shell, phones)
        shell.projection.stream.touched.emit([(1, 0, 0.5, 0.25, 1.0)])
        await until(lambda: phones.named("touch"))
        ((session, points),) = phones.named("touch")
        assert session == shell.projection.sessionId
        assert [tuple(point) for point in points] == [(1, 0, 0.5, 0.25, 1.0)]

    stage(body)


async def both(shell: ShellViewModel, phones: Phones) -> tuple[str, str]:
    """Maps, and the chat beside it; their sessions."""
    projection = shell.projection
    await opened(shell, phones)
    projection.stage.beside.stageSize(400, 700, 160)
    projection.openBeside("org.chat")
    await until(lambda: len(phones.named("video")) == 2)
    return projection.stage.main.sessionId, projection.stage.beside.sessionId


def test_two_apps_are_shown_each_with_its_size_and_its_touches(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        projection = shell.projection
        projection.openBeside("org.chat")
        assert projection.stage.split == ""  # beside nothing there is nothing
        maps, chat = await both(shell, phones)
        assert phones.named("open")[1] == ("p1", "org.chat", 400, 700, 160)
        assert phones.named("focus") == [(maps, True), (chat, True)]
        projection.stage.beside.stream.touched.emit([(0, 0, 0.5, 0.5, 1.0)])
        projection.stage.main.stream.touched.emit([(0, 0, 0.1, 0.5, 1.0)])
        await until(lambda: len(phones.named("touch")) == 2)
        assert [call[0] for call in phones.named("touch")] == [chat, maps]
        assert projection.stage.typing is projection.stage.main
        shell.requestPage("media")
        await until(lambda: phones.named("focus")[-2:] == [(maps, False), (chat, False)])
        projection.openBeside("org.maps")
        assert projection.stage.beside.appId == "org.chat"  # it is not in both places

    stage(body)


def test_two_apps_change_places_without_being_closed(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        maps, chat = await both(shell, phones)
        places = shell.projection.stage
        places.swap()
        assert (places.main.appId, places.beside.appId) == ("org.chat", "org.maps")
        assert (places.main.sessionId, places.beside.sessionId) == (chat, maps)
        await until(lambda: len(phones.named("resize")) == 2)
        assert sorted(phones.named("resize")) == sorted([(chat, *STAGE), (maps, 400, 700, 160)])
        await until(lambda: len(phones.named("video")) == 4)
        assert phones.named("close") == []

    stage(body)


def test_the_first_of_two_closes_and_the_other_takes_the_stage(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        maps, chat = await both(shell, phones)
        places = shell.projection.stage
        places.main.closeApp()
        assert (places.split, places.main.sessionId, places.beside.appId) == ("", chat, "")
        await until(lambda: maps not in phones.open)
        assert shell.projection.appView == "app"
        await until(lambda: phones.named("resize") == [(chat, *STAGE)])

    stage(body)


@pytest.mark.parametrize(
    "how", ["it is closed", "the phone closed it", "the split is closed", "a card takes its place"]
)
def test_the_second_of_two_goes_and_the_first_has_the_stage(stage: Callable[..., None], how: str) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        maps, chat = await both(shell, phones)
        places = shell.projection.stage
        match how:
            case "it is closed":
                places.beside.closeApp()
            case "the phone closed it":
                phones.say({**phones.open[chat], "state": "closed", "reason": "user"})
            case "the split is closed":
                places.close()
            case _:
                places.showCard("vehicle")
        await until(lambda: places.beside.appId == "")
        assert places.split == ("vehicle" if how.startswith("a card") else "")
        assert places.main.sessionId == maps
        if "split" in how or "card" in how:
            await until(lambda: phones.named("focus")[-1] == (chat, False))
            assert chat in phones.open  # it runs on behind

    stage(body)


def test_a_divider_knows_three_places(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        await both(shell, phones)
        places = shell.projection.stage
        seen = []
        for share in (0.0, 0.4, 0.45, 0.6, 0.99, -5.0):
            places.setShare(share)
            seen.append(round(places.share, 2))
        assert seen == [0.33, 0.33, 0.5, 0.67, 0.67, 0.33]
        places.nextShare()
        assert places.share == 0.5

    stage(body)


def test_favourites_come_first_and_nothing_is_searched_in_a_car_that_may_move(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, _link: Any) -> None:
        projection = shell.projection
        await until(lambda: projection.apps.count == 2)
        assert [row["appId"] for row in projection.apps.rows] == ["org.maps", "org.chat"]
        projection.setFavourite("org.chat", True)
        await until(lambda: [row["appId"] for row in projection.apps.rows] == ["org.chat", "org.maps"])
        assert projection.favourites.rows[0]["appId"] == "org.chat"
        projection.setFind("map")
        assert projection.apps.count == 2  # nothing is known of the car: it may be moving

    stage(body)


def test_the_page_shows_what_is_needed_next(stage: Callable[..., None]) -> None:
    async def body(shell: ShellViewModel, phones: Phones, link: Any) -> None:
        projection = shell.projection
        assert projection.place == "launcher"
        phones.device = {**phones.device, "needs": "server_file"}
        phones.phone("ready")
        await until(lambda: projection.place == "setup")
        await until(lambda: projection.setup.step == "server_file")
        assert [(row["stepId"], row["stepState"]) for row in projection.setup.steps.rows] == [
            ("reach", "done"),
            ("permission", "done"),
            ("server_file", "now"),
            ("app", "later"),
        ]
        projection.setup.lookAgain()
        await until(lambda: phones.named("provide") == [("p1", "server_file", "")])
        projection.setup.offerCode()
        await until(lambda: projection.setup.offer == "WIFI:T:ADB;S:x;P:y;;")
        phones.emit("PairingChanged", {"kind": "scrcpy", "state": "waiting", "text": "", "device": ""})
        await until(lambda: projection.setup.pairing == "waiting")
        projection.setup.pair("12 34", "")
        projection.setup.pair("123 456", "")
        await until(lambda: projection.setup.pairing == "failed")
        assert projection.setup.pairingText == "No such page."
        assert phones.named("pair") == [("scrcpy", "", {"pairing_code": "123456"})]
        projection.setup.offerCode()
        await until(lambda: projection.setup.offer)
        shell.requestPage("media")
        await until(lambda: phones.named("cancel"))
        assert projection.setup.offer == ""
        shell.requestPage("projection")
        phones.device = {**phones.device, "needs": ""}
        phones.phone("ready")
        await until(lambda: projection.place == "launcher")
        projection.guide(True)
        assert (projection.place, projection.guided) == ("setup", True)
        projection.guide(False)
        phones.phone("lost")
        await until(lambda: projection.place == "away")
        await link.remove("projection")
        await until(lambda: projection.setup.steps.count == 0)

    stage(body)
