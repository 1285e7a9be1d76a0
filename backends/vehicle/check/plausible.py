"""Whether what a recording gave can be: ranges, jumps, and values that must agree with each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.check.evidence import Evidence, PathFigures
from backends.vehicle.check.report import Report
from backends.vehicle.defs import GEAR_PARK, GEAR_REVERSE
from backends.vehicle.learn.behaviour import wheel_signals
from backends.vehicle.profile import Profile
from backends.vehicle.units import bounds, jump_per_s

__all__ = ["judge"]

_SPEED, _GEAR = "Vehicle.Speed", "Vehicle.Powertrain.Transmission.SelectedGear"
_RPM, _RUNNING = "Vehicle.Powertrain.CombustionEngine.Speed", "Vehicle.Powertrain.CombustionEngine.IsRunning"
_MOVING = "Vehicle.IsMoving"
_OUTLIERS = 0.01
_POOR = 0.9
_BAD_CHECKS = 0.02
_BUSY_HZ, _BLINK_HZ = 1.2, 5.0
"""Changes a second that a switch makes at most; indicators blink by law at 1 to 2 Hz, a change each way."""
_LEAST_SAMPLES = 10
_RATIOS = (
    (1.609344, "miles an hour"),
    (1 / 1.609344, "kilometres where miles are expected"),
    (3.6, "metres a second"),
    (100, "hundredths"),
)

Series = tuple[NDArray[np.float64], NDArray[np.float64]]


def judge(profile: Profile, report: Report) -> None:
    """Add findings about the recording to the report."""
    evidence = report.evidence
    assert evidence is not None
    if evidence.cut:
        report.note(str(evidence.log), evidence.cut)
    _checks(report, evidence)
    _lengths(report, evidence)
    for path, figures in evidence.paths.items():
        _path(path, figures, report)
    seen = [path for path, figures in evidence.paths.items() if figures.valid]
    if not seen and evidence.paths:
        report.wrong(
            str(evidence.log),
            "no rule of this profile has a value in this recording: it is another car, or another bus",
        )
    _speed_and_wheels(report, evidence)
    _speed_and_gear(evidence, report)
    _agreements(evidence, report)


def _checks(report: Report, evidence: Evidence) -> None:
    for (bus, key), (frames, bad) in evidence.protected.items():
        if bad / frames > _BAD_CHECKS:
            name = report.databases[bus].by_key[key].name
            report.wrong(
                name,
                f"{bad} of {frames} frames have a wrong check value: this car uses another algorithm or other data ids, "
                f"and all of {name} would be dropped",
            )


def _lengths(report: Report, evidence: Evidence) -> None:
    mapped = {(part.bus, part.message.key): part.message for read in report.bound for part in read.inputs}
    for (bus, key), message in mapped.items():
        stream = evidence.traffic[bus].streams.get(key) if bus in evidence.traffic else None
        if stream is not None and stream.length != message.length:
            report.note(
                message.name,
                f"its frames have {stream.length} bytes, not {message.length} as described: does this car use the id otherwise?",
            )


def _path(path: str, figures: PathFigures, report: Report) -> None:
    meta = report.meta[path]
    if figures.frames and figures.quality < _POOR:
        share = 100 * (1 - figures.quality)
        text = f"{share:.0f} % of its {figures.frames} samples are not available, invalid or dropped"
        if figures.valid:
            report.note(path, text)
        else:
            report.note(path, f"it never has a value: {text}")
    if meta.datatype == "boolean":
        times, _ = figures.series()
        span = float(times[-1] - times[0]) if len(times) > 1 else 0.0
        most = _BLINK_HZ if "Signaling" in path or path in (_MOVING, _RUNNING) else _BUSY_HZ
        if span > 2 and figures.changes > 4 and figures.changes / span > most:
            report.wrong(
                path, f"it changes {figures.changes / span:.1f} times a second: is it a lamp, or another signal?"
            )
        return
    if meta.datatype == "string" or figures.valid < 2:
        return
    times, values = figures.series()
    limits = bounds(path, meta.unit)
    if limits is not None:
        outside = float(((values < limits[0]) | (values > limits[1])).mean())
        if outside > _OUTLIERS:
            found = f"{values.min():g} to {values.max():g}"
            report.wrong(
                path, f"{found} {meta.unit} cannot be ({100 * outside:.0f} % outside {limits[0]:g} to {limits[1]:g})"
            )
        elif outside:
            report.note(
                path,
                f"{values.min():g} to {values.max():g}: a few samples are outside {limits[0]:g} to {limits[1]:g}; "
                "a not-available code?",
            )
    limit = jump_per_s(path)
    if limit is not None:
        steps = np.abs(np.diff(values)) / np.maximum(np.diff(times), 0.01)
        # The value's own step, at the pace of the message, is no jump.
        jumps = int((steps > limit).sum())
        if jumps > max(2, 0.005 * len(values)):
            report.wrong(
                path,
                f"it jumps {jumps} times by more than {limit:g} {meta.unit} a second: wrong bits, or a counter among them",
            )


def _series(evidence: Evidence, path: str) -> Series | None:
    figures = evidence.paths.get(path)
    return figures.series() if figures is not None and len(figures.values) >= _LEAST_SAMPLES else None


def _speed_and_wheels(report: Report, evidence: Evidence) -> None:
    """The speed must be the wheels'; a constant factor between them is a wrong unit."""
    speed = _series(evidence, _SPEED)
    if speed is None or speed[1].max() < 10:
        return
    sources = {
        (part.message.key, part.signal.name)
        for read in report.bound
        if read.rule.path == _SPEED
        for part in read.inputs
    }
    ratios, follows = [], []
    for bus, database in report.databases.items():
        for message, signal in wheel_signals(database):
            stream = evidence.traffic[bus].streams.get(message.key) if bus in evidence.traffic else None
            values = (
                stream.physical(signal) if stream is not None and (message.key, signal.name) not in sources else None
            )
            if stream is None or values is None or stream.count < _LEAST_SAMPLES or np.ptp(values) < 1:
                continue
            mine = np.interp(stream.times, *speed)
            fast = mine > 10
            if fast.sum() < _LEAST_SAMPLES:
                continue
            ratios.append(float(np.median(values[fast] / mine[fast])))
            follows.append(float(np.corrcoef(values, mine)[0, 1]))
    if not ratios:
        return
    ratio, best = float(np.median(ratios)), max(follows)
    if best < 0.9:
        report.wrong(_SPEED, f"it does not follow the wheels (r = {best:.2f})")
        return
    if 0.9 <= ratio <= 1.1:
        report.note(_SPEED, f"it follows {len(ratios)} wheels: r = {best:.4f}, ratio {ratio:.3f}")
        return
    unit = next((name for factor, name in _RATIOS if abs(ratio / factor - 1) < 0.08), "")
    report.wrong(
        _SPEED,
        f"the wheels turn {ratio:.3f} times as fast: {f'is it in {unit}?' if unit else 'is its unit or scale right?'}",
    )


