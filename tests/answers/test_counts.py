"""How exact a figure is, for whom."""

import pytest

from graph.answers.counts import left_out, size
from graph.model.messages import Language
from graph.model.viewer import Viewer
from tests.answers.drawn import ANYBODY, MANAGER, MEMBER, STRATEGY


@pytest.mark.parametrize("viewer", [ANYBODY, MEMBER, STRATEGY])
@pytest.mark.parametrize(("number", "value"), [(0, None), (4, None), (5, 5), (17, 17)])
def test_few_who_were_left_out_are_not_counted_for_all_but_managers(
    viewer: Viewer, number: int, value: int | None
) -> None:
    assert left_out(number, viewer).value == value


@pytest.mark.parametrize("number", [0, 1, 4, 5])
def test_managers_see_how_many_were_left_out(number: int) -> None:
    assert left_out(number, MANAGER).value == number


@pytest.mark.parametrize(("number", "value"), [(0, 0), (1, None), (4, None), (5, 5), (9, 5), (10, 10), (612, 610)])
def test_outside_the_network_sizes_are_multiples_of_five(number: int, value: int | None) -> None:
    assert size(number, ANYBODY).value == value
    assert size(number, MEMBER).value == number


def test_a_count_has_words_in_both_languages() -> None:
    few, many = left_out(3, MEMBER), left_out(12, MEMBER)
    assert (few.text(), few.text(Language.DE)) == ("fewer than 5", "weniger als 5")
    assert (many.text(), many.text(Language.DE)) == ("12", "12")
