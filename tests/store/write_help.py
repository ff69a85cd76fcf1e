"""What the tests of writing share: writers of a manager, fields to write, and looks at what is stored."""

from dataclasses import dataclass
from typing import Any

from graph.model.kinds import NodeKind, Sector, TieKind, Visibility
from graph.model.nodes import OrganizationFields, PersonFields, TopicFields
from graph.model.permissions import Role
from graph.model.ties import NodeRef, TieFields
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.writing import AccountWriter, ConsentWriter, Decision, Importer, NodeWriter, TieWriter

MANAGER = Viewer(Role.MANAGER, "account-of-a-manager")
PUBLICATION = Decision.model_validate({"purpose": "PUBLICATION", "given": True, "source": "form"})


@dataclass(frozen=True, slots=True)
class Writers:
    """All writers of one viewer."""

    database: Database
    viewer: Viewer = MANAGER

    @property
    def nodes(self) -> NodeWriter:
        """Writes nodes."""
        return NodeWriter(self.database, self.viewer)

    @property
    def ties(self) -> TieWriter:
        """Writes ties."""
        return TieWriter(self.database, self.viewer)

    @property
    def consents(self) -> ConsentWriter:
        """Writes consents."""
        return ConsentWriter(self.database, self.viewer)

    @property
    def accounts(self) -> AccountWriter:
        """Writes accounts."""
        return AccountWriter(self.database, self.viewer)

    @property
    def importer(self) -> Importer:
        """Writes imports."""
        return Importer(self.database, self.viewer)

    async def people(self, *ids: str, visibility: Visibility = Visibility.NETWORK) -> None:
        """Create people with these ids."""
        rows = [(id, person(f"Name of {id}", visibility=visibility)) for id in ids]
        await self.nodes.create_many(NodeKind.PERSON, rows)

    async def organizations(self, *ids: str) -> None:
        """Create organizations with these ids."""
        rows = [(id, OrganizationFields(name=f"Office {id}", sector=Sector.ADMINISTRATION)) for id in ids]
        await self.nodes.create_many(NodeKind.ORGANIZATION, rows)

    async def topics(self, *slugs: str) -> None:
        """Create topics."""
        await self.nodes.create_many(NodeKind.TOPIC, [(None, topic(slug)) for slug in slugs])

    async def rows(self, statement: str, **parameters: str) -> list[dict[str, Any]]:
        """What is stored, asked directly."""
        return await self.database.rows(statement, timeout=None, **parameters)

    async def changes(self) -> list[dict[str, Any]]:
        """All Changes, oldest first."""
        rows = await self.rows("MATCH (change:Change) RETURN properties(change) AS change ORDER BY change.id")
        return [row["change"] for row in rows]

    async def values_of(self, subject: str) -> list[dict[str, Any]]:
        """What history keeps of one thing, oldest first."""
        statement = "MATCH (values:ChangeValues {subject: $subject}) RETURN properties(values) AS values"
        rows = await self.rows(statement, subject=subject)
        return sorted((row["values"] for row in rows), key=lambda one: str(one["id"]))

    async def stored(self, kind: NodeKind, id: str) -> dict[str, Any] | None:
        """All properties of a node; None: there is none."""
        rows = await self.rows(f"MATCH (node:{kind} {{id: $id}}) RETURN properties(node) AS node", id=id)
        return rows[0]["node"] if rows else None

    async def count(self, pattern: str) -> int:
        """How often a pattern is found."""
        return int((await self.rows(f"MATCH {pattern} RETURN count(*) AS count"))[0]["count"])


def person(name: str = "Ada Beispiel", **values: object) -> PersonFields:
    """A person's fields."""
    return PersonFields.model_validate({"name": name, **values})


def topic(slug: str) -> TopicFields:
    """A topic's fields."""
    return TopicFields(slug=slug, label_de=f"Thema {slug}", label_en=f"Topic {slug}")


def ref(kind: NodeKind, id: str) -> NodeRef:
    """A node to tie something to."""
    return NodeRef(kind, id)


def tie(kind: TieKind, source: NodeRef, target: NodeRef, **values: object) -> TieFields:
    """A tie's fields."""
    return TieFields.model_validate({"kind": kind, "from_node": source, "to_node": target, **values})


def works_on(who: str, what: str, engagement: str = "ACTIVE", **values: object) -> TieFields:
    """A person who works on a topic."""
    ends = ref(NodeKind.PERSON, who), ref(NodeKind.TOPIC, what)
    return tie(TieKind.WORKS_ON, ends[0], ends[1], engagement=engagement, **values)


def collaborates(one: str, other: str, **values: object) -> TieFields:
    """Two people who work together."""
    return tie(TieKind.COLLABORATES_WITH, ref(NodeKind.PERSON, one), ref(NodeKind.PERSON, other), **values)


def part_of(part: str, whole: str, **values: object) -> TieFields:
    """An organization that is part of another."""
    return tie(TieKind.PART_OF, ref(NodeKind.ORGANIZATION, part), ref(NodeKind.ORGANIZATION, whole), **values)
