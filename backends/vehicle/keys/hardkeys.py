"""Turns frames and input events into presses, holds, releases and turns of named keys; teaches new ones."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from backends.core.errors import Failed, NotFound
from backends.vehicle.defs import KEY_ACTIONS
from backends.vehicle.keys.bindings import Binding, CanKey, CanKnob, EvdevKey, EvdevKnob, KeyStore
from backends.vehicle.keys.evdev import EV_KEY, EV_REL, InputDevices
from backends.vehicle.keys.learner import Learner, Step
from backends.vehicle.ports import Frame

__all__ = ["HOLD_S", "HardKeys"]

HOLD_S = 0.6
_SILENT_S = 1.0
"""A key whose message stopped coming is no longer pressed, whatever its last frame said."""
_logger = logging.getLogger(__name__)

Pressed = Callable[[str, str, int], None]
"""Told (action, press|hold|release|turn, detents)."""

Told = Callable[[str, Step], None]
"""Told how the lesson for an action goes."""


class HardKeys:
    """All keys of the car. ``fixed`` are the profile's; what the driver taught goes before them. Needs a running loop."""

    def __init__(
        self,
        fixed: Mapping[str, Binding],
        store: KeyStore,
        pressed: Pressed,
        told: Told,
        devices: Path = Path("/dev/input"),
    ) -> None:
        self._fixed = dict(fixed)
        self._store = store
        self._taught: dict[str, Binding] = {}
        self._tell = pressed
        self._told = told
        self._devices = InputDevices(self._heard, devices)
        self._watched: dict[tuple[str, int], list[tuple[str, CanKey | CanKnob]]] = {}
        self._evdev: dict[tuple[str, int, int], tuple[str, EvdevKey | EvdevKnob]] = {}
        self._down: dict[str, asyncio.TimerHandle | None] = {}
        self._positions: dict[str, int] = {}
        self._seen: dict[str, float] = {}
        self._lesson: tuple[str, Learner] | None = None
        self._lesson_timer: asyncio.TimerHandle | None = None
        self._silence: asyncio.TimerHandle | None = None

    async def start(self) -> None:
        """Read what was taught."""
        self._taught = await asyncio.to_thread(self._store.load)
        self._bind()

    def stop(self) -> None:
        """Let go of devices and timers."""
        self._end_lesson()
        self._release_all()
        self._devices.close()

    @property
    def table(self) -> list[dict[str, Any]]:
        """Every action with its source (can, evdev or nothing) and where the key is; taught: b."""
        rows = []
        for action in KEY_ACTIONS:
            binding = self._bindings.get(action)
            source = "" if binding is None else "can" if isinstance(binding, CanKey | CanKnob) else "evdev"
            rows.append(
                {
                    "action": action,
                    "source": source,
                    "detail": "" if binding is None else binding.detail,
                    "taught": action in self._taught,
                }
            )
        return rows

    @property
    def _bindings(self) -> dict[str, Binding]:
        return {**self._fixed, **self._taught}

    # -- frames and events -------------------------------------------------------------------------------------------

    def feed(self, bus: str, frames: list[Frame], now: float) -> None:
        """Frames of a bus, as they come."""
        if self._lesson is not None:
            action, learner = self._lesson
            if learner.feed(bus, frames, now):
                self._step(action, learner)
            return
        watched = self._watched
        for key, data in frames:
            for action, binding in watched.get((bus, key), ()):
                self._seen[action] = now
                if isinstance(binding, CanKnob):
                    self._turn(action, binding, data)
                else:
                    self._press(action, binding.pressed(data))

    def _turn(self, action: str, binding: CanKnob, data: bytes) -> None:
        position = binding.position(data)
        before = self._positions.get(action, position)
        self._positions[action] = position
        if position != before:
            self._tell(action, "turn", binding.turned(before, position))

    def _press(self, action: str, down: bool) -> None:
        if down == (action in self._down):
            return
        if not down:
            if (timer := self._down.pop(action)) is not None:
                timer.cancel()
            self._tell(action, "release", 0)
            return
        self._down[action] = asyncio.get_running_loop().call_later(HOLD_S, self._hold, action)
        self._tell(action, "press", 0)
        if self._silence is None:
            self._silence = asyncio.get_running_loop().call_later(_SILENT_S, self._look_for_silence)

    def _hold(self, action: str) -> None:
        self._down[action] = None
        self._tell(action, "hold", 0)

    def _look_for_silence(self) -> None:
        self._silence = None
        now = time.monotonic()
        for action in list(self._down):
            if isinstance(self._bindings.get(action), CanKey) and now - self._seen.get(action, now) > _SILENT_S:
                self._press(action, False)
        if self._down:
            self._silence = asyncio.get_running_loop().call_later(_SILENT_S, self._look_for_silence)

    def _heard(self, device: str, kind: int, code: int, value: int) -> None:
        if self._lesson is not None:
            self._learn_device(device, kind, code, value)
            return
        found = self._evdev.get((device, kind, code))
        if found is None:
            return
        action, binding = found
        if isinstance(binding, EvdevKnob):
            self._tell(action, "turn", binding.sign * value)
        elif value in (0, 1):  # 2 is the kernel's own repetition
            self._press(action, value == 1)

    # -- teaching ----------------------------------------------------------------------------------------------------

    def teach(self, action: str, now: float) -> None:
        """Begin a lesson for an action, or with an empty one end it. Raises NotFound for an unknown action."""
        if action and action not in KEY_ACTIONS:
            raise NotFound(f"There is no key {action}; there are {', '.join(KEY_ACTIONS)}")
        if self._lesson is not None:
            stopped = self._lesson[0]
            self._end_lesson()
            self._told(stopped, Step.STOPPED)
        if not action:
            return
        self._release_all()
        learner = Learner(action == "turn", now)
        self._lesson = (action, learner)
        self._devices.want(None)
        self._told(action, learner.step)
        self._wait(learner, now)

    async def forget(self, action: str) -> None:
        """Forget what was taught; the profile's own key comes back. Raises NotFound or Failed."""
        if action not in self._taught:
            raise NotFound("This key was not taught")
        await self._keep({name: binding for name, binding in self._taught.items() if name != action})

    def _learn_device(self, device: str, kind: int, code: int, value: int) -> None:
        assert self._lesson is not None
        action, learner = self._lesson
        if learner.step is Step.LISTEN or not value:
            return
        if action == "turn" and kind != EV_KEY:
            self._learnt(action, EvdevKnob(device, code, 1 if value > 0 else -1))
        elif action != "turn" and kind == EV_KEY and value == 1:
            self._learnt(action, EvdevKey(device, code))

    def _wait(self, learner: Learner, now: float) -> None:
        """A silent bus gives no frames to look at the clock by."""
        if self._lesson_timer is not None:
            self._lesson_timer.cancel()
        loop = asyncio.get_running_loop()
        self._lesson_timer = loop.call_later(max(0.0, learner.ends_at - now) + 0.01, self._look_at_lesson)

    def _look_at_lesson(self) -> None:
        if self._lesson is None:
            return
        action, learner = self._lesson
        now = time.monotonic()
        if learner.tick(now):
            self._step(action, learner)
        else:
            self._wait(learner, now)

    def _step(self, action: str, learner: Learner) -> None:
        if learner.binding is not None:
            self._learnt(action, learner.binding)
            return
        if learner.step is Step.FAILED:
            self._end_lesson()
        else:
            self._wait(learner, time.monotonic())
        self._told(action, learner.step)

    def _learnt(self, action: str, binding: Binding) -> None:
        self._end_lesson()
        others = {name: known for name, known in self._taught.items() if known != binding}
        task = asyncio.ensure_future(self._keep({**others, action: binding}))

        def kept(done: asyncio.Future[None]) -> None:
            failed = done.cancelled() or done.exception() is not None
            self._told(action, Step.FAILED if failed else Step.DONE)

        task.add_done_callback(kept)

    def _end_lesson(self) -> None:
        self._lesson = None
        if self._lesson_timer is not None:
            self._lesson_timer.cancel()
            self._lesson_timer = None
        self._want_devices()

    async def _keep(self, taught: dict[str, Binding]) -> None:
        try:
            await asyncio.to_thread(self._store.save, taught)
        except OSError as error:
            _logger.warning("taught keys not kept reason=%s", error)
            raise Failed("The key could not be kept: there is no room to write") from error
        self._taught = taught
        self._bind()

    # -- what is listened to -----------------------------------------------------------------------------------------

    def _bind(self) -> None:
        self._release_all()
        self._watched, self._evdev = {}, {}
        self._positions.clear()
        for action, binding in self._bindings.items():
            match binding:
                case CanKey() | CanKnob():
                    self._watched.setdefault((binding.bus, binding.key), []).append((action, binding))
                case EvdevKey():
                    self._evdev[binding.device, EV_KEY, binding.code] = (action, binding)
                case EvdevKnob():
                    self._evdev[binding.device, EV_REL, binding.code] = (action, binding)
        self._want_devices()

    def _want_devices(self) -> None:
        self._devices.want(frozenset(device for device, _, _ in self._evdev))

    def _release_all(self) -> None:
        for action in list(self._down):
            self._press(action, False)
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None
