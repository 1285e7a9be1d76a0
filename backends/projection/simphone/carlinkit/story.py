"""What the phone tells beside its picture: the song with its cover, and the way, as JSON that tells changes alone."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Awaitable, Callable

from backends.projection.simphone.apps.player import cover
from backends.projection.simphone.canvas import Painter
from backends.projection.simphone.carlinkit import wire
from backends.projection.simphone.city import Turn, city
from backends.projection.simphone.icons import ICONS
from backends.projection.simphone.music import Music, Track

__all__ = ["Story"]

_SONG, _COVER, _WAY, _WAY_PICTURE = 1, 3, 200, 201
_COVER_PX, _TURN_PX = 320, 96
_SPEED_MPS = 13.5
_START_M = 1337.0
_PACE_S = 1.0
_CARPLAY_TURNS = {"left": 1, "right": 2}
_ANDROID_TURN, _ANDROID_SIDES = 6, {"left": 1, "right": 2}

Send = Callable[[bytes], Awaitable[None]]


class Story:
    """For one connection."""

    def __init__(self, music: Music, send: Send, *, app: str, android: bool) -> None:
        self._music = music
        self._send = send
        self._app = app
        self._android = android
        self._told: dict[str, object] = {}
        self._turn: Turn | None = None
        self._route_began: float | None = None

    async def run(self) -> None:
        """Once a second, for as long as the connection lives."""
        while True:
            await self.tell()
            await asyncio.sleep(_PACE_S)

    async def tell(self) -> None:
        """What is another now."""
        await self._tell_song()
        await self._tell_way()

    async def lead(self, on: bool) -> None:
        """Begin or end guidance."""
        self._turn = None
        if on:
            self._route_began = time.monotonic()
            facts: dict[str, object] = {"NaviStatus": 1}
            if not self._android:
                facts |= {"NaviAPPName": "Maps", "NaviDestinationName": "Hafen"}
            await self._send(wire.metadata(_WAY, facts))
            await self._tell_way()
        else:
            self._route_began = None
            await self._send(wire.metadata(_WAY, {"NaviStatus": 2 if self._android else 0}))

    async def _tell_song(self) -> None:
        music, track = self._music, self._music.track
        facts: dict[str, object] = {
            "MediaSongName": track.title,
            "MediaArtistName": track.artist,
            "MediaAlbumName": "Simulated",
            "MediaAPPName": self._app,
            "MediaSongDuration": round(track.length_s * 1000),
            "MediaPlayStatus": int(music.playing),
        }
        new_song = self._told.get("MediaSongName") != track.title
        changes = {key: value for key, value in facts.items() if self._told.get(key) != value}
        self._told = facts
        if changes or music.playing:
            changes["MediaSongPlayTime"] = round(music.position_s() * 1000)
            await self._send(wire.metadata(_SONG, changes))
        if new_song:
            await self._send(wire.metadata(_COVER, await asyncio.to_thread(_jpeg, track)))

    async def _tell_way(self) -> None:
        if self._route_began is None:
            return
        route = city().route
        along = _START_M + (time.monotonic() - self._route_began) * _SPEED_MPS
        turn, distance = route.next_turn(along)
        facts: dict[str, object] = {"NaviRemainDistance": round(distance)}
        if turn != self._turn:
            self._turn = turn
            facts["NaviRoadName"] = turn.road
            if self._android:
                await self._send(wire.metadata(_WAY_PICTURE, await asyncio.to_thread(_arrow, turn.way)))
                side = _ANDROID_SIDES.get(turn.way, 3)
                facts |= {"NaviOrderType": _ANDROID_TURN, "NaviTurnAngle": 0, "NaviTurnSide": side}
            else:
                facts |= {"NaviOrderType": 1, "NaviManeuverType": _CARPLAY_TURNS.get(turn.way, 3)}
        if self._android:
            facts["NaviNextTurnTimeSeconds"] = round(distance / _SPEED_MPS)
        else:
            left_m = route.length_m - along % route.length_m
            facts |= {
                "NaviDistanceToDestination": round(left_m),
                "NaviTimeToDestination": round(left_m / _SPEED_MPS),
            }
        await self._send(wire.metadata(_WAY, facts))


def _jpeg(track: Track) -> bytes:
    out = io.BytesIO()
    cover(track, _COVER_PX).convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def _arrow(way: str) -> bytes:
    painter = Painter(_TURN_PX, _TURN_PX, (0, 0, 0, 0))
    painter.icon(way if way in ICONS else "map", _TURN_PX // 2, _TURN_PX // 2, _TURN_PX - 16, (255, 255, 255))
    out = io.BytesIO()
    painter.image.save(out, "PNG")
    return out.getvalue()
