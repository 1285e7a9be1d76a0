"""The dongle's bytes: golden messages, round trips, and what no dongle sends.

The golden messages of the car are the output of node-carplay 4.1.0 (MIT, `src/modules/messages`, run over the same values);
those of the dongle are from the captures quoted in lvalen91/carlink_native (`usb_protocol.md`, `audio_protocol.md`).
"""

from __future__ import annotations

import contextlib
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.carlinkit.messages import (
    AudioPacket,
    Opened,
    Plugged,
    VideoPacket,
    box_settings,
    command,
    file,
    file_number,
    gnss,
    microphone,
    multi_touch,
    open_box,
    read_json,
    read_number,
    read_text,
)
from backends.projection.carlinkit.opening import Stage, opening
from backends.projection.carlinkit.protocol import RESYNC_MAX, Decoder, Kind, Message, encode, limit
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.tables import KEYS, Command
from backends.projection.errors import PeerFault, Unsupported
from backends.projection.mirror.inputs import KEYS as KNOWN_KEYS
from tests.projection.fuzz.carlinkit import Fuzzer

FROM_CAR = {
    "heartbeat": (encode(Kind.HEARTBEAT), "aa55aa5500000000aa00000055ffffff"),
    "open": (
        open_box(1920, 720, 30),
        "aa55aa551c00000001000000feffffff80070000d00200001e0000000500000000c000000200000002000000",
    ),
    "dpi": (
        file_number("/tmp/screen_dpi", 160),
        "aa55aa551c0000009900000066ffffff100000002f746d702f73637265656e5f6470690004000000a0000000",
    ),
    "night": (
        file_number("/tmp/night_mode", True),
        "aa55aa551c0000009900000066ffffff100000002f746d702f6e696768745f6d6f6465000400000001000000",
    ),
    "box_name": (
        file("/etc/box_name", b"Pillion"),
        "aa55aa551d0000009900000066ffffff0e0000002f6574632f626f785f6e616d65000700000050696c6c696f6e",
    ),
    "wifi_connect": (command(Command.WIFI_CONNECT), "aa55aa550400000008000000f7ffffffea030000"),
    "key_frame": (command(Command.KEY_FRAME), "aa55aa550400000008000000f7ffffff0c000000"),
    "microphone": (
        microphone(struct.pack("<4h", 0, 1, -1, 32767), 5),
        "aa55aa551400000007000000f8ffffff05000000000000000300000000000100ffffff7f",
    ),
    "box_settings": (
        box_settings({"mediaDelay": 300, "syncTime": 1737331200, "androidAutoSizeW": 1920, "androidAutoSizeH": 720}),
        (
            "aa55aa555700000019000000e6ffffff7b226d6564696144656c6179223a3330302c2273796e6354696d65223a313733373333313230302c"
            "22616e64726f69644175746f53697a6557223a313932302c22616e64726f69644175746f53697a6548223a3732307d"
        ),
    ),
    "disconnect_phone": (encode(Kind.DISCONNECT_PHONE), "aa55aa55000000000f000000f0ffffff"),
    "close": (encode(Kind.CLOSE), "aa55aa550000000015000000eaffffff"),
    # Two fingers: f32 x, f32 y, u32 1 down or 2 move, u32 slot (node-carplay's SendMultiTouch, not in its package).
    "multi_touch": (
        multi_touch([(0, 0, 0.25, 0.5), (1, 1, 0.75, 0.125)]),
        "aa55aa552000000017000000e8ffffff0000803e0000003f01000000000000000000403f0000003e0200000001000000",
    ),
    "gnss": (gnss("$A*00\r\n"), "aa55aa550700000029000000d6ffffff2441" + "2a30300d0a"),
}


@pytest.mark.parametrize("name", FROM_CAR)
def test_the_car_s_messages_are_those_of_an_independent_driver(name: str) -> None:
    made, golden = FROM_CAR[name]
    assert made.hex() == golden


def one(text: str) -> Message:
    messages = Decoder().feed(bytes.fromhex(text))
    assert len(messages) == 1
    return messages[0]


