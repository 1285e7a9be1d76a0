"""The service's end of a stream's socket: order, gaps, and readers that stop."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.defs import (
    HEADER,
    AudioFormat,
    Packet,
    PacketDecoder,
    PacketType,
    StreamError,
    VideoFormat,
    encode_packet,
)
from backends.projection.feed import VIDEO_FRAMES_MAX, VIDEO_WAITING_MAX, AudioFeed, VideoFeed
from backends.projection.scrcpy.api import SOUND
from tests.fakes.host import until
from tests.fakes.projection import StreamReader

PICTURE = VideoFormat("h264", 640, 360)


@pytest.fixture(autouse=True)
def nothing_leaks() -> Iterator[None]:
    before = len(os.listdir("/proc/self/fd"))
    yield
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"


class Lazy:
    """A reader that reads when told to."""

    def __init__(self, fd: int) -> None:
        self.socket = socket.socket(fileno=fd)
        self.socket.setblocking(False)
        self.decoder = PacketDecoder()
        self.packets: list[Packet] = []
        self.ended = False

    def read(self) -> bool:
        """All that is there; True while the other side is."""
        while not self.ended:
            try:
                data = self.socket.recv(1 << 20)
            except BlockingIOError:
                return True
            self.ended = not data
            self.packets += self.decoder.feed(data)
        return False

    @property
    def kinds(self) -> str:
        return "".join("?FCfE"[packet.type] for packet in self.packets)

    async def until(self, predicate: Callable[[], object]) -> None:
        await until(lambda: (self.read(), predicate())[1], what=f"packets, had {self.kinds}")


def feed() -> tuple[VideoFeed, list[str]]:
    asked: list[str] = []
    return VideoFeed(lambda: asked.append("key")), asked


def test_set_ups_do_not_pile_up_for_a_reader_that_stalls(run: Any) -> None:
    async def body() -> None:
        video = VideoFeed(lambda: None)
        video.set_format(PICTURE)
        fd = video.open()
        for _ in range(400):
            video.config(b"x" * 60_000, 1)
        assert video._reader is not None
        assert video._reader.waiting_bytes < VIDEO_WAITING_MAX + 200_000
        for _ in range(50_000):
            video.set_format(PICTURE)
        assert len(video._reader._waiting) < 50
        reader = StreamReader(fd)
        video.config(b"last", 1)
        await until(
            lambda: [one.payload for one in reader.of(PacketType.CONFIG)][-1:] == [b"last"], what="the last one"
        )
        assert reader.packets[-2].type == PacketType.FORMAT
        reader.close()
        video.close()

    run(body())


def test_a_reader_gets_format_config_and_then_a_key_frame(run: Any) -> None:
    async def body() -> None:
        video, asked = feed()
        video.set_format(PICTURE)
        video.config(b"sps", 1)
        video.frame(b"nobody", 0, 2, key=True)
        reader = Lazy(video.open())
        assert asked == ["key"]
        video.frame(b"delta", 1, 3, key=False)
        video.frame(b"key", 2, 4, key=True)
        video.frame(b"delta", 3, 5, key=False)
        reader.read()
        assert reader.kinds == "FCff"
        assert VideoFormat.unpack(reader.packets[0].payload) == PICTURE
        assert [(p.key, p.pts_us, p.sent_ns) for p in reader.packets[2:]] == [(True, 2, 4), (False, 3, 5)]
        video.end("over")
        reader.read()
        assert (reader.kinds[-1], reader.packets[-1].payload, reader.ended) == ("E", b"over", True)
        reader.socket.close()

    run(body())


def test_a_reader_that_stops_costs_pictures_not_memory(run: Any) -> None:
    async def body() -> None:
        video, asked = feed()
        video.set_format(PICTURE)
        reader = Lazy(video.open())
        asked.clear()
        video.frame(b"k" * 100_000, 0, 0, key=True)
        for number in range(1000):
            video.frame(b"d" * 100_000, number, 0, key=False)
            held = video._reader.waiting_bytes if video._reader else 0
            assert held <= VIDEO_WAITING_MAX + 200_000
        assert asked, "a key frame was asked for"
        assert len(asked) < 5
        video.set_format(VideoFormat("h264", 800, 480))
        video.config(b"sps", 0)
        video.frame(b"key", 9999, 0, key=True)
        await reader.until(lambda: reader.packets and reader.packets[-1].pts_us == 9999)
        frames = [packet for packet in reader.packets if packet.type == PacketType.FRAME]
        assert len(frames) <= VIDEO_FRAMES_MAX + 4
        assert [packet.pts_us for packet in frames] == sorted(packet.pts_us for packet in frames)
        assert frames[-1].gap
        assert frames[-1].key
        assert reader.kinds.endswith("FCf")
        video.close()
        reader.socket.close()

    run(body())


def test_who_makes_pictures_hears_that_there_is_room(run: Any) -> None:
    async def body() -> None:
        rooms: list[bool] = []
        video = VideoFeed(lambda: None, lambda: rooms.append(video.room))
        video.set_format(PICTURE)
        assert not video.room, "nobody reads"
        reader = Lazy(video.open())
        assert video.room
        video.frame(b"k" * 1_500_000, 0, 0, key=True)
        assert not video.room, "the reader has not read it"
        assert rooms == []
        await reader.until(lambda: rooms == [True])
        assert len(reader.packets[-1].payload) == 1_500_000
        video.enable(False)
        assert not video.room, "nothing may leave"
        video.close()
        reader.socket.close()

    run(body())


def test_a_reader_that_hangs_up_is_noticed_without_a_frame(run: Any) -> None:
    async def body() -> None:
        video, _ = feed()
        reader = Lazy(video.open())
        assert video.has_reader
        reader.socket.close()
        await until(lambda: not video.has_reader, what="the end")
        video.frame(b"x", 0, 0, key=True)

    run(body())


def test_the_last_words_reach_a_reader_that_is_behind(run: Any) -> None:
    async def body() -> None:
        video, _ = feed()
        reader = Lazy(video.open())
        for number in range(5):
            video.frame(b"k" * 300_000, number, 0, key=True)
        video.end("The phone is gone.")
        await reader.until(lambda: reader.ended)
        assert reader.packets[-1].payload == b"The phone is gone."
        assert reader.decoder.pending == 0
        reader.socket.close()

    run(body())


def test_nothing_leaves_while_it_is_hidden(run: Any) -> None:
    async def body() -> None:
        video, asked = feed()
        video.set_format(PICTURE)
        reader = Lazy(video.open())
        video.frame(b"k" * 1_500_000, 0, 0, key=True)  # begun, and too long for the socket
        video.frame(b"secret", 1, 0, key=False)
        video.enable(False)
        asked.clear()
        video.frame(b"secret", 2, 0, key=True)
        await reader.until(lambda: reader.kinds == "Ff")
        await asyncio.sleep(0)
        reader.read()
        assert reader.kinds == "Ff"
        video.enable(True)
        assert asked == ["key"]
        video.frame(b"late", 3, 0, key=False)
        video.frame(b"key", 4, 0, key=True)
        await reader.until(lambda: len(reader.packets) > 2)
        assert [(packet.payload, packet.gap) for packet in reader.packets[2:]] == [(b"key", True)]
        video.close()
        reader.socket.close()

    run(body())


def test_sound_stays_fresh(run: Any) -> None:
    async def body() -> None:
        audio = AudioFeed(SOUND)
        reader = Lazy(audio.open())
        piece = bytes(3840)  # 20 ms
        for number in range(500):
            audio.samples(piece, number * 20_000, 0)
            assert audio._reader is not None
            assert audio._reader.waiting_bytes <= 48_000 + len(piece) + HEADER.size
        await reader.until(lambda: reader.packets[-1].pts_us == 499 * 20_000)
        assert AudioFormat.unpack(reader.packets[0].payload) == SOUND
        assert len(reader.packets) < 60
        audio.close()
        reader.socket.close()

    run(body())


@given(st.lists(st.tuples(st.sampled_from(list(PacketType)), st.binary(max_size=90)), max_size=6), st.integers(1, 40))
def test_packets_survive_any_cut(items: list[tuple[PacketType, bytes]], step: int) -> None:
    wire = b"".join(encode_packet(kind, data, flags=1, pts_us=7, sent_ns=9) for kind, data in items)
    decoder = PacketDecoder()
    got = [packet for at in range(0, len(wire), step) for packet in decoder.feed(wire[at : at + step])]
    assert [(packet.type, packet.payload, packet.pts_us, packet.sent_ns) for packet in got] == [
        (kind, data, 7, 9) for kind, data in items
    ]
    assert decoder.pending == 0


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_any_bytes_are_packets_or_a_fault(pieces: list[bytes]) -> None:
    decoder = PacketDecoder(1000)
    try:
        for piece in pieces:
            decoder.feed(b"PS" + piece)
    except StreamError:
        pass
    assert decoder.pending <= sum(len(piece) + 2 for piece in pieces)


@given(st.binary(max_size=20))
def test_any_format_is_one_or_a_fault(payload: bytes) -> None:
    for kind in (VideoFormat, AudioFormat):
        try:
            again = kind.unpack(payload)
        except StreamError:
            continue
        assert kind.unpack(again.pack()) == again
