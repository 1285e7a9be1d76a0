"""What apps may do while the car moves is the vehicle's word and the car's own table; a phone cannot talk it round."""

from __future__ import annotations

import asyncio
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.core.errors import Refused
from backends.projection.defs import AudioFormat, Category, PacketDecoder, PacketType, SessionState, VideoFormat
from backends.projection.kinds import BACKENDS, Kind
from backends.projection.mirror import Link, LinkListener, MirrorPhone
from backends.projection.safety import Act, Rules, for_display
from backends.projection.service import ProjectionService
from tests.fakes.driven_vehicle import DrivenVehicle
from tests.fakes.host import local_link, until
from tests.fakes.mirror_protocol import FakeAppBackend, FakeBackend, running_phones
from tests.fakes.projection import IDLING, MOVING, PARKED

_ALWAYS = {Category.CAR, Category.NAVIGATION, Category.AUDIO}


@pytest.mark.parametrize("category", list(Category))
def test_the_table(category: Category) -> None:
    def allowed(state: dict[str, Any] | None) -> tuple[bool, bool, bool]:
        picture, touch, text = (Rules.read(state).allow(category, act) for act in (Act.PICTURE, Act.TOUCH, Act.TEXT))
        return picture, touch, text

    seen = category in _ALWAYS
    assert allowed(PARKED) == (True, True, True)
    assert allowed(IDLING) == (seen, seen, seen)
    assert allowed(MOVING) == (seen, seen, False)
    assert allowed(None) == allowed({}) == allowed({"video": 1, "keyboard": "yes"}) == (seen, seen, False)


def test_a_passengers_display_lifts_the_picture_alone_and_only_by_the_vehicles_word() -> None:
    assert Rules.read(for_display(MOVING, passenger=True)) == Rules(video=True, keyboard=False)
    assert Rules.read(for_display(MOVING, passenger=False)) == Rules()
    assert Rules.read(for_display(None, passenger=True)) == Rules()
    assert Rules.read(for_display("parked", passenger=True)) == Rules()


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_WORDS = st.sampled_from(
    ["category", "car", "gated", "video", "state", "parked", "rules", "restrictions", "name", "id"]
)
_FACTS = st.dictionaries(_WORDS | st.text(max_size=8), _ANYTHING | _WORDS, max_size=5)
_SAYINGS = st.one_of(
    st.tuples(st.just("state"), st.sampled_from(list(SessionState))),
    st.tuples(st.just("phone"), _FACTS),
    st.tuples(st.just("waiting"), _WORDS | st.text(max_size=10), st.text(max_size=40)),
    st.tuples(
        st.just("video_format"),
        st.builds(VideoFormat, st.sampled_from(["h264", "car", ""]), st.integers(0, 4000), st.integers(0, 4000)),
    ),
    st.tuples(st.just("config"), st.binary(max_size=40), st.integers(0, 2**40)),
    st.tuples(st.just("frame"), st.binary(max_size=200), st.integers(0, 2**40), st.integers(0, 2**40), st.booleans()),
    st.tuples(st.just("sound"), _WORDS | st.just("media"), st.just(AudioFormat("s16l", 48000, 2, 16))),
    st.tuples(st.just("samples"), st.just("media"), st.binary(max_size=50), st.just(0), st.just(0)),
    st.tuples(st.just("sound_stopped"), st.just("media") | st.text(max_size=5)),
    st.tuples(st.just("want_audio_focus"), _WORDS | st.just("gain")),
    st.tuples(st.just("native")),
    st.tuples(st.just("now_playing"), _FACTS),
    st.tuples(st.just("turn"), st.none() | _FACTS),
    st.tuples(st.just("call"), _FACTS),
    st.tuples(st.just("notification"), _FACTS),
)


class _TalkativeLink(Link):
    """Says what it is given, then stays."""

    def __init__(self, ear: LinkListener, sayings: list[tuple[Any, ...]]) -> None:
        self._ear = ear
        self._sayings = sayings
        self.done = asyncio.Event()
        self.typed: list[str] = []

    async def run(self) -> None:
        self._ear.state(SessionState.READY)
        self._ear.video_format(VideoFormat("h264", 640, 360))
        for member, *args in self._sayings:
            if member == "frame":
                data, pts_us, received_ns, key = args
                self._ear.frame(data, pts_us, received_ns, key=key)
            else:
                getattr(self._ear, member)(*args)
        self.done.set()
        await asyncio.Event().wait()

    def text(self, text: str) -> None:
        self.typed.append(text)


