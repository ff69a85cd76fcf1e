"""Percentiles and places."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from graph.analytics.ranks import doubled_midranks, places

WHOLE = st.lists(st.integers(-5, 5).map(float), min_size=1)


@given(WHOLE)
def test_mid_ranks_are_those_of_scipy(values: list[float]) -> None:
    found = doubled_midranks(np.array(values)) / 2
    assert found.tolist() == pytest.approx((rankdata(values) - 0.5).tolist())


@given(WHOLE)
def test_places_are_those_of_a_competition(values: list[float]) -> None:
    found = places(np.array(values), np.ones(len(values), np.bool_))
    assert found.tolist() == [1 + sum(other > value for other in values) for value in values]


@given(WHOLE, st.data())
def test_only_those_counted_push_others_down(values: list[float], data: st.DataObject) -> None:
    counted = data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values)))
    found = places(np.array(values), np.array(counted)).tolist()
    for value, place in zip(values, found, strict=True):
        above = [other for other, counts in zip(values, counted, strict=True) if counts and other > value]
        assert place == 1 + len(above)


def test_what_differs_in_its_last_digits_is_equal() -> None:
    nearly = np.array([0.1 + 0.2, 0.3, 1 - 1e-16, 1.0, 0.0, 2e-16, 1e-6, 2e-6, 3e6 + 1e-4, 3e6])
    assert doubled_midranks(nearly).tolist() == [10, 10, 14, 14, 2, 2, 5, 7, 18, 18]


def test_nothing_has_no_places() -> None:
    assert places(np.empty(0), np.empty(0, np.bool_)).tolist() == []
    assert doubled_midranks(np.empty(0)).tolist() == []
