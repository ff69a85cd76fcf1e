"""How large everything is in a network of national size, and which community everybody was planted in."""

from array import array
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from graph.model.errors import InvalidValue
from graph.model.kinds import NodeKind
from graph.model.ties import NodeRef
from seeds.dice import Dice
from seeds.places import districts
from seeds.rows import Source

LEAST: Final = 1_000
MOST: Final = 100_000
COMMUNITY: Final = 250
"""People per community, on average; the largest have four times as many as the smallest."""
PEOPLE_PER_ORGANIZATION: Final = 5
PEOPLE_PER_PROJECT: Final = 8
PEOPLE_PER_EVENT: Final = 250
OFFERS: Final = 60
POSITIONS: Final = 24


@dataclass(frozen=True)
class Plan:
    """The network of `people` people grown from `seed`. Raises InvalidValue for fewer than 1,000 or more than 100,000.

    People, organizations, projects and events are numbered from 0, and communities are ranges of these numbers.
    """

    people: int
    seed: int = 7

    def __post_init__(self) -> None:
        if not LEAST <= self.people <= MOST:
            template = "{value} people are not possible here. Allowed: {least} to {most}."
            raise InvalidValue(template, field="people", value=self.people, least=LEAST, most=MOST)

    @cached_property
    def source(self) -> Source:
        """Size and seed are in the name, so that two networks do not mix."""
        return Source(f"national-{self.people}-{self.seed}")

    @property
    def communities(self) -> int:
        """How many communities there are: at most one per district."""
        return min(len(districts()), max(8, self.people // COMMUNITY))

    @property
    def organizations(self) -> int:
        """One administration per district comes first in their order; beside these, five people for each."""
        return len(districts()) + max(2 * self.communities, self.people // PEOPLE_PER_ORGANIZATION - len(districts()))

    @property
    def projects(self) -> int:
        """How many projects there are."""
        return self.people // PEOPLE_PER_PROJECT

    @property
    def events(self) -> int:
        """How many events there are."""
        return self.people // PEOPLE_PER_EVENT

    def dice(self, name: str) -> Dice:
        """The stream of chance for one part of the network."""
        return Dice(self.source.name, name)

    @cached_property
    def _bounds(self) -> tuple[float, ...]:
        """Where communities begin and end, as shares of the whole."""
        dice = self.dice("communities")
        sums = list(accumulate(1 + 3 * dice.real() for _ in range(self.communities)))
        return (0.0, *(sum_ / sums[-1] for sum_ in sums))

    def part(self, community: int, whole: int) -> range:
        """Which of `whole` numbers belong to a community."""
        return range(round(self._bounds[community] * whole), round(self._bounds[community + 1] * whole))

    def districts_of(self, community: int) -> tuple[str, ...]:
        """The districts that a community lives in: neighbors, at least one."""
        first, end = (len(districts()) * number // self.communities for number in (community, community + 1))
        return districts()[first:end]

    def organizations_of(self, community: int) -> list[int]:
        """The organizations of a community: the administrations of its districts, then the others."""
        first, end = (len(districts()) * number // self.communities for number in (community, community + 1))
        others = self.part(community, self.organizations - len(districts()))
        return [*range(first, end), *(len(districts()) + number for number in others)]

    def truth(self) -> "array[int]":
        """The planted community of every person, in the order of their numbers."""
        planted = array("H")
        for community in range(self.communities):
            planted.extend([community] * len(self.part(community, self.people)))
        return planted

    @cached_property
    def person_ids(self) -> tuple[str, ...]:
        """The id of every person, in the order of their numbers."""
        return tuple(self.source.id(person_key(number)) for number in range(self.people))

    def person(self, number: int) -> NodeRef:
        """The end of a tie at a person."""
        return NodeRef(NodeKind.PERSON, self.person_ids[number])

    def ref(self, kind: NodeKind, number: int) -> NodeRef:
        """The end of a tie at a node of another kind."""
        return self.source.ref(kind, f"{kind}/{number}")


def person_key(number: int) -> str:
    """What the source calls a person."""
    return f"{NodeKind.PERSON}/{number}"
