"""``pillion profile check | list | new``."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from backends.vehicle.check import Report, check_profile
from backends.vehicle.check.evidence import Evidence, PathFigures
from backends.vehicle.check.report import group_of
from backends.vehicle.check.static import protected_messages, unmapped_share
from backends.vehicle.dbc.load import load_database, resolve
from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import VehicleError
from backends.vehicle.learn import propose, read_traffic, survey, write_profile
from backends.vehicle.learn.propose import WORTH
from backends.vehicle.mapping import read_mapping
from backends.vehicle.profile import Profile, available_profiles, load_profile

__all__ = ["profile"]


def profile(argv: list[str]) -> int:
    """Exit status: 0 done and nothing is wrong, 1 something is wrong or cannot be read, 2 wrong call."""
    parser = argparse.ArgumentParser(prog="pillion profile", description="Vehicle profiles: prove, list, begin.")
    words = parser.add_subparsers(dest="word", required=True, metavar="check|list|new")
    check = words.add_parser("check", help="prove a profile against its message description, and a recording")
    check.add_argument("name", metavar="NAME|PATH", help="a shipped profile, or the folder of any")
    check.add_argument("--log", type=Path, metavar="FILE", help="a recording of the car")
    check.add_argument("--dbc", metavar="FILE", help="message description of the first bus, or opendbc:NAME")
    check.add_argument("--json", action="store_true", help="one object: sound, coverage, findings, paths …")
    listing = words.add_parser("list", help="the shipped profiles")
    listing.add_argument("--json", action="store_true", help="one object: name to title, buses, paths")
    new = words.add_parser("new", help="begin a profile for a car")
    new.add_argument("name", metavar="NAME", help="what the car is called; also the folder's name")
    new.add_argument("--dbc", metavar="FILE", required=True, help="message description, or opendbc:NAME")
    new.add_argument(
        "--log", type=Path, metavar="FILE", help="a recording: what is learnt from it makes proposals surer"
    )
    new.add_argument("--channel", default="", metavar="NAME", help="only this channel of the recording")
    new.add_argument("--out", type=Path, metavar="FOLDER", help="where to (default: a folder of that name here)")
    new.add_argument("--side", choices=("lhd", "rhd"), default="lhd", help="where the driver sits (lhd: left)")
    try:
        options = parser.parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    try:
        match options.word:
            case "check":
                return _check(options)
            case "list":
                return _list(options)
            case _:
                return _new(options)
    except VehicleError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1


def _check(options: argparse.Namespace) -> int:
    chosen = load_profile(options.name)
    if options.dbc:
        chosen = chosen.with_bus(None, None, str(resolve(options.dbc, Path.cwd())))
    began = time.perf_counter()
    report = check_profile(chosen, options.log)
    took_s = time.perf_counter() - began
    if options.json:
        print(json.dumps(_facts(chosen, report, took_s), indent=1, ensure_ascii=False))
    else:
        _print(chosen, report, took_s)
    return 0 if report.sound else 1


def _facts(chosen: Profile, report: Report, took_s: float) -> dict[str, Any]:
    evidence = report.evidence
    return {
        "profile": chosen.name,
        "title": chosen.title,
        "sound": report.sound,
        "took_s": round(took_s, 3),
        "rules": report.rules,
        "bound": len(report.bound),
        "coverage": {name: {"paths": bound, "of": known} for name, (bound, known) in report.coverage().items()},
        "protected": protected_messages(report),
        "writable": report.writable,
        "findings": [{"wrong": each.wrong, "where": each.where, "text": each.text} for each in report.findings],
        "log": None if evidence is None else _log_facts(evidence),
    }


def _log_facts(evidence: Evidence) -> dict[str, Any]:
    return {
        "frames": evidence.frames,
        "duration_s": round(evidence.duration_s, 3),
        "channels": evidence.channels,
        "unknown_frames": sum(evidence.unknown.values()),
        "unknown_ids": [{"bus": bus, "id": _id(key), "frames": n} for (bus, key), n in evidence.unknown.most_common()],
        "paths": {path: _path_facts(figures, evidence.duration_s) for path, figures in sorted(evidence.paths.items())},
    }


def _path_facts(figures: PathFigures, duration_s: float) -> dict[str, Any]:
    _, values = figures.series()
    numbers = len(values) > 0
    return {
        "seen": figures.frames > 0,
        "frames": figures.frames,
        "valid_share": round(figures.quality, 4),
        "changes_per_s": round(figures.changes / duration_s, 3) if duration_s else 0.0,
        "min": float(values.min()) if numbers else None,
        "max": float(values.max()) if numbers else None,
        "mean": round(float(values.mean()), 4) if numbers else None,
        "first": figures.first,
        "last": figures.last,
    }


def _id(key: int) -> str:
    return f"{key & 0x1FFFFFFF:08X}" if key & EXTENDED else f"{key:03X}"


def _print(chosen: Profile, report: Report, took_s: float) -> None:
    mapped, described = unmapped_share(report)
    print(f"{chosen.title} ({chosen.file.parent})")
    print(
        f"{len(report.bound)} of {report.rules} rules fit, from {mapped} of {described} described messages on "
        f"{len(report.databases)} of {len(chosen.buses)} bus{'es' * (len(chosen.buses) > 1)}; checked in {took_s:.2f} s"
    )
    shown = [f"{name} {bound}/{known}" for name, (bound, known) in report.coverage().items() if bound]
    empty = [name for name, (bound, _) in report.coverage().items() if not bound and name != "other"]
    print(f"Covers: {', '.join(shown) or 'nothing'}." + (f" Nothing of: {', '.join(empty)}." if empty else ""))
    if protected := protected_messages(report):
        print(f"Checked messages: {', '.join(map(_protected, protected))}.")
    print(f"May be written: {', '.join(report.writable) or 'nothing'}.")
    if report.evidence is not None:
        _print_log(report, report.evidence)
    for title, wrong in (("Wrong", True), ("To know", False)):
        if findings := [each for each in report.findings if each.wrong is wrong]:
            print(f"\n{title}:")
            for each in findings:
                print(f"  {each}")
    print("\n" + ("Nothing is wrong." if report.sound else "Something is wrong; see above."))


def _protected(facts: dict[str, Any]) -> str:
    proof = f", {facts['wrong']} of {facts['frames']} frames wrong" if "frames" in facts else ""
    return f"{facts['message']} ({facts['e2e']}{proof})"


def _print_log(report: Report, evidence: Evidence) -> None:
    unknown = sum(evidence.unknown.values())
    share = 100 * unknown / evidence.frames if evidence.frames else 0
    print(
        f"\n{evidence.log.name}: {evidence.frames} frames in {evidence.duration_s:.1f} s; {len(evidence.unknown)} identifiers ",
        end="",
    )
    print(f"({share:.0f} % of the frames) are not described", end="")
    most = ", ".join(_id(key) for (_, key), _ in evidence.unknown.most_common(12))
    print(f": {most}{' …' if len(evidence.unknown) > 12 else ''}" if most else "")
    if len(evidence.channels) > 1:
        told = {channel or "-": f"bus {bus}" if bus else "left out" for channel, bus in evidence.channels.items()}
        print(f"Channels: {', '.join(f'{channel} is {what}' for channel, what in sorted(told.items()))}")
    heads = "".join(f"{name:>12}" for name in ("min", "mean", "max"))
    print(f"\n{'path':<63}{'frames':>7}{'valid':>7}{'changes/s':>11}{heads}  last")
    order = sorted(evidence.paths, key=lambda path: (not evidence.paths[path].frames, group_of(path), path))
    for path in order:
        figures = evidence.paths[path]
        if not figures.frames:
            continue
        facts = _path_facts(figures, evidence.duration_s)
        numbers = "".join(f"{_number(facts[key]):>12}" for key in ("min", "mean", "max"))
        last = "-" if facts["last"] is None else json.dumps(facts["last"])
        valid, pace = f"{100 * facts['valid_share']:.0f}%", facts["changes_per_s"]
        print(
            f"{path:<63}{facts['frames']:>7}{valid:>7}{pace:>11.2f}{numbers}  {last} {report.meta[path].unit}".rstrip()
        )
    if missing := [path for path in order if not evidence.paths[path].frames]:
        print(f"Not in this recording ({len(missing)}): {', '.join(missing)}")


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.6g}" if abs(value) < 1e6 else f"{value:.0f}"


def _list(options: argparse.Namespace) -> int:
    facts: dict[str, dict[str, Any]] = {}
    for name in available_profiles():
        chosen = load_profile(name)
        mapping = read_mapping(chosen.mapping_file).without(chosen.without)
        facts[name] = {
            "title": chosen.title,
            "buses": {bus: spec.dbc for bus, spec in chosen.buses.items()},
            "paths": len({rule.path for rule in mapping.reads}),
            "writable": any(spec.writable for spec in chosen.buses.values()),
        }
    if options.json:
        print(json.dumps(facts, indent=1, ensure_ascii=False))
        return 0
    for name, each in facts.items():
        buses = f"{len(each['buses'])} bus{'es' * (len(each['buses']) > 1)}"
        writes = "read and write" if each["writable"] else "read"
        print(f"{name:<22}{each['title']:<48}{each['paths']:>4} paths  {buses:<9}{writes}")
    return 0


def _new(options: argparse.Namespace) -> int:
    database = load_database(resolve(options.dbc, Path.cwd()))
    traffic = read_traffic(options.log, options.channel) if options.log else None
    messages = survey(traffic, database) if traffic is not None else []
    proposals = propose(database, traffic)
    folder = options.out or Path(options.name)
    write_profile(folder, database, proposals, messages, dbc=options.dbc, title=options.name, side=options.side)
    sure = sum(each.sure >= WORTH for each in proposals)
    print(f"{folder}: {sure} rules, {len(proposals) - sure} questions in mapping.yaml.")
    print(f"Read it, then: pillion profile check {folder}")
    return 0
