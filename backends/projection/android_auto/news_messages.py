"""Tables of what the phone tells beside its picture: turns, songs, calls, pairing, notifications."""

from __future__ import annotations

from backends.projection.android_auto.tables import Table, blob, flag, inner, inners, signed, string, strings, unsigned

__all__ = [
    "Call",
    "Cue",
    "Destination",
    "DestinationDistance",
    "Distance",
    "InputAction",
    "Lane",
    "LaneDirection",
    "Maneuver",
    "MediaStatus",
    "Metadata",
    "NavigationDistance",
    "NavigationPosition",
    "NavigationState",
    "NavigationStatus",
    "NavigationTurn",
    "Notification",
    "NotificationAck",
    "PairingAuth",
    "PairingRequest",
    "PairingResponse",
    "PhoneInput",
    "PhoneStatus",
    "Road",
    "Step",
    "StepDistance",
]


class NavigationStatus(Table):
    status: int = signed(1, 0)


class NavigationTurn(Table):
    road: str | None = string(1)
    side: int | None = signed(2)
    event: int | None = signed(3)
    image: bytes | None = blob(4)
    exit: int | None = signed(5)
    angle: int | None = signed(6)


class NavigationDistance(Table):
    metres: int | None = signed(1)
    seconds: int | None = signed(2)


class Maneuver(Table):
    kind: int = signed(1, 0)
    exit: int | None = signed(2)
    angle: int | None = signed(3)


class Road(Table):
    name: str | None = string(1)


class LaneDirection(Table):
    shape: int = signed(1, 0)
    highlighted: bool = flag(2, default=False)


class Lane(Table):
    directions: tuple[LaneDirection, ...] = inners(1, lambda: LaneDirection)


class Cue(Table):
    texts: tuple[str, ...] = strings(1)


class Step(Table):
    maneuver: Maneuver | None = inner(1, lambda: Maneuver)
    road: Road | None = inner(2, lambda: Road)
    lanes: tuple[Lane, ...] = inners(3, lambda: Lane)
    cue: Cue | None = inner(4, lambda: Cue)


class Destination(Table):
    address: str | None = string(1)


class NavigationState(Table):
    steps: tuple[Step, ...] = inners(1, lambda: Step)
    destinations: tuple[Destination, ...] = inners(2, lambda: Destination)


class Distance(Table):
    metres: int | None = signed(1)
    text: str | None = string(2)
    unit: int | None = signed(3)


class StepDistance(Table):
    distance: Distance | None = inner(1, lambda: Distance)
    seconds: int | None = signed(2)


class DestinationDistance(Table):
    distance: Distance | None = inner(1, lambda: Distance)
    eta: str | None = string(2)
    seconds: int | None = signed(3)


class NavigationPosition(Table):
    step: StepDistance | None = inner(1, lambda: StepDistance)
    destinations: tuple[DestinationDistance, ...] = inners(2, lambda: DestinationDistance)
    road: Road | None = inner(3, lambda: Road)


class MediaStatus(Table):
    """1 stopped, 2 playing, 3 paused."""

    state: int = signed(1, 0)
    app: str | None = string(2)
    seconds: int | None = unsigned(3)


class Metadata(Table):
    title: str | None = string(1)
    artist: str | None = string(2)
    album: str | None = string(3)
    art: bytes | None = blob(4)
    playlist: str | None = string(5)
    seconds: int | None = unsigned(6)


class Call(Table):
    """State 1 in call, 2 on hold, 3 inactive, 4 incoming, 5 conference, 6 muted."""

    state: int = signed(1, 0)
    seconds: int | None = unsigned(2)
    number: str | None = string(3)
    name: str | None = string(4)
    kind: str | None = string(5)


class PhoneStatus(Table):
    calls: tuple[Call, ...] = inners(1, lambda: Call)
    signal: int | None = signed(2)


class InputAction(Table):
    """1 to 4 the directions, 5 enter, 6 back, 7 call."""

    action: int = signed(1, 0)


class PhoneInput(Table):
    action: InputAction | None = inner(1, lambda: InputAction)
    number: str | None = string(2)
    id: str | None = string(3)


class PairingRequest(Table):
    address: str | None = string(1)
    method: int | None = signed(2)


class PairingResponse(Table):
    status: int = signed(1, 0)
    paired: bool = flag(2, default=False)


class PairingAuth(Table):
    code: str | None = string(1)
    method: int | None = signed(2)


class Notification(Table):
    id: str | None = string(1)
    text: str | None = string(2)
    icon: bytes | None = blob(3)


class NotificationAck(Table):
    id: str | None = string(1)
    handled: bool | None = flag(2)
