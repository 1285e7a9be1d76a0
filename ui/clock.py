"""The time of day, which a picture or a test may freeze."""

from __future__ import annotations

from datetime import datetime

__all__ = ["Clock"]


class Clock:
    """Local time. ``frozen`` stands still: pictures are the same in every run."""

    def __init__(self, frozen: datetime | None = None) -> None:
        self._frozen = frozen

    @property
    def frozen(self) -> bool:
        return self._frozen is not None

    def freeze(self, moment: datetime | None) -> None:
        """Stand still at ``moment``; None lets it run."""
        self._frozen = moment

    def now(self) -> datetime:
        return self._frozen or datetime.now().astimezone()

    def ms_to_next_minute(self) -> int:
        """Milliseconds until the shown time changes; a little more, so that it has changed when the timer fires."""
        now = self.now()
        return (59 - now.second) * 1000 + (1_000_000 - now.microsecond) // 1000 + 20
