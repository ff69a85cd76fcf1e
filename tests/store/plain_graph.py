"""A graph as plain dictionaries: what any history of writes should end in, whatever the store does to get there."""

from dataclasses import dataclass, field, replace

from graph.model.kinds import ConsentPurpose, NodeKind, Visibility
from graph.model.nodes import FIELDS, NodeFields, PersonFields
from graph.model.ties import TIES, NodeRef, TieFields
from graph.model.validation import build

CREATED, UPDATED, DELETED, RECORDED = "created", "updated", "deleted", "recorded"


@dataclass(frozen=True)
class PlainNode:
    """A node, its revision, and the latest decision on each purpose."""

    fields: NodeFields
    revision: int = 1
    decisions: dict[ConsentPurpose, bool] = field(default_factory=dict)

    @property
    def in_force(self) -> set[ConsentPurpose]:
        """What has been agreed to."""
        return {purpose for purpose, given in self.decisions.items() if given}


@dataclass(frozen=True)
class PlainTie:
    """A tie, its id and its revision."""

    id: str
    fields: TieFields
    revision: int = 1


@dataclass
class PlainGraph:
    """Each method does one write and says what comes of it: a word, or the name of the error that refuses it."""

    nodes: dict[NodeRef, PlainNode] = field(default_factory=dict)
    ties: dict[str, PlainTie] = field(default_factory=dict)  # by key
    changes: int = 0

    def create_node(self, ref: NodeRef, fields: NodeFields) -> str:
        """A new node, or the same again."""
        if ref in self.nodes:
            return CREATED if self.nodes[ref].fields == fields else "AlreadyExists"
        if isinstance(fields, PersonFields) and fields.visibility is Visibility.PUBLIC:
            return "InvalidValue"
        self.nodes[ref] = PlainNode(fields)
        self.changes += 1
        return CREATED

    def update_node(self, ref: NodeRef, changes: dict[str, object], revision: int) -> str:
        """New values for some fields."""
        if (problem := self._problem(ref, revision)) is not None:
            return problem
        before = self.nodes[ref]
        fields = build(FIELDS[ref.kind], {**before.fields.model_dump(), **changes})
        becomes_public = changes.get("visibility") is Visibility.PUBLIC and fields != before.fields
        was_public = getattr(before.fields, "visibility", None) is Visibility.PUBLIC
        if becomes_public and not was_public and ConsentPurpose.PUBLICATION not in before.in_force:
            return "InvalidValue"
        if fields != before.fields:
            self.nodes[ref] = replace(before, fields=fields, revision=before.revision + 1)
            self.changes += 1
        return UPDATED

    def delete_node(self, ref: NodeRef, revision: int) -> str:
        """The node goes, and with it its ties."""
        if (problem := self._problem(ref, revision)) is not None:
            return problem
        if ref.kind is NodeKind.TOPIC and any(ref.id in (tie.fields.topics or ()) for tie in self.ties.values()):
            return "StillInUse"
        del self.nodes[ref]
        self.ties = {
            key: tie for key, tie in self.ties.items() if ref not in (tie.fields.from_node, tie.fields.to_node)
        }
        self.changes += 1
        return DELETED

    def record(self, ref: NodeRef, purpose: ConsentPurpose, *, given: bool) -> str:
        """A decision."""
        if ref not in self.nodes:
            return "NotFound"
        before = self.nodes[ref]
        self.nodes[ref] = replace(before, decisions={**before.decisions, purpose: given})
        self.changes += 1
        return RECORDED

    def create_tie(self, id: str, fields: TieFields) -> str:
        """A new tie, or the same again; `id` is what the store calls it if it is new."""
        if fields.key in self.ties:
            return CREATED if self.ties[fields.key].fields == fields else "AlreadyExists"
        topics = {NodeRef(NodeKind.TOPIC, slug) for slug in fields.topics or ()}
        if not {fields.from_node, fields.to_node, *topics} <= self.nodes.keys():
            return "EndNotFound"
        if TIES[fields.kind].acyclic and self._leads(fields.to_node, fields.from_node, fields):
            return "CycleRefused"
        self.ties[fields.key] = PlainTie(id, fields)
        self.changes += 1
        return CREATED

    def update_tie(self, key: str, changes: dict[str, object], revision: int) -> str:
        """New values for some fields, which may make it another tie."""
        before = self.ties[key]
        if before.revision != revision:
            return "StaleRevision"
        own = {name: getattr(before.fields, name) for name in TieFields.model_fields}
        fields = build(TieFields, {**own, **changes})
        if fields.key != key and fields.key in self.ties:
            return "AlreadyExists"
        if fields != before.fields:
            del self.ties[key]
            self.ties[fields.key] = PlainTie(before.id, fields, before.revision + 1)
            self.changes += 1
        return UPDATED

    def delete_tie(self, key: str, revision: int) -> str:
        """The tie goes."""
        if self.ties[key].revision != revision:
            return "StaleRevision"
        del self.ties[key]
        self.changes += 1
        return DELETED

    def _problem(self, ref: NodeRef, revision: int) -> str | None:
        if ref not in self.nodes:
            return "NotFound"
        return "StaleRevision" if self.nodes[ref].revision != revision else None

    def _leads(self, start: NodeRef, goal: NodeRef, like: TieFields) -> bool:
        arcs = [
            (tie.fields.from_node, tie.fields.to_node) for tie in self.ties.values() if tie.fields.kind is like.kind
        ]
        above, level = {start}, {start}
        while level:
            level = {target for source, target in arcs if source in level} - above
            above |= level
        return goal in above
