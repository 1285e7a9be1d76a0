"""Pairing with phones that have wireless debugging: by the six digits that a phone shows, or by a QR picture that it scans."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import string
from collections.abc import Awaitable, Callable
from typing import Any

from backends.core.errors import Invalid
from backends.projection.adb.keys import AdbKey
from backends.projection.adb.pairing import GUID, pair
from backends.projection.dnssd import Browser, Service
from backends.projection.domain import parse_address
from backends.projection.errors import LinkLost, NotAllowed, ProjectionError
from backends.projection.tasks import Tasks

__all__ = ["CONNECT", "PAIRING", "Pairings", "find"]

PAIRING, CONNECT = "_adb-tls-pairing._tcp", "_adb-tls-connect._tcp"
OFFER_S = 180.0
"""How long a QR picture is good for."""
LOOK_S = 6.0
"""How long to look for the page with the code when its address is not told."""
LOOK_AFTER_S = (0.0, 0.3, 0.7, 1.0)
_LETTERS = string.ascii_letters + string.digits
_CODE = re.compile(r"\d{6}\Z")
_logger = logging.getLogger(__name__)

Group = tuple[str, int]


async def find(kind: str, group: Group, fits: Callable[[Service], bool], ask_after_s: tuple[float, ...]) -> Service:
    """The first that fits; waits for it as long as it takes."""
    found: asyncio.Future[Service] = asyncio.get_running_loop().create_future()

    def heard(service: Service) -> None:
        if service.ttl_s and fits(service) and not found.done():
            found.set_result(service)

    asking = asyncio.create_task(Browser((kind,), heard, group=group, ask_after_s=ask_after_s).run(), name="looking")
    try:
        return await found
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


class Pairings:
    """``paired`` is told the name and the host of a phone that knows this car now; ``say`` sends PairingChanged."""

    def __init__(
        self,
        key: Callable[[], AdbKey],
        group: Group,
        paired: Callable[[str, str], Awaitable[str]],
        say: Callable[[dict[str, Any]], object],
    ) -> None:
        self._key = key
        self._group = group
        self._paired = paired
        self._say = say
        self._tasks = Tasks()
        self._offer: asyncio.Task[None] | None = None

    async def by_code(self, code: str, address: str = "", host: str = "") -> str:
        """Pair with the phone whose page shows this code; its id. Where that page is, is looked for unless it is told.

        Raises Invalid, LinkLost (no such page), NotAllowed (another code), PeerFault, TooSlow.
        """
        code = code.strip().replace(" ", "")
        if not _CODE.match(code):
            raise Invalid("A pairing code has six digits.")
        if address:
            try:
                place = parse_address(address)
            except ValueError as error:
                raise Invalid(str(error)) from None
        else:
            place = await self._page(host)
        return await self._pair(place, code)

    def offer(self) -> dict[str, Any]:
        """As ``OfferPairing``: what the QR picture says, good for one phone and some minutes."""
        self.cancel()
        name = "pillion-" + "".join(secrets.choice(_LETTERS) for _ in range(8))
        password = "".join(secrets.choice(_LETTERS) for _ in range(12))
        self._offer = self._tasks.start(self._wait(name, password), "pairing by QR")
        return {"text": f"WIFI:T:ADB;S:{name};P:{password};;", "expires_s": OFFER_S}

    def cancel(self) -> None:
        """The QR picture is shown no more."""
        if self._offer is not None:
            self._offer.cancel()
            self._offer = None

    async def close(self) -> None:
        """End what is under way."""
        await self._tasks.close()

    async def _wait(self, name: str, password: str) -> None:
        self._tell("waiting")
        try:
            async with asyncio.timeout(OFFER_S):
                there = await find(PAIRING, self._group, lambda service: service.name == name, LOOK_AFTER_S)
            self._tell("pairing")
            device = await self._pair((there.host, there.port), password)
        except TimeoutError:
            self._tell("failed", "The QR code has expired. Show a new one.")
        except ProjectionError as error:
            self._tell("failed", error.text)
        else:
            self._tell("paired", device=device)

    async def _page(self, host: str) -> tuple[str, int]:
        def fits(service: Service) -> bool:
            # A QR code's page has the name that was asked of it; one with digits has the phone's own.
            return bool(GUID.match(service.name)) and host in ("", service.host)

        try:
            async with asyncio.timeout(LOOK_S):
                there = await find(PAIRING, self._group, fits, LOOK_AFTER_S)
        except TimeoutError:
            raise LinkLost(
                "No phone shows a pairing code in this network. Open 'Pair device with pairing code' on the phone."
            ) from None
        return there.host, there.port

    async def _pair(self, place: tuple[str, int], code: str) -> str:
        name = await pair(*place, code, await asyncio.to_thread(self._key))
        if not name:
            raise NotAllowed(
                "The phone is paired, but does not say how it can be found. Add it by the address on its page."
            )
        _logger.info("paired phone=%s", name)
        return await self._paired(name, place[0])

    def _tell(self, state: str, text: str = "", device: str = "") -> None:
        self._say({"kind": "scrcpy", "state": state, "text": text, "device": device})
