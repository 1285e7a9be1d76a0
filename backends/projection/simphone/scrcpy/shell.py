"""The phone's shell: the handful of commands that head units and people use over adb."""

from __future__ import annotations

import asyncio
import hashlib
import re
import shlex
import struct
from typing import TYPE_CHECKING

from backends.projection.simphone.scrcpy.server import run_server

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.phone import Phone
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["serve_shell"]

_STDOUT, _STDERR, _EXIT = 1, 2, 3
_SEPARATORS = re.compile(r"\s*(;|&&|\|\||\n)\s*")
_REDIRECTION = re.compile(r"(?:\d?>&\d|\d?>\s*/dev/null|<\s*/dev/null)")
_NOT_FOUND, _ABORTED = 127, 134


class _Raw:
    """Old shell: output and error mixed, no exit status."""

    def __init__(self, stream: AdbStream) -> None:
        self._stream = stream

    async def out(self, text: str) -> None:
        await self._stream.write(text.encode())

    async def err(self, text: str) -> None:
        await self._stream.write(text.encode())

    async def exit(self, status: int) -> None:
        """Nothing to tell."""


class _Framed:
    """shell,v2: each piece has its kind and length."""

    def __init__(self, stream: AdbStream) -> None:
        self._stream = stream

    async def out(self, text: str) -> None:
        await self._send(_STDOUT, text.encode())

    async def err(self, text: str) -> None:
        await self._send(_STDERR, text.encode())

    async def exit(self, status: int) -> None:
        """The exit status, which ends the session."""
        await self._send(_EXIT, bytes([status & 0xFF]))

    async def _send(self, kind: int, data: bytes) -> None:
        await self._stream.write(struct.pack("<BI", kind, len(data)) + data)


