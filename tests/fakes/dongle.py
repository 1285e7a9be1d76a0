"""A connection to a simulated dongle that runs, over TCP or pyusb: `async with running() as one: one.heard, one.control`."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from backends.projection.carlinkit.link import CarlinkitLink
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.transport import TcpTransport, Transport
from backends.projection.carlinkit.usb import UsbTransport
from backends.projection.defs import SessionState
from backends.projection.errors import ProjectionError
from tests.fakes.dongle_usb import DongleBus, UsbDongle
from tests.fakes.host import until
from tests.fakes.link_listener import Heard
from tests.fakes.phone import PhoneControl, phone_process

__all__ = ["CARD", "SIZE", "Running", "linked", "running"]

CARD = "org.example.testcard"
SIZE = (800, 480)


class Running:
    """A link that runs, with everything around it."""

    def __init__(self, control: PhoneControl, link: CarlinkitLink, heard: Heard, run: asyncio.Task[None]) -> None:
        self.control, self.link, self.heard, self.run = control, link, heard, run

    async def ready(self) -> None:
        await until(lambda: SessionState.READY in self.heard.states or self.run.done(), what="ready")
        assert not self.run.done(), self.run.exception()

    async def failure(self, deadline_s: float = 8.0) -> ProjectionError:
        """Why it ends."""
        async with asyncio.timeout(deadline_s):
            with pytest.raises(ProjectionError) as caught:
                await self.run
        return caught.value

    async def shown(self) -> None:
        wanted = self.heard.shown + 3
        await until(lambda: self.heard.shown >= wanted, what="pictures")


@contextlib.asynccontextmanager
async def running(
    *arguments: str,
    usb: UsbDongle | bool = False,
    size: tuple[int, int] = SIZE,
    decode: bool = False,
    settings: DongleSettings | None = None,
    bus: DongleBus | None = None,
) -> AsyncIterator[Running]:
    async with (
        phone_process("--kind", "carlinkit", *arguments) as phone,
        linked(phone.address, phone.control, usb=usb, size=size, decode=decode, settings=settings, bus=bus) as one,
    ):
        yield one


@contextlib.asynccontextmanager
async def linked(
    address: str,
    control: PhoneControl,
    *,
    usb: UsbDongle | bool = False,
    size: tuple[int, int] = SIZE,
    decode: bool = False,
    settings: DongleSettings | None = None,
    bus: DongleBus | None = None,
) -> AsyncIterator[Running]:
    transport: Transport = TcpTransport(address)
    if usb:
        bus = bus or DongleBus()
        if not bus.dongles:
            bus.plug(usb if isinstance(usb, UsbDongle) else UsbDongle(address))
        transport = UsbTransport("usb", bus)
    heard = Heard(decode=decode)
    link = CarlinkitLink(transport, heard, settings or DongleSettings())
    link.resize(*size, 160)
    link.show(True)
    run = asyncio.create_task(link.run())
    try:
        yield Running(control, link, heard, run)
    finally:
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)
