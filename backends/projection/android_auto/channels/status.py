"""What the phone plays and who calls."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import Nothing, Service
from backends.projection.android_auto.ids import MediaStatusId, PhoneStatusId
from backends.projection.android_auto.news_messages import (
    Call,
    InputAction,
    MediaStatus,
    Metadata,
    PhoneInput,
    PhoneStatus,
)

__all__ = ["Calls", "Playing"]

_PLAYING = {1: "stopped", 2: "playing", 3: "paused"}
_CALLS = {1: "active", 2: "held", 3: "ended", 4: "incoming", 5: "active", 6: "active"}
_CALLS_MAX = 8
_ENTER, _BACK, _CALL = 5, 6, 7
_ACTIONS = {"accept": _CALL, "reject": _BACK, "hangup": _BACK, "hold": _ENTER}


class Playing(Channel):
    """Media status."""

    NAME: ClassVar[str] = "media status"

    def service(self) -> Service:
        return Service(id=self.number, media_status=Nothing())

    def received(self, kind: int, body: bytes) -> bool:
        facts: dict[str, Any]
        match kind:
            case MediaStatusId.STATUS:
                status = MediaStatus.decode(body)
                facts = {"app": status.app or "", "status": _PLAYING.get(status.state, "stopped")}
                if status.seconds is not None:
                    facts["position_us"] = status.seconds * 1_000_000
            case MediaStatusId.METADATA:
                song = Metadata.decode(body)
                facts = {"title": song.title or "", "artist": song.artist or "", "album": song.album or ""}
                facts |= {"art": song.art or b"", "duration_us": (song.seconds or 0) * 1_000_000}
            case _:
                return False
        self.peer.listener.now_playing(facts)
        return True


class Calls(Channel):
    """Phone status. The sound of a call goes over Bluetooth; this is who, and for how long."""

    NAME: ClassVar[str] = "phone status"

    def __init__(self, peer: Peer, number: int) -> None:
        super().__init__(peer, number)
        self._calls: dict[str, Call] = {}

    def service(self) -> Service:
        return Service(id=self.number, phone_status=Nothing())

    def received(self, kind: int, body: bytes) -> bool:
        if kind != PhoneStatusId.STATUS:
            return False
        status = PhoneStatus.decode(body)
        if status.signal is not None:
            self.peer.listener.phone({"signal": status.signal})
        calls: dict[str, Call] = {}
        for call in status.calls[:_CALLS_MAX]:
            if _CALLS.get(call.state, "ended") != "ended":
                key = call.number or call.name or "hidden"
                while key in calls:
                    key += "+"
                calls[key] = call
        for key in self._calls.keys() - calls.keys():
            self.peer.listener.call({"id": key, "state": "ended"})
        for key, call in calls.items():
            facts: dict[str, Any] = {
                "id": key,
                "state": _CALLS[call.state],
                "name": call.name or "",
                "number": call.number or "",
            }
            facts["since"] = round(time.monotonic() - (call.seconds or 0))
            self.peer.listener.call(facts)
        self._calls = calls
        return True

    def act(self, call: str, action: str) -> None:
        """accept, reject, hangup, hold: as the phone's own buttons would."""
        known = self._calls.get(call)
        if known is not None and action in _ACTIONS:
            code = InputAction(action=_ACTIONS[action])
            self.send(PhoneStatusId.INPUT, PhoneInput(action=code, number=known.number, id=known.name))

    def closed(self) -> None:
        super().closed()
        for key in self._calls:
            self.peer.listener.call({"id": key, "state": "ended"})
        self._calls = {}
