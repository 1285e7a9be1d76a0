"""VNC against Debian's Xvnc: pictures of a real X client in each encoding, touch and keys that it sees, sizes, ways to log in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.projection.defs import Reason, SessionState
from backends.projection.errors import NotAllowed
from backends.projection.vnc import protocol
from backends.projection.vnc.handshake import Credentials
from backends.projection.vnc.link import Target, VncLink
from backends.projection.vnc.protocol import Encoding, FenceFlag
from tests.fakes.certificates import write_pair
from tests.fakes.host import until
from tests.fakes.vnc import Viewer, obscured, sight, xvnc
from tests.fakes.x11 import Event, XClient

WIDTH, HEIGHT = 640, 360
LOSSY = 40


def photograph(seed: int = 1) -> np.ndarray:
    """Smooth colours with noise: what a palette cannot hold."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    noise = np.random.default_rng(seed).integers(0, 12, (HEIGHT, WIDTH))
    red, green, blue = x * 240 // WIDTH + noise, y * 240 // HEIGHT + noise, (x + y) * 240 // (WIDTH + HEIGHT) + noise
    return (red << 16 | green << 8 | blue).astype(np.uint32)


def drawing() -> np.ndarray:
    """Stripes, boxes and dots: few colours, long runs, odd edges."""
    picture = np.full((HEIGHT, WIDTH), 0x203040, np.uint32)
    picture[::7] = 0xFFFFFF
    picture[100:201, 33:401] = 0xFF8000
    picture[120:131, 40:43] = 0x00FF00
    picture[300:, 500:] = np.where(np.indices((60, 140)).sum(0) % 2, 0, 0xFFFFFF)
    picture[10:50, 600:] = (np.arange(40) * 3)[:, None]
    return picture


@asynccontextmanager
async def desktop(*options: str) -> AsyncIterator[tuple[int, XClient]]:
    """A server's port, and a client that covers its screen."""
    async with xvnc(f"{WIDTH}x{HEIGHT}", *options) as (display, port):
        client = XClient(display)
        try:
            client.cover()
            yield port, client
        finally:
            client.close()


def target(port: int, **more: Any) -> Target:
    return Target("127.0.0.1", port, **more)


@pytest.mark.parametrize(("name", "quality"), [("raw", 9), ("hextile", 9), ("zrle", 9), ("tight", None), ("tight", 9)])
def test_a_screen_arrives_in_each_encoding(run: Any, name: str, quality: int | None) -> None:
    within = LOSSY if (name, quality) == ("tight", 9) else 0  # JPEG is for tight alone

    async def body() -> None:
        async with desktop() as (port, client):
            client.show(drawing())
            encodings = ("copyrect", name, "raw") if name != "raw" else ("raw",)
            async with sight(lambda told: VncLink(target(port, encodings=encodings, quality=quality), told)) as (
                viewer,
                link,
            ):
                await viewer.shows(drawing(), within=within)
                assert viewer.keys[0]
                client.show(photograph())
                await viewer.shows(photograph(), within=within)
                client.show(np.full((40, 50), 0xABCDEF, np.uint32), 7, 9)
                wanted = photograph()
                wanted[9:49, 7:57] = 0xABCDEF
                await viewer.shows(wanted, within=within)
                assert not viewer.keys[-1]
                assert len(viewer.frames[-1]) < wanted.nbytes / 4, "only what has changed is sent on"
                count = link._messages.rectangles[Encoding[name.upper()]]
                assert count > 0
                assert ("rectangles", name, str(count)) in link.report()

    run(body())


def test_a_screen_that_scrolls_is_copied(run: Any) -> None:
    async def body() -> None:
        async with desktop() as (port, client):
            client.show(photograph())
            async with sight(lambda told: VncLink(target(port, encodings=("copyrect", "zrle")), told)) as (
                viewer,
                link,
            ):
                await viewer.shows(photograph())
                client.scroll(20)
                wanted = photograph()
                wanted[:-20] = wanted[20:].copy()
                await viewer.shows(wanted)
                assert link._messages.rectangles[Encoding.COPY_RECT] > 0

    run(body())


