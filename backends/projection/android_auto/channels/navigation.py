"""The next turn, as the phone tells it: in newer messages with lanes, in older ones, or in both."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import ImageOptions, NavigationService, Service
from backends.projection.android_auto.ids import Navigation as Kind
from backends.projection.android_auto.maneuvers import MANEUVERS, SHAPES, from_event
from backends.projection.android_auto.news_messages import (
    NavigationDistance,
    NavigationPosition,
    NavigationState,
    NavigationStatus,
    NavigationTurn,
)

__all__ = ["Navigation"]

_STATES = {1: "active", 2: "inactive", 3: "rerouting"}
_INTERVAL_MS = 1000
_WITH_PICTURES = 1
_IMAGE = ImageOptions(height=256, width=256, depth=32)


class Navigation(Channel):
    """Gathers what comes in pieces to one turn."""

    NAME: ClassVar[str] = "navigation"

    def __init__(self, peer: Peer, number: int) -> None:
        super().__init__(peer, number)
        self._turn: dict[str, Any] = {}
        self._newer = False

    def service(self) -> Service:
        kind = NavigationService(interval_ms=_INTERVAL_MS, kind=_WITH_PICTURES, image=_IMAGE)
        return Service(id=self.number, navigation=kind)

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Kind.STATUS:
                self._status(NavigationStatus.decode(body).status)
            case Kind.TURN:
                self._turned(NavigationTurn.decode(body))
            case Kind.DISTANCE:
                distance = NavigationDistance.decode(body)
                if not self._newer:
                    self._tell({"distance_m": _known(distance.metres), "time_s": _known(distance.seconds)})
            case Kind.STATE:
                self._state(NavigationState.decode(body))
            case Kind.POSITION:
                self._position(NavigationPosition.decode(body))
            case Kind.START | Kind.STOP:
                pass
            case _:
                return False
        return True

    def closed(self) -> None:
        super().closed()
        self._status(0)

    def _status(self, status: int) -> None:
        state = _STATES.get(status, "")
        if state in ("active", "rerouting"):
            self._tell({"state": state})
        elif self._turn:
            self._turn = {}
            self._newer = False
            self.peer.listener.turn(None)

    def _turned(self, turn: NavigationTurn) -> None:
        news: dict[str, Any] = {"image": turn.image or b""}
        if not self._newer:
            maneuver = from_event(turn.event or 0, turn.side or 0)
            news |= {"maneuver": maneuver, "road": turn.road or "", "exit": max(0, turn.exit or 0), "lanes": []}
        self._tell(news)

    def _state(self, state: NavigationState) -> None:
        if not state.steps:
            return
        self._newer = True
        step = state.steps[0]
        maneuver = step.maneuver
        cues = step.cue.texts if step.cue else ()
        lanes = [
            {
                "shapes": [SHAPES.get(one.shape, "unknown") for one in lane.directions],
                "highlighted": any(one.highlighted for one in lane.directions),
            }
            for lane in step.lanes
        ]
        self._tell(
            {
                "maneuver": MANEUVERS.get(maneuver.kind if maneuver else 0, "unknown"),
                "exit": max(0, (maneuver.exit or 0) if maneuver else 0),
                "road": (step.road.name if step.road else "") or (cues[0] if cues else ""),
                "lanes": lanes,
            }
        )

    def _position(self, position: NavigationPosition) -> None:
        news: dict[str, Any] = {}
        if (step := position.step) is not None:
            metres = step.distance.metres if step.distance else None
            news = {"distance_m": _known(metres), "time_s": _known(step.seconds)}
        if position.destinations:
            target = position.destinations[-1]
            metres = target.distance.metres if target.distance else None
            left_s = _known(target.seconds)
            news |= {"remaining_m": _known(metres), "remaining_s": left_s}
            news["eta"] = round(time.time() + left_s, -1) if left_s >= 0 else -1.0
        self._tell(news)

    def _tell(self, news: dict[str, Any]) -> None:
        turn = {"state": "active", **self._turn, **news}
        if turn != self._turn:
            self._turn = turn
            self.peer.listener.turn(turn)


def _known(value: int | None) -> float:
    return float(value) if value is not None and value >= 0 else -1.0
