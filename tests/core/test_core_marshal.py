"""Our bytes against dbus-next's, for any signature and value; and that what does not fit is refused as before."""

from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from dbus_next import Message, MessageType
from dbus_next._private.unmarshaller import Unmarshaller
from hypothesis import given
from hypothesis import strategies as st

from backends.core.bus import message as core
from backends.core.marshal import HasDescriptors, marshal, reader
from backends.core.wire import Typed, WireError, split_signature

LEAVES: dict[str, Any] = {
    "b": st.booleans(), "y": st.integers(0, 255), "n": st.integers(-(2**15), 2**15 - 1), "q": st.integers(0, 2**16 - 1),
    "i": st.integers(-(2**31), 2**31 - 1), "u": st.integers(0, 2**32 - 1), "x": st.integers(-(2**63), 2**63 - 1),
    "t": st.integers(0, 2**64 - 1), "d": st.floats(allow_nan=False),
    "s": st.text(st.characters(exclude_characters="\0", codec="utf-8")),
}  # fmt: skip
PLAIN = st.recursive(
    st.one_of(LEAVES["b"], LEAVES["x"], LEAVES["d"], LEAVES["s"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc", max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


def typed(depth: int = 2) -> Any:
    """(signature, value) of any type."""
    leaf = st.sampled_from(sorted(LEAVES)).flatmap(lambda kind: st.tuples(st.just(kind), LEAVES[kind]))
    if not depth:
        return leaf
    inner = typed(depth - 1)
    whole = inner.filter(lambda one: one[0] != "y")  # bytes are a type of their own
    array = whole.flatmap(lambda one: st.tuples(st.just("a" + one[0]), st.lists(st.just(one[1]), max_size=3)))
    pair = st.lists(inner, min_size=1, max_size=3).map(
        lambda parts: ("(" + "".join(kind for kind, _ in parts) + ")", tuple(value for _, value in parts))
    )
    table = st.tuples(st.just("a{sv}"), st.dictionaries(st.text("xyz"), PLAIN, max_size=3))
    return st.one_of(leaf, array, pair, table, st.tuples(st.just("v"), PLAIN))


def message(signature: str, values: tuple[Any, ...], ours: bool) -> Message:
    head = {"message_type": MessageType.SIGNAL, "path": "/a/b", "interface": "a.b", "member": "M", "serial": 7}
    if ours:
        return core.make_message(signature, values, **head)[0]
    return Message(signature=signature, body=core.pack(split_signature(signature), values)[0], **head)


@given(st.lists(typed(), max_size=4))
def test_core_bytes_are_the_librarys_and_come_back_the_same(parts: list[tuple[str, Any]]) -> None:
    signature, values = "".join(kind for kind, _ in parts), tuple(value for _, value in parts)
    wire = bytes(message(signature, values, ours=False)._marshall())
    assert bytes(message(signature, values, ours=True)._marshall()) == wire
    theirs, ours = Unmarshaller(io.BytesIO(wire)).unmarshall(), core.PlainUnmarshaller(io.BytesIO(wire)).unmarshall()
    assert core.unpack(ours) == core.unpack(theirs)
    assert [type(value) for value in core.unpack(ours)] == [type(value) for value in core.unpack(theirs)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [("b", 1), ("i", True), ("i", 2**31), ("u", -1), ("d", "x"), ("d", 10**400), ("s", 1), ("s", "a\0b"), ("s", "\ud800"),
     ("as", "ab"), ("a{sv}", [1]), ("(ii)", (1,)), ("ai", 5), ("v", object()), ("v", {1, 2}), ("y", 256), ("i", 1.5)],
)  # fmt: skip
def test_core_values_that_do_not_fit_are_refused(kind: str, value: Any) -> None:
    with pytest.raises(WireError):
        marshal([kind], [value])


def test_core_descriptors_take_the_other_way() -> None:
    with pytest.raises(HasDescriptors):
        marshal(["h"], [3])
    with pytest.raises(HasDescriptors):
        marshal(["a{sv}"], [{"fd": Typed("h", 3)}])
    made, fds = core.make_message("h", (3,), message_type=MessageType.SIGNAL, path="/a", interface="a.b", member="M")
    assert (type(made), fds) == (Message, [3])
    with pytest.raises(HasDescriptors):
        reader("ah")(struct.pack("<II", 4, 0), 0)


@given(typed(1), st.text("abc.xyz", max_size=250))
def test_core_typed_and_long_strings_are_the_librarys_too(one: tuple[str, Any], text: str) -> None:
    values = (Typed(one[0], one[1]), {text: Typed("o", "/a/b")}, text)
    for ours in (False, True):
        wire = bytes(message("va{sv}s", values, ours=ours)._marshall())
        assert core.unpack(core.PlainUnmarshaller(io.BytesIO(wire)).unmarshall())[2] == text
    assert bytes(message("va{sv}s", values, ours=False)._marshall()) == wire
