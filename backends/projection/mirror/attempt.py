"""One attempt at a phone: its `Link` is told what there is to know, runs, is watched, and ends within a moment."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from backends.projection.domain import Allowance
from backends.projection.errors import PeerFault, PhoneEnded, ProjectionError, TooSlow
from backends.projection.mirror.context import Context
from backends.projection.mirror.link import Link
from backends.projection.mirror.listener import Ear

if TYPE_CHECKING:
    from backends.projection.mirror.session import MirrorSession

__all__ = ["Attempt"]

STEADY_S = 10.0
NEGOTIATE_S = 45.0
"""Longest way to a session that is ready; a question on the phone stops the clock."""
END_S = 1.0
TELLS_AT_ONCE, TELLS_A_SECOND = 200, 50.0
"""Signals that one phone may cause; a phone with more to say than that is broken, or means harm."""
_logger = logging.getLogger(__name__)


class Attempt:
    """``link`` is there from its making until it has ended; ``ready_at``: when it was ready, by the loop's clock."""

    def __init__(self, session: MirrorSession, context: Context) -> None:
        self.link: Link | None = None
        self.ready_at: float | None = None
        self._session = session
        self._context = context
        self._ear = Ear(session)
        self._allowance = Allowance(TELLS_AT_ONCE, TELLS_A_SECOND)
        self._flooded = asyncio.Event()

    @property
    def deaf(self) -> bool:
        """The phone is listened to no more."""
        return self._ear.deaf

    @property
    def steady(self) -> bool:
        """It was ready for a while: what failed before is forgotten."""
        return self.ready_at is not None and asyncio.get_running_loop().time() - self.ready_at > STEADY_S

    def tell(self, member: str, *args: Any) -> None:
        """Pass something on to the link, if there is one; its faults stay its own."""
        if self.link is not None:
            try:
                getattr(self.link, member)(*args)
            except Exception:  # a protocol's fault costs what was told, not who told it
                _logger.exception("link failed member=%s kind=%s", member, self._context.kind)

    def told(self) -> bool:
        """Count a signal that this phone caused. False, and the end of its link, when it is a flood."""
        if self._allowance.spend(asyncio.get_running_loop().time()):
            return True
        if not self._flooded.is_set():
            self._ear.deaf = True
            self._flooded.set()
        return False

    async def run(self) -> ProjectionError:
        """Until it ended; the answer is why."""
        run: asyncio.Task[None] | None = None
        phone = self._session.phone
        try:
            self.link = link = self._context.link(phone, self._ear)
            self._session.brief()
            run = asyncio.create_task(link.run(), name=f"link {phone.id}")
            await self._watch(run)
            if run.cancelled():
                return PeerFault("The connection broke off.")
            run.result()
        except ProjectionError as error:
            return error
        except Exception as error:  # a fault of the protocol's is as good as nonsense from the phone
            _logger.exception("link failed kind=%s", self._context.kind)
            return PeerFault(f"The connection failed: {error}")
        finally:
            await self._hang_up(run)
            self._ear.deaf = True
        return PhoneEnded("The phone ended the connection.")

    async def _watch(self, run: asyncio.Task[None]) -> None:
        """Until it ends by itself. Raises TooSlow when it does not come to anything, PeerFault when it says too much."""
        flooded = asyncio.create_task(self._flooded.wait(), name="flood")
        try:
            await self._watch_both(run, flooded)
        finally:
            flooded.cancel()
        if flooded.done() and not flooded.cancelled():
            raise PeerFault("The phone says too much at once.")

    async def _watch_both(self, run: asyncio.Task[None], flooded: asyncio.Task[Any]) -> None:
        left_s = NEGOTIATE_S
        while not run.done() and not flooded.done():
            timeout_s = 1.0 if self.ready_at is None else None
            await asyncio.wait({run, flooded}, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
            left_s -= 0.0 if self._session.sight.waiting in ("permission", "locked") else 1.0
            if left_s <= 0 and self.ready_at is None and not run.done():
                raise TooSlow("The phone did not finish connecting in time.")

    async def _hang_up(self, run: asyncio.Task[None] | None) -> None:
        if run is not None and not run.done():
            run.cancel()
            _, stuck = await asyncio.wait({run}, timeout=END_S)
            if stuck:
                _logger.error("link does not end kind=%s", self._context.kind)
        if run is not None and run.done() and not run.cancelled():
            run.exception()  # seen
        link, self.link = self.link, None
        self._session.parted(link.report() if link is not None else None)
