"""What every client does: follow its service as it comes, goes and comes back.

A client is plain Python. It takes a link when the display has one, and is useful without: then it is offline and says so.
States: OFFLINE nobody owns the name; CONNECTING it is there and starting, or its snapshot is on the way; READY the snapshot
is in and signals are followed; DEGRADED it is there but does not answer as it should, and is asked again.
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar

from backends.interfaces import Link, LinkState, ServiceError, Unsubscribe
from ui.clients.hook import Hook

if TYPE_CHECKING:
    # Imported where it is used: it costs a tenth of the start, and nothing here needs it before the first frame.
    import asyncio

__all__ = ["Failure", "ServiceClient"]

_log = logging.getLogger(__name__)

Failure = Callable[[ServiceError], None]

SNAPSHOT_TIMEOUT_S = 5.0
# A service that just took its name is busy loading: the first retry is soon, the later ones spare it.
FIRST_RETRY_S = 0.25
LONGEST_RETRY_S = 2.0


class ServiceClient(ABC):
    """One service as the display sees it. Subclasses take the snapshot and the signals, and announce what differs."""

    SERVICE: ClassVar[str]

    def __init__(self) -> None:
        self.state = LinkState.OFFLINE
        self.problem = ""
        self.state_changed: Hook[[]] = Hook()
        self.notice: Hook[[str, str, str]] = Hook()
        """severity (info|warning|critical), code, text in English."""
        self.refused: Hook[[ServiceError]] = Hook()
        """A request failed and nobody else said so."""
        self._link: Link | None = None
        self._stops: list[Unsubscribe] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        self._sync: asyncio.Task[None] | None = None

    @property
    def ready(self) -> bool:
        """The snapshot is in and the service says it is ready."""
        return self.state is LinkState.READY

    def attach(self, link: Link) -> None:
        """Follow the service through ``link``; needs a running loop."""
        self._link = link
        for member, callback in self._signals().items():
            self._stops.append(link.on_signal(self.SERVICE, member, callback))
        self._stops.append(link.on_signal(self.SERVICE, "PropertiesChanged", self._on_properties))
        self._stops.append(link.on_presence(self.SERVICE, self._on_presence))

    async def detach(self) -> None:
        """Let go of the link and of everything under way."""
        import asyncio

        for stop in self._stops:
            stop()
        self._stops.clear()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._link = None
        self._set_state(LinkState.OFFLINE)

    def request(
        self,
        member: str,
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Failure | None = None,
        timeout_s: float = 5.0,
    ) -> None:
        """Call a method without waiting. ``failed`` hears every failure; without it, `refused` is emitted."""
        tell = failed if failed is not None else self.refused.emit
        if self._link is None or self.state is LinkState.OFFLINE:
            tell(ServiceError("Gone", "This part of the system is not running. It will be back by itself."))
            return
        self._spawn(self._request(member, args, done, tell, timeout_s))

    async def call(self, member: str, *args: Any, timeout_s: float = 5.0) -> Any:
        """Call a method. Raises ServiceError (Gone without a link)."""
        if self._link is None:
            raise ServiceError("Gone", "This part of the system is not running.")
        return await self._link.call(self.SERVICE, member, *args, timeout_s=timeout_s)

    def _signals(self) -> dict[str, Callable[..., None]]:
        """Signals to follow, by member."""
        return {"Notice": self.notice.emit}

    @abstractmethod
    async def _snapshot(self, properties: dict[str, Any]) -> None:
        """Fetch everything, compare it with what is known, announce the difference. Raises ServiceError."""

    @abstractmethod
    def _lost(self) -> None:
        """The service is gone: what was known is known no more."""

    def _properties_changed(self, properties: dict[str, Any]) -> None:  # noqa: B027  # most have none beside Ready
        """D-Bus properties changed, or came with the snapshot."""

    def _on_presence(self, present: bool) -> None:
        if self._sync is not None:
            self._sync.cancel()
            self._sync = None
        if present:
            self._set_state(LinkState.CONNECTING)
            self._sync = self._spawn(self._synchronise())
        elif self.state is not LinkState.OFFLINE:
            self._set_state(LinkState.OFFLINE)
            self._lost()

    def _on_properties(self, properties: dict[str, Any]) -> None:
        self._properties_changed(properties)
        if "Ready" not in properties or self.state is LinkState.OFFLINE:
            return
        if self._sync is not None:
            self._sync.cancel()
        self._sync = self._spawn(self._synchronise())

    async def _synchronise(self) -> None:
        import asyncio

        delay, said = FIRST_RETRY_S, ""
        while True:
            try:
                async with asyncio.timeout(SNAPSHOT_TIMEOUT_S):
                    assert self._link is not None
                    properties = await self._link.properties(self.SERVICE)
                    await self._snapshot(properties)
            except (ServiceError, TimeoutError) as error:
                # The same again is no news.
                _log.log(
                    logging.DEBUG if str(error) == said else logging.WARNING,
                    "snapshot failed service=%s error=%s",
                    self.SERVICE,
                    error,
                )
                said = str(error)
                self._set_state(LinkState.DEGRADED)
                await asyncio.sleep(delay)
                delay = min(delay * 2, LONGEST_RETRY_S)
                continue
            # Not ready yet: PropertiesChanged will say when, and then the snapshot is taken anew.
            self._set_state(LinkState.READY if properties.get("Ready", True) else LinkState.CONNECTING)
            return

    def _set_state(self, state: LinkState) -> None:
        if state is not self.state:
            _log.info("service=%s state=%s", self.SERVICE, state.value)
            self.state = state
            self.state_changed.emit()

    async def _request(
        self, member: str, args: tuple[Any, ...], done: Callable[[Any], None] | None, failed: Failure, timeout_s: float
    ) -> None:
        import asyncio

        try:
            async with asyncio.timeout(timeout_s + 1):
                result = await self.call(member, *args, timeout_s=timeout_s)
        except TimeoutError:
            failed(ServiceError("Timeout", "There was no answer. Try again."))
        except ServiceError as error:
            _log.info("refused service=%s member=%s error=%s", self.SERVICE, member, error.name)
            failed(error)
        else:
            if done is not None:
                done(result)

    def later(self, delay_s: float, callback: Callable[[], object]) -> None:
        """Call back after a delay; needs a running loop."""
        import asyncio

        asyncio.get_running_loop().call_later(delay_s, callback)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        import asyncio

        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("client failed service=%s", self.SERVICE, exc_info=error)
