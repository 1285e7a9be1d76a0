"""A projected session's sound on a machine without a sound device, and bad data."""

from __future__ import annotations

from typing import Any

from backends.projection.defs import AudioFormat, PacketType, encode_packet
from tests.fakes.video import FakeVideo
from ui.video.audio import AudioStream


def test_sound_is_read_even_where_nothing_can_play_it(qtbot: Any) -> None:
    peer, stream = FakeVideo(), AudioStream()
    stream.attach(peer.fd)
    peer.raw(encode_packet(PacketType.FORMAT, AudioFormat("s16l", 48000, 2, 16).pack()))
    for _ in range(10):
        peer.raw(encode_packet(PacketType.FRAME, bytes(3840)))
    qtbot.waitUntil(lambda: stream.heard_bytes == 38400, timeout=10_000)
    with qtbot.waitSignal(stream.ended) as ended:
        peer.close()
    assert ended.args == [""]


def test_garbage_ends_the_sound_in_words(qtbot: Any) -> None:
    peer, stream = FakeVideo(), AudioStream()
    stream.attach(peer.fd)
    with qtbot.waitSignal(stream.ended) as ended:
        peer.raw(b"no packet at all, and long enough to be a header")
    assert "makes no sense" in ended.args[0]
    peer.close()
