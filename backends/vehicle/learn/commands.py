"""``pillion learn``: what a recording tells of an unknown car, and a profile to start from."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from backends.vehicle.dbc.load import load_database, resolve
from backends.vehicle.errors import VehicleError
from backends.vehicle.learn.facts import Learnt, facts, learn_from
from backends.vehicle.learn.propose import WORTH, Proposal
from backends.vehicle.learn.survey import MessageFound
from backends.vehicle.learn.traffic import read_traffic
from backends.vehicle.learn.write import write_profile

__all__ = ["learn"]


def learn(argv: list[str]) -> int:
    """Exit status: 0 done, 1 a file could not be read or nothing is worth a profile, 2 wrong call."""
    parser = argparse.ArgumentParser(
        prog="pillion learn",
        description="Find periods, counters and check values in a recording and, with a message description, which signal is "
        "which. Every finding has a number: 1 is certain, below 0.5 it is a question.",
    )
    parser.add_argument("log", type=Path, metavar="LOG", help="candump, asc, blf, csv, trc or mf4")
    parser.add_argument("--dbc", metavar="FILE", help="message description, or opendbc:NAME")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write a vehicle profile there (needs --dbc)")
    parser.add_argument("--channel", default="", metavar="NAME", help="only this channel of the recording")
    parser.add_argument("--side", choices=("lhd", "rhd"), default="lhd", help="where the driver sits (lhd: left)")
    parser.add_argument("--json", action="store_true", help="one object: frames, messages, proposals")
    try:
        options = parser.parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    if options.out is not None and not options.dbc:
        print(
            "pillion: --out needs --dbc: a profile names signals, and only a message description has them",
            file=sys.stderr,
        )
        return 2
    began = time.perf_counter()
    try:
        database = load_database(resolve(options.dbc, Path.cwd())) if options.dbc else None
        learnt = learn_from(read_traffic(options.log, options.channel), database)
        learnt.took_s = time.perf_counter() - began
        if options.json:
            print(json.dumps(facts(learnt), indent=1, ensure_ascii=False))
        else:
            _print(learnt)
        if options.out is not None and database is not None:
            write_profile(options.out, database, learnt.proposals, learnt.messages, dbc=options.dbc, side=options.side)
            print(
                f"Written: {options.out}. Now prove it: pillion profile check {options.out} --log {options.log}",
                file=sys.stderr,
            )
    except VehicleError as error:
        print(f"pillion: {error}", file=sys.stderr)
        return 1
    if learnt.traffic.cut:
        print(f"pillion: {learnt.traffic.cut}", file=sys.stderr)
    return 0


def _print(learnt: Learnt) -> None:
    traffic, database, messages = learnt.traffic, learnt.database, learnt.messages
    known = sum(each.message is not None for each in messages)
    described = f", {known} of them described in {database.file.name}" if database is not None else ""
    print(
        f"{traffic.file.name}: {traffic.frames} frames in {traffic.duration_s:.1f} s, {len(messages)} identifiers{described}; "
        f"looked at in {learnt.took_s:.2f} s"
    )
    if len(traffic.channels) > 1:
        told = ", ".join(f"{name or '-'} ({count})" for name, count in sorted(traffic.channels.items()))
        print(f"Channels: {told}. All are looked at together; --channel NAME looks at one.")
    print(f"\n{'id':<9}{'name':<24}{'frames':>7}{'period':>11}{'moving':>8}  what was found")
    for each in messages:
        period = f"{each.period_s * 1000:.1f} ms" if each.period_s is not None else "-"
        name = each.message.name if each.message is not None else "-"
        head = f"{each.stream.name:<9}{name[:22]:<24}{each.stream.count:>7}{period:>11}"
        head += f"{each.moving.bit_count():>5}/{8 * each.stream.length:<3}"
        findings = _findings(each, learnt) or (["nothing that counts or checks"] if each.moving else ["never changes"])
        print(f"{head} {findings[0]}")
        for line in findings[1:]:
            print(f"{'':<62} {line}")
    if database is not None:
        _print_proposals(learnt.proposals)


def _findings(found: MessageFound, learnt: Learnt) -> list[str]:
    lines = []
    if found.counter is not None:
        lines.append(f"counter: {found.counter.text} ({_sure(found.counter.sure)})")
    if found.check is not None:
        name = f" [{found.e2e.profile}]" if found.e2e is not None else ""
        lines.append(f"check: {found.check.text}{name} ({_sure(found.check.sure)})")
        if found.check.others:
            lines.append(f"   not sure: {found.check.others[0]} would fit as well")
        if len(set(found.check.ids)) > 1:
            told = " ".join("--" if value is None else f"{value:02X}" for value in found.check.ids)
            lines.append(f"   data ids: {told}")
    if found.mux is not None:
        lines.append(
            f"selector: {found.mux.width} bits at byte {found.mux.start // 8} bit {found.mux.start % 8}, values "
            f"{', '.join(map(str, found.mux.values[:8]))} ({_sure(found.mux.sure)})"
        )
    for each in found.numbers:
        order = "little" if each.little_endian else "big"
        sign = ", signed" if each.signed else ""
        lines.append(
            f"number: bytes {each.byte} and {each.byte + 1}, {order} end first{sign}, {each.low} to {each.high}"
        )
        if (like := learnt.alike.get((found.stream.key, each.byte))) is not None:
            lines.append(f"   {like.text}")
    lines += [f"{name} jumps as negative numbers do: signed?" for name in found.signed]
    return lines


def _sure(value: float) -> str:
    return f"{value:.2f}" if value >= WORTH else f"{value:.2f}, not sure"


def _print_proposals(proposals: list[Proposal]) -> None:
    print(f"\n{'sure':<6}{'path':<60}signal")
    for each in proposals:
        mark = " " if each.sure >= WORTH else "?"
        names = ", ".join(signal.name for _, signal in each.signals)
        print(f"{each.sure:.2f}{mark} {each.path:<60}{each.message.name}.{names}")
        print(f"{'':<6}{'; '.join(each.reasons)}")
    if not proposals:
        print("No signal's name or unit speaks for any path.")
