"""What signals did in a recording, as grounds for and against their being what their names say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from backends.vehicle.dbc.model import Database, DbcMessage, DbcSignal
from backends.vehicle.defs import GEAR_PARK
from backends.vehicle.learn.names import Topic, is_wheel_speed
from backends.vehicle.learn.traffic import Numbers, Traffic

if TYPE_CHECKING:
    from backends.vehicle.learn.propose import Proposal

__all__ = ["Evidence", "correlation", "wheel_signals"]

_GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
_SPEED = "Vehicle.Speed"
_BUSY_HZ, _BLINK_HZ = 1.2, 5.0
"""Changes a second that a switch and a blinking lamp make at most."""

Series = tuple[Numbers, Numbers]
"""Times in seconds and values."""


def correlation(first: Series, second: Series) -> float:
    """Pearson's r over the times of the first; 0 when either rests."""
    other = np.interp(first[0], second[0], second[1])
    if len(other) < 8 or np.ptp(first[1]) == 0 or np.ptp(other) == 0:
        return 0.0
    return float(np.corrcoef(first[1], other)[0, 1])


def wheel_signals(database: Database) -> list[tuple[DbcMessage, DbcSignal]]:
    """Signals that are the speed of one wheel, by their names."""
    return [
        (message, signal)
        for message in database.by_key.values()
        for signal in message.signals
        if signal.length >= 8 and is_wheel_speed(signal.name, message.name)
    ]


class Evidence:
    """Looks signals up in a recording. ``speed``: the series that others are compared with, once it is chosen."""

    def __init__(self, database: Database, traffic: Traffic) -> None:
        self._traffic = traffic
        self._wheels = [
            (message, signal, series)
            for message, signal in wheel_signals(database)
            if (series := self.series(message, signal)) is not None
        ]
        self.speed: Series | None = None

    @property
    def wheels(self) -> tuple[DbcMessage, list[DbcSignal], Numbers] | None:
        """Four wheel speeds of one message that move together, and all their values."""
        by_message: dict[int, list[tuple[DbcMessage, DbcSignal, Series]]] = {}
        for each in self._wheels:
            by_message.setdefault(each[0].key, []).append(each)
        for found in by_message.values():
            if len(found) != 4:
                continue
            if all(correlation(found[0][2], other[2]) > 0.98 for other in found[1:]):
                return found[0][0], [signal for _, signal, _ in found], np.concatenate([s[1] for _, _, s in found])
        return None

    def series(self, message: DbcMessage, signal: DbcSignal) -> Series | None:
        """Times and physical values; None when the recording lacks it."""
        stream = self._traffic.streams.get(message.key)
        values = stream.physical(signal) if stream is not None else None
        if stream is None or values is None:
            return None
        if not signal.conditions:
            return stream.times, values
        there = stream.present(signal, {each.name: each for each in message.signals if each.is_selector})
        return (stream.times[there], values[there]) if there.any() else None

    def judge(self, topic: Topic, proposal: Proposal) -> None:
        """Grounds from the signal's own values."""
        series = self.series(proposal.message, proposal.signal)
        if series is None:
            proposal.add(-0.25, "the recording lacks it")
            return
        times, values = series
        stream, described = self._traffic.streams[proposal.message.key], proposal.message.length
        if stream.length != described:
            proposal.add(
                -0.3, f"its frames have {stream.length} bytes, not {described}: this car may use the id otherwise"
            )
        proposal.add(0.1, f"{len(values)} frames")
        if topic.kind == "number":
            self._judge_number(topic, proposal, values)
        changes = int(np.count_nonzero(np.diff(values)))
        span = float(times[-1] - times[0]) or 1.0
        if topic.kind != "flag":
            return
        if changes > 4 and changes / span > (_BLINK_HZ if "Signaling" in topic.path else _BUSY_HZ):
            proposal.add(-0.4, f"it changes {changes / span:.0f} times a second")
        elif changes:
            proposal.add(0.1, f"it changed {changes} times")
        else:
            proposal.add(-0.05, f"it was {float(values[0]):g} all the time, so the recording does not prove it")

    def _judge_number(self, topic: Topic, proposal: Proposal, values: Numbers) -> None:
        factor = float(proposal.math.removeprefix("x * ")) if proposal.math.startswith("x * ") else 1.0
        # Single frames may carry codes for "not available".
        low, high = (float(value) * factor for value in np.quantile(values, (0.02, 0.98)))
        if low < topic.low or high > topic.high:
            proposal.add(-0.4, f"{low:g} to {high:g} is not what it could be")
            return
        if np.ptp(values) > 0:
            proposal.add(0.1, f"it moved between {low:g} and {high:g}")
        else:
            proposal.add(-0.05, f"it rested at {float(values[0]):g}")
        if proposal.path.endswith("CombustionEngine.Speed") and 500 <= low <= 1200:
            proposal.add(0.05, "its lowest value is an idle speed")
        if proposal.path == _SPEED:
            followers = [
                abs(correlation((self._times(proposal), values), wheel))
                for message, _, wheel in self._wheels
                if message.key != proposal.message.key
            ]
            if followers and np.ptp(values) > 1:
                best = max(followers)
                if best > 0.98:
                    proposal.add(0.2, f"it follows the wheels (r = {best:.4f})")
                elif best < 0.8:
                    proposal.add(-0.3, f"it does not follow the wheels (r = {best:.2f})")

    def _times(self, proposal: Proposal) -> Numbers:
        return self._traffic.streams[proposal.message.key].times

    def choose_speed(self, proposals: Sequence[Proposal]) -> Series | None:
        """The series of the surest proposal for the speed."""
        best = max(proposals, key=lambda each: each.sure, default=None)
        return self.series(best.message, best.signal) if best is not None and best.sure >= 0.4 else None

    def compare_with_speed(self, proposal: Proposal) -> None:
        """A selector in P while the car drives, or doors that open at speed, are something else."""
        if self.speed is None or proposal.path == _SPEED or self.speed[1].max() < 5:
            return
        series = self.series(proposal.message, proposal.signal)
        if series is None:
            return
        driving = np.interp(series[0], *self.speed) > 10
        if not driving.any():
            return
        if proposal.path == _GEAR and proposal.table:
            park = [raw for raw, label in proposal.signal.choices.items() if proposal.table.get(label) == GEAR_PARK]
            raws = self._raw(proposal)
            if raws is not None and np.isin(raws[driving], park).mean() > 0.02:
                proposal.add(-0.5, "it says P while the car drives")
            elif raws is not None and np.isin(raws, list(proposal.signal.choices)).mean() > 0.95:
                proposal.add(0.1, "it is not P while the car drives")
            else:
                proposal.add(-0.3, "it has values without a name")
        if ".Door." in proposal.path and float((series[1][driving] != 0).mean()) > 0.5:
            proposal.add(-0.3, "it is set most of the drive")

    def _raw(self, proposal: Proposal) -> Numbers | None:
        stream = self._traffic.streams.get(proposal.message.key)
        raw = stream.raw(proposal.signal) if stream is not None else None
        return None if raw is None else raw.astype(np.float64)
