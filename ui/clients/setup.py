"""The steps to a phone's first app, and a pairing under way, as the display sees them. Asked for only while a page shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from backends.interfaces import ServiceError
from ui.clients.base import ServiceClient
from ui.clients.hook import Hook

__all__ = ["KIND", "SetupClient"]

KIND = "scrcpy"
_PAIR_S = 40.0
Facts = Mapping[str, Any]


class SetupClient(ServiceClient):
    """``steps`` by id; ``pairing`` is what was said last of one; both empty until `watch`."""

    SERVICE: ClassVar[str] = "projection"

    def __init__(self) -> None:
        super().__init__()
        self.steps: dict[str, Facts] = {}
        self.pairing: Facts = {}
        self.offer = ""
        self.changed: Hook[[]] = Hook()
        self._watched = False

    def watch(self, watched: bool) -> None:
        """Somebody looks at the steps, or nobody does any more: then a QR code on offer is withdrawn."""
        if watched != self._watched:
            self._watched = watched
            if watched:
                self.fetch()
            else:
                self.withdraw()

    def fetch(self) -> None:
        """Ask for the steps anew."""
        if self._watched and self.ready:
            self.request("Setup", KIND, done=self._take, failed=_ignore)

    def offer_code(self) -> None:
        """Have the car show a QR code."""

        def take(offer: Facts) -> None:
            self.offer = str(offer.get("text", ""))
            self.changed.emit()

        self.request("OfferPairing", KIND, done=take)

    def withdraw(self) -> None:
        """Show it no more."""
        if self.offer:
            self.offer, self.pairing = "", {}
            self.request("CancelPairing", KIND, failed=_ignore)
            self.changed.emit()

    def pair(self, code: str, address: str) -> None:
        """Pair by the digits that a phone shows; ``address`` of its page, or empty to have it looked for."""

        def done(device: str) -> None:
            self._pairing({"kind": KIND, "state": "paired", "text": "", "device": device})
            self.fetch()

        def failed(error: ServiceError) -> None:
            self._pairing({"kind": KIND, "state": "failed", "text": error.text, "device": ""})

        self._pairing({"kind": KIND, "state": "pairing", "text": "", "device": ""})
        details = {"pairing_code": code}
        self.request("AddPhone", KIND, address, details, done=done, failed=failed, timeout_s=_PAIR_S)

    def file_given(self, device: str) -> None:
        """The missing file is in its place now: the phone is to try again."""
        self.request("Provide", device, "server_file", "", failed=_ignore)
        self.fetch()

    def _signals(self) -> dict[str, Callable[..., None]]:
        return {"SetupChanged": self._on_setup, "PairingChanged": self._pairing}

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        if self._watched:
            self._take(await self.call("Setup", KIND))

    def _lost(self) -> None:
        self.offer, self.pairing = "", {}
        self._take([])

    def _on_setup(self, kind: str) -> None:
        if kind == KIND:
            self.fetch()

    def _take(self, steps: Sequence[Facts]) -> None:
        found = {str(step["id"]): step for step in steps}
        if found != self.steps:
            self.steps = found
        self.changed.emit()

    def _pairing(self, pairing: Facts) -> None:
        self.pairing = pairing
        if pairing.get("state") in ("paired", "failed"):
            self.offer = ""
        self.changed.emit()


def _ignore(_error: ServiceError) -> None:
    """What a page shows of the service's state tells more."""
