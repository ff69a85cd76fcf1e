"""What may be asked for, and the one way to write it."""

from datetime import date
from typing import Any

import pytest

from graph.model.errors import InvalidValue
from graph.model.kinds import ActorKind, Level, Sector, TieKind
from graph.model.messages import Language
from graph.model.time import today
from graph.network.scope import NetworkScope


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"min_strength": 0}, "min_strength", "min_strength is 0. Allowed: 1 to 5."),
        ({"min_strength": 6}, "min_strength", "Allowed: 1 to 5."),
        ({"max_group_size": 1}, "max_group_size", "Allowed: 2 to 500."),
        ({"ties": (TieKind.RUNS,)}, "ties", "RUNS does not tie PEOPLE. Allowed: COLLABORATES_WITH, CONTRIBUTES_TO"),
        ({"actors": ActorKind.MUNICIPALITIES, "ties": (TieKind.ATTENDED,)}, "ties", "does not tie MUNICIPALITIES"),
        ({"actors": ActorKind.ORGANIZATIONS, "levels": (Level.POLITICAL,)}, "levels", "cannot be filtered by levels"),
        ({"actors": ActorKind.MUNICIPALITIES, "sectors": (Sector.OTHER,)}, "sectors", "Allowed: topics, municipal"),
    ],
)
def test_what_can_never_be_right_is_refused_with_what_is_allowed(wrong: dict[str, Any], field: str, says: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        NetworkScope(**wrong)
    assert refusal.value.field == field
    assert says in str(refusal.value)
    assert refusal.value.text(Language.DE) != str(refusal.value)


def test_scopes_that_say_the_same_are_equal_when_filled() -> None:
    one = NetworkScope(topics=("b", "a", "b"), sectors=(Sector.SCIENCE, Sector.POLITICS))
    other = NetworkScope(topics=("a", "b"), sectors=(Sector.POLITICS, Sector.SCIENCE), as_of=today())
    assert one != other
    assert one.filled() == other.filled()
    assert hash(one.filled()) == hash(other.filled())


def test_filling_fills_in_ties_and_day_and_nothing_twice() -> None:
    filled = NetworkScope().filled()
    assert filled.ties == (TieKind.COLLABORATES_WITH, TieKind.CONTRIBUTES_TO)
    assert filled.as_of == today()
    assert filled.filled() == filled


def test_a_day_that_is_given_stays() -> None:
    assert NetworkScope(as_of=date(2019, 5, 1)).filled().day == date(2019, 5, 1)
