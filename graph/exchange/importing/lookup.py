"""What the check has to know of the graph: whole batches at a time, with the rights of whoever imports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar
from uuid import UUID

from graph.exchange.importing.keys import OWN_IDS, id_of
from graph.model.ids import AGS_LENGTHS, SLUG
from graph.model.kinds import ConsentPurpose, NodeKind, TieKind
from graph.model.nodes import Node
from graph.model.ties import Tie
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.pages import Page
from graph.store.reading import ConsentReader, Direction, NodeReader, Relation, TieReader

T = TypeVar("T")

BATCH: Final = 1_000


class Lookup:
    """Reads for the check, batch by batch. All methods raise StoreUnavailable."""

    def __init__(self, database: Database, viewer: Viewer) -> None:
        self.nodes_reader = NodeReader(database, viewer)
        self.ties_reader = TieReader(database, viewer)
        self.consents_reader = ConsentReader(database)

    async def nodes(self, kind: NodeKind, ids: Sequence[str]) -> dict[str, Node]:
        """The nodes of `kind` by the ids asked for; a former id finds the node that took its place."""
        found: dict[str, Node] = {}
        for batch in batches(ids):
            nodes = await self.nodes_reader.by_ids(kind, batch)
            found |= {id: node for id, node in zip(batch, nodes, strict=True) if node is not None}
        return found

    async def ties(self, kind: TieKind, ids: Sequence[str]) -> dict[str, Tie]:
        """The ties of `kind` by id."""
        found: dict[str, Tie] = {}
        for batch in batches(ids):
            ties = await self.ties_reader.by_ids([(kind, id) for id in batch])
            found |= {tie.id: tie for tie in ties if tie is not None}
        return found

    async def ids(self, source: str, kind: NodeKind, keys: Collection[str]) -> dict[str, str]:
        """The ids of those nodes that `keys` mean: keys of `source`, AGS, slugs, or ids that they are themselves."""
        meant = [(key, id) for key in sorted(keys) for id in _candidates(source, kind, key)]
        nodes = await self.nodes(kind, [id for _, id in meant])
        return {key: nodes[id].id for key, id in reversed(meant) if id in nodes}

    async def topics(self) -> list[str]:
        """The slugs of all topics."""
        slugs: list[str] = []
        after: str | None = None
        while True:
            found = await self.nodes_reader.page(NodeKind.TOPIC, page=Page.of(100, after))
            slugs += [node.id for node in found.items]
            if not found.has_next:
                return slugs
            after = found.cursors[-1]

    async def publishable(self) -> frozenset[str]:
        """The people who have consented to PUBLICATION."""
        return await self.consents_reader.in_force(ConsentPurpose.PUBLICATION)

    async def above(self, tie: TieKind, kind: NodeKind, starts: Iterable[str]) -> dict[str, set[str]]:
        """The wholes of each part that is on a way up from `starts` in the graph."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        waiting = set(starts)
        while waiting:
            for batch in batches(sorted(waiting)):
                await self._wholes(found, Relation(tie, Direction.OUT, kind), batch)
            waiting = {whole for part in waiting for whole in found[part]} - found.keys()
        return found

    async def _wholes(self, found: defaultdict[str, set[str]], relation: Relation, parts: Sequence[str]) -> None:
        page = Page.of(100)
        slices = await self.nodes_reader.neighbors(relation, [(part, page) for part in parts])
        for part, neighbors in zip(parts, slices, strict=True):
            found[part] |= {neighbor.node.id for neighbor in neighbors.items}


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """`items` in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _candidates(source: str, kind: NodeKind, key: str) -> list[str]:
    if kind in OWN_IDS:
        return [key] if _can_be_own_id(kind, key) else []
    return [id_of(source, kind, key), *([key] if _is_uuid(key) else [])]


def _can_be_own_id(kind: NodeKind, key: str) -> bool:
    if kind is NodeKind.TOPIC:
        return SLUG.fullmatch(key) is not None
    return key.isascii() and key.isdigit() and len(key) in AGS_LENGTHS


def _is_uuid(key: str) -> bool:
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False
