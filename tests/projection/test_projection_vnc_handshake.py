"""The way to a VNC desktop byte by byte: versions, ways to log in, refusals, messages, fingers and keys."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.projection.defs import Reason
from backends.projection.dnssd import Service
from backends.projection.errors import NotAllowed, PeerFault, ProjectionError, Unsupported
from backends.projection.vnc import handshake, protocol
from backends.projection.vnc.auth import vnc_response
from backends.projection.vnc.canvas import Canvas
from backends.projection.vnc.discovery import FOUND_MAX, SILENT_S, Neighbours
from backends.projection.vnc.handshake import Credentials
from backends.projection.vnc.keys import KEYSYMS, keysym_of
from backends.projection.vnc.messages import Messages
from backends.projection.vnc.pointer import Pointer
from backends.projection.vnc.protocol import Screen, Security, VeNCrypt
from tests.fakes.vnc_steps import fed

OPEN, LOCKED = Credentials(), Credentials("sesame12")
PINNED = Credentials("sesame12", certified=True)


def reason(text: str) -> bytes:
    return struct.pack(">I", len(text)) + text.encode()


@pytest.mark.parametrize(
    ("offered", "answer", "version"),
    [
        (b"RFB 003.003\n", b"RFB 003.003\n", (3, 3)),
        (b"RFB 003.005\n", b"RFB 003.003\n", (3, 3)),
        (b"RFB 003.007\n", b"RFB 003.007\n", (3, 7)),
        (b"RFB 003.008\n", b"RFB 003.008\n", (3, 8)),
        (b"RFB 003.889\n", b"RFB 003.008\n", (3, 8)),
        (b"RFB 005.000\n", b"RFB 003.008\n", (3, 8)),
    ],
)
def test_versions(offered: bytes, answer: bytes, version: tuple[int, int]) -> None:
    sent: list[bytes] = []
    assert fed(handshake.agree(sent.append), offered) == version
    assert sent == [answer]


@pytest.mark.parametrize("offered", [b"HTTP/1.1 400", b"SSH-2.0-Open", b"RFB 003.002\n", b"RFB 3.8    \n", bytes(12)])
def test_what_is_no_server(offered: bytes) -> None:
    with pytest.raises(Unsupported) as caught:
        fed(handshake.agree(lambda _: None), offered)
    assert caught.value.reason is Reason.VERSION


@pytest.mark.parametrize(
    ("version", "credentials", "offered", "chosen", "sent"),
    [
        ((3, 3), OPEN, b"\0\0\0\1", Security.NONE, b""),
        ((3, 3), LOCKED, b"\0\0\0\2", Security.VNC, b""),
        ((3, 7), OPEN, b"\2\2\1", Security.NONE, b"\1"),
        ((3, 8), OPEN, b"\2\1\x13", Security.NONE, b"\1"),
        ((3, 8), OPEN, b"\2\2\x13", Security.VENCRYPT, b"\x13"),
        ((3, 8), LOCKED, b"\3\1\2\x13", Security.VENCRYPT, b"\x13"),
        ((3, 8), LOCKED, b"\4\1\2\x1e\x23", Security.VNC, b"\2"),
        ((3, 8), PINNED, b"\3\1\2\x13", Security.VENCRYPT, b"\x13"),
    ],
)
def test_ways_in(version: Any, credentials: Credentials, offered: bytes, chosen: Security, sent: bytes) -> None:
    said: list[bytes] = []
    assert fed(handshake.choose(version, credentials, said.append), offered) is chosen
    assert b"".join(said) == sent


@pytest.mark.parametrize(
    ("version", "credentials", "offered", "needs", "words"),
    [
        ((3, 8), OPEN, b"\1\2", "password", "asks for a password"),
        ((3, 3), OPEN, b"\0\0\0\2", "password", "asks for a password"),
        ((3, 8), LOCKED, b"\0" + reason("Too many tries"), "permission", "refused the connection"),
        ((3, 3), LOCKED, b"\0\0\0\0" + reason(""), "permission", "refused the connection"),
        ((3, 8), PINNED, b"\2\1\2", "certificate", "had a certificate"),
    ],
)
def test_ways_that_are_closed(version: Any, credentials: Credentials, offered: bytes, needs: str, words: str) -> None:
    with pytest.raises(NotAllowed, match=words) as caught:
        fed(handshake.choose(version, credentials, lambda _: None), offered)
    assert caught.value.needs == needs


def test_ways_that_are_not_known_here() -> None:
    with pytest.raises(Unsupported, match="not known here") as caught:
        fed(handshake.choose((3, 8), LOCKED, lambda _: None), b"\2\x1e\x23")
    assert caught.value.detail == "ways to log in: 30, 35"


def subtypes(*kinds: int) -> bytes:
    return b"\0\2\0" + bytes([len(kinds)]) + struct.pack(f">{len(kinds)}I", *kinds)


@pytest.mark.parametrize(
    ("credentials", "kinds", "chosen"),
    [
        (OPEN, (257, 258, 260), VeNCrypt.X509_NONE),
        (OPEN, (256, 257, 258), VeNCrypt.TLS_NONE),
        (LOCKED, (257, 258, 260, 261, 262), VeNCrypt.X509_VNC),
        (LOCKED, (257, 258), VeNCrypt.TLS_VNC),
        (Credentials("secret", "me"), (258, 259, 262, 261), VeNCrypt.X509_PLAIN),
        (PINNED, (257, 258, 260), VeNCrypt.X509_NONE),
    ],
)
def test_ways_with_tls(credentials: Credentials, kinds: tuple[int, ...], chosen: VeNCrypt) -> None:
    sent: list[bytes] = []
    assert fed(handshake.vencrypt(credentials, sent.append), subtypes(*kinds) + b"\1") is chosen
    assert sent == [b"\0\2", struct.pack(">I", chosen)]


@pytest.mark.parametrize(
    ("credentials", "answer", "error"),
    [
        (OPEN, subtypes(258, 261), NotAllowed),
        (LOCKED, subtypes(259), NotAllowed),  # it wants a name as well
        (LOCKED, subtypes(256), Unsupported),  # a password in the clear
        (PINNED, subtypes(257, 258), NotAllowed),
        (OPEN, b"\0\1", Unsupported),
        (OPEN, b"\0\2\1", PeerFault),
        (OPEN, b"\0\2\0\0", PeerFault),
        (OPEN, b"\0\2\0\xff", PeerFault),
        (OPEN, subtypes(257) + b"\0", PeerFault),
    ],
)
def test_tls_that_is_refused(credentials: Credentials, answer: bytes, error: type[ProjectionError]) -> None:
    with pytest.raises(error):
        fed(handshake.vencrypt(credentials, lambda _: None), answer)


def test_the_answer_to_a_challenge() -> None:
    challenge = bytes(range(16))
    assert vnc_response("COW", bytes(16)).hex() == vnc_response("COW\0\0", bytes(16)).hex()
    assert vnc_response("sesame12", challenge) == vnc_response("sesame12345", challenge), "eight letters count"
    # openssl enc -des-ecb -nopad -provider legacy -K 0e86ceceeef64e26
    assert vnc_response("password", challenge).hex() == "b866924125c8eebb9debc1db61c538e2"
    sent: list[bytes] = []
    fed(handshake.log_in(Security.VNC, LOCKED, sent.append), challenge)
    assert sent == [vnc_response("sesame12", challenge)]
    fed(handshake.log_in(VeNCrypt.X509_PLAIN, Credentials("pä", "me"), sent.append), b"")
    assert sent[1] == b"\0\0\0\2\0\0\0\3mep\xc3\xa4"
    fed(handshake.log_in(Security.NONE, OPEN, sent.append), b"")
    assert len(sent) == 2


def test_results() -> None:
    fed(handshake.result((3, 8), Security.NONE), b"\0\0\0\0")
    fed(handshake.result((3, 7), Security.NONE), b"")
    fed(handshake.result((3, 3), Security.VNC), b"\0\0\0\0")
    with pytest.raises(NotAllowed, match="not the phone's") as caught:
        fed(handshake.result((3, 8), Security.VNC), b"\0\0\0\1" + reason("Sorry\0\n"))
    assert caught.value.needs == "password"
    with pytest.raises(NotAllowed, match="not the phone's") as caught:
        fed(handshake.result((3, 3), Security.VNC), b"\0\0\0\1")
    with pytest.raises(NotAllowed, match="refused") as caught:
        fed(handshake.result((3, 8), Security.NONE), b"\0\0\0\1" + reason("No"))
    assert (caught.value.needs, caught.value.detail) == ("permission", "No")


def test_a_desktop() -> None:
    sent: list[bytes] = []
    found = fed(handshake.initialise(sent.append), struct.pack(">HH16xI", 1024, 600, 9) + b"Pinephone")
    assert (found.width, found.height, found.name, sent) == (1024, 600, "Pinephone", [b"\1"])
    long = fed(handshake.initialise(sent.append), struct.pack(">HH16xI", 1, 1, 700_000) + b"x" * 700_000)
    assert len(long.name) == 200
    for width, height in ((0, 600), (600, 0), (65535, 65535), (8192, 8192)):
        with pytest.raises(PeerFault):
            fed(handshake.initialise(sent.append), struct.pack(">HH16xI", width, height, 0))


def test_what_we_send() -> None:
    assert protocol.set_pixel_format().hex() == "00000000" + "20180001 00ff00ff00ff 100800 000000".replace(" ", "")
    assert protocol.set_encodings([7, -308]).hex() == "02000002" + "00000007" + "fffffecc"
    assert protocol.update_request(640, 360, incremental=True).hex() == "0301" + "00000000" + "02800168"
    assert protocol.key_event(0xFF0D, down=True).hex() == "04010000" + "0000ff0d"
    assert protocol.pointer_event(5, 258, 3).hex() == "0505" + "01020003"
    assert protocol.client_cut_text("aΩ").hex() == "06000000" + "00000002" + "613f"
    assert protocol.enable_continuous_updates(640, 360, enabled=True).hex() == "9601" + "00000000" + "02800168"
    assert protocol.client_fence(7, b"ab").hex() == "f8000000" + "00000007" + "02" + "6162"
    screens = [Screen(9, 0, 0, 640, 360, 4), Screen(10, 640, 0, 640, 360, 0)]
    assert protocol.set_desktop_size(800, 480, screens).hex() == (
        "fb00" + "032001e0" + "0100" + "00000009" + "00000000" + "032001e0" + "00000004"
    )


class Ear:
    """All that a server says."""

    def __init__(self) -> None:
        self.said: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *args: self.said.append((name, *args))


def said(data: bytes) -> tuple[list[tuple[Any, ...]], Canvas]:
    ear, canvas = Ear(), Canvas(8, 8)
    fed(Messages(canvas, ear).one(), data)
    return ear.said, canvas


def test_what_a_server_says() -> None:
    assert said(b"\2")[0] == []
    assert said(bytes.fromhex("01 00 0000 0002") + bytes(12))[0] == []
    assert said(b"\3\0\0\0\0\0\0\4caf\xe9")[0] == [("clipboard", "café")]
    assert said(b"\x96")[0] == [("continuous_ended",)]
    assert said(b"\xf8\0\0\0\x80\0\0\1\2ab")[0] == [("fence", 0x80000001, b"ab")]
    size = struct.pack(">BxHHHHHi", 0, 1, 0, 0, 12, 10, -223)
    assert said(size)[0] == [("update_begins",), ("resized",), ("update_ends",)]
    assert said(size)[1].pixels.shape == (10, 12)
    layout = struct.pack(">HHHHi", 1, 0, 12, 10, -308) + b"\1\0\0\0" + Screen(7, 0, 0, 12, 10, 0).pack()
    told, canvas = said(struct.pack(">BxH", 0, 0xFFFF) + layout + struct.pack(">HHHHi", 0, 0, 0, 0, -224))
    assert told == [("update_begins",), ("resized",), ("screens", [Screen(7, 0, 0, 12, 10, 0)], 1, 0), ("update_ends",)]
    refused = struct.pack(">BxHHHHHi", 0, 1, 1, 3, 99, 99, -308) + bytes(4)
    told, canvas = said(refused)
    assert (told[1], canvas.width) == (("screens", [], 1, 3), 8), "what was refused is not there"
    assert said(struct.pack(">BxHHHHHiI", 0, 1, 0, 0, 0, 0, -307, 3) + b"Tab")[0][1] == ("renamed", "Tab")
    part = said(struct.pack(">BxHHHHHi", 0, 1, 2, 3, 1, 1, 0) + b"\1\2\3\0")[1]
    assert part.pixels[3, 2] == 0x030201
    assert part.dirty


@pytest.mark.parametrize(
    "data",
    [
        b"\7",
        b"\xf8\0\0\0\0\0\0\0\xff",
        struct.pack(">BxHHHHHi", 0, 1, 0, 0, 1, 1, 2),  # RRE was not asked for
        struct.pack(">BxHHHHHi", 0, 1, 0, 0, 0, 1, 16),
        struct.pack(">BxHHHHHi", 0, 1, 0, 0, 0, 1, -223),
        struct.pack(">BxHHHHHi", 0, 1, 0, 0, 65535, 65535, -308) + bytes(4),
        struct.pack(">BxHHHHHi", 0, 1, 5, 5, 4, 4, 0),
    ],
)
def test_what_no_server_should_say(data: bytes) -> None:
    with pytest.raises(PeerFault):
        said(data)


def test_a_long_clipboard_is_cut_not_kept() -> None:
    size = 3_000_000
    told = said(b"\3\0\0\0" + struct.pack(">I", size) + b"x" * size)[0]
    assert len(told[0][1]) == protocol.CUT_TEXT_MAX


# -- fingers and keys --------------------------------------------------------------------------------------------------

POINTS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 4), *[st.floats(-1, 2)] * 2, st.just(1.0)), min_size=1, max_size=30
)


@given(POINTS, st.integers(1, 4000), st.integers(1, 4000))
def test_the_pointer_stays_inside_and_lets_go(points: list[Any], width: int, height: int) -> None:
    sent: list[tuple[int, int, int]] = []
    pointer = Pointer(lambda *event: sent.append(event))
    pointer.touch(points, width, height)
    pointer.release(width, height)
    assert all(0 <= x < width and 0 <= y < height for _, x, y in sent)
    assert not sent or sent[-1][0] == 0, "no button stays down"
    assert all(buttons in (0, 1, 4, 8, 16, 32, 64) for buttons, _, _ in sent)
    assert len(sent) <= 60 * len(points)


def test_scrolling_goes_with_the_fingers() -> None:
    sent: list[int] = []
    pointer = Pointer(lambda buttons, x, y: sent.append(buttons))
    pointer.touch([(0, 0, 0.5, 0.5, 1), (1, 0, 0.6, 0.5, 1)], 100, 100)
    assert sent == [0, 1, 0], "the button is let go before the wheel turns"
    pointer.touch([(0, 1, 0.5, 0.75, 1), (1, 1, 0.6, 0.75, 1)], 100, 100)
    assert sent[3:] == [8, 0] * 6
    pointer.touch([(0, 1, 0.25, 0.75, 1), (1, 1, 0.35, 0.75, 1)], 100, 100)
    assert sent[15:] == [64, 0] * 6
    pointer.touch([(0, 2, 0.25, 0.75, 0), (1, 1, 0.9, 0.1, 1), (1, 2, 0.9, 0.1, 0)], 100, 100)
    assert 4 not in sent
    assert 1 not in sent[2:]


def test_letters_and_keys() -> None:
    assert [keysym_of(letter) for letter in "aÄ€你\n\x01\ud800"] == [
        0x61,
        0xC4,
        0x010020AC,
        0x01004F60,
        0xFF0D,
        None,
        None,
    ]
    from backends.projection.mirror.inputs import KEYS

    assert KEYSYMS.keys() <= KEYS
    assert {"home", "back", "up", "ok", "rotary_left", "play_pause"} <= KEYSYMS.keys()


# -- discovery ---------------------------------------------------------------------------------------------------------


def test_screens_come_and_go() -> None:
    told: list[tuple[Any, ...]] = []
    now = [0.0]
    near = Neighbours(lambda *who: told.append(who), lambda *who: told.append(who), lambda: now[0])
    tablet = Service("_rfb._tcp", "Tab\nlet", "10.0.0.7", 5900)
    near.hear(tablet)
    near.hear(tablet)
    assert told == [("Tab let", "10.0.0.7", 5900)]
    now[0] = SILENT_S - 1
    near.hear(tablet)
    now[0] = SILENT_S + 5
    near.expire()
    assert len(told) == 1
    near.hear(Service("_rfb._tcp", "Tablet", "10.0.0.7", 5900, ttl_s=0))
    assert told[1:] == [("10.0.0.7", 5900)]
    near.hear(tablet)
    now[0] *= 3
    near.expire()
    near.expire()
    assert told[3:] == [("10.0.0.7", 5900)]
    for port in range(1, 200):
        near.hear(Service("_rfb._tcp", "x", "10.0.0.8", port))
    assert len(told) == 4 + FOUND_MAX
