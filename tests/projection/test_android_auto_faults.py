"""What goes wrong with a phone ends the one link with a sentence: at any byte, in any way, in bounded time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from backends.projection.android_auto import link as link_module
from backends.projection.android_auto import opening
from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.car import Car
from backends.projection.android_auto.link import AndroidAutoLink, Way
from backends.projection.android_auto.opening import Doubts
from backends.projection.android_auto.tls import Identity as TlsIdentity
from backends.projection.errors import (
    LinkLost,
    NotAllowed,
    PeerFault,
    PhoneEnded,
    ProjectionError,
    TooSlow,
    Unsupported,
)
from backends.projection.simphone.android_auto.phone import AutoPhone
from backends.projection.simphone.state import Identity
from tests.fakes.auto_ear import Drive, Ear, driving
from tests.fakes.host import until


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience that a test has."""
    monkeypatch.setattr(link_module, "SILENCE_S", 0.4)
    monkeypatch.setattr(link_module, "ASKING_S", 0.4)
    monkeypatch.setattr(opening, "VERSION_S", 0.4)
    monkeypatch.setattr(opening, "TLS_S", 0.4)


@asynccontextmanager
async def phone() -> AsyncIterator[AutoPhone]:
    it = AutoPhone(identity=Identity())
    it.state.testcard_fps = 0
    await it.begin()
    try:
        yield it
    finally:
        await it.end()


async def end_of(folder: Path, **given: Any) -> BaseException | None:
    async with driving(folder, **given) as drive:
        return await drive.ended()


BYTES = sorted({*range(0, 60, 17), *range(60, 2400, 331), *range(2400, 24_000, 3777)})
"""Through version, encryption, description, channels, and into the pictures."""


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["close-at", "corrupt-at", "stall-at"])
def test_at_any_byte(run: Any, tmp_path: Path, hurry: None, fault: str) -> None:
    async def body() -> None:
        async with phone() as it:
            ended = 0
            for at in BYTES:
                it.faults.clear()
                it.faults.set(f"{fault}={at}")
                async with driving(tmp_path, phone=it, doubts=Doubts(-1000)) as drive:
                    drive.ear.decode = False
                    # A byte outside the encryption may do no harm: the link goes on then.
                    with suppress(TimeoutError):
                        await until(lambda drive=drive: drive.task.done(), 0.7 if fault == "corrupt-at" else 3)
                    if drive.task.done():
                        error = drive.task.exception()
                        assert isinstance(error, ProjectionError), (at, error)
                        assert error.text.endswith("."), error.text
                        ended += 1
                    else:
                        assert fault == "corrupt-at", at
            assert ended > len(BYTES) / 2, ended

    run(body(), 90)


