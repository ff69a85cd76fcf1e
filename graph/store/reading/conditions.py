"""What each entry of a filter asks of a `node`, as Cypher; the entry's value is the parameter of the same name."""

from dataclasses import dataclass
from typing import Final

from graph.model.kinds import NodeKind, TieKind
from graph.store.reading.filters import (
    EventFilter,
    MunicipalityFilter,
    NodeFilter,
    OrganizationFilter,
    PersonFilter,
    PolicyPositionFilter,
    ProjectFilter,
    SupportOfferFilter,
    TopicFilter,
)
from graph.store.reading.text_match import FOUND


@dataclass(frozen=True, slots=True)
class Link:
    """A condition on what a node is tied to: by one of `ties` to a node of kind `end`, or to one that stands below it
    by `within`. Without `ties` the node itself must stand below."""

    end: NodeKind
    ties: tuple[TieKind, ...] = ()
    within: TieKind | None = None


def holds(tie: str) -> str:
    """Whether a tie holds on `$day`. Partial dates compare rightly, as text, with a full one."""
    return f"coalesce({tie}.since, '') <= $day AND ({tie}.until IS NULL OR $day < {tie}.until)"


def group(of_post: str, of_person: str) -> str:
    """The group of a person on `$day` by the rule of `group_of`: from the current post that is primary, else the
    longest-running, else of smallest id; where that says nothing, or there is none, the person's own."""
    first_day = "substring(coalesce(post.since, '0001') + '-01-01', 0, 10)"
    return (
        f"coalesce(head(COLLECT {{ MATCH (node)-[post:MEMBER_OF|ACTIVE_IN]->(place) WHERE {holds('post')} "
        f"RETURN {of_post} "
        f"ORDER BY CASE WHEN post.primary THEN 0 ELSE 1 END, {first_day}, post.id LIMIT 1 }}), node.{of_person})"
    )


def stated(property: str, parameter: str) -> str:
    """Whether a list of the node has one of the values, or is empty, which means all of them."""
    return f"(size(node.{property}) = 0 OR any(value IN node.{property} WHERE value IN ${parameter}))"


TOPICS: Final = Link(NodeKind.TOPIC, (TieKind.ABOUT,), within=TieKind.BROADER)
INTERESTS: Final = Link(NodeKind.TOPIC, (TieKind.WORKS_ON,), within=TieKind.BROADER)


def places(*ties: TieKind) -> Link:
    """A tie to a municipality, or to a part of it."""
    return Link(NodeKind.MUNICIPALITY, ties, within=TieKind.PART_OF)


CONDITIONS: Final[dict[type[NodeFilter], dict[str, str | Link]]] = {
    PersonFilter: {
        "text": FOUND,
        "topics": INTERESTS,
        "municipalities": places(TieKind.ACTIVE_IN),
        "organizations": Link(NodeKind.ORGANIZATION, (TieKind.MEMBER_OF,)),
        "sectors": f"{group('coalesce(place.sector, post.capacity)', 'fallback_sector')} IN $sectors",
        "levels": f"{group('post.level', 'fallback_level')} IN $levels",
        "active_on": "coalesce(node.active_from, '') <= $day "
        "AND (node.active_until IS NULL OR $day < node.active_until)",
    },
    OrganizationFilter: {
        "text": FOUND,
        "kinds": "node.kind IN $kinds",
        "sectors": "node.sector IN $sectors",
        "municipalities": places(TieKind.LOCATED_IN, TieKind.ADMINISTERS),
        "topics": INTERESTS,
    },
    MunicipalityFilter: {
        "text": FOUND,
        "kinds": "node.kind IN $kinds",
        "land": "node.ags STARTS WITH $land",
        "district": "node.ags STARTS WITH $district",
        "part_of": Link(NodeKind.MUNICIPALITY, within=TieKind.PART_OF),
        "population_from": "node.population >= $population_from",
        "population_to": "node.population < $population_to",
    },
    TopicFilter: {
        "text": FOUND,
        "broader": Link(NodeKind.TOPIC, within=TieKind.BROADER),
    },
    ProjectFilter: {
        "text": FOUND,
        "stages": "node.stage IN $stages",
        "impulses": "node.impulse IN $impulses",
        "topics": TOPICS,
        "seeks": Link(NodeKind.TOPIC, (TieKind.SEEKS,), within=TieKind.BROADER),
        "municipalities": places(TieKind.TAKES_PLACE_IN, TieKind.RUNS),
    },
    SupportOfferFilter: {
        "text": FOUND,
        "kinds": "node.kind IN $kinds",
        "stages": stated("stages", "stages"),
        "impulses": stated("impulses", "impulses"),
        "levels": stated("levels", "levels"),
        "topics": TOPICS,
    },
    PolicyPositionFilter: {
        "text": FOUND,
        "status": "node.status IN $status",
        "topics": TOPICS,
    },
    EventFilter: {
        "text": FOUND,
        "topics": TOPICS,
        "held_from": "substring(node.held_on + '-01-01', 0, 10) >= $held_from",
        "held_to": "substring(node.held_on + '-01-01', 0, 10) < $held_to",
    },
}
