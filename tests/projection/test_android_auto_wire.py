"""Frames and messages: golden bytes (worked out by hand from docs/protocols/android-auto.md), round trips, bounds."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection import protobuf
from backends.projection.android_auto import description, messages, news_messages, rfcomm, sensor_messages, wire
from backends.projection.android_auto.tables import Table
from backends.projection.android_auto.wire import CHUNK, Frame, FrameReader, Packet, Reassembly, frames
from backends.projection.errors import PeerFault

m, n, d, s = messages, news_messages, description, sensor_messages

GOLDEN: list[tuple[Table, str]] = [
    (m.AuthComplete(status=0), "0800"),
    (m.AuthComplete(status=-3), "08fdffffffffffffffff01"),
    (m.DiscoveryRequest(label="A", device="Bo", info=m.PhoneInfo(instance="i")), "2201412a02426f32030a0169"),
    (m.ChannelOpen(priority=-1, service=3), "08011003"),
    (m.Ping(timestamp=300), "08ac02"),
    (m.NavigationFocus(kind=2), "0802"),
    (m.Bye(reason=1), "0801"),
    (m.Voice(status=1), "0801"),
    (m.AudioFocusRequest(kind=3), "0803"),
    (m.AudioFocusNotice(state=1, unsolicited=False), "08011000"),
    (m.Battery(level=80, critical=True), "08501801"),
    (m.Setup(codec=3), "0803"),
    (m.Start(session=1, index=0), "08011000"),
    (m.ConfigReply(status=2, max_unacked=8, indexes=(0, 1)), "080210081a020001"),
    (m.Ack(session=1, count=1), "08011001"),
    (m.MicrophoneRequest(open=True, max_unacked=4), "08012004"),
    (m.MicrophoneResponse(status=0, session=1), "08001001"),
    (m.VideoFocusRequest(display=0, mode=2, reason=2), "080010021802"),
    (m.VideoFocus(mode=1, unsolicited=True), "08011001"),
    (
        m.InputReport(
            timestamp_us=1, touch=m.Touch(points=(m.TouchPoint(x=200, y=100, pointer=0),), index=0, action=0)
        ),
        "08011a0d0a0708c8011064180010001800",
    ),
    (
        m.InputReport(timestamp_us=1, keys=m.Keys(keys=(m.KeyPress(code=4, down=True, meta=0, long=False),))),
        "0801220a0a080804100118002000",
    ),
    (
        m.InputReport(timestamp_us=1, relative=m.RelativeEvent(items=(m.Relative(code=65536, delta=-1),))),
        "080132110a0f0880800410ffffffffffffffffff01",
    ),
    (m.BindingRequest(codes=(3, 84, 65536)), "0a050354808004"),
    (m.Feedback(event=1), "0801"),
    (n.NavigationStatus(status=1), "0801"),
    (n.NavigationTurn(road="M", side=1, event=4, image=b"\x89", exit=2, angle=90), "0a014d100118042201892802305a"),
    (n.NavigationDistance(metres=300, seconds=20), "08ac021014"),
    (
        n.NavigationState(
            steps=(
                n.Step(
                    maneuver=n.Maneuver(kind=8),
                    road=n.Road(name="M"),
                    lanes=(n.Lane(directions=(n.LaneDirection(shape=1, highlighted=True),)),),
                    cue=n.Cue(texts=("c",)),
                ),
            ),
            destinations=(n.Destination(address="x"),),
        ),
        "0a160a02080812030a014d1a060a040801100122030a016312030a0178",
    ),
    (
        n.NavigationPosition(
            step=n.StepDistance(distance=n.Distance(metres=5, text="5", unit=1), seconds=2),
            destinations=(n.DestinationDistance(distance=n.Distance(metres=9), eta="1:02", seconds=7),),
            road=n.Road(name="M"),
        ),
        "0a0b0a07080512013518011002120c0a0208091204313a303218071a030a014d",
    ),
    (n.MediaStatus(state=2, app="P", seconds=3), "08021201501803"),
    (n.Metadata(title="t", artist="a", album="b", art=b"\xff", seconds=9), "0a01741201611a01622201ff3009"),
    (
        n.PhoneStatus(calls=(n.Call(state=4, seconds=0, number="1", name="n"),), signal=3),
        "0a0a080410001a013122016e1003",
    ),
    (n.PhoneInput(action=n.InputAction(action=7), number="1"), "0a020807120131"),
    (n.PairingRequest(address="A", method=2), "0a01411002"),
    (n.PairingResponse(status=0, paired=True), "08001001"),
    (n.PairingAuth(code="1", method=4), "0a01311004"),
    (n.Notification(id="1", text="t", icon=b"\0"), "0a01311201741a0100"),
    (n.NotificationAck(id="1", handled=True), "0a01311001"),
    (s.Request(kind=13, period_ms=0), "080d1000"),
    (s.Batch(driving=(s.Driving(restrictions=27),)), "6a02081b"),
    (s.Batch(speed=(s.Speed(speed_e3_mps=13889),)), "1a0308c16c"),
    (s.Batch(location=(s.Location(latitude_e7=10, longitude_e7=-1),)), "0a0d100a18ffffffffffffffffff01"),
    (s.Batch(rpm=(s.Rpm(rpm_e3=1),), odometer=(s.Odometer(total_e1_km=2),)), "220208012a020802"),
    (s.Batch(fuel=(s.Fuel(level_percent=50, range_m=300, low=False),)), "3207083210ac021800"),
    (s.Batch(parking_brake=(s.ParkingBrake(engaged=True),), gear=(s.Gear(gear=101),)), "3a02080142020865"),
    (s.Batch(night=(s.Night(night=True),), environment=(s.Environment(temperature_e3_c=1),)), "520208015a020801"),
    (s.Batch(doors=(s.Doors(hood=False, trunk=True, doors=(0, 1)),)), "820108080010011800" + "1801"),
    (s.Batch(lights=(s.Lights(head=2, turn=1, hazard=False),)), "8a0106080210011800"),
    (s.Batch(tyres=(s.Tyres(pressures_e2_kpa=(1, 2)),)), "92010408010802"),
    (d.Service(id=1, sensor=d.SensorSource(sensors=(d.SensorKind(kind=13),), fuels=(1,))), "080112060a02080d1801"),
    (
        d.Service(
            id=3,
            sink=d.MediaSink(
                codec=3,
                video=(d.VideoConfig(resolution=3, rate=2, margin_width=0, margin_height=360, dpi=160, codec=3),),
                in_call=True,
                display=0,
                display_kind=0,
            ),
        ),
        "08031a180803220e0803100218" + "0020e80228a0015003" + "280130003800",
    ),
    (
        d.Service(id=4, sink=d.MediaSink(codec=1, stream=3, audio=(d.AudioConfig(rate=48000, bits=16, channels=2),))),
        "08041a0e080110031a080880f70210101802",
    ),
    (
        d.Service(
            id=8,
            input=d.InputSource(keycodes=(3, 4), touchscreen=d.Touchscreen(width=800, height=480, kind=1), display=0),
        ),
        "080822100a020304120808a00610e00318012800",
    ),
    (
        d.Service(
            id=9, source=d.MediaSource(codec=1, audio=d.AudioConfig(rate=16000, bits=16, channels=1), in_call=True)
        ),
        "08092a0d0801120708807d1010180118" + "01",
    ),
    (d.Service(id=10, bluetooth=d.Bluetooth(address="A", methods=(2, 4))), "080a32070a014112020204"),
    (
        d.Service(
            id=12,
            navigation=d.NavigationService(
                interval_ms=1000, kind=1, image=d.ImageOptions(height=256, width=256, depth=32)
            ),
        ),
        "080c420f08e80710011a0808800210800218" + "20",
    ),
    (d.Service(id=13, media_status=d.Nothing()), "080d4a00"),
    (d.Service(id=14, phone_status=d.Nothing()), "080e5200"),
    (d.Service(id=15, notification=d.Nothing()), "080f6a00"),
    (d.Service(id=18, wifi=d.WifiProjection(bssid="A")), "08127203" + "0a0141"),
    (rfcomm.StartRequest(ip="1", port=5288), "0a013110a829"),
    (rfcomm.InfoResponse(ssid="s", password="p", bssid="b", security=8, kind=1), "0a017312017" + "01a016220082801"),
    (rfcomm.StartResponse(ip="1", port=1, status=0), "0a013110011800"),
    (rfcomm.ConnectStatus(status=-3), "08fdffffffffffffffff01"),
    (rfcomm.VersionRequest(major=6, minor=0, frequencies=(5180,)), "080610002202bc28"),
]


@pytest.mark.parametrize(
    ("message", "golden"), GOLDEN, ids=[f"{type(one).__name__}-{place}" for place, (one, _) in enumerate(GOLDEN)]
)
def test_golden_bytes(message: Table, golden: str) -> None:
    assert message.encode().hex() == golden
    assert type(message).decode(bytes.fromhex(golden)) == message


def test_every_table_has_golden_bytes() -> None:
    tables = {
        one
        for module in (messages, news_messages, description, sensor_messages, rfcomm)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Table) and one is not Table
    }
    shown = {table for message, _ in GOLDEN for table in inside(message)}
    assert {one.__name__ for one in tables - shown} == {
        "StatusOnly",
        "Discovery",
        "HeadUnit",
        "ConnectionConfig",
        "PingConfig",
    }


def inside(message: Table) -> set[type[Table]]:
    found = {type(message)}
    for field in dataclasses.fields(message):
        value = getattr(message, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Table):
                found |= inside(one)
    return found


def test_versions_and_pieces_of_streams() -> None:
    assert messages.pack_version(1, 7).hex() == "00010007"
    assert messages.unpack_version(bytes.fromhex("000100060000")) == (1, 6, True)
    assert messages.unpack_version(bytes.fromhex("00010001ffff0a00")) == (1, 1, False)
    assert messages.pack_media(258, b"\x05").hex() == "000000000000010205"
    assert messages.unpack_media(bytes.fromhex("000000000000010205")) == (258, b"\x05")
    for bad in (b"", b"\0\1\0\7\0"):
        with pytest.raises(protobuf.ProtobufError):
            messages.unpack_version(bad)
    with pytest.raises(protobuf.ProtobufError):
        messages.unpack_media(b"\0" * 7)


def test_golden_frames() -> None:
    plain = frames(Packet(0, 1, bytes.fromhex("00010007")), None)
    assert plain.hex() == "00030006" + "000100010007"
    opened = frames(Packet(3, 8, b"\x08\0", control=True), lambda data: b"<" + data + b">")
    assert opened.hex() == "030f0006" + "3c000808003e"
    long = frames(Packet(4, 0, b"\xaa" * (CHUNK + 10)), None)
    assert long[:10].hex() == "04014000" + "0000400c" + "0000"
    second = long[8 + CHUNK :]
    assert second[:4].hex() == "0402000c"
    assert len(second) == 4 + 12


def read_all(data: bytes, cut: int) -> list[Packet]:
    reader, whole = FrameReader(), Reassembly(lambda payload: payload)
    found: list[Packet] = []
    for at in range(0, len(data), cut):
        added = [whole.add(frame) for frame in reader.feed(data[at : at + cut])]
        found += [packet for packet in added if packet is not None]
    assert not reader.pending
    assert not whole.pending
    return found


packets = st.builds(
    Packet,
    st.integers(0, 255),
    st.integers(0, 0xFFFF),
    st.binary(max_size=300) | st.integers(CHUNK - 4, CHUNK * 3).map(lambda size: random.Random(size).randbytes(size)),
    st.booleans(),
)


@given(st.lists(packets, max_size=5), st.integers(1, 70_000))
def test_messages_come_back_however_they_are_cut(sent: list[Packet], cut: int) -> None:
    assert read_all(b"".join(frames(packet, None) for packet in sent), cut) == sent


def test_channels_may_be_interleaved() -> None:
    reader, whole = FrameReader(), Reassembly(lambda payload: payload)
    first = reader.feed(frames(Packet(3, 0, b"v" * (2 * CHUNK)), None))
    second = reader.feed(frames(Packet(4, 0, b"a" * (2 * CHUNK)), None))
    mixed = [one for pair in zip(first, second, strict=True) for one in pair]
    done = [packet for frame in mixed if (packet := whole.add(frame)) is not None]
    assert [(packet.channel, packet.body[:1], len(packet.body)) for packet in done] == [
        (3, b"v", 2 * CHUNK),
        (4, b"a", 2 * CHUNK),
    ]
    assert not whole.pending


def test_what_no_phone_sends_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(detail: str, *found: Frame) -> None:
        with pytest.raises(PeerFault) as caught:
            add(*found)
        assert caught.value.__notes__ == [detail]

    def add(*found: Frame) -> None:
        whole = Reassembly(lambda payload: payload)
        for frame in found:
            whole.add(frame)

    with pytest.raises(PeerFault) as caught:
        FrameReader().feed(bytes.fromhex("00100000"))
    assert caught.value.__notes__ == ["a frame with flags 0x10"]
    refused("the rest of a message that never began", Frame(3, 0, b"x"))
    refused("a message that began before the one before had ended", Frame(3, 1, b"x"), Frame(3, 1, b"x"))
    refused("a message without a kind", Frame(3, 3, b"x"))
    monkeypatch.setattr(wire, "MESSAGE_MAX", 100_000)
    refused("a message that is too long", Frame(3, 1, b"x" * 60_000), Frame(3, 0, b"x" * 60_000))
    monkeypatch.setattr(wire, "UNFINISHED_MAX", 150_000)
    refused("a message that is too long", *(Frame(channel, 1, b"x" * 60_000) for channel in range(3)))


def numbers_of(table: type[Table]) -> st.SearchStrategy[Any]:
    """Values for a table, from its own columns."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "int": st.integers(0, 2**31 - 1),
        "bool": st.booleans(),
        "str": st.text(max_size=20),
        "bytes": st.binary(max_size=20),
    }
    columns: dict[str, st.SearchStrategy[Any]] = {}
    for field in dataclasses.fields(table):
        spec = field.metadata["spec"]
        word = str(field.type).split(" ")[0]
        if spec.table is not None:
            one = numbers_of(spec.table())
            columns[field.name] = st.lists(one, max_size=3).map(tuple) if spec.field.repeated else st.none() | one
        elif spec.field.repeated:
            one = kinds["str"] if "str" in str(field.type) else kinds["int"]
            columns[field.name] = st.lists(one, max_size=3).map(tuple)
        else:
            columns[field.name] = kinds[word]
    return st.builds(table, **columns)


@given(
    st.one_of(numbers_of(n.NavigationState), numbers_of(m.InputReport), numbers_of(d.Discovery), numbers_of(s.Batch))
)
def test_messages_survive_the_wire(message: Table) -> None:
    assert type(message).decode(message.encode()) == message
