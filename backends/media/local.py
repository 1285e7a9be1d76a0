"""Our own player.

A queue of songs and the decoder, and what happens at the end of a song or with one that will not play.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from backends.core.errors import Failed, NotFound, OutOfRange
from backends.media.domain import OWN_PLAYER, PlayerState, Queue, Repeat, Status
from backends.media.engine import Engine
from backends.media.library import Library, Song

if TYPE_CHECKING:
    from backends.media.decoder import Report

__all__ = ["LocalPlayer"]

_RESTART_US = 3_000_000
"""Later than this, "previous" goes to the beginning of the song, as every player does."""
_log = logging.getLogger(__name__)

Notify = Callable[[str, str, str], object]


class LocalPlayer:
    """Implements `Player`.

    ``changed`` is called whenever `state` may differ; ``notice`` with severity, code and text.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        notice: Notify,
        seeked: Callable[[int], None],
        louder: Callable[[float], None] = lambda _volume: None,
    ) -> None:
        self._changed = changed
        self._notice = notice
        self._seeked = seeked
        self._louder = louder
        self._engine = Engine(self._on_report)
        self._volume = 1.0
        self._problem = ""
        self._failed: set[str] = set()
        self._said_silent = False
        self.queue = Queue()
        self.library = Library()

    @property
    def song(self) -> Song | None:
        """The current song."""
        return self.library.songs.get(self.queue.current or "")

    def state(self) -> PlayerState:
        """As reported by the decoder; while stopped, the song that Play would start."""
        song = self.song or Song("", 0, 0, "")
        engine = self._engine
        opened = engine.path is not None and str(engine.path) == song.path
        stopped = engine.status is Status.STOPPED
        return PlayerState(
            player=OWN_PLAYER,
            player_name="Pillion",
            status=engine.status,
            title=song.title,
            artist=song.artist,
            album=song.album,
            art=song.art,
            track=song.id if song.path else "",
            length_us=(engine.length_us if opened else 0) or song.length_us,
            position_us=engine.position_us if opened and not stopped else 0,
            position_time=time.monotonic(),
            volume=self._volume,
            shuffle=self.queue.shuffle,
            repeat=self.queue.repeat,
            can_next=self.queue.can_next,
            can_previous=len(self.queue) > 0,
            can_seek=opened and not stopped,
            can_play=len(self.queue) > 0 or bool(self.library.songs),
            can_pause=len(self.queue) > 0,
            can_volume=True,
            silent=engine.silent,
            problem=self._problem,
        )

    # -- what can be asked ------------------------------------------------------------------------------------------

    async def play(self) -> None:
        """Go on, or start the current song, or everything there is."""
        self._forgive()
        if self._engine.status is Status.PAUSED:
            self._engine.play()
        elif self._engine.status is Status.STOPPED:
            self._prepare()
            if self.queue.current is None:
                raise NotFound("There is no music yet. Add a folder or plug in a USB stick.")
            await self._start()

    async def pause(self) -> None:
        """Hold."""
        self._engine.pause()

    async def play_pause(self) -> None:
        """The other of the two."""
        await (self.pause() if self._engine.status is Status.PLAYING else self.play())

    async def stop(self) -> None:
        """Stop; the current song stays current."""
        self._engine.stop()

    async def next(self) -> None:
        """The next song; at the end of the queue the music stops."""
        self._forgive()
        if self.queue.next() is None:
            self._engine.stop()
        else:
            await self._follow()

    async def previous(self) -> None:
        """The beginning of this song, or the song before when it has only begun."""
        self._forgive()
        late = self._engine.status is not Status.STOPPED and self._engine.position_us > _RESTART_US
        if late or self.queue.previous() is None:
            await self.set_position(0)
        else:
            await self._follow()

    async def set_position(self, position_us: int) -> None:
        """Go there; past the end is the next song, as MPRIS has it."""
        if self._engine.status is Status.STOPPED:
            return
        length = self.state().length_us
        if length and position_us > length:
            await self.next()
            return
        self._engine.seek(max(0, position_us))
        self._seeked(max(0, position_us))

    async def set_volume(self, volume: float) -> None:
        """0..1."""
        if not 0 <= volume <= 1:
            raise OutOfRange(f"A volume is from 0 to 1, not {volume:g}")
        self.take_volume(volume)
        self._louder(volume)

    def take_volume(self, volume: float) -> None:
        """The volume (0..1) that is remembered from before."""
        self._volume = volume
        self._engine.set_volume(volume)
        self._changed()

    def soften(self, factor: float) -> None:
        """While somebody else speaks; the volume stays what it is."""
        self._engine.soften(factor)

    async def set_shuffle(self, shuffle: bool) -> None:
        """An order of chance, or the given one."""
        self.queue.set_shuffle(shuffle)
        self._changed()

    async def set_repeat(self, repeat: Repeat) -> None:
        """None, this track, or the whole queue."""
        self.queue.repeat = repeat
        self._changed()

    async def play_songs(self, songs: Sequence[str], start: str | None) -> None:
        """Play these from ``start`` (None: the first)."""
        self._forgive()
        self.queue.fill(songs, start)
        await self._start()

    async def jump(self, song: str) -> None:
        """Play a song of the queue. Raises NotFound."""
        if not self.queue.jump(song):
            raise NotFound("That song is not in the queue")
        self._forgive()
        await self._start()

    def take_library(self, library: Library) -> None:
        """Other songs are known now; those that are gone leave the queue, the one that plays is heard to its end."""
        playing = self.queue.current if self._engine.status is not Status.STOPPED else None
        self.library = library
        self.queue.keep(set(library.songs) | ({playing} if playing else set()))
        self._prepare()
        self._changed()

    async def close(self) -> None:
        """Let go of the sound device."""
        await self._engine.close()

    # -- what happens -----------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """With an empty queue, everything is up next."""
        if not len(self.queue):
            self.queue.fill([song.id for song in self.library.in_albums])

    def _forgive(self) -> None:
        """Somebody acts: old problems are no longer news, and songs that failed get another chance."""
        self._failed.clear()
        self._problem = ""

    def _open(self) -> None:
        song = self.song
        if song is None:
            raise Failed("That song is no longer there")
        self._engine.open(Path(song.path))

    async def _start(self) -> None:
        await self._engine.load()
        self._open()

    async def _follow(self) -> None:
        """Another song is current: play it if music plays, else only show it."""
        if self._engine.status is Status.STOPPED:
            self._changed()
            return
        await self._start()

    def _on_report(self, report: Report) -> None:
        if report.silent and not self._said_silent:
            self._notice("warning", "no-sound", "No sound device. Music plays silently.")
        self._said_silent = report.silent
        match report.event.name:
            case "CHANGED":
                self._changed()
            case "DAMAGED":
                self._trouble(report.text)
            case "FAILED":
                self._trouble(report.text)
                self._go_on_after_failure()
            case "ENDED":
                if self._engine.length_us > 0:
                    self._failed.clear()
                self._go_on(self.queue.ended())

    def _trouble(self, text: str) -> None:
        name = self._engine.path.name if self._engine.path else "The song"
        self._problem = f"{name} {text}."
        _log.warning("song trouble text=%s", text)
        self._notice("warning", "unplayable", self._problem)
        self._changed()

    def _go_on_after_failure(self) -> None:
        """The next song, but round and round through a queue where nothing plays: never."""
        if self.queue.current is not None:
            self._failed.add(self.queue.current)
        following = self.queue.next()
        while following is not None and following in self._failed and len(self._failed) < len(self.queue):
            following = self.queue.next()
        if following is None or following in self._failed:
            self._engine.stop()
            self._changed()
        else:
            self._open()

    def _go_on(self, song: str | None) -> None:
        if song is None:
            self._engine.stop()
            self._changed()
            return
        if song not in self._failed:
            self._problem = self._problem if self._problem_is_fresh() else ""
        self._open()

    def _problem_is_fresh(self) -> bool:
        """A problem of the song that has just ended is told along with the next one."""
        path = self._engine.path
        return bool(self._problem) and path is not None and self._problem.startswith(path.name)