def test_the_dongle_s_messages_are_read_as_they_were_captured() -> None:
    plugged = one("aa55aa550800000002000000fdffffff" + "0300000001000000")
    assert Plugged.read(plugged.payload) == Plugged(3, wireless=True)
    assert Plugged.read(bytes.fromhex("05000000")) == Plugged(5, wireless=None)
    phase = one("aa55aa550400000003000000fcffffff" + "08000000")
    assert (phase.kind, read_number(phase.payload)) == (Kind.PHASE, 8)
    idle = one("aa55aa550000000077000000" + "88ffffff")
    assert idle == Message(Kind.FACTORY)
    opened = one("aa55aa551c00000001000000feffffff" + "60090000c00300003c0000000500000000c000000200000002000000")
    assert Opened.read(opened.payload) == Opened(2400, 960, 60)
    assert Opened.read(b"") is None
    start = one("aa55aa550d00000007000000f8ffffff" + "04000000" + "00000000" + "01000000" + "0a")
    assert AudioPacket.read(start.payload) == AudioPacket(4, 0.0, 1, command=10)
    duck = AudioPacket.read(bytes.fromhex("04000000" + "cdcc4c3e" + "01000000" + "0000003f"))
    assert (round(duck.volume, 3), duck.fade_s, duck.command, duck.samples) == (0.2, 0.5, None, b"")
    voice = AudioPacket.read(struct.pack("<IfI", 5, 0.0, 1) + bytes(960))
    assert len(voice.samples) == 960
    # Android Auto's commands are 29 bytes long on the wire instead of 13.
    padded = AudioPacket.read(struct.pack("<IfI", 5, 0.0, 2) + b"\x06" + bytes(16))
    assert padded.command == 6
    picture = one("aa55aa551900000006000000f9ffffff" + "80070000d0020000000000000500000000000000" + "0000000165")
    assert VideoPacket.read(picture.payload) == VideoPacket(1920, 720, b"\0\0\0\1\x65")
    assert read_text(b"2025.10.15.1127\0\0\0") == "2025.10.15.1127"


def test_a_start_is_in_the_order_that_boxes_know() -> None:
    stage = Stage(1920, 720, 160, night=True, left_hand_drive=False, language="de", name='A"; reboot; "')
    settings = DongleSettings(wifi_band="2.4", microphone="box", audio="phone", media_delay=500)
    decoder = Decoder()
    messages = [decoder.feed(message)[0] for message in opening(stage, settings, now_s=1_737_331_200.7)]

    def path(message: Message) -> str:
        return message.payload[4:].split(b"\0")[0].decode()

    told = [path(one) if one.kind == Kind.FILE else Kind(one.kind).name for one in messages]
    assert told == [
        "/tmp/screen_dpi", "OPEN", "/tmp/night_mode", "/tmp/hand_drive_mode", "/tmp/charge_mode", "/etc/box_name",
        "BOX_SETTINGS", "COMMAND", "COMMAND", "COMMAND", "COMMAND", "/etc/android_work_mode",
    ]  # fmt: skip
    commands = [read_number(one.payload) for one in messages if one.kind == Kind.COMMAND]
    assert commands == [1000, 24, 15, 22]
    assert Opened.read(messages[1].payload) == Opened(1920, 720, 30)
    by_path = {path(one): one.payload for one in messages if one.kind == Kind.FILE}
    assert by_path["/tmp/night_mode"][-4:] == by_path["/tmp/hand_drive_mode"][-4:] == b"\1\0\0\0"
    # Old firmware gives the name to a shell.
    assert by_path["/etc/box_name"].endswith(b"A reboot")
    values = read_json(messages[6].payload)
    assert values["mediaDelay"] == 500
    assert values["syncTime"] == 1_737_331_200
    assert (values["androidAutoSizeW"], values["androidAutoSizeH"]) == (1920, 720)


def test_every_key_is_one_the_car_knows() -> None:
    assert set(KEYS) <= KNOWN_KEYS
    assert {"home", "back", "voice", "ok", "rotary_left", "rotary_right", "call", "hangup"} <= set(KEYS)


@given(
    messages=st.lists(st.tuples(st.sampled_from(list(Kind)), st.binary(max_size=2000)), max_size=12),
    cuts=st.lists(st.integers(1, 700), min_size=1, max_size=40),
)
def test_messages_come_back_however_the_bytes_are_cut(messages: list[tuple[Kind, bytes]], cuts: list[int]) -> None:
    stream = b"".join(encode(kind, payload) for kind, payload in messages)
    decoder, got = Decoder(), []
    at = n = 0
    while at < len(stream):
        size = cuts[n % len(cuts)]
        got += decoder.feed(stream[at : at + size])
        at, n = at + size, n + 1
    assert [(message.kind, message.payload) for message in got] == messages
    assert decoder.skipped == 0


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.binary(max_size=3000)), min_size=1, max_size=8))
def test_wanted_is_exactly_what_is_missing(messages: list[tuple[Kind, bytes]]) -> None:
    stream = b"".join(encode(kind, payload) for kind, payload in messages)
    decoder, got, at = Decoder(), 0, 0
    while at < len(stream):
        wanted = decoder.wanted
        assert 0 < wanted <= len(stream) - at
        got += len(decoder.feed(stream[at : at + wanted]))
        at += wanted
    assert got == len(messages)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3), st.floats(-1, 2), st.floats(-1, 2)), max_size=10))
