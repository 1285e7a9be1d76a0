"""Who may be heard. Pure: requests and what sounds go in, a state for each owner comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from backends.sound.rules import Rules

__all__ = ["FocusKind", "FocusState", "FocusTable", "Sound"]

MUSIC = "media"
Sound = tuple[str, str]
"""owner, role of something that sounds now."""


class FocusKind(StrEnum):
    """What is asked for."""

    GAIN = "gain"
    GAIN_TRANSIENT = "gain_transient"
    GAIN_DUCK = "gain_duck"


class FocusState(StrEnum):
    """What an owner has."""

    GAIN = "gain"
    GAIN_TRANSIENT = "gain_transient"
    LOSS = "loss"
    LOSS_TRANSIENT = "loss_transient"
    LOSS_DUCK = "loss_duck"

    @property
    def heard(self) -> bool:
        """Its music may sound, if softly."""
        return self not in (FocusState.LOSS, FocusState.LOSS_TRANSIENT)


@dataclass(frozen=True, slots=True)
class _Claim:
    owner: str
    kind: FocusKind


class FocusTable:
    """Claims, the newest last; an owner has one. Losers are kept until they ask again or let go."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._claims: list[_Claim] = []
        self._lost: set[str] = set()

    def __len__(self) -> int:
        return len(self._claims) + len(self._lost)

    def __contains__(self, owner: str) -> bool:
        return owner in self._lost or any(claim.owner == owner for claim in self._claims)

    def has_lost(self, owner: str) -> bool:
        """Somebody took it for good."""
        return owner in self._lost

    def request(self, owner: str, kind: FocusKind, sounds: Iterable[Sound]) -> None:
        """Somebody wants to be heard. Music for good ends everybody's claim but that of a call that goes on."""
        self._lost.discard(owner)
        others = [claim for claim in self._claims if claim.owner != owner]
        if kind is not FocusKind.GAIN:
            self._claims = [*others, _Claim(owner, kind)]
            return
        lasting = {who for who, role in sounds if MUSIC in self._rules.roles[role].pauses}
        stay = [claim for claim in others if claim.kind is not FocusKind.GAIN and claim.owner in lasting]
        self._lost |= {claim.owner for claim in others if claim not in stay}
        self._claims = [_Claim(owner, kind), *stay]

    def release(self, owner: str) -> None:
        """Nothing is wanted any more."""
        self._lost.discard(owner)
        self._claims = [claim for claim in self._claims if claim.owner != owner]

    def states(self, sounds: Iterable[Sound]) -> dict[str, FocusState]:
        """What each owner has while this sounds."""
        heard = list(sounds)
        states = dict.fromkeys(self._lost, FocusState.LOSS)
        for index, claim in enumerate(self._claims):
            states[claim.owner] = self._state(claim, self._claims[index + 1 :], heard)
        return states

    def _state(self, claim: _Claim, above: list[_Claim], sounds: list[Sound]) -> FocusState:
        kinds = {other.kind for other in above}
        if FocusKind.GAIN_TRANSIENT in kinds:
            return FocusState.LOSS_TRANSIENT
        if claim.kind is not FocusKind.GAIN:
            return FocusState.LOSS_DUCK if kinds else FocusState.GAIN_TRANSIENT
        roles = [self._rules.roles[role] for owner, role in sounds if owner != claim.owner]
        if any(MUSIC in role.pauses for role in roles):
            return FocusState.LOSS_TRANSIENT
        if kinds or any(MUSIC in role.ducks for role in roles):
            return FocusState.LOSS_DUCK
        return FocusState.GAIN
