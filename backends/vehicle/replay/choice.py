"""Which shipped profile a recording belongs to.

Reading every message description and every mapping takes longer than somebody who waits for a picture likes. So the identifiers
alone are read first, by one search over each file; only the few profiles that know most of the recording are looked at closely.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from backends.vehicle.binding import bind_reads
from backends.vehicle.catalogue import catalogue, with_overlay
from backends.vehicle.dbc.load import load_database
from backends.vehicle.errors import LogError, ProfileError, VehicleError
from backends.vehicle.mapping import read_mapping
from backends.vehicle.profile import Profile, available_profiles, load_profile
from backends.vehicle.replay.logs import read_log
from backends.vehicle.slots import SlotTable

__all__ = ["best_profile", "profile_for"]

_SAMPLE_FRAMES = 5000
_LEAST_SCORE = 0.02
"""Identifiers of different makes coincide now and then; a profile that fits scores several times this."""
_FINALISTS = 6
_MESSAGE = re.compile(rb"^\s*BO_\s+(\d+)\s", re.MULTILINE)
_IMPORT = re.compile(rb'^CM_\s+"IMPORT\s+([\w.-]+)"', re.MULTILINE)


def best_profile(log: Path, dbc: Path | None = None) -> Profile:
    """The shipped profile that understands most frames of a recording. Raises ProfileError when none does."""
    keys: Counter[int] = Counter()
    try:
        for index, frame in enumerate(read_log(log)):
            keys[frame.key] += 1
            if index >= _SAMPLE_FRAMES:
                break
    except LogError:
        if not keys:
            raise
    scores: dict[str, float] = {}
    profiles = {profile.name: profile for profile in _finalists(keys, dbc)}
    for name, profile in profiles.items():
        try:
            scores[name] = _score(profile, dbc, keys)
        except VehicleError:
            continue
    if not scores or max(scores.values()) < _LEAST_SCORE:
        raise ProfileError(
            f"{log}: no shipped vehicle profile understands it; name one with --dbc FILE and --mapping FILE"
            + ("" if find_spec("opendbc") else ". Those of the makes need opendbc: pip install 'pillion[makes]'")
        )
    return profiles[max(scores, key=lambda name: scores[name])]


def _finalists(keys: Counter[int], dbc: Path | None) -> list[Profile]:
    """Profiles whose descriptions know most of the frames; with a description of its own the recording may be any."""
    known: list[tuple[float, Profile]] = []
    for name in available_profiles():
        try:
            profile = load_profile(name)
            if dbc is None:
                described = frozenset[int]().union(*(_identifiers(profile.dbc_file(bus)) for bus in profile.buses))
                share = sum(count for key, count in keys.items() if key in described) / keys.total()
            else:
                share = 1.0
        except VehicleError:
            continue
        known.append((share, profile))
    known.sort(key=lambda each: -each[0])
    return [profile for share, profile in known if share > 0][: _FINALISTS if dbc is None else None]


@cache
def _identifiers(path: Path) -> frozenset[int]:
    """Frame keys a description knows, without understanding it."""
    if path.suffix.lower() != ".dbc":
        return frozenset(load_database(path).by_key)
    try:
        text = path.read_bytes()
    except OSError as error:
        raise ProfileError(f"{path}: {error.strerror or error}") from error
    found = {int(number) for number in _MESSAGE.findall(text)}
    for name in _IMPORT.findall(text):
        included = path.parent / name.decode()
        if included != path and included.is_file():
            found |= _identifiers(included)
    return frozenset(found)


def _score(profile: Profile, dbc: Path | None, keys: Counter[int]) -> float:
    """Share of frames that carry a mapped signal, less what the mapping expects and the recording lacks."""
    rules = read_mapping(profile.mapping_file).without(profile.without)
    if dbc is None:
        databases = {name: load_database(profile.dbc_file(name)) for name in profile.buses}
    else:
        rules.reads = [replace(rule, bus="") for rule in rules.reads]
        databases = {"log": load_database(dbc)}
    meta = with_overlay(catalogue(), rules.overlay)
    bound, _, _ = bind_reads(rules, databases, meta, SlotTable(), profile.side)
    mapped = {(part.bus, part.message.key) for read in bound for part in read.inputs}
    # A recording of one bus says nothing against a profile of several.
    heard = {bus for bus, key in mapped if key in keys}
    expected = {key for bus, key in mapped if bus in heard}
    if not rules.reads or not expected:
        return 0.0
    found = sum(1 for key in expected if key in keys) / len(expected)
    resolved = len(bound) / len(rules.reads)
    share = sum(count for key, count in keys.items() if key in expected) / keys.total()
    return found * resolved * share


def profile_for(log: Path, profile: str | None, dbc: Path | None, mapping: Path | None) -> tuple[Profile, bool]:
    """The profile to play a recording with, and whether it was chosen for the caller. Files that are named win over its own."""
    guessed = profile is None and (mapping is None or dbc is None)
    chosen = (
        load_profile(profile) if profile is not None else best_profile(log, dbc) if guessed else load_profile("demo")
    )
    changed = chosen.with_bus(None, None, str(dbc) if dbc else None)
    if mapping is not None:
        changed = replace(changed, mapping=str(mapping.resolve()), without=())
    if mapping is not None and profile is None:
        changed = replace(changed, attributes={}, transmission="automatic", title=mapping.stem)
    buses = {name: replace(spec, writable=False, writes={}) for name, spec in changed.buses.items()}
    if dbc is not None:  # one description: the recording is one bus
        buses = dict([next(iter(buses.items()))])
    return replace(changed, buses=buses), guessed
