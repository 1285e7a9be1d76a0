"""The simulated camera's state: what it looks at, at which pace, and what is wrong with it. No sockets here."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PIL import Image

from ui.camera.config import CameraSetup, CameraSpec
from ui.camera.sim.encoder import ROW, Spliced, encoded
from ui.camera.sim.scene import SHOWN, View, draw_code, draw_scene

__all__ = ["FAULTS", "SimCamera"]

FAULTS = ("freeze", "stall", "close", "refuse", "black", "garbage", "slow", "size")
_SLOW_S = 0.4
_UNWATCHED_S = 0.3
"""Often enough that nobody takes the connection for dead."""
_STEP_M = 0.04
"""So far the car has to move for the scene to be drawn anew."""


@dataclass(slots=True)
class SimCamera:
    """One camera of a set. ``fps``: pictures a second. ``watched`` False: nobody looks, so there need not be so many."""

    setup: CameraSetup
    spec: CameraSpec
    fps: float = 30.0
    view: View = field(default_factory=View)
    faults: set[str] = field(default_factory=set)
    clock_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000
    number: int = 0
    watched: bool = True
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when `watched` becomes true."""
    _drawn: View | None = None
    _spliced: Spliced | None = None
    _strip: Image.Image | None = None
    _frozen: bytes = b""

    @property
    def pause_s(self) -> float:
        """From one picture to the next."""
        if "slow" in self.faults:
            return _SLOW_S
        return 1 / self.fps if self.watched else max(_UNWATCHED_S, 1 / self.fps)

    def watch(self, watched: bool) -> None:
        """Somebody looks, or nobody does."""
        self.watched = watched
        if watched:
            self.woken.set()
        else:
            self.woken.clear()

    def look(self, values: Mapping[str, Any]) -> None:
        """What the car tells of itself, by the simulated car's names."""
        end = "front" if self.spec.place == "front" else "rear"
        distance = float(values.get(f"parking.{end}_center", 5.1))
        moved = 0.0 if distance > 5 else max(0.0, 2.0 - distance)
        view = View(moved, distance, bool(values.get("night", False)))
        known = self.view
        if view.night != known.night or abs(view.obstacle_m - known.obstacle_m) >= _STEP_M:
            self.view = view

    def picture(self) -> bytes:
        """The next one: JPEG, or what a broken camera sends."""
        self.number += 1
        if "freeze" in self.faults and self._frozen:
            return self._frozen
        if "garbage" in self.faults:
            return bytes((self.number * 31 + index * 7) % 256 for index in range(4096))
        if "black" in self.faults:
            return self._black()
        if "size" in self.faults:
            return encoded(draw_scene(self.spec, self.setup.dimensions, self.view, (640, 480)))
        self._frozen = self._fresh()
        return self._frozen

    def _fresh(self) -> bytes:
        if self._drawn != self.view or self._spliced is None or self._strip is None:
            image = draw_scene(self.spec, self.setup.dimensions, self.view)
            self._drawn, self._spliced = self.view, Spliced(image)
            self._strip = image.crop((0, SHOWN[1] - ROW, *SHOWN))
        strip = self._strip.copy()
        draw_code(strip, (self.clock_ms(), self.number % 65_536))
        return self._spliced.with_strip(strip)

    def _black(self) -> bytes:
        image = Image.new("RGB", SHOWN, (3, 3, 3))
        # A sensor's noise: it is black, and live.
        shade = 3 + self.number % 8 * 2
        image.paste((shade, shade, shade), (64, 64, 96, 96))
        return encoded(image)

    def fault(self, name: str, on: bool) -> None:
        """Raises LookupError."""
        if name not in FAULTS:
            raise LookupError(f"there is no fault {name}; there are {', '.join(FAULTS)}")
        if on:
            self.faults.add(name)
        else:
            self.faults.discard(name)

    def at_night(self, night: bool) -> None:
        """A quarter of the light."""
        self.view = replace(self.view, night=night)
