"""Writes what was found as a vehicle profile: a folder that loads, with how sure each rule is beside it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from backends.vehicle.dbc.model import Database, DbcMessage, DbcSignal
from backends.vehicle.e2e import E2E
from backends.vehicle.errors import ProfileError
from backends.vehicle.learn.families import sound_share
from backends.vehicle.learn.propose import WORTH, Proposal
from backends.vehicle.learn.survey import MessageFound

__all__ = ["bound_check", "mapping_text", "profile_text", "write_profile"]

_CHECK_WORTH = 0.75
_SOUND = 0.99


@dataclass(frozen=True, slots=True)
class _Protected:
    anchor: str
    message: str
    e2e: E2E
    sure: float


def write_profile(
    folder: Path,
    database: Database,
    proposals: Sequence[Proposal],
    messages: Sequence[MessageFound] = (),
    *,
    dbc: str,
    title: str = "",
    side: str = "lhd",
) -> None:
    """Write ``profile.toml`` and ``mapping.yaml``; the message description is copied beside them unless it is a package's.

    Raises ProfileError when the folder already has a profile or nothing is worth a rule.
    """
    if (folder / "profile.toml").exists() or (folder / "mapping.yaml").exists():
        raise ProfileError(f"{folder} already holds a profile; name another folder, or move that one away")
    if not any(each.sure >= WORTH for each in proposals):
        raise ProfileError(
            f"nothing in {database.file.name} is surely worth a rule; start from the template in assets/vehicles/template"
        )
    folder.mkdir(parents=True, exist_ok=True)
    used = dbc
    if not dbc.startswith("opendbc:"):
        source = Path(dbc).resolve()
        # A description that includes others works only where they are.
        alone = b"IMPORT" not in source.read_bytes()
        used = source.name if alone else str(source)
        if alone and source != (folder / source.name).resolve():
            shutil.copyfile(source, folder / source.name)
    (folder / "mapping.yaml").write_text(mapping_text(database, proposals, messages, side), encoding="utf-8")
    (folder / "profile.toml").write_text(profile_text(title or folder.name, used, side), encoding="utf-8")


def profile_text(title: str, dbc: str, side: str) -> str:
    """A profile of one bus that is only read."""
    return (
        "# Made by `pillion learn`. docs/guides/add-your-car.md tells what every key means and what else there is.\n"
        f"title = {json.dumps(title, ensure_ascii=False)}\n"
        f'side = "{side}"\n'
        'transmission = "automatic"\n'
        'mapping = "mapping.yaml"\n\n'
        "[attributes]\n"
        f'"Vehicle.VehicleIdentification.Brand" = {json.dumps(title, ensure_ascii=False)}\n\n'
        "[bus.main]\n"
        'interface = "socketcan"\n'
        'channel = "can0"\n'
        f"dbc = {json.dumps(dbc)}\n"
    )


def mapping_text(
    database: Database, proposals: Sequence[Proposal], messages: Sequence[MessageFound] = (), side: str = "lhd"
) -> str:
    """The mapping: sure rules first, questions behind them as comments."""
    kept = [each for each in proposals if each.sure >= WORTH]
    asked = [each for each in proposals if each.sure < WORTH]
    protected = _protected(messages, {each.message.key for each in kept})
    lines = [
        f"# Proposed from {database.file.name} by `pillion learn`. The number is how sure it is: 1 is certain.",
        "# Check each rule before you trust it, above all the gear and the doors.",
    ]
    if protected:
        lines += ["", "# Check values and counters: frames that fail them are dropped."]
    for key in sorted(protected, key=lambda key: protected[key].anchor):
        lines.append(_e2e_line(protected[key]))
    for each in kept:
        lines += ["", f"# {each.sure:.2f}: {'; '.join(each.reasons)}", *_rule(each, database, protected, side)]
    if asked:
        lines += ["", "# Not sure enough. Take away the # of what is right."]
    for each in asked:
        lines.append(f"# {each.sure:.2f}: {'; '.join(each.reasons)}")
        lines += [f"# {line}" for line in _rule(each, database, protected, side)]
    return "\n".join(lines) + "\n"


def _rule(proposal: Proposal, database: Database, protected: dict[int, _Protected], side: str) -> list[str]:
    path = _sided(proposal, side)
    found = protected.get(proposal.message.key)
    facts: list[str] = []
    if len(proposal.signals) > 1:
        facts.append("signals: {" + ", ".join(f"{name}: {_word(s.name)}" for name, s in proposal.signals) + "}")
    else:
        facts.append(f"signal: {_word(proposal.signal.name)}")
    facts.append(f"message: {_word(proposal.message.name)}")
    if proposal.sna:
        facts.append(f"sna: [{', '.join(json.dumps(label, ensure_ascii=False) for label in proposal.sna)}]")
    if proposal.table:
        pairs = ", ".join(
            f"{{from: {_value(source)}, to: {_value(target)}}}" for source, target in proposal.table.items()
        )
        facts.append(f"transform: {{mapping: [{pairs}]}}")
    elif proposal.math:
        facts.append(f'transform: {{math: "{proposal.math}"}}')
    if found is not None:
        facts.append(f"e2e: *{found.anchor}")
    return [f"{path}:", f"  dbc2vss: {{{', '.join(facts)}}}"]


def _sided(proposal: Proposal, side: str) -> str:
    """Left is the driver's side only where one drives on the right."""
    names = " ".join(signal.name for _, signal in proposal.signals).lower()
    if side == "lhd" or re.search(r"driver|drv|fahrer|pass|ast", names):
        return proposal.path
    swapped = {"DriverSide": "PassengerSide", "PassengerSide": "DriverSide"}
    return re.sub("DriverSide|PassengerSide", lambda match: swapped[match[0]], proposal.path)


