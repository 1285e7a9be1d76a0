"""The service against a scripted phone: from the list of apps to pictures on a descriptor, and every way to lose it."""

from __future__ import annotations

import asyncio
import os
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.projection.defs import PacketType, VideoFormat
from backends.projection.service import ProjectionService
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.projection import MOVING, PARKED, Client, StreamReader, Vehicle
from tests.fakes.scripted_phone import FakePhone, FakeWindow, PhoneState, running_phone
from tests.fakes.video import encode_pictures

MAP = "org.example.maps"
FILM = "com.netflix.mediaclient"


class Unit(Client):
    """A display before a service that has a scripted phone."""

    def __init__(self, link: Any, phone: FakePhone) -> None:
        super().__init__(link, phone.address)
        self.phone = phone

    async def shown_window(self, app: str = MAP) -> tuple[str, FakeWindow]:
        session = await self.shown(app)
        return session, self.phone.window

    async def passed(self, window: FakeWindow) -> None:
        """Everything sent on the video socket so far was dealt with: what follows it on the same socket was."""
        width = window.size[0] + 8
        window.session(width, window.size[1])
        await until(lambda: self.said[-1]["width"] == width, what="the pictures' passing")


@asynccontextmanager
async def unit(
    tmp_path: Path, state: PhoneState | None = None, restrictions: dict[str, Any] | None = PARKED
) -> AsyncIterator[Unit]:
    version = (state or PhoneState()).version
    jar = tmp_path / f"scrcpy-server-v{version}"
    jar.write_bytes(b"PK not really " * 10000)
    options = {"workers": "0", "adb_server": "off", "discover": "off", "server_jar": str(jar)}
    async with running_phone(state) as phone:
        service = ProjectionService({**options, "devices": phone.address})
        async with local_link({"vehicle": Vehicle(restrictions), "projection": service}) as link:
            yield Unit(link, phone)


@pytest.fixture(autouse=True)
def nothing_leaks(run: Any) -> Any:
    """Every test gives back the descriptors it took."""
    before = len(os.listdir("/proc/self/fd"))
    yield
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"


