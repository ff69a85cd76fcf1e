"""Who asks."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graph.model.kinds import NodeKind
from graph.model.permissions import Permission, Role
from schema.context import Info
from schema.fields import resolved
from schema.registry import shown

if TYPE_CHECKING:
    from schema.types.person import Person


@strawberry.type(description="Who asks, and what they may do.")
class Viewer:
    role: Role = strawberry.field(description="As what the viewer is signed in.")
    permissions: list[Permission] = strawberry.field(description="What the viewer may do.")

    @resolved("The viewer's own person; null: none is known.", cost=1)
    async def person(self, info: Info) -> Annotated["Person", strawberry.lazy("schema.types.person")] | None:
        own = info.context.viewer.person_id
        node = await info.context.loaders.node(NodeKind.PERSON).load(own) if own else None
        return None if node is None else cast("Person", shown(node))


@strawberry.type
class ViewerQueries:
    @resolved("Who asks: role, permissions, own person.", needs=Permission.READ_PUBLIC, cost=0)
    async def viewer(self, info: Info) -> Viewer:
        viewer = info.context.viewer
        return Viewer(role=viewer.role, permissions=[one for one in Permission if viewer.may(one)])
