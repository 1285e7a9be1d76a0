"""How long a session waits for its next attempt at a phone, by why the last one failed."""

from __future__ import annotations

from backends.projection.domain import Backoff
from backends.projection.errors import NotAllowed, PeerFault, PhoneEnded, ProjectionError, Unsupported

__all__ = ["Retries"]

LOST_STEPS_S = (0.2, 0.5, 1.0, 1.5)
"""A phone that left comes back within 3 s: the last step plus the time to greet it stays under that."""
QUIET_STEPS_S = (0.2, 0.5, 1.0, 1.5, 3.0)
"""One that was not there yet on this drive."""
FAULT_STEPS_S = (0.5, 1.0, 3.0, 10.0)
"""One that talks nonsense, so many times in a row, is given up."""
ASK_AGAIN_S = 30.0
"""After a driver denied or overlooked the question on the phone: not so often that it nags."""


class Retries:
    """Those of one session."""

    def __init__(self) -> None:
        self._lost, self._faults, self._quiet = Backoff(LOST_STEPS_S), Backoff(FAULT_STEPS_S), Backoff(QUIET_STEPS_S)

    def wait_s(self, failure: ProjectionError, *, quiet: bool) -> float | None:
        """None: until something changes. Raises the failure itself when there is no use in trying again."""
        match failure:
            case PhoneEnded() | Unsupported():
                raise failure
            case NotAllowed():
                return ASK_AGAIN_S if failure.needs == "permission" else None
            case PeerFault():
                if self._faults.count >= len(FAULT_STEPS_S):
                    raise failure
                return self._faults.next()
            case _:
                return (self._quiet if quiet else self._lost).next()

    def steady(self) -> None:
        """The connection held for a while."""
        self._lost.reset()
        self._faults.reset()

    def woken(self) -> None:
        """Somebody had it tried at once."""
        self._lost.reset()
