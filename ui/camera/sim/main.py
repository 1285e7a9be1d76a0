"""``pillion sim camera``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from functools import partial
from pathlib import Path

from ui.camera.config import SIMULATED, CameraError, load_setup
from ui.camera.sim.camera import FAULTS, SimCamera
from ui.camera.sim.server import CameraServer, answer, follow_car, open_control

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pillion sim camera",
        description="The cameras of a vehicle profile that say sim:, as MJPEG over HTTP on loopback: GET /rear.",
        epilog=f'The control socket takes JSON lines: {{"fault": NAME, "on": true}} with {", ".join(FAULTS)}; '
        '{"night": true}; {"heal": true}; {"watched": false} until somebody looks. "camera" chooses one.',
    )
    parser.add_argument("--port", type=int, default=8093, help="0 takes any (default: 8093)")
    parser.add_argument("--profile", default="demo", help="vehicle profile whose lenses it has (default: demo)")
    parser.add_argument("--fps", type=float, default=30)
    parser.add_argument("--still", action="store_true", help="the time code stands: for photographs")
    parser.add_argument(
        "--car", metavar="PATH", help="control socket of the simulated car, whose surroundings are shown"
    )
    parser.add_argument("--control", metavar="PATH", help="take JSON lines on a Unix socket")
    parser.add_argument("--fault", action="append", default=[], choices=FAULTS, help="broken from the start")
    return parser


def main(argv: list[str]) -> int:
    """Until it is told to end. Exit status: 0 done, 1 no port or no camera, 2 wrong call."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    try:
        return asyncio.run(_run(options))
    except (OSError, CameraError) as error:
        print(f"pillion sim camera: {error}", file=sys.stderr)  # noqa: T201  # the command's own error line
        return 1


async def _run(options: argparse.Namespace) -> int:
    setup = load_setup(options.profile)
    cameras = {
        spec.source.removeprefix(SIMULATED): SimCamera(setup, spec, options.fps, faults=set(options.fault))
        for spec in setup.cameras
        if spec.source.startswith(SIMULATED)
    }
    if not cameras:
        raise CameraError(f"{options.profile} has no camera that says sim:")
    if options.still:
        for camera in cameras.values():
            camera.clock_ms = lambda: 0
    server = CameraServer(cameras)
    port = await server.start(options.port)
    control = await open_control(options.control, partial(answer, cameras)) if options.control else None
    following = asyncio.create_task(follow_car(cameras, options.car)) if options.car else None
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    print(f"camera on http://127.0.0.1:{port}", flush=True)  # noqa: T201  # the command's output
    await ended.wait()
    if following is not None:
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
    if control is not None:
        control.close()
        Path(options.control).unlink(missing_ok=True)
    await server.close()
    return 0
