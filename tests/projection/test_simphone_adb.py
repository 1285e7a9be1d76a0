"""The phone's adbd: against Debian's adb, and byte by byte."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import os
import shutil
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

from tests.fakes.phone import PhoneProcess, phone_process
from tests.fakes.phone_host import Host, connect, packet, push, shell

Adb = Callable[..., Awaitable[tuple[int, str]]]
_T = 20.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def real_adb(folder: Path) -> AsyncIterator[Adb]:
    """Debian's adb with a server and keys of its own."""
    if shutil.which("adb") is None:
        pytest.skip("adb is not installed (apt install adb)")
    environment = {
        **os.environ,
        "HOME": str(folder),
        "ANDROID_ADB_SERVER_PORT": str(free_port()),
        "ANDROID_VENDOR_KEYS": "",
    }

    async def adb(*arguments: str) -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            "adb", *arguments, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        async with asyncio.timeout(_T):
            output, _ = await process.communicate()
        return process.returncode or 0, output.decode()

    await adb("start-server")
    try:
        yield adb
    finally:
        await adb("kill-server")


async def attached(adb: Adb, phone: PhoneProcess) -> None:
    """Connect, and wait until adb calls it a device."""
    await adb("connect", phone.address)
    async with asyncio.timeout(_T):
        while f"{phone.address}\tdevice" not in (await adb("devices"))[1]:
            await asyncio.sleep(0.05)


def test_real_adb_connects_asks_pushes_and_pulls(run, tmp_path: Path) -> None:
    async def body() -> None:
        async with real_adb(tmp_path) as adb, phone_process() as phone:
            await attached(adb, phone)
            assert (await adb("-s", phone.address, "shell", "getprop", "ro.product.model")) == (0, "Sim One\n")
            assert (await adb("-s", phone.address, "shell", "exit 7"))[0] == 7
            assert "level: 78" in (await adb("-s", phone.address, "shell", "dumpsys", "battery"))[1]
            content = os.urandom(700_001)
            (tmp_path / "there").write_bytes(content)
            target = "/data/local/tmp/scrcpy-server.jar"
            status, output = await adb("-s", phone.address, "push", str(tmp_path / "there"), target)
            assert status == 0, output
            _, output = await adb("-s", phone.address, "shell", "sha256sum", target)
            assert output.split()[0] == hashlib.sha256(content).hexdigest()
            status, output = await adb("-s", phone.address, "pull", target, str(tmp_path / "back"))
            assert status == 0, output
            assert (tmp_path / "back").read_bytes() == content
            status, output = await adb("-s", phone.address, "push", str(tmp_path / "there"), "/system/app")
            assert status != 0
            assert "Read-only file system" in output

    run(body())


def test_real_adb_makes_and_removes_reverse_tunnels(run, tmp_path: Path) -> None:
    async def body() -> None:
        async with real_adb(tmp_path) as adb, phone_process() as phone:
            await attached(adb, phone)
            assert (await adb("-s", phone.address, "reverse", "localabstract:scrcpy_00000001", "tcp:27183"))[0] == 0
            assert "localabstract:scrcpy_00000001 tcp:27183" in (await adb("-s", phone.address, "reverse", "--list"))[1]
            again = await adb(
                "-s", phone.address, "reverse", "--no-rebind", "localabstract:scrcpy_00000001", "tcp:27184"
            )
            assert again[0] != 0
            assert (await adb("-s", phone.address, "reverse", "--remove", "localabstract:scrcpy_00000001"))[0] == 0
            assert "scrcpy" not in (await adb("-s", phone.address, "reverse", "--list"))[1]

    run(body())


def test_real_adb_is_unauthorized_until_somebody_allows_it(run, tmp_path: Path) -> None:
    async def body() -> None:
        async with real_adb(tmp_path) as adb, phone_process("--auth", "ask") as phone:
            await adb("connect", phone.address)
            await phone.control.until(lambda state: state["asking"] == 1)
            assert f"{phone.address}\tunauthorized" in (await adb("devices"))[1]
            assert await phone.control("answer", allow=True) == 1
            await attached(adb, phone)
            # The key is known from now on: nobody is asked again.
            await adb("disconnect", phone.address)
            await attached(adb, phone)
            assert (await phone.control.state())["asking"] == 0

    run(body())