def _talkative(kind: type[FakeBackend], sayings: list[tuple[Any, ...]]) -> tuple[FakeBackend, list[_TalkativeLink]]:
    made: list[_TalkativeLink] = []

    class Talkative(kind):  # type: ignore[misc, valid-type]
        def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
            made.append(_TalkativeLink(listener, sayings))
            return made[-1]

    return Talkative({}, lambda *_: None), made


def _frames(fd: int) -> int:
    """Pictures that came out of a stream so far."""
    decoder, count = PacketDecoder(), 0
    os.set_blocking(fd, False)
    while True:
        try:
            data = os.read(fd, 1 << 16)
        except BlockingIOError:
            return count
        count += sum(packet.type == PacketType.FRAME for packet in decoder.feed(data))


@settings(max_examples=60)
@given(sayings=st.lists(_SAYINGS, max_size=25), state=st.sampled_from([IDLING, MOVING, {}, None]))
def test_nothing_a_phone_says_shows_an_app_that_is_hidden(
    sayings: list[tuple[Any, ...]], state: dict[str, Any] | None
) -> None:
    async def body() -> None:
        backend, made = _talkative(FakeAppBackend, sayings)
        await backend.start()
        backend.set_rules(state)
        device = await backend.add_device("127.0.0.1:1")
        session = await backend.open_app(device, "", 640, 360, 160)
        fd = backend.open_video(session)
        await asyncio.wait_for(_said(made), 5)
        assert _frames(fd) == 0
        assert backend.session(session).gated
        assert backend.sessions()[0]["gated"] is True
        for refused in (
            lambda: backend.touch(session, [(0, 0, 0.5, 0.5, 1.0)]),
            lambda: backend.key(session, "ok", "click"),
            lambda: backend.text(session, "x"),
            lambda: backend.notification_action(session, "n", "reply", "x"),
        ):
            with pytest.raises(Refused):
                refused()
        assert made[0].typed == []
        backend.set_rules(PARKED)
        made[0]._ear.frame(b"key", 1, 1, key=True)
        assert _frames(fd) == 1, "parked, it would have been seen"
        os.close(fd)
        await backend.stop()

    asyncio.run(body())


@settings(max_examples=25)
@given(sayings=st.lists(_SAYINGS, max_size=25))
def test_nothing_a_phone_says_lets_anybody_type_while_driving(sayings: list[tuple[Any, ...]]) -> None:
    async def body() -> None:
        backend, made = _talkative(FakeBackend, sayings)
        await backend.start()
        backend.set_rules(MOVING)
        session = await backend.open_app(await backend.add_device("127.0.0.1:1"), "", 640, 360, 160)
        await asyncio.wait_for(_said(made), 5)
        with pytest.raises(Refused):
            backend.text(session, "x")
        with pytest.raises(Refused):
            backend.notification_action(session, "n", "reply", "x")
        assert backend._context.rules == Rules()
        await backend.stop()

    asyncio.run(body())


async def _said(made: list[_TalkativeLink]) -> None:
    while not made:
        await asyncio.sleep(0)
    await made[0].done.wait()


def test_the_passengers_display_through_the_service(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(BACKENDS):
        monkeypatch.delitem(BACKENDS, name)
    monkeypatch.setitem(BACKENDS, "fake-app", Kind("tests.fakes.mirror_protocol:FakeAppBackend", "Apps"))

    async def body() -> None:
        vehicle = DrivenVehicle({})
        service = ProjectionService({"workers": "0", "passenger_display": "1"})
        async with running_phones() as (phone,), local_link({"vehicle": vehicle, "projection": service}) as link:
            device = await link.call("projection", "AddPhone", "fake-app", phone.address, {})
            session = await link.call("projection", "OpenApp", device, "", 640, 360, 160)
            vehicle.drive(MOVING)
            await until(lambda: phone.of("rules")[-1:] == [[True, False]], what="the passenger's rules")
            (report,) = await link.call("projection", "Sessions")
            assert (report["id"], report["gated"]) == (session, False)
            await link.remove("vehicle")
            await until(lambda: phone.of("rules")[-1] == [False, False], what="the strictest, without a vehicle")

    run(body())
