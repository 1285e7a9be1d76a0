"""One attempt at a phone with CarLife: from its six channels to picture and sound.

The order is that of Baidu's own head units: version, statistics and who we are, permission, features, the key if the phone wants
to encrypt, then the picture. docs/protocols/carlife.md has it as a diagram.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Mapping, Sequence

from backends.projection.carlife.answers import Answers
from backends.projection.carlife.fingers import Fingers
from backends.projection.carlife.ids import KEYS, Channel, Type
from backends.projection.carlife.messages import decode, encode
from backends.projection.carlife.news import News
from backends.projection.carlife.protocol import Frame, encode_frame
from backends.projection.carlife.screen import Screen
from backends.projection.carlife.secrecy import Secret
from backends.projection.carlife.sentences import FLOOD, NO_ANSWER, NO_PICTURE, SILENT, nonsense
from backends.projection.carlife.settings import Settings
from backends.projection.carlife.sounds import Sounds
from backends.projection.carlife.transport import Transport
from backends.projection.carlife.vehicle import VehicleFeed
from backends.projection.defs import Reason, SessionState
from backends.projection.domain import Rules
from backends.projection.errors import LinkLost, PeerFault, PhoneEnded, ProjectionError, TooSlow
from backends.projection.mirror import Link, LinkListener, Point, Surroundings, Value
from backends.projection.protobuf import ProtobufError

__all__ = ["SILENT_S", "CarlifeLink"]

SILENT_S = 5.0
"""A phone that is there says something every second; one that says nothing for so long is gone."""
VERSION_S = 8.0
PICTURE_S = 10.0
BEAT_S = 1.0
MESSAGES_MAX = 4000
"""Messages a second that no phone has to say."""
_MICROPHONE_PIECE = 2560
_logger = logging.getLogger(__name__)


class CarlifeLink(Link):
    """See `Link`. ``transport`` is new and unopened."""

    def __init__(self, transport: Transport, listener: LinkListener, settings: Settings) -> None:
        self.transport = transport
        self.settings = settings
        self.listener = listener
        self.surroundings = Surroundings()
        self.rules = Rules()
        self.secret: Secret | None = None
        self._opened: set[Channel] = set()
        self._paused_by_car = False
        self._heard_at = 0.0
        self._count = 0
        self._failure: asyncio.Future[None] | None = None
        self.fingers = Fingers()
        self.news = News(listener, self.fail)
        self.sounds = Sounds(listener, self.news.played)
        self.vehicle = VehicleFeed(self.tell)
        self.screen = Screen(listener, self.tell, settings.frame_rate, self.news.pictured)
        self._answers = Answers(self)

    # -- its life ----------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """See Link."""
        self._failure = asyncio.get_running_loop().create_future()
        self.listener.state(SessionState.CONNECTING)
        try:
            await self.transport.open()
            self.listener.state(SessionState.AUTHENTICATING)
            self._heard_at = time.monotonic()
            self._answers.begin()
            await self._live(self._failure)
        except PhoneEnded:
            raise
        except ProjectionError as error:
            self._say_why(error)
            raise
        finally:
            self._quiet()
            await self.transport.close()

    def fail(self, error: ProjectionError) -> None:
        """End it for a reason."""
        if self._failure is not None and not self._failure.done():
            self._failure.set_exception(error)

    async def _live(self, failure: asyncio.Future[None]) -> None:
        works = [failure, *(asyncio.ensure_future(work) for work in (self.transport.run(self.heard), self._watch()))]
        try:
            await asyncio.wait(works, return_when=asyncio.FIRST_COMPLETED)
            for work in works:
                if work.done():
                    work.result()
        finally:
            for work in works:
                work.cancel()
            await asyncio.gather(*works, return_exceptions=True)

    async def _watch(self) -> None:
        begun = time.monotonic()
        while True:
            await asyncio.sleep(BEAT_S)
            now = time.monotonic()
            self._count = 0
            if not self._answers.matched:
                if now - begun > VERSION_S:
                    raise TooSlow(NO_ANSWER)
                continue
            if self.news.waiting == "permission":
                # The driver may take his time; a phone that is gone closes its connections.
                self._heard_at = now
                if self.screen.asked_at is not None:
                    self.screen.asked_at = now
            if now - self._heard_at > SILENT_S:
                raise LinkLost(SILENT)
            if self.screen.asked_at is not None and now - self.screen.asked_at > PICTURE_S:
                raise TooSlow(NO_PICTURE)
            if self._answers.modern:
                self.send(Type.VIDEO_HEARTBEAT)

    def _say_why(self, error: ProjectionError) -> None:
        if error.reason not in (Reason.PHONE_LOST, Reason.NO_ROUTE):
            with contextlib.suppress(ProjectionError):
                self.send(Type.ERROR_CODE, encode(Type.ERROR_CODE, {"code": error.reason.value}))

    def _quiet(self) -> None:
        self.vehicle.close()
        self._answers.close()
        self.screen.close()

    # -- to the phone ------------------------------------------------------------------------------------------------

    def send(self, kind: Type, payload: bytes = b"", time_ms: int = 0) -> None:
        """A message of any channel, encrypted when that was agreed upon. Raises LinkLost, TooSlow."""
        if self.secret is not None:
            payload = self.secret.seal(payload)
        self.transport.write(kind.channel, encode_frame(kind.channel, kind, payload, time_ms))

    def tell(self, kind: Type, payload: bytes = b"", time_ms: int = 0) -> None:
        """As `send`; a connection that cannot take it ends."""
        try:
            self.send(kind, payload, time_ms)
        except ProjectionError as error:
            self.fail(error)

    # -- from the phone ----------------------------------------------------------------------------------------------

    def heard(self, frame: Frame, received_ns: int) -> None:
        """A message came. Raises ProjectionError: the connection is over."""
        self._heard_at = received_ns / 1e9
        self._count += 1
        if self._count > MESSAGES_MAX:
            raise PeerFault(FLOOD)
        try:
            kind = Type(frame.type)
        except ValueError:
            _logger.debug("message of another version type=%#x", frame.type)
            return
        payload = self._opened_payload(frame)
        try:
            if frame.channel is Channel.VIDEO:
                if kind is Type.VIDEO_DATA:
                    self.screen.data(payload, frame.time_ms, received_ns)
            elif frame.channel in (Channel.MEDIA, Channel.TTS, Channel.VR):
                self.sounds.heard(frame.channel, kind, payload, frame.time_ms, received_ns)
            elif frame.channel is Channel.COMMAND:
                values = decode(kind, payload)
                if not self.news.heard(kind, values):
                    self._answers.heard(kind, values)
        except ProtobufError as error:
            raise nonsense(f"{kind.name}: {error}") from error

    def _opened_payload(self, frame: Frame) -> bytes:
        """Until a channel's first encrypted message, what cannot be opened was on its way before the key."""
        if self.secret is None or not frame.payload:
            return frame.payload
        try:
            payload = self.secret.open(frame.payload)
        except PeerFault:
            if frame.channel in self._opened:
                raise
            return frame.payload
        self._opened.add(frame.channel)
        return payload

    # -- from the car ------------------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        """See Link."""
        if self.screen.show(shown) and self.news.background:
            self.tell(Type.GO_FOREGROUND)

    def resize(self, width: int, height: int, dpi: int) -> None:
        """See Link. CarLife knows no density."""
        self.screen.resize(width, height)

    def request_keyframe(self) -> None:
        """See Link."""
        self.screen.request_keyframe()

    def touch(self, points: Sequence[Point]) -> None:
        """See Link."""
        if self.screen.size[0]:
            for kind, payload in self.fingers.feed(points, *self.screen.size):
                self.tell(kind, payload)

    def key(self, key: str, press: bool, release: bool) -> None:
        """See Link. CarLife's keys have no up and down."""
        names = {"escape": "back", "apps": "home", "stop": "pause"}
        name = names.get(key, key)
        if name == "play_pause":
            name = "pause" if self.sounds.media else "play"
        code = KEYS.get(name)
        if name == "voice" and self.sounds.listening:
            code = 0x22
        if press and code is not None:
            self.tell(Type.HARD_KEY, encode(Type.HARD_KEY, {"key": code}))

    def set_rules(self, rules: Rules) -> None:
        """See Link."""
        self.rules = rules
        self._answers.rules_changed()

    def set_vehicle(self, values: Mapping[str, Value]) -> None:
        """See Link."""
        self.vehicle.update(values)

    def set_surroundings(self, surroundings: Surroundings) -> None:
        """See Link."""
        self.surroundings = surroundings

    def set_audio_focus(self, state: str) -> None:
        """See Link. Music is paused when something else of the car's plays, and goes on when the car gives the sound back."""
        if state in ("loss", "loss_transient", "guidance_only") and self.sounds.media:
            self._paused_by_car = state == "loss_transient"
            self.tell(Type.PAUSE_MEDIA)
        elif state in ("gain", "gain_media_only") and self._paused_by_car:
            self._paused_by_car = False
            self.key("play", True, True)

    def microphone(self, pcm: bytes, pts_us: int) -> None:
        """See Link."""
        if self.sounds.listening:
            for start in range(0, len(pcm), _MICROPHONE_PIECE):
                self.tell(Type.VR_MIC_DATA, pcm[start : start + _MICROPHONE_PIECE], pts_us // 1000)

    def call_action(self, call: str, action: str) -> None:
        """See Link."""
        key = {"accept": "call", "reject": "hangup", "hangup": "hangup", "mute": "mute"}.get(action)
        if key is not None:
            self.key(key, True, True)

    def report(self) -> list[tuple[str, str, str]]:
        """See Link."""
        rows = [("connection", "transport", self.transport.NAME)]
        rows += self._answers.report()
        rows += self.screen.report()
        rows.append(("connection", "encryption", "AES, keys by RSA" if self.secret else "none"))
        rows.append(("input", "touch", "several fingers" if self.fingers.many else "one finger"))
        if self.vehicle.running:
            rows.append(("vehicle", "told", ", ".join(self.vehicle.running)))
        rows += [("phone", name, str(status)) for name, status in self.news.modules.items()]
        return rows + self.sounds.report()
