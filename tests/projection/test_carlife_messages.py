"""CarLife's bytes: golden ones of each kind of message, round trips, framing, encryption, and anything at all as input."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.carlife.ids import FORWARD_PORTS, WIFI_PORTS, Channel, Type
from backends.projection.carlife.messages import (
    ACCELERATION_V1,
    GYROSCOPE_V1,
    NEXT_TURN_TIME,
    TABLES,
    decode,
    encode,
)
from backends.projection.carlife.protocol import (
    Decoder,
    Frame,
    RelayDecoder,
    encode_fingers,
    encode_frame,
    encode_relay,
)
from backends.projection.carlife.secrecy import KeyPair, Secret
from backends.projection.errors import PeerFault
from backends.projection.protobuf import ProtobufError
from backends.projection.simphone.carlife.cipher import PhoneCipher
from tests.fakes.carlife_bytes import input_of

# Written by hand from the field numbers of Baidu's public head-unit sources (docs/protocols/carlife.md names them).
GOLDEN: list[tuple[Type, dict[str, Any], str]] = [
    (Type.HU_VERSION, {"major": 1, "minor": 0}, "0004000000018001 08011000"),
    (Type.VERSION_MATCH, {"status": 1}, "0002000000010002 0801"),
    (Type.VERSION_MATCH, {"status": 2, "version": 2}, "0004000000010002 08021002"),
    (Type.HU_INFO, {"os": "Linux", "bt_address": "02"}, "000c000000018003 0a054c696e7578 ba01023032"),
    (Type.MD_INFO, {"brand": "x", "sdk_int": 35}, "0006000000010004 220178 a80123"),
    (Type.HU_BT_INFO, {"address": "a", "name": "b", "status": 1}, "0008000000018005 0a0161 320162 3801"),
    (Type.VIDEO_INIT, {"width": 1920, "height": 720, "frame_rate": 30}, "0008000000018007 08800f 10d005 181e"),
    (Type.VIDEO_INIT_DONE, {"width": 800, "height": 480, "frame_rate": 30}, "0008000000010008 08a006 10e003 181e"),
    (Type.VIDEO_START, {}, "0000000000018009"),
    (Type.VIDEO_PAUSE, {}, "000000000001800a"),
    (Type.VIDEO_RESET, {}, "000000000001800b"),
    (Type.FRAME_RATE, {"frame_rate": 15}, "000200000001800c 080f"),
    (Type.FRAME_RATE_DONE, {"frame_rate": 15}, "000200000001000d 080f"),
    (Type.PAUSE_MEDIA, {}, "000000000001800e"),
    (Type.CAR_SPEED, {"speed_kph": 130}, "000300000001800f 088201"),
    (Type.CAR_GYROSCOPE, {"kind": 0, "x": 0.0, "y": 0.0, "z": 1.0},
     "001d000000018011 0800 110000000000000000 190000000000000000 21000000000000f03f"),
    (Type.CAR_ACCELERATION, {"x": 1.0, "y": 0.0, "z": 0.0},
     "001b000000018012 09000000000000f03f 110000000000000000 190000000000000000"),
    (Type.CAR_FUEL, {"level": 40, "range_km": 300, "low": False}, "0007000000018013 0828 10ac02 1800"),
    (Type.CAR_GEAR, {"gear": 3}, "0002000000018029 0803"),
    (Type.CALL_INCOMING, {}, "0000000000010014"),
    (Type.CALL_OUTGOING, {}, "0000000000010015"),
    (Type.CALL_IDLE, {}, "0000000000010016"),
    (Type.CALL_ACTIVE, {}, "0000000000010017"),
    (Type.SCREEN_OFF, {}, "0000000000010019"),
    (Type.FOREGROUND, {}, "000000000001001b"),
    (Type.BACKGROUND, {}, "000000000001001c"),
    (Type.LAUNCH_NORMAL, {}, "000000000001801d"),
    (Type.GO_TO_DESKTOP, {}, "0000000000010021"),
    (Type.MIC_RECOGNISE_START, {}, "0000000000010024"),
    (Type.MIC_END, {}, "0000000000010023"),
    (Type.GO_FOREGROUND, {}, "0000000000018025"),
    (Type.MODULE_STATUS, {"count": 1, "items": [{"module": 3, "status": 1}]}, "0008000000010026 0801 120408031001"),
    (Type.STATISTICS,
     {"cuid": "c", "version_name": "1", "version_code": 1, "channel": "20000000", "connects": 1, "successes": 2,
      "connect_time": 3},
     "0018000000018027 0a0163 120131 1801 22083230303030303030 2801 3002 3803"),
    (Type.MODULE_CONTROL, {"module": 5, "status": 5}, "0004000000018028 08051005"),
    (Type.NEXT_TURN, {"action": 1, "turn": 3, "road": "A1", "total_m": 900, "remaining_m": 300, "icon": b"\x89"},
     "0011000000010030 0801 1003 1a024131 208407 28ac02 320189"),
    (Type.CAR_DATA_SUBSCRIBE, {}, "0000000000010031"),
    (Type.CAR_DATA_ANSWER, {"count": 1, "items": [{"module": 1, "supported": True, "frequency": 1}]},
     "000a000000018032 0801 1206080110011801"),
    (Type.CAR_DATA_START, {"module": 1, "frequency": 10}, "0004000000010033 0801180a"),
    (Type.CAR_DATA_STOP, {"module": 1}, "0002000000010034 0801"),
    (Type.MEDIA_INFO,
     {"app": "m", "song": "s", "artist": "a", "album": "b", "art": b"\xff", "duration_ms": 1000, "playlist": 2,
      "song_id": "7", "mode": 0},
     "0019000000010035 0a016d 120173 1a0161 220162 2a01ff 30e807 3802 420137 4800"),
    (Type.MEDIA_PROGRESS, {"position_ms": 1000}, "0003000000010036 08e807"),
    (Type.EXCEPTION, {"kind": 2}, "0002000000010037 0802"),
    (Type.ASK_FOREGROUND, {}, "0000000000010038"),
    (Type.UI_SOUND, {}, "0000000000010039"),
    (Type.HFP_REQUEST, {"command": 1, "number": "1"}, "0005000000010040 0801 120131"),
    (Type.HFP_INDICATION, {"state": 1, "number": "1", "name": "n"}, "0008000000018041 0801 120131 1a016e"),
    (Type.HFP_CONNECTION, {"state": 1, "address": "a"}, "0005000000018042 0801 120161"),
    (Type.MD_DATA_SUBSCRIBE, {"count": 1, "items": [{"module": 0, "supported": True}]},
     "0008000000018043 0801 120408001001"),
    (Type.MD_DATA_ANSWER, {"count": 0, "items": []}, "0002000000010044 0800"),
    (Type.ASSISTANT_GUIDE,
     {"action": 1, "kind": 8, "sign": 0, "total_m": 5, "remaining_m": 4, "camera_kph": 80},
     "000c000000010047 0801 1008 1800 2005 2804 3050"),
    (Type.HU_AUTH_REQUEST, {"random": "2.0;"}, "0006000000018048 0a04322e303b"),
    (Type.MD_AUTH_RESPONSE, {"encrypted": "ab"}, "0004000000010049 0a026162"),
    (Type.HU_AUTH_RESULT, {"result": True}, "000200000001804a 0801"),
    (Type.MD_AUTH_RESULT, {"result": False}, "000200000001004b 0800"),
    (Type.HFP_RESPONSE, {"status": 0, "command": 1}, "000400000001804e 08001001"),
    (Type.HFP_STATUS_REQUEST, {"kind": 1}, "000200000001004f 0801"),
    (Type.HFP_STATUS_RESPONSE, {"status": 0, "kind": 1}, "0004000000018050 08001001"),
    (Type.FEATURE_REQUEST, {}, "0000000000010051"),
    (Type.FEATURE_RESPONSE, {"count": 1, "items": [{"key": "VOICE_MIC", "value": 0}]},
     "0011000000018052 0801 120d 0a09564f4943455f4d4943 1000"),
    (Type.BT_IDENTIFY_REQUEST, {"address": "a"}, "0003000000018053 0a0161"),
    (Type.BT_IDENTIFY_RESULT, {"status": 1, "address": "a"}, "0005000000010054 0801 120161"),
    (Type.ERROR_CODE, {"code": "timeout"}, "0009000000018055 0a0774696d656f7574"),
    (Type.HFP_CALL_COVER, {"state": 1, "number": "1", "name": "n"}, "0008000000010058 0801 120131 1a016e"),
    (Type.MD_EXIT, {}, "0000000000010059"),
    (Type.RSA_KEY_REQUEST, {}, "000000000001006a"),
    (Type.RSA_KEY_RESPONSE, {"key": "QQ=="}, "000600000001806b 0a0451513d3d"),
    (Type.AES_KEY, {"key": "QQ=="}, "000600000001006c 0a0451513d3d"),
    (Type.AES_KEY_SEEN, {}, "000000000001806d"),
    (Type.ENCRYPT_READY, {}, "000000000001006e"),
    (Type.VIDEO_HEARTBEAT, {}, "00000000 000003e8 00020002"),
    (Type.MEDIA_INIT, {"rate": 48000, "channels": 2, "format": 16},
     "00000008 000003e8 00030001 0880f702 1002 1810"),
    (Type.MEDIA_STOP, {}, "00000000 000003e8 00030002"),
    (Type.MEDIA_PAUSE, {}, "00000000 000003e8 00030003"),
    (Type.MEDIA_RESUME, {}, "00000000 000003e8 00030004"),
    (Type.MEDIA_SEEK, {}, "00000000 000003e8 00030005"),
    (Type.TTS_INIT, {"rate": 16000, "channels": 1, "format": 16}, "00000007 000003e8 00040001 08807d 1001 1810"),
    (Type.TTS_END, {}, "00000000 000003e8 00040002"),
    (Type.VR_INIT, {"rate": 16000, "channels": 1, "format": 16}, "00000007 000003e8 00050002 08807d 1001 1810"),
    (Type.VR_STOP, {}, "00000000 000003e8 00050004"),
    (Type.VR_INTERRUPT, {}, "00000000 000003e8 00050006"),
    (Type.TOUCH_ACTION, {"action": 2, "x": 400, "y": 240}, "0008000000068001 0802 109003 18f001"),
    (Type.TOUCH_DOWN, {"x": 1, "y": 2}, "0004000000068002 08011002"),
    (Type.TOUCH_UP, {"x": 1, "y": 2}, "0004000000068003 08011002"),
    (Type.TOUCH_MOVE, {"x": 1, "y": 2}, "0004000000068004 08011002"),
    (Type.TOUCH_CLICK, {"x": 1, "y": 2}, "0004000000068005 08011002"),
    (Type.TOUCH_DOUBLE_CLICK, {"x": 1, "y": 2}, "0004000000068006 08011002"),
    (Type.TOUCH_LONG_PRESS, {"x": 1, "y": 2}, "0004000000068007 08011002"),
    (Type.HARD_KEY, {"key": 0x21}, "0002000000068008 0821"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "golden"), GOLDEN, ids=[kind.name for kind, _, _ in GOLDEN])
def test_golden_bytes(kind: Type, values: dict[str, Any], golden: str) -> None:
    payload = encode(kind, values) if kind in TABLES else b""
    assert encode_frame(kind.channel, kind, payload, 1000) == bytes.fromhex(golden)
    (frame,) = Decoder(kind.channel).feed(bytes.fromhex(golden))
    assert (frame.type, frame.time_ms) == (kind, 0 if kind.channel.short else 1000)
    read = decode(kind, frame.payload)
    assert {key: read[key] for key in values} == values


def test_every_table_has_golden_bytes() -> None:
    told = {kind for kind, _, _ in GOLDEN} | {Type.CAR_GPS, Type.MD_BT_INFO, Type.MD_DATA_START, Type.MD_DATA_STOP}
    assert set(TABLES) <= told | {Type.TOUCH_BEGIN}


def test_a_position_has_all_of_its_fields() -> None:
    names = [field.name for field in TABLES[Type.CAR_GPS].fields if field.required]
    values = dict.fromkeys(names, 1) | {"latitude_udeg": -1}
    encoded = encode(Type.CAR_GPS, values)
    assert len(names) == 24
    assert encoded.hex().startswith("0801100118ffffffffffffffffff012001")
    assert encoded.hex().endswith("b00101b80101c00101")
    assert decode(Type.CAR_GPS, encoded) == values


def test_old_phones_get_sums() -> None:
    assert GYROSCOPE_V1.encode({"samples": 1, "x": 0, "y": 0, "z": -2}).hex() == "08011000180020feffffffffffffffff01"
    assert ACCELERATION_V1.encode({"samples": 1, "x": 1024, "y": 0, "z": 0}).hex() == "080110800818002000"


def test_the_two_kinds_of_next_turn_are_told_apart() -> None:
    told = {"action": 1, "turn": 7, "road": "B2", "total_m": 1, "remaining_m": 1}
    assert decode(Type.NEXT_TURN, NEXT_TURN_TIME.encode({**told, "time_s": 25})) == {**told, "time_s": 25}
    assert decode(Type.NEXT_TURN, encode(Type.NEXT_TURN, {**told, "icon": b"png"})) == {**told, "icon": b"png"}


def test_many_fingers_are_no_protocol_buffers() -> None:
    assert encode_fingers(0x105, [(0, 1, 2), (1, 400, 240)]).hex() == "00000105000001000201019000f0"


def test_types_tell_their_channel_and_who_says_them() -> None:
    assert all(kind.channel == kind >> 16 for kind in Type)
    assert Type.HU_INFO.from_car
    assert not Type.MD_INFO.from_car
    assert (WIFI_PORTS[Channel.TOUCH], FORWARD_PORTS[Channel.TOUCH]) == (9340, 9300)


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_what_is_written_is_read(kind: Type, draw: st.DataObject) -> None:
    values = draw.draw(input_of(TABLES[kind]))
    assert decode(kind, encode(kind, values)) == values


FRAMES = st.sampled_from(sorted(kind for kind in Type if not kind.from_car)).flatmap(
    lambda kind: st.builds(
        Frame, st.just(kind.channel), st.just(int(kind)), st.binary(max_size=300),
        st.just(0) if kind.channel.short else st.integers(0, 0xFFFFFFFF),
    )
)  # fmt: skip


@given(st.lists(FRAMES, max_size=6), st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_messages_come_out_however_they_are_cut(frames: list[Frame], cuts: list[int]) -> None:
    for channel in Channel:
        mine = [frame for frame in frames if frame.channel is channel]
        wire = b"".join(encode_frame(frame.channel, frame.type, frame.payload, frame.time_ms) for frame in mine)
        decoder, found = Decoder(channel), []
        while wire:
            cut = cuts[len(wire) % len(cuts)]
            found += decoder.feed(wire[:cut])
            wire = wire[cut:]
        assert found == mine
        assert decoder.pending == 0


@given(st.lists(FRAMES, max_size=6), st.integers(1, 60))
def test_a_relay_keeps_messages_whole(frames: list[Frame], cut: int) -> None:
    messages = [(f.channel, encode_frame(f.channel, f.type, f.payload, f.time_ms)) for f in frames]
    wire = b"".join(encode_relay(*message) for message in messages)
    relay, found = RelayDecoder(), []
    for start in range(0, len(wire), cut):
        found += relay.feed(wire[start : start + cut])
    assert found == messages
    assert relay.pending == 0


@pytest.mark.parametrize(
    ("channel", "data", "words"),
    [
        (Channel.COMMAND, "0000000000020001", "does not send"),
        (Channel.VIDEO, "7fffffff0000000000020001", "does not send"),
        (Channel.MEDIA, "001000000000000000030006", "does not send"),
        (Channel.TTS, "000000000000000000030006", "does not send"),
    ],
)
def test_what_no_phone_sends_ends_the_channel(channel: Channel, data: str, words: str) -> None:
    with pytest.raises(PeerFault, match=words):
        Decoder(channel).feed(bytes.fromhex(data))


@pytest.mark.parametrize("data", ["0000000700000008", "0000000000000008", "0000000100000007", "0000000200500000"])
def test_what_no_relay_carries_ends_it(data: str) -> None:
    with pytest.raises(PeerFault):
        RelayDecoder().feed(bytes.fromhex(data))


def test_a_command_has_its_limit() -> None:
    with pytest.raises(ValueError, match="too many"):
        encode_frame(Channel.COMMAND, Type.HU_INFO, bytes(0x10000))


@given(st.sampled_from(sorted(Channel)), st.binary(max_size=400))
def test_any_bytes_are_messages_or_refused(channel: Channel, noise: bytes) -> None:
    decoder = Decoder(channel)
    with contextlib.suppress(PeerFault):
        for frame in decoder.feed(noise):
            assert frame.type >> 16 == channel
    assert decoder.pending <= len(noise)


@given(st.sampled_from(sorted(TABLES)), st.binary(max_size=120))
def test_any_payload_is_read_or_refused(kind: Type, noise: bytes) -> None:
    with contextlib.suppress(ProtobufError):
        assert isinstance(decode(kind, noise), dict)


@given(st.binary(max_size=100))
def test_what_is_sealed_is_opened(payload: bytes) -> None:
    secret = Secret(b"0123456789abcdef")
    assert secret.open(secret.seal(payload)) == payload


def test_the_cipher_is_the_one_of_the_protocol() -> None:
    # FIPS-197, appendix C.1: the first block; PKCS #7 adds the second.
    secret = Secret(bytes(range(16)))
    sealed = secret.seal(bytes.fromhex("00112233445566778899aabbccddeeff"))
    assert sealed.hex()[:32] == "69c4e0d86a7b0430d8cdb78070b4c55a"
    assert len(sealed) == 32
    assert secret.seal(b"") == b""


@pytest.mark.parametrize("sealed", [b"x", b"0123456789abcdef", bytes(32)])
def test_what_was_not_sealed_with_the_key_is_refused(sealed: bytes) -> None:
    with pytest.raises(PeerFault, match="could not be read"):
        Secret(b"0123456789abcdef").open(sealed)


def test_a_key_travels() -> None:
    pair, phone = KeyPair(), PhoneCipher()
    secret = pair.read(phone.for_car(pair.public_text()))
    assert secret.open(phone.lock(b"hello")) == b"hello"
    assert phone.unlock(secret.seal(bytes(32))) == bytes(32)
    assert KeyPair().public_text() != pair.public_text()


@pytest.mark.parametrize("given_key", ["", "!!", "QUJD", "A" * 344])
def test_a_key_that_is_none_is_refused(given_key: str) -> None:
    with pytest.raises(PeerFault, match="key"):
        KeyPair().read(given_key)