def test_a_phone_tells_its_name_apps_and_battery(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            await it.ready()
            apps = {app["id"]: app for app in await it.call("Apps", it.device)}
            assert apps["com.android.settings"]["system"] is True
            assert (apps[MAP]["name"], apps[MAP]["category"]) == ("Map", "navigation")
            assert apps[FILM]["name"] == "A film player with quite a long name"
            (device,) = await it.call("Devices")
            assert (device["name"], device["transport"]) == ("Fake 7", "adb-tcp")
            async with asyncio.timeout(5):
                while (await it.call("Devices"))[0]["battery"] != 77:
                    await asyncio.sleep(0.01)

    run(body())


@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_an_apps_pictures_arrive_at_the_descriptor(run: Any, tmp_path: Path, version: str) -> None:
    async def body() -> None:
        async with unit(tmp_path, PhoneState(version=version)) as it:
            session, window = await it.shown_window()
            assert window.options["new_display"] == "640x360/160"
            reader = StreamReader(await it.call("OpenVideo", session))
            await until(lambda: b"\x11" in window.control, what="a request for a key frame")
            assert window.control.startswith(b"\x10" + bytes([len(MAP)]) + MAP.encode())
            window.frame(b"too early", 5)
            window.config(b"\0\0\1\x67 no size in here")
            window.frame(b"K" * 300_000, 1000, key=True)
            window.frame(b"delta", 2000)
            frames = await reader.frames(2)
            assert VideoFormat.unpack(reader.of(PacketType.FORMAT)[0].payload) == VideoFormat("h264", 640, 360)
            assert reader.of(PacketType.CONFIG)[0].payload.startswith(b"\0\0\1\x67")
            assert [(frame.key, frame.pts_us, len(frame.payload)) for frame in frames] == [
                (True, 1000, 300_000),
                (False, 2000, 5),
            ]
            assert 0 < frames[0].sent_ns <= frames[1].sent_ns
            reader.close()

    run(body())


def test_touches_land_where_the_picture_is(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            size = len(window.control)
            await it.call("Touch", session, [(7, 0, 0.5, 0.25, 1.0)])
            await it.call("Touch", session, [(8, 0, 1.0, 1.0, 0.5), (7, 1, 0.75, 0.25, 1.0)])
            await it.call("Touch", session, [(7, 2, 0.75, 0.25, 0.0), (9, 1, 0.1, 0.1, 1.0)])
            layout = struct.Struct(">BBqiiHHHII")
            await until(lambda: len(window.control) - size >= 4 * layout.size, what="four touches")
            events = list(layout.iter_unpack(window.control[size:]))
            assert [event[:7] for event in events] == [
                (2, 0, 7, 320, 90, 640, 360),
                (2, 0, 8, 639, 359, 640, 360),
                (2, 2, 7, 480, 90, 640, 360),
                (2, 1, 7, 480, 90, 640, 360),
            ]
            assert [event[7] for event in events] == [0xFFFF, 0x8000, 0xFFFF, 0]

    run(body())


def test_keys_and_text_go_in(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            start = len(window.control)
            await it.call("Key", session, "back", "click")
            await it.call("Text", session, "Hauptstr. 5")
            await it.call("Text", session, "北京")
            await until(lambda: window.control.endswith("北京".encode()), what="the text")
            keys = struct.pack(">BBIII", 0, 0, 4, 0, 0) + struct.pack(">BBIII", 0, 1, 4, 0, 0)
            typed = struct.pack(">BI", 1, 11) + b"Hauptstr. 5"
            pasted = struct.pack(">BqBI", 9, 0, 1, 6) + "北京".encode()
            assert window.control[start:] == keys + typed + pasted
            await it.refused("Invalid", "Key", session, "warp", "click")

    run(body())


def test_the_server_file_is_pushed_once(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            await it.shown_window()
            await it.phone.leave()
            await it.phone.arrive()
            await until(lambda: len(it.phone.windows) == 1, what="the app's return")
            (content,) = it.phone.files.values()
            assert content == b"PK not really " * 10000
            assert it.phone.pushed == ["/data/local/tmp/pillion-scrcpy-server-v4.1.jar"]

    run(body())


def test_a_lost_phone_returns_with_its_app(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            reader = StreamReader(await it.call("OpenVideo", session))
            window.frame(b"one", 1, key=True)
            await reader.frames(1)
            await it.phone.leave()
            await until(lambda: "discovering" in it.states, what="the loss")
            assert "away" in it.said[-1]["text"]
            assert (await it.call("Devices"))[0]["state"] == "lost"
            await it.refused("Offline", "Touch", session, [(1, 0, 0.5, 0.5, 1.0)])
            it.states.clear()
            clock = asyncio.get_running_loop()
            await it.phone.arrive()
            back_s = clock.time()
            await until(lambda: "focused" in it.states, what="the app's return")
            assert clock.time() - back_s < 3
            it.phone.window.frame(b"two", 2, key=True)
            assert [frame.payload for frame in await reader.frames(2)] == [b"one", b"two"]
            assert {report["id"] for report in it.said} == {session}
            reader.close()

    run(body())


def test_a_server_that_dies_is_started_again_then_given_up(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            _, window = await it.shown_window()
            window.crash()
            await it.again("connecting")
            await it.again("focused")
            it.phone.state.server_error = "[server] ERROR: Could not create display"
            it.phone.window.crash()
            await until(lambda: it.states[-1] == "closed", what="giving up")
            assert it.said[-1]["reason"] == "server_failed"
            assert "Could not create display" in it.said[-1]["text"]
            assert await it.call("Sessions") == []
            assert it.notices[-1][0] == "warning"

    run(body())


def test_another_version_on_the_phone_is_learned(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        state = PhoneState(version="3.3.4", files={"/data/local/tmp/scrcpy-server.jar": b"PK"})
        async with running_phone(state) as phone:
            service = ProjectionService({"adb_server": "off", "devices": [phone.address]})
            async with local_link({"vehicle": Vehicle(PARKED), "projection": service}) as link:
                it = Unit(link, phone)
                await it.shown_window()
                assert len(await it.call("Apps", it.device)) == 3
                assert any("Server 4.1 " in command for command in phone.commands)

    run(body())


def test_without_a_server_file_it_says_what_to_do(
    run: Any, private_state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backends.projection.scrcpy.phones.HEARTBEAT_S", 0.05)
    private_state.mkdir()

    async def body() -> None:
        async with running_phone() as phone:
            service = ProjectionService({"workers": "0", "adb_server": "off", "devices": phone.address})
            async with local_link({"vehicle": Vehicle(PARKED), "projection": service}) as link:
                it = Unit(link, phone)
                await it.ready()
                text = await it.refused("Failed", "Apps", it.device)
                assert "scrcpy-server-v4.1" in text
                await it.call("OpenApp", it.device, MAP, 640, 360, 160)
                await until(lambda: "closed" in it.states, what="the end")
                assert it.said[-1]["reason"] == "no_server_file"
                assert "scrcpy-server-v4.1" in it.devices[it.device]["problem"]
                (private_state / "scrcpy-server-v4.1").write_bytes(b"PK")
                await until(lambda: not it.devices[it.device]["problem"], what="the file's being found")
                assert len(await it.call("Apps", it.device)) == 3

    run(body())


def test_films_are_hidden_while_moving_and_maps_are_not(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            vehicle = it.link._services["vehicle"]
            session, window = await it.shown_window(FILM)
            reader = StreamReader(await it.call("OpenVideo", session))
            window.frame(b"seen", 1, key=True)
            await reader.frames(1)
            vehicle.set_property("Restrictions", MOVING)
            await until(lambda: it.said[-1]["gated"], what="the gate")
            window.frame(b"hidden", 2, key=True)
            window.frame(b"hidden too", 3)
            await it.passed(window)
            await it.refused("Refused", "Touch", session, [(1, 0, 0.5, 0.5, 1.0)])
            await it.call("Key", session, "play_pause", "click")
            asked = window.control.count(b"\x11")
            vehicle.set_property("Restrictions", PARKED)
            await until(lambda: window.control.count(b"\x11") > asked, what="a request for a key frame")
            window.frame(b"seen again", 4, key=True)
            frames = await reader.frames(2)
            assert [frame.payload for frame in frames] == [b"seen", b"seen again"]
            assert frames[1].gap
            reader.close()
            vehicle.set_property("Restrictions", MOVING)
            other = await it.call("OpenApp", it.device, MAP, 640, 360, 160)
            reports = {report["id"]: report for report in await it.call("Sessions")}
            assert not reports[other]["gated"]
            await it.refused("Offline", "Text", other, "no picture yet")
            await until(lambda: any(r["id"] == other and r["state"] == "focused" for r in it.said), what="the map")
            await it.refused("Refused", "Text", other, "not while moving")

    run(body())


def test_without_a_vehicle_the_strictest_rules_hold(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            await it.link.remove("vehicle")
            session = await it.open(FILM)
            (report,) = await it.call("Sessions")
            assert report["id"] == session
            assert report["gated"]

    run(body())


def test_a_hidden_app_keeps_running_without_pictures(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            reader = StreamReader(await it.call("OpenVideo", session))
            await it.call("SetFocus", session, False)
            await until(lambda: it.states[-1] == "background", what="the background")
            window.frame(b"nobody looks", 1, key=True)
            await it.passed(window)
            assert await it.call("OpenApp", it.device, MAP, 640, 360, 160) == session
            await until(lambda: it.states[-1] == "focused", what="focus")
            window.frame(b"here", 2, key=True)
            assert [frame.payload for frame in await reader.frames(1)] == [b"here"]
            assert len(it.phone.windows) == 1
            reader.close()

    run(body())


def test_a_slow_reader_loses_pictures_and_holds_nothing_up(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            fd = await it.call("OpenVideo", session)
            await until(lambda: b"\x11" in window.control, what="a request for a key frame")
            window.frame(b"K" * 400_000, 0, key=True)
            for number in range(1, 100):
                window.frame(b"d" * 50_000, number)
            await until(lambda: window.control.count(b"\x11") > 1, what="another request")
            window.frame(b"fresh", 1000, key=True)
            reader = StreamReader(fd)
            await until(lambda: any(p.pts_us == 1000 for p in reader.packets), what="the fresh frame")
            frames = reader.of(PacketType.FRAME)
            assert frames[-1].gap
            assert len(frames) < 30
            reader.close()

    run(body())


def test_a_second_reader_ends_the_first(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            first = StreamReader(await it.call("OpenVideo", session))
            second = StreamReader(await it.call("OpenVideo", session))
            await until(lambda: first.closed, what="the first reader's end")
            window.frame(b"one", 1, key=True)
            await second.frames(1)
            await it.call("Close", session)
            await until(lambda: second.closed, what="the end")
            assert second.packets[-1].type == PacketType.END
            assert it.states[-1] == "closed"
            assert it.said[-1]["reason"] == "user"
            await it.refused("NotFound", "OpenVideo", session)

    run(body())


def test_sound_comes_as_pcm_from_one_window(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            assert window.options["audio_codec"] == "raw"
            await until(lambda: it.said[-1]["has_audio"], what="sound")
            reader = StreamReader(await it.call("OpenAudio", session))
            window.sound(b"\1\0\2\0" * 480, 9000)
            (frame,) = await reader.frames(1)
            assert (frame.pts_us, len(frame.payload)) == (9000, 1920)
            assert reader.of(PacketType.FORMAT)[0].payload[:4] == b"s16l"
            await it.call("OpenApp", it.device, FILM, 640, 360, 160)
            await until(lambda: len(it.phone.windows) == 2, what="the second window")
            film = it.phone.window
            assert film.options["audio"] == "false"
            reader.close()
            await it.shown(FILM)
            await it.call("Close", session)
            await until(lambda: "audio" in it.phone.window.sockets and it.phone.window is not film, what="sound alone")
            assert (it.phone.window.options["video"], it.phone.window.kinds) == ("false", ["audio"])
            (report,) = await it.call("Sessions")
            heir = StreamReader(await it.call("OpenAudio", report["id"]))
            it.phone.window.sound(b"\3\0\4\0" * 480, 10_000)
            await heir.frames(1)
            heir.close()

    run(body())


def test_a_phone_without_sound_is_no_fault(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path, PhoneState(audio_code=b"\0\0\0\0")) as it:
            await it.shown_window()
            assert not it.said[-1]["has_audio"]

    run(body())


def test_a_4x_display_is_resized_live_and_a_3x_one_opened_anew(run: Any, tmp_path: Path) -> None:
    async def four() -> None:
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            assert it.said[-1]["resizable"]
            await it.call("Resize", session, 800, 480, 160)
            await until(lambda: window.control.endswith(struct.pack(">BHH", 21, 800, 480)), what="the request")
            window.session(800, 480, resized=True)
            await until(lambda: (it.said[-1]["width"], it.said[-1]["height"]) == (800, 480), what="the new size")

    async def three() -> None:
        async with unit(tmp_path, PhoneState(version="3.3.4")) as it:
            session, window = await it.shown_window()
            assert not it.said[-1]["resizable"]
            await it.call("Resize", session, 800, 480, 160)
            await until(lambda: (it.said[-1]["width"], it.states[-1]) == (800, "focused"), what="the new size")
            assert it.phone.window is not window
            assert it.phone.window.options["new_display"] == "800x480/160"

    run(four())
    run(three())


@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_a_size_that_comes_while_the_app_is_being_opened_is_not_lost(run: Any, tmp_path: Path, version: str) -> None:
    async def body() -> None:
        async with unit(tmp_path, PhoneState(version=version)) as it:
            session = await it.open(FILM)
            await it.call("Resize", session, 800, 480, 160)

            def fits() -> bool:
                if not it.phone.windows or "control" not in it.phone.window.sockets:
                    return False
                window = it.phone.window
                live = window.control.endswith(struct.pack(">BHH", 21, 800, 480))
                return live or window.options["new_display"] == "800x480/160"

            await until(fits, what="the size")

    run(body())


@pytest.mark.parametrize("within", [True, False], ids=["within a picture", "between pictures"])
def test_a_phone_that_freezes(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, within: bool) -> None:
    async def body() -> None:
        monkeypatch.setattr("backends.projection.scrcpy.api.STALL_TIMEOUT_S", 0.2)
        monkeypatch.setattr("backends.projection.adb.connection.OPEN_TIMEOUT_S", 0.2)
        monkeypatch.setattr("backends.projection.adb.connection.GREETING_TIMEOUT_S", 0.2)
        monkeypatch.setattr("backends.projection.adb.stream.WRITE_TIMEOUT_S", 0.2)
        async with unit(tmp_path) as it:
            session, window = await it.shown_window()
            if within:
                window.raw("video", struct.pack(">QI", 0, 5000) + b"half a pict")
            it.phone.frozen = True
            if not within:
                await it.call("Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            await it.again("discovering")
            it.phone.frozen = False
            await it.again("focused")

    run(body())


def test_a_3x_picture_that_turns_is_noticed_in_its_own_bytes(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path, PhoneState(version="3.3.4")) as it:
            session, window = await it.shown_window()
            ((_, upright),) = encode_pictures([np.zeros((640, 352, 3), np.uint8)])
            window.config(upright)
            await until(lambda: (it.said[-1]["width"], it.said[-1]["height"]) == (352, 640), what="the new size")
            await it.call("Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            await until(lambda: len(window.control) > 32 and window.control[-32] == 2, what="the touch")
            assert struct.unpack(">iiHH", window.control[-22:-10]) == (176, 320, 352, 640)

    run(body())


def test_names_that_no_bus_carries_do_no_harm(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        banner = b"device::ro.product.model=Evil\0\x1b[31m \xff\xe2\x80\xaePhone;features=shell_v2"
        state = PhoneState(banner=banner, apps=" - Bad\0\x07 app                 org.example.bad\n")
        jar = tmp_path / "scrcpy-server-v4.1"
        jar.write_bytes(b"PK")
        async with running_phone(state) as phone:
            service = ProjectionService(
                {"adb_server": "off", "discover": "off", "devices": phone.address, "server_jar": str(jar)}
            )
            async with bus_link({"projection": service}) as link:
                it = Unit(link, phone)
                await it.ready()
                assert (await it.call("Devices"))[0]["name"] == "Evil [31m \ufffd Phone"
                assert (await it.call("Apps", it.device))[0]["name"] == "Bad app"
                state.server_error = "[server] ERROR: no\0 way\x1b"
                await it.call("OpenApp", it.device, "org.example.bad", 640, 360, 160)
                await until(lambda: it.states and it.states[-1] == "closed", what="the refusal")
                assert it.said[-1]["text"].endswith("no way")

    run(body())


def test_apps_are_listed_once_for_all_who_ask(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            await it.ready()
            first, second = await asyncio.gather(it.call("Apps", it.device), it.call("Apps", it.device))
            assert first == second
            assert sum("list_apps" in command for command in it.phone.commands) == 1

    run(body())


def test_the_fifth_app_closes_the_one_shown_longest_ago(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        apps = "".join(f" - App {n}   org.example.app{n}\n" for n in range(5))
        async with unit(tmp_path, PhoneState(apps=apps)) as it:
            await it.ready()
            assert len(await it.call("Apps", it.device)) == 5
            opened = [await it.open(f"org.example.app{n}") for n in range(5)]
            assert {report["id"] for report in await it.call("Sessions")} == set(opened[1:])
            await it.refused("NotFound", "OpenApp", it.device, "org.example.missing", 640, 360, 160)
            await until(lambda: it.notices, what="the notice")
            assert it.notices[0] == (
                "info",
                "capacity",
                "App 0 was closed to make room: the phone shows 4 apps at a time.",
            )

    run(body())


def test_phones_are_remembered_and_removed(run: Any, tmp_path: Path, private_state: Path) -> None:
    async def body() -> None:
        async with running_phone() as phone:
            async with local_link({"projection": ProjectionService({"adb_server": "off", "discover": "off"})}) as link:
                it = Unit(link, phone)
                assert await it.call("AddDevice", f" {phone.address} ") == phone.address
                await it.refused("Invalid", "AddDevice", "no way:here")
                await it.ready()
            async with local_link({"projection": ProjectionService({"adb_server": "off", "discover": "off"})}) as link:
                it = Unit(link, phone)
                await it.ready()
                await it.call("RemoveDevice", phone.address)
                assert await it.call("Devices") == []
            async with local_link({"projection": ProjectionService({"adb_server": "off", "discover": "off"})}) as link:
                assert await link.call("projection", "Devices") == []

    run(body())


def test_a_spoilt_list_of_phones_is_set_aside(run: Any, private_state: Path) -> None:
    async def body() -> None:
        private_state.mkdir(parents=True)
        (private_state / "projection.json").write_text('{"version": 99, "addresses": 3}')
        async with local_link({"projection": ProjectionService({"adb_server": "off", "discover": "off"})}) as link:
            assert await link.call("projection", "Devices") == []
        assert (private_state / "projection.json.bad-1").exists()

    run(body())


@pytest.mark.parametrize(
    ("broken", "data"),
    [
        ("video", b"\xff" * 64),
        ("video", struct.pack(">QI", 0, 1 << 31)),
        ("video", struct.pack(">III", 0x80000000, 0, 99999)),
        ("audio", struct.pack(">QI", 0, 0)),
        ("control", b"\x77"),
    ],
)
def test_garbage_ends_a_window_not_the_service(run: Any, tmp_path: Path, broken: str, data: bytes) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            _, window = await it.shown_window()
            window.raw(broken, data)
            await it.again("connecting")
            fault = next(report for report in it.said if report["reason"] == "protocol")
            assert fault["text"].startswith("The phone")
            await it.again("focused")

    run(body())


def test_a_phone_that_greets_and_hangs_up_is_not_called_in_a_circle(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        state = PhoneState()
        state.cut_after = 24 + len(state.banner) + 24
        async with unit(tmp_path, state) as it:
            began_s = asyncio.get_running_loop().time()
            await until(lambda: it.phone.cuts >= 4, what="four calls")
            assert asyncio.get_running_loop().time() - began_s > 0.2 + 0.5 + 1.0 - 0.2
            it.phone.state.cut_after = None
            await it.shown(MAP)

    run(body())


@pytest.mark.slow
def test_a_phone_that_hangs_up_at_any_byte(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as it:
            session, _ = await it.shown_window()
            await it.phone.leave()
            await until(lambda: "discovering" in it.states, what="the loss")
            for number, cut in enumerate((1, 23, 24, 40, 110, 150, 200, 300, 420, 600), start=1):
                it.phone.state.cut_after = cut
                await it.phone.arrive()
                await until(lambda number=number: it.phone.cuts >= number, what=f"the cut after {cut} bytes")
                await it.phone.leave()
            it.phone.state.cut_after = None
            it.states.clear()
            await it.phone.arrive()
            await until(lambda: "focused" in it.states, what="the app's return")
            assert [report["id"] for report in await it.call("Sessions")] == [session]

    run(body(), 60)
