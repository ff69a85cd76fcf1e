"""In what pieces the ties are read: each with just the columns that its kind of tie has."""

from dataclasses import dataclass
from typing import Final

from graph.model.columns import TIE_CODES, UNKNOWN_CODE
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TIES, WRITABLE_TIES

OF_ALL: Final = {
    "ids": "tie.id",
    "source": "source.id",
    "target": "target.id",
    "since": "coalesce(tie.since, '')",
    "until": "coalesce(tie.until, '')",
}
OF_SOME: Final = {
    "strength": "coalesce(tie.strength, 0)",
    "primary": f"CASE WHEN tie.primary IS NULL THEN {UNKNOWN_CODE} WHEN tie.primary THEN 1 ELSE 0 END",
    "helped": f"coalesce(tie.helped, {UNKNOWN_CODE})",
    **{name: f"coalesce(tie.{name}, '')" for name in TIE_CODES},
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Ties of one kind from nodes of one kind."""

    source: NodeKind
    kind: TieKind

    @property
    def targets(self) -> tuple[NodeKind, ...]:
        """The kinds of node that the table of ties lets them lead to."""
        rule = TIES[self.kind]
        ends = rule.ends if rule.directed else rule.ends | {(target, source) for source, target in rule.ends}
        return tuple(sorted(target for source, target in ends if source is self.source))

    @property
    def columns(self) -> dict[str, str]:
        """What is read of each tie, as Cypher by name."""
        own = {name: value for name, value in OF_SOME.items() if name in TIES[self.kind].properties}
        label = {"target_kind": "labels(target)[0]"} if len(self.targets) > 1 else {}
        return OF_ALL | own | label

    @property
    def match(self) -> str:
        """The Cypher that finds them, from a range of their sources."""
        return f"""
MATCH (source:{self.source}) WHERE source.id >= $first AND source.id <= $last
MATCH (source)-[tie:{self.kind}]->(target)"""


STRETCHES: Final = tuple(
    stretch for source in NodeKind for kind in WRITABLE_TIES if (stretch := Stretch(source, kind)).targets
)
