"""Valid time: partial dates, half-open intervals, and today in Germany."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

from graph.model.messages import refused

BERLIN: Final = ZoneInfo("Europe/Berlin")
PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def check_partial_date(value: str) -> str:
    """Return `value` if it is a year, a month or a day: '2019', '2019-05', '2019-05-12'. ValueError if not."""
    try:
        first_day(value)
    except ValueError:
        raise refused("{value} is no date. Write '2019', '2019-05' or '2019-05-12'.", value=repr(value)) from None
    return value


PartialDate = Annotated[str, AfterValidator(check_partial_date)]
"""A date with the precision it is known in. As text it compares rightly with any full ISO date."""


def first_day(value: str) -> date:
    """The first day of a partial date, which is what it means as the bound of an interval. ValueError if it is none."""
    match = PARTIAL.fullmatch(value)
    if match is None:
        raise ValueError(value)
    year, month, day = match.groups()
    return date(int(year), int(month or 1), int(day or 1))


def check_interval(since: str | None, until: str | None, names: tuple[str, str] = ("since", "until")) -> None:
    """ValueError unless [since, until) holds at least one day. None: always, respectively still."""
    if since is not None and until is not None and first_day(until) <= first_day(since):
        raise refused(
            "{end} {until} is not after {begin} {since}. Intervals end before {end}: write the first day, month or "
            "year in which it no longer holds, or leave it empty.",
            begin=names[0],
            since=repr(since),
            end=names[1],
            until=repr(until),
        )


def holds(since: str | None, until: str | None, as_of: date) -> bool:
    """Whether `as_of` lies in [since, until). A missing since means always, a missing until means still."""
    return (since is None or first_day(since) <= as_of) and (until is None or as_of < first_day(until))


def today() -> date:
    """Today in Germany, which is what `asOf` defaults to."""
    return datetime.now(BERLIN).date()


def now() -> datetime:
    """This moment in UTC, for recorded time."""
    return datetime.now(UTC)
