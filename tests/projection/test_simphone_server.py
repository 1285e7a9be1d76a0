"""The scrcpy server: its command line, its words, its control socket and its sound."""

from __future__ import annotations

import asyncio
import os
import re
import struct
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.fakes.phone import phone_process
from tests.fakes.phone_host import JAR, Host, HostStream, connect, driven, push, scrcpy, shell

MAPS, PLAYER, SETTINGS = "org.example.maps", "org.example.player", "com.android.settings"


async def server(host: Host, arguments: str) -> tuple[bytes, bytes, int]:
    await push(host)
    return await shell(host, f"CLASSPATH={JAR} app_process / com.genymobile.scrcpy.Server {arguments}")


def test_the_list_of_apps_has_the_real_form(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            output, errors, status = await server(host, "4.1 list_apps=true log_level=info")
            assert (errors, status) == (b"", 0)
            lines = output.decode().splitlines()
            assert lines[0] == "[server] INFO: Device: [Example] example Sim One (Android 15)"
            assert lines[2] == "[server] INFO: List of apps:"
            assert lines[3] == " * Settings                       com.android.settings"
            apps = [re.fullmatch(r" - (.{30}) (\S+)", line) for line in lines[4:]]
            assert all(apps)
            names = [app.group(1).strip() for app in apps if app]
            assert names == sorted(names)
            assert "Maps" in names

    run(body())


BAD_CALLS = [
    ("", "Missing client version", 1),
    ("4.1 audio", 'Invalid key=value pair: "audio"', 1),
    ("4.1 video_codec=theora", "Video codec theora not supported", 1),
    ("3.3.4 video_codec=vp9", "Video codec vp9 not supported", 1),
    ("4.1 max_fps=fast", 'Invalid float value for max_fps: "fast"', 1),
    ("4.1 scid=-5", "scid may not be negative (except -1 for 'none'): -5", 1),
    ("4.1 new_display=wide", "Invalid new display: wide", 1),
    ("4.1 scid=7 tunnel_forward=false", "Connection refused", 1),
    ("4.1 list_displays=true colour=blue", "[server] WARN: Unknown server option: colour", 0),
    ("3.3.4 list_displays=true flex_display=true", "[server] WARN: Unknown server option: flex_display", 0),
    ("1.24 list_displays=true", "The server version (4.1) does not match the client (1.24)", 1),
]


def test_bad_calls_are_answered_in_the_servers_words(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            for arguments, words, status in BAD_CALLS:
                _, errors, ended = await server(host, arguments)
                assert words in errors.decode(), arguments
                assert ended == status, arguments

    run(body())


def test_a_server_of_another_version_says_so_and_ends(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none", "--fault", "version=4.1") as phone, connect(phone.address) as host:
            _, errors, status = await server(host, "3.3.4 list_apps=true")
            assert b"[server] ERROR: The server version (4.1) does not match the client (3.3.4)\n" in errors
            assert status == 1

    run(body())


def test_the_server_unlinks_itself_unless_told_not_to(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            await server(host, "4.1 list_displays=true cleanup=false")
            assert JAR in (await phone.control.state())["files"]
            await server(host, "4.1 list_displays=true")
            assert JAR not in (await phone.control.state())["files"]
            _, errors, status = await shell(host, f"CLASSPATH={JAR} app_process / com.genymobile.scrcpy.Server 4.1")
            assert (errors, status) == (b"Aborted \n", 134)

    run(body())


def fronts(state: dict[str, Any]) -> list[str]:
    return [display["app"] for display in state["displays"][1:]]


def test_three_apps_run_at_once_on_displays_of_their_own(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            async with (
                scrcpy(host, "4.1", new_display="640x480/120", app=MAPS) as one,
                scrcpy(host, "3.3.4", new_display="800x480/120", app=PLAYER) as two,
                scrcpy(host, "4.1", new_display="480x800/120", app=SETTINGS) as three,
            ):
                sizes = []
                for session in (one, two, three):
                    await session.packet()
                    sizes.append(session.size)
                assert sizes == [(640, 480), (800, 480), (480, 800)]
                state = await phone.control.until(
                    lambda state: [one["app"] for one in state["displays"][1:]] == [MAPS, PLAYER, SETTINGS]
                )
                assert state["launches"] == {MAPS: 1, PLAYER: 1, SETTINGS: 1}
                # The same app on another display moves there, as on Android.
                assert three.control is not None
                three.control.write(bytes([16, len(MAPS)]) + MAPS.encode())
                state = await phone.control.until(lambda state: state["displays"][3]["app"] == MAPS)
                assert MAPS not in state["displays"][1]["apps"]
            await phone.control.until(lambda state: len(state["displays"]) == 1)

    run(body())


@pytest.mark.parametrize("end", ["console", "video", "control", "connection"])
def test_a_session_ends_with_its_shell_or_its_sockets_and_takes_its_display_along(run, end: str) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="640x480/120", app=MAPS) as (phone, session):
            await session.packet()
            await phone.control.display(MAPS)
            if end == "connection":
                session.console.host.writer.close()
            else:
                stream: HostStream = getattr(session, end)
                stream.close()
            state = await phone.control.until(lambda state: len(state["displays"]) == 1)
            assert state["displays"][0]["apps"] == ["com.android.launcher3"]

    run(body())


def test_without_destroying_content_the_app_moves_to_the_phones_own_display(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            async with scrcpy(host, "4.1", new_display="640x480/120", vd_destroy_content=False, app=MAPS):
                await phone.control.display(MAPS)
            state = await phone.control.until(lambda state: len(state["displays"]) == 1)
            assert state["displays"][0]["app"] == MAPS

    run(body())


def test_apps_start_by_name_restart_and_are_missed_in_words(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="640x480/120", vd_system_decorations=False) as (phone, session):
            assert session.control is not None
            display = (await phone.control.state())["displays"][1]
            assert display["app"] is None

            def start(name: str) -> None:
                assert session.control is not None
                session.control.write(bytes([16, len(name)]) + name.encode())

            start("org.example.nothing")
            start("?map")
            await phone.control.display(MAPS)
            start(f"+{MAPS}")
            await phone.control.until(lambda state: state["launches"].get(MAPS) == 2)
            session.control.write(bytes([4, 0]) + bytes([4, 1]))
            await phone.control.until(lambda state: state["displays"][1]["app"] is None)
            session.control.close()
            words = (await session.console.rest()).decode("utf-8", "replace")
            assert 'No app found for package "org.example.nothing"' in words
            assert 'Starting app "Maps" [org.example.maps] on display 2...' in words

    run(body())


def test_clipboards_are_set_acknowledged_and_told(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="640x480/120", app="org.example.assistant") as (phone, session):
            await phone.control.display("org.example.assistant")
            assert session.control is not None
            text = "Grüße".encode()
            session.control.write(struct.pack(">BqBI", 9, 42, 1, len(text)) + text)
            assert await session.control.exactly(9) == struct.pack(">Bq", 1, 42)
            state = await phone.control.state()
            assert state["clipboard"] == "Grüße"
            assert state["displays"][1]["details"]["typed"] == "Grüße", "paste was asked for"
            await phone.control("copy", text="from the phone")
            assert await session.control.exactly(5 + 14) == struct.pack(">BI", 0, 14) + b"from the phone"

    run(body())


@pytest.mark.parametrize(("version", "message"), [("4.1", b"\xfe"), ("3.3.4", struct.pack(">BHH", 21, 640, 480))])
def test_an_unknown_control_message_ends_the_session(run, version: str, message: bytes) -> None:
    async def body() -> None:
        async with driven(version, new_display="640x480/120") as (phone, session):
            assert session.control is not None
            session.control.write(message)
            words = (await session.console.rest()).decode("utf-8", "replace")
            assert f"Control protocol error: Unknown event type: {message[0]}" in words
            await phone.control.until(lambda state: len(state["displays"]) == 1)

    run(body())


async def packets(stream: HostStream, count: int, four: bool) -> list[tuple[bool, int, bytes]]:
    """(is config, pts in us, data) of an audio socket."""
    config, key = (1 << 62, 1 << 61) if four else (1 << 63, 1 << 62)
    found = []
    for _ in range(count):
        word, size = struct.unpack(">QI", await stream.exactly(12))
        found.append((bool(word & config), word & (key - 1), await stream.exactly(size)))
    return found


@pytest.mark.parametrize("version", ["3.3.4", "4.1"])
def test_raw_sound_is_silence_then_music_in_real_time(run, version: str) -> None:
    async def body() -> None:
        async with driven(version, audio=True, audio_codec="raw", new_display="640x480/120", app=PLAYER) as (
            phone,
            session,
        ):
            assert session.audio is not None
            assert await session.audio.exactly(4) == b"\x00raw"
            silent = await packets(session.audio, 5, session.four)
            assert all(len(data) == 3840 and not any(data) for _, _, data in silent)
            await phone.control("music", playing=True)
            # The piece is made when it is first played, which takes a moment.
            while not any((await packets(session.audio, 1, session.four))[0][2]):
                pass
            heard = await packets(session.audio, 60, session.four)
            times = np.diff([pts for _, pts, _ in heard])
            assert np.median(times) == pytest.approx(20_000, abs=2)
            sound = np.frombuffer(b"".join(data for _, _, data in heard), "<i2").reshape(-1, 2)
            assert np.abs(sound).max() > 2000
            assert (sound[:, 0] != sound[:, 1]).any(), "it is stereo"
            # Neither clicks nor clipping: no step between samples is larger than music of this loudness has.
            assert np.abs(np.diff(sound.astype(int), axis=0)).max() < 8000

    run(body())


@pytest.mark.parametrize(
    ("codec", "name", "ident"), [("opus", "opus", b"opus"), ("aac", "aac", b"\0aac"), ("flac", "flac", b"flac")]
)
def test_encoded_sound_decodes_to_the_music(run, codec: str, name: str, ident: bytes) -> None:
    async def body() -> None:
        async with driven("4.1", audio=True, audio_codec=codec, new_display="640x480/120", phone=("--play",)) as (
            _,
            session,
        ):
            assert session.audio is not None
            assert await session.audio.exactly(4) == ident
            (config, _, extradata), *rest = await packets(session.audio, 25 if codec == "flac" else 100, four=True)
            assert config
            decoder = av.CodecContext.create(codec, "r")
            decoder.extradata = extradata
            decoder.sample_rate = 48_000
            decoder.layout = "stereo"
            frames = [frame for _, _, data in rest for frame in decoder.decode(av.Packet(data))]
            assert {frame.sample_rate for frame in frames} == {48_000}
            assert max(np.abs(frame.to_ndarray().astype(float)).max() for frame in frames) > 0.01

    run(body())


def test_a_stuck_reader_holds_only_its_own_session(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            await phone.control("testcard", fps=60)
            async with (
                scrcpy(host, "4.1", new_display="640x480/120", app="org.example.testcard") as stuck,
                scrcpy(host, "4.1", new_display="640x480/120", app=MAPS) as other,
            ):
                await stuck.packet()
                assert stuck.video is not None
                stuck.video.hold = True
                for _ in range(20):
                    await other.packet()
                assert (await shell(host, "echo alive"))[0] == b"alive\n"
                stuck.video.release()
                for _ in range(10):
                    await stuck.packet()

    run(body())


def cpu_s(pid: int) -> float:
    """CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_killed_host_leaves_nothing_behind_and_an_idle_phone_costs_nothing(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone:
            pid = phone.process.pid
            threads = len(os.listdir(f"/proc/{pid}/task"))
            for _ in range(12):
                async with (
                    connect(phone.address) as host,
                    scrcpy(host, "4.1", new_display="640x480/120", app=MAPS) as session,
                ):
                    await session.packet()
                    host.writer.transport.abort()
            await phone.control.until(lambda state: state["connections"] == 0 and len(state["displays"]) == 1)
            assert (await phone.control.state())["launches"][MAPS] == 12
            # The pool in which ends of threads are waited for may grow to its own size, whatever the number of hosts.
            assert len(os.listdir(f"/proc/{pid}/task")) <= threads + (os.cpu_count() or 1) + 4
            before = cpu_s(pid)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(phone.process.wait(), 1.0)
            assert cpu_s(pid) - before <= 0.02

    run(body())