def _word(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_][\w.]*", name) and name.lower() not in _YAML_WORDS else json.dumps(name)


_YAML_WORDS = {"on", "off", "yes", "no", "true", "false", "null", "y", "n"}


def _value(value: int | str) -> str:
    if isinstance(value, int) or value.isdigit():
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _e2e_line(found: _Protected) -> str:
    facts = [f"profile: {found.e2e.profile}"]
    if found.e2e.counter:
        facts.append(f"counter: {_word(found.e2e.counter)}")
    if found.e2e.crc:
        facts.append(f"crc: {_word(found.e2e.crc)}")
    if found.e2e.data_id is not None:
        facts.append(f"data_id: {found.e2e.data_id:#04x}")
    if found.e2e.mode:
        facts.append(f"mode: {_word(found.e2e.mode)}")
    if found.e2e.id_list:
        facts.append(f"id_list: [{', '.join(f'0x{value:02X}' for value in found.e2e.id_list)}]")
    return f"x-{found.anchor}: &{found.anchor} {{{', '.join(facts)}}}  # {found.message}, {found.sure:.2f} sure"


def _protected(messages: Sequence[MessageFound], wanted: Iterable[int]) -> dict[int, _Protected]:
    """Protection for messages with rules, as far as the description names the fields and every frame but a few passes."""
    found: dict[int, _Protected] = {}
    keys = set(wanted)
    for each in messages:
        if each.stream.key not in keys or each.message is None:
            continue
        e2e = bound_check(each)
        if e2e is None or each.check is None or each.check.sure < _CHECK_WORTH:
            continue
        if sound_share(each.message, e2e, each.stream.data[-2000:]) < _SOUND:
            continue
        anchor = re.sub(r"\W+", "_", each.message.name.lower()).strip("_")
        found[each.stream.key] = _Protected(anchor, each.message.name, e2e, each.check.sure)
    return found


def bound_check(found: MessageFound) -> E2E | None:
    """The check with the description's own names for its fields; None when it has none for the check value."""
    if found.e2e is None or found.check is None or found.message is None:
        return None
    check = _signal_at(found.message, found.check.start, found.check.width)
    if check is None:
        return None
    counter = None
    if found.counter is not None:
        counter = _signal_at(found.message, found.counter.start, found.counter.width)
    if counter is None and found.e2e.profile in ("p01", "p02", "p05"):
        return None
    # Without every step right, a counter would drop frames that are sound.
    steady = found.counter is not None and found.counter.share > _SOUND and found.counter.step == 1
    named = counter.name if counter is not None and (steady or found.e2e.profile in ("p01", "p02", "p05")) else None
    return replace(found.e2e, counter=named, crc=check.name)


def _signal_at(message: DbcMessage, start: int, width: int) -> DbcSignal | None:
    bits = set(range(start, start + width))
    return next((signal for signal in message.signals if set(signal.bits) == bits), None)
