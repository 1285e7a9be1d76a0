"""One connection to one dongle and the phone behind it: start, heartbeat, and everything both ways until it ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from backends.projection.carlinkit.fingers import Fingers
from backends.projection.carlinkit.inbound import Inbound
from backends.projection.carlinkit.messages import command, file_number, gnss, microphone, multi_touch
from backends.projection.carlinkit.nmea import sentences
from backends.projection.carlinkit.opening import NIGHT_FILE, Stage, changes, opening
from backends.projection.carlinkit.outbox import Outbox
from backends.projection.carlinkit.protocol import Decoder, Kind, encode
from backends.projection.carlinkit.sentences import NO_ANSWER, SILENT
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.tables import KEYS, Command
from backends.projection.carlinkit.transport import Transport
from backends.projection.defs import SessionState
from backends.projection.errors import LinkLost, TooSlow
from backends.projection.mirror.link import Link, LinkListener, Point, Surroundings, Value

__all__ = ["CarlinkitLink"]

ANSWER_S = 5.0
"""A dongle that was greeted says something within this time."""
SILENCE_S = 15.0
"""With a phone that plays or is shown there is always something within this time."""
HEARTBEAT_S = 2.0
WIFI_CONNECT_S = 1.0
KEY_FRAME_S = 5.0
GNSS_S = 1.0
GOODBYE_S = 0.7
SETTLE_S = 0.4
"""A stage that changes its size goes on doing so for a moment."""
_SHAPE_MAX, _ENLARGED_MAX = 0.03, 1.3
"""So much may the stage's shape differ from the picture's, and so much may it be enlarged, before the phone begins anew."""
_DEFAULT_STAGE = (800, 480, 160)
_LATITUDE, _LONGITUDE = "Vehicle.CurrentLocation.Latitude", "Vehicle.CurrentLocation.Longitude"
_ALTITUDE, _HEADING = "Vehicle.CurrentLocation.Altitude", "Vehicle.CurrentLocation.Heading"
_SPEED = "Vehicle.Speed"
_logger = logging.getLogger(__name__)


class CarlinkitLink(Link):
    """``clock`` and ``now`` are seconds, the first monotonic, the second Unix time; ``on_kind`` see `Inbound`."""

    def __init__(
        self,
        transport: Transport,
        listener: LinkListener,
        settings: DongleSettings,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        on_kind: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._transport = transport
        self._listener = listener
        self._settings = settings
        self._clock = clock
        self._now = now
        width, height, dpi = _DEFAULT_STAGE
        self._stage = Stage(width, height, dpi, night=False, left_hand_drive=True)
        self._inbound = Inbound(listener, self._send, settings, clock, on_kind)
        self._outbox = Outbox(transport)
        self._fingers = Fingers()
        self._vehicle: dict[str, Value] = {}
        self._resized = asyncio.Event()
        self._opened_for = (0, 0)
        self._running = False
        self._shown = False
        self._heard_s = 0.0
        self._paused_by_us = False
        self._gnss_on = False

    # -- life --------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        self._listener.state(SessionState.CONNECTING)
        try:
            await self._transport.open()
            self._listener.state(SessionState.NEGOTIATING)
            self._running = True
            self._heard_s = self._clock()
            await self._flow()
        except asyncio.CancelledError:
            await self._goodbye()
            raise
        finally:
            self._running = False
            self._inbound.end()
            await self._transport.close()

    async def _flow(self) -> None:
        """Until one of the tasks fails, as all of them do sooner or later; its reason is ours."""
        tasks = [
            asyncio.create_task(work, name=name)
            for work, name in (
                (self._read(), "dongle read"),
                (self._outbox.run(), "dongle write"),
                (self._begin(), "dongle start"),
                (self._follow_stage(), "dongle size"),
                (self._tick(), "dongle tick"),
            )
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        # What the dongle sent says more than that it could not be written to.
        for task in (one for one in tasks if one in done):
            task.result()

    async def _read(self) -> None:
        decoder = Decoder()
        while True:
            data = await self._transport.read(decoder.wanted)
            received_ns = time.monotonic_ns()
            for message in decoder.feed(data):
                self._heard_s = self._clock()
                self._inbound.take(message, received_ns)

    async def _begin(self) -> None:
        self._opened_for = (self._stage.width, self._stage.height)
        self._inbound.begin(*self._opened_for)
        # The heartbeat first: a dongle that has just been switched on restarts without it.
        self._send(encode(Kind.HEARTBEAT))
        for message in opening(self._stage, self._settings, now_s=self._now()):
            self._send(message)
        await asyncio.sleep(WIFI_CONNECT_S)
        self._send(command(Command.WIFI_CONNECT))

    async def _follow_stage(self) -> None:
        """A dongle has one size for a phone's session: for a stage of another shape the phone begins anew."""
        while True:
            await self._resized.wait()
            await asyncio.sleep(SETTLE_S)
            self._resized.clear()
            if not _fits(self._opened_for, (self._stage.width, self._stage.height)):
                self._inbound.restart()
                self._send(encode(Kind.DISCONNECT_PHONE))
                self._send(encode(Kind.CLOSE))
                await self._begin()

    async def _tick(self) -> None:
        """Heartbeat, key frames, position, and whether the dongle is still there."""
        began = self._clock()
        beat = key_frame = position = began
        while True:
            await asyncio.sleep(0.5)
            now = self._clock()
            if now - beat >= HEARTBEAT_S:
                beat += HEARTBEAT_S
                self._send(encode(Kind.HEARTBEAT))
            if now - key_frame >= KEY_FRAME_S:
                key_frame = now
                if self._inbound.wants_key_frames and self._shown:
                    self._send(command(Command.KEY_FRAME))
            if now - position >= GNSS_S:
                position = now
                self._tell_position()
            self._inbound.tick()
            if not self._inbound.answered and now - began > ANSWER_S:
                raise TooSlow(NO_ANSWER)
            if self._inbound.streaming and self._shown and now - self._heard_s > SILENCE_S:
                raise LinkLost(SILENT)

    async def _goodbye(self) -> None:
        """Hand the phone back, so that it does not wait for a car that is gone."""
        if self._running:
            with contextlib.suppress(Exception):  # whatever happens now, it is over
                async with asyncio.timeout(GOODBYE_S):
                    await self._transport.write(encode(Kind.DISCONNECT_PHONE))
                    await self._transport.write(encode(Kind.CLOSE))

    def _send(self, message: bytes, *, droppable: bool = False) -> None:
        if self._running:
            self._outbox.put(message, droppable=droppable)

    def change(self, settings: DongleSettings) -> None:
        """The driver set something: what a dongle takes while it runs works at once, the rest the next time."""
        self._settings = settings
        self._inbound.set_microphone(settings.microphone == "car")
        for message in changes(self._stage, settings, now_s=self._now()):
            self._send(message)

    # -- what the car tells --------------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        self._shown = shown
        if shown and self._inbound.focus_released:
            self._inbound.focus_released = False
            self._send(command(Command.REQUEST_VIDEO_FOCUS))
            self.request_keyframe()

    def resize(self, width: int, height: int, dpi: int) -> None:
        # Encoders want even sides.
        self._stage = replace(self._stage, width=width // 2 * 2, height=height // 2 * 2, dpi=dpi)
        if self._running:
            self._resized.set()

    def request_keyframe(self) -> None:
        if self._inbound.plugged:
            self._send(command(Command.KEY_FRAME))

    def touch(self, points: Sequence[Point]) -> None:
        fingers, moves = self._fingers.take(points)
        if fingers and self._running and self._inbound.plugged:
            self._outbox.put_touch(multi_touch(fingers), moves=moves)

    def key(self, key: str, press: bool, release: bool) -> None:
        down, up = KEYS.get(key, ((), ()))
        for value in (*(down if press else ()), *(up if release else ())):
            self._send(command(value))

    def set_vehicle(self, values: Mapping[str, Value]) -> None:
        self._vehicle |= values

    def set_surroundings(self, surroundings: Surroundings) -> None:
        before, given = self._stage, surroundings
        self._stage = replace(
            before,
            night=given.night,
            left_hand_drive=given.left_hand_drive,
            language=given.language.partition("_")[0],
            name=given.name,
        )
        if given.night != before.night:
            self._send(file_number(NIGHT_FILE, given.night))
            self._send(command(Command.NIGHT if given.night else Command.DAY))

    def set_audio_focus(self, state: str) -> None:
        if state in ("loss", "loss_transient") and self._inbound.playing:
            self._paused_by_us = state == "loss_transient"
            self._send(command(Command.PAUSE))
        elif state == "gain" and self._paused_by_us:
            self._paused_by_us = False
            self._send(command(Command.PLAY))
        elif state == "loss":
            self._paused_by_us = False

    def microphone(self, pcm: bytes, pts_us: int) -> None:
        kind = self._inbound.microphone_type
        if kind is not None and pcm:
            self._send(microphone(pcm[: len(pcm) // 2 * 2], kind), droppable=True)

    def call_action(self, call: str, action: str) -> None:
        match action:
            case "accept":
                self._send(command(Command.ACCEPT_CALL))
            case "reject" | "hangup":
                self._send(command(Command.REJECT_CALL))

    def report(self) -> list[tuple[str, str, str]]:
        stage, settings = self._stage, self._settings
        return [
            ("dongle", "connection", self._transport.described),
            *self._inbound.report(),
            ("asked", "picture", f"{stage.width}x{stage.height} at {settings.fps}/s, {stage.dpi} dpi"),
            ("sent", "dropped", str(self._outbox.dropped)),
        ]

    def _tell_position(self) -> None:
        latitude, longitude = self._vehicle.get(_LATITUDE), self._vehicle.get(_LONGITUDE)
        known = isinstance(latitude, float) and isinstance(longitude, float)
        if not (known and self._inbound.plugged):
            return
        assert isinstance(latitude, float)
        assert isinstance(longitude, float)
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return
        if not self._gnss_on:
            self._gnss_on = True
            self._send(command(Command.GNSS_ON))
        altitude, speed, heading = (self._measured(path) for path in (_ALTITUDE, _SPEED, _HEADING))
        told = sentences(
            latitude, longitude, altitude_m=altitude, speed_kph=speed, heading_deg=heading, now_s=self._now()
        )
        self._send(gnss(told), droppable=True)

    def _measured(self, path: str) -> float:
        value = self._vehicle.get(path)
        return float(value) if isinstance(value, int | float) else 0.0


def _fits(picture: tuple[int, int], stage: tuple[int, int]) -> bool:
    """Whether a picture of this size is good enough for the stage."""
    shape = (picture[0] / picture[1]) / (stage[0] / stage[1])
    return abs(shape - 1) <= _SHAPE_MAX and stage[0] / picture[0] <= _ENLARGED_MAX
