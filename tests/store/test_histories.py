"""Any history of writes ends in what the same writes make of plain dictionaries, on every server."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.model.errors import GraphError
from graph.model.kinds import ConsentPurpose, NodeKind, Sector, TieKind, Visibility
from graph.model.nodes import FIELDS, NodeFields, OrganizationFields
from graph.model.ties import NodeRef, TieFields
from graph.store.database import Database
from graph.store.records import node_from, tie_from
from graph.store.writing import Decision
from tests.servers.emptying import empty
from tests.store.plain_graph import CREATED, DELETED, RECORDED, UPDATED, PlainGraph, PlainNode, PlainTie
from tests.store.write_help import Writers, collaborates, part_of, person, topic, works_on

PEOPLE = [NodeRef(NodeKind.PERSON, id) for id in "abc"]
OFFICES = [NodeRef(NodeKind.ORGANIZATION, id) for id in "xyz"]
TOPICS = [NodeRef(NodeKind.TOPIC, slug) for slug in ("kita", "schule")]


@dataclass
class History:
    """The store and the plain graph side by side. Each write goes to both, and both must say the same of it."""

    writers: Writers
    plain: PlainGraph

    async def write(self, expected: str, attempt: Awaitable[object], done: str) -> None:
        """Compare what came of one write."""
        try:
            await attempt
        except GraphError as refusal:
            done = type(refusal).__name__
        assert done == expected

    def revision(self, ref: NodeRef, *, stale: bool) -> int:
        """The revision of a node that a writer has in mind."""
        return (self.plain.nodes[ref].revision if ref in self.plain.nodes else 1) + stale


@dataclass(frozen=True)
class CreateNode:
    ref: NodeRef
    fields: NodeFields

    async def on(self, history: History) -> None:
        own_key = self.ref.kind is NodeKind.TOPIC
        attempt = history.writers.nodes.create(self.fields, id=None if own_key else self.ref.id)
        await history.write(history.plain.create_node(self.ref, self.fields), attempt, CREATED)


@dataclass(frozen=True)
class UpdateNode:
    ref: NodeRef
    changes: dict[str, object]
    stale: bool

    async def on(self, history: History) -> None:
        revision = history.revision(self.ref, stale=self.stale)
        attempt = history.writers.nodes.update(self.ref.kind, self.ref.id, self.changes, revision=revision)
        await history.write(history.plain.update_node(self.ref, self.changes, revision), attempt, UPDATED)


@dataclass(frozen=True)
class DeleteNode:
    ref: NodeRef
    stale: bool

    async def on(self, history: History) -> None:
        revision = history.revision(self.ref, stale=self.stale)
        attempt = history.writers.nodes.delete(self.ref.kind, self.ref.id, revision=revision)
        await history.write(history.plain.delete_node(self.ref, revision), attempt, DELETED)


@dataclass(frozen=True)
class Decide:
    ref: NodeRef
    purpose: ConsentPurpose
    given: bool

    async def on(self, history: History) -> None:
        decision = Decision(purpose=self.purpose, given=self.given, source="form")
        attempt = history.writers.consents.record(self.ref.id, [decision])
        await history.write(history.plain.record(self.ref, self.purpose, given=self.given), attempt, RECORDED)


@dataclass(frozen=True)
class CreateTie:
    fields: TieFields

    async def on(self, history: History) -> None:
        id = f"tie-{history.plain.changes}"  # grows with each tie that is made
        known = history.plain.ties.get(self.fields.key)
        attempt = history.writers.ties.create(self.fields, id=known.id if known else id)
        await history.write(history.plain.create_tie(id, self.fields), attempt, CREATED)


@dataclass(frozen=True)
class ChangeTie:
    """Update a tie, or with `changes` None delete it; which one is counted among those there are."""

    which: int
    changes: dict[str, object] | None
    stale: bool

    async def on(self, history: History) -> None:
        kinds = (TieKind.COLLABORATES_WITH,) if self.changes else TieKind
        there = sorted((tie.id, key) for key, tie in history.plain.ties.items() if tie.fields.kind in kinds)
        if not there:
            return
        id, key = there[self.which % len(there)]
        tie = history.plain.ties[key]
        revision = tie.revision + self.stale
        if self.changes:
            attempt: Awaitable[object] = history.writers.ties.update(
                tie.fields.kind, id, self.changes, revision=revision
            )
            await history.write(history.plain.update_tie(key, self.changes, revision), attempt, UPDATED)
        else:
            attempt = history.writers.ties.delete(tie.fields.kind, id, revision=revision)
            await history.write(history.plain.delete_tie(key, revision), attempt, DELETED)


Step = CreateNode | UpdateNode | DeleteNode | Decide | CreateTie | ChangeTie

rarely = st.sampled_from([False] * 9 + [True])
names = st.sampled_from(["Ada", "Müller-Groß", "Straße 5"])
since = st.sampled_from([None, "2019", "2020-05"])
visibilities = st.sampled_from(Visibility)
pairs = st.permutations("abc").map(lambda ids: ids[:2])


def new_node(ref: NodeRef) -> st.SearchStrategy[Step]:
    """A node under one of the few ids that histories are about."""
    fields: dict[NodeKind, st.SearchStrategy[Any]] = {
        NodeKind.PERSON: st.builds(lambda name, seen: person(name, visibility=seen), names, visibilities),
        NodeKind.ORGANIZATION: st.builds(lambda name: OrganizationFields(name=name, sector=Sector.POLITICS), names),
        NodeKind.TOPIC: st.just(topic(ref.id)),
    }
    return st.builds(CreateNode, st.just(ref), fields[ref.kind])


def changes_of(ref: NodeRef) -> st.SearchStrategy[Step]:
    """A change of a node, right or stale."""
    changes: dict[NodeKind, st.SearchStrategy[Any]] = {
        NodeKind.PERSON: st.fixed_dictionaries(
            {}, optional={"name": names, "visibility": visibilities, "about": st.sampled_from([None, "Kita"])}
        ),
        NodeKind.ORGANIZATION: st.fixed_dictionaries({}, optional={"name": names, "active_from": since}),
        NodeKind.TOPIC: st.fixed_dictionaries({}, optional={"label_en": names}),
    }
    return st.builds(UpdateNode, st.just(ref), changes[ref.kind], rarely)


new_ties: st.SearchStrategy[TieFields] = st.one_of(
    st.builds(
        lambda pair, strength, topics, begin: collaborates(*pair, strength=strength, topics=topics, since=begin),
        pairs,
        st.sampled_from([None, 1, 5]),
        st.sampled_from([None, ("kita",)]),
        since,
    ),
    st.builds(
        lambda who, what, depth: works_on(who.id, what.id, depth),
        st.sampled_from(PEOPLE),
        st.sampled_from(TOPICS),
        st.sampled_from(["ACTIVE", "EXPERT"]),
    ),
    st.permutations([office.id for office in OFFICES]).map(lambda ids: part_of(ids[0], ids[1])),
)
tie_changes = st.one_of(
    st.none(),
    st.fixed_dictionaries({"strength": st.sampled_from([None, 2])}, optional={"since": since, "note": names}),
)
refs = st.sampled_from([*PEOPLE, *OFFICES, *TOPICS])
steps = st.one_of(
    refs.flatmap(new_node),
    refs.flatmap(changes_of),
    st.builds(DeleteNode, refs, rarely),
    st.builds(Decide, st.sampled_from(PEOPLE), st.sampled_from(ConsentPurpose), st.booleans()),
    st.builds(CreateTie, new_ties),
    st.builds(CreateTie, new_ties),
    st.builds(ChangeTie, st.integers(0, 9), tie_changes, rarely),
)
everybody = st.just(
    [CreateNode(ref, person("Ada")) for ref in PEOPLE] + [CreateNode(ref, topic(ref.id)) for ref in TOPICS]
)
offices = st.just([CreateNode(ref, OrganizationFields(name="Office", sector=Sector.POLITICS)) for ref in OFFICES])
histories = st.builds(
    lambda first, second, rest: [*first, *second, *rest],
    everybody,
    offices,
    st.lists(steps, min_size=5, max_size=25),
)


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a failure takes minutes on a real server
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=histories)
async def test_any_history_ends_as_in_plain_dictionaries(database: Database, history: list[Step]) -> None:
    await empty(database)
    both = History(Writers(database), PlainGraph())
    for step in history:
        await step.on(both)
    assert await stored_nodes(both.writers) == both.plain.nodes
    assert await stored_ties(both.writers) == both.plain.ties
    assert len(await both.writers.changes()) == both.plain.changes


async def stored_nodes(writers: Writers) -> dict[NodeRef, PlainNode]:
    """The nodes of the store as a plain graph holds them."""
    found = {}
    for kind in (NodeKind.PERSON, NodeKind.ORGANIZATION, NodeKind.TOPIC):
        for row in await writers.rows(f"MATCH (node:{kind}) RETURN properties(node) AS node"):
            node = node_from(kind, row["node"])
            fields = FIELDS[kind].model_validate({name: getattr(node, name) for name in FIELDS[kind].model_fields})
            decisions = await latest_decisions(writers, node.id)
            plain = PlainNode(fields, node.revision, decisions)
            assert sorted(plain.in_force) == sorted(row["node"].get("consents", []))
            found[NodeRef(kind, node.id)] = plain
    return found


async def latest_decisions(writers: Writers, person: str) -> dict[ConsentPurpose, bool]:
    """The latest decision on each purpose, by the records themselves."""
    statement = """
    MATCH (:Person {id: $id})-[:GAVE]->(consent:Consent)
    RETURN consent.purpose AS purpose, consent.given AS given ORDER BY consent.at, consent.id"""
    rows = await writers.rows(statement, id=person)
    return {ConsentPurpose(row["purpose"]): row["given"] for row in rows}


async def stored_ties(writers: Writers) -> dict[str, PlainTie]:
    """The ties of the store as a plain graph holds them."""
    rows = await writers.rows(
        "MATCH (a)-[tie]->(b) WHERE type(tie) <> 'GAVE' RETURN properties(tie) AS tie, type(tie) AS kind, "
        "labels(a)[0] AS from_kind, a.id AS from_id, labels(b)[0] AS to_kind, b.id AS to_id"
    )
    ties = [tie_from({**row["tie"], **{name: row[name] for name in row if name != "tie"}}) for row in rows]
    own = TieFields.model_fields
    return {
        tie.key: PlainTie(tie.id, TieFields.model_validate({name: getattr(tie, name) for name in own}), tie.revision)
        for tie in ties
    }
