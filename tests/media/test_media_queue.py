"""What plays next: the queue as a state machine, beside the plainest rules one can write down."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backends.media.domain import PlayerState, Queue, Repeat, Status, news


def _queue(songs: str, **kwargs: object) -> Queue:
    queue = Queue(random.Random(1))
    queue.fill(list(songs))
    for name, value in kwargs.items():
        setattr(queue, name, value)
    return queue


def test_songs_follow_each_other_and_end() -> None:
    queue = _queue("abc")
    heard = [queue.current, queue.ended(), queue.ended(), queue.ended()]
    assert heard == ["a", "b", "c", None]
    assert queue.current == "c"
    assert not queue.can_next


def test_repeat_all_goes_round_both_ways() -> None:
    queue = _queue("ab", repeat=Repeat.PLAYLIST)
    assert [queue.next(), queue.next(), queue.previous()] == ["b", "a", "b"]


def test_repeat_one_holds_only_when_the_song_ends() -> None:
    queue = _queue("ab", repeat=Repeat.TRACK)
    assert [queue.ended(), queue.ended(), queue.next(), queue.ended(), queue.next()] == ["a", "a", "b", "b", None]


def test_an_empty_queue_has_nothing_to_say() -> None:
    queue = Queue()
    queue.repeat = Repeat.PLAYLIST
    queue.set_shuffle(True)
    assert (queue.current, queue.next(), queue.previous(), queue.ended()) == (None, None, None, None)
    assert not queue.can_next
    assert not queue.can_previous


def test_a_single_song_repeats_in_shuffle() -> None:
    queue = _queue("a", repeat=Repeat.PLAYLIST)
    queue.set_shuffle(True)
    assert [queue.next(), queue.ended()] == ["a", "a"]


@given(st.integers(0, 2**32), st.integers(2, 30))
def test_a_new_round_of_shuffle_never_begins_with_the_last_song(seed: int, size: int) -> None:
    queue = Queue(random.Random(seed))
    queue.fill([str(n) for n in range(size)])
    queue.repeat = Repeat.PLAYLIST
    queue.set_shuffle(True)
    for _ in range(3):
        while queue.place < size - 1:
            queue.next()
        last = queue.current
        assert queue.next() != last


@given(st.integers(0, 2**32), st.lists(st.integers(0, 40), unique=True), st.sets(st.integers(0, 40)), st.booleans())
def test_songs_that_are_gone_leave_and_the_rest_stays_in_order(
    seed: int, songs: list[int], known: set[int], shuffle: bool
) -> None:
    queue = Queue(random.Random(seed))
    queue.set_shuffle(shuffle)
    queue.fill([str(song) for song in songs])
    before, current = queue.songs, queue.current
    queue.keep({str(song) for song in known})
    assert queue.songs == [song for song in before if int(song) in known]
    if current in queue.songs:
        assert queue.current == current


class Machine(RuleBasedStateMachine):
    """Any order of what a driver can do."""

    @initialize(seed=st.integers(0, 2**32), size=st.integers(0, 12))
    def begin(self, seed: int, size: int) -> None:
        self.queue = Queue(random.Random(seed))
        self.given = [f"s{n}" for n in range(size)]
        self.queue.fill(self.given)

    @rule(repeat=st.sampled_from(Repeat))
    def set_repeat(self, repeat: Repeat) -> None:
        self.queue.repeat = repeat

    @rule(shuffle=st.booleans())
    def set_shuffle(self, shuffle: bool) -> None:
        current = self.queue.current
        self.queue.set_shuffle(shuffle)
        assert self.queue.current == current, "the song that plays goes on"

    @rule()
    def go_next(self) -> None:
        promised, place, current = self.queue.can_next, self.queue.place, self.queue.current
        got = self.queue.next()
        assert (got is not None) == promised
        if got is None:
            assert self.queue.current == current
        else:
            assert self.queue.place in {place + 1, 0}

    @rule()
    def go_previous(self) -> None:
        promised = self.queue.can_previous
        assert (self.queue.previous() is not None) == promised

    @rule()
    def end(self) -> None:
        current, repeat = self.queue.current, self.queue.repeat
        got = self.queue.ended()
        if repeat is Repeat.TRACK:
            assert got == current
        if repeat is Repeat.PLAYLIST and self.given:
            assert got is not None, "a list that repeats never ends"

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        song = data.draw(st.sampled_from(self.given))
        assert self.queue.jump(song)
        assert self.queue.current == song

    @rule()
    def jump_nowhere(self) -> None:
        current = self.queue.current
        assert not self.queue.jump("nowhere")
        assert self.queue.current == current

    @rule(start=st.integers(0, 20))
    def fill(self, start: int) -> None:
        self.queue.fill(self.given, f"s{start}")
        if f"s{start}" in self.given:
            assert self.queue.current == f"s{start}"

    @invariant()
    def every_song_is_there_once(self) -> None:
        assert sorted(self.queue.songs) == sorted(self.given)
        if not self.queue.shuffle:
            assert self.queue.songs == self.given
        assert (self.queue.current is None) == (not self.given)


TestQueueMachine = Machine.TestCase


def _state(**kwargs: object) -> PlayerState:
    return PlayerState("p", "P", **{"length_us": 10_000_000, **kwargs})  # type: ignore[arg-type]


def test_a_position_runs_only_while_playing_and_stops_at_the_end() -> None:
    playing = _state(status=Status.PLAYING, position_us=1_000_000, position_time=100.0)
    assert playing.position_at(102.5) == 3_500_000
    assert playing.position_at(200) == 10_000_000
    assert _state(status=Status.PAUSED, position_us=5, position_time=1).position_at(9) == 5


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"position_us": 3_000_000, "position_time": 102.0}, False),
        ({"position_us": 3_200_000, "position_time": 102.0}, False),
        ({"position_us": 3_400_000, "position_time": 102.0}, True),
        ({"title": "x"}, True),
        ({"status": Status.PAUSED}, True),
    ],
)
def test_only_what_the_clock_does_not_tell_is_news(changed: dict[str, object], told: bool) -> None:
    base: dict[str, object] = {"status": Status.PLAYING, "position_us": 1_000_000, "position_time": 100.0}
    assert news(_state(**base), _state(**{**base, **changed})) is told


def test_the_wire_form_has_no_enums() -> None:
    wire = _state(status=Status.PLAYING, repeat=Repeat.TRACK).as_wire()
    assert (wire["status"], wire["repeat"]) == ("playing", "track")
    assert {type(value) for value in wire.values()} <= {str, int, float, bool}
