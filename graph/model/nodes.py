"""The kinds of node and their properties: `…Fields` is what a writer gives, the class itself what the store holds."""

from datetime import date, datetime
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from graph.model.ids import Ags, Slug
from graph.model.kinds import (
    EventFormat,
    Impulse,
    Level,
    MunicipalityKind,
    NodeKind,
    OfferKind,
    OrganizationKind,
    PositionStatus,
    ProjectStage,
    Sector,
    Visibility,
)
from graph.model.messages import refused
from graph.model.time import PartialDate, check_interval

AGS_LENGTH_OF = {
    MunicipalityKind.LAND: 2,
    MunicipalityKind.RURAL_DISTRICT: 5,
    MunicipalityKind.INDEPENDENT_CITY: 8,
    MunicipalityKind.MUNICIPALITY: 8,
    MunicipalityKind.ASSOCIATION: 9,
}


def check_email(value: str) -> str:
    """Return `value` if it looks like an address. ValueError if not; the message does not repeat it."""
    local, at, domain = value.rpartition("@")
    if not (local and at and "." in domain.strip(".")) or any(c.isspace() for c in value):
        raise refused("This is no e-mail address. Write it as name@example.org.")
    return value


def check_website(value: str) -> str:
    """Return `value` if it is a web address. ValueError if not."""
    if not value.startswith(("https://", "http://")) or any(c.isspace() for c in value):
        raise refused("{value} is no web address. Begin it with https:// or http://.", value=repr(value))
    return value


Title = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1, max_length=10_000)]
Email = Annotated[str, Field(max_length=254), AfterValidator(check_email)]
Website = Annotated[str, Field(max_length=500), AfterValidator(check_website)]


