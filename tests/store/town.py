"""A small invented network that the tests of reading share: who may be seen by whom is known of each of its people."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, Final

from graph.model.ids import imported_id
from graph.model.kinds import ConsentPurpose, NodeKind, TieKind
from graph.model.nodes import FIELDS, NodeFields
from graph.model.permissions import Role
from graph.model.ties import NodeRef, TieFields
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.database import Database
from graph.store.writing import Decision, ImportedNode, ImportedTie, Importer
from tests.servers.emptying import empty

MEMBER: Final = Viewer(Role.MEMBER, "account-of-a-member")
STRATEGY: Final = Viewer(Role.STRATEGY, "account-of-the-strategy-team")
MANAGER: Final = Viewer(Role.MANAGER, "account-of-a-manager")
ADMIN: Final = Viewer(Role.ADMIN, "account-of-an-admin")
VIEWERS: Final = (ANONYMOUS, MEMBER, STRATEGY, MANAGER, ADMIN)

P, O, M = NodeKind.PERSON, NodeKind.ORGANIZATION, NodeKind.MUNICIPALITY  # noqa: E741 - as in the table of ties
T, J, S = NodeKind.TOPIC, NodeKind.PROJECT, NodeKind.SUPPORT_OFFER
L, E = NodeKind.POLICY_POSITION, NodeKind.EVENT

PEOPLE: Final[dict[str, dict[str, Any]]] = {
    "anna": {"name": "Anna Müller", "visibility": "PUBLIC", "email": "anna@example.org", "phone": "030 23125 001"},
    "bela": {
        "name": "Béla Mueller",
        "visibility": "NETWORK",
        "email": "bela@example.org",
        "fallback_level": "POLITICAL",
    },
    "carl": {"name": "Carl Muller-Groß", "visibility": "MANAGERS", "email": "carl@example.org"},
    "dora": {"name": "Dora Straßer", "visibility": "PUBLIC", "active_until": "2024"},
    "emil": {"name": "Emil Werner", "visibility": "NETWORK", "email": "emil@example.org", "active_from": "2023-06"},
    "zoe": {"name": "Zoë Weiss", "visibility": "PUBLIC", "email": "zoe@example.org", "fallback_sector": "OTHER"},
}
CONSENTS: Final = {
    "anna": ("PUBLICATION", "CONTACT", "RANKINGS"),
    "emil": ("CONTACT",),
    "carl": ("RANKINGS", "SUGGESTIONS"),
    "zoe": ("PUBLICATION",),
}
SEEN: Final = {
    Role.ANONYMOUS: ["anna", "zoe"],
    Role.MEMBER: ["anna", "bela", "dora", "emil", "zoe"],
    Role.STRATEGY: ["anna", "bela", "dora", "emil", "zoe"],
    Role.MANAGER: ["anna", "bela", "carl", "dora", "emil", "zoe"],
    Role.ADMIN: ["anna", "bela", "carl", "dora", "emil", "zoe"],
}
"""Whom each role sees, in the order of their names."""

NODES: Final[dict[NodeKind, dict[str, dict[str, Any]]]] = {
    P: PEOPLE,
    O: {
        "jugendamt": {"name": "Jugendamt Lüdenscheid", "kind": "AUTHORITY", "sector": "ADMINISTRATION"},
        "rat": {"name": "Rat der Stadt", "kind": "COUNCIL", "sector": "POLITICS"},
        "hochschule": {"name": "Hochschule am Fluss", "kind": "UNIVERSITY", "sector": "SCIENCE"},
    },
    M: {
        "05": {"name": "Nordrhein-Westfalen", "kind": "LAND", "population": 17_900_000},
        "05962": {"name": "Märkischer Kreis", "kind": "RURAL_DISTRICT", "district": "05962", "population": 412_000},
        "05962032": {"name": "Lüdenscheid", "kind": "MUNICIPALITY", "district": "05962", "population": 72_000},
        "05962024": {"name": "Iserlohn", "kind": "MUNICIPALITY", "district": "05962"},
        "05111000": {"name": "Düsseldorf", "kind": "INDEPENDENT_CITY", "district": "05111", "population": 619_000},
        "06": {"name": "Hessen", "kind": "LAND", "population": 6_300_000},
    },
    T: {
        "planung": {"label_de": "Planung", "label_en": "Planning"},
        "jugendhilfeplanung": {"label_de": "Jugendhilfeplanung", "label_en": "Youth services planning"},
        "fruehe-hilfen": {"label_de": "Frühe Hilfen", "label_en": "Early help"},
        "the-in": {"label_de": "Kindergärten in der Stadt", "label_en": "The kindergarten in a town"},
    },
    J: {
        "kette": {"title": "Präventionskette", "stage": "RUNNING", "impulse": "TOP_DOWN"},
        "runde": {"title": "Runder Tisch", "stage": "IDEA"},
    },
    S: {
        "beratung": {"title": "Beratung vor Ort", "kind": "CONSULTING", "stages": ("IDEA", "PLANNING")},
        "werkzeug": {"title": "Werkzeugkoffer", "kind": "TOOL", "levels": ("POLITICAL",)},
    },
    L: {
        "papier": {"title": "Alle planen gemeinsam", "status": "PUBLISHED", "published_on": date(2025, 3, 1)},
        "entwurf": {"title": "Entwurf zum Ganztag"},
    },
    E: {
        "tagung": {"title": "Jahrestagung", "held_on": "2024-09-12"},
        "auftakt": {"title": "Auftakt", "held_on": "2024"},
    },
}

TIES: Final[list[tuple[TieKind, tuple[NodeKind, str], tuple[NodeKind, str], dict[str, Any]]]] = [
    (TieKind.PART_OF, (M, "05962"), (M, "05"), {}),
    (TieKind.PART_OF, (M, "05962032"), (M, "05962"), {}),
    (TieKind.PART_OF, (M, "05962024"), (M, "05962"), {}),
    (TieKind.PART_OF, (M, "05111000"), (M, "05"), {}),
    (TieKind.BROADER, (T, "jugendhilfeplanung"), (T, "planung"), {}),
    (TieKind.RELATED_TO, (T, "planung"), (T, "fruehe-hilfen"), {}),
    (TieKind.LOCATED_IN, (O, "jugendamt"), (M, "05962032"), {}),
    (TieKind.ADMINISTERS, (O, "rat"), (M, "05111000"), {}),
    (
        TieKind.MEMBER_OF,
        (P, "anna"),
        (O, "jugendamt"),
        {"level": "LEADERSHIP", "role_title": "Leitung", "primary": True},
    ),
    (TieKind.MEMBER_OF, (P, "anna"), (O, "rat"), {"level": "POLITICAL", "role_title": "sachkundige Bürgerin"}),
    (TieKind.MEMBER_OF, (P, "bela"), (O, "jugendamt"), {"role_title": "Planung", "until": "2022"}),
    (TieKind.MEMBER_OF, (P, "carl"), (O, "jugendamt"), {"level": "SPECIALIST", "note": "sehr gut vernetzt"}),
    (TieKind.MEMBER_OF, (P, "emil"), (O, "hochschule"), {"level": "SPECIALIST"}),
    (TieKind.MEMBER_OF, (O, "jugendamt"), (O, "hochschule"), {}),
    (TieKind.ACTIVE_IN, (P, "bela"), (M, "05962032"), {"capacity": "POLITICS"}),
    (TieKind.ACTIVE_IN, (P, "zoe"), (M, "05111000"), {}),
    (
        TieKind.COLLABORATES_WITH,
        (P, "anna"),
        (P, "bela"),
        {"strength": 4, "evidence": "Befragung", "note": "seit Jahren"},
    ),
    (TieKind.COLLABORATES_WITH, (P, "bela"), (P, "carl"), {"strength": 2}),
    (TieKind.COLLABORATES_WITH, (P, "anna"), (P, "zoe"), {}),
    (TieKind.COLLABORATES_WITH, (O, "jugendamt"), (M, "05962032"), {}),
    (TieKind.WORKS_ON, (P, "anna"), (T, "jugendhilfeplanung"), {"engagement": "EXPERT"}),
    (TieKind.WORKS_ON, (P, "bela"), (T, "planung"), {"engagement": "ACTIVE", "until": "2020"}),
    (TieKind.WORKS_ON, (P, "carl"), (T, "planung"), {"engagement": "ACTIVE"}),
    (TieKind.WORKS_ON, (O, "jugendamt"), (T, "fruehe-hilfen"), {"engagement": "ACTIVE"}),
    (TieKind.CONTRIBUTES_TO, (P, "anna"), (J, "kette"), {}),
    (TieKind.RUNS, (O, "jugendamt"), (J, "kette"), {}),
    (TieKind.RUNS, (M, "05111000"), (J, "runde"), {}),
    (TieKind.TAKES_PLACE_IN, (J, "kette"), (M, "05962024"), {}),
    (TieKind.ABOUT, (J, "kette"), (T, "jugendhilfeplanung"), {}),
    (TieKind.ABOUT, (S, "beratung"), (T, "planung"), {}),
    (TieKind.ABOUT, (L, "papier"), (T, "planung"), {}),
    (TieKind.ABOUT, (E, "tagung"), (T, "fruehe-hilfen"), {}),
    (TieKind.OFFERS, (O, "hochschule"), (S, "beratung"), {}),
    (TieKind.SEEKS, (J, "runde"), (T, "fruehe-hilfen"), {}),
    (TieKind.USES, (J, "kette"), (S, "werkzeug"), {"helped": 4}),
    (TieKind.ENDORSES, (P, "anna"), (L, "papier"), {"role": "AUTHOR"}),
    (TieKind.ENDORSES, (P, "emil"), (L, "papier"), {"role": "SUPPORTER"}),
    (TieKind.ENDORSES, (O, "hochschule"), (L, "papier"), {"role": "SUPPORTER"}),
    (TieKind.ENDORSES, (P, "zoe"), (L, "entwurf"), {"role": "SUPPORTER"}),
    (TieKind.ATTENDED, (P, "anna"), (E, "tagung"), {}),
    (TieKind.ATTENDED, (P, "carl"), (E, "tagung"), {}),
]


def fields_of(kind: NodeKind, id: str, values: dict[str, Any]) -> NodeFields:
    """The fields of a node; AGS and slug are its id."""
    own = {M: {"ags": id}, T: {"slug": id}}.get(kind, {})
    return FIELDS[kind].model_validate({**own, **values})


def tie_of(
    kind: TieKind, source: tuple[NodeKind, str], target: tuple[NodeKind, str], values: dict[str, Any]
) -> TieFields:
    """The fields of a tie."""
    return TieFields.model_validate(
        {"kind": kind, "from_node": NodeRef(*source), "to_node": NodeRef(*target), **values}
    )


def id_of(tie: TieFields) -> str:
    """The id that a tie of the town has: the same each time it is built."""
    return imported_id("town", tie.key)


async def add_nodes(database: Database, kind: NodeKind, rows: dict[str, dict[str, Any]]) -> None:
    """Write nodes by id and fields."""
    imported = [ImportedNode(id, fields_of(kind, id, values), "town", id) for id, values in rows.items()]
    await Importer(database, ADMIN).upsert_nodes(kind, imported)


async def add_ties(database: Database, ties: Iterable[TieFields]) -> None:
    """Write ties."""
    await Importer(database, ADMIN).upsert_ties([ImportedTie(id_of(tie), tie, "town", tie.key) for tie in ties])


async def agree(database: Database, person: str, *purposes: str, given: bool = True) -> None:
    """Record what a person agrees to, or, with `given=False`, withdraws."""
    at = datetime.now(UTC) if not given else datetime(2025, 1, 1, tzinfo=UTC)
    decisions = [Decision(purpose=ConsentPurpose(one), given=given, source="town", at=at) for one in purposes]
    await Importer(database, ADMIN).record_consents([(person, decision) for decision in decisions])


async def build(database: Database, *, without: str | None = None) -> None:
    """Empty the database and write the town, without one of its people if so wished."""
    await empty(database)
    for kind, rows in NODES.items():
        await add_nodes(database, kind, {id: values for id, values in rows.items() if id != without})
    for person, purposes in CONSENTS.items():
        if person != without:
            await agree(database, person, *purposes)
    ties = (tie_of(*row) for row in TIES if without not in (row[1][1], row[2][1]))
    await add_ties(database, ties)


def alias(database: Database, former: str, kind: NodeKind, id: str) -> Any:  # noqa: ANN401 - awaited by the caller
    """Let a former id lead to a node."""
    return Importer(database, ADMIN).add_aliases([(former, NodeRef(kind, id))])


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements that are sent while the context is open."""
    sent: list[str] = []
    database.observers.append(sent.append)
    try:
        yield sent
    finally:
        database.observers.remove(sent.append)
