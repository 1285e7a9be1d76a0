"""What the car says to a phone, taken to the channels that the phone opened (see `Link`)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from backends.projection.android_auto.car import Car
from backends.projection.android_auto.channels.board import Board
from backends.projection.android_auto.channels.input import Input
from backends.projection.android_auto.channels.microphone import Microphone
from backends.projection.android_auto.channels.notification import Notifications
from backends.projection.android_auto.channels.sensors import Sensors
from backends.projection.android_auto.channels.status import Calls
from backends.projection.android_auto.channels.video import Video
from backends.projection.android_auto.panel import choose
from backends.projection.android_auto.talk import Talk
from backends.projection.domain import Rules
from backends.projection.mirror import Link, Point, Surroundings, Value

__all__ = ["CarSide"]


class CarSide(Link):
    """The half of `AndroidAutoLink` that the session calls."""

    car: Car
    _board: Board
    _talk: Talk

    @abstractmethod
    def _agree_anew(self) -> None:
        """The screen has another shape than the one that was agreed on."""

    def show(self, shown: bool) -> None:
        self.car.shown = shown
        if (video := self._board.the(Video)) is not None:
            video.show(shown)

    def resize(self, width: int, height: int, dpi: int) -> None:
        panel = choose(width, height, dpi, tier_max=self.car.settings.tier_max)
        changed, self.car.panel = panel != self.car.panel, panel
        video = self._board.the(Video)
        if changed and video is not None and not video.frames:
            self._agree_anew()

    def request_keyframe(self) -> None:
        if (video := self._board.the(Video)) is not None:
            video.request_keyframe()

    def touch(self, points: Sequence[Point]) -> None:
        if (channel := self._board.the(Input)) is not None:
            channel.touch(points)

    def key(self, key: str, press: bool, release: bool) -> None:
        if (channel := self._board.the(Input)) is not None:
            channel.key(key, press=press, release=release)

    def set_rules(self, rules: Rules) -> None:
        self.car.rules = rules
        self._car_changed()

    def set_vehicle(self, values: Mapping[str, Value]) -> None:
        self.car.vehicle.update(values)
        self._car_changed()

    def set_surroundings(self, surroundings: Surroundings) -> None:
        self.car.surroundings = surroundings
        self._car_changed()

    def set_audio_focus(self, state: str) -> None:
        self._talk.set_audio_focus(state)

    def microphone(self, pcm: bytes, pts_us: int) -> None:
        if (channel := self._board.the(Microphone)) is not None:
            channel.hear(pcm, pts_us)

    def call_action(self, call: str, action: str) -> None:
        if (channel := self._board.the(Calls)) is not None:
            channel.act(call, action)

    def notification_action(self, notification: str, action: str, text: str) -> None:
        if (channel := self._board.the(Notifications)) is not None:
            channel.act(notification)

    def _car_changed(self) -> None:
        if (sensors := self._board.the(Sensors)) is not None:
            sensors.changed()
