"""From the ranking of gaps to what clients get of it."""

from asyncio import gather
from collections.abc import Mapping

from graph.analytics.gap_details import GapDetails
from graph.analytics.gaps import Gap as Found
from graph.answers.view import NetworkView
from graph.model.kinds import NodeKind
from graph.store.pages import Page
from schema.analysis.actor import Actor
from schema.analysis.actors import actors_of
from schema.analysis.at_cursor import view_of_page
from schema.analysis.count import Count
from schema.analysis.gap import Gap, GapConnection, Introducer, SharedTopic
from schema.analysis.method import Method
from schema.analysis.pages import Ranking
from schema.analysis.reason import Reason
from schema.analysis.snapshot import Snapshot
from schema.connections import Edge, page_info
from schema.context import Info
from schema.loading import by_id
from schema.types.topic import Topic


async def gap_page(info: Info, view: NetworkView, page: Page) -> GapConnection:
    """A page of all gaps. Raises InvalidPage, CursorExpired."""
    ranking: Ranking[Found] = Ranking("gaps", view.viewer.tier, view.scope, lambda one: f"{one.a} {one.b}")
    view = await view_of_page(info, view, ranking, page)
    ranked = await view.gaps()
    found = ranking.slice(ranked.items, view.snapshot.id, page, ranked.total)
    gaps = await shown_gaps(info, view, await view.gap_details(found.items))
    return GapConnection(
        method=Method.of(ranked.method),
        left_out=Count.of(ranked.left_out),
        snapshot=Snapshot.of(view.snapshot),
        edges=[
            Edge(cursor=cursor, node=gap) for gap, cursor in zip(gaps, found.cursors, strict=True) if gap is not None
        ],
        page_info=page_info(found),
        total_count=ranked.total,
    )


async def shown_gaps(info: Info, view: NetworkView, found: list[GapDetails]) -> list[Gap | None]:
    """The gaps with all nodes they name, in two statements. None where one of the two has been deleted since."""
    people = [id for one in found for id in (one.gap.a, one.gap.b, *(by.actor for by in one.introducers))]
    topics = [shared.topic for one in found for shared in one.gap.topics]
    actors, named = await gather(actors_of(info, view, people), by_id(info, NodeKind.TOPIC, topics, Topic))
    return [shown_gap(one, actors, named) for one in found]


def shown_gap(one: GapDetails, actors: Mapping[str, Actor], topics: Mapping[str, Topic]) -> Gap | None:
    """One gap as clients see it."""
    if not {one.gap.a, one.gap.b} <= actors.keys():
        return None
    return Gap(
        a=actors[one.gap.a],
        b=actors[one.gap.b],
        score=one.gap.score,
        distance=one.distance,
        shared_topics=[
            SharedTopic(topic=topics[shared.topic], rarity=shared.rarity)
            for shared in one.gap.topics
            if shared.topic in topics
        ],
        introducers=[
            Introducer(actor=actors[by.actor], reasons=[Reason.of(reason) for reason in by.reasons])
            for by in one.introducers
            if by.actor in actors
        ],
        reasons=[Reason.of(reason) for reason in one.reasons],
    )
