"""The reference data as typed rows. Nothing is written and nothing fetched; each file is read once."""

from functools import cache
from pathlib import Path
from typing import Final

from seeds.reference.rows import AliasRow, MunicipalityRow, RelatedTopicsRow, SuccessionRow, TopicRow
from seeds.reference.tables import read_table

HERE: Final = Path(__file__).parent
DATA: Final = HERE / "data"
AS_OF: Final = "2023-12-31"
"""The day on which the municipalities and their borders are as in `municipalities()`."""


@cache
def municipalities() -> tuple[MunicipalityRow, ...]:
    """Every current place, parents first: 16 Länder, 400 rural districts and independent cities, municipalities."""
    names = ("laender", "districts", "municipalities")
    return tuple(row for name in names for row in read_table(DATA / f"{name}.csv", MunicipalityRow))


@cache
def former_municipalities() -> tuple[MunicipalityRow, ...]:
    """Places dissolved since 2016 whose successors are known, each with its `valid_to`; dissolved districts first."""
    return read_table(DATA / "former.csv", MunicipalityRow)


@cache
def successions() -> tuple[SuccessionRow, ...]:
    """Who took over whom. Both ends are in `municipalities()` or `former_municipalities()`."""
    return read_table(DATA / "successions.csv", SuccessionRow)


@cache
def aliases() -> tuple[AliasRow, ...]:
    """The 5-digit keys of independent cities, which are no nodes of their own."""
    return read_table(DATA / "aliases.csv", AliasRow)


@cache
def topics() -> tuple[TopicRow, ...]:
    """The shared topics, each after its broader one."""
    return read_table(HERE / "topics.csv", TopicRow)


@cache
def related_topics() -> tuple[RelatedTopicsRow, ...]:
    """Pairs of topics that concern each other across the branches of the tree."""
    return read_table(HERE / "topics_related.csv", RelatedTopicsRow)
