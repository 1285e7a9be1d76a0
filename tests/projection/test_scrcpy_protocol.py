"""scrcpy's bytes: streams of both generations, control messages, lists of apps, sizes out of H.264."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.errors import PeerFault, ProjectionError, Unsupported
from backends.projection.scrcpy import control, dialect_for
from backends.projection.scrcpy.apps import APPS_MAX, PhoneApp, parse_apps
from backends.projection.scrcpy.connection import ServerRefusal
from backends.projection.scrcpy.h264 import picture_size
from backends.projection.scrcpy.protocol import (
    CodecStart,
    DeviceMessages,
    MediaPacket,
    MediaParser,
    PictureSize,
    StreamDisabled,
)
from backends.projection.scrcpy.server_file import find_file, version_of
from tests.fakes.video import encode_pictures

THREE, FOUR = dialect_for("3.3.4"), dialect_for("4.1")


def feed(parser: MediaParser, wire: bytes, step: int) -> list[object]:
    return [event for at in range(0, len(wire), step) for event in parser.feed(wire[at : at + step])]


# -- streams --------------------------------------------------------------------------------------------------------


@given(st.integers(1, 40))
def test_a_3x_stream_in_any_pieces(step: int) -> None:
    wire = b"h264" + struct.pack(">II", 1280, 480)
    wire += struct.pack(">QI", 1 << 63, 3) + b"sps"
    wire += struct.pack(">QI", 1 << 62 | 123_456, 4) + b"idr!"
    wire += struct.pack(">QI", 156_789, 2) + b"pp"
    assert feed(MediaParser(THREE, video=True), wire, step) == [
        CodecStart("h264"),
        PictureSize(1280, 480),
        MediaPacket(b"sps", 0, config=True, key=False),
        MediaPacket(b"idr!", 123_456, config=False, key=True),
        MediaPacket(b"pp", 156_789, config=False, key=False),
    ]


@given(st.integers(1, 40))
def test_a_4x_stream_in_any_pieces(step: int) -> None:
    wire = b"h264" + struct.pack(">III", 0x80000000, 1280, 480)
    wire += struct.pack(">QI", 1 << 62, 3) + b"sps"
    wire += struct.pack(">QI", 1 << 61 | 123_456, 4) + b"idr!"
    wire += struct.pack(">III", 0x80000001, 800, 600) + struct.pack(">QI", 156_789, 2) + b"pp"
    assert feed(MediaParser(FOUR, video=True), wire, step) == [
        CodecStart("h264"),
        PictureSize(1280, 480),
        MediaPacket(b"sps", 0, config=True, key=False),
        MediaPacket(b"idr!", 123_456, config=False, key=True),
        PictureSize(800, 600, resized=True),
        MediaPacket(b"pp", 156_789, config=False, key=False),
    ]


packets = st.lists(
    st.tuples(st.binary(min_size=1, max_size=60), st.integers(0, 2**61 - 1), st.booleans(), st.booleans()), max_size=6
)


@given(packets, st.sampled_from([THREE, FOUR]), st.integers(1, 50))
def test_packets_come_back_as_they_went(items: list[tuple[bytes, int, bool, bool]], dialect: object, step: int) -> None:
    config_bit, key_bit = (1 << 63, 1 << 62) if dialect is THREE else (1 << 62, 1 << 61)
    wire, expected = b"\0raw", [CodecStart("raw")]
    for data, pts, config, key in items:
        word = config_bit if config else pts | (key_bit if key else 0)
        wire += struct.pack(">QI", word, len(data)) + data
        expected.append(MediaPacket(data, 0 if config else pts, config, key and not config))
    parser = MediaParser(dialect, video=False)
    assert feed(parser, wire, step) == expected
    assert parser.pending == 0


@given(st.lists(st.binary(max_size=80), max_size=12), st.sampled_from([THREE, FOUR]), st.booleans(), st.booleans())
def test_any_bytes_are_events_or_a_fault(pieces: list[bytes], dialect: object, video: bool, begun: bool) -> None:
    parser = MediaParser(dialect, video=video)
    taken = 0
    try:
        if begun:
            parser.feed(b"h264" + (struct.pack(">II", 640, 480) if video and dialect is THREE else b""))
        for piece in pieces:
            taken += len(piece)
            for event in parser.feed(piece):
                if isinstance(event, PictureSize):
                    assert 0 < event.width <= 16384
                    assert 0 < event.height <= 16384
            assert parser.pending <= taken + 12
    except ProjectionError:
        pass


@pytest.mark.parametrize(
    ("wire", "fault"),
    [
        (b"\0\0\0\0", Unsupported),
        (b"\0\0\0\1", Unsupported),
        (b"HTTP", PeerFault),
        (b"h264" + struct.pack(">III", 0x80000000, 0, 480), PeerFault),
        (b"h264" + struct.pack(">QI", 5, (8 << 20) + 1), PeerFault),
        (b"h264" + struct.pack(">QI", 5, 0), PeerFault),
    ],
)
def test_what_no_phone_sends_is_a_fault(wire: bytes, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        MediaParser(FOUR, video=True).feed(wire)


def test_a_phone_without_sound_says_so_and_nothing_more_is_read() -> None:
    parser = MediaParser(FOUR, video=False)
    assert parser.feed(b"\0\0\0\0 whatever follows") == [StreamDisabled()]
    assert parser.feed(b"more") == []
    assert parser.pending <= 24


@given(st.lists(st.binary(max_size=30), max_size=10))
def test_device_messages_take_any_bytes(pieces: list[bytes]) -> None:
    messages = DeviceMessages()
    try:
        for piece in pieces:
            messages.feed(piece)
    except PeerFault:
        pass


def test_device_messages_of_all_kinds() -> None:
    text = "Grüße".encode()
    wire = b"\1" + bytes(8) + b"\2\0\7\0\3abc" + b"\0" + struct.pack(">I", len(text)) + text + b"\1" + bytes(3)
    messages = DeviceMessages()
    assert [text for at in range(len(wire)) for text in messages.feed(wire[at : at + 1])] == ["Grüße"]
    with pytest.raises(PeerFault, match="too long"):
        DeviceMessages().feed(b"\0\xff\xff\xff\xff")


# -- control messages -----------------------------------------------------------------------------------------------


def test_control_messages_as_the_server_reads_them() -> None:
    """Written out from the table in docs/protocols/scrcpy.md."""
    down = control.touch(control.TouchAction.DOWN, 5, 100, 200, 1080, 1920, 1.0)
    assert down == bytes.fromhex("02 00 0000000000000005 00000064 000000c8 0438 0780 ffff 00000000 00000000")
    up = control.touch(control.TouchAction.UP, 5, -1, -1, 1080, 1920, 1.0)
    assert up == bytes.fromhex("02 01 0000000000000005 ffffffff ffffffff 0438 0780 0000 00000000 00000000")
    assert control.key(control.KeyAction.UP, 66, 5, 0x41) == bytes.fromhex("00 01 00000042 00000005 00000041")
    assert control.text("hello") == b"\1\0\0\0\5hello"
    assert control.start_app("com.waze") == b"\x10\x08com.waze"
    assert control.resize_display(1920, 720) == bytes.fromhex("15 0780 02d0")
    assert control.reset_video() == b"\x11"
    assert control.set_clipboard("ü", paste=True, sequence=7) == bytes.fromhex("09 0000000000000007 01 00000002 c3bc")
    assert control.scroll(260, 1026, 1080, 1920, 16, -16)[-8:] == bytes.fromhex("7fff 8000 00000000")


@given(st.integers(0, 2**32 - 1), st.integers(-1, 16383), st.integers(-1, 16383), st.floats(0, 1))
def test_touches_have_one_size_and_a_sane_pressure(pointer: int, x: int, y: int, pressure: float) -> None:
    message = control.touch(control.TouchAction.MOVE, pointer, x, y, 16384, 16384, pressure)
    assert len(message) == 32
    kind, action, got, got_x, got_y, _, _, force = struct.unpack(">BBqiiHHH", message[:24])
    assert (kind, action, got, got_x, got_y) == (2, 2, pointer, x, y)
    assert force == min(0xFFFF, int(pressure * 65536))


def test_too_much_text_is_refused_before_it_is_sent() -> None:
    with pytest.raises(ValueError, match="300"):
        control.text("ä" * 151)
    with pytest.raises(ValueError, match="255"):
        control.start_app("a" * 256)
    with pytest.raises(ValueError, match="clipboard"):
        control.set_clipboard("x" * (1 << 18), paste=False)


# -- versions, logs, lists ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["2.7", "5.0", "1.24", "", "4", "4.1-rc1", "x.y"])
def test_other_versions_are_refused(version: str) -> None:
    with pytest.raises(Unsupported, match=r"3\.3\.4 or 4\.1"):
        dialect_for(version)


def test_apps_as_the_server_lists_them() -> None:
    log = (
        "[server] INFO: Device: [Google] google Pixel 7 (Android 15)\n"
        "[server] INFO: Processing Android apps... (this may take some time)\n"
        "[server] INFO: List of apps:\n"
        " * Calculator                     com.google.android.calculator\n"
        " * This is quite a long label for an app\n"
        "                                  com.example.longlabel\n"
        " - 高德地图                           com.autonavi.minimap\n"
        " - VLC - player * of things       org.videolan.vlc\n"
        "[server] INFO: and then something else  - com.not.an.app\n"
    )
    assert parse_apps(log) == [
        PhoneApp("com.google.android.calculator", "Calculator", True),
        PhoneApp("com.example.longlabel", "This is quite a long label for an app", True),
        PhoneApp("com.autonavi.minimap", "高德地图", False),
        PhoneApp("org.videolan.vlc", "VLC - player * of things", False),
    ]
    assert parse_apps("[server] ERROR: no\n") is None
    assert parse_apps("List of apps:\n") == []


@given(st.text(max_size=400))
def test_any_log_is_taken(text: str) -> None:
    for app in parse_apps("List of apps:\n" + text) or []:
        assert app.name
        assert "." in app.package


def test_a_list_without_end_has_one_here() -> None:
    log = "List of apps:\n" + "".join(f" - App   a.b{n}\n" for n in range(APPS_MAX + 50))
    assert len(parse_apps(log) or []) == APPS_MAX


def test_what_the_server_says_when_it_refuses() -> None:
    wrong = ServerRefusal.read(["[server] ERROR: The server version (3.3.4) does not match the client (4.1)"])
    assert wrong is not None
    assert wrong.version == "3.3.4"
    failed = ServerRefusal.read(["[server] INFO: hello", "[server] ERROR: Could not create display"])
    assert failed is not None
    assert "Could not create display" in failed.text
    assert ServerRefusal.read(["Aborted "]) is not None
    assert ServerRefusal.read(["[server] WARN: Unknown server option: x"]) is None


def test_a_server_file_is_known_by_name_or_by_what_is_inside(tmp_path: Path) -> None:
    named = tmp_path / "scrcpy-server-v3.3.4"
    named.write_bytes(b"anything")
    assert version_of(named, b"anything") == "3.3.4"
    packed = tmp_path / "scrcpy-server"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("classes.dex", b"dex\n035\0 ... \x034.1\0 ... ")
    assert version_of(packed, packed.read_bytes()) == "4.1"
    unknown = tmp_path / "server.jar"
    unknown.write_bytes(b"PK\3\4 broken")
    assert version_of(unknown, unknown.read_bytes()) is None


def test_a_named_server_file_that_is_no_use_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private_state: Path
) -> None:
    with pytest.raises(Unsupported, match="cannot be read"):
        find_file(str(tmp_path / "missing"))
    old = tmp_path / "scrcpy-server-v1.24.jar"
    old.write_bytes(b"old")
    monkeypatch.setenv("PILLION_SCRCPY_SERVER", str(old))
    with pytest.raises(Unsupported, match=r"1\.24"):
        find_file()
    monkeypatch.delenv("PILLION_SCRCPY_SERVER")
    private_state.mkdir(parents=True)
    (private_state / "scrcpy-server-v2.0").write_bytes(b"x")
    (private_state / "scrcpy-server-v4.1").write_bytes(b"y")
    found = find_file()
    assert found is not None
    assert found.version == "4.1"


# -- sizes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [(640, 360), (1280, 720), (720, 1280), (1920, 1080), (800, 480), (130, 98), (336, 128)]
)
def test_the_size_is_read_out_of_real_h264(size: tuple[int, int]) -> None:
    width, height = size
    ((_, unit),) = encode_pictures([np.zeros((height, width, 3), np.uint8)])
    assert picture_size(unit) == size


@given(st.binary(max_size=80))
def test_any_config_has_a_size_or_none(data: bytes) -> None:
    size = picture_size(b"\0\0\0\1\x67" + data)
    assert size is None or all(0 < side <= 16384 for side in size)
