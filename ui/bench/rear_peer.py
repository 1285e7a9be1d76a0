"""What the rear-view bench runs beside the unit: ``python -m ui.bench.rear_peer ear GROUP PORT`` or ``… cold [words]``.

``ear`` prints a JSON line [gear of the lever, CLOCK_MONOTONIC ns] whenever that changes on the bus. ``cold`` is ``pillion run``
and nothing else, but for one line with the time at which the first picture of the camera was painted.
"""

from __future__ import annotations

import json
import select
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["cold", "ear"]

_DBC = Path(__file__).resolve().parents[2] / "assets" / "vehicles" / "demo" / "demo.dbc"


def ear(port: Any) -> None:
    """Until killed."""
    import cantools

    database = cantools.database.load_file(_DBC, strict=False)
    message = next(m for m in database.messages if any(signal.name == "Gear" for signal in m.signals))
    last = -1
    while True:
        select.select([port], [], [])
        now = time.monotonic_ns()
        for key, data in port.drain():
            if key == message.frame_id:
                gear = int(message.decode(data, decode_choices=False)["Gear"])
                if gear != last:
                    last = gear
                    sys.stdout.write(json.dumps([gear, now]) + "\n")
                    sys.stdout.flush()


def cold(words: list[str]) -> int:
    """The head unit, as ``pillion run`` starts it."""
    import ui.app

    live = ui.app._live  # noqa: SLF001  # the first moment at which there is a window to watch

    async def watched(display: Any, options: Any) -> int:
        from ui.bench.rear_view import Painted

        def first(_picture: object) -> None:
            sys.stdout.write(json.dumps(time.monotonic_ns()) + "\n")
            sys.stdout.flush()
            painted.stop()

        painted = Painted(display, first)
        return await live(display, options)

    ui.app._live = watched  # noqa: SLF001
    return int(import_module("ui.cli").main(["run", *words]))


if __name__ == "__main__":
    if sys.argv[1] == "ear":
        ear(import_module("backends.vehicle.multicast").MulticastPort(sys.argv[2], int(sys.argv[3])))
    else:
        sys.exit(cold(sys.argv[2:]))
