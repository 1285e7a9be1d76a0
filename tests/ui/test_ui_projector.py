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
        self.calls: list[tuple[Any, ...]] = []
        self.sockets: list[socket.socket] = []
        self.refuse = ""

    async def start(self) -> None:
        self.set_property("Ready", True)

    async def stop(self) -> None:
        for end in self.sockets:
            end.close()

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def devices(self) -> list[dict[str, Any]]:
        return [self.device]

    def sessions(self) -> list[dict[str, Any]]:
        return list(self.open.values())

    def apps(self, _device: str) -> list[dict[str, Any]]:
        if self.device["state"] != "ready":
            raise Offline("away")
        return [
            {"id": "org.maps", "name": "Maps", "system": False, "category": "navigation"},
            {"id": "org.chat", "name": "Chat", "system": False, "category": "message"},
        ]

    def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        self.calls.append(("open", device, app, width, height, dpi))
        if self.refuse:
            raise Refused(self.refuse)
        name = f"s{len(self.calls)}"
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
        self.calls.append(("video", session))
        ours, theirs = socket.socketpair()
        self.sockets.append(ours)
        return os.dup(theirs.detach())

    def set_focus(self, session: str, shown: bool) -> None:
        self.calls.append(("focus", session, shown))

    def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        self.calls.append(("resize", session, width, height, dpi))

    def close(self, session: str) -> None:
        self.calls.append(("close", session))
        self.say({**self.open[session], "state": "closed", "reason": "user"})

    def key(self, session: str, key: str, action: str) -> None:
        self.calls.append(("key", session, key, action))

    def touch(self, session: str, points: list[Any]) -> None:
        self.calls.append(("touch", session, points))


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
        assert projection.recentApp == "org.maps"
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
