"""A dongle that Linux enumerates, through libusb itself: transfers, a cable pulled in the middle, a device that is given back.

Needs root and the module vhci-hcd (`modprobe vhci-hcd`).
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from backends.projection.carlinkit import link as link_module
from backends.projection.carlinkit import sentences
from backends.projection.carlinkit.hotplug import Hotplug
from backends.projection.carlinkit.link import CarlinkitLink
from backends.projection.carlinkit.protocol import HEADER_SIZE, Kind, encode
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.usb import UsbTransport, find_dongles, usb_id
from tests.fakes.host import until
from tests.fakes.link_listener import Heard
from tests.fakes.phone import phone_process
from tests.fakes.usbip_dongle import UsbipDongle, there

pytestmark = [pytest.mark.target, pytest.mark.skipif(not there(), reason="not root, or no module vhci-hcd")]
UDEV = Path("/run/udev/control")
SLOW_S = 60.0
"""The virtual target is emulated: everything takes some ten times longer there."""


async def enumerated() -> str:
    """Where the kernel has put it."""
    found: list[str] = []

    async def look() -> None:
        while not found:
            found.extend(usb_id(device) for device in await asyncio.to_thread(find_dongles))
            await asyncio.sleep(0.1)

    async with asyncio.timeout(SLOW_S):
        await look()
    return found[0]


def test_the_kernel_s_own_usb_and_libusb(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_module, "ANSWER_S", SLOW_S)

    async def body() -> None:
        async with phone_process("--kind", "carlinkit", "--play") as phone:
            host, _, port = phone.address.removeprefix("tcp://").rpartition(":")
            dongle = UsbipDongle((host, int(port)))
            with Hotplug() as hotplug:
                waiting = asyncio.create_task(hotplug.changed())
                dongle.plug()
                async with asyncio.timeout(SLOW_S / 2):
                    await waiting  # the kernel told it, long before the rare look
            where = await enumerated()
            for address in ("usb", f"usb:{where}"):
                heard = Heard()
                link = CarlinkitLink(UsbTransport(address), heard, DongleSettings())
                link.resize(320, 240, 160)
                link.show(True)
                session = asyncio.create_task(link.run())
                await until(lambda heard=heard, session=session: heard.frames > 3 or session.done(), SLOW_S, "pictures")
                assert not session.done(), session.exception()
                await until(lambda heard=heard: heard.sounds.get("media"), SLOW_S, "music")
                # A write of whole packets: it has to arrive without an empty one behind it.
                sent = len(dongle.lengths)
                link._send(encode(Kind.DEBUG, bytes(1024 - HEADER_SIZE)))
                await until(lambda sent=sent: 1024 in dongle.lengths[sent:], SLOW_S, "whole packets")
                link.touch([(0, 0, 0.25, 0.5, 1.0)])
                await phone.control.until(lambda state: state["touches"], SLOW_S)
                await phone.control("forget")
                if address == "usb":
                    session.cancel()
                    await asyncio.gather(session, return_exceptions=True)
            dongle.unplug()
            async with asyncio.timeout(SLOW_S):
                (failure,) = await asyncio.gather(session, return_exceptions=True)
            assert str(failure) == sentences.GONE
            if UDEV.exists():  # who tells libusb of what is gone
                async with asyncio.timeout(SLOW_S):
                    while await asyncio.to_thread(find_dongles):
                        await asyncio.sleep(0.1)

    run(body(), 4 * SLOW_S)
