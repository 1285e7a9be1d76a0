"""How a link begins: both agree on a version, set up encryption, and the car says that it is done."""

from __future__ import annotations

from dataclasses import dataclass

from backends.projection.android_auto.connection import Connection
from backends.projection.android_auto.ids import Control, Status
from backends.projection.android_auto.messages import AuthComplete, pack_version, unpack_version
from backends.projection.android_auto.tls import Identity
from backends.projection.android_auto.wire import Packet
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, Unsupported

__all__ = ["Doubts", "Opening"]

VERSION_S = 5.0
TLS_S = 10.0
DOUBTS = 3
"""So many times, and it is taken for a refusal: a person has to do something."""
_REFUSALS = {
    Status.CERTIFICATE: "it is not accepted",
    Status.AUTHENTICATION: "it could not be checked",
    Status.CERTIFICATE_EARLY: "by the phone's clock it is not valid yet",
    Status.CERTIFICATE_EXPIRED: "by the phone's clock it has expired",
}
_WHOSE = {True: "the certificate that was set up for this car", False: "the certificate that this car made for itself"}


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
            return "The phone did not answer. Look whether Android Auto is allowed on it, and whether it is unlocked."
        return "The phone did not finish setting up encryption."

    def begin(self) -> None:
        """The car speaks first."""
        self._connection.send(0, Control.VERSION_REQUEST, pack_version(*self._asked), plain=True)

    def received(self, packet: Packet) -> None:
        """Raises PeerFault, NotAllowed, Unsupported."""
        if packet.channel != 0:
            raise PeerFault("The phone used a channel before there were any.")
        if packet.id == Control.VERSION_RESPONSE and self._step == "version":
            major, minor, matches = unpack_version(packet.body)
            self._answered = (major, minor)
            if not matches:
                raise Unsupported(
                    f"The phone speaks version {major}.{minor} of Android Auto's protocol, the car asked for "
                    f"{self._asked[0]}.{self._asked[1]}. Set 'android_auto_version' to another."
                )
            self._step = "encryption"
            self._shake(b"")
        elif packet.id == Control.TLS and self._step == "encryption":
            self._shake(packet.body)
        elif packet.id == Control.AUTH_COMPLETE:
            self.judged(-1)
        elif packet.id in (Control.PING_REQUEST, Control.PING_RESPONSE):
            return
        elif packet.id == Control.BYE_REQUEST:
            raise LinkLost("The phone ended the connection while it began.")
        else:
            raise PeerFault("The phone did not begin as a phone does.")

    def accepted(self) -> None:
        """The phone asked what the car has: it took the certificate."""
        self.met = True
        self._doubts.count = 0

    def judged(self, status: int) -> None:
        """The phone's word about the certificate. Raises NotAllowed unless it is good."""
        if status != Status.OK:
            why = next((words for code, words in _REFUSALS.items() if code == status), f"code {status}")
            raise _refused(f"The phone refuses {_WHOSE[self._identity.own]}: {why}.")

    def broke_off(self) -> ProjectionError:
        """Why the connection ended, for when it just did."""
        if self._step == "version":
            return LinkLost("The phone ended the connection before it said a word.")
        if not self.met:
            self._doubts.count += 1
            text = f"The phone ended the connection when it had seen {_WHOSE[self._identity.own]}"
            if self._doubts.count >= DOUBTS:
                return _refused(f"{text}. It may only take cars whose certificate it knows.")
            return LinkLost(f"{text}.")
        return LinkLost("The connection to the phone broke off.")

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


def _refused(text: str) -> NotAllowed:
    return NotAllowed(text, needs="certificate")
