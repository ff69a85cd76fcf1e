"""The actors of a result, loaded together."""

from collections.abc import Iterable
from typing import cast

from graph.answers.view import NetworkView
from schema.analysis.actor import Actor
from schema.context import Info
from schema.loading import by_id
from schema.registry import Recorded


async def actors_of(info: Info, view: NetworkView, ids: Iterable[str]) -> dict[str, Actor]:
    """Actors by id, in one statement. Who has been deleted since the snapshot is missing."""
    return cast("dict[str, Actor]", await by_id(info, view.scope.actors.node_kind, ids, Recorded))
