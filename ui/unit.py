"""Everything the display talks to, brought up and taken down: services on a private bus or in this process, simulators.

On a desk nothing is there, so all of it is started; on a target the services run already and only their bus is named. The
services' side is reached by name alone (``backends.core``): the display imports nothing of it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backends.interfaces import Link, connect, host_in_process
from ui.options import UnitOptions

if TYPE_CHECKING:
    from ui.viewmodels.rear_view import RearViewModel

__all__ = ["Unit", "UnitError", "free_port"]

_log = logging.getLogger(__name__)

_GRACE_S = 3.0
_CONTROL_S = 10.0


class UnitError(RuntimeError):
    """Something needed cannot be started; the text says what to do."""


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """A port nobody listens on now."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Unit:
    """For the length of an ``async with``; ``link`` reaches the services, ``control(name)`` a simulator."""

    def __init__(self, options: UnitOptions | None = None) -> None:
        self.options = options or UnitOptions()
        self.link: Link
        self.address = ""
        self.launcher: Any = None
        self._folder = tempfile.TemporaryDirectory(prefix="pillion-unit-", ignore_cleanup_errors=True)
        self._simulators: dict[str, subprocess.Popen[bytes]] = {}
        self._can_port = free_port(socket.SOCK_DGRAM)
        self._phone_port = free_port()
        self._camera_port = free_port()

    async def __aenter__(self) -> Unit:
        try:
            await self._start()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @property
    def phone_address(self) -> str:
        """Of the simulated phone, as its kind writes it."""
        scheme = "tcp://" if self.options.phone == "carlinkit" else ""
        return f"{scheme}127.0.0.1:{self._phone_port}"

    def open_cameras(self, rear: RearViewModel) -> None:
        """Tell the display which cameras there are, before any service has spoken."""
        options = self.options
        profile = str(options.options.get("vehicle", {}).get("profile", "demo"))
        simulated = f"http://127.0.0.1:{self._camera_port}" if "camera" in options.simulate else ""
        rear.use(profile, dict(options.cameras), simulated)
        if simulated:
            import_module("ui.camera.attention").Attention(rear, self.control_path("camera"))

    def control_path(self, simulator: str) -> Path:
        """The socket on which a simulator takes commands."""
        return Path(self._folder.name) / f"{simulator}.sock"

    def service_options(self) -> dict[str, dict[str, Any]]:
        """What each service is told: first what joins it to our simulators, then what the caller wants."""
        options = self.options
        told: dict[str, dict[str, Any]] = {name: {} for name in options.services}
        if "car" in options.simulate and "vehicle" in told:
            told["vehicle"] = {"interface": "udp_multicast", "channel": f"239.74.163.2:{self._can_port}"}
        if "phone" in options.simulate and "projection" in told:
            apps = options.phone == "scrcpy"
            where = {"devices": self.phone_address} if apps else {"phones": f"{options.phone}={self.phone_address}"}
            told["projection"] = {**where, "adb_server": "off"}
        if options.in_process and "projection" in told:
            told["projection"]["workers"] = "0"
        if options.simulate and "media" in told:
            # A desk has no music of its own.
            told["media"] = {"demo": "1"}
        for name, values in options.options.items():
            told.setdefault(name, {}).update(values)
        if "diagnostics" in told:
            self._join(told["diagnostics"], told.get("vehicle", {}))
        return told

    @staticmethod
    def _join(diagnostics: dict[str, Any], vehicle: Mapping[str, Any]) -> None:
        """Both services speak to the same car; a recording has no control units to ask."""
        for key in ("profile", "interface", "channel"):
            if vehicle.get(key):
                diagnostics.setdefault(key, vehicle[key])
        if vehicle.get("replay"):
            diagnostics.setdefault("off", "1")

    def simulator_command(self, simulator: str) -> list[str]:
        """The command line of a simulator that finds our services."""
        where = {
            "car": ["--interface", "udp_multicast", "--channel", f"239.74.163.2:{self._can_port}", *self._powertrain()],
            "ecu": ["--channel", f"239.74.163.2:{self._can_port}", *self._engine()],
            "camera": ["--port", str(self._camera_port), "--car", str(self.control_path("car"))],
            "phone": ["--kind", self.options.phone, "--port", str(self._phone_port)],
        }[simulator]
        command = [sys.executable, "-m", "ui.cli", "sim", simulator, *where]
        return [
            *command,
            "--control",
            str(self.control_path(simulator)),
            *self.options.simulator_options.get(simulator, ()),
        ]

    def _engine(self) -> list[str]:
        return ["--kind", "petrol"] if self._powertrain() else []

    def _powertrain(self) -> list[str]:
        """The demo cars are demo, demo_fuel and demo_hybrid."""
        profile = Path(str(self.options.options.get("vehicle", {}).get("profile", ""))).name
        return ["--powertrain", profile.removeprefix("demo_")] if profile.startswith("demo_") else []

    async def tell(self, simulator: str, request: Mapping[str, Any]) -> Any:
        """Send a request to a simulator's control socket and return its answer. Raises UnitError when it refuses."""
        path = self.control_path(simulator)
        try:
            async with asyncio.timeout(_CONTROL_S):
                while True:
                    try:
                        reader, writer = await asyncio.open_unix_connection(path)
                        break
                    except (FileNotFoundError, ConnectionRefusedError):
                        # It is still starting.
                        await asyncio.sleep(0.02)
                writer.write(json.dumps(request).encode() + b"\n")
                answer = json.loads(await reader.readline())
                writer.close()
        except (TimeoutError, ValueError, OSError) as error:
            raise UnitError(f"the simulated {simulator} does not answer: {error}") from error
        if not answer.get("ok"):
            raise UnitError(f"the simulated {simulator} refuses {dict(request)}: {answer.get('error')}")
        return answer

    async def start_simulator(self, simulator: str) -> None:
        """Start one that is not running."""
        running = self._simulators.get(simulator)
        if running is not None and running.poll() is None:
            return
        self.control_path(simulator).unlink(missing_ok=True)
        # The kernel ends it with us, however we end.
        setpriv = shutil.which("setpriv")
        prefix = [setpriv, "--pdeathsig", "TERM"] if setpriv else []
        self._simulators[simulator] = subprocess.Popen(  # noqa: ASYNC220  # returns once the process is forked
            [*prefix, *self.simulator_command(simulator)],
            env={**os.environ, "PILLION_BUS": self.address},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    async def stop_simulator(self, simulator: str) -> None:
        """End one, as if the phone had left the car or the car its bus."""
        process = self._simulators.pop(simulator, None)
        if process is None or process.poll() is not None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(_GRACE_S):
                while process.poll() is None:
                    await asyncio.sleep(0.01)
        except TimeoutError:
            _log.warning("simulator killed name=%s", simulator)
            process.kill()
            process.wait()

    async def close(self) -> None:
        """Take everything down that was brought up; nothing is left running."""
        if hasattr(self, "link"):
            await self.link.close()
        for simulator in list(self._simulators):
            await self.stop_simulator(simulator)
        if self.launcher is not None:
            await self.launcher.close()
        self._folder.cleanup()

    async def _start(self) -> None:
        options = self.options
        starting = [self.start_simulator(simulator) for simulator in options.simulate]
        if options.bus is not None:
            self.address = options.bus
            self.link = await connect(options.bus or None)
        elif options.in_process:
            self.link = await host_in_process(list(options.services), self.service_options())
        else:
            module = import_module("backends.core.launcher")
            beside = [module.Child(words[0], [sys.executable, "-m", "ui.cli", *words]) for words in options.beside]
            # The vehicle first: whether the car is in reverse is what nobody may wait for.
            services = sorted(options.services, key=lambda name: name != "vehicle")
            self.launcher = module.Launcher(
                services, self.service_options(), beside, publish=options.publish, first="vehicle"
            )
            try:
                await self.launcher.start()
            except module.LauncherError as error:
                for unstarted in starting:
                    unstarted.close()
                raise UnitError(str(error)) from error
            self.address = self.launcher.address
            self.link = await connect(self.address)
        for start in starting:
            await start
