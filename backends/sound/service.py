"""org.pillion.Sound1: what is heard, and who makes room for whom."""

import asyncio
import logging
import math
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from backends.core.errors import Invalid, OutOfRange, Refused
from backends.core.service import LOCAL_CALLER, Service, current_caller
from backends.sound.focus import FocusKind
from backends.sound.rules import load_rules
from backends.sound.views import MICROPHONE, recorder_view, stream_view
from backends.sound.volumes import MASTER, Volumes

if TYPE_CHECKING:
    from backends.sound.desk import Desk
    from backends.sound.device import Device
    from backends.sound.mixer import Mixer
    from backends.sound.streams import Recorder

__all__ = ["SoundService"]

_MOST_STREAMS = 32
_MOST_RECORDINGS = 4
_MOST_OWNERS = 64
_WORD = 120
_log = logging.getLogger(__name__)


class SoundService(Service):
    """No options. What makes sound is loaded with the first that asks for any: a unit without it pays nothing."""

    NAME: ClassVar[str] = "sound"

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(options)
        self._rules = load_rules()
        self._volumes = Volumes(self._rules.roles, self._volumes_changed)
        self._mixer: Mixer | None = None
        self._device: Device | None = None
        self._desk: Desk | None = None
        self._recorders: dict[str, Recorder] = {}
        self._owners: dict[str, str] = {}
        self.set_property("Volumes", dict(self._volumes.values))
        self.set_property("Device", "")
        self.set_property("Problem", "")
        self.on_caller_gone(self._forget_caller)

    async def start(self) -> None:
        """See Service."""
        if self.link is not None:
            self._volumes.follow(self.link)
        self.set_property("Ready", True)

    async def stop(self) -> None:
        """See Service."""
        self.set_property("Ready", False)
        await self._volumes.close()
        if self._desk is not None:
            self._desk.close()
        if self._device is not None:
            await asyncio.to_thread(self._device.close)
        self._desk = self._device = self._mixer = None

    # -- sound -------------------------------------------------------------------------------------------------------

    def play(self, owner: str, role: str, name: str, fd: int) -> None:
        try:
            self._known(owner, role)
            desk = self._open()
            if len(desk.streams) >= _MOST_STREAMS and (owner, role) not in desk.streams:
                raise Refused(f"{_MOST_STREAMS} streams play already.")
            try:
                desk.play(owner, role, name[:_WORD], fd)
            except OSError as error:
                raise Invalid(f"The descriptor cannot be followed: {error.strerror}") from error
        except BaseException:
            os.close(fd)
            raise
        self._own(owner)

    def record(self, owner: str, rate: int, channels: int, fd: int) -> None:
        from backends.sound.streams import Recorder

        try:
            self._known(owner)
            if not 8_000 <= rate <= 48_000 or channels not in (1, 2):
                raise Invalid(f"The microphone gives 8 to 48 kHz in one or two channels, not {rate} Hz in {channels}")
            self._sweep()
            if len(self._recorders) >= _MOST_RECORDINGS and owner not in self._recorders:
                raise Refused(f"{_MOST_RECORDINGS} record already.")
            self._open()
            os.set_blocking(fd, False)
        except BaseException:
            os.close(fd)
            raise
        self._end_record(owner)
        recorder = self._recorders[owner] = Recorder(owner, fd, rate, channels)
        assert self._device is not None
        self._device.record(recorder)
        self._own(owner)
        self.emit("StreamsChanged")

    def end(self, owner: str, role: str) -> None:
        if role in ("", MICROPHONE):
            self._end_record(owner)
        if self._desk is not None and role != MICROPHONE:
            self._desk.end(owner, role)

    def sounding(self, owner: str, role: str, sounding: bool) -> None:
        self._known(owner, role)
        self._own(owner)
        self._open().sounding(owner, role, sounding)

    def streams(self) -> list[dict[str, Any]]:
        self._sweep()
        rows = [recorder_view(recorder) for recorder in self._recorders.values()]
        if self._desk is not None and self._device is not None:
            rows += [stream_view(stream, self._device.dry(stream.role)) for stream in self._desk.streams.values()]
        return rows

    # -- focus -------------------------------------------------------------------------------------------------------

    def request_focus(self, owner: str, kind: str) -> str:
        self._known(owner)
        try:
            wanted = FocusKind(kind)
        except ValueError:
            raise Invalid(f"Focus is {', '.join(FocusKind)}, not {kind!r:.40}") from None
        desk = self._open()
        if desk.owners >= _MOST_OWNERS and owner not in desk.states():
            raise Refused("Too many want the focus.")
        self._own(owner)
        return str(desk.request(owner, wanted))

    def release_focus(self, owner: str) -> None:
        if self._desk is not None:
            self._desk.release(owner)

    def focus(self) -> dict[str, str]:
        return self._desk.states() if self._desk else {}

    # -- loudness ----------------------------------------------------------------------------------------------------

    def set_volume(self, role: str, volume: float) -> None:
        if role not in self._volumes.values:
            raise Invalid(f"There is no role {role!r:.40}")
        if not math.isfinite(volume) or not 0 <= volume <= 1:
            raise OutOfRange(f"A volume is from 0 to 1, not {volume:g}")
        self._volumes.set(role, volume)

    def _volumes_changed(self) -> None:
        values = dict(self._volumes.values)
        self.set_property("Volumes", values)
        if self._mixer is not None:
            for role in self._rules.roles:
                self._mixer.set_volume(role, values[MASTER], values[role])

    # -- the rest ----------------------------------------------------------------------------------------------------

    def _open(self) -> "Desk":
        """Mixer, device and desk, with the first that needs them."""
        if self._desk is None:
            from backends.sound.desk import Desk
            from backends.sound.device import Device, hurry
            from backends.sound.mixer import Mixer

            loop = asyncio.get_running_loop()
            self._mixer = Mixer(self._rules)
            self._volumes_changed()
            if self.bus is not None:
                hurry()
            self._device = Device(
                self._rules, self._mixer, lambda name, problem: loop.call_soon_threadsafe(self._told, name, problem)
            )
            self._desk = Desk(
                self._rules,
                self._mixer,
                self._device,
                lambda owner, state: self.emit("FocusChanged", owner, state),
                lambda: self.emit("StreamsChanged"),
            )
        return self._desk

    def _told(self, name: str, problem: str) -> None:
        before = self.properties["Problem"]
        self.set_property("Device", name)
        self.set_property("Problem", problem)
        if problem and not before:
            _log.warning("no sound reason=%s", problem)
            self.emit("Notice", "warning", "no-sound", problem)
        elif before and not problem:
            _log.info("sound is back device=%s", name)
            self.emit("Notice", "info", "sound-back", "Sound is back.")

    def _known(self, owner: str, role: str | None = None) -> None:
        if not owner or len(owner) > _WORD:
            raise Invalid("An owner has a name of some letters")
        if role is not None and role not in self._rules.roles:
            raise Invalid(f"There is no role {role!r:.40}")

    def _own(self, owner: str) -> None:
        if current_caller.get() != LOCAL_CALLER:
            self._owners[owner] = current_caller.get()

    def _forget_caller(self, caller: str) -> None:
        for owner in [owner for owner, by in self._owners.items() if by == caller]:
            del self._owners[owner]
            self._end_record(owner)
            if self._desk is not None:
                self._desk.forget(owner)

    def _end_record(self, owner: str) -> None:
        recorder = self._recorders.pop(owner, None)
        if recorder is not None and self._device is not None:
            self._device.end_record(recorder)
            self.emit("StreamsChanged")

    def _sweep(self) -> None:
        """Recordings that nobody reads any more."""
        self._recorders = {owner: recorder for owner, recorder in self._recorders.items() if not recorder.gone}
