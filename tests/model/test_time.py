"""Partial dates and half-open intervals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.time import check_interval, check_partial_date, first_day, holds

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
PARTIAL_DATES = DAYS.flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))


@pytest.mark.parametrize(
    ("written", "day"), [("2019", date(2019, 1, 1)), ("2019-05", date(2019, 5, 1)), ("2019-05-12", date(2019, 5, 12))]
)
def test_a_partial_date_means_its_first_day(written: str, day: date) -> None:
    assert first_day(check_partial_date(written)) == day


@pytest.mark.parametrize("written", ["19", "2019-13", "2019-02-30", "2019-5", "12.05.2019", "", "２０１９"])
def test_what_is_no_date_is_refused_by_value(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no date. Write '2019', '2019-05' or '2019-05-12'") as refusal:
        check_partial_date(written)
    assert repr(written) in str(refusal.value)


def test_an_interval_holds_its_first_day_and_not_its_last_bound() -> None:
    assert holds("2019", "2020", date(2019, 1, 1))
    assert holds("2019", "2020", date(2019, 12, 31))
    assert not holds("2019", "2020", date(2020, 1, 1))
    assert not holds("2019", "2020", date(2018, 12, 31))


def test_missing_bounds_mean_always_and_still() -> None:
    assert holds(None, None, date.min)
    assert holds("2019", None, date.max)
    assert not holds(None, "2019", date.max)


def test_an_interval_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="until '2019-01' is not after since '2019'"):
        check_interval("2019", "2019-01")


@given(PARTIAL_DATES, PARTIAL_DATES, DAYS)
def test_text_compares_with_a_full_date_as_the_first_day_does(since: str, until: str, day: date) -> None:
    """Statements compare texts, Python compares days; both must see the same interval."""
    assert holds(since, until, day) == (since <= str(day) < until)