class Key:
    """A key as adb has it."""

    def __init__(self) -> None:
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def sign(self, token: bytes) -> bytes:
        return self.private.sign(token, padding.PKCS1v15(), Prehashed(hashes.SHA1()))  # adb's own choice

    def public(self) -> bytes:
        numbers = self.private.public_key().public_numbers()
        inverse = (-pow(numbers.n, -1, 2**32)) % 2**32
        square = pow(2, 4096, numbers.n)
        parts = (numbers.n.to_bytes(256, "little"), square.to_bytes(256, "little"), struct.pack("<I", numbers.e))
        blob = struct.pack("<II", 64, inverse) + b"".join(parts)
        return base64.b64encode(blob) + b" driver@car\0"


async def greeted(address: str) -> Host:
    reader, writer = await asyncio.open_connection(*address.rsplit(":", 1))
    host = Host(reader, writer)
    host.send(b"CNXN", 0x01000001, 4096, b"host::\0")
    return host


def test_keys_are_challenged_offered_accepted_and_remembered(run) -> None:
    async def body() -> None:
        key = Key()
        async with phone_process() as phone:
            host = await greeted(phone.address)
            command, kind, _, token = await host.receive()
            assert (command, kind, len(token)) == (b"AUTH", 1, 20)
            host.send(b"AUTH", 2, 0, key.sign(token))
            command, kind, _, second = await host.receive()
            assert (command, kind) == (b"AUTH", 1), "an unknown key is challenged again"
            assert second != token
            host.send(b"AUTH", 3, 0, key.public())
            command, _, size, banner = await host.receive()
            assert command == b"CNXN"
            assert size >= 256 * 1024
            assert banner.startswith(b"device::ro.product.name=")
            assert b"shell_v2" in banner
            host.writer.close()

            host = await greeted(phone.address)
            _, _, _, token = await host.receive()
            host.send(b"AUTH", 2, 0, key.sign(bytes(20)))
            assert (await host.receive())[0] == b"AUTH", "a signature over something else is worth nothing"
            host.writer.close()

            host = await greeted(phone.address)
            _, _, _, token = await host.receive()
            host.send(b"AUTH", 2, 0, key.sign(token))
            assert (await host.receive())[0] == b"CNXN"
            host.writer.close()

            await phone.control("forget-keys")
            host = await greeted(phone.address)
            _, _, _, token = await host.receive()
            host.send(b"AUTH", 2, 0, key.sign(token))
            assert (await host.receive())[0] == b"AUTH"
            host.writer.close()

    run(body())


def test_a_denied_host_gets_no_service(run) -> None:
    async def body() -> None:
        key = Key()
        async with phone_process("--auth", "deny") as phone:
            host = await greeted(phone.address)
            await host.receive()
            host.send(b"AUTH", 3, 0, key.public())
            host.send(b"OPEN", 1, 0, b"shell:getprop\0")
            state = await phone.control.state()
            assert (state["connections"], state["authorised"]) == (1, 0)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(host.receive(), 0.3)
            host.writer.close()

    run(body())


