"""The whole graph out of the store at once, as arrays."""

from graph.store.reading.bulk.load import load_columns

__all__ = ["load_columns"]
