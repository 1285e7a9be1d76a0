"""Any other MPRIS player on the bus: found, followed and driven.

What they say is other people's data: anything missing or of a wrong type counts as not said.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

from backends.core.bus import Bus
from backends.core.errors import Failed, Offline, Refused
from backends.core.wire import Typed
from backends.interfaces import ServiceError, Unsubscribe
from backends.media.defs import LOOP_WORDS, NO_TRACK, PATH, PLAYER, PREFIX, ROOT, repeat_of, status_of
from backends.media.domain import PlayerState, Repeat

__all__ = ["Peer", "Peers"]

_PROPERTIES = "org.freedesktop.DBus.Properties"
_IGNORED = PREFIX + "playerctld"  # only mirrors the others
_CALL_S = 3.0
_log = logging.getLogger(__name__)
T = TypeVar("T")


class Peer:
    """Implements `Player` for one foreign player; ``name`` is its well-known name, ``owner`` its unique one."""

    def __init__(self, bus: Bus, name: str, owner: str) -> None:
        self._bus = bus
        self.name = name
        self.owner = owner
        self._identity = name.removeprefix(PREFIX)
        self._values: dict[str, Any] = {}
        self._position_us, self._position_time = 0, time.monotonic()

    async def read(self) -> None:
        """Take a snapshot. Raises ServiceError."""
        (root,) = await self._ask("GetAll", "s", (ROOT,))
        (self._values,) = await self._ask("GetAll", "s", (PLAYER,))
        self._identity = _as(str, root.get("Identity")) or self._identity
        self.mark(self._values.get("Position"))

    async def read_position(self) -> None:
        """Ask where it is.

        Players announce jumps, but not where a new song or a pause left them. Raises ServiceError.
        """
        (position,) = await self._ask("Get", "ss", (PLAYER, "Position"))
        self.mark(position)

    def update(self, changed: dict[str, Any]) -> None:
        """Take announced properties over; the position is carried along the clock first."""
        now = time.monotonic()
        self._position_us, self._position_time = self.state().position_at(now), now
        self._values.update(changed)

    def mark(self, position_us: Any) -> None:
        """It said where it is."""
        self._position_us, self._position_time = _as(int, position_us), time.monotonic()

    def state(self) -> PlayerState:
        """As it last said."""
        values = self._values
        metadata: dict[str, Any] = _as(dict, values.get("Metadata"))
        artists = metadata.get("xesam:artist")
        art = _as(str, metadata.get("mpris:artUrl"))
        control = values.get("CanControl") is not False
        track = _as(str, metadata.get("mpris:trackid"))
        return PlayerState(
            player=self.name,
            player_name=self._identity,
            status=status_of(values.get("PlaybackStatus")),
            title=_as(str, metadata.get("xesam:title")),
            artist=", ".join(a for a in artists if isinstance(a, str))
            if isinstance(artists, list)
            else _as(str, artists),
            album=_as(str, metadata.get("xesam:album")),
            art=art if art.startswith("file://") else "",
            track="" if track == NO_TRACK else track,
            length_us=max(0, _as(int, metadata.get("mpris:length"))),
            position_us=self._position_us,
            position_time=self._position_time,
            rate=_as(float, values.get("Rate")) or 1.0,
            volume=min(1.0, max(0.0, _as(float, values.get("Volume")))),
            shuffle=values.get("Shuffle") is True,
            repeat=repeat_of(values.get("LoopStatus")),
            can_next=control and values.get("CanGoNext") is True,
            can_previous=control and values.get("CanGoPrevious") is True,
            can_seek=control and values.get("CanSeek") is True,
            can_play=control and values.get("CanPlay") is True,
            can_pause=control and values.get("CanPause") is True,
            can_volume=control and "Volume" in values,
        )

    async def play(self) -> None:
        await self._do("Play")

    async def pause(self) -> None:
        await self._do("Pause")

    async def play_pause(self) -> None:
        await self._do("PlayPause")

    async def stop(self) -> None:
        await self._do("Stop")

    async def next(self) -> None:
        await self._do("Next")

    async def previous(self) -> None:
        await self._do("Previous")

    async def set_position(self, position_us: int) -> None:
        """By SetPosition where it names its track, else by Seek."""
        state = self.state()
        if not state.can_seek:
            raise Refused(f"{state.player_name} cannot jump")
        if state.track.startswith("/"):
            await self._do("SetPosition", "ox", (state.track, position_us))
        else:
            await self._do("Seek", "x", (position_us - state.position_at(time.monotonic()),))

    async def set_volume(self, volume: float) -> None:
        await self._set("Volume", float(volume))

    async def set_shuffle(self, shuffle: bool) -> None:
        await self._set("Shuffle", shuffle)

    async def set_repeat(self, repeat: Repeat) -> None:
        await self._set("LoopStatus", LOOP_WORDS[repeat])

    async def _set(self, name: str, value: Any) -> None:
        if name not in self._values:
            raise Refused(f"{self._identity} has no {name.lower()}")
        signature = {bool: "b", float: "d", str: "s"}[type(value)]
        await self._call(_PROPERTIES, "Set", "ssv", (PLAYER, name, Typed(signature, value)))

    async def _do(self, member: str, signature: str = "", args: tuple[Any, ...] = ()) -> None:
        await self._call(PLAYER, member, signature, args)

    async def _ask(self, member: str, signature: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        return await self._bus.call(self.name, PATH, _PROPERTIES, member, signature, args, _CALL_S)

    async def _call(self, interface: str, member: str, signature: str, args: tuple[Any, ...]) -> None:
        try:
            await self._bus.call(self.name, PATH, interface, member, signature, args, _CALL_S)
        except ServiceError as error:
            if error.name in {"Gone", "Timeout"}:
                raise Offline(f"{self._identity} does not answer") from error
            raise Failed(f"{self._identity}: {error.text}") from error


def _as(kind: type[T], value: Any) -> T:
    return value if isinstance(value, kind) else kind()


class Peers:
    """All foreign players by well-known name.

    ``changed`` is called with one that changed, ``listed`` when the set did.
    """

    def __init__(self, bus: Bus, changed: Callable[[Peer], None], listed: Callable[[], None]) -> None:
        self._bus = bus
        self._changed = changed
        self._listed = listed
        self._stops: list[Unsubscribe] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self.by_name: dict[str, Peer] = {}

    async def start(self) -> None:
        """Follow the bus, then look who is there already."""
        daemon = "org.freedesktop.DBus"
        rule = f"arg0namespace='{PREFIX.rstrip('.')}'"
        follow = self._bus.on_signal
        self._stops = [
            follow(daemon, "NameOwnerChanged", self._on_owner, path="/org/freedesktop/DBus", extra=rule),
            follow(_PROPERTIES, "PropertiesChanged", self._on_properties, path=PATH),
            follow(PLAYER, "Seeked", self._on_seeked, path=PATH),
        ]
        for name in await self._bus.names():
            if name.startswith(PREFIX):
                self._spawn(self._find(name))

    async def stop(self) -> None:
        """Follow no more."""
        for stop in self._stops:
            stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _find(self, name: str) -> None:
        try:
            (owner,) = await self._bus.call(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner", "s", (name,)
            )
            await self._welcome(name, owner)
        except ServiceError as error:
            _log.info("player not readable name=%s error=%s", name, error)

    async def _welcome(self, name: str, owner: str) -> None:
        if owner == self._bus.unique_name or name.startswith(_IGNORED):
            return
        peer = Peer(self._bus, name, owner)
        self.by_name[name] = peer
        try:
            await peer.read()
        except ServiceError:
            if self.by_name.get(name) is peer:
                del self.by_name[name]
            raise
        self._listed()
        self._changed(peer)

    def _on_owner(self, _sender: str, args: tuple[Any, ...]) -> None:
        name, _old, new = args
        if not name.startswith(PREFIX):
            return
        if self.by_name.pop(name, None) is not None:
            self._listed()
        if new:
            self._spawn(self._find(name))

    def _on_properties(self, sender: str, args: tuple[Any, ...]) -> None:
        interface, changed, invalidated = args
        if interface != PLAYER:
            return
        for peer in [peer for peer in self.by_name.values() if peer.owner == sender]:
            before = peer.state()
            peer.update(changed)
            after = peer.state()
            if invalidated or (before.track, before.title, before.status) != (after.track, after.title, after.status):
                self._spawn(self._refresh(peer, whole=bool(invalidated)))
            self._changed(peer)

    async def _refresh(self, peer: Peer, *, whole: bool) -> None:
        try:
            await (peer.read() if whole else peer.read_position())
        except ServiceError as error:
            _log.info("player did not say its position name=%s error=%s", peer.name, error)
            return
        if self.by_name.get(peer.name) is peer:
            self._changed(peer)

    def _on_seeked(self, sender: str, args: tuple[Any, ...]) -> None:
        for peer in [peer for peer in self.by_name.values() if peer.owner == sender]:
            peer.mark(args[0])
            self._changed(peer)
