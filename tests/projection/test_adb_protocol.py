"""adb's bytes: packets, banners, shell frames, the key's form."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa, utils
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.adb import protocol
from backends.projection.adb.keys import AdbKey
from backends.projection.adb.protocol import Banner, Command, ShellFrames
from backends.projection.adb.server import parse_devices
from backends.projection.errors import PeerFault

# A CNXN of AOSP's protocol.txt, written out by hand: "CNXN", version 1, 4096, 7 bytes "host::\0", their sum, the magic.
GREETING = bytes.fromhex("434e584e 00000001 00100000 07000000 32020000 bcb1a7b1") + b"host::\0"


def test_a_packet_is_written_as_adb_writes_it() -> None:
    assert protocol.encode_packet(Command.CNXN, 0x01000000, 4096, b"host::\0") == GREETING
    header = protocol.parse_header(GREETING[:24])
    assert (header.command, header.arg0, header.arg1, header.length) == (Command.CNXN, 0x01000000, 4096, 7)
    protocol.verify(header, b"host::\0", protocol.VERSION_MIN)


@given(st.sampled_from(list(Command)), st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.binary(max_size=300))
def test_packets_come_back_as_they_went(command: Command, arg0: int, arg1: int, payload: bytes) -> None:
    packet = protocol.encode_packet(command, arg0, arg1, payload)
    header = protocol.parse_header(packet[:24])
    assert (header.command, header.arg0, header.arg1, header.length) == (command, arg0, arg1, len(payload))
    protocol.verify(header, packet[24:], protocol.VERSION_MIN)


@given(st.binary(min_size=24, max_size=24))
def test_any_24_bytes_are_a_header_or_a_fault(data: bytes) -> None:
    try:
        header = protocol.parse_header(data)
    except PeerFault:
        return
    assert header.length <= protocol.MAX_PAYLOAD


def test_a_damaged_packet_is_noticed_unless_the_peer_is_new() -> None:
    header = protocol.parse_header(GREETING[:24])
    with pytest.raises(PeerFault, match="damaged"):
        protocol.verify(header, b"most::\0", protocol.VERSION_MIN)
    protocol.verify(header, b"most::\0", protocol.VERSION_SKIP_CHECKSUM)


def test_a_banner_tells_name_and_features() -> None:
    banner = Banner.parse(b"device::ro.product.name=panther;ro.product.model=Pixel 7;features=shell_v2,cmd,stat_v2")
    assert (banner.system, banner.name, banner.features) == ("device", "Pixel 7", {"shell_v2", "cmd", "stat_v2"})


@given(st.binary(max_size=200))
def test_any_banner_is_taken(data: bytes) -> None:
    assert isinstance(Banner.parse(data).name, str)


@given(st.lists(st.tuples(st.integers(0, 5), st.binary(min_size=1, max_size=50)), max_size=6), st.integers(1, 9))
def test_shell_frames_survive_any_cut(frames: list[tuple[int, bytes]], step: int) -> None:
    wire = b"".join(struct.pack("<BI", kind, len(data)) + data for kind, data in frames)
    cutter = ShellFrames()
    got: dict[int, bytes] = {}
    for start in range(0, len(wire), step):
        for kind, piece in cutter.feed(wire[start : start + step]):
            got[kind] = got.get(kind, b"") + piece
    expected: dict[int, bytes] = {}
    for kind, data in frames:
        expected[kind] = expected.get(kind, b"") + data
    assert got == expected


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_shell_frames_take_any_bytes(pieces: list[bytes]) -> None:
    cutter = ShellFrames()
    try:
        handed = sum(len(data) for piece in pieces for _, data in cutter.feed(piece))
    except PeerFault:
        return
    assert handed <= sum(map(len, pieces))


@given(st.text(max_size=300))
def test_any_list_of_a_server_is_taken(text: str) -> None:
    for serial, tracked in parse_devices(text).items():
        assert serial == tracked.serial
        assert tracked.state


def test_a_servers_list_long_and_short() -> None:
    assert parse_devices("R5CT1\tdevice\n10.0.0.2:5555\toffline\n")["10.0.0.2:5555"].state == "offline"
    long = parse_devices("R5CT1  device usb:1-2 product:x model:Pixel_7 device:panther transport_id:3\n")
    assert (long["R5CT1"].state, long["R5CT1"].model) == ("device", "Pixel 7")


def test_the_key_is_kept_for_us_alone_and_used_again(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "adbkey"
    first = AdbKey.load(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert AdbKey.load(path).public_line() == first.public_line()


def test_a_broken_key_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "adbkey"
    path.write_bytes(b"-----BEGIN PRIVATE KEY-----\nnot so\n")
    key = AdbKey.load(path)
    assert AdbKey.load(path).public_line() == key.public_line()


def test_the_public_key_is_in_androids_form_and_checks_the_signature() -> None:
    key = AdbKey.generate("pillion@car")
    blob, name = key.public_line().split(b" ")
    raw = base64.b64decode(blob)
    assert name == b"pillion@car"
    assert len(raw) == 524
    words, n0inv = struct.unpack_from("<II", raw)
    n = int.from_bytes(raw[8:264], "little")
    rr = int.from_bytes(raw[264:520], "little")
    (exponent,) = struct.unpack_from("<I", raw, 520)
    assert (words, exponent) == (64, 65537)
    assert (n * n0inv + 1) % (1 << 32) == 0
    assert rr == (1 << 4096) % n
    token = bytes(range(20))
    public = rsa.RSAPublicNumbers(exponent, n).public_key()
    public.verify(key.sign(token), token, padding.PKCS1v15(), utils.Prehashed(hashes.SHA1()))
    with pytest.raises(ValueError, match="20 bytes"):
        key.sign(token + b"!")
