"""Nodes of which only ids are at hand, loaded in one statement for all."""

from collections.abc import Iterable
from typing import TypeVar

from graph.model.kinds import NodeKind
from schema.context import Info
from schema.registry import Recorded, shown

R = TypeVar("R", bound=Recorded)


async def by_id(info: Info, kind: NodeKind, ids: Iterable[str], shown_as: type[R]) -> dict[str, R]:
    """What the viewer may see of these nodes of `kind`, by the ids asked for."""
    asked = list(dict.fromkeys(ids))
    found = await info.context.loaders.node(kind).load_many(asked)
    seen = {id: shown(node) for id, node in zip(asked, found, strict=True) if node is not None}
    return {id: node for id, node in seen.items() if isinstance(node, shown_as)}


async def in_order(info: Info, kind: NodeKind, ids: Iterable[str], shown_as: type[R]) -> list[R]:
    """The same as a list."""
    return list((await by_id(info, kind, ids, shown_as)).values())
