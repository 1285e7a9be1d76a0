"""Backends in processes of their own: calls, descriptors, signals, and what happens when one dies or babbles."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.core.errors import Failed, Offline, Refused
from backends.projection.service import ProjectionService
from backends.projection.worker import BackendProcess
from backends.projection.worker.channel import MESSAGE_MAX, Channel, ChannelError
from tests.fakes.host import local_link, until
from tests.fakes.projection import PARKED, Client, Vehicle
from tests.fakes.scripted_phone import PhoneState, running_phone

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@asynccontextmanager
async def _service(tmp_path: Path, workers: str) -> AsyncIterator[tuple[Client, ProjectionService]]:
    jar = tmp_path / f"scrcpy-server-v{PhoneState().version}"
    jar.write_bytes(b"PK not really " * 10000)
    async with running_phone() as phone:
        options = {"workers": workers, "adb_server": "off", "server_jar": str(jar), "devices": phone.address}
        service = ProjectionService(options)
        async with local_link({"vehicle": Vehicle(PARKED), "projection": service}) as link:
            yield Client(link, phone.address), service


class Child:
    """A backend's process, and what it said."""

    def __init__(self, **options: Any) -> None:
        self.said: list[tuple[str, list[Any]]] = []
        self.there: list[bool] = []
        self.process = BackendProcess(
            "wilful",
            "tests.fakes.backend:WilfulBackend",
            options,
            lambda member, args: self.said.append((member, args)),
            self.there.append,
        )


@asynccontextmanager
async def _child(**options: Any) -> AsyncIterator[Child]:
    child = Child(**options)
    child.process.start()
    try:
        await until(lambda: child.there[-1:] == [True], what="the backend")
        yield child
    finally:
        await child.process.stop()
        assert child.process.pid is None


def test_calls_signals_and_descriptors(run: Any) -> None:
    async def body() -> None:
        async with _child() as child:
            call = child.process.call
            assert (await call("devices"))[0]["pid"] == child.process.pid != os.getpid()
            assert await call("echo", 1, "ä", [1, 2.5, True], {"a": None}) == [1, "ä", [1, 2.5, True], {"a": None}]
            handles = [await call("open_video", f"picture {index}") for index in range(20)]
            for index, handle in enumerate(handles):
                assert os.read(handle, 100).decode() == f"picture {index}"
                os.close(handle)
            await call("tell", "x", {"width": 3})
            await until(lambda: child.said == [("Told", ["x", {"width": 3}])], what="the signal")
            with pytest.raises(Refused, match="not while driving"):
                await call("refuse", "not while driving")
            with pytest.raises(Failed, match="a fault of ours"):
                await call("stumble")
            with pytest.raises(Failed, match="has no _answer"):
                await call("_answer")
            with pytest.raises(Offline):
                await call("hang", timeout_s=0.1)
            big = "x" * 1_000_000
            assert await call("echo", big) == [big]

    run(body())


def test_a_backend_that_dies_costs_its_calls_and_is_back_soon(run: Any) -> None:
    async def body() -> None:
        async with _child() as child:
            first = child.process.pid
            hanging = asyncio.ensure_future(child.process.call("hang"))
            await child.process.call("echo")
            with pytest.raises(Offline, match="lost"):
                await child.process.call("die")
            with pytest.raises(Offline, match="lost"):
                await hanging
            began = asyncio.get_running_loop().time()
            await until(lambda: child.there == [True, False, True], what="its return")
            assert asyncio.get_running_loop().time() - began < 2
            assert child.process.pid != first
            assert await child.process.call("echo", "back") == ["back"]

    run(body())


def test_a_backend_that_babbles_is_replaced(run: Any) -> None:
    async def body() -> None:
        async with _child() as child:
            first = child.process.pid
            with pytest.raises(Offline):
                await child.process.call("babble")
            await until(lambda: child.there[-1] is True and child.process.pid != first, what="another one")

    run(body())


