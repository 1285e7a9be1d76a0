"""Apps side by side, what their driver likes, the clipboard, and the steps of the set-up: the service and the simulated phone."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.projection.scrcpy import dialect
from backends.projection.service import ProjectionService
from tests.fakes.host import local_link, until
from tests.fakes.phone import PhoneProcess, phone_process
from tests.fakes.projection import MOVING, PARKED, Client, Pictures, Vehicle

CARD, MAPS, CHAT = "org.example.testcard", "org.example.maps", "org.example.assistant"
RED, GREEN = (255, 40, 40), (40, 220, 60)


@asynccontextmanager
async def unit(tmp_path: Path, *arguments: str, **options: Any) -> AsyncIterator[tuple[Client, PhoneProcess, Vehicle]]:
    """The service here and a phone; options may override where the phone is looked for."""
    jar = tmp_path / "scrcpy-server-v4.1"
    jar.write_bytes(b"PK not really")
    async with phone_process("--bare", *arguments) as phone:
        own = {"workers": "0", "adb_server": "off", "discover": "off", "server_jar": str(jar), "devices": phone.address}
        vehicle = Vehicle(PARKED)
        async with local_link({"vehicle": vehicle, "projection": ProjectionService({**own, **options})}) as link:
            yield Client(link, phone.address), phone, vehicle


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(colour, wanted, strict=True))


async def phones(it: Client) -> list[str]:
    """Of this kind; a receiver for others may be there where one is installed."""
    return [one["id"] for one in await it.call("Devices") if one["kind"] == "scrcpy"]


async def pictures(it: Client, session: str) -> Pictures:
    found = Pictures(await it.call("OpenVideo", session))
    await found.some()
    return found


def test_two_apps_side_by_side_each_take_their_own_touches_and_size(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as (it, phone, vehicle):
            card, chat = await it.shown(CARD, 640, 368), await it.shown(CHAT, 320, 368)
            left, right = await pictures(it, card), await pictures(it, chat)
            await it.tap(card, 0.25, 0.5)
            await until(lambda: near(left.colour(0.25, 0.5), RED), what="the mark on the left")
            state = await phone.control.state()
            by_app = {one["app"]: one for one in state["displays"]}
            assert by_app[CHAT]["touches"] == 0
            await it.call("Resize", card, 320, 368, 160)
            await it.call("Resize", chat, 640, 368, 160)
            await until(
                lambda: left.picture.shape[:2] == (368, 320) and right.picture.shape[:2] == (368, 640), what="sizes"
            )
            await it.tap(card, 0.75, 0.5)
            await until(lambda: near(left.colour(0.75, 0.5), RED), what="the mark in the new place")
            sounds = [one["app"] for one in await it.call("Sessions") if one["has_audio"]]
            assert sounds == [CARD]
            # The driving rules hold for each alone: nothing is hidden with the other.
            vehicle.set_property("Restrictions", MOVING)
            await until(lambda: {one["id"] for one in it.said if one["gated"]} == {card, chat}, what="the rules")
            maps = await it.shown(MAPS, 320, 368)
            gated = {one["id"]: one["gated"] for one in await it.call("Sessions")}
            assert gated == {card: True, chat: True, maps: False}
            await it.refused("Refused", "Touch", chat, [(0, 0, 0.5, 0.5, 1.0)])
            left.close()
            right.close()

    run(body())


def test_a_phone_with_two_encoders_closes_the_app_seen_longest_ago_and_says_so(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path, "--fault", "encoders=2") as (it, _, _vehicle):
            card, maps = await it.shown(CARD), await it.shown(MAPS)
            await it.call("SetFocus", card, True)  # seen again: now the map is the one seen longest ago
            chat = await it.shown(CHAT)
            assert {one["id"] for one in await it.call("Sessions")} == {card, chat}
            last = next(one for one in reversed(it.said) if one["id"] == maps)
            assert (last["state"], last["reason"]) == ("closed", "capacity")
            assert last["text"].endswith("was closed to make room: the phone shows 2 apps at a time.")
            # From now on room is made before the phone is asked.
            again = await it.shown(MAPS)
            assert {one["id"] for one in await it.call("Sessions")} == {chat, again}

    run(body())


def test_sound_moves_on_when_its_app_is_closed(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path, "--play") as (it, _, _vehicle):
            card, maps = await it.shown(CARD), await it.shown(MAPS)
            await it.call("Close", card)

            def heard() -> bool:
                return any(one["id"] == maps and one["has_audio"] for one in it.said)

            await until(heard, what="the sound of the other app")
            assert it.said[-1]["sounds"] == ["media"]

    run(body())


def test_favourites_and_uses_are_kept_for_each_phone(run: Any, tmp_path: Path, private_state: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as (it, _, _vehicle):
            await it.shown(MAPS)
            await it.call("SetFavourite", it.device, CHAT, True)
            await it.refused("NotFound", "SetFavourite", it.device, "org.example.none", True)
        async with unit(tmp_path, devices="") as (other, phone, _vehicle):
            # The same phone, at another start of the service: likes are by its id, which is its address.
            assert await phones(other) == []
            assert phone.address

        def told(apps: list[dict[str, Any]]) -> dict[str, tuple[bool, int]]:
            return {one["id"]: (one["favourite"], one["uses"]) for one in apps if one["favourite"] or one["uses"]}

        port = int(it.device.rpartition(":")[2])
        async with phone_process("--bare", port=port) as phone:
            jar = tmp_path / "scrcpy-server-v4.1"
            service = ProjectionService(
                {"workers": "0", "adb_server": "off", "server_jar": str(jar), "devices": phone.address}
            )
            async with local_link({"projection": service}) as link:
                again = Client(link, phone.address)
                await again.ready()
                assert told(await again.call("Apps", again.device)) == {MAPS: (False, 1), CHAT: (True, 0)}
                await again.call("SetFavourite", again.device, CHAT, False)
                assert told(await again.call("Apps", again.device)) == {MAPS: (False, 1)}

    run(body(), 60)


def test_the_clipboard_goes_both_ways_when_asked_and_parked(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with unit(tmp_path) as (it, phone, vehicle):
            session = await it.shown(CARD)
            for text in ("Straße 5, 北京", ""):
                await phone.control("copy", text=text)
                assert await it.call("Clipboard", session) == text
            await it.call("SetClipboard", session, "from the car: 北京")
            assert (await phone.control.state())["clipboard"] == "from the car: 北京"
            await it.refused("Invalid", "SetClipboard", session, "x" * 2001)
            vehicle.set_property("Restrictions", MOVING)
            await until(lambda: it.said[-1]["gated"], what="the rules")
            assert await it.answer("Clipboard", session) == "Refused"
            assert await it.answer("SetClipboard", session, "x") == "Refused"
            maps = await it.shown(MAPS)
            assert await it.answer("Clipboard", maps) == "Refused"
            assert (await phone.control.state())["clipboard"] == "from the car: 北京"

    run(body())


async def steps(it: Client) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in await it.call("Setup", "scrcpy")}


def test_the_set_up_goes_step_by_step(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        async with unit(tmp_path, "--auth", "ask", server_jar="", devices="127.0.0.1:1") as (it, phone, _vehicle):
            assert [(name, one["done"]) for name, one in (await steps(it)).items()] == [
                ("reach", False),
                ("permission", False),
                ("server_file", False),
                ("app", False),
            ]
            device = await it.call("AddPhone", "scrcpy", phone.address, {})
            await phone.control.until(lambda state: state["asking"])
            found = await steps(it)
            assert (found["reach"]["done"], found["permission"]["needs"]) == (True, "permission")
            await phone.control("answer", allow=True)
            it.device = device
            await it.ready()
            await until(lambda: it.devices[device]["needs"] == "server_file", what="what is missing")
            found = await steps(it)
            assert (found["permission"]["done"], found["server_file"]["done"]) == (True, False)
            folder, wanted = Path(found["server_file"]["folder"]), found["server_file"]["wanted"]
            content = b"PK the release file"
            digest = hashlib.sha256(content).hexdigest()
            monkeypatch.setitem(dialect.KNOWN_FILES, digest, "4.1")
            folder.mkdir(parents=True, exist_ok=True)
            (folder / wanted).write_bytes(content)
            found = await steps(it)
            file = found["server_file"]
            assert (file["done"], file["version"], file["sha256"], file["checked"]) == (True, "4.1", digest, True)
            await it.call("Provide", device, "server_file", "")
            await it.shown(MAPS)
            assert all(one["done"] for one in (await steps(it)).values())
            (folder / wanted).write_bytes(b"PK another file of that name")
            assert (await steps(it))["server_file"]["checked"] is False

    run(body())


def wireless() -> tuple[str, str, str]:
    group = f"239.74.163.9:{random.randint(20000, 60000)}"
    return "--wireless", group, group


def test_a_phone_is_paired_by_its_code_found_by_its_name_and_found_again(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        switch, group, _ = wireless()
        async with unit(tmp_path, switch, group, devices="", mdns_group=group) as (it, phone, _vehicle):
            page = await phone.control("pair-code")
            wrong = f"{(int(page['code']) + 1) % 1_000_000:06}"
            assert "not the one" in await it.refused("Refused", "AddPhone", "scrcpy", "", {"pairing_code": wrong})
            it.device = await it.call("AddPhone", "scrcpy", "", {"pairing_code": page["code"]})
            assert it.device.startswith("adb-SIM0PILLION01-")
            await it.shown(MAPS)
            await phone.control("disconnect")
            await it.again("discovering")
            await it.again("focused")
            await it.call("RemoveDevice", it.device)
            assert await phones(it) == []
            assert await it.answer("AddPhone", "scrcpy", "", {"pairing_code": "12345"}) == "Invalid"

    run(body(), 60)


def test_a_phone_that_does_not_know_the_car_says_what_it_needs_and_gets_it(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        switch, group, _ = wireless()
        async with unit(tmp_path, switch, group, devices="", mdns_group=group) as (it, phone, _vehicle):
            it.device = await it.call("AddDevice", (await phone.control.state())["wireless"])
            await until(lambda: it.devices.get(it.device, {}).get("needs") == "pairing_code", what="the need")
            code = (await phone.control("pair-code"))["code"]
            await it.call("Provide", it.device, "pairing_code", code)
            await until(lambda: it.devices[it.device]["state"] == "ready", what="the phone by its address")
            assert it.devices[it.device]["needs"] == ""

    run(body(), 60)


def test_a_phone_scans_the_cars_picture(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        switch, group, _ = wireless()
        async with unit(tmp_path, switch, group, devices="", mdns_group=group) as (it, phone, _vehicle):
            said: list[dict[str, Any]] = []
            it.link.on_signal("projection", "PairingChanged", said.append)
            old = await it.call("OfferPairing", "scrcpy")
            offer = await it.call("OfferPairing", "scrcpy")
            assert old["text"] != offer["text"]
            assert offer["text"].startswith("WIFI:T:ADB;S:pillion-")
            await phone.control("pair-scan", text=offer["text"])
            await until(lambda: said and said[-1]["state"] == "paired", what="the pairing")
            it.device = said[-1]["device"]
            await it.ready()
            await it.call("CancelPairing", "scrcpy")
            assert [one["state"] for one in said][-3:] == ["waiting", "pairing", "paired"]

    run(body(), 60)


def test_many_pairings_at_once_end_with_one(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        switch, group, _ = wireless()
        async with unit(tmp_path, switch, group, devices="", mdns_group=group) as (it, phone, _vehicle):
            code = (await phone.control("pair-code"))["code"]
            details = {"pairing_code": code}
            answers = await asyncio.gather(*(it.answer("AddPhone", "scrcpy", "", details) for _ in range(3)))
            assert answers.count("") >= 1
            assert len(await phones(it)) == 1

    run(body(), 60)
