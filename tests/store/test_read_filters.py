"""Filters: each alone and together, on every server."""

from datetime import date

import pytest

from graph.model.errors import InvalidValue
from graph.model.kinds import (
    Impulse,
    Level,
    MunicipalityKind,
    NodeKind,
    OfferKind,
    OrganizationKind,
    PositionStatus,
    ProjectStage,
    Sector,
)
from graph.model.viewer import ANONYMOUS
from graph.store.database import Database
from graph.store.reading import (
    EventFilter,
    MunicipalityFilter,
    NodeFilter,
    NodeReader,
    OrganizationFilter,
    PersonFilter,
    PolicyPositionFilter,
    ProjectFilter,
    SupportOfferFilter,
    TopicFilter,
)
from graph.store.reading.conditions import CONDITIONS
from graph.store.reading.filters import FILTERS
from tests.store.town import MANAGER, MEMBER, alias, build, statements

FOUND: dict[NodeKind, list[tuple[NodeFilter, set[str]]]] = {
    NodeKind.PERSON: [
        (PersonFilter(), {"anna", "bela", "carl", "dora", "emil", "zoe"}),
        (PersonFilter(text="mueller"), {"anna", "bela", "carl"}),
        (PersonFilter(text="müll a"), {"anna"}),
        (PersonFilter(text=" - "), {"anna", "bela", "carl", "dora", "emil", "zoe"}),
        (PersonFilter(topics=("planung",)), {"anna", "carl"}),
        (PersonFilter(topics=("jugendhilfeplanung",)), {"anna"}),
        (PersonFilter(topics=("planung",), active_on=date(2019, 12, 31)), {"anna", "bela", "carl"}),
        (PersonFilter(topics=("planung",), active_on=date(2020, 1, 1)), {"anna", "carl"}),
        (PersonFilter(municipalities=("05",)), {"bela", "zoe"}),
        (PersonFilter(municipalities=("05962",)), {"bela"}),
        (PersonFilter(municipalities=("05111",)), {"zoe"}),
        (PersonFilter(municipalities=("05962", "05111000")), {"bela", "zoe"}),
        (PersonFilter(municipalities=("06", "99")), set()),
        (PersonFilter(organizations=("jugendamt",)), {"anna", "carl"}),
        (PersonFilter(organizations=("jugendamt",), active_on=date(2021, 6, 1)), {"anna", "bela", "carl"}),
        (PersonFilter(organizations=("jugendamt", "hochschule"), topics=("planung",)), {"anna", "carl"}),
        (PersonFilter(topics=("planung",), municipalities=("05",)), set()),
        (PersonFilter(levels=(Level.LEADERSHIP,)), {"anna"}),
        (PersonFilter(levels=(Level.SPECIALIST,)), {"carl", "emil"}),
        (PersonFilter(levels=(Level.POLITICAL,)), {"bela"}),
        (PersonFilter(sectors=(Sector.ADMINISTRATION,)), {"anna", "carl"}),
        (PersonFilter(sectors=(Sector.POLITICS, Sector.OTHER)), {"bela", "zoe"}),
        (PersonFilter(sectors=(Sector.SCIENCE,), levels=(Level.SPECIALIST,), text="Wer"), {"emil"}),
        (PersonFilter(active_on=date(2023, 12, 31)), {"anna", "bela", "carl", "dora", "emil", "zoe"}),
        (PersonFilter(active_on=date(2024, 1, 1)), {"anna", "bela", "carl", "emil", "zoe"}),
        (PersonFilter(active_on=date(2023, 5, 31)), {"anna", "bela", "carl", "dora", "zoe"}),
    ],
    NodeKind.ORGANIZATION: [
        (OrganizationFilter(text="amt"), {"jugendamt"}),
        (OrganizationFilter(kinds=(OrganizationKind.COUNCIL,)), {"rat"}),
        (OrganizationFilter(sectors=(Sector.SCIENCE, Sector.POLITICS)), {"rat", "hochschule"}),
        (OrganizationFilter(municipalities=("05",)), {"jugendamt", "rat"}),
        (OrganizationFilter(municipalities=("05962",)), {"jugendamt"}),
        (OrganizationFilter(topics=("fruehe-hilfen",)), {"jugendamt"}),
        (OrganizationFilter(topics=("fruehe-hilfen",), municipalities=("05111",)), set()),
    ],
    NodeKind.MUNICIPALITY: [
        (MunicipalityFilter(text="05962"), {"05962", "05962024", "05962032"}),
        (MunicipalityFilter(kinds=(MunicipalityKind.LAND,)), {"05", "06"}),
        (MunicipalityFilter(land="06"), {"06"}),
        (MunicipalityFilter(district="05962"), {"05962", "05962024", "05962032"}),
        (MunicipalityFilter(part_of=("05",)), {"05962", "05962024", "05962032", "05111000"}),
        (MunicipalityFilter(part_of=("05962",), text="ise"), {"05962024"}),
        (MunicipalityFilter(population_from=72_000, population_to=619_000), {"05962032", "05962"}),
        (MunicipalityFilter(population_from=0), {"05", "05962", "05962032", "05111000", "06"}),
    ],
    NodeKind.TOPIC: [
        (TopicFilter(broader=("planung",)), {"jugendhilfeplanung"}),
        (TopicFilter(text="early"), {"fruehe-hilfen"}),
    ],
    NodeKind.PROJECT: [
        (ProjectFilter(text="präv"), {"kette"}),
        (ProjectFilter(stages=(ProjectStage.IDEA, ProjectStage.ENDED)), {"runde"}),
        (ProjectFilter(impulses=(Impulse.TOP_DOWN,)), {"kette"}),
        (ProjectFilter(topics=("planung",)), {"kette"}),
        (ProjectFilter(seeks=("fruehe-hilfen",)), {"runde"}),
        (ProjectFilter(seeks=("fruehe-hilfen",), topics=("planung",)), set()),
        (ProjectFilter(municipalities=("05111000",)), {"runde"}),
        (ProjectFilter(municipalities=("05",)), {"runde", "kette"}),
    ],
    NodeKind.SUPPORT_OFFER: [
        (SupportOfferFilter(text="Werkzeug"), {"werkzeug"}),
        (SupportOfferFilter(kinds=(OfferKind.CONSULTING,)), {"beratung"}),
        (SupportOfferFilter(stages=(ProjectStage.PLANNING,)), {"beratung", "werkzeug"}),
        (SupportOfferFilter(stages=(ProjectStage.RUNNING,)), {"werkzeug"}),
        (SupportOfferFilter(impulses=(Impulse.TOP_DOWN,), levels=(Level.SPECIALIST,)), {"beratung"}),
        (SupportOfferFilter(topics=("planung",)), {"beratung"}),
    ],
    NodeKind.POLICY_POSITION: [
        (PolicyPositionFilter(text="ganz"), {"entwurf"}),
        (PolicyPositionFilter(status=(PositionStatus.PUBLISHED,)), {"papier"}),
        (PolicyPositionFilter(topics=("planung",)), {"papier"}),
    ],
    NodeKind.EVENT: [
        (EventFilter(text="tag"), {"tagung"}),
        (EventFilter(topics=("fruehe-hilfen",)), {"tagung"}),
        (EventFilter(held_from=date(2024, 1, 1)), {"auftakt", "tagung"}),
        (EventFilter(held_from=date(2024, 1, 2)), {"tagung"}),
        (EventFilter(held_to=date(2024, 9, 12)), {"auftakt"}),
        (EventFilter(held_to=date(2024, 1, 1)), set()),
    ],
}


