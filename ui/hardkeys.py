"""What a hard key does: louder, next song, another page, or a key press to whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from ui.viewmodels.shell import PAGES, ShellViewModel

__all__ = ["HardKeys"]

_VOLUME_STEP = 0.05
_REPEAT_MS = 150
_FOLLOWED_S = 2.0
"""The player's answer to a step comes after the next step: until then ours is the volume."""
_REPEATED = ("volume_up", "volume_down", "up", "down", "left", "right")


class HardKeys(QObject):
    """Follows the vehicle's keys and acts on the shell; ``window`` gives the window that has them now."""

    def __init__(
        self, shell: ShellViewModel, window: Callable[[], QQuickWindow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._window = window
        self._volume: float | None = None
        self._before_mute = 0.5
        self._repeated = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_REPEAT_MS)
        self._timer.timeout.connect(self._repeat)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(round(_FOLLOWED_S * 1000))
        self._forget.timeout.connect(self._forget_volume)
        shell.clients.vehicle.key_pressed.connect(self.on_key)

    def on_key(self, action: str, phase: str, amount: int) -> None:
        """``phase`` is press, hold, release or turn; ``amount`` the detents of a turn, clockwise positive."""
        match phase:
            case "press":
                self._act(action)
            case "turn":
                for _ in range(min(abs(amount), 8)):
                    self._type(Qt.Key.Key_Tab if amount > 0 else Qt.Key.Key_Backtab)
            case "hold" if action in _REPEATED:
                self._repeated = action
                self._timer.start()
            case "release" if action == self._repeated:
                self._timer.stop()
                self._repeated = ""

    def _repeat(self) -> None:
        self._act(self._repeated)

    def _act(self, action: str) -> None:
        media = self._shell.media
        match action:
            case "volume_up":
                self._turn_volume(_VOLUME_STEP)
            case "volume_down":
                self._turn_volume(-_VOLUME_STEP)
            case "mute":
                self._mute()
            case "play_pause":
                media.playPause()
            case "next":
                media.next()
            case "previous":
                media.previous()
            case "back":
                self._type(Qt.Key.Key_Escape)
            case "select":
                self._type(Qt.Key.Key_Select)
            case "camera":
                self._shell.rear.toggle()
            case "call":
                self._shell.calls.take()
            case "hangup":
                self._shell.calls.end()
            case "voice":
                self._shell.projection.speak()
            case "up":
                self._type(Qt.Key.Key_Up)
            case "down":
                self._type(Qt.Key.Key_Down)
            case "left":
                self._type(Qt.Key.Key_Left)
            case "right":
                self._type(Qt.Key.Key_Right)
            case _ if action in PAGES:
                self._shell.requestPage(action)

    def _type(self, key: Qt.Key) -> None:
        window = self._window()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(window, event)

    # -- volume ------------------------------------------------------------------------------------------------------

    def _turn_volume(self, by: float) -> None:
        media = self._shell.media
        if not media.canVolume:
            return
        base = media.volume if self._volume is None else self._volume
        self._set_volume(min(1.0, max(0.0, round((base + by) / _VOLUME_STEP) * _VOLUME_STEP)))

    def _mute(self) -> None:
        media = self._shell.media
        if not media.canVolume:
            return
        volume = media.volume if self._volume is None else self._volume
        if volume > 0:
            self._before_mute = volume
        self._set_volume(0.0 if volume > 0 else self._before_mute)

    def _set_volume(self, volume: float) -> None:
        self._volume = volume
        self._forget.start()
        self._shell.media.requestVolume(volume)
        self._shell.keys.show_volume(volume)

    def _forget_volume(self) -> None:
        self._volume = None