def test_a_phone_that_is_not_there(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        it = AutoPhone(identity=Identity())
        await it.begin()
        await it.end()
        error = await end_of(tmp_path, phone=it)
        assert isinstance(error, LinkLost)
        assert error.text == say.NOBODY

    run(body())


def test_a_certificate_that_is_refused_asks_for_another(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        error = await end_of(tmp_path, faults=("refuse",))
        assert isinstance(error, NotAllowed)
        assert error.needs == "certificate"
        assert error.text == say.REFUSED
        assert "unknown ca" in error.__notes__[0]

    run(body())


def test_a_phone_that_hangs_up_over_the_certificate_again_and_again_is_taken_to_refuse_it(
    run: Any, tmp_path: Path
) -> None:
    async def body() -> None:
        doubts = Doubts()
        async with phone() as it:
            found = []
            for _ in range(3):
                it.faults.set("close-at=2000")
                found.append(await end_of(tmp_path, phone=it, doubts=doubts))
        assert [type(one) for one in found] == [LinkLost, LinkLost, NotAllowed]
        assert isinstance(found[2], NotAllowed)
        assert found[2].needs == "certificate"
        async with driving(tmp_path, doubts=doubts) as drive:
            await until(lambda: doubts.count == 0, what="a phone that takes it")
            await until(lambda: drive.ear.frames > 0, what="pictures")

    run(body())


def test_a_certificate_file_that_cannot_be_used_asks_for_another(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async def nowhere() -> Any:
            raise AssertionError("it is not tried")

        absent = tmp_path / "absent.pem"
        link = AndroidAutoLink(Way(nowhere, "TCP"), Car(), Ear(), lambda: TlsIdentity(absent, absent, own=True))
        with pytest.raises(NotAllowed) as caught:
            await link.run()
        assert (caught.value.text, caught.value.needs) == (say.BAD_FILE, "certificate")
        assert str(absent) in {name: value for _, name, value in link.report()}["Ended"]

    run(body())


def test_another_version(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        error = await end_of(tmp_path, faults=("version=6.0",))
        assert isinstance(error, Unsupported)
        assert (error.text, error.__notes__) == (say.OTHER_VERSION, ["6.0"])

    run(body())


def test_nonsense(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        for _ in range(5):
            error = await end_of(tmp_path, faults=("garbage",))
            assert isinstance(error, PeerFault | LinkLost | TooSlow)

    run(body())


def test_silence(run: Any, tmp_path: Path, hurry: None) -> None:
    async def body() -> None:
        async with driving(tmp_path, fps=0) as drive:
            await until(lambda: drive.ear.frames > 3, what="pictures")
            drive.phone.faults.stall_at = 0
            error = await drive.ended()
            assert isinstance(error, LinkLost)
            assert error.text == say.SILENT
        error = await end_of(tmp_path, faults=("stall-at=0",))
        assert isinstance(error, TooSlow)
        assert error.text == say.NO_WORD

    run(body())


def test_a_phone_that_asks_its_owner_first_says_so(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "ASKS_AFTER_S", 0.1)

    async def body() -> None:
        async with driving(tmp_path, faults=("asks",)) as drive:
            await until(lambda: drive.ear.waits, what="a hint")
            assert drive.ear.waits[0][0] == "permission"
            assert "Look at the phone" in drive.ear.waits[0][1]
            await drive.phone.command("allow", {})
            await until(lambda: drive.ear.frames > 0, what="a picture")
            monkeypatch.setattr(link_module, "ASKING_S", 0.3)
        async with driving(tmp_path, faults=("asks",)) as drive:
            error = await drive.ended()
            assert isinstance(error, TooSlow)
            assert error.text == say.NO_GOING_ON

    run(body())


def test_a_flood_of_pictures_starves_nothing(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, faults=("flood",)) as drive:
            drive.ear.decode = False
            await until(lambda: drive.ear.frames > 200, what="many pictures")
            drive.link.touch([(0, 0, 0.5, 0.5, 1.0)])
            await until(lambda: drive.phone.inputs["touch"] == 1, 3, what="a touch in between")

    run(body())


def test_a_slow_network_shows_what_it_can(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, size=(800, 480, 160), faults=("slow=400000",)) as drive:
            await until(lambda: drive.ear.frames > 10, what="pictures")
            assert drive.service("video")["unacked"] <= 8
            assert drive.far["complaints"] == []

    run(body())


BAD = [
    (0, 6, "ff", say.NONSENSE),
    (3, 0, "00", say.NONSENSE),
    (3, 0x8001, "0805100b", say.NONSENSE),
    (8, 0x8002, "0a05ffffffffff", say.NONSENSE),
    (1, 0x8001, "0a", say.NONSENSE),
    (12, 0x8006, "0a0a0a0a0a0a0a0a0a0a0a0a", say.NONSENSE),
    (0, 0xFFFF, "", say.NOT_UNDERSTOOD),
    (0, 5, "2a", say.NONSENSE),
    (0, 4, "08fdffffffffffffffff01", say.REFUSED),
]


@pytest.mark.parametrize(("channel", "kind", "body", "words"), BAD)
def test_a_message_that_is_wrong(run: Any, tmp_path: Path, channel: int, kind: int, body: str, words: str) -> None:
    async def check() -> None:
        async with driving(tmp_path, app="", shown=False) as drive:
            await until(lambda: drive.service("video").get("focus"), what="channels")
            await drive.phone.command("raw", {"channel": channel, "id": kind, "body": body})
            if (channel, kind) == (0, 6):  # not the phone's to send: told once and left
                await until(lambda: ("channels", "Not understood", "control 0x6") in drive.link.report())
                return
            error = await drive.ended()
            assert isinstance(error, PeerFault | NotAllowed), error
            assert error.text == words

    run(check())


def test_what_is_unknown_is_left(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path) as drive:
            await until(lambda: drive.ear.frames > 3, what="pictures")
            for channel, kind in ((0, 300), (0, 255), (3, 0x8123), (77, 0x8001), (12, 0x9000)):
                await drive.phone.command("raw", {"channel": channel, "id": kind, "body": "0801"})
            seen = drive.ear.frames
            await until(lambda: drive.ear.frames > seen + 5, what="pictures go on")
            rows = {(group, name): value for group, name, value in drive.link.report()}
            told = rows["channels", "Not understood"]
            assert (
                told
                == "channel 77 0x8001, control 0x12c, navigation 0x9000, picture 0x8123, refused by the phone 0x801"
            )

    run(body())


def test_another_shape_before_the_first_picture_agrees_anew_and_after_it_stays(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with driving(tmp_path, shown=False) as drive:
            await until(lambda: drive.service("video").get("focus"), what="channels")
            drive.link.resize(1280, 720, 160)
            drive.link.resize(1920, 720, 160)
            error = await drive.ended()
            assert isinstance(error, LinkLost)
            assert error.text == say.OTHER_SHAPE
        async with driving(tmp_path) as drive:
            await until(lambda: drive.ear.frames > 3, what="pictures")
            drive.link.resize(1920, 720, 160)
            seen = drive.ear.frames
            await until(lambda: drive.ear.frames > seen + 5, what="pictures go on")

    run(body())


async def once(it: AutoPhone, folder: Path) -> None:
    async with driving(folder, phone=it) as drive:
        drive.ear.decode = False
        await until(lambda: drive.ear.frames > 0, what="a picture")
        await hang_up(drive)


async def hang_up(drive: Drive) -> None:
    await drive.hang_up()
    assert drive.task.done()


def test_reconnecting_takes_less_than_three_seconds(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with phone() as it:
            it.state.testcard_fps = 30
            clock = asyncio.get_running_loop()
            for _ in range(3):
                began = clock.time()
                await once(it, tmp_path)
                assert clock.time() - began < 3

    run(body())


def test_goodbyes_for_every_reason_are_words(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        for reason in (1, 3, 4, 5, 99):
            async with driving(tmp_path, app="", shown=False) as drive:
                await until(lambda drive=drive: drive.service("video").get("focus"), what="channels")
                await drive.phone.command("bye", {"reason": reason})
                error = await drive.ended()
                assert isinstance(error, PhoneEnded)
                assert error.text.startswith("The phone")

    run(body())
