"""What is looked at: which actors, tied by what, filtered how, and as of which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from graph.model.errors import InvalidValue
from graph.model.kinds import ActorKind, Level, Sector, TieKind
from graph.model.time import today

S = TypeVar("S", bound=str)

MAX_GROUP_SIZE: Final = 50
LARGEST_GROUP_SIZE: Final = 500
DEFAULT_TIES: Final[Mapping[ActorKind, tuple[TieKind, ...]]] = {
    ActorKind.PEOPLE: (TieKind.COLLABORATES_WITH, TieKind.CONTRIBUTES_TO),
    ActorKind.ORGANIZATIONS: (TieKind.COLLABORATES_WITH, TieKind.MEMBER_OF, TieKind.RUNS),
    ActorKind.MUNICIPALITIES: (TieKind.ACTIVE_IN, TieKind.COLLABORATES_WITH, TieKind.RUNS, TieKind.TAKES_PLACE_IN),
}
ALLOWED_TIES: Final[Mapping[ActorKind, tuple[TieKind, ...]]] = {
    **DEFAULT_TIES,
    ActorKind.PEOPLE: (*DEFAULT_TIES[ActorKind.PEOPLE], TieKind.MEMBER_OF, TieKind.ATTENDED),
}
FILTERS: Final = ("topics", "municipalities", "sectors", "levels")
FILTERS_OF: Final[Mapping[ActorKind, tuple[str, ...]]] = {
    ActorKind.PEOPLE: FILTERS,
    ActorKind.ORGANIZATIONS: ("topics", "municipalities", "sectors"),
    ActorKind.MUNICIPALITIES: ("topics", "municipalities"),
}


@dataclass(frozen=True, slots=True)
class NetworkScope:
    """What an answer is about. Each field that is left empty does not narrow it.

    `ties`: the kinds that tie two actors; empty means the usual ones. People are tied by COLLABORATES_WITH and by
    shared projects (CONTRIBUTES_TO), on request by shared employers (MEMBER_OF) and events (ATTENDED, for 24 months);
    organizations by COLLABORATES_WITH, shared people (MEMBER_OF) and projects (RUNS); municipalities by
    COLLABORATES_WITH, people active in both (ACTIVE_IN), and shared projects: those that they run (RUNS) or that take
    place there (TAKES_PLACE_IN), each project once.
    A tie weighs strength/5 (unknown: 3/5) + Σ 1/(n−1) over shared groups; n counts the whole group in the tier that
    day, whatever the filters. A group of more than `max_group_size` ties nobody. Of several periods that hold the same
    day the strongest counts. `min_strength` drops direct ties whose recorded strength is lower; it does not look at
    derived ties, nor at ties of unknown strength.
    `topics`, `municipalities`, `sectors` and `levels` act before ties are derived, and on actors only: actors working
    on one of the topics or on narrower ones (as ACTIVE or EXPERT, or through a current project); people active in,
    organizations located in or administering, municipalities that are one of the municipalities or a part of one;
    actors whose group on that day is one of the sectors and one of the levels.
    `as_of`: the day of which all of this holds; None means today in Germany.
    """

    actors: ActorKind = ActorKind.PEOPLE
    ties: tuple[TieKind, ...] = ()
    topics: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    levels: tuple[Level, ...] = ()
    min_strength: int | None = None
    max_group_size: int = MAX_GROUP_SIZE
    as_of: date | None = None

    def __post_init__(self) -> None:
        """Raise InvalidValue, with the field, for what can never be right."""
        if self.min_strength is not None:
            _between("min_strength", self.min_strength, 1, 5)
        _between("max_group_size", self.max_group_size, 2, LARGEST_GROUP_SIZE)
        _check_ties(self.actors, self.ties)
        for name in FILTERS:
            if getattr(self, name):
                _check_filter(self.actors, name)

    def filled(self) -> "NetworkScope":
        """The one way to write this scope: defaults filled in, lists sorted and each entry once."""
        return replace(
            self,
            ties=_canonical(self.ties or DEFAULT_TIES[self.actors]),
            topics=_canonical(self.topics),
            municipalities=_canonical(self.municipalities),
            sectors=_canonical(self.sectors),
            levels=_canonical(self.levels),
            as_of=self.as_of or today(),
        )

    @property
    def day(self) -> date:
        """The day of which the answer holds."""
        return self.as_of or today()


def _canonical(values: Iterable[S]) -> tuple[S, ...]:
    return tuple(sorted(set(values)))


def _between(field: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        template = "{name} is {value}. Allowed: {low} to {high}."
        raise InvalidValue(template, field=field, name=field, value=value, low=low, high=high)


def _check_ties(actors: ActorKind, ties: Iterable[TieKind]) -> None:
    allowed = ALLOWED_TIES[actors]
    for kind in ties:
        if kind not in allowed:
            template = "{kind} does not tie {actors}. Allowed: {allowed}."
            raise InvalidValue(template, field="ties", kind=kind, actors=actors.name, allowed=", ".join(allowed))


def _check_filter(actors: ActorKind, name: str) -> None:
    allowed = FILTERS_OF[actors]
    if name not in allowed:
        template = "{actors} cannot be filtered by {name}. Allowed: {allowed}."
        raise InvalidValue(template, field=name, actors=actors.name, name=name, allowed=", ".join(allowed))
