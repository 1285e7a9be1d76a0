"""``pillion run``: the head unit."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from ui.app import run
from ui.commands.cluster import CLUSTER_SIZE, command_line
from ui.options import PHONES, SIMULATORS, RunOptions, UnitOptions
from ui.panels import parse_size
from ui.profile import ProfileError, UnitProfile, load_profile

__all__ = ["build_parser", "main", "options_of"]


def _size(text: str) -> tuple[int, int]:
    try:
        return parse_size(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _pair(text: str) -> tuple[str, str, str]:
    key, equals, value = text.partition("=")
    service, dot, name = key.partition(".")
    if not equals or not dot:
        raise argparse.ArgumentTypeError(f"takes SERVICE.NAME=VALUE, not {text!r}")
    return service, name, value


def _camera(text: str) -> tuple[str, str]:
    name, equals, source = text.partition("=")
    if not equals or not name or not source:
        raise argparse.ArgumentTypeError(f"takes NAME=SOURCE, not {text!r}")
    return name, source


def build_parser(prog: str = "pillion run") -> argparse.ArgumentParser:
    """The options of ``run``; ``replay`` has them too."""
    parser = argparse.ArgumentParser(
        prog=prog,
        description="The head unit. On a desk it brings its own services, a simulated car and a simulated phone.",
    )
    where = parser.add_argument_group("where it shows")
    where.add_argument("--headless", action="store_true", help="no window: paint into memory")
    where.add_argument(
        "--vnc", nargs="?", const=5900, type=int, metavar="PORT", help="serve the window to VNC viewers (port 5900)"
    )
    where.add_argument(
        "-platform", "--platform", default="", metavar="NAME", help="Qt platform: wayland, xcb, linuxfb, vnc …"
    )
    where.add_argument("--size", type=_size, metavar="WxH", help="pixels (1920x720)")
    where.add_argument(
        "--dpi", type=float, metavar="N", help="density of the panel; default: as panels of this size have"
    )
    where.add_argument("--fullscreen", action="store_true")
    where.add_argument(
        "--cluster",
        nargs="?",
        const=CLUSTER_SIZE,
        type=_size,
        metavar="WxH",
        help="the instrument cluster too, in a process of its own (1280x480)",
    )
    look = parser.add_argument_group("how it looks, this time")
    look.add_argument("--theme", choices=("auto", "day", "night"))
    look.add_argument("--brand", metavar="NAME")
    look.add_argument("--lang", metavar="CODE", help="en, zh_CN, de, ar")
    what = parser.add_argument_group("what it is made of")
    what.add_argument("--profile", type=Path, metavar="FILE", help="a unit profile (TOML)")
    what.add_argument("--bus", metavar="ADDRESS", help="services run already, on this D-Bus address or 'session'")
    what.add_argument("--in-process", action="store_true", help="services in this process, without D-Bus")
    what.add_argument("--phone", choices=PHONES, help="the kind of the simulated phone (scrcpy)")
    what.add_argument("--no-sim", action="store_true", help="no simulated car, cameras or phone")
    what.add_argument(
        "--set",
        action="append",
        default=[],
        type=_pair,
        dest="pairs",
        metavar="SERVICE.NAME=VALUE",
        help="a service's option",
    )
    what.add_argument(
        "--camera",
        action="append",
        default=[],
        type=_camera,
        dest="cameras",
        metavar="NAME=SOURCE",
        help="another source for a camera: rear=/dev/video0, rear=http://…, front=rtsp://…, rear=film.mp4",
    )
    tools = parser.add_argument_group("for those who build it")
    tools.add_argument("--for", type=float, dest="for_s", metavar="SECONDS", help="end after so long")
    tools.add_argument("--ui-test", action="store_true", help="let tests drive it: org.pillion.UiTest1 on the bus")
    tools.add_argument("--reload", action="store_true", help="load QML anew when a file changes")
    return parser


def options_of(arguments: argparse.Namespace, extra: dict[str, dict[str, Any]] | None = None) -> RunOptions:
    """What the command line and the profile it names ask for. Raises ProfileError."""
    profile = load_profile(arguments.profile) if arguments.profile else UnitProfile()
    options = {name: dict(values) for name, values in profile.options.items()}
    for service, name, value in arguments.pairs:
        options.setdefault(service, {})[name] = value
    for service, values in (extra or {}).items():
        options.setdefault(service, {}).update(values)
    bus = profile.bus if arguments.bus is None else ("" if arguments.bus == "session" else arguments.bus)
    on_a_desk = SIMULATORS if bus is None else ()
    simulate = on_a_desk if profile.simulate is None else profile.simulate
    unit = UnitOptions(
        simulate=() if arguments.no_sim else simulate,
        phone=arguments.phone or profile.phone,
        in_process=arguments.in_process,
        bus=bus,
        publish=True,
        options=options,
        cameras={**profile.cameras, **dict(arguments.cameras)},
        beside=[command_line(arguments.cluster, headless=arguments.headless, platform=arguments.platform)]
        if arguments.cluster
        else (),
    )
    if profile.services is not None:
        unit = replace(unit, services=profile.services)
    wanted = {"display.theme": arguments.theme, "display.brand": arguments.brand, "display.language": arguments.lang}
    return RunOptions(
        headless=arguments.headless,
        vnc=arguments.vnc,
        platform=arguments.platform or profile.platform,
        size=arguments.size or profile.size,
        dpi=arguments.dpi or profile.dpi,
        fullscreen=arguments.fullscreen or profile.fullscreen,
        for_s=arguments.for_s,
        ui_test=arguments.ui_test,
        reload=arguments.reload,
        preferences={key: value for key, value in wanted.items() if value is not None},
        unit=unit,
    )


def main(argv: list[str]) -> int:
    """Run until the window closes."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.cluster and (arguments.in_process or arguments.bus is not None):
        parser.error("--cluster comes with services that are started here; else run pillion cluster beside it")
    try:
        options = options_of(arguments)
    except ProfileError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 2
    return run(options)