def test_payloads_stay_within_the_hosts_limit_and_wait_for_okay(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone:
            async with connect(phone.address) as host:
                await push(host, "/sdcard/big", b"x" * 60_000)
            host = await greeted(phone.address)
            assert (await host.receive())[0] == b"CNXN"
            host.send(b"OPEN", 7, 0, b"shell:cat /sdcard/big\0")
            command, remote, local, _ = await host.receive()
            assert (command, local) == (b"OKAY", 7)
            received = 0
            while received < 60_000:
                command, _, _, data = await host.receive()
                assert command == b"WRTE"
                assert 0 < len(data) <= 4096
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(host.reader.read(1), 0.01)
                received += len(data)
                host.send(b"OKAY", 7, remote)
            assert (await host.receive())[0] == b"CLSE"
            host.writer.close()

    run(body())


def test_what_is_not_offered_is_closed(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            for service in ("localabstract:nobody", "jdwp:1", "tcp:80", "", "localabstract:"):
                with pytest.raises(ConnectionRefusedError):
                    await host.open(service)

    run(body())


def test_a_host_that_greets_again_starts_over(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone:
            host = await greeted(phone.address)
            await host.receive()
            host.send(b"OPEN", 7, 0, b"sync:\0")
            _, remote, _, _ = await host.receive()
            host.send(b"CNXN", 0x01000000, 4096, b"host::\0")
            command, version, _, _ = await host.receive()
            assert (command, version) == (b"CNXN", 0x01000000)
            host.send(b"WRTE", 7, remote, b"STAT\1\0\0\0/")
            command, _, local, _ = await host.receive()
            assert (command, local) == (b"CLSE", 7), "the stream of before is gone"
            host.send(b"OPEN", 8, 0, b"shell:echo old version\0")
            command, remote, _, _ = await host.receive()
            assert command == b"OKAY"
            assert (await host.receive())[3] == b"old version\n"
            host.send(b"OKAY", 8, remote)
            assert (await host.receive())[0] == b"CLSE"
            head = struct.pack("<6I", 0x45545257, 8, remote, 2, 1, 0x45545257 ^ 0xFFFFFFFF)
            host.writer.write(head + b"zz")
            with pytest.raises(asyncio.IncompleteReadError):
                await host.receive()
            host.writer.close()

    run(body())


def test_nonsense_ends_only_its_own_connection(run) -> None:
    async def body() -> None:
        hello = packet(b"CNXN", 0x01000001, 4096, b"host::\0")
        nonsense = [
            b"GET / HTTP/1.1\r\n\r\n" + bytes(40),
            hello[:20] + b"\0\0\0\0" + hello[24:],
            struct.pack("<6I", 0x4E584E43, 0, 0, 1 << 30, 0, 0x4E584E43 ^ 0xFFFFFFFF),
            *(hello[:cut] for cut in range(0, len(hello), 5)),
            hello
            + packet(b"WRTE", 9, 9, b"lost")
            + packet(b"OKAY", 9, 9)
            + packet(b"CLSE", 9, 9)
            + packet(b"XYZW", 1, 2, b"?"),
            hello + packet(b"OPEN", 0, 0, b"shell:getprop\0"),
            hello + packet(b"OPEN", 3, 0, b"sync:\0") + packet(b"WRTE", 3, 1, b"JUNK\xff\xff\xff\xff"),
        ]
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            for data in nonsense:
                _, writer = await asyncio.open_connection(*phone.address.rsplit(":", 1))
                writer.write(data)
                writer.write_eof()
                writer.close()
            await phone.control.until(lambda state: state["connections"] == 1)
            assert (await shell(host, "echo still here"))[0] == b"still here\n"

    run(body())


def test_shell_tells_output_errors_and_status_apart(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none", "--battery", "41") as phone, connect(phone.address) as host:
            assert await shell(host, "echo one; false || echo 'two three' && true") == (b"one\ntwo three\n", b"", 0)
            output, errors, status = await shell(host, "frobnicate")
            assert (output, errors, status) == (b"", b"/system/bin/sh: frobnicate: inaccessible or not found\n", 127)
            assert (await shell(host, "test -f /sdcard/none"))[2] == 1
            assert await push(host, "/sdcard/a", b"hello") == b"OKAY\0\0\0\0"
            assert (await shell(host, "cat /sdcard/a"))[0] == b"hello"
            assert (await shell(host, "[ -f /sdcard/a ] && ls /sdcard"))[0] == b"Download\na\n"
            assert (await shell(host, "rm /sdcard/a && cat /sdcard/a 2>/dev/null"))[2] == 1
            assert b"  level: 41\n" in (await shell(host, "dumpsys battery"))[0]
            assert b"package:org.example.maps\n" in (await shell(host, "pm list packages -3"))[0]
            assert b"settings" not in (await shell(host, "pm list packages -3"))[0]
            stream = await host.open("shell:getprop ro.product.brand")
            assert await stream.rest() == b"example\n"

    run(body())


def test_sync_tells_of_files_and_refuses_where_it_may_not_write(run) -> None:
    async def body() -> None:
        async with phone_process("--auth", "none") as phone, connect(phone.address) as host:
            assert await push(host, "/sdcard/b", b"12345") == b"OKAY\0\0\0\0"
            assert (await push(host, "/system/b", b"1")).startswith(b"FAIL")
            assert (await push(host, "/sdcard/no/where", b"1")).startswith(b"FAIL")
            stream = await host.open("sync:")
            stream.write(b"STAT" + struct.pack("<I", 9) + b"/sdcard/b")
            ident, mode, size, _ = struct.unpack("<4sIII", await stream.exactly(16))
            assert (ident, mode, size) == (b"STAT", 0o100644, 5)
            stream.write(b"LST2" + struct.pack("<I", 9) + b"/sdcard/x")
            assert struct.unpack("<4sI", (await stream.exactly(72))[:8]) == (b"LST2", 2)
            stream.write(b"LIST" + struct.pack("<I", 7) + b"/sdcard")
            names = []
            while (entry := await stream.exactly(20))[:4] == b"DENT":
                names.append(await stream.exactly(struct.unpack("<I", entry[16:])[0]))
            assert names == [b"Download", b"b"]
            stream.write(b"RECV" + struct.pack("<I", 9) + b"/sdcard/b")
            assert await stream.exactly(8 + 5 + 8) == b"DATA\5\0\0\0" + b"12345" + b"DONE" + bytes(4)

    run(body())
