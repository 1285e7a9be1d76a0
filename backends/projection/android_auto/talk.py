"""The talk on channel 0 that goes on all the time: pings, who may be heard, whose navigation it is, the battery."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

from backends.projection.android_auto.ids import AudioFocus, AudioState, Control
from backends.projection.android_auto.messages import (
    AudioFocusNotice,
    AudioFocusRequest,
    Battery,
    NavigationFocus,
    Ping,
    Voice,
)
from backends.projection.mirror import LinkListener

__all__ = ["PING_S", "Talk"]

PING_S = 1.5
ANSWER_S = 0.25
"""How long the car's sound may think before the phone gets the usual answer."""
_ASKED = {
    AudioFocus.GAIN: ("gain", AudioState.GAIN),
    AudioFocus.GAIN_TRANSIENT: ("gain_transient", AudioState.GAIN_TRANSIENT),
    AudioFocus.GAIN_DUCK: ("gain_duck", AudioState.GAIN_TRANSIENT),
    AudioFocus.RELEASE: ("release", AudioState.LOSS),
}
"""Our word for each request, and the usual answer."""
_STATES = {
    "gain": AudioState.GAIN,
    "gain_transient": AudioState.GAIN_TRANSIENT,
    "loss": AudioState.LOSS,
    "loss_transient": AudioState.LOSS_TRANSIENT,
    "loss_duck": AudioState.LOSS_DUCK,
    "gain_media_only": AudioState.GAIN_MEDIA_ONLY,
    "guidance_only": AudioState.GUIDANCE_ONLY,
}


class _Send(Protocol):
    def __call__(self, kind: int, body: bytes, *, plain: bool = False) -> None: ...


class Talk:
    """Begins once messages are encrypted. ``later`` calls back, unless the link ends before."""

    def __init__(
        self, send: _Send, listener: LinkListener, later: Callable[[float, Callable[[], None]], asyncio.TimerHandle]
    ) -> None:
        self._send = send
        self._listener = listener
        self._later = later
        self._unanswered: asyncio.TimerHandle | None = None
        self._usual = self._state = AudioState.LOSS
        self._round_us = 0
        self._pings = 0
        self._voice = False

    def begin(self) -> None:
        """Ping from now on."""
        self._pings += 1
        self._send(Control.PING_REQUEST, Ping(timestamp=time.monotonic_ns() // 1000).encode(), plain=True)
        self._later(PING_S, self.begin)

    def received(self, kind: int, body: bytes) -> bool:
        """A message; False when it is of no known kind. Raises ProtobufError."""
        match kind:
            case Control.PING_REQUEST:
                answer = Ping(timestamp=Ping.decode(body).timestamp)
                self._send(Control.PING_RESPONSE, answer.encode(), plain=True)
            case Control.PING_RESPONSE:
                self._round_us = max(0, time.monotonic_ns() // 1000 - Ping.decode(body).timestamp)
            case Control.AUDIO_FOCUS_REQUEST:
                self._asked(AudioFocusRequest.decode(body).kind)
            case Control.NAVIGATION_FOCUS_REQUEST:
                self._send(Control.NAVIGATION_FOCUS, NavigationFocus(kind=NavigationFocus.decode(body).kind).encode())
            case Control.VOICE_SESSION:
                self._voice = Voice.decode(body).status == 1
            case Control.BATTERY:
                self._listener.phone({"battery": Battery.decode(body).level})
            case Control.CALL_AVAILABILITY:
                pass
            case _:
                return False
        return True

    def set_audio_focus(self, state: str) -> None:
        """The car's word: the answer to what the phone asked, or a change of mind."""
        told = _STATES.get(state)
        if told is not None and (told is not self._state or self._unanswered is not None):
            self._tell(told, unsolicited=self._unanswered is None)

    def close(self) -> None:
        """The link ended."""
        self._unanswered = None

    def report(self) -> list[tuple[str, str]]:
        """For the diagnostics view."""
        rows = [("Pings", f"{self._pings}, the last took {self._round_us / 1000:.1f} ms")]
        return [*rows, ("Sound", self._state.name.lower().replace("_", " ")), ("Voice", "on" if self._voice else "off")]

    def _asked(self, kind: int) -> None:
        known = next((one for one in AudioFocus if one == kind), None)
        if known is None:
            self._tell(AudioState.LOSS, unsolicited=False)
            return
        word, usual = _ASKED[known]
        if self._unanswered is not None:
            self._tell(self._usual, unsolicited=False)  # each request has its answer
        if known is AudioFocus.RELEASE:
            self._tell(usual, unsolicited=False)
        else:
            self._usual = usual
            self._unanswered = self._later(ANSWER_S, lambda: self._tell(usual, unsolicited=False))
        self._listener.want_audio_focus(word)

    def _tell(self, state: AudioState, *, unsolicited: bool) -> None:
        if self._unanswered is not None:
            self._unanswered.cancel()
            self._unanswered = None
        self._state = state
        self._send(Control.AUDIO_FOCUS, AudioFocusNotice(state=state, unsolicited=unsolicited).encode())
