"""Tells the desk's simulated cameras whether anybody looks: real ones send thirty pictures a second to nobody, ours need not."""

from __future__ import annotations

import json
import socket
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ui.viewmodels.rear_view import RearViewModel

__all__ = ["Attention"]

_AGAIN_MS = 200


class Attention(QObject):
    """Follows a rear view's `shown` on the control socket of ``pillion sim camera``, for as long as the view lives."""

    def __init__(self, rear: RearViewModel, control: Path) -> None:
        super().__init__(rear)
        self._rear, self._control = rear, control
        self._told: bool | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._tell)
        rear.shownChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        shown = self._rear.shown
        if shown == self._told:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK) as control:
                control.connect(str(self._control))
                control.sendall(json.dumps({"watched": shown}).encode() + b"\n")
        except OSError:  # it is still starting, or busy
            self._again.start()
        else:
            self._told = shown
