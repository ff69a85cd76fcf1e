"""What the nodes of each kind can be filtered by. All that is given must hold; of several values one is enough.

Ids may be former ones. `municipalities` includes the parts of those given, `topics` and `seeks` narrower topics. Ties
count when they hold on the day of the filter: `active_on` where there is one, otherwise today in Germany. Nothing
given, an empty text and an empty list filter nothing.
"""

from dataclasses import dataclass
from datetime import date

from graph.model.kinds import (
    Impulse,
    Level,
    MunicipalityKind,
    NodeKind,
    OfferKind,
    OrganizationKind,
    PositionStatus,
    ProjectStage,
    Sector,
)

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """`sectors` and `levels` are those of `group_of` on the day; `active_on` also leaves out who is not active then."""

    text: str | None = None
    topics: Ids = ()
    municipalities: Ids = ()
    organizations: Ids = ()
    sectors: tuple[Sector, ...] = ()
    levels: tuple[Level, ...] = ()
    active_on: date | None = None


@dataclass(frozen=True, slots=True)
class OrganizationFilter:
    """`municipalities`: where it is located, or whose administration it is."""

    text: str | None = None
    kinds: tuple[OrganizationKind, ...] = ()
    sectors: tuple[Sector, ...] = ()
    municipalities: Ids = ()
    topics: Ids = ()


@dataclass(frozen=True, slots=True)
class MunicipalityFilter:
    """`land` and `district` are keys of 2 and 5 digits; `part_of` is at any depth; the population is from the first
    figure up to, not including, the second, and known."""

    text: str | None = None
    kinds: tuple[MunicipalityKind, ...] = ()
    land: str | None = None
    district: str | None = None
    part_of: Ids = ()
    population_from: int | None = None
    population_to: int | None = None


@dataclass(frozen=True, slots=True)
class TopicFilter:
    """`broader`: only topics that stand below one of these, at any depth."""

    text: str | None = None
    broader: Ids = ()


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """`topics`: what it is about; `seeks`: on what it looks for help; `municipalities`: where it is, or who runs it."""

    text: str | None = None
    stages: tuple[ProjectStage, ...] = ()
    impulses: tuple[Impulse, ...] = ()
    topics: Ids = ()
    seeks: Ids = ()
    municipalities: Ids = ()


@dataclass(frozen=True, slots=True)
class SupportOfferFilter:
    """An offer that states no stages, impulses or levels is for all of them."""

    text: str | None = None
    kinds: tuple[OfferKind, ...] = ()
    stages: tuple[ProjectStage, ...] = ()
    impulses: tuple[Impulse, ...] = ()
    levels: tuple[Level, ...] = ()
    topics: Ids = ()


@dataclass(frozen=True, slots=True)
class PolicyPositionFilter:
    """`topics`: what it is about."""

    text: str | None = None
    status: tuple[PositionStatus, ...] = ()
    topics: Ids = ()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Held in [held_from, held_to); of an event whose day is not known exactly, its first possible day counts."""

    text: str | None = None
    topics: Ids = ()
    held_from: date | None = None
    held_to: date | None = None


NodeFilter = (
    PersonFilter
    | OrganizationFilter
    | MunicipalityFilter
    | TopicFilter
    | ProjectFilter
    | SupportOfferFilter
    | PolicyPositionFilter
    | EventFilter
)

FILTERS: dict[NodeKind, type[NodeFilter]] = {
    NodeKind.PERSON: PersonFilter,
    NodeKind.ORGANIZATION: OrganizationFilter,
    NodeKind.MUNICIPALITY: MunicipalityFilter,
    NodeKind.TOPIC: TopicFilter,
    NodeKind.PROJECT: ProjectFilter,
    NodeKind.SUPPORT_OFFER: SupportOfferFilter,
    NodeKind.POLICY_POSITION: PolicyPositionFilter,
    NodeKind.EVENT: EventFilter,
}
