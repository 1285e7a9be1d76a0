"""One attempt at a phone: version, encryption, description, channels, until one of both says goodbye."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.car import Car
from backends.projection.android_auto.car_side import CarSide
from backends.projection.android_auto.channels.board import Board
from backends.projection.android_auto.connection import Connection
from backends.projection.android_auto.discovery_response import describe
from backends.projection.android_auto.ids import ByeReason, Control
from backends.projection.android_auto.messages import Bye, DiscoveryRequest, StatusOnly
from backends.projection.android_auto.opening import Doubts, Opening
from backends.projection.android_auto.talk import Talk
from backends.projection.android_auto.tls import Identity
from backends.projection.android_auto.transport import Transport
from backends.projection.android_auto.wire import Packet
from backends.projection.defs import SessionState
from backends.projection.errors import (
    LinkLost,
    NotAllowed,
    PeerFault,
    PhoneEnded,
    ProjectionError,
    TooSlow,
    Unsupported,
)
from backends.projection.mirror import LinkListener
from backends.projection.protobuf import ProtobufError

__all__ = ["AndroidAutoLink", "Way"]

SILENCE_S = 5.0
"""Nothing at all from the phone for this long, pings unanswered, and it is gone."""
ASKING_S = 90.0
"""The first time the phone asks its owner a few things before it goes on."""
ASKS_AFTER_S = 4.0
BYE_S = 0.5


@dataclass(frozen=True, slots=True)
class Way:
    """How to get to the phone: `reach` connects, `words` say how; `bssid` of the car's own Wi-Fi, when it comes over that."""

    reach: Callable[[], Awaitable[Transport]]
    words: str
    bssid: str = ""


async def _nobody_known(address: str) -> bool:
    return False


