"""What plays next, and what a player is: pure, no Qt, no bus, no files."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

__all__ = ["OWN_PLAYER", "Player", "PlayerState", "Queue", "Repeat", "Status", "Transport", "news"]

OWN_PLAYER = "pillion"


class Status(Enum):
    """As reported by whoever plays, never as wished for."""

    PLAYING = "playing"
    PAUSED = "paused"
    STOPPED = "stopped"


class Repeat(Enum):
    """What happens after the last song, or after this one."""

    NONE = "none"
    TRACK = "track"
    PLAYLIST = "playlist"


@dataclass(frozen=True, slots=True)
class PlayerState:
    """One player, as NowPlaying tells it. Lengths and positions in µs; length 0 is unknown.

    ``position_us`` was true at ``position_time`` (s, monotonic); while it plays it grows by ``rate``. ``silent``: no
    sound device.
    """

    player: str
    player_name: str
    status: Status = Status.STOPPED
    title: str = ""
    artist: str = ""
    album: str = ""
    art: str = ""
    track: str = ""
    length_us: int = 0
    position_us: int = 0
    position_time: float = 0.0
    rate: float = 1.0
    volume: float = 1.0
    shuffle: bool = False
    repeat: Repeat = Repeat.NONE
    can_next: bool = False
    can_previous: bool = False
    can_seek: bool = False
    can_play: bool = False
    can_pause: bool = False
    can_volume: bool = False
    silent: bool = False
    problem: str = ""

    def position_at(self, now: float) -> int:
        """Where it should be by now, in µs."""
        if self.status is not Status.PLAYING:
            return self.position_us
        reached = self.position_us + round((now - self.position_time) * self.rate * 1e6)
        return max(0, min(reached, self.length_us) if self.length_us else reached)

    def as_wire(self) -> dict[str, Any]:
        """The a{sv} of NowPlaying."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        return {name: value.value if isinstance(value, Enum) else value for name, value in plain.items()}


_DRIFT_US = 250_000


def news(old: PlayerState | None, new: PlayerState) -> bool:
    """Whether a client that extrapolates the old state would show something else than the new one."""
    if old is None or _without_position(old) != _without_position(new):
        return True
    return abs(old.position_at(new.position_time) - new.position_us) > _DRIFT_US


def _without_position(state: PlayerState) -> tuple[Any, ...]:
    skipped = {"position_us", "position_time"}
    return tuple(getattr(state, name) for name in state.__slots__ if name not in skipped)


class Transport(Protocol):
    """What can be asked of any player; each raises a ServiceFault when it cannot be done."""

    async def play(self) -> None: ...
    async def pause(self) -> None: ...
    async def play_pause(self) -> None: ...
    async def stop(self) -> None: ...
    async def next(self) -> None: ...
    async def previous(self) -> None: ...
    async def set_position(self, position_us: int) -> None: ...
    async def set_volume(self, volume: float) -> None: ...
    async def set_shuffle(self, shuffle: bool) -> None: ...
    async def set_repeat(self, repeat: Repeat) -> None: ...


class Player(Transport, Protocol):
    """A player that can be shown and driven: our own or anybody else's."""

    def state(self) -> PlayerState: ...


class Queue:
    """Songs in the order they will be heard, and the one that is current.

    The songs keep the order they were given in; shuffle lays another order over them and takes it away again.
    """

    def __init__(self, chance: random.Random | None = None) -> None:
        self._chance = chance or random.Random()  # noqa: S311  # music, not secrets
        self._songs: list[str] = []
        self._order: list[int] = []
        self._place = 0
        self._shuffle = False
        self.repeat = Repeat.NONE

    def __len__(self) -> int:
        return len(self._songs)

    @property
    def shuffle(self) -> bool:
        """Whether an order of chance is laid over the songs."""
        return self._shuffle

    @property
    def songs(self) -> list[str]:
        """In the order they will be heard."""
        return [self._songs[index] for index in self._order]

    @property
    def place(self) -> int:
        """Where the current song stands in `songs`."""
        return self._place

    @property
    def current(self) -> str | None:
        """The song that counts now; None when there is none at all."""
        return self._songs[self._order[self._place]] if self._order else None

    @property
    def can_next(self) -> bool:
        """Whether asking for the next song would give one."""
        return bool(self._order) and (self._place + 1 < len(self._order) or self.repeat is Repeat.PLAYLIST)

    @property
    def can_previous(self) -> bool:
        """Whether asking for the one before would give one."""
        return bool(self._order) and (self._place > 0 or self.repeat is Repeat.PLAYLIST)

    def fill(self, songs: Sequence[str], start: str | None = None) -> None:
        """Replace everything; ``start`` becomes current (None: the first of the order)."""
        self._songs = list(songs)
        self._order = list(range(len(self._songs)))
        self._place = 0
        index = self._songs.index(start) if start in self._songs else None
        if self._shuffle:
            self._mix(index)
        elif index is not None:
            self._place = index

    def jump(self, song: str) -> bool:
        """Make a song of the queue current; False when it is not in there."""
        if song not in self._songs:
            return False
        self._place = self.songs.index(song)
        return True

    def keep(self, known: set[str]) -> None:
        """Drop songs that are gone; the current one stays current or the next that is left takes its place."""
        left = [song for song in self.songs[self._place :] if song in known]
        current = left[0] if left else None
        order = [index for index in self._order if self._songs[index] in known]
        place_of = {index: place for place, index in enumerate(sorted(order))}
        self._songs = [self._songs[index] for index in place_of]
        self._order = [place_of[index] for index in order]
        self._place = self.songs.index(current) if current is not None else 0

    def next(self) -> str | None:
        """Go on because somebody asked; None at the end, and the current song stays current."""
        if not self.can_next:
            return None
        if self._place + 1 == len(self._order):
            last = self._order[self._place]
            if self._shuffle:
                self._mix(None, not_first=last)
            self._place = 0
        else:
            self._place += 1
        return self.current

    def ended(self) -> str | None:
        """Go on because the song is over; None when that was the last."""
        return self.current if self.repeat is Repeat.TRACK else self.next()

    def previous(self) -> str | None:
        """Go back; None at the beginning, and the current song stays current."""
        if not self.can_previous:
            return None
        self._place = (self._place - 1) % len(self._order)
        return self.current

    def set_shuffle(self, shuffle: bool) -> None:
        """Lay an order of chance over the songs, the current one first.

        Or go back to theirs. The current song stays.
        """
        if shuffle == self._shuffle:
            return
        self._shuffle = shuffle
        if not self._order:
            return
        index = self._order[self._place]
        if shuffle:
            self._mix(index)
        else:
            self._order = list(range(len(self._songs)))
            self._place = index

    def _mix(self, first: int | None, not_first: int | None = None) -> None:
        order = list(range(len(self._songs)))
        self._chance.shuffle(order)
        if first is not None:
            order.remove(first)
            order.insert(0, first)
        elif len(order) > 1 and order[0] == not_first:
            # Nobody wants to hear the last song of the round again as the first of the next.
            order.append(order.pop(0))
        self._order, self._place = order, 0
