"""A command that works in a loop until it is told to end, as simulators do."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any

__all__ = ["run_program", "told_to_end", "until_first"]

Errors = tuple[type[Exception], ...]


def run_program(
    argv: list[str],
    parser: argparse.ArgumentParser,
    work: Callable[[argparse.Namespace], Coroutine[Any, Any, None]],
    *,
    failed: Errors,
    wrong: Errors = (),
) -> int:
    """Parse and work. Exit status: 0 done, 1 for errors of ``failed``, 2 for those of ``wrong`` and for a wrong call."""
    try:
        options = parser.parse_args(argv)
    except SystemExit as error:
        return int(error.code or 0)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    try:
        asyncio.run(work(options))
    except (*failed, *wrong) as error:
        text = error.args[0] if isinstance(error, wrong) and error.args else error
        print(f"{parser.prog}: {text}", file=sys.stderr)  # noqa: T201  # the command's own error line
        return 2 if isinstance(error, wrong) else 1
    return 0


def told_to_end() -> asyncio.Event:
    """Set by SIGTERM and SIGINT from now on; for whoever says aloud that it is ready, before that."""
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    return ended


async def until_first(*works: Coroutine[Any, Any, object], seconds: float | None = None) -> None:
    """Until one of these has ended or the time is over; the others are cancelled. Raises what the one raised."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