def test_fingers_stay_inside_the_picture(points: list[tuple[int, int, float, float]]) -> None:
    (message,) = Decoder().feed(multi_touch(points))
    fingers = list(struct.iter_unpack("<ffII", message.payload))
    assert len(fingers) == len(points)
    for (x, y, action, slot), (pointer, phase, *_) in zip(fingers, points, strict=True):
        assert 0 <= x <= 1
        assert 0 <= y <= 1
        assert (slot, action) == (pointer, {0: 1, 1: 2, 2: 0, 3: 0}[phase])


def test_what_an_earlier_session_left_in_the_pipe_is_skipped() -> None:
    rest = b"\0\0\1\x41" + bytes(range(256)) * 9 + b"\xaa\x55\xaa\x55 that was a picture"
    decoder = Decoder()
    assert decoder.feed(rest + encode(Kind.PHASE, b"\7\0\0\0")) == [Message(Kind.PHASE, b"\7\0\0\0")]
    assert decoder.skipped == len(rest)


def test_it_does_not_look_for_ever() -> None:
    decoder = Decoder()
    for _ in range(RESYNC_MAX // 65536):
        decoder.feed(bytes(65536))
    with pytest.raises(PeerFault):
        decoder.feed(bytes(65536))


@pytest.mark.parametrize(
    "header",
    [
        b"\x55\xaa\x55\xaa" + encode(Kind.PHASE)[4:],
        encode(Kind.PHASE)[:12] + bytes(4),
        encode(Kind.PHASE)[:4] + b"\xff\xff\xff\x7f" + encode(Kind.PHASE)[8:],
        encode(Kind.COMMAND)[:4] + struct.pack("<I", limit(Kind.COMMAND) + 1) + encode(Kind.COMMAND)[8:],
    ],
)
def test_a_wrong_header_ends_it_at_once(header: bytes) -> None:
    decoder = Decoder()
    decoder.feed(encode(Kind.HEARTBEAT))
    with pytest.raises(PeerFault):
        decoder.feed(header)


def test_a_dongle_that_encrypts_is_told_apart() -> None:
    encrypted = b"\xbb\x55\xbb\x55" + encode(Kind.PHASE, bytes(4))[4:]
    for decoder in (Decoder(), Decoder()):
        with pytest.raises(Unsupported):
            decoder.feed(encrypted)
    late = Decoder()
    late.feed(encode(Kind.HEARTBEAT))
    with pytest.raises(Unsupported):
        late.feed(encrypted)


@pytest.mark.parametrize("size", range(0, 20, 3))
def test_short_payloads_are_faults_never_traces(size: int) -> None:
    payload = b"\1" * size
    for read in (Plugged.read, VideoPacket.read, AudioPacket.read, read_number):
        with contextlib.suppress(PeerFault):
            read(payload)


def test_sizes_of_pictures_have_bounds() -> None:
    for width, height in ((0, 480), (800, 0), (100_000, 480)):
        with pytest.raises(PeerFault):
            VideoPacket.read(struct.pack("<5I", width, height, 0, 0, 0) + b"\0\0\1\x65")


def test_json_has_bounds() -> None:
    assert read_json(b'{"a": 1}\0') == {"a": 1}
    assert read_json(b'{"NaviRoadName":"W","NaviRoadName":"W"}') == {"NaviRoadName": "W"}
    assert read_json(b"[1]") == {}
    assert read_json(b"{") == {}
    assert read_json(b'{"a":' * 5000 + b"1" + b"}" * 5000) == {}
    assert read_json(b'{"a": "' + b"x" * 70_000 + b'"}') == {}
    assert read_json(b'{"a": ' + b"9" * 5000 + b"}") == {"a": 0}
    assert read_json(b'{"a": NaN}') == {"a": None}
    assert read_json(b"\xff\xfe{\0") == {}


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_end_a_connection(data: bytes) -> None:
    decoder = Decoder()
    try:
        for message in decoder.feed(data):
            for read in (
                Plugged.read,
                VideoPacket.read,
                AudioPacket.read,
                read_number,
                read_text,
                read_json,
                Opened.read,
            ):
                with contextlib.suppress(PeerFault):
                    read(message.payload)
    except (PeerFault, Unsupported):
        pass


def test_some_thousand_spoiled_inputs_do_no_more_than_end_a_connection(run: Any) -> None:
    fuzzer = Fuzzer(seed=7)
    run(fuzzer.run(500, guided=True))
    run(fuzzer.run(3500))
    # It reached what it is meant to reach.
    assert all(fuzzer.outcomes["messages", end] > 4 for end in ("read", "PeerFault", "LinkLost")), fuzzer.outcomes
    assert all(fuzzer.told[what] > 4 for what in ("frame", "samples", "song", "call")), fuzzer.told
    assert fuzzer.slowest_s < 1
