"""Threads share out the work; neither the order nor the shares depend on their number."""

import time
from threading import get_ident

import pytest

from graph.network.kernels.threads import in_threads, shares_of


@pytest.mark.parametrize("size", [0, 1, 3, 4, 100, 1001])
def test_shares_are_all_positions_in_order_and_of_about_equal_size(size: int) -> None:
    shares = shares_of(size, each=10)
    assert [position for share in shares for position in share] == [*range(size)]
    assert len({len(share) for share in shares} - {0}) <= 2
    assert len(shares) == min(size, max(4, size // 10))


def test_answers_come_in_the_order_of_the_shares_though_later_ones_are_done_first() -> None:
    def slow_at_first(share: int) -> int:
        time.sleep(0.05 if share == 0 else 0)
        return share

    assert [*in_threads(slow_at_first, range(5), threads=2)] == [0, 1, 2, 3, 4]


def test_one_thread_is_the_callers_own() -> None:
    assert {*in_threads(lambda _: get_ident(), range(3), threads=1)} == {get_ident()}
    assert get_ident() not in {*in_threads(lambda _: get_ident(), range(3), threads=2)}


@pytest.mark.parametrize("threads", [1, 2])
def test_what_a_share_raises_is_raised_and_the_rest_is_dropped(threads: int) -> None:
    begun = []

    def fails(share: int) -> int:
        begun.append(share)
        time.sleep(0.01)
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        [*in_threads(fails, range(100), threads)]
    assert len(begun) < 100
