"""From the ranking of multipliers to what clients get of it."""

from graph.analytics.multipliers import Multiplier as Found
from graph.analytics.multipliers import MultiplierMeasure, ordered
from graph.answers.view import NetworkView
from graph.store.pages import Page
from schema.analysis.actors import actors_of
from schema.analysis.at_cursor import view_of_page
from schema.analysis.count import Count
from schema.analysis.method import Method
from schema.analysis.multiplier import Multiplier, MultiplierConnection
from schema.analysis.pages import Ranking
from schema.analysis.snapshot import Snapshot
from schema.connections import Edge, page_info
from schema.context import Info
from schema.ids import raw_id


async def multiplier_page(info: Info, view: NetworkView, by: MultiplierMeasure, page: Page) -> MultiplierConnection:
    """A page of all multipliers. Raises InvalidPage, CursorExpired."""
    ranking: Ranking[Found] = Ranking(f"multipliers-{by}", view.viewer.tier, view.scope, lambda one: one.actor)
    view = await view_of_page(info, view, ranking, page)
    ranked = await view.multipliers()
    items = ranked.items if by is MultiplierMeasure.SCORE else ordered(ranked.items, by)
    found = ranking.slice(items, view.snapshot.id, page, ranked.total)
    actors = await actors_of(info, view, (one.actor for one in found.items))
    return MultiplierConnection(
        method=Method.of(ranked.method),
        left_out=Count.of(ranked.left_out),
        snapshot=Snapshot.of(view.snapshot),
        edges=[
            Edge(cursor=cursor, node=Multiplier.of(one, actors[one.actor]))
            for one, cursor in zip(found.items, found.cursors, strict=True)
            if one.actor in actors
        ],
        page_info=page_info(found),
        total_count=ranked.total,
    )


async def one_multiplier(info: Info, view: NetworkView, actor: str) -> Multiplier | None:
    """One actor; None where the viewer may not ask, just as for an id that does not exist. Raises InvalidValue."""
    found = await view.multiplier(raw_id(actor, view.scope.actors.node_kind))
    if found is None:
        return None
    actors = await actors_of(info, view, (found.actor,))
    return Multiplier.of(found, actors[found.actor]) if found.actor in actors else None