def test_the_desktop_takes_the_stages_size(run: Any) -> None:
    async def body() -> None:
        async with (
            desktop() as (port, _),
            sight(lambda told: VncLink(target(port), told), (1024, 600)) as (viewer, link),
        ):
            await until(lambda: viewer.formats[-1].width == 1024, what="the size")
            assert (viewer.formats[-1].codec, viewer.formats[-1].height) == ("rect", 600)
            link.resize(480, 800, 160)
            await until(lambda: viewer.formats[-1].height == 800, what="portrait")
            await viewer.shows(viewer.pixels)
            assert ("vnc", "resize", "done") in link.report()

    run(body())


def test_fingers_are_the_pointer(run: Any) -> None:
    async def body() -> None:
        async with desktop() as (port, client), sight(lambda told: VncLink(target(port), told)) as (_, link):
            link.touch([(7, 0, 0.5, 0.5, 1.0)])
            link.touch([(7, 1, 0.75, 0.5, 1.0)])
            link.touch([(7, 2, 0.75, 0.5, 0.0)])
            await until(lambda: Event("button up", 1, 480, 180) in client.read(), what="the release")
            assert Event("button down", 1, 320, 180) in client.events
            assert Event("move", 0, 480, 180) in client.events
            link.touch([(1, 0, 0.25, 0.5, 1.0), (2, 0, 0.3, 0.5, 1.0)])
            link.touch([(1, 1, 0.25, 0.4, 1.0), (2, 1, 0.3, 0.4, 1.0)])
            link.touch([(1, 2, 0.25, 0.4, 0.0), (2, 2, 0.3, 0.4, 0.0)])
            await until(lambda: any(event.detail == 5 for event in client.read()), what="the wheel")
            assert not any(event.detail == 4 for event in client.events), "the fingers went up: down the page"
            link.touch([(1, 0, 0.5, 0.5, 1.0)])
            link.touch([(2, 0, 0.6, 0.5, 1.0)])
            link.touch([(2, 2, 0.6, 0.5, 0.0), (1, 2, 0.5, 0.5, 0.0)])
            await until(lambda: Event("button up", 3, 320, 180) in client.read(), what="the right button")

    run(body())


def test_keys_and_text_are_typed(run: Any) -> None:
    async def body() -> None:
        async with desktop() as (port, client), sight(lambda told: VncLink(target(port), told)) as (_, link):
            text = "Grüße, Ω 你好!\n"
            link.text(text)
            wanted = [ord(letter) if ord(letter) < 256 else 0x01000000 + ord(letter) for letter in text[:-1]] + [0xFF0D]
            wanted[text.index("Ω")] = 0x7D9  # X has an older name for it, which is the same
            await until(lambda: len(client.typed()) >= len(wanted), what="the text")
            assert [_same(keysym) for keysym in client.typed()] == [_same(keysym) for keysym in wanted]
            link.key("home", True, False)
            link.key("home", False, True)
            link.key("rotary_left", True, True)
            link.key("play_pause", True, True)
            link.key("no such key", True, True)
            await until(lambda: 0x1008FF14 in client.typed(), what="the keys")
            assert client.typed()[len(wanted) :] in ([0xFF50, 0xFE20, 0x1008FF14], [0xFF50, 0xFF09, 0x1008FF14])

    run(body())


def _same(keysym: int) -> int:
    return 0x01000000 + 0x3A9 if keysym == 0x7D9 else keysym


