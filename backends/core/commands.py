"""``pillion services``: host services in this process."""

from __future__ import annotations

import argparse
import logging
import os
from collections import defaultdict
from typing import Any

from backends.core.host import run_services
from backends.interfaces import SERVICES

__all__ = ["parse_options", "services"]


def parse_options(pairs: list[str]) -> dict[str, dict[str, Any]]:
    """``["vehicle.profile=demo"]`` as ``{"vehicle": {"profile": "demo"}}``. Raises ValueError."""
    options: dict[str, dict[str, Any]] = defaultdict(dict)
    for pair in pairs:
        key, equals, value = pair.partition("=")
        service, dot, name = key.partition(".")
        if not equals or not dot or service not in SERVICES:
            raise ValueError(f"--set takes SERVICE.NAME=VALUE with a service of {', '.join(SERVICES)}; got {pair!r}")
        options[service][name] = value
    return dict(options)


def services(argv: list[str]) -> int:
    """Host the services named until SIGTERM."""
    parser = argparse.ArgumentParser(prog="pillion services", description=__doc__)
    parser.add_argument("names", nargs="+", choices=sorted(SERVICES), metavar="NAME", help=", ".join(SERVICES))
    parser.add_argument(
        "--bus", metavar="ADDRESS", help="D-Bus address; default: the running head unit's, else the session's"
    )
    parser.add_argument("--set", action="append", default=[], metavar="SERVICE.NAME=VALUE", dest="pairs")
    arguments = parser.parse_args(argv)
    try:
        options = parse_options(arguments.pairs)
    except ValueError as error:
        parser.error(str(error))
    level = os.environ.get("PILLION_LOG", "WARNING").upper()
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    return run_services(arguments.names, arguments.bus, options)