class AndroidAutoLink(CarSide):
    """A `Link`; also the `Peer` of its channels. ``identity`` is asked for in a thread; ``paired`` knows Bluetooth's phones."""

    def __init__(
        self,
        way: Way,
        car: Car,
        listener: LinkListener,
        identity: Callable[[], Identity],
        paired: Callable[[str], Awaitable[bool]] = _nobody_known,
        doubts: Doubts | None = None,
    ) -> None:
        self.car = car
        self.listener = listener
        self._way = way
        self._identity = identity
        self._doubts = doubts or Doubts()
        self._connection: Connection | None = None
        self._opening: Opening | None = None
        self._talk = Talk(self._send_control, listener, self.later)
        self._board = Board(self, self._answer, paired)
        self._timers: set[asyncio.TimerHandle] = set()
        self._deadline = asyncio.timeout(None)
        self._ended: asyncio.Future[ProjectionError] | None = None
        self._phone_said: list[tuple[str, str]] = []
        self._asking_until = 0.0
        self._why = ""

    # -- life --------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        self.listener.state(SessionState.CONNECTING)
        try:
            identity, context = await asyncio.to_thread(self._identified)
            transport = await self._way.reach()
            self._connection = connection = Connection(transport, context)
            try:
                await self._live(connection, identity)
            except asyncio.CancelledError:
                await self._farewell(connection)
                raise
            finally:
                self._part()
                await connection.close()
        except ProjectionError as error:
            self._why = ": ".join((error.text.rstrip("."), *getattr(error, "__notes__", ())))
            raise

    def _identified(self) -> tuple[Identity, ssl.SSLContext]:
        """Raises NotAllowed: without a certificate that can be used there is no way on."""
        try:
            identity = self._identity()
            return identity, identity.context()
        except Unsupported as error:
            raise say.noted(NotAllowed(error.text, needs="certificate"), *error.__notes__) from None

    async def _live(self, connection: Connection, identity: Identity) -> None:
        self._opening = opening = Opening(connection, self.car.settings.version, identity, self._doubts)
        opening.begin()
        loop = asyncio.get_running_loop()
        self._ended = loop.create_future()
        self._deadline = asyncio.timeout(opening.patience_s)
        try:
            async with self._deadline:
                while True:
                    for packet in await self._next(connection):
                        self._received(packet)
                    self._deadline.reschedule(loop.time() + self._patience_s())
        except TimeoutError:
            raise (self._ended.result() if self._ended.done() else self._too_slow()) from None
        except ProtobufError as error:
            raise say.nonsense(str(error)) from None

    async def _next(self, connection: Connection) -> list[Packet]:
        assert self._opening is not None
        assert self._ended is not None
        if self._ended.done():
            raise self._ended.result()
        packets = await connection.read()
        if packets is None:
            raise self._opening.broke_off()
        return packets

    def _patience_s(self) -> float:
        assert self._opening is not None
        if not self._opening.done:
            return self._opening.patience_s
        # Pings go on while the phone asks its owner: they are no sign that it goes on.
        return SILENCE_S if self._board else self._asking_until - asyncio.get_running_loop().time()

    def _too_slow(self) -> ProjectionError:
        assert self._opening is not None
        if not self._opening.done:
            return TooSlow(self._opening.waited_for)
        if not self._board:
            return TooSlow(say.NO_GOING_ON)
        return LinkLost(say.SILENT)

    async def _farewell(self, connection: Connection) -> None:
        """The driver is done with it: say so, and wait a moment for the answer."""
        self._why = "The car ended the connection."
        if self._opening is None or not self._opening.done:
            return
        self._send_control(Control.BYE_REQUEST, Bye(reason=ByeReason.USER).encode())
        with contextlib.suppress(TimeoutError, ProjectionError):
            async with asyncio.timeout(BYE_S):
                while (packets := await connection.read()) is not None:
                    if any(packet.channel == 0 and packet.id == Control.BYE_RESPONSE for packet in packets):
                        return

    def _part(self) -> None:
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self._talk.close()
        self._board.close()

    # -- what the phone says -----------------------------------------------------------------------------------------

    def _received(self, packet: Packet) -> None:
        opening = self._opening
        assert opening is not None
        if not opening.done:
            opening.received(packet)
            self.listener.state(SessionState.AUTHENTICATING)
            if opening.done:
                self.listener.state(SessionState.NEGOTIATING)
                self._asking_until = asyncio.get_running_loop().time() + ASKING_S
                self._talk.begin()
                self.later(ASKS_AFTER_S, self._ask_whether_it_asks)
        elif packet.channel == 0:
            self._control(packet)
        else:
            self._board.received(packet)

    def _control(self, packet: Packet) -> None:
        match packet.id:
            case Control.DISCOVERY_REQUEST:
                self._met(DiscoveryRequest.decode(packet.body))
            case Control.CHANNEL_OPEN_REQUEST:
                self._board.received(packet)
            case Control.BYE_REQUEST:
                reason = Bye.decode(packet.body).reason
                self._send_control(Control.BYE_RESPONSE, b"")
                raise say.noted(PhoneEnded(say.BYES.get(reason, say.ENDED)), f"reason {reason}")
            case Control.BYE_RESPONSE:
                raise PhoneEnded(say.ENDED)
            case Control.AUTH_COMPLETE:
                assert self._opening is not None
                self._opening.judged(StatusOnly.decode(packet.body).status)
            case Control.FRAMING_ERROR:
                raise PeerFault(say.NOT_UNDERSTOOD)
            case Control.UNEXPECTED:
                self._board.unknown("refused by the phone", int.from_bytes(packet.body[:2], "big"))
            case _:
                if not self._talk.received(packet.id, packet.body):
                    self._board.unknown("control", packet.id)

    def _met(self, request: DiscoveryRequest) -> None:
        """The phone says who it is, and wants to know what there is."""
        assert self._opening is not None
        self._opening.accepted()
        name = request.device or request.label or ""
        self._phone_said = [("Name", name)]
        self.listener.phone({"name": name} if name else {})
        services = self._board.fill()
        self._send_control(Control.DISCOVERY_RESPONSE, describe(self.car, services, self._way.bssid).encode())

    def _ask_whether_it_asks(self) -> None:
        if not self._board:
            self.listener.waiting("permission", say.PERMISSION)

    # -- for the channels --------------------------------------------------------------------------------------------

    def send(self, channel: int, kind: int, body: bytes = b"") -> None:
        """A message on a channel, encrypted."""
        if self._connection is not None:
            self._connection.send(channel, kind, body)

    def _send_control(self, kind: int, body: bytes, *, plain: bool = False) -> None:
        if self._connection is not None:
            self._connection.send(0, kind, body, plain=plain)

    def _answer(self, channel: int, kind: int, body: bytes, *, control: bool) -> None:
        if self._connection is not None:
            self._connection.send(channel, kind, body, control=control)

    def ready(self) -> None:
        """Pictures may come."""
        self.listener.state(SessionState.READY)

    def later(self, seconds: float, call: Callable[[], None]) -> asyncio.TimerHandle:
        """Call back, unless the link ends before."""

        def due() -> None:
            self._timers.discard(timer)
            call()

        timer = asyncio.get_running_loop().call_later(seconds, due)
        self._timers.add(timer)
        return timer

    def _agree_anew(self) -> None:
        """The shape is agreed on once: before the first picture it costs least to agree anew."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(LinkLost(say.OTHER_SHAPE))
            self._deadline.reschedule(asyncio.get_running_loop().time())

    def report(self) -> list[tuple[str, str, str]]:
        rows = [("connection", "Way", self._way.words)]
        if self._opening is not None:
            rows += [("connection", name, value) for name, value in self._opening.report()]
        if self._connection is not None:
            traffic = f"{self._connection.received} bytes received, {self._connection.sent} sent"
            rows.append(("connection", "Traffic", traffic))
        rows += [("connection", name, value) for name, value in self._talk.report()]
        rows += [("phone", name, value) for name, value in self._phone_said]
        rows += self._board.report()
        return [*rows, ("connection", "Ended", self._why)] if self._why else rows