def _speed_and_gear(evidence: Evidence, report: Report) -> None:
    speed, gear = _series(evidence, _SPEED), _series(evidence, _GEAR)
    if speed is None or gear is None:
        return
    kph = np.interp(gear[0], *speed)
    for code, limit, name in ((GEAR_PARK, 8.0, "park"), (GEAR_REVERSE, 40.0, "reverse")):
        at = (gear[1] == code) & (np.abs(kph) > limit)
        if at.mean() > _OUTLIERS:
            report.wrong(_GEAR, f"it says {name} while the car drives {kph[at].max():.0f} km/h")


def _agreements(evidence: Evidence, report: Report) -> None:
    """Values that are told twice."""
    speed, moving = _series(evidence, _SPEED), _series(evidence, _MOVING)
    if speed is not None and moving is not None:
        kph = np.interp(moving[0], *speed)
        wrong = float((((kph > 8) & (moving[1] == 0)) | ((np.abs(kph) < 0.1) & (moving[1] != 0))).mean())
        if wrong > 0.2:
            report.wrong(_MOVING, f"it disagrees with the speed in {100 * wrong:.0f} % of its samples")
    rpm, running = _series(evidence, _RPM), _series(evidence, _RUNNING)
    if rpm is not None and running is not None:
        speed_rpm = np.interp(running[0], *rpm)
        wrong = float((((speed_rpm > 600) & (running[1] == 0)) | ((speed_rpm < 100) & (running[1] != 0))).mean())
        if wrong > 0.2:
            report.wrong(_RUNNING, f"it disagrees with the engine's speed in {100 * wrong:.0f} % of its samples")
