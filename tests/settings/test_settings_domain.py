"""What a settings file and a driver's name mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.core.errors import Invalid, OutOfRange, ServiceFault
from backends.settings.domain import VERSION, Document, Verdict, check_name, dump, initials, parse
from backends.settings.schema import BRANDS, Setting, build_schema, find_brands

SCHEMA = build_schema()


def _valid(setting: Setting) -> st.SearchStrategy[Any]:
    if setting.allowed:
        return st.sampled_from(setting.allowed)
    if setting.is_list:
        return st.lists(st.sampled_from(["media", "vehicle", "home_2"]), unique=True).map(",".join)
    low, high = setting.minimum, setting.maximum
    match setting.type:
        case "b":
            return st.booleans()
        case "i":
            assert low is not None
            assert high is not None
            return st.integers(int(low), int(high))
        case "d":
            return st.floats(low, high)
    return st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=50)


CHOICES = st.fixed_dictionaries({}, optional={key: _valid(setting) for key, setting in SCHEMA.items()})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("setting", SCHEMA.values(), ids=SCHEMA)
def test_every_default_is_allowed_and_described(setting: Setting) -> None:
    assert setting.check(setting.default) == setting.default
    described = setting.describe()
    assert described["type"] in "bids"
    assert described["section"] == setting.key.split(".")[0]
    assert (setting.type in "id") == ("min" in described and "max" in described and "step" in described)


@given(CHOICES)
def test_what_is_written_is_read(values: dict[str, Any]) -> None:
    document = Document({"name": "Aya", "order": 2}, values, {"later.invention": [1]})
    reading = parse(dump(document), SCHEMA)
    assert reading.verdict is Verdict.GOOD
    assert reading.document == document


@given(st.dictionaries(st.sampled_from(sorted(SCHEMA)), JSON), JSON)
def test_only_good_values_are_used_whatever_the_file_says(values: dict[str, Any], name: Any) -> None:
    data = json.dumps({"version": VERSION, "name": name, "values": values}, indent=1).encode()
    reading = parse(data, SCHEMA)
    for key, value in reading.document.values.items():
        assert SCHEMA[key].check(value) == value
    wrong = len(values) - len(reading.document.values) + ("name" not in reading.document.head)
    assert len(reading.faults) == wrong
    assert (reading.verdict is Verdict.MENDED) == bool(wrong)
    lines = data.decode().splitlines()
    for fault in reading.faults:
        assert '"' in lines[fault.line - 1]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert parse(data, SCHEMA).verdict in Verdict


@given(CHOICES, st.data())
def test_a_file_cut_anywhere_is_broken_and_says_where(values: dict[str, Any], data: st.DataObject) -> None:
    whole = dump(Document({"name": "Jürgen"}, values)).rstrip()
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    reading = parse(cut, SCHEMA)
    assert reading.verdict is Verdict.BROKEN
    assert 1 <= reading.faults[0].line <= whole.count(b"\n") + 1


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('{\n "version": 1,\n "values": {,}\n}', 3, "not JSON"),
        ("[]", 1, "not a JSON object"),
        ('{\n\n "version": "1"}', 3, "no version"),
        ('{"version": true, "values": {}}', 1, "no version"),
        ('{"version": 1,\n "values": []}', 2, "no values"),
        ("[" * 100_000, 1, "not JSON"),
        ('{"version": 1' + "0" * 5000 + "}", 1, "not JSON"),
        (" " * (1 << 20) + "{}", 1, "larger than"),
    ],
)
def test_broken_files_say_the_line(text: str, line: int, said: str) -> None:
    reading = parse(text.encode(), SCHEMA)
    assert reading.verdict is Verdict.BROKEN
    assert reading.faults[0].line == line
    assert said in reading.faults[0].text


def test_bytes_that_are_no_text_say_the_line() -> None:
    reading = parse(b'{\n "version": 1,\n "name": "\xff"}', SCHEMA)
    assert (reading.verdict, reading.faults[0].line) == (Verdict.BROKEN, 3)


def test_wrong_values_name_their_line_and_the_rest_is_used() -> None:
    text = '{\n"version": 1,\n"values": {\n"units.clock": "12",\n"display.scale": "huge",\n"display.brightness": 4\n}}'
    reading = parse(text.encode(), SCHEMA)
    assert reading.verdict is Verdict.MENDED
    assert dict(reading.document.values) == {"units.clock": "12"}
    assert [fault.line for fault in reading.faults] == [5, 6]
    assert "display.scale must be a number, not 'huge'" in reading.faults[0].text
    assert "from 5 to 100" in reading.faults[1].text


def test_the_future_is_recognised_and_the_driver_known() -> None:
    text = '{"name": "Aya",\n"version": 2,\n"values": "something else by then"}'
    reading = parse(text.encode(), SCHEMA)
    assert reading.verdict is Verdict.FUTURE
    assert reading.faults[0].line == 2
    assert reading.document == Document({"name": "Aya"})


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [
        ("display.brightness", True, Invalid),
        ("display.brightness", 50.0, Invalid),
        ("display.brightness", 101, OutOfRange),
        ("display.scale", float("nan"), OutOfRange),
        ("display.scale", float("inf"), OutOfRange),
        ("display.scale", "1.0", Invalid),
        ("sound.startup", 1, Invalid),
        ("display.theme", "dusk", OutOfRange),
        ("display.theme", None, Invalid),
        ("home.cards", "media,media", OutOfRange),
        ("home.cards", "media;drop", OutOfRange),
        ("media.sources", "a\x00b", OutOfRange),
        ("media.sources", "\ud800", OutOfRange),
        ("media.sources", "x" * 5000, OutOfRange),
    ],
)
def test_values_are_checked(key: str, value: object, error: type[ServiceFault]) -> None:
    with pytest.raises(error, match=key):
        SCHEMA[key].check(value)


def test_a_whole_number_is_a_fine_scale() -> None:
    kept = SCHEMA["display.scale"].check(1)
    assert (kept, type(kept)) == (1.0, float)


def test_brands_are_the_theme_folders(tmp_path: Path) -> None:
    assert find_brands(tmp_path / "nowhere") == BRANDS
    for brand in ("zebra", "linen", "aurora"):
        (tmp_path / brand).mkdir()
        (tmp_path / brand / "tokens.json").write_text("{}")
    (tmp_path / "no-theme").mkdir()
    assert find_brands(tmp_path) == ("aurora", "linen", "zebra")
    setting = build_schema(find_brands(tmp_path))["display.brand"]
    assert setting.allowed == ("aurora", "linen", "zebra")
    assert setting.default == "aurora"


@pytest.mark.parametrize(
    ("name", "badge"),
    [
        ("Maria", "M"),
        ("Aya Lindqvist", "AL"),
        ("jean luc de la tour", "JT"),
        ("李 小龙", "李小"),
        ("ليلى", "ل"),
        ("(guest)", "G"),
        ("ß", "S"),
        ("…", "?"),
    ],
)
def test_initials(name: str, badge: str) -> None:
    assert initials(name) == badge


@given(st.text())
def test_names_are_tidied_once_and_for_all(name: str) -> None:
    try:
        tidy = check_name(name)
    except Invalid:
        return
    assert check_name(tidy) == tidy
    assert 1 <= len(tidy) <= 40
    assert 1 <= len(initials(tidy)) <= 2


@pytest.mark.parametrize("name", ["", " \t", "x" * 41, "a\x07b", "\ud800", 7])
def test_names_that_cannot_be_shown_are_refused(name: object) -> None:
    with pytest.raises(Invalid):
        check_name(name)
