"""Seeds in a real database: complete, the same when done twice, and completed when they broke off."""

from collections import Counter

from graph.model.kinds import DIRECTORY_KINDS, ConsentPurpose, NodeKind, TieKind
from graph.model.nodes import Municipality
from graph.model.ties import WRITABLE_TIES
from graph.model.viewer import ANONYMOUS, system
from graph.store.database import Database
from graph.store.reading import NodeReader, TieReader
from graph.store.writing import Counts
from seeds import demo_broke_off, seed_demo, seed_national
from seeds.demo.places import PLACES
from seeds.national import rows as national
from seeds.national.plan import Plan
from seeds.places import base
from seeds.reference import load
from tests.seeds.demo_network import agreed, nodes, person, ties

VIEWER = system("test")
Figures = Counter[str]


class BrokeOff(Exception):
    """What ends a seed before its time."""


async def stored(database: Database) -> Figures:
    """How many nodes and ties of each kind there are."""
    figures: Figures = Counter()
    for kind in DIRECTORY_KINDS:
        figures[kind] = (await NodeReader(database, VIEWER).page(kind)).total
    for tie_kind in WRITABLE_TIES:
        figures[tie_kind] = (await TieReader(database, VIEWER).page(tie_kind)).total
    return +figures


def of_demo() -> Figures:
    """How many the demo has of each kind, with the places and topics that it stands on."""
    figures: Figures = Counter(node.fields.kind_of_node for node in nodes().values())
    figures += Counter(tie.kind for tie in ties())
    ground = base(PLACES)
    figures += Counter(
        {NodeKind.MUNICIPALITY: len(ground), TieKind.PART_OF: sum(row.parent is not None for row in ground)}
    )
    return figures + of_topics()


def of_topics() -> Figures:
    return Counter(
        {
            NodeKind.TOPIC: len(load.topics()),
            TieKind.BROADER: sum(row.broader is not None for row in load.topics()),
            TieKind.RELATED_TO: len(load.related_topics()),
        }
    )


async def test_the_demo_is_stored_whole_and_twice_is_the_same_as_once(database: Database) -> None:
    told: Figures = Counter()
    first = await seed_demo(database, lambda what, rows: told.update({what: rows}))
    assert first.total == Counts(created=first.total.created)
    assert await stored(database) == of_demo()
    assert told == {what: counts.created for what, counts in first.counts.items()}
    assert (await seed_demo(database)).total == Counts(unchanged=first.total.created)
    assert await stored(database) == of_demo()


async def test_a_demo_that_breaks_off_again_and_again_is_complete_in_the_end(embedded_database: Database) -> None:
    creating = 0

    def break_off(statement: str) -> None:
        nonlocal creating
        creating += "CREATE (" in statement and ":Change" not in statement
        if creating == 10:  # within a transaction, which is lost with what it did before
            creating = 0
            raise BrokeOff

    embedded_database.observers.append(break_off)
    half = []
    while True:
        try:
            rest = await seed_demo(embedded_database)
        except BrokeOff:
            half.append(await demo_broke_off(embedded_database))
        else:
            break
    assert half[1:] == [True] * (len(half) - 1)
    assert len(half) >= 3
    assert not await demo_broke_off(embedded_database)
    assert rest.total.changed == 0
    assert await stored(embedded_database) == of_demo()


async def test_a_demo_that_nobody_began_did_not_break_off(embedded_database: Database) -> None:
    assert not await demo_broke_off(embedded_database)


async def test_a_national_network_stands_on_the_whole_reference_data(embedded_database: Database) -> None:
    plan = Plan(1_000)
    first = await seed_national(embedded_database, 1_000)
    assert first.total == Counts(created=first.total.created)
    everywhere = (*load.municipalities(), *load.former_municipalities())
    ground: Figures = Counter({NodeKind.MUNICIPALITY: len(everywhere), TieKind.SUCCEEDED_BY: len(load.successions())})
    ground[TieKind.PART_OF] = sum(row.parent is not None for row in everywhere)
    generated: Figures = Counter(node.fields.kind_of_node for node in national.nodes(plan))
    generated.update(tie.kind for tie in national.ties(plan))
    assert await stored(embedded_database) == ground + of_topics() + generated
    again = await seed_national(embedded_database, 1_000)
    assert again.total == Counts(unchanged=first.total.created)
    jena, eisenach = await NodeReader(embedded_database, VIEWER).by_ids(NodeKind.MUNICIPALITY, ["16053", "16056"])
    assert [place.name for place in (jena, eisenach) if isinstance(place, Municipality)] == ["Jena", "Eisenach"]


async def test_anonymous_viewers_see_of_the_demo_only_people_who_agreed_to_be_published(
    embedded_database: Database,
) -> None:
    await seed_demo(embedded_database)
    public = [one for one in agreed(ConsentPurpose.PUBLICATION) if person(one).visibility == "PUBLIC"]
    seen = await NodeReader(embedded_database, ANONYMOUS).page(NodeKind.PERSON)
    assert seen.total == len(public)
    assert 50 < len(public) < 120