class NodeFields(BaseModel):
    """What all kinds share. `personal` fields never appear in an error, a log line or a Change itself."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)
    kind_of_node: ClassVar[NodeKind]
    interval: ClassVar[tuple[str, str] | None] = None
    personal: ClassVar[frozenset[str]] = frozenset()
    searched: ClassVar[tuple[str, ...]]
    sorted_by: ClassVar[str]

    @model_validator(mode="after")
    def _interval_holds_a_day(self) -> Self:
        if self.interval is not None:
            since, until = (getattr(self, name) for name in self.interval)
            check_interval(_text(since), _text(until), self.interval)
        return self


def _text(bound: str | date | None) -> str | None:
    return bound.isoformat() if isinstance(bound, date) else bound


class Stored(BaseModel):
    """What the store adds to every node. `revision` counts its writes from 1, for optimistic locking."""

    id: str
    created_at: datetime
    updated_at: datetime
    revision: int = Field(ge=1)


class PersonFields(NodeFields):
    """An actor. Level and sector of the person count only where no current post gives them (`group_of`)."""

    kind_of_node = NodeKind.PERSON
    interval = ("active_from", "active_until")
    personal = frozenset({"name", "email", "phone", "about"})
    searched = ("name",)
    sorted_by = "name"

    name: Title
    email: Email | None = None
    phone: Annotated[str, Field(max_length=50)] | None = None
    about: Text | None = None
    visibility: Visibility = Visibility.MANAGERS
    fallback_level: Level | None = None
    fallback_sector: Sector | None = None
    active_from: PartialDate | None = None
    active_until: PartialDate | None = None


class Person(PersonFields, Stored):
    """A person as stored."""


class OrganizationFields(NodeFields):
    """Where people work."""

    kind_of_node = NodeKind.ORGANIZATION
    interval = ("active_from", "active_until")
    searched = ("name",)
    sorted_by = "name"

    name: Title
    kind: OrganizationKind = OrganizationKind.OTHER
    sector: Sector
    website: Website | None = None
    active_from: PartialDate | None = None
    active_until: PartialDate | None = None


class Organization(OrganizationFields, Stored):
    """An organization as stored."""


class MunicipalityFields(NodeFields):
    """A Land, rural district, independent city, municipality or association. Its id is its official key (`ags`)."""

    kind_of_node = NodeKind.MUNICIPALITY
    interval = ("valid_from", "valid_to")
    searched = ("name", "ags")
    sorted_by = "name"

    ags: Ags
    name: Title
    kind: MunicipalityKind
    district: Annotated[str, Field(pattern=r"^\d{5}$")] | None = None
    nuts: Annotated[str, Field(pattern=r"^DE[A-Z0-9]{0,3}$")] | None = None
    population: Annotated[int, Field(ge=0)] | None = None
    population_year: Annotated[int, Field(ge=1800, le=2200)] | None = None
    population_is_estimate: bool = False
    area_km2: Annotated[float, Field(gt=0)] | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None

    @model_validator(mode="after")
    def _key_fits_kind(self) -> Self:
        length = AGS_LENGTH_OF[self.kind]
        if len(self.ags) != length:
            template = "{kind} has a key of {length} digits; {value} has {actual}."
            raise refused(template, kind=self.kind, length=length, value=repr(self.ags), actual=len(self.ags))
        return self


class Municipality(MunicipalityFields, Stored):
    """A municipality as stored."""


class TopicFields(NodeFields):
    """A shared topic. Its id is its slug."""

    kind_of_node = NodeKind.TOPIC
    searched = ("label_de", "label_en")
    sorted_by = "label_de"

    slug: Slug
    label_de: Title
    label_en: Title


class Topic(TopicFields, Stored):
    """A topic as stored."""


class ProjectFields(NodeFields):
    """A local undertaking (Vorhaben). `lessons` is what others may learn from it."""

    kind_of_node = NodeKind.PROJECT
    interval = ("active_from", "active_until")
    searched = ("title",)
    sorted_by = "title"

    title: Title
    summary: Text | None = None
    lessons: Text | None = None
    stage: ProjectStage = ProjectStage.IDEA
    impulse: Impulse | None = None
    active_from: PartialDate | None = None
    active_until: PartialDate | None = None


class Project(ProjectFields, Stored):
    """A project as stored."""


class SupportOfferFields(NodeFields):
    """Help for municipal change-makers. Empty stages, impulses or levels mean: for all of them."""

    kind_of_node = NodeKind.SUPPORT_OFFER
    interval = ("available_from", "available_until")
    searched = ("title",)
    sorted_by = "title"

    title: Title
    kind: OfferKind
    summary: Text | None = None
    stages: tuple[ProjectStage, ...] = ()
    impulses: tuple[Impulse, ...] = ()
    levels: tuple[Level, ...] = ()
    available_from: PartialDate | None = None
    available_until: PartialDate | None = None


class SupportOffer(SupportOfferFields, Stored):
    """A support offer as stored."""


class PolicyPositionFields(NodeFields):
    """A position the network stands for. Only a published one has a day of publication, and it must have one."""

    kind_of_node = NodeKind.POLICY_POSITION
    searched = ("title",)
    sorted_by = "title"

    title: Title
    statement: Text | None = None
    status: PositionStatus = PositionStatus.DRAFT
    published_on: date | None = None

    @model_validator(mode="after")
    def _published_has_a_day(self) -> Self:
        if (self.status is PositionStatus.PUBLISHED) != (self.published_on is not None):
            template = "published_on belongs to PUBLISHED positions and to no other; this one is {status}."
            raise refused(template, status=self.status)
        return self


class PolicyPosition(PolicyPositionFields, Stored):
    """A policy position as stored."""


class EventFields(NodeFields):
    """A meeting where ties arise."""

    kind_of_node = NodeKind.EVENT
    searched = ("title",)
    sorted_by = "title"

    title: Title
    held_on: PartialDate
    format: EventFormat = EventFormat.ON_SITE


class Event(EventFields, Stored):
    """An event as stored."""


Node = Person | Organization | Municipality | Topic | Project | SupportOffer | PolicyPosition | Event

FIELDS: dict[NodeKind, type[NodeFields]] = {
    fields.kind_of_node: fields
    for fields in (
        PersonFields,
        OrganizationFields,
        MunicipalityFields,
        TopicFields,
        ProjectFields,
        SupportOfferFields,
        PolicyPositionFields,
        EventFields,
    )
}
STORED: dict[NodeKind, type[Node]] = {
    stored.kind_of_node: stored
    for stored in (Person, Organization, Municipality, Topic, Project, SupportOffer, PolicyPosition, Event)
}


def own_id(fields: NodeFields) -> str | None:
    """The id that the fields bring along: AGS or slug. None: the kind has none, so one is made."""
    match fields:
        case MunicipalityFields():
            return fields.ags
        case TopicFields():
            return fields.slug
        case _:
            return None