def test_a_display_that_is_busy_gets_the_newest_alone(run: Any) -> None:
    async def body() -> None:
        async with (
            desktop() as (port, client),
            sight(lambda told: VncLink(target(port, encodings=("zrle",)), told)) as (viewer, link),
        ):
            await viewer.shows(np.zeros((HEIGHT, WIDTH), np.uint32))
            viewer.reads, before = False, len(viewer.frames)
            for colour in range(0x10, 0x100, 0x10):
                client.show(np.full((HEIGHT, WIDTH // 2), colour, np.uint32))
            assert len(viewer.frames) == before
            viewer.reads = True
            link.room()
            wanted = np.zeros((HEIGHT, WIDTH), np.uint32)
            wanted[:, : WIDTH // 2] = 0xF0
            await viewer.shows(wanted)
            assert sum(map(len, viewer.frames[before:])) <= 3 * wanted.nbytes, "not one for each colour"

    run(body())


class Fenced(VncLink):
    """Notes the fences that the server has answered."""

    answered = 0

    def fence(self, flags: int, payload: bytes) -> None:
        self.answered += payload == b"test"
        super().fence(flags, payload)

    async def round_trips(self, count: int) -> None:
        """The server has done, so many times, all that was asked of it."""
        for _ in range(count):
            before = self.answered
            self._send(protocol.client_fence(FenceFlag.REQUEST | FenceFlag.BLOCK_BEFORE, b"test"))
            await until(lambda before=before: self.answered > before, what="the fence")


def test_nothing_is_asked_for_while_nobody_looks(run: Any) -> None:
    async def body() -> None:
        async with desktop() as (port, client), sight(lambda told: Fenced(target(port), told)) as (viewer, link):
            await viewer.shows(np.zeros((HEIGHT, WIDTH), np.uint32))
            link.show(False)
            await link.round_trips(1)
            before, updates = link._wire.received, link.facts.updates
            client.show(photograph())
            await link.round_trips(40)
            assert link.facts.updates == updates
            assert link._wire.received - before < 1000
            link.show(True)
            await viewer.shows(photograph(), within=LOSSY)

    run(body())


WAYS = {
    "VncAuth": ("vnc", "", ""),
    "TLSNone": ("tls_none", "TLSv1.2", ""),
    "TLSVnc": ("tls_vnc", "TLSv1.2", ""),
    "X509None": ("x509_none", "TLSv1.3", "pinned"),
    "X509Vnc": ("x509_vnc", "TLSv1.3", "pinned"),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_log_in(run: Any, tmp_path: Path, way: str) -> None:
    async def body() -> None:
        (tmp_path / "password").write_bytes(obscured("sesame12"))
        certificate, key = write_pair(tmp_path, "phone")
        options = ("-SecurityTypes", way, "-PasswordFile", str(tmp_path / "password"))
        async with desktop(*options, "-X509Cert", str(certificate), "-X509Key", str(key)) as (port, client):
            client.show(drawing())
            seen: list[str] = []
            right = Credentials("sesame12")
            security, tls, pinned = WAYS[way]
            async with sight(lambda told: VncLink(target(port, credentials=right), told, seen.append)) as (
                viewer,
                link,
            ):
                await viewer.shows(drawing(), within=LOSSY)
                assert viewer.states == [
                    SessionState.CONNECTING, SessionState.AUTHENTICATING, SessionState.NEGOTIATING, SessionState.READY,
                ]  # fmt: skip
                assert link.facts.security == security
                assert link.facts.tls.startswith(tls)
                assert bool(seen) == bool(pinned)
            if "None" not in way:
                with pytest.raises(NotAllowed) as caught:
                    async with sight(lambda told: VncLink(target(port), told)):
                        pass
                assert (caught.value.needs, caught.value.reason) == ("password", Reason.NOT_ALLOWED)
                with pytest.raises(NotAllowed, match="password") as caught:
                    async with sight(lambda told: VncLink(target(port, credentials=Credentials("wrong")), told)):
                        pass
                assert caught.value.needs == "password"
            if pinned:
                other = target(port, credentials=Credentials("sesame12", certified=True), certificate="0" * 64)
                with pytest.raises(NotAllowed, match="another certificate") as caught:
                    async with sight(lambda told: VncLink(other, told)):
                        pass
                assert caught.value.needs == "certificate"
            else:
                less = target(port, credentials=Credentials("sesame12", certified=True), certificate="0" * 64)
                with pytest.raises(NotAllowed, match="had a certificate"):
                    async with sight(lambda told: VncLink(less, told)):
                        pass

    run(body())


def test_a_server_that_dies_is_lost(run: Any) -> None:
    async def body() -> None:
        viewer = Viewer()
        async with xvnc() as (_, port):
            link = asyncio.create_task(VncLink(target(port), viewer).run())
            await until(lambda: SessionState.READY in viewer.states, what="the desktop")
        await asyncio.wait({link})
        assert link.exception().reason is Reason.PHONE_LOST
        again = asyncio.create_task(VncLink(target(port), viewer).run())
        await asyncio.wait({again})
        assert again.exception().reason is Reason.NO_ROUTE

    run(body())
