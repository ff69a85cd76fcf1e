"""The benchmark of bulk writing compares like with like; its own test at a small size, since it takes minutes."""

from benchmarks.bulk_load import measured
from graph.store.address import ServerAddress


def test_bulk_stores_the_same_as_one_by_one_and_is_quicker(embedded_server: ServerAddress) -> None:
    assert measured(embedded_server, size=40, rounds=1).median > 1