@pytest.fixture(scope="module")
async def town(migrated: Database) -> Database:
    await build(migrated)
    await alias(migrated, "05111", NodeKind.MUNICIPALITY, "05111000")
    return migrated


@pytest.mark.parametrize(
    ("kind", "filter", "expected"),
    [(kind, *case) for kind, cases in FOUND.items() for case in cases],
    ids=lambda value: " ".join(sorted(value)) if isinstance(value, set) else str(value),
)
async def test_a_filter_lets_through_what_it_says(
    town: Database, kind: NodeKind, filter: NodeFilter, expected: set[str]
) -> None:
    with statements(town) as sent:
        page = await NodeReader(town, MANAGER).page(kind, filter)
    assert sorted(node.id for node in page.items) == sorted(expected)
    assert (page.total, len(sent)) == (len(expected), 1)


def test_every_entry_of_every_filter_is_tried() -> None:
    for kind, cases in FOUND.items():
        tried = {name for filter, _ in cases for name in CONDITIONS[FILTERS[kind]] if getattr(filter, name)}
        tried |= {name for filter, _ in cases for name in CONDITIONS[FILTERS[kind]] if getattr(filter, name) == 0}
        assert tried == CONDITIONS[FILTERS[kind]].keys()


async def test_a_filter_finds_nobody_who_may_not_be_seen(town: Database) -> None:
    for filter in (
        PersonFilter(topics=("planung",)),
        PersonFilter(organizations=("jugendamt",)),
        PersonFilter(text="mul"),
    ):
        seen = await NodeReader(town, ANONYMOUS).page(NodeKind.PERSON, filter)
        assert ([node.id for node in seen.items], seen.total) == (["anna"], 1)


async def test_contact_data_is_not_searched(town: Database) -> None:
    for text in ("example", "030", "23125", "anna@example.org"):
        assert (await NodeReader(town, MANAGER).page(NodeKind.PERSON, PersonFilter(text=text))).total == 0


async def test_a_filter_of_another_kind_is_a_mistake_of_the_program(town: Database) -> None:
    with pytest.raises(TypeError, match="EventFilter does not filter nodes of kind Person"):
        await NodeReader(town, MEMBER).page(NodeKind.PERSON, EventFilter())


async def test_a_text_longer_than_any_name_is_refused(town: Database) -> None:
    with pytest.raises(InvalidValue, match="has 201 characters"):
        await NodeReader(town, MEMBER).page(NodeKind.PERSON, PersonFilter(text="a" * 201))
