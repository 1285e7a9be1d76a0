"""A graph's points, asked for as long as somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from backends.interfaces import ServiceError
from ui.clients.vehicle import VehicleClient

__all__ = ["Points", "Series"]

Points = Sequence[tuple[float, float]]

# A graph is looked at, not watched: half a kilometre or ten seconds at the plug make no more than a point.
_REFRESH_MS = 10_000


class Series(QObject):
    """``taken`` gets the unit of y and the points. A service that keeps none is one without points."""

    def __init__(
        self, client: VehicleClient, name: str, taken: Callable[[str, Points], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._name = name
        self._taken = taken
        self._watched = False
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.fetch)
        client.state_changed.connect(self.fetch)

    def watch(self, watched: bool) -> None:
        """Somebody looks, or nobody does any more."""
        if watched == self._watched:
            return
        self._watched = watched
        if watched:
            self.fetch()
            self._timer.start()
        else:
            self._timer.stop()

    def fetch(self) -> None:
        """Ask now, if anybody looks."""
        if self._watched and self._client.ready:
            self._client.request("Series", self._name, done=self._on_answer, failed=self._on_failure)

    def _on_answer(self, answer: tuple[str, str, Points]) -> None:
        _x_unit, y_unit, points = answer
        self._taken(y_unit, [(float(x), float(y)) for x, y in points])

    def _on_failure(self, _error: ServiceError) -> None:
        # The page says by itself that there is nothing to draw.
        self._taken("", [])
