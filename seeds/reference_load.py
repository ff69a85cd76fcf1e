"""Writing the reference data into the store: all of it, or what a smaller seed stands on."""

from collections.abc import Collection

from graph.store.database import Database
from seeds import reference_rows as rows
from seeds.loading import Loader, OnRows, SeedReport
from seeds.places import base
from seeds.reference import load
from seeds.rows import municipality


async def load_reference(database: Database, on_rows: OnRows) -> SeedReport:
    """All places, former ones and their successors too, and all topics."""
    loader = Loader.of(database, rows.REFERENCE, on_rows)
    everywhere = (*load.municipalities(), *load.former_municipalities())
    await loader.nodes(rows.places(everywhere))
    await loader.ties(rows.part_of(everywhere))
    await loader.ties(rows.successions())
    await _aliases_and_topics(loader, {row.ags for row in everywhere})
    return loader.report


async def load_base(database: Database, places: Collection[str], on_rows: OnRows) -> SeedReport:
    """All topics, Länder and districts, and of the other places only those given: the ground for a smaller seed."""
    loader = Loader.of(database, rows.REFERENCE, on_rows)
    ground = base(places)
    await loader.nodes(rows.places(ground))
    await loader.ties(rows.part_of(ground))
    await _aliases_and_topics(loader, {row.ags for row in ground})
    return loader.report


async def _aliases_and_topics(loader: Loader, places: Collection[str]) -> None:
    await loader.aliases((row.alias, municipality(row.ags)) for row in load.aliases() if row.ags in places)
    await loader.nodes(rows.topics())
    await loader.ties(rows.topic_ties())
