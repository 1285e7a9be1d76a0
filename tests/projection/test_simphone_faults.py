"""Faults on demand do what they say, and only that."""

from __future__ import annotations

import asyncio

import pytest

from backends.projection.simphone.faults import Faults
from tests.fakes.phone import phone_process
from tests.fakes.phone_host import JAR, Host, connect, driven, push, scrcpy, shell

CARD = "org.example.testcard"


async def video_bytes(host: Host) -> bytes:
    """All that a session's video socket carries until it ends: dummy byte, name, and stream."""
    await push(host)
    options = "scid=00000009 tunnel_forward=true audio=false new_display=320x240/120"
    console = await host.open(f"shell,v2,raw:CLASSPATH={JAR} app_process / com.genymobile.scrcpy.Server 4.1 {options}")
    while True:
        try:
            video = await host.open("localabstract:scrcpy_00000009")
            break
        except ConnectionRefusedError:
            assert not console.closed
            await asyncio.sleep(0.01)
    await host.open("localabstract:scrcpy_00000009")
    return await video.rest()


def test_close_at_ends_the_connection_after_so_many_bytes_once(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none", "--fault", "close-at=65") as phone:
            for count in (65, 66, 69, 75, 81, 82, 100, 400):
                await phone.control("fault", set=[f"close-at={count}"])
                async with connect(phone.address) as host:
                    assert len(await video_bytes(host)) == count
                    async with asyncio.timeout(5):
                        await host.gone.wait()
            async with (
                connect(phone.address) as host,
                scrcpy(host, "4.1", new_display="320x240/120", app=CARD) as session,
            ):
                for _ in range(10):
                    await session.packet()

    run(body())


def test_stall_at_goes_silent_but_stays(run) -> None:
    async def body() -> None:
        async with driven("4.1", phone=("--fault", "stall-at=900"), new_display="320x240/120", app=CARD) as (
            _,
            session,
        ):
            assert session.video is not None
            video = session.video
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(video.exactly(10_000), 0.7)
            # The dummy byte, the name and the codec id were read before.
            assert len(video.buffer) == 900 - 1 - 64 - 4
            assert not video.closed
            assert (await shell(video.host, "echo there"))[0] == b"there\n"

    run(body())


def test_corrupt_at_inverts_one_byte(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none", "--fault", "corrupt-at=65") as phone, connect(phone.address) as host:
            await push(host)
            with pytest.raises(AssertionError):
                async with scrcpy(host, "4.1", new_display="320x240/120"):
                    pass
            async with scrcpy(host, "4.1", new_display="320x240/120") as session:
                assert (await session.packet()).kind == "session"

    run(body())


def test_refuse_kills_the_server_at_its_start_until_cleared(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none", "--fault", "refuse") as phone, connect(phone.address) as host:
            command = f"CLASSPATH={JAR} app_process / com.genymobile.scrcpy.Server 4.1 list_apps=true"
            for status in (134, 0):
                await push(host)
                assert (await shell(host, command))[2] == status
                await phone.control("fault", clear=True)

    run(body())


def test_garbage_is_no_adb(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone:
            await phone.control("fault", set=["garbage"])
            reader, writer = await asyncio.open_connection(*phone.address.rsplit(":", 1))
            data = await reader.readexactly(24)
            command = int.from_bytes(data[:4], "little")
            assert int.from_bytes(data[20:24], "little") != command ^ 0xFFFFFFFF
            writer.close()
            await phone.control("fault", clear=True)
            async with connect(phone.address) as host:
                assert (await shell(host, "echo ok"))[0] == b"ok\n"

    run(body())


def test_flood_sends_more_pictures_than_a_screen_has(run) -> None:
    async def body() -> None:
        async with driven("4.1", phone=("--fault", "flood"), new_display="320x240/120", app="com.android.settings") as (
            _,
            session,
        ):
            times = []
            while len(times) < 200:
                packet = await session.packet()
                times += [packet.pts] if packet.kind in ("key", "delta") else []
            assert (times[-1] - times[0]) / 1e6 < 200 / 90

    run(body())


def test_a_phone_vanishes_and_returns_to_the_same_place(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone:
            async with connect(phone.address) as host:
                await phone.control("vanish")
                async with asyncio.timeout(5):
                    await host.gone.wait()
            with pytest.raises(ConnectionError):
                await asyncio.open_connection(*phone.address.rsplit(":", 1))
            await phone.control("return")
            async with connect(phone.address) as host:
                await phone.control("disconnect")
                async with asyncio.timeout(5):
                    await host.gone.wait()
            async with connect(phone.address) as host:
                assert (await shell(host, "echo back"))[0] == b"back\n"

    run(body())


@pytest.mark.parametrize("text", ["", "close-at", "close-at=-1", "close-at=x", "refuse=1", "version=", "explode"])
def test_unknown_faults_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        Faults().set(text)


def test_bad_remote_requests_are_answered_with_words(run) -> None:
    async def body() -> None:
        async with phone_process() as phone:
            bad = {"fly": {}, "battery": {}, "start": {"package": "org.example.none"}, "fault": {"set": ["x"]}}
            for command, values in bad.items():
                with pytest.raises(RuntimeError):
                    await phone.control(command, **values)
            assert (await phone.control.state())["listening"] is True

    run(body())
