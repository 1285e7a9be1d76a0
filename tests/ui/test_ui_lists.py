"""List models change by rows: what views rely on, checked by Qt's own model tester and by a mirror that hears only signals."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from ui.viewmodels.apps import AppModel
from ui.viewmodels.library import LibraryModel
from ui.viewmodels.lists import RowModel
from ui.viewmodels.media import PlayerModel
from ui.viewmodels.notices import NoticeModel
from ui.viewmodels.projection import DeviceModel
from ui.viewmodels.settings import AboutModel, BrandModel, LanguageModel, ProfileModel
from ui.viewmodels.vehicle import TyreModel

MODELS = [
    AboutModel,
    AppModel,
    BrandModel,
    DeviceModel,
    LanguageModel,
    LibraryModel,
    NoticeModel,
    PlayerModel,
    ProfileModel,
    TyreModel,
]


class Pairs(RowModel):
    ROLES: ClassVar[tuple[str, ...]] = ("key", "value")


class Mirror:
    """A view's idea of the list: it reads rows only where a signal told it to."""

    def __init__(self, model: RowModel) -> None:
        self.model = model
        self.rows: list[Any] = []
        self.resets = 0
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    def _read(self, row: int) -> tuple[Any, ...]:
        return tuple(self.model.data(self.model.index(row), role) for role in sorted(self.model.roleNames()))

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = [self._read(row) for row in range(first, last + 1)]

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def _moved(self, _from: QModelIndex, first: int, last: int, _to: QModelIndex, before: int) -> None:
        moved = self.rows[first : last + 1]
        del self.rows[first : last + 1]
        at = before if before < first else before - len(moved)
        self.rows[at:at] = moved

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self._read(row)

    def _reset(self) -> None:
        self.resets += 1


lists = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2)), max_size=9)


@settings(max_examples=200, deadline=None)
@given(st.lists(lists, min_size=1, max_size=5))
def test_a_view_that_hears_only_row_signals_ends_with_the_same_list(states: list[list[tuple[int, int]]]) -> None:
    model = Pairs()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirror = Mirror(model)
    for state in states:
        model.update_rows([{"key": key, "value": value} for key, value in state])
        assert mirror.rows == state
        assert model.count == len(state)
    assert mirror.resets == 0
    del tester


def test_an_unchanged_list_says_nothing() -> None:
    model = Pairs()
    rows = [{"key": 1, "value": 1}, {"key": 2, "value": 2}]
    model.update_rows(rows)
    heard: list[object] = []
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.countChanged):
        signal.connect(lambda *args: heard.append(args))
    model.update_rows([dict(row) for row in rows])
    assert heard == []


def test_a_change_names_only_the_roles_that_changed() -> None:
    model = Pairs()
    model.update_rows([{"key": 1, "value": 1}])
    roles: list[list[int]] = []
    model.dataChanged.connect(lambda _first, _last, changed: roles.append(list(changed)))
    model.update_rows([{"key": 1, "value": 9}])
    names = model.roleNames()
    assert [[bytes(names[role].data()) for role in changed] for changed in roles] == [[b"value"]]


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_every_model_keeps_qts_rules(kind: type[RowModel], qtmodeltester: Any) -> None:
    model = kind()
    qtmodeltester.check(model, force_py=True)
    for size in (3, 1, 4, 0, 2):
        # The tester goes on listening.
        model.update_rows([{role: f"{role}{n}" for role in kind.ROLES} for n in range(size)])


def test_a_library_asks_once_for_more() -> None:
    model = LibraryModel()
    asked: list[None] = []
    model.moreWanted.connect(lambda: asked.append(None))
    model.settle(complete=False)
    root = QModelIndex()
    assert model.canFetchMore(root)
    model.fetchMore(root)
    model.fetchMore(root)
    assert len(asked) == 1
    model.append_rows([{"itemId": "a"}])
    model.settle(complete=True)
    assert not model.canFetchMore(root)
