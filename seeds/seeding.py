"""The three seeds, written into a migrated database. Each raises StoreUnavailable, and can simply be repeated."""

from typing import Final

from graph.model.kinds import NodeKind
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.pages import Page
from graph.store.reading import NodeReader, TieReader
from seeds.demo import people as demo_people
from seeds.demo import rows as demo_rows
from seeds.demo.places import PLACES
from seeds.demo.source import DEMO, person_id
from seeds.loading import Loader, OnRows, SeedReport, silent
from seeds.national import people as national_people
from seeds.national import rows as national_rows
from seeds.national.plan import Plan
from seeds.reference_load import load_base, load_reference

DEFAULT_SEED: Final = 7
FIRST_OF_DEMO: Final = person_id("region-0-0")


async def seed_reference(database: Database, on_rows: OnRows = silent) -> SeedReport:
    """All places and topics."""
    return await load_reference(database, on_rows)


async def seed_demo(database: Database, on_rows: OnRows = silent) -> SeedReport:
    """The demo, with as much of the reference data as it stands on."""
    report = await load_base(database, PLACES, on_rows)
    loader = Loader.of(database, DEMO, on_rows, report)
    await loader.nodes(demo_rows.nodes())
    await loader.consents(demo_people.consents())
    await loader.ties(demo_rows.ties())
    return report


async def demo_broke_off(database: Database) -> bool:
    """Whether somebody began to seed the demo and did not come to its end."""
    viewer = system("seed")
    begun = await NodeReader(database, viewer).by_ids(NodeKind.PERSON, [FIRST_OF_DEMO])
    last = {tie.kind: DEMO.id(tie.key) for tie in demo_rows.ties()}  # of each kind, they are written in this order
    ended = await TieReader(database, viewer).by_ids([*last.items()])
    return begun != [None] and None in ended


async def has_other_people(database: Database, own: str) -> bool:
    """Whether there are people, and not those of the seed whose first person is `own`: a network in earnest, then."""
    reader = NodeReader(database, system("seed"))
    everybody = await reader.page(NodeKind.PERSON, page=Page.of(1, None, None, None))
    return everybody.total > 0 and await reader.by_ids(NodeKind.PERSON, [own]) == [None]


async def seed_national(
    database: Database, people: int, seed: int = DEFAULT_SEED, on_rows: OnRows = silent
) -> SeedReport:
    """A network of `people` people in all districts, with the reference data. Raises InvalidValue for other sizes than
    `seeds.national.plan.Plan` allows."""
    plan = Plan(people, seed)
    report = await load_reference(database, on_rows)
    loader = Loader.of(database, plan.source, on_rows, report)
    await loader.nodes(national_rows.nodes(plan))
    await loader.consents(national_people.consents(plan))
    await loader.ties(national_rows.ties(plan))
    return report
