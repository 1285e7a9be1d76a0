"""``pillion restrictions``: the table of every page and control, and what is allowed parked, idling and moving."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from pathlib import Path

from ui import platform
from ui.panels import DEFAULT_SIZE

__all__ = ["main"]


def main(argv: list[str]) -> int:
    """Nothing of the user's own settings is touched."""
    parser = argparse.ArgumentParser(
        prog="pillion restrictions",
        description="Asks every page of the display, over a simulated car and phone, what may be used while parked, idling and "
        "moving, and writes it as Markdown.",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="instead of the standard output")
    arguments = parser.parse_args(argv)
    logging.basicConfig(
        level=os.environ.get("PILLION_LOG", "ERROR").upper(), format="%(levelname)s %(name)s %(message)s"
    )
    try:
        platform.require_pair()
        platform.choose(headless=True, size=DEFAULT_SIZE)
    except platform.PlatformError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="pillion-restrictions-") as state:
        os.environ["PILLION_STATE"] = state
        return _write(arguments.out)


def _write(out: Path | None) -> int:
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    from ui.display import DisplayError
    from ui.loop import run_in_qt
    from ui.restrictions import document
    from ui.restrictions.desk import surveyed
    from ui.testing.driver import DriverError
    from ui.unit import UnitError

    async def run() -> int:
        try:
            text = document(await surveyed())
        except (DriverError, UnitError, DisplayError) as error:
            print(f"pillion: {error}", file=sys.stderr)
            return 1
        if out is None:
            sys.stdout.write(text)
        else:
            out.write_text(text, encoding="utf-8")
        return 0

    return run_in_qt(app, run)
