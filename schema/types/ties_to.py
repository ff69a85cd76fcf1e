"""What a field that leads along ties is typed with, so that types which know each other need not import each other."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.connections import TieConnection

if TYPE_CHECKING:
    from schema.types.event import Event
    from schema.types.municipality import Municipality
    from schema.types.organization import Organization
    from schema.types.person import Person
    from schema.types.policy_position import PolicyPosition
    from schema.types.project import Project
    from schema.types.support_offer import SupportOffer
    from schema.types.topic import Topic

PersonTies = TieConnection[Annotated["Person", strawberry.lazy("schema.types.person")]]
OrganizationTies = TieConnection[Annotated["Organization", strawberry.lazy("schema.types.organization")]]
MunicipalityTies = TieConnection[Annotated["Municipality", strawberry.lazy("schema.types.municipality")]]
TopicTies = TieConnection[Annotated["Topic", strawberry.lazy("schema.types.topic")]]
ProjectTies = TieConnection[Annotated["Project", strawberry.lazy("schema.types.project")]]
SupportOfferTies = TieConnection[Annotated["SupportOffer", strawberry.lazy("schema.types.support_offer")]]
PolicyPositionTies = TieConnection[Annotated["PolicyPosition", strawberry.lazy("schema.types.policy_position")]]
EventTies = TieConnection[Annotated["Event", strawberry.lazy("schema.types.event")]]
