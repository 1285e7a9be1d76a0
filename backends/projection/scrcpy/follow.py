"""Keeping up with one phone that is reached over the network: by its address, or by the name it announces after a pairing."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from contextlib import suppress

from backends.core import store
from backends.projection.adb.connection import AdbConnection
from backends.projection.adb.keys import AdbKey
from backends.projection.defs import DeviceState
from backends.projection.domain import Backoff, format_address, parse_address
from backends.projection.errors import NotAllowed, ProjectionError
from backends.projection.scrcpy.pairings import CONNECT, Group, find
from backends.projection.scrcpy.phones import Phone

__all__ = ["KEY_FILE", "Keyring", "follow_address", "follow_paired"]

KEY_FILE = "adbkey"
RETRY_STEPS_S = (0.2, 0.5, 1.0, 1.5)
"""A phone that left comes back within 3 s: the last step plus the time to greet it stays under that."""
ASK_AGAIN_S = 30.0
"""After a driver denied or overlooked the question on the phone: not so often that it nags."""
STEADY_S = 5.0
"""A phone that stayed this long is well; one that comes and goes is not reached for in a circle."""
LOOK_AFTER_S = (0.0, 0.5) + (1.5,) * 80 + (5.0,)
"""A paired phone that returns is heard within 1.5 s; one that is away for longer is asked for less often."""
Place = Callable[[], Awaitable[tuple[str, int]]]


class Keyring:
    """The car's key, read or made when it is first asked for."""

    def __init__(self) -> None:
        self._key: AdbKey | None = None

    def __call__(self) -> AdbKey:
        """May take 100 ms: call it in a thread."""
        if self._key is None:
            self._key = AdbKey.load(store.state_dir() / KEY_FILE)
        return self._key


async def follow_address(phone: Phone, key: Callable[[], AdbKey]) -> None:
    """Keep reaching for the phone at the address that is its id; never returns."""
    place = parse_address(phone.id)

    async def here() -> tuple[str, int]:
        return place

    await _follow(phone, key, here, lambda _place: None)


async def follow_paired(
    phone: Phone, key: Callable[[], AdbKey], group: Group, hint: str, reached: Callable[[str], None]
) -> None:
    """Keep reaching for the phone that announces its id; ``hint`` is where it was last, ``reached`` is told where it is.

    Its port is another one each time wireless debugging is switched on. Never returns.
    """
    tried = False

    async def look() -> tuple[str, int]:
        nonlocal tried
        if hint and not tried:
            tried = True
            return parse_address(hint)
        there = await find(CONNECT, group, lambda service: same_phone(phone.id, service.name), LOOK_AFTER_S)
        return there.host, there.port

    def note(place: tuple[str, int]) -> None:
        nonlocal hint, tried
        hint, tried = format_address(*place), False
        reached(hint)

    await _follow(phone, key, look, note)


def same_phone(guid: str, name: str) -> bool:
    """Whether an announced name is this phone's: some add " (2)" when the name was taken."""
    return name == guid or name.startswith(f"{guid} (")


async def _follow(
    phone: Phone, key: Callable[[], AdbKey], place: Place, came: Callable[[tuple[str, int]], None]
) -> None:
    backoff = Backoff(RETRY_STEPS_S)

    def question() -> None:
        phone.set_state(DeviceState.UNAUTHORIZED, "Allow this car on the phone's screen.", needs="permission")

    phone.set_state(DeviceState.CONNECTING)
    while True:
        host, port = await place()
        try:
            link = await AdbConnection.connect(
                host, port, key, on_reached=lambda: phone.set_state(DeviceState.CONNECTING), on_question=question
            )
        except NotAllowed as error:
            phone.set_state(DeviceState.UNAUTHORIZED, error.text, needs=error.needs)
            await phone.wait_nudged(ASK_AGAIN_S)
            continue
        except ProjectionError as error:
            phone.set_state(DeviceState.LOST if phone.name else DeviceState.OFFLINE, error.text)
            await asyncio.sleep(backoff.next())
            continue
        began_s = asyncio.get_running_loop().time()
        came((host, port))
        phone.host = _ip(host)
        phone.attach(link)
        try:
            why = await link.wait_closed()
        finally:
            await link.close()
            phone.link = None
        phone.detach(why)
        if asyncio.get_running_loop().time() - began_s > STEADY_S:
            backoff.reset()
        await asyncio.sleep(backoff.next())


def _ip(host: str) -> str:
    with suppress(ValueError):
        return str(ipaddress.ip_address(host))
    return ""
