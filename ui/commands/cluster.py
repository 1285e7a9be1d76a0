"""``pillion cluster``: the instrument cluster, a window of a process of its own beside a running head unit."""

from __future__ import annotations

import argparse

from ui.app import run
from ui.options import RunOptions, UnitOptions
from ui.panels import parse_size

__all__ = ["CLUSTER_SIZE", "command_line", "main"]

CLUSTER_SIZE = (1280, 480)


def command_line(size: tuple[int, int] | None, *, headless: bool, platform: str) -> list[str]:
    """The words after ``pillion`` that open a cluster as the head unit was opened."""
    width, height = size or CLUSTER_SIZE
    words = ["cluster", "--size", f"{width}x{height}"]
    return [*words, *(["--headless"] if headless else []), *(["--platform", platform] if platform else [])]


def main(argv: list[str]) -> int:
    """Run until the window closes."""
    parser = argparse.ArgumentParser(prog="pillion cluster", description=__doc__)
    parser.add_argument("--size", type=parse_size, default=CLUSTER_SIZE, metavar="WxH", help="pixels (1280x480)")
    parser.add_argument("--dpi", type=float, metavar="N", help="density of the panel")
    parser.add_argument("--headless", action="store_true", help="no window: paint into memory")
    parser.add_argument("-platform", "--platform", default="", metavar="NAME", help="Qt platform")
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument(
        "--bus", default="", metavar="ADDRESS", help="D-Bus address of the head unit; default: the one that runs here"
    )
    parser.add_argument("--for", type=float, dest="for_s", metavar="SECONDS", help="end after so long")
    arguments = parser.parse_args(argv)
    return run(
        RunOptions(
            headless=arguments.headless,
            platform=arguments.platform,
            size=arguments.size,
            dpi=arguments.dpi,
            fullscreen=arguments.fullscreen,
            for_s=arguments.for_s,
            window="cluster",
            unit=UnitOptions(simulate=(), bus=arguments.bus),
        )
    )
