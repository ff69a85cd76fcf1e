"""The reference data as rows: places with what they are part of and who succeeded them, and the tree of topics."""

from collections.abc import Iterable, Iterator
from typing import Final

from graph.model.kinds import TieKind, TieSource
from graph.model.nodes import MunicipalityFields, TopicFields
from graph.model.ties import TieFields
from graph.model.validation import build
from seeds.reference import load
from seeds.reference.rows import MunicipalityRow
from seeds.rows import SeedNode, Source, municipality, topic

REFERENCE: Final = Source("reference")
IMPORT: Final = TieSource.IMPORT


def places(rows: Iterable[MunicipalityRow]) -> Iterator[SeedNode]:
    """The places, each under its AGS."""
    for row in rows:
        yield SeedNode(REFERENCE, row.ags, build(MunicipalityFields, row.properties()))


def part_of(rows: Iterable[MunicipalityRow]) -> Iterator[TieFields]:
    """What each place is part of."""
    for row in rows:
        if row.parent is not None:
            yield TieFields(
                kind=TieKind.PART_OF,
                from_node=municipality(row.ags),
                to_node=municipality(row.parent),
                source=IMPORT,
            )


def successions() -> Iterator[TieFields]:
    """Who took over the places that are no more."""
    for row in load.successions():
        yield TieFields(
            kind=TieKind.SUCCEEDED_BY,
            from_node=municipality(row.ags),
            to_node=municipality(row.successor),
            since=row.since,
            source=IMPORT,
        )


def topics() -> Iterator[SeedNode]:
    """The topics, each under its slug."""
    for row in load.topics():
        yield SeedNode(REFERENCE, row.slug, TopicFields(slug=row.slug, label_de=row.label_de, label_en=row.label_en))


def topic_ties() -> Iterator[TieFields]:
    """The tree of topics, and what concerns each other across its branches."""
    for row in load.topics():
        if row.broader is not None:
            yield TieFields(kind=TieKind.BROADER, from_node=topic(row.slug), to_node=topic(row.broader), source=IMPORT)
    for pair in load.related_topics():
        yield TieFields(kind=TieKind.RELATED_TO, from_node=topic(pair.slug), to_node=topic(pair.related), source=IMPORT)
