"""The pairing's arithmetic against vectors of independent implementations, and against points no phone should send."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.projection.adb.spake2 import KEY_SIZE, MESSAGE_SIZE, BadPointError, Role, Spake2

# password, the client's and the server's random bytes, their messages, the key. The first is of a Java implementation
# (flyfish233/spake2-java, as pinned in BayStudio's self test), the second of a Rust one: both made to talk to real phones.
VECTORS = [
    (
        b"123456",
        bytes(range(1, 65)),
        bytes(range(65, 129)),
        "950ec4a2329addab36f0254719a24be86919b1cf68df68d910a3ea590ff599d4",
        "88ee0ffb94efcfd1c62ad0b1c0a8120cfe50269ee3f6731eb7eaa07e84dd7cd4",
        (
            "0655cf969234865db8e36fedad2d2b9a2406ec8774e0a325f3a9fdc3f607082f"
            "e8100a016738d5a718698102dbf83e3374cda518ad0be3f5aa989b98dbbcb259"
        ),
    ),
    (
        b"123456" + bytes((n * 7 + 3) & 0xFF for n in range(64)),
        bytes(range(64)),
        bytes(255 - n for n in range(64)),
        "7caeaf89f8d5c4578bc13cf4697ca3a3fdce84394d017a76424dc8bd5a19be6a",
        "816a41c369b3b9e943cfc27906cada304cd1a2dd815df4f12245b19301fc4dc7",
        (
            "3314923ec53cf12ff0aa89f8d362c74c2a98db09aac2cc60309bcbd04d1dca82"
            "3321bd6198967897aee7f7b9bd0d5219f854d4c0fa5496d26c0b0dff77e3cae8"
        ),
    ),
]


@pytest.mark.parametrize(("password", "ours", "theirs", "our_message", "their_message", "key"), VECTORS)
def test_vectors(password: bytes, ours: bytes, theirs: bytes, our_message: str, their_message: str, key: str) -> None:
    client, server = Spake2(Role.CLIENT, password, ours), Spake2(Role.SERVER, password, theirs)
    assert (client.message.hex(), server.message.hex()) == (our_message, their_message)
    assert client.key(server.message).hex() == server.key(client.message).hex() == key


@pytest.mark.parametrize(("letter", "encoded"), [("M", "5ada7e4b"), ("N", "10e3df0a")])
def test_the_masks_are_the_points_that_nobody_chose(letter: str, encoded: str) -> None:
    """The first hash of a chain that is a point: whoever knew their logarithms could learn codes."""
    candidate = hashlib.sha256(f"edwards25519 point generation seed ({letter})".encode()).digest()
    while True:
        try:
            Spake2(Role.CLIENT, b"x", bytes(64)).key(candidate)
            break
        except BadPointError:
            candidate = hashlib.sha256(candidate).digest()
    assert candidate.hex().startswith(encoded)


@settings(max_examples=15, deadline=None)
@given(st.binary(max_size=80), st.binary(max_size=80))
def test_keys_are_the_same_if_the_passwords_are(one: bytes, other: bytes) -> None:
    client, server = Spake2(Role.CLIENT, one), Spake2(Role.SERVER, other)
    ours, theirs = client.key(server.message), server.key(client.message)
    assert len(ours) == KEY_SIZE
    assert (ours == theirs) == (one == other)


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=MESSAGE_SIZE - 1, max_size=MESSAGE_SIZE + 1))
def test_any_answer_is_a_key_or_a_bad_point(answer: bytes) -> None:
    try:
        key = Spake2(Role.CLIENT, b"123456", bytes(64)).key(answer)
    except BadPointError:
        return
    assert len(key) == KEY_SIZE
    assert len(answer) == MESSAGE_SIZE


@pytest.mark.parametrize(
    "answer", [b"", b"\xff" * 32, (2).to_bytes(32, "little"), (2**255 - 19).to_bytes(32, "little")]
)
def test_what_is_no_point(answer: bytes) -> None:
    with pytest.raises(BadPointError):
        Spake2(Role.CLIENT, b"123456").key(answer)