def test_one_that_hangs_is_replaced(run: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    monkeypatch.setattr("backends.projection.worker.child.HEARTBEAT_S", 0.05)
    monkeypatch.setattr("backends.projection.worker.child.PATIENCE_S", 1.0)

    async def body() -> None:
        async with _child() as child:
            first = child.process.pid
            with pytest.raises(Offline):
                await child.process.call("spin")
            await until(lambda: child.there == [True, False, True], what="another one")
            assert child.process.pid != first
            assert await child.process.call("echo", "back") == ["back"]

    run(body())
    assert "it does not answer" in caplog.text


def test_one_that_cannot_start_says_why(run: Any) -> None:
    async def body() -> None:
        child = Child(refuse="max_fps takes 1 to 240")
        child.process.start()
        await until(lambda: "max_fps" in child.process.problem, what="its reason")
        with pytest.raises(Offline):
            await child.process.call("devices")
        assert child.there == []
        await child.process.stop()

    run(body())


def _pair(heard: list[tuple[dict[str, Any], list[int]]], ended: list[bool]) -> tuple[Channel, socket.socket]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    return Channel(ours, lambda message, fds: heard.append((message, fds)), lambda: ended.append(True)), theirs


@settings(max_examples=40, deadline=None)
@given(messages=st.lists(st.tuples(st.text(max_size=3000), st.integers(0, 2)), max_size=30))
def test_messages_and_descriptors_arrive_in_order_over_a_narrow_socket(messages: list[tuple[str, int]]) -> None:
    async def body() -> None:
        heard: list[tuple[dict[str, Any], list[int]]] = []
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        for end in (ours, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        sender = Channel(ours, lambda *_: None, lambda: None)
        receiver = Channel(theirs, lambda message, fds: heard.append((message, fds)), lambda: None)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for text, count in messages:
            sender.send({"text": text}, [nothing] * count)
        await until(lambda: len(heard) == len(messages), what="all messages")
        assert [(message["text"], len(fds)) for message, fds in heard] == messages
        for _, fds in heard:
            for fd in fds:
                os.close(fd)
        os.close(nothing)
        sender.close()
        receiver.close()

    asyncio.run(body())


@pytest.mark.parametrize("garbage", [b"\xff" * 40, b"\x03\0\0\0\0abc", b"\x02\0\0\0\x01{}", b"\x02\0\0\0\0[]"])
def test_garbage_ends_a_channel_and_leaks_nothing(run: Any, garbage: bytes) -> None:
    async def body() -> None:
        before = len(os.listdir("/proc/self/fd"))
        heard: list[tuple[dict[str, Any], list[int]]] = []
        ended: list[bool] = []
        channel, theirs = _pair(heard, ended)
        theirs.sendall(garbage)
        await until(lambda: ended == [True], what="the end")
        assert heard == []
        with pytest.raises(ChannelError):
            channel.send({})
        theirs.close()
        assert len(os.listdir("/proc/self/fd")) == before

    run(body())


def test_what_is_too_large_is_refused(run: Any) -> None:
    async def body() -> None:
        channel, theirs = _pair([], [])
        with pytest.raises(ChannelError, match="too large"):
            channel.send({"x": "y" * MESSAGE_MAX})
        channel.close()
        theirs.close()

    run(body())


@pytest.mark.parametrize("workers", ["0", "1"])
def test_the_service_is_the_same_with_its_backends_here_or_apart(run: Any, tmp_path: Path, workers: str) -> None:
    async def body() -> None:
        async with _service(tmp_path, workers) as (client, _):
            await client.ready()
            session = await client.shown("org.example.maps")
            handle = await client.call("OpenVideo", session)
            os.close(handle)
            await client.call("Touch", session, [(0, 0, 0.5, 0.5, 1.0)])
            assert [one["id"] for one in await client.call("Sessions")] == [session]
            await client.call("Close", session)
            await until(lambda: client.said[-1]["state"] == "closed", what="its end")
            assert await client.call("Sessions") == []

    run(body())


def test_a_dead_backend_ends_its_sessions_and_its_phones_return(run: Any, tmp_path: Path) -> None:
    async def body() -> None:
        async with _service(tmp_path, "1") as (client, service):
            await client.ready()
            session = await client.shown("org.example.maps")
            backend = service._router.running.backends["scrcpy"]
            os.kill(backend.pid, signal.SIGKILL)
            await until(lambda: client.said[-1]["state"] == "closed", what="the session's end")
            assert "comes back by itself" in client.said[-1]["text"]
            began = asyncio.get_running_loop().time()
            await until(lambda: client.devices[client.device]["state"] == "ready", what="the phone's return")
            assert asyncio.get_running_loop().time() - began < 3
            again = await client.shown("org.example.maps")
            assert again != session

    run(body())