async def serve_shell(phone: Phone, connection: AdbConnection, name: str, stream: AdbStream) -> None:
    """Run what `shell:…`, `shell,v2,…:…` or `exec:…` asks for; the host's closing the stream kills it."""
    kind, _, command = name.partition(":")
    io: _Raw | _Framed = _Framed(stream) if "v2" in kind.split(",") else _Raw(stream)
    shell = _Shell(phone, connection, io)
    if not command:
        await io.err("no interactive shell on this phone\n")
        await io.exit(1)
        stream.close()
        return
    work = asyncio.create_task(shell.run(command))
    gone = asyncio.create_task(_drain(stream))
    try:
        await asyncio.wait((work, gone), return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            await io.exit(work.result())
    finally:
        for task in (work, gone):
            task.cancel()
        await asyncio.gather(work, gone, return_exceptions=True)
        stream.close()


async def _drain(stream: AdbStream) -> None:
    """Read what nobody reads until the host closes. (Its standard input has no reader here.)"""
    await stream.closed.wait()


class _Shell:
    def __init__(self, phone: Phone, connection: AdbConnection, io: _Raw | _Framed) -> None:
        self._phone = phone
        self._connection = connection
        self._io = io

    async def run(self, line: str) -> int:
        """Commands joined by ; && || in turn; the last status."""
        status = 0
        joint = ";"
        parts = _SEPARATORS.split(line.strip())
        for command, following in zip(parts[::2], [*parts[1::2], ""], strict=True):
            if command.split(" ")[0] == "exit":
                return int(command[5:] or status) if command[5:].isdigit() or not command[5:] else 2
            if command and not (joint == "&&" and status) and not (joint == "||" and not status):
                status = await self._one(command)
            joint = following
        return status

    async def _one(self, command: str) -> int:
        try:
            words = shlex.split(_REDIRECTION.sub(" ", command))
        except ValueError as error:
            await self._io.err(f"/system/bin/sh: {error}\n")
            return 1
        environment: dict[str, str] = {}
        while words and re.fullmatch(r"\w+=.*", words[0], re.DOTALL):
            key, _, value = words.pop(0).partition("=")
            environment[key] = value
        if words and words[0] == "exec":
            words.pop(0)
        if not words:
            return 0
        if words[0].endswith("app_process"):
            return await self._app_process(environment, words[1:])
        text, status = self._answer(words)
        if text:
            await (
                self._io.err if status == _NOT_FOUND or text.endswith("No such file or directory\n") else self._io.out
            )(text)
        return status

    async def _app_process(self, environment: dict[str, str], words: list[str]) -> int:
        words = [word for word in words if not word.startswith("-")]
        jar = environment.get("CLASSPATH", "").partition(":")[0]
        if (
            self._phone.faults.refuse
            or self._phone.files.stat(jar) is None
            or words[1:2] != ["com.genymobile.scrcpy.Server"]
        ):
            await self._io.err("Aborted \n")
            return _ABORTED
        return await run_server(self._phone, self._connection, jar, words[2:], self._io)

    def _answer(self, words: list[str]) -> tuple[str, int]:
        """Output and status of a small command."""
        state = self._phone.state
        properties = state.identity.properties()
        match words:
            case ["getprop"]:
                return "".join(f"[{key}]: [{value}]\n" for key, value in sorted(properties.items())), 0
            case ["getprop", key, *default]:
                return properties.get(key, default[0] if default else "") + "\n", 0
            case ["echo", *rest]:
                return " ".join(rest) + "\n", 0
            case ["true"] | [":"]:
                return "", 0
            case ["false"]:
                return "", 1
            case ["id"]:
                return "uid=2000(shell) gid=2000(shell) groups=2000(shell) context=u:r:shell:s0\n", 0
            case ["pm" | "cmd", *rest] if "list" in rest and "packages" in rest:
                return self._packages(rest), 0
            case ["dumpsys", "battery"]:
                return self._battery(), 0
            case ["wm", "size"]:
                main = self._phone.displays[0]
                return f"Physical size: {main.width}x{main.height}\n", 0
            case ["wm", "density"]:
                return f"Physical density: {self._phone.displays[0].dpi}\n", 0
            case ["cmd", "uimode", "night"]:
                return f"Night mode: {'yes' if state.dark else 'no'}\n", 0
            case ["cmd", "uimode", "night", ("yes" | "no") as wish]:
                state.set_dark(wish == "yes")
                return f"Night mode: {wish}\n", 0
            case ["am", "force-stop", package]:
                self._phone.force_stop(package)
                return "", 0
        return self._file_command(words)

    def _file_command(self, words: list[str]) -> tuple[str, int]:
        files = self._phone.files
        match words:
            case ["cat", path]:
                try:
                    return files.read(path).decode("utf-8", "replace"), 0
                except FileNotFoundError as error:
                    return f"cat: {error}\n", 1
            case [("sha256sum" | "sha1sum" | "md5sum") as tool, *paths] if paths:
                return self._sums(tool, paths)
            case ["ls", *rest]:
                return self._ls([word for word in rest if not word.startswith("-")] or ["/"], long="-l" in rest)
            case ["rm", *rest]:
                quiet = any(word.startswith("-") and "f" in word for word in rest)
                missing = [path for path in rest if not path.startswith("-") and not files.remove(path)]
                if missing and not quiet:
                    return "".join(f"rm: {path}: No such file or directory\n" for path in missing), 1
                return "", 0
            case ["mkdir", *rest]:
                files.folders.update(files.normal(path) for path in rest if not path.startswith("-"))
                return "", 0
            case ["[", ("-f" | "-e" | "-d" | "-s") as flag, path, "]"] | [
                "test",
                ("-f" | "-e" | "-d" | "-s") as flag,
                path,
            ]:
                return "", 0 if self._is(flag, path) else 1
            case ["stat", "-c", "%s", path]:
                found = files.stat(path)
                return (f"{found.size}\n", 0) if found else (f"stat: '{path}': No such file or directory\n", 1)
        return f"/system/bin/sh: {words[0]}: inaccessible or not found\n", _NOT_FOUND

    def _is(self, flag: str, path: str) -> bool:
        files = self._phone.files
        found = files.stat(path)
        if found is None:
            return False
        folder = files.normal(path) in files.folders
        return {"-f": not folder, "-d": folder, "-e": True, "-s": found.size > 0}[flag]

    def _sums(self, tool: str, paths: list[str]) -> tuple[str, int]:
        text, status = "", 0
        for path in paths:
            try:
                digest = hashlib.new(tool.removesuffix("sum"), self._phone.files.read(path), usedforsecurity=False)
                text += f"{digest.hexdigest()}  {path}\n"
            except FileNotFoundError:
                text, status = text + f"{tool}: {path}: No such file or directory\n", 1
        return text, status

    def _ls(self, paths: list[str], *, long: bool) -> tuple[str, int]:
        files = self._phone.files
        text, status = "", 0
        for path in paths:
            found = files.stat(path)
            if found is None:
                text, status = text + f"ls: {path}: No such file or directory\n", 1
                continue
            names = [path] if files.normal(path) in files.files else files.listing(path)
            for name in names:
                size = files.stat(name if name == path else f"{path}/{name}")
                text += (
                    f"-rw-rw-rw- 1 shell shell {size.size if size else 0} 2026-01-01 00:00 {name}\n"
                    if long
                    else f"{name}\n"
                )
        return text, status

    def _packages(self, words: list[str]) -> str:
        chosen = [
            app
            for app in self._phone.installed
            if not ("-3" in words and app.SYSTEM) and not ("-s" in words and not app.SYSTEM)
        ]
        return "".join(f"package:{app.PACKAGE}\n" for app in chosen)

    def _battery(self) -> str:
        state = self._phone.state
        flags = f"  AC powered: false\n  USB powered: {str(state.charging).lower()}\n  Wireless powered: false\n"
        return (
            f"Current Battery Service state:\n{flags}  status: {2 if state.charging else 3}\n  health: 2\n  present: true\n"
            f"  level: {state.battery}\n  scale: 100\n  voltage: 4012\n  temperature: 287\n  technology: Li-ion\n"
        )
