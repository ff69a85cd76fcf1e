"""What is known about the demo because it was planted: who connects, which pairs should meet, on whom a group hangs.

All people are named by their id; `key` is what the demo calls them. Three cases of each are planted: someone whom all
may find, someone hidden (visible to managers alone) and someone unlisted, who stays in the structure but has not agreed
to be named in such an answer.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from seeds.demo.source import person_id


class Case(Enum):
    """What keeps a planted person out of an answer, if anything does."""

    LISTED = auto()
    HIDDEN = auto()
    UNLISTED = auto()
    HIDDEN_INTRODUCER = auto()
    UNLISTED_INTRODUCER = auto()


@dataclass(frozen=True, slots=True)
class PlantedConnector:
    """Someone who joins the people of many regions that have hardly any other way to each other."""

    key: str
    person: str
    case: Case
    regions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlantedGap:
    """Two people of different regions who are experts in the same rare topics, without a tie. `introducer` is the one
    person who works with both."""

    key: str
    one: str
    other: str
    introducer: str
    case: Case
    regions: tuple[int, int]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlantedCutPoint:
    """The only link of the people in `branch` to everybody else."""

    key: str
    person: str
    branch: tuple[str, ...]
    case: Case
    region: int


def _connector(name: str, case: Case, *regions: int) -> PlantedConnector:
    key = f"connector-{name}"
    return PlantedConnector(key, person_id(key), case, regions)


def _gap(name: str, case: Case, regions: tuple[int, int], topics: tuple[int, int, int]) -> PlantedGap:
    key = f"gap-{name}"
    one, other, introducer = (person_id(f"{key}-{part}") for part in ("one", "other", "introducer"))
    return PlantedGap(key, one, other, introducer, case, regions, tuple(RARE_TOPICS[topic] for topic in topics))


def _cut_point(name: str, case: Case, region: int) -> PlantedCutPoint:
    key = f"cut-point-{name}"
    branch = tuple(person_id(f"{key}-branch-{number}") for number in range(BRANCH_SIZE))
    return PlantedCutPoint(key, person_id(key), branch, case, region)


BRANCH_SIZE: Final = 6
RARE_TOPICS: Final = (
    "schuleingangsuntersuchung",
    "datenschutz-in-der-planung",
    "lotsendienste",
    "willkommensbesuche",
    "kindertagespflege",
    "schulabsentismus",
    "kinder-belasteter-eltern",
    "inklusive-sozialraumplanung",
    "alleinerziehende",
    "uebergang-schule-beruf",
    "digitalisierung",
    "laendliche-raeume",
    "jugendbeteiligung",
    "wirkungsorientierung",
    "kreis-und-gemeinden",
)
"""Topics on which nobody works but the two ends of planted gaps. Others are interested in them, or look for help."""
CONNECTORS: Final = (
    _connector("1", Case.LISTED, 0, 1, 2, 3, 5, 6, 8, 9, 11),
    _connector("2", Case.LISTED, 1, 2, 4, 5, 6, 7, 9, 10),
    _connector("3", Case.LISTED, 0, 2, 3, 4, 6, 7, 8, 10),
    _connector("4", Case.LISTED, 1, 3, 4, 5, 7, 8, 10, 11),
    _connector("5", Case.LISTED, 0, 2, 4, 6, 7, 9, 10, 11),
    _connector("6", Case.LISTED, 0, 1, 3, 5, 6, 8, 9, 11),
    _connector("hidden", Case.HIDDEN, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10),
    _connector("unlisted", Case.UNLISTED, 0, 2, 3, 5, 7, 8, 9, 10, 11),
)
# Each rare topic is shared by two pairs, and no two pairs share more than one.
GAPS: Final = (
    _gap("1", Case.LISTED, (0, 6), (0, 1, 2)),
    _gap("2", Case.LISTED, (2, 7), (3, 4, 5)),
    _gap("3", Case.LISTED, (5, 9), (6, 7, 8)),
    _gap("4", Case.LISTED, (3, 10), (9, 10, 11)),
    _gap("5", Case.LISTED, (1, 8), (12, 13, 14)),
    _gap("6", Case.LISTED, (4, 11), (0, 3, 6)),
    _gap("hidden", Case.HIDDEN, (2, 9), (1, 9, 12)),
    _gap("unlisted", Case.UNLISTED, (0, 7), (4, 10, 13)),
    _gap("hidden-introducer", Case.HIDDEN_INTRODUCER, (6, 10), (7, 11, 14)),
    _gap("unlisted-introducer", Case.UNLISTED_INTRODUCER, (3, 8), (2, 5, 8)),
)
CUT_POINTS: Final = (
    _cut_point("1", Case.LISTED, 9),
    _cut_point("2", Case.LISTED, 6),
    _cut_point("3", Case.LISTED, 4),
    _cut_point("hidden", Case.HIDDEN, 11),
    _cut_point("unlisted", Case.UNLISTED, 1),
)
ISOLATES: Final = tuple(person_id(f"isolate-{number}") for number in range(12))
HIDDEN_ISOLATE: Final = ISOLATES[-1]
BRANCH_REGIONS: Final = frozenset(cut_point.region for cut_point in CUT_POINTS)

HIDDEN: Final = frozenset(
    {
        HIDDEN_ISOLATE,
        *(one.person for one in (*CONNECTORS, *CUT_POINTS) if one.case is Case.HIDDEN),
        *(gap.other for gap in GAPS if gap.case is Case.HIDDEN),
        *(gap.introducer for gap in GAPS if gap.case is Case.HIDDEN_INTRODUCER),
    }
)
"""The planted people whom managers alone may see."""
WITHOUT_RANKINGS: Final = frozenset(one.person for one in (*CONNECTORS, *CUT_POINTS) if one.case is Case.UNLISTED)
WITHOUT_SUGGESTIONS: Final = frozenset(
    {
        *(gap.other for gap in GAPS if gap.case is Case.UNLISTED),
        *(gap.introducer for gap in GAPS if gap.case is Case.UNLISTED_INTRODUCER),
    }
)
"""The planted people who have not agreed to be named in such answers; all other planted ones have."""
