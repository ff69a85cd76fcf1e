"""An event and what leads on from there."""

import strawberry

from graph.model.kinds import EventFormat, NodeKind, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
from schema.scalars import PartialDate
from schema.types.ties_to import MunicipalityTies, PersonTies, TopicTies


@shows(NodeKind.EVENT)
@strawberry.type(description="A meeting where ties arise.")
class Event(Recorded):
    title: str = strawberry.field(description="What it was called.")
    held_on: PartialDate = strawberry.field(description="When it was held.")
    format: EventFormat = strawberry.field(description="How it was held.")

    people: PersonTies = tied(TieKind.ATTENDED, Direction.IN, NodeKind.PERSON, "Who was there.")
    municipalities: MunicipalityTies = tied(
        TieKind.TAKES_PLACE_IN, Direction.OUT, NodeKind.MUNICIPALITY, "Where it was held."
    )
    topics: TopicTies = tied(TieKind.ABOUT, Direction.OUT, NodeKind.TOPIC, "What it was about.")
