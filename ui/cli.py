"""The ``pillion`` command: one word, one function.

The table names modules rather than importing them, so that a word pays only for what it needs and the display's side does
not import the services.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

__all__ = ["COMMANDS", "main"]

COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("ui.commands.run:main", "the head unit (also without a word)"),
    "cluster": ("ui.commands.cluster:main", "the instrument cluster, beside a running head unit"),
    "services": ("backends.core.commands:services", "host services in this process"),
    "sim": ("ui.commands.sim:main", "a simulator as a program of its own: car, camera, phone"),
    "replay": ("ui.commands.replay:main", "a recorded drive through the whole stack"),
    "record": ("backends.vehicle.recorder.commands:record", "save the last minute, or record from a bus"),
    "convert": ("backends.vehicle.replay.commands:convert_command", "a recording in another format, whole or in part"),
    "kuksa": ("backends.kuksa.commands:main", "the bridge to a KUKSA databroker"),
    "get": ("backends.vehicle.commands:get", "read the vehicle"),
    "set": ("backends.vehicle.commands:set_", "ask the vehicle for a value"),
    "watch": ("backends.vehicle.commands:watch", "follow the vehicle"),
    "write-log": ("backends.vehicle.commands:write_log", "who asked the car for what, and what became of it"),
    "diagnostics": ("backends.diagnostics.commands:main", "trouble codes, live values, clearing"),
    "learn": ("backends.vehicle.learn.commands:learn", "what a recording of an unknown car tells"),
    "profile": ("backends.vehicle.check.commands:profile", "vehicle profiles: check, list, new"),
    "snap": ("ui.commands.snap:main", "screenshots of every state, and a contact sheet"),
    "restrictions": ("ui.commands.restrictions:main", "the table of what may be used parked, idling and moving"),
    "bench": ("ui.commands.bench:main", "figures"),
    "doctor": ("ui.commands.doctor:main", "what works on this machine and what to do about the rest"),
}


def _usage() -> str:
    words = "\n".join(f"  {word:<10} {text}" for word, (_, text) in COMMANDS.items())
    ends = "'pillion WORD --help' tells more. Exit status: 0 done, 1 failed, 2 wrong call."
    return f"usage: pillion [WORD] [options]\n\n{words}\n\n{ends}"


def main(argv: list[str] | None = None) -> int:
    """Run a word; without one, the head unit."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print(_usage())
        return 0
    word = arguments.pop(0) if arguments and not arguments[0].startswith("-") else "run"
    if word not in COMMANDS:
        print(f"pillion: there is no '{word}'\n\n{_usage()}", file=sys.stderr)
        return 2
    module, function = COMMANDS[word][0].split(":")
    try:
        status: int = getattr(import_module(module), function)(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output (head, grep -q) has seen enough; nothing may be flushed to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
