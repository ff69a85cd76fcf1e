"""Fields that lead from a node along one kind of tie to the nodes at its other end."""

from typing import Any

import strawberry

from graph.model.kinds import NodeKind, TieKind
from graph.model.permissions import Permission
from graph.model.ties import TIES
from graph.store.reading import Direction, Relation
from schema.connections import TieConnection
from schema.context import Info
from schema.pages import After, Before, First, Last, page_of
from schema.registry import Recorded


def tied(kind: TieKind, direction: Direction, to: NodeKind, description: str) -> Any:  # noqa: ANN401
    """A field with the nodes of kind `to` that ties of `kind` join to its node, seen from there in `direction`.

    What a viewer needs to ask for it is what such a tie and such a node need.
    """
    relation = Relation(kind, direction, to)

    async def resolve(
        root: strawberry.Parent[Recorded],
        info: Info,
        *,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Any:  # noqa: ANN401 - the class that holds the field says of what
        page = page_of(first, after, last, before)
        return TieConnection.of(await info.context.loaders.neighbors(relation).load((root.id, page)))

    return strawberry.field(resolver=resolve, description=description, metadata={"cost": 1, "needs": needed(kind, to)})


def needed(kind: TieKind, to: NodeKind) -> Permission:
    """What a viewer must have to see any such tie."""
    of_tie = TIES[kind].needs
    return Permission.READ_NETWORK if of_tie is Permission.READ_PUBLIC and to is NodeKind.PROJECT else of_tie
