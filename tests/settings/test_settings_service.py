"""The settings service, in this process and over a private bus."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backends.interfaces import Link, ServiceError
from backends.settings.service import SettingsService
from tests.fakes.host import bus_link, local_link, until

Run = Callable[..., Any]
HOSTS = pytest.mark.parametrize("host", [local_link, bus_link], ids=["in-process", "bus"])


@pytest.fixture
def folder(private_state: Path) -> Path:
    return private_state / "settings"


def _file(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


async def _refused(call: Any) -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        await call
    return caught.value


@HOSTS
def test_a_choice_is_on_disk_when_it_answers_and_told_to_everybody(run: Run, folder: Path, host: Any) -> None:
    async def body() -> None:
        async with host({"settings": SettingsService()}) as link:
            told: list[dict[str, Any]] = []
            link.on_signal("settings", "Changed", told.append)
            assert not folder.exists(), "nothing is written before somebody chooses"
            await link.call("settings", "Set", "display.theme", "night")
            assert _file(folder, "driver-1.json")["values"] == {"display.theme": "night"}
            await link.call("settings", "Set", "display.drive_side", "right")
            assert _file(folder, "device.json")["values"] == {"display.drive_side": "right"}
            await until(lambda: len(told) == 2)
            assert told == [{"display.theme": "night"}, {"display.drive_side": "right"}]
            assert await link.call("settings", "Get", ["display.theme"]) == {"display.theme": "night"}
            await link.call("settings", "Set", "display.scale", 1)
            assert (await link.call("settings", "Get", []))["display.scale"] == 1.0
            await link.call("settings", "Reset", [])
            values = await link.call("settings", "Get", [])
            assert (values["display.theme"], values["display.drive_side"]) == ("auto", "right")
            await link.call("settings", "Reset", ["display.drive_side"])
            assert (await link.call("settings", "Get", ["display.drive_side"])) == {"display.drive_side": "left"}

    run(body())


@HOSTS
def test_describe_covers_what_get_gives(run: Run, host: Any) -> None:
    async def body() -> None:
        async with host({"settings": SettingsService()}) as link:
            schema = {entry["key"]: entry for entry in await link.call("settings", "Describe")}
            values = await link.call("settings", "Get", [])
            assert list(schema) == list(values)
            assert {key: entry["default"] for key, entry in schema.items()} == values
            assert schema["display.scale"]["min"] == 0.9
            assert schema["display.drive_side"]["scope"] == "device"
            assert set(schema["display.brand"]["allowed"]) >= {"aurora"}

    run(body())


@HOSTS
def test_wrong_calls_change_nothing(run: Run, folder: Path, host: Any) -> None:
    async def body() -> None:
        async with host({"settings": SettingsService()}) as link:
            for key, value, name in [
                ("display.them", "night", "NotFound"),
                ("display.theme", "dusk", "OutOfRange"),
                ("display.theme", 3, "Invalid"),
                ("display.brightness", True, "Invalid"),
            ]:
                error = await _refused(link.call("settings", "Set", key, value))
                assert error.name == name
                assert key in error.text
            assert (await _refused(link.call("settings", "Get", ["display.theme", "x.y"]))).name == "NotFound"
            assert (await _refused(link.call("settings", "Reset", ["x.y"]))).name == "NotFound"
            assert not folder.exists()

    run(body())


@HOSTS
def test_drivers_have_their_own_choices(run: Run, folder: Path, host: Any) -> None:
    async def body() -> None:
        async with host({"settings": SettingsService()}) as link:
            told: list[dict[str, Any]] = []
            lists: list[None] = []
            link.on_signal("settings", "Changed", told.append)
            link.on_signal("settings", "ProfilesChanged", lambda: lists.append(None))
            await link.call("settings", "Set", "display.theme", "night")
            aya = await link.call("settings", "CreateProfile", "  Aya   Lindqvist ")
            profiles = await link.call("settings", "Profiles")
            assert [(p["id"], p["name"], p["initials"], p["active"]) for p in profiles] == [
                ("driver-1", "Driver", "D", True),
                (aya, "Aya Lindqvist", "AL", False),
            ]
            await link.call("settings", "SelectProfile", aya)
            assert (await link.properties("settings"))["ActiveProfile"] == aya
            await until(lambda: len(told) == 2)
            assert len(told[1]) == len(await link.call("settings", "Get", []))
            assert told[1]["display.theme"] == "auto"
            await link.call("settings", "Set", "display.theme", "day")
            await link.call("settings", "RenameProfile", "driver-1", "Maria")
            await link.call("settings", "SelectProfile", "driver-1")
            assert (await link.call("settings", "Get", ["display.theme"])) == {"display.theme": "night"}
            await until(lambda: len(lists) == 4)
        async with host({"settings": SettingsService()}) as link:
            assert [p["name"] for p in await link.call("settings", "Profiles")] == ["Maria", "Aya Lindqvist"]
            await link.call("settings", "RemoveProfile", "driver-1")
            assert (await link.properties("settings"))["ActiveProfile"] == aya
            assert not (folder / "driver-1.json").exists()
            assert (await _refused(link.call("settings", "RemoveProfile", aya))).name == "Refused"
            assert (await _refused(link.call("settings", "SelectProfile", "driver-1"))).name == "NotFound"
            assert (await _refused(link.call("settings", "CreateProfile", "aya lindqvist"))).name == "Refused"
            assert (await _refused(link.call("settings", "CreateProfile", "  "))).name == "Invalid"

    run(body())


def test_an_identity_is_never_given_twice(run: Run) -> None:
    async def body() -> None:
        ids = []
        for number in range(4):
            async with local_link({"settings": SettingsService()}) as link:
                ids.append(await link.call("settings", "CreateProfile", f"Guest {number}"))
                await link.call("settings", "RemoveProfile", ids[-1])
        assert len(set(ids)) == 4

    run(body())


def test_there_is_an_end_to_profiles(run: Run) -> None:
    async def body() -> None:
        async with local_link({"settings": SettingsService()}) as link:
            for number in range(2, 13):
                await link.call("settings", "CreateProfile", f"Driver {number}x")
            assert (await _refused(link.call("settings", "CreateProfile", "One more"))).name == "Refused"

    run(body())


async def _started(link: Link) -> tuple[str, dict[str, Any]]:
    return (await link.properties("settings"))["Problem"], await link.call("settings", "Get", [])


def test_a_broken_file_is_kept_aside_and_said(run: Run, folder: Path) -> None:
    async def body() -> None:
        folder.mkdir(parents=True)
        broken = b'{\n  "version": 1,\n  "values": {"display.theme": "night"\n'
        for turn in (1, 2):
            (folder / "driver-1.json").write_bytes(broken)
            async with local_link({"settings": SettingsService()}) as link:
                problem, values = await _started(link)
                assert problem.startswith("driver-1.json, line 4: not JSON")
                assert f"kept as driver-1.json.bad-{turn}." in problem
                assert values["display.theme"] == "auto"
                assert (folder / f"driver-1.json.bad-{turn}").read_bytes() == broken
                await link.call("settings", "Set", "display.theme", "day")
            async with local_link({"settings": SettingsService()}) as link:
                problem, values = await _started(link)
                assert (problem, values["display.theme"]) == ("", "day")

    run(body())


def test_wrong_values_are_kept_aside_and_the_rest_counts(run: Run, folder: Path) -> None:
    async def body() -> None:
        folder.mkdir(parents=True)
        text = '{\n"name": "Aya",\n"version": 1,\n"values": {\n"units.clock": "12",\n"display.theme": 7,\n"x.y": 1}}'
        (folder / "driver-1.json").write_text(text)
        async with local_link({"settings": SettingsService()}) as link:
            problem, values = await _started(link)
            assert "driver-1.json, line 6: display.theme must be text" in problem
            assert (values["units.clock"], values["display.theme"]) == ("12", "auto")
            assert (folder / "driver-1.json.bad-1").read_text() == text
        kept = _file(folder, "driver-1.json")
        assert kept["values"] == {"units.clock": "12", "x.y": 1}, "what another version added is carried along"
        assert kept["name"] == "Aya"

    run(body())


def test_a_file_from_the_future_stays_untouched_and_all_works(run: Run, folder: Path) -> None:
    async def body() -> None:
        folder.mkdir(parents=True)
        future = {
            "driver-1.json": b'{"version": 9, "name": "Aya", "values": {"display.theme": "night"}}',
            "device.json": b'{"version": 9}',
        }
        for name, data in future.items():
            (folder / name).write_bytes(data)
        async with local_link({"settings": SettingsService()}) as link:
            problem, values = await _started(link)
            assert "driver-1.json, line 1: version 9, this Pillion knows 1. It is left untouched" in problem
            assert "device.json, line 1: version 9" in problem
            assert values["display.theme"] == "auto"
            assert (await link.call("settings", "Profiles"))[0]["name"] == "Aya"
            await link.call("settings", "Set", "display.theme", "day")
            await link.call("settings", "Set", "display.drive_side", "right")
        async with local_link({"settings": SettingsService()}) as link:
            problem, values = await _started(link)
            assert "left untouched" in problem
            assert (values["display.theme"], values["display.drive_side"]) == ("day", "right")
        assert {name: (folder / name).read_bytes() for name in future} == future

    run(body())


def test_a_disk_that_refuses_is_told_to_the_caller_and_nothing_counts(run: Run, folder: Path) -> None:
    async def body() -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        async with local_link({"settings": SettingsService()}) as link:
            folder.write_bytes(b"a file where the folder should be")
            error = await _refused(link.call("settings", "Set", "display.theme", "night"))
            assert error.name == "Storage"
            assert (await link.call("settings", "Get", ["display.theme"])) == {"display.theme": "auto"}
            folder.unlink()
            await link.call("settings", "Set", "display.theme", "night")
            assert (await link.call("settings", "Get", ["display.theme"])) == {"display.theme": "night"}

    run(body())


def test_a_folder_in_the_place_of_a_file_is_left_alone(run: Run, folder: Path) -> None:
    async def body() -> None:
        (folder / "device.json").mkdir(parents=True)
        async with local_link({"settings": SettingsService()}) as link:
            problem, _ = await _started(link)
            assert "device.json: " in problem
            error = await _refused(link.call("settings", "Set", "display.drive_side", "right"))
            assert error.name == "Storage"
            await link.call("settings", "Set", "display.theme", "night")

    run(body())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_said(run: Run, folder: Path) -> None:
    async def body() -> None:
        folder.mkdir(parents=True, mode=0o000)
        async with local_link({"settings": SettingsService()}) as link:
            problem, values = await _started(link)
            assert "Permission denied" in problem
            assert values["display.theme"] == "auto"
        folder.chmod(0o700)

    run(body())


def test_many_at_once_keep_their_order(run: Run, folder: Path) -> None:
    async def body() -> None:
        async with local_link({"settings": SettingsService()}) as link:
            levels = [5, *range(6, 40), 20]
            await asyncio.gather(*(link.call("settings", "Set", "display.brightness", level) for level in levels))
            assert _file(folder, "driver-1.json")["values"] == {"display.brightness": 20}

    run(body())


def test_a_caller_that_gives_up_leaves_memory_and_disk_agreed(run: Run, folder: Path) -> None:
    async def body() -> None:
        async with local_link({"settings": SettingsService()}) as link:
            for level in range(5, 45):
                call = asyncio.ensure_future(link.call("settings", "Set", "display.brightness", level))
                for _ in range(level % 5):
                    await asyncio.sleep(0)
                call.cancel()
                await asyncio.gather(call, return_exceptions=True)
                shown = (await link.call("settings", "Get", ["display.brightness"]))["display.brightness"]
                path = folder / "driver-1.json"
                assert shown == (_file(folder, path.name)["values"]["display.brightness"] if path.exists() else 80)

    run(body())
