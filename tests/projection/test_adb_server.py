"""Through a real adb server: hot-plug, services, and the phone's loss and return. Skips where adb is not installed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from backends.projection.adb import push_file, run_shell, stat_file
from backends.projection.adb.server import AdbServer, ServerDevice
from backends.projection.errors import LinkLost, PeerFault, Unsupported
from backends.projection.service import ProjectionService
from tests.fakes.adb import adb_server, needs_adb
from tests.fakes.host import local_link, until
from tests.fakes.projection import Client
from tests.fakes.scripted_phone import PhoneState, running_phone


@needs_adb
def test_verbs_through_a_real_server(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with adb_server(tmp_path) as server, running_phone() as phone:
            assert "connected to" in await server.connect_address(phone.address)
            assert (await server.devices())[phone.address].model == "Fake 7"
            features = await server.features(phone.address)
            assert "shell_v2" in features
            device = ServerDevice(server, phone.address, "Fake 7", features)
            result = await run_shell(device, "dumpsys battery")
            assert (b"level: 77" in result.output, result.status) == (True, 0)
            assert (await run_shell(device, "nonsense")).status == 127
            content = os.urandom(300_000)
            await push_file(device, content, "/data/local/tmp/x")
            assert phone.files["/data/local/tmp/x"] == content
            assert await stat_file(device, "/data/local/tmp/x") == len(content)
            assert await stat_file(device, "/data/local/tmp/y") is None
            with pytest.raises(Unsupported):
                await device.open("localabstract:scrcpy_00000000")
            with pytest.raises(Unsupported, match="not found"):
                await server.features("nobody")

    run(body())


@needs_adb
def test_apps_open_through_a_real_server_and_return(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        jar = tmp_path / "scrcpy-server-v4.1"
        jar.write_bytes(b"PK" * 5000)
        states: list[str] = []
        async with adb_server(tmp_path) as server, running_phone(PhoneState(max_payload=4096)) as phone:
            options = {"adb_server": f"127.0.0.1:{server.port}", "server_jar": str(jar)}
            async with local_link({"projection": ProjectionService(options)}) as link:
                link.on_signal("projection", "SessionChanged", lambda report: states.append(report["state"]))
                devices: dict[str, str] = {}
                link.on_signal("projection", "DeviceChanged", lambda it: devices.update({it["id"]: it["state"]}))
                await server.connect_address(phone.address)
                await until(lambda: devices.get(phone.address) == "ready", what="the phone")
                await link.call("projection", "OpenApp", phone.address, "org.example.maps", 640, 360, 160)
                await until(lambda: "focused" in states, what="the app")
                await phone.leave()
                await until(lambda: states[-1] == "discovering", what="the loss")
                assert devices[phone.address] == "lost"
                states.clear()
                await phone.arrive()
                came_s = asyncio.get_running_loop().time()
                await until(lambda: "focused" in states, what="the return")
                assert asyncio.get_running_loop().time() - came_s < 3

    run(body(), 60)


@needs_adb
def test_a_phone_that_somebody_disconnected_stays_away(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backends.projection.scrcpy.tracker.CHECK_EVERY_S", 0.05)
    monkeypatch.setattr("backends.projection.scrcpy.tracker.REACH_STEPS_S", (0.05,))

    async def body() -> None:
        async with adb_server(tmp_path) as server, running_phone() as phone:
            options = {"adb_server": f"127.0.0.1:{server.port}"}
            async with local_link({"projection": ProjectionService(options)}) as link:
                it = Client(link, phone.address)
                await server.connect_address(phone.address)
                await it.ready()
                await server.disconnect_address(phone.address)
                await until(lambda: it.devices[phone.address]["state"] == "lost", what="the loss")
                # Ten times the pace of reaching: had it been reached for, it would be back.
                with pytest.raises(TimeoutError):
                    await until(lambda: it.devices[phone.address]["state"] == "ready", 0.5)
                assert await server.devices() == {}

    run(body())


def test_a_server_that_talks_nonsense(run: Any) -> None:
    async def body() -> None:
        answers = [b"HELO", b"OKAYzzzz", b"OKAY-001", b"FAIL0005nope!", b"OKAY0", b""]

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(100)
            writer.write(answers.pop(0))
            writer.close()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as listener:
            server = AdbServer("127.0.0.1", listener.sockets[0].getsockname()[1])
            for expected in (PeerFault, PeerFault, PeerFault, Unsupported, LinkLost, LinkLost):
                with pytest.raises(expected):
                    await server.devices()

    run(body())


class ScriptedServer:
    """An adb server as far as tracking goes; its phones answer no service."""

    def __init__(self) -> None:
        self.lines = ""
        self.port = 0
        self._news: list[asyncio.StreamWriter] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._news:
            writer.close()
        self._news.clear()
        await asyncio.gather(*self._tasks)

    def say(self, lines: str) -> None:
        """The list is another now."""
        self.lines = lines
        for writer in self._news:
            writer.write(b"%04x%s" % (len(lines), lines.encode()))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            request = (await reader.readexactly(int(await reader.readexactly(4), 16))).decode()
            if request == "host:track-devices":
                writer.write(b"OKAY%04x%s" % (len(self.lines), self.lines.encode()))
                self._news.append(writer)
                await reader.read()
            elif request == "host:devices-l":
                line = "R5CT1 device usb:1-1 model:Pixel_7\n"
                writer.write(b"OKAY%04x%s" % (len(line), line.encode()))
            elif request.endswith(":features"):
                writer.write(b"OKAY0008shell_v2")
            else:
                writer.write(b"FAIL0002no")
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()


def test_a_phone_on_usb_from_plug_to_unplug(run: Any) -> None:
    async def body() -> None:
        server = ScriptedServer()
        await server.start()
        options = {"adb_server": f"127.0.0.1:{server.port}"}
        async with local_link({"projection": ProjectionService(options)}) as link:
            it = Client(link, "R5CT1")
            removed: list[str] = []
            link.on_signal("projection", "DeviceRemoved", removed.append)

            async def stands(state: str) -> dict[str, Any]:
                await until(lambda: it.devices.get("R5CT1", {}).get("state") == state, what=state)
                return it.devices["R5CT1"]

            server.say("stranger\toffline\nR5CT1\tunauthorized\n")
            assert "screen" in (await stands("unauthorized"))["problem"]
            server.say("R5CT1\tno permissions (missing udev rules?)\n")
            await until(lambda: "udev" in it.devices["R5CT1"]["problem"], what="the reason")
            await until(lambda: removed == ["stranger"], what="the stranger's going")
            server.say("R5CT1\tdevice\n")
            ready = await stands("ready")
            assert (ready["name"], ready["transport"]) == ("Pixel 7", "adb-server")
            await it.refused("Refused", "RemoveDevice", "R5CT1")
            server.say("")
            assert "unplugged" in (await stands("lost"))["problem"]
            server.say("R5CT1\tdevice\n")
            await stands("ready")
            await server.stop()
            await stands("lost")
            server.lines = "R5CT1\tdevice\n"
            await server.start()
            await stands("ready")
            server.say("")
            await stands("lost")
            await it.call("RemoveDevice", "R5CT1")
            assert await it.call("Devices") == []
        await server.stop()

    run(body())
