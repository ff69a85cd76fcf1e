"""Actors who should meet."""

import strawberry
from strawberry import relay

from schema.analysis.actor import Actor
from schema.analysis.method import Analysis
from schema.analysis.reason import Reason
from schema.analysis.snapshot import Snapshot
from schema.connections import PART, Edge
from schema.types.topic import Topic


@strawberry.type(description="A topic that both work on.")
class SharedTopic:
    topic: Topic = strawberry.field(description="The topic.")
    rarity: float = strawberry.field(description="ln(N/n) for N actors of whom n work on it: the rarer, the more.")


@strawberry.type(description="Who could introduce two actors to each other.")
class Introducer:
    actor: Actor = strawberry.field(description="Who: somebody both know, else the first step on the best way.")
    reasons: list[Reason] = strawberry.field(description="What ties the introducer to them.", metadata={"items": 3})


@strawberry.type(description="A collaboration gap: two actors that share topics and have no tie in this network.")
class Gap:
    a: Actor = strawberry.field(description="One of the two.")
    b: Actor = strawberry.field(description="The other.")
    score: float = strawberry.field(description="The sum of the rarities of the topics that they share.")
    distance: int | None = strawberry.field(description="How many steps lie between them; null: no way leads there.")
    shared_topics: list[SharedTopic] = strawberry.field(
        description="The topics that they share, the rarest first.", metadata={"items": 3}
    )
    introducers: list[Introducer] = strawberry.field(
        description="Who could introduce them, best first, up to 5.", metadata={"items": 5}
    )
    reasons: list[Reason] = strawberry.field(description="Why they should meet.", metadata={"items": 3})


@strawberry.type(description="A page of collaboration gaps.")
class GapConnection(Analysis):
    edges: list[Edge[Gap]] = strawberry.field(description="The gaps of this page, widest first.", metadata=PART)
    page_info: relay.PageInfo = strawberry.field(description="What lies before and after this page.", metadata=PART)
    total_count: int = strawberry.field(description="How many there are in all; the best 10,000 can be read.")
    snapshot: Snapshot = strawberry.field(
        description="The state this page is of: that of its cursor, if it has one.", metadata=PART
    )
