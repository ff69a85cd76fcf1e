"""Any node or tie by its global id."""

from asyncio import gather
from typing import Annotated

import strawberry
from strawberry import relay

from graph.model.permissions import Permission
from graph.model.ties import WRITABLE_TIES
from schema.context import Context, Info
from schema.fields import resolved
from schema.ids import TIE, limited, parts_of
from schema.registry import SHOWN, shown
from schema.types.tie import Tie

Ids = Annotated[list[strawberry.ID], strawberry.argument(description="Global ids, up to 100.")]


@strawberry.type
class NodeQueries:
    @resolved(
        "The node or tie with this id. Null: there is none, or the viewer may not see it.",
        needs=Permission.READ_PUBLIC,
        cost=1,
    )
    async def node(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="A global id.")]
    ) -> relay.Node | None:
        return await found(info.context, id)

    @resolved(
        "The nodes and ties with these ids, in this order, null where `node` would say null.",
        needs=Permission.READ_PUBLIC,
        cost=1,
    )
    async def nodes(self, info: Info, ids: Ids) -> list[relay.Node | None]:
        asked = [found(info.context, id) for id in limited(ids)]
        return list(await gather(*asked))


async def found(context: Context, id: str) -> relay.Node | None:
    """What has this global id, if the viewer may see it. Raises InvalidValue for what cannot be an id."""
    type_name, raw = parts_of(id)
    if type_name == TIE:
        return await found_tie(context, raw)
    kinds = [kind for kind in SHOWN if kind == type_name]
    node = await context.loaders.node(kinds[0]).load(raw) if kinds else None
    return None if node is None else shown(node)


async def found_tie(context: Context, raw: str) -> Tie | None:
    """The tie with this raw id, which names its kind."""
    name, _, id = raw.partition(":")
    kinds = [kind for kind in WRITABLE_TIES if kind == name]
    tie = await context.loaders.tie.load((kinds[0], id)) if kinds and id else None
    return None if tie is None else Tie.of(tie)
