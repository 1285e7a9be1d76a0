"""Debian's adb as a server of our own, beside whatever runs on this machine."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from backends.projection.adb.server import AdbServer
from backends.projection.errors import LinkLost

__all__ = ["adb_server", "needs_adb"]

ADB = shutil.which("adb")
needs_adb = pytest.mark.skipif(ADB is None, reason="adb is not installed (apt install adb)")


@asynccontextmanager
async def adb_server(tmp_path: Path) -> AsyncIterator[AdbServer]:
    """A server of our own: own port, own home, so that no other phone or key plays a part."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path / "adb-home"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(home),
        "ADB_MDNS_AUTO_CONNECT": "0",
        "ADB_USB": "0",
        "TMPDIR": str(tmp_path),
    }
    process = await asyncio.create_subprocess_exec(
        str(ADB), "-P", str(port), "nodaemon", "server",
        env=environment, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    server = AdbServer("127.0.0.1", port)
    try:
        async with asyncio.timeout(10):
            while True:
                try:
                    await server.devices()
                    break
                except LinkLost:
                    await asyncio.sleep(0.02)
        yield server
    finally:
        process.kill()
        await process.wait()
