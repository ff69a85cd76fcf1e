"""The one place at which every analysis hangs."""

from typing import Annotated

import strawberry

from graph.network.scope import NetworkScope
from schema.analysis.network import Network
from schema.analysis.scope import NetworkScopeInput
from schema.context import Info
from schema.fields import resolved
from schema.needs import looking, ranking
from schema.pages import given

Scope = Annotated[
    NetworkScopeInput | None,
    strawberry.argument(description="Which network to look at; null: people and what usually ties them, today."),
]


@strawberry.type
class NetworkQueries:
    @resolved(
        "A network to be analysed. Who is not of the network sees its size, rounded, and may not filter.",
        needs=looking,
        decides=ranking,
        cost=5,
    )
    async def network(self, info: Info, scope: Scope = strawberry.UNSET) -> Network:
        asked = given(scope)
        wanted = NetworkScope() if asked is None else asked.scope()
        snapshot = None if asked is None else asked.snapshot
        return Network(view=await info.context.answers.network(info.context.viewer, wanted, snapshot))
