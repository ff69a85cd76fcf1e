"""The model's closed lists as GraphQL enums: what each value means, and which of them clients get to see."""

from enum import Enum
from typing import TypeVar

import strawberry

from graph.model import kinds
from graph.model.permissions import MEANING, Permission, Role

E = TypeVar("E", bound=type[Enum])


def exposed(enum: E, description: str, **meanings: str) -> E:
    """`enum` for the schema, with the meaning of each value. A value without one is not shown to clients."""
    definition = strawberry.enum(enum, description=description).__strawberry_definition__  # type: ignore[attr-defined]
    definition.values = [value for value in definition.values if value.name in meanings]
    for value in definition.values:
        value.description = meanings[value.name]
    return enum


exposed(
    kinds.NodeKind,
    "What a node is.",
    PERSON="Somebody who acts in the network.",
    ORGANIZATION="Where people work.",
    MUNICIPALITY="A Land, rural district, independent city, municipality or association of municipalities.",
    TOPIC="A shared topic.",
    PROJECT="A local undertaking (Vorhaben).",
    SUPPORT_OFFER="Help for municipal change-makers.",
    POLICY_POSITION="A position that the network stands for.",
    EVENT="A meeting where ties arise.",
)
exposed(
    kinds.ActorKind,
    "Who stands in a network: the nodes of one kind that can act.",
    PEOPLE="People, tied by collaboration and shared projects.",
    ORGANIZATIONS="Organizations, tied by collaboration and by shared people and projects.",
    MUNICIPALITIES="Municipalities, tied by collaboration, shared projects and people active in both.",
)
exposed(
    kinds.TieKind,
    "What joins two nodes; the arrow says from what to what.",
    COLLABORATES_WITH="Works together with; has no direction.",
    MEMBER_OF="Person, organization or municipality → organization it belongs to.",
    ACTIVE_IN="Person → municipality where the person holds a post or mandate.",
    PART_OF="Part → whole, of municipalities and of organizations.",
    LOCATED_IN="Organization → municipality of its seat.",
    ADMINISTERS="Administration → municipality that it administers.",
    BROADER="Topic → the wider topic that it belongs to.",
    RELATED_TO="Topics that touch each other; has no direction.",
    WORKS_ON="Person, organization or municipality → topic.",
    CONTRIBUTES_TO="Person → project.",
    RUNS="Organization or municipality → project that it is responsible for.",
    TAKES_PLACE_IN="Project or event → municipality.",
    ABOUT="Project, support offer, policy position or event → topic.",
    OFFERS="Organization → support offer.",
    USES="Project or municipality → support offer that it uses or has used.",
    SEEKS="Project → topic in which it looks for help.",
    ENDORSES="Person, organization or municipality → policy position.",
    ATTENDED="Person → event.",
    SUCCEEDED_BY="Former municipality → the one that took its place.",
)
exposed(
    kinds.Sector,
    "Where in society an organization stands.",
    ADMINISTRATION="Public administration.",
    POLITICS="Councils, parliaments and parties.",
    SCIENCE="Universities and research.",
    CIVIL_SOCIETY="Associations, foundations, initiatives, providers of welfare.",
    OTHER="None of these.",
)
exposed(
    kinds.Level,
    "On which level somebody works.",
    SPECIALIST="Specialist level (Fachebene).",
    LEADERSHIP="Leadership level (Leitungsebene).",
    POLITICAL="Political level (politische Ebene).",
)
exposed(
    kinds.Capacity,
    "As what somebody is active in a municipality.",
    ADMINISTRATION="In its administration.",
    POLITICS="In its politics.",
    OTHER="Otherwise.",
)
exposed(
    kinds.MunicipalityKind,
    "The kinds of territory that have an official key.",
    LAND="One of the 16 Länder; key of 2 digits.",
    RURAL_DISTRICT="Rural district (Landkreis, Kreis); key of 5 digits.",
    INDEPENDENT_CITY="Independent city (kreisfreie Stadt, Stadtkreis); key of 8 digits.",
    MUNICIPALITY="Municipality (Gemeinde) that belongs to a district; key of 8 digits.",
    ASSOCIATION="Association of municipalities (Amt, Verbandsgemeinde, Samtgemeinde); key of 9 digits.",
)
exposed(
    kinds.OrganizationKind,
    "What an organization is, beside its sector.",
    AUTHORITY="Authority or office.",
    COUNCIL="Council or parliament.",
    PARTY="Party or parliamentary group.",
    UNIVERSITY="University.",
    INSTITUTE="Research or training institute.",
    ASSOCIATION="Association (Verein, Verband).",
    FOUNDATION="Foundation.",
    PROVIDER="Provider of services for children and families (Träger).",
    INITIATIVE="Initiative.",
    COMPANY="Company.",
    OTHER="None of these.",
)
exposed(
    kinds.Engagement,
    "How deep somebody is in a topic.",
    INTERESTED="Wants to know more.",
    ACTIVE="Works on it.",
    EXPERT="Knows it well and can tell others.",
)
exposed(
    kinds.ProjectStage,
    "How far a project has come, first to last.",
    IDEA="Thought of.",
    PLANNING="Being planned.",
    RUNNING="Under way.",
    ESTABLISHED="Part of everyday work.",
    ENDED="Over.",
)
exposed(
    kinds.Impulse,
    "Where a project got its first push.",
    TOP_DOWN="From the top of the administration or from politics.",
    BOTTOM_UP="From specialists or citizens.",
)
exposed(
    kinds.OfferKind,
    "What kind of help an offer is.",
    COACHING="Coaching.",
    CONSULTING="Consulting.",
    ACCOMPANIMENT="Accompaniment over some time.",
    QUALIFICATION="Training.",
    TOOL="A tool to work with.",
)
exposed(
    kinds.PositionStatus,
    "How far a policy position has come, first to last.",
    DRAFT="Being written.",
    ADOPTED="Agreed in the network.",
    PUBLISHED="Published.",
)
exposed(
    kinds.EventFormat,
    "How an event was held.",
    ON_SITE="At a place.",
    ONLINE="Online.",
    HYBRID="At a place and online at once.",
)
exposed(
    kinds.TieSource,
    "How we know of a tie.",
    SURVEY="Somebody said so in a survey.",
    IMPORT="From a file.",
    MANUAL="Entered by hand.",
    EVENT="From an event's list.",
)
exposed(
    kinds.Visibility,
    "Who may see a person at all.",
    PUBLIC="Everybody, if the person has agreed to publication; else the network.",
    NETWORK="Members of the network.",
    MANAGERS="Network managers only.",
)
exposed(
    Role,
    "What a sign-in is.",
    ANONYMOUS="Not signed in.",
    MEMBER="Member of the network.",
    STRATEGY="Strategy team.",
    MANAGER="Network manager.",
    ADMIN="Administrator.",
)
exposed(Permission, "One thing that may be done.", **{one.name: f"{text}." for one, text in MEANING.items()})
