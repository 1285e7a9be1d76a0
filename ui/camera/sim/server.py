"""Serves simulated cameras: ``GET /rear`` answers multipart/x-mixed-replace, as network cameras and mjpg-streamer do."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ui.camera.sim.camera import FAULTS, SimCamera

__all__ = ["CameraServer", "answer", "follow_car", "open_control"]

_BOUNDARY = "pillionpicture"
_HEAD = (
    "HTTP/1.1 200 OK\r\nServer: pillion-sim\r\nCache-Control: no-store\r\nConnection: close\r\n"
    f"Content-Type: multipart/x-mixed-replace; boundary={_BOUNDARY}\r\n\r\n"
)
_CAR_S, _CAR_UNWATCHED_S = 0.1, 0.5
_CAR_NAMES = ("parking.rear_center", "parking.front_center", "night")


class CameraServer:
    """By name; each client gets every picture, a client that does not read gets none of the others' time."""

    def __init__(self, cameras: Mapping[str, SimCamera]) -> None:
        self.cameras = dict(cameras)
        self.clients = 0
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, port: int) -> int:
        """Serve on loopback; returns the port. Raises OSError."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Hang up."""
        if self._server is not None:
            self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.clients += 1
        try:
            with contextlib.suppress(ConnectionError, TimeoutError, asyncio.IncompleteReadError):
                async with asyncio.timeout(5):
                    head = await reader.readuntil(b"\r\n\r\n")
                path = head.split()[1].decode("latin-1").strip("/")
                await self._answer(path, writer)
        except asyncio.CancelledError:
            pass  # hung up by `close`, which waits for this; asyncio would complain of it on Python 3.11
        finally:
            self.clients -= 1
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        camera = self.cameras.get(path)
        if camera is None or "refuse" in camera.faults:
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            return
        writer.write(_HEAD.encode())
        loop = asyncio.get_running_loop()
        due = loop.time()
        while "close" not in camera.faults and "refuse" not in camera.faults:
            if "stall" not in camera.faults:
                data = camera.picture()
                head = f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
                writer.write(head.encode() + data + b"\r\n")
                await writer.drain()
            due = max(due + camera.pause_s, loop.time() - camera.pause_s)
            if await _pause(camera, due - loop.time()):
                due = loop.time()


async def _pause(camera: SimCamera, seconds: float) -> bool:
    """Whether it was cut short, because somebody looks now."""
    if camera.watched:
        await asyncio.sleep(max(0.0, seconds))
        return False
    try:
        async with asyncio.timeout(seconds):
            return await camera.woken.wait()
    except TimeoutError:
        return False


async def follow_car(cameras: Mapping[str, SimCamera], control: str) -> None:
    """Look at the simulated car through its control socket, for good; without one the scene stands still."""
    while True:
        try:
            reader, writer = await asyncio.open_unix_connection(control)
            try:
                while True:
                    writer.write(json.dumps({"get": list(_CAR_NAMES)}).encode() + b"\n")
                    told = json.loads(await reader.readline() or b"{}")
                    if not told.get("ok"):
                        break
                    for camera in cameras.values():
                        camera.look(told["values"])
                    watched = any(camera.watched for camera in cameras.values())
                    await asyncio.sleep(_CAR_S if watched else _CAR_UNWATCHED_S)
            finally:
                writer.close()
        except (OSError, ValueError):
            pass  # not there yet, or gone
        await asyncio.sleep(0.3)


def answer(cameras: Mapping[str, SimCamera], line: bytes) -> dict[str, Any]:
    """Carry out a line such as {"fault": "freeze", "on": true, "camera": "rear"}. Never raises."""
    try:
        request = json.loads(line)
        chosen = [cameras[request["camera"]]] if "camera" in request else list(cameras.values())
        for camera in chosen:
            if "fault" in request:
                camera.fault(str(request["fault"]), bool(request.get("on", True)))
            if "watched" in request:
                camera.watch(bool(request["watched"]))
            if "night" in request:
                camera.at_night(bool(request["night"]))
            if request.get("heal"):
                camera.faults.clear()
        numbers = {name: camera.number for name, camera in cameras.items()}
        watched = [name for name, camera in cameras.items() if camera.watched]
        return {"ok": True, "faults": list(FAULTS), "numbers": numbers, "watched": watched}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        return {"ok": False, "error": str(error.args[0] if error.args else error)}


async def open_control(path: str, act: Callable[[bytes], dict[str, Any]]) -> asyncio.Server:
    """One JSON object a line, one answer a line, on a Unix socket. Raises OSError."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                writer.write(json.dumps(act(line)).encode() + b"\n")
                await writer.drain()
        except (ConnectionError, ValueError, asyncio.CancelledError):
            pass  # the client left, or we do
        finally:
            writer.close()

    Path(path).unlink(missing_ok=True)
    return await asyncio.start_unix_server(serve, path)
