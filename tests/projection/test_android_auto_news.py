"""What the phone tells beside its picture, from its bytes to the words of the seam."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

from PIL import Image

from backends.projection.mirror import Surroundings
from tests.fakes.auto_ear import Drive, driving
from tests.fakes.host import until

PNG = "89504e470d0a1a0a"


async def ready(drive: Drive) -> None:
    await until(lambda: drive.service("notification").get("subscribed"), what="channels")


def last_turn(drive: Drive) -> dict[str, Any]:
    turn = drive.ear.turns[-1]
    assert turn is not None
    return turn


def test_a_turn_with_lanes(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            lanes = [[[2, False], [1, False]], [[1, True], [5, False]]]
            step = {"maneuver": 8, "road": "Harbour Street", "lanes": lanes, "metres": 420, "seconds": 31, "image": PNG}
            await drive.phone.command("navigate", step | {"remaining_m": 5200, "remaining_s": 660, "exit": 0})
            await until(lambda: drive.ear.turns and "eta" in last_turn(drive), what="the turn")
            turn = last_turn(drive)
            assert abs(turn.pop("eta") - time.time() - 660) < 15
            assert turn == {
                "state": "active",
                "maneuver": "turn_right",
                "exit": 0,
                "road": "Harbour Street",
                "lanes": [
                    {"shapes": ["slight_left", "straight"], "highlighted": False},
                    {"shapes": ["straight", "right"], "highlighted": True},
                ],
                "image": bytes.fromhex(PNG),
                "distance_m": 420.0,
                "time_s": 31.0,
                "remaining_m": 5200.0,
                "remaining_s": 660.0,
            }
            await drive.phone.command("navigate", {"rerouting": True})
            await until(lambda: last_turn(drive)["state"] == "rerouting", what="rerouting")
            await drive.phone.command("navigate", {"off": True})
            await until(lambda: drive.ear.turns[-1] is None, what="the end of guidance")

    run(body())


def test_a_turn_of_an_older_phone(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            await drive.phone.command("navigate-old", {"event": 13, "side": 2, "exit": 3, "road": "Ring", "metres": 90})
            await until(lambda: drive.ear.turns and last_turn(drive).get("distance_m") == 90, what="the turn")
            turn = last_turn(drive)
            assert (turn["maneuver"], turn["exit"], turn["road"], turn["time_s"]) == ("roundabout_ccw", 3, "Ring", 20.0)

    run(body())


def test_the_song_with_its_cover(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            await until(
                lambda: drive.ear.song.get("title") == "Night Ferry" and "status" in drive.ear.song, what="the song"
            )
            song = drive.ear.song
            assert (song["artist"], song["album"], song["duration_us"]) == ("Aya Lindqvist", "Simulated", 204_000_000)
            assert (song["status"], song["app"]) == ("paused", "Player")
            assert Image.open(io.BytesIO(song["art"])).size == (256, 256)
            drive.phone.state.music.set_playing(True)
            drive.phone.state.music.skip(1)
            await until(lambda: (song["title"], song["status"]) == ("Glasshouse", "playing"), what="the next one")

    run(body())


def test_calls_come_change_and_go(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            ringing = {"state": 4, "number": "+491234", "name": "Mum"}
            await drive.phone.command("phone", {"calls": [ringing], "signal": 2})
            await until(lambda: drive.ear.calls, what="the call")
            call = dict(drive.ear.calls[-1])
            call.pop("since")
            assert call == {"id": "+491234", "state": "incoming", "name": "Mum", "number": "+491234"}
            assert drive.ear.facts["signal"] == 2
            drive.link.call_action("+491234", "accept")
            await until(lambda: drive.service("phone_status")["inputs"] == [[7, "+491234"]], what="the answer")
            drive.link.call_action("nobody", "accept")
            await drive.phone.command("phone", {"calls": [ringing | {"state": 1, "seconds": 60}], "signal": 2})
            await until(lambda: drive.ear.calls[-1]["state"] == "active", what="talking")
            assert abs(drive.ear.calls[-1]["since"] + 60 - time.monotonic()) < 5
            await drive.phone.command("phone", {"calls": [], "signal": 4})
            await until(lambda: drive.ear.calls[-1] == {"id": "+491234", "state": "ended"}, what="the end")

    run(body())


def test_what_was_told_is_taken_back_when_the_link_ends(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            await drive.phone.command("navigate", {"road": "Main"})
            await drive.phone.command("phone", {"calls": [{"state": 1, "number": "1"}]})
            await drive.phone.command("listen", {"on": True})
            await until(lambda: drive.ear.turns and drive.ear.calls and drive.ear.microphone, what="all of it")
            await drive.phone.command("disconnect", {})
            await drive.ended()
            assert drive.ear.turns[-1] is None
            assert drive.ear.calls[-1]["state"] == "ended"
            assert drive.ear.microphone is None

    run(body())


def test_notifications_are_subscribed_to_and_answered(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            await drive.phone.command("notify", {"id": "7", "text": "Milk, please"})
            await until(lambda: drive.ear.notes, what="the notification")
            assert (drive.ear.notes[0]["id"], drive.ear.notes[0]["text"]) == ("7", "Milk, please")
            drive.link.notification_action("7", "dismiss", "")
            await until(lambda: drive.service("notification")["acks"] == [["7", 1]], what="the acknowledgement")
            assert drive.ear.notes[-1] == {"id": "7", "gone": True}

    run(body())


def test_pairing_is_answered_when_the_car_has_bluetooth(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        around = Surroundings(name="Test car", bluetooth_address="00:11:22:33:44:55")
        async with driving(tmp_path, app="", shown=False, surroundings=around) as drive:
            await ready(drive)
            await drive.phone.command("pair", {"address": "AA:BB:CC:DD:EE:FF"})
            await until(lambda: drive.service("bluetooth")["answer"] == [0, 0], what="not paired yet")
        async with driving(tmp_path, app="", shown=False) as drive:
            await ready(drive)
            assert drive.service("bluetooth") == {}

    run(body())
