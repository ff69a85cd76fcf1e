"""Pages and cursors without a database: what is asked for, and what no cursor may be."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.errors import CursorUnreadable, PageAmbiguous, PageOutOfRange
from graph.model.messages import Language
from graph.store.pages import Page, cursor_at, values_at

NOON = datetime(2026, 1, 1, 12, 0, 0, 123456, tzinfo=UTC)
VALUES = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=200),
    st.integers(-(2**63), 2**63 - 1),
    st.datetimes(timezones=st.just(UTC)),
)


def written(*parts: object) -> str:
    return urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def test_a_page_without_arguments_has_the_first_twenty() -> None:
    assert (Page.of().first, Page.of().size, Page.of().backward) == (20, 20, False)


def test_a_cursor_without_a_number_pages_in_its_own_direction() -> None:
    assert Page.of(before="x") == Page.of(last=20, before="x")
    assert Page.of(after="x") == Page.of(first=20, after="x")


@pytest.mark.parametrize("number", [0, -1, 101, 2**63])
@pytest.mark.parametrize("name", ["first", "last"])
def test_a_page_outside_1_to_100_is_refused_by_name(name: str, number: int) -> None:
    arguments: dict[str, Any] = {name: number}
    with pytest.raises(PageOutOfRange, match=f"{name} is {number}") as refusal:
        Page.of(**arguments)
    assert refusal.value.field == name
    assert "1 bis 100" in refusal.value.text(Language.DE)


@pytest.mark.parametrize(
    "mixed",
    [{"first": 1, "last": 1}, {"first": 1, "before": "x"}, {"last": 1, "after": "x"}, {"after": "x", "before": "y"}],
)
def test_a_page_in_both_directions_is_refused(mixed: dict[str, Any]) -> None:
    with pytest.raises(PageAmbiguous):
        Page.of(**mixed)


@given(st.lists(VALUES, min_size=1, max_size=4), st.text(st.characters(codec="utf-8"), max_size=30))
def test_a_cursor_gives_back_what_was_put_into_it(values: list[str | int | datetime], order: str) -> None:
    cursor = cursor_at(order, tuple(values))
    assert values_at(cursor, order, tuple(map(type, values))) == tuple(values)


@given(st.text(max_size=60))
def test_any_text_that_is_no_cursor_is_refused_as_such(text: str) -> None:
    with pytest.raises(CursorUnreadable):
        values_at(text, "names", (str, str))


@given(st.data())
def test_a_damaged_cursor_is_refused_or_still_a_cursor(data: st.DataObject) -> None:
    cursor = cursor_at("names", ("muller anna", "id-1"))
    place = data.draw(st.integers(0, len(cursor) - 1))
    damaged = cursor[:place] + data.draw(st.characters()) + cursor[place + 1 :]
    try:
        values = values_at(damaged, "names", (str, str))
    except CursorUnreadable:
        return
    assert cursor_at("names", values) == damaged


@pytest.mark.parametrize(
    "cursor",
    [
        cursor_at("other", ("muller anna", "id-1")),
        cursor_at("names", ("muller anna",)),
        cursor_at("names", ("muller anna", "id-1", "more")),
        cursor_at("names", (1, "id-1")),
        cursor_at("names", ("muller anna", "id-1")) + "=",
        cursor_at("names", ("muller anna", "id-1"))[:-3],
        written(2, "names", "muller anna", "id-1"),
        written(1, "names", None, "id-1"),
        written(1, "names", "\ud800", "id-1"),
        written(1, "names", ["muller anna"], "id-1"),
        urlsafe_b64encode(b"[" * 3000).decode(),
        "A" * 100_000,
        "",
    ],
    ids=lambda cursor: str(cursor)[:24],
)
def test_a_cursor_of_another_order_shape_or_type_is_refused(cursor: str) -> None:
    with pytest.raises(CursorUnreadable, match="none of this list"):
        values_at(cursor, "names", (str, str))


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, True, 1.5, "2026-01-01T12:00:00", "2026-01-01", 10**400])
def test_numbers_and_times_that_a_server_cannot_hold_are_refused(value: object) -> None:
    for wanted in (int, datetime):
        with pytest.raises(CursorUnreadable):
            values_at(written(1, "names", value), "names", (wanted,))


def test_a_cursor_holds_the_values_of_its_item_and_nothing_else() -> None:
    cursor = cursor_at("people", (NOON, "id-1"))
    content = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    assert content == [1, "people", "2026-01-01T12:00:00.123456+00:00", "id-1"]
