"""How a link begins: both agree on a version, set up encryption, and the car says that it is done."""

from __future__ import annotations

from dataclasses import dataclass

from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.connection import Connection
from backends.projection.android_auto.ids import Control, Status
from backends.projection.android_auto.messages import AuthComplete, pack_version, unpack_version
from backends.projection.android_auto.tls import Identity
from backends.projection.android_auto.wire import Packet
from backends.projection.errors import LinkLost, NotAllowed, ProjectionError, Unsupported

__all__ = ["Doubts", "Opening"]

VERSION_S = 5.0
TLS_S = 10.0
DOUBTS = 3
"""So many times, and it is taken for a refusal: a person has to do something."""
_JUDGED = {Status.CERTIFICATE_EARLY: say.TOO_EARLY, Status.CERTIFICATE_EXPIRED: say.TOO_LATE}


@dataclass(slots=True)
class Doubts:
    """How often in a row a phone hung up without a word when it had seen the certificate."""

    count: int = 0


class Opening:
    """``done`` once messages are encrypted. All of it is channel 0, in the clear."""

    def __init__(self, connection: Connection, version: tuple[int, int], identity: Identity, doubts: Doubts) -> None:
        self._connection = connection
        self._asked = version
        self._identity = identity
        self._doubts = doubts
        self._step = "version"
        self._answered: tuple[int, int] | None = None
        self.done = False
        self.met = False
        """The phone went on after it had seen the certificate."""

    @property
    def patience_s(self) -> float:
        """How long the phone may take for its next word."""
        return VERSION_S if self._step == "version" else TLS_S

    @property
    def waited_for(self) -> str:
        """A sentence for when it took longer."""
        if self._step == "version":
            return say.NO_WORD
        return say.NO_ENCRYPTION

    def begin(self) -> None:
        """The car speaks first."""
        self._connection.send(0, Control.VERSION_REQUEST, pack_version(*self._asked), plain=True)

    def received(self, packet: Packet) -> None:
        """Raises PeerFault, NotAllowed, Unsupported."""
        if packet.channel != 0:
            raise say.nonsense("a channel before there were any")
        if packet.id == Control.VERSION_RESPONSE and self._step == "version":
            major, minor, matches = unpack_version(packet.body)
            self._answered = (major, minor)
            if not matches:
                raise say.noted(Unsupported(say.OTHER_VERSION), f"{major}.{minor}")
            self._step = "encryption"
            self._shake(b"")
        elif packet.id == Control.TLS and self._step == "encryption":
            self._shake(packet.body)
        elif packet.id == Control.AUTH_COMPLETE:
            self.judged(-1)
        elif packet.id in (Control.PING_REQUEST, Control.PING_RESPONSE):
            return
        elif packet.id == Control.BYE_REQUEST:
            raise LinkLost(say.GONE_EARLY)
        else:
            raise say.nonsense(f"message {packet.id:#x} while it began")

    def accepted(self) -> None:
        """The phone asked what the car has: it took the certificate."""
        self.met = True
        self._doubts.count = 0

    def judged(self, status: int) -> None:
        """The phone's word about the certificate. Raises NotAllowed unless it is good."""
        if status != Status.OK:
            text = next((words for code, words in _JUDGED.items() if code == status), say.REFUSED)
            raise say.noted(NotAllowed(text, needs="certificate"), f"code {status}")

    def broke_off(self) -> ProjectionError:
        """Why the connection ended, for when it just did."""
        if self._step == "version":
            return LinkLost(say.GONE_EARLY)
        if not self.met:
            self._doubts.count += 1
            if self._doubts.count >= DOUBTS:
                return say.noted(NotAllowed(say.REFUSED, needs="certificate"), "hung up again and again")
            return LinkLost(say.HUNG_UP)
        return LinkLost(say.BROKE_OFF)

    def report(self) -> list[tuple[str, str]]:
        """What was agreed on: names and values."""
        rows = [("Version asked for", ".".join(map(str, self._asked)))]
        if self._answered:
            rows.append(("Version of the phone", ".".join(map(str, self._answered))))
        rows.append(("Car's certificate", "the owner's" if self._identity.own else "made by this car"))
        return rows + (self._connection.tls.report() if self.done else [])

    def _shake(self, data: bytes) -> None:
        tls = self._connection.tls
        answer = tls.handshake(data)
        if answer:
            self._connection.send(0, Control.TLS, answer, plain=True)
        if tls.done:
            self.done = True
            self._connection.send(0, Control.AUTH_COMPLETE, AuthComplete(status=Status.OK).encode(), plain=True)
