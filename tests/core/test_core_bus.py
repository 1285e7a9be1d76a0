"""The bus adapter against a real dbus-daemon."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import os
import signal
import socket
import struct
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus, BusLost
from backends.core.errors import NotFound
from backends.core.launcher import Launcher
from backends.core.service import Exported, current_caller
from backends.core.spec import parse_spec
from backends.interfaces import ServiceError
from tests.fakes.host import private_bus, until

XML = """<node><interface name="org.example.Echo1">
  <method name="Echo"><arg name="in" type="v" direction="in"/><arg name="out" type="v" direction="out"/></method>
  <method name="Both"><arg type="a{sv}" direction="in"/><arg type="u" direction="out"/><arg type="as" direction="out"/></method>
  <method name="Pipe"><arg type="h" direction="out"/></method>
  <method name="Fail"/>
  <signal name="Said"><arg type="s"/></signal>
  <property name="Level" type="u" access="readwrite"/>
</interface></node>"""
NAME, PATH, INTERFACE = "org.example.Echo1", "/org/example/Echo1", "org.example.Echo1"


class Echo(Exported):
    def __init__(self) -> None:
        super().__init__(parse_spec(XML, INTERFACE))
        self.set_property("Level", 1)
        self.callers: list[str] = []

    def echo(self, value: Any) -> Any:
        self.callers.append(current_caller.get())
        return value

    async def both(self, values: dict[str, Any]) -> tuple[int, list[str]]:
        return len(values), sorted(values)

    def pipe(self) -> int:
        reader, writer = os.pipe()
        os.write(writer, b"through")
        os.close(writer)
        return reader

    def fail(self) -> None:
        raise NotFound("There is no such thing. Ask for the list again.")

    def write_level(self, value: int) -> None:
        self.set_property("Level", value)


async def served(address: str) -> tuple[Bus, Bus, Echo]:
    server, client, echo = await Bus.connect(address), await Bus.connect(address), Echo()
    server.export(PATH, echo)
    await server.request_name(NAME)
    return server, client, echo


def with_echo(run: Any, body: Callable[[Bus, Bus, Echo], Any]) -> None:
    async def main() -> None:
        async with private_bus() as address:
            server, client, echo = await served(address)
            try:
                await body(server, client, echo)
            finally:
                await client.close()
                await server.close()

    run(main())


def test_values_travel_there_and_back(run: Any) -> None:
    async def body(_: Bus, client: Bus, echo: Echo) -> None:
        for value in (True, 7, 2**40, 1.5, "grüezi", b"\0\1", ["a"], {"a": {"b": [1, "c"]}}, [{"x": 1}]):
            assert await client.call(NAME, PATH, INTERFACE, "Echo", "v", (value,)) == (value,)
        assert await client.call(NAME, PATH, INTERFACE, "Both", "a{sv}", ({"k": 1, "a": 2},)) == (2, ["a", "k"])
        assert set(echo.callers) == {client.unique_name}

    with_echo(run, body)


def test_errors_carry_their_name_and_text(run: Any) -> None:
    async def body(_: Bus, client: Bus, echo: Echo) -> None:
        with pytest.raises(ServiceError, match="Ask for the list again") as caught:
            await client.call(NAME, PATH, INTERFACE, "Fail")
        assert caught.value.name == "NotFound"
        for member, signature, args in (("Nothing", "", ()), ("Echo", "s", ("x",)), ("Echo", "", ())):
            with pytest.raises(ServiceError) as caught:
                await client.call(NAME, PATH, INTERFACE, member, signature, args)
            assert caught.value.name == "Invalid"
        with pytest.raises(ServiceError) as caught:
            await client.call("org.example.Nobody", PATH, INTERFACE, "Echo", "v", (1,))
        assert caught.value.name == "Gone"

    with_echo(run, body)


def test_a_file_descriptor_arrives_and_none_stays_behind(run: Any) -> None:
    async def body(_: Bus, client: Bus, echo: Echo) -> None:
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(20):
            (fd,) = await client.call(NAME, PATH, INTERFACE, "Pipe")
            assert os.read(fd, 100) == b"through"
            os.close(fd)
        await until(lambda: len(os.listdir("/proc/self/fd")) <= before, what="descriptors closed")

    with_echo(run, body)


def test_signals_and_properties_reach_a_follower(run: Any) -> None:
    async def body(_: Bus, client: Bus, echo: Echo) -> None:
        said: list[Any] = []
        stop = client.on_signal(INTERFACE, "Said", lambda sender, args: said.append(args), path=PATH)
        client.on_signal("org.freedesktop.DBus.Properties", "PropertiesChanged", lambda s, a: said.append(a[1]))
        await client.call(NAME, PATH, INTERFACE, "Both", "a{sv}", ({},))  # no match is later than the next call
        echo.emit("Said", "one")
        await client.call(NAME, PATH, "org.freedesktop.DBus.Properties", "Set", "ssv", (INTERFACE, "Level", 9))
        await until(lambda: said == [("one",), {"Level": 9}], what=str(said))
        stop()
        await client.names()
        echo.emit("Said", "two")
        await client.names()
        assert ("two",) not in said

    with_echo(run, body)


def test_introspection_shows_the_interface(run: Any) -> None:
    async def body(_: Bus, client: Bus, echo: Echo) -> None:
        (xml,) = await client.call(NAME, PATH, "org.freedesktop.DBus.Introspectable", "Introspect")
        assert parse_spec(xml, INTERFACE).methods == echo.spec.methods

    with_echo(run, body)


def test_a_taken_name_says_so(run: Any) -> None:
    async def body(_: Bus, client: Bus, echo: Echo) -> None:
        with pytest.raises(BusLost, match="is taken"):
            await client.request_name(NAME)

    with_echo(run, body)


def test_nobody_at_the_address_says_so_and_leaves_nothing_open(run: Any, tmp_path: Path) -> None:
    async def main() -> None:
        refused = tmp_path / "refused"
        with socket.socket(socket.AF_UNIX) as unheard:
            unheard.bind(str(refused))
        before = len(os.listdir("/proc/self/fd"))
        for path in (tmp_path / "nothing", refused):
            with pytest.raises(BusLost, match="No D-Bus daemon answers"):
                await Bus.connect(f"unix:path={path}")
        gc.collect()
        assert len(os.listdir("/proc/self/fd")) == before

    run(main())


def test_a_stopped_reader_costs_nothing_but_patience(run: Any) -> None:
    """The daemon stands still until our socket is full; the connection must live and deliver when it goes on."""

    async def main() -> None:
        async with Launcher() as launcher:
            server, client, echo = await served(launcher.address)
            heard: list[str] = []
            client.on_signal(INTERFACE, "Said", lambda _, args: heard.append(args[0][:4]))
            await client.names()
            pid = launcher.children["bus"].pid
            assert pid
            os.kill(pid, signal.SIGSTOP)
            try:
                sent = refused = 0
                while not refused:
                    taken = echo.emit("Said", f"{sent:04d}" + "x" * 20_000, lane="display")
                    sent, refused = sent + taken, refused + (not taken)
                    await asyncio.sleep(0)
                assert server.backlog > 0
                assert server.connected
            finally:
                os.kill(pid, signal.SIGCONT)
            await until(lambda: len(heard) == sent, what="every accepted signal delivered")
            assert heard == [f"{n:04d}" for n in range(sent)]
            await client.close()
            await server.close()

    run(main())


def test_what_follows_an_answer_is_told_after_whoever_waited_for_the_answer(run: Any) -> None:
    """A snapshot is asked for, and a change comes right behind it: taken the other way round, the old value would stay."""
    news = "news " + 1000 * "x"

    class Prompt(Echo):
        def echo(self, value: Any) -> Any:
            asyncio.get_running_loop().call_soon(self.emit, "Said", news)
            return value

    async def serve(address: str, ready: threading.Event, ended: threading.Event) -> None:
        server = await Bus.connect(address)
        server.export(PATH, Prompt())
        await server.request_name(NAME)
        ready.set()
        await asyncio.to_thread(ended.wait, 20)
        await server.close()

    async def body(client: Bus) -> None:
        order: list[str] = []
        client.on_signal(INTERFACE, "Said", lambda _, args: order.append(str(args[0])[:4]), path=PATH)
        await client.call(NAME, PATH, INTERFACE, "Echo", "v", ("warm",))
        await until(lambda: order == ["news"], what="the first change")
        order.clear()

        def busy() -> None:
            """A display that does something else until answer and change both wait in its socket."""
            waiting, deadline = bytearray(4), time.monotonic() + 5
            while struct.unpack("i", waiting)[0] < len(news) and time.monotonic() < deadline:
                fcntl.ioctl(client._connection._fd, termios.FIONREAD, waiting)

        async def ask() -> None:
            await client.call(NAME, PATH, INTERFACE, "Echo", "v", ("snapshot",))
            order.append("answer")

        answer = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        await until(lambda: client.backlog == 0, what="the question's being sent")
        busy()
        await answer
        await until(lambda: len(order) == 2, what="both")
        assert order == ["answer", "news"]

    async def main() -> None:
        async with private_bus() as address:
            ready, ended = threading.Event(), threading.Event()
            thread = threading.Thread(target=asyncio.run, args=(serve(address, ready, ended),))
            thread.start()
            try:
                assert await asyncio.to_thread(ready.wait, 10)
                client = await Bus.connect(address)
                try:
                    await body(client)
                finally:
                    await client.close()
            finally:
                ended.set()
                await asyncio.to_thread(thread.join)

    run(main())


def test_a_signal_that_is_no_longer_followed_is_not_told(run: Any) -> None:
    async def body(_server: Bus, client: Bus, echo: Echo) -> None:
        told: list[str] = []
        stops: list[Callable[[], None]] = []

        def first(_: str, args: tuple[Any, ...]) -> None:
            told.append(f"first {args[0]}")
            stops[0]()

        client.on_signal(INTERFACE, "Said", first, path=PATH)
        stops.append(client.on_signal(INTERFACE, "Said", lambda _, args: told.append(f"second {args[0]}"), path=PATH))
        await client.call(NAME, PATH, INTERFACE, "Echo", "v", ("warm",))
        echo.emit("Said", "a")
        echo.emit("Said", "b")
        await until(lambda: "first b" in told, what="both")
        assert told == ["first a", "first b"]

    with_echo(run, body)
