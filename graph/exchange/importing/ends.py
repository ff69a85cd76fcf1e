"""The ends of a tie's row: which nodes its keys mean."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from graph.exchange.importing.keys import Keys
from graph.exchange.importing.records import Cells, cell
from graph.exchange.reading.cells import SEPARATORS
from graph.exchange.reading.columns import choices_by_word, sides
from graph.model.errors import InvalidValue
from graph.model.kinds import NodeKind, TieKind
from graph.model.search_text import fold
from graph.model.ties import TIES, NodeRef

TOPICS: Final = "topics"


class Meant(NamedTuple):
    """A key in a row: the column it stands in, the kinds of node that it may mean there, and itself.

    `stated`: the row itself says the kind, so that a node of another one cannot be what it means.
    """

    column: str
    kinds: tuple[NodeKind, ...]
    key: str
    stated: bool


def meant(kind: TieKind, cells: Cells) -> Iterator[Meant | InvalidValue]:
    """Every key in a row of ties: from, to, and the topics of a collaboration; or why it can mean nothing."""
    for side, kinds in zip(("from", "to"), sides(kind), strict=True):
        yield _end(side, kinds, cell(cells, side), cell(cells, f"{side}_kind"))
    for item in SEPARATORS.split(cell(cells, TOPICS)):
        if slug := item.strip():
            yield Meant(TOPICS, (NodeKind.TOPIC,), slug, stated=True)


class Found(NamedTuple):
    """Both ends of a row, whether what it refers to can be imported, and what is wrong with its keys."""

    from_node: NodeRef
    to_node: NodeRef
    bad: bool
    problems: tuple[InvalidValue, ...]


def found_ends(kind: TieKind, cells: Cells, keys: Keys) -> Found:
    """The nodes that the keys of a row mean. Where an end cannot be told, two that the table allows stand in, so that
    what else is wrong with the row is found as well."""
    ends: dict[str, NodeRef] = {}
    problems: list[InvalidValue] = []
    bad = False
    for one in meant(kind, cells):
        if isinstance(one, InvalidValue):
            problems.append(one)
            continue
        found = keys.find(one.column, one.kinds, one.key, elsewhere=not one.stated)
        if isinstance(found, InvalidValue):
            problems.append(found)
        else:
            ends[one.column], bad = found.node, bad or found.bad
    if not {"from", "to"} <= ends.keys():
        one_kind, other_kind = min(TIES[kind].ends)
        ends = {"from": NodeRef(one_kind, "one"), "to": NodeRef(other_kind, "other")}
    return Found(ends["from"], ends["to"], bad, tuple(problems))


def _end(side: str, kinds: tuple[NodeKind, ...], key: str, stated: str) -> Meant | InvalidValue:
    word = choices_by_word(NodeKind).get(fold(stated)) if stated else None
    if stated and word is None:
        template = "{value} is not allowed here. Allowed: {allowed}."
        return InvalidValue(template, field=f"{side}_kind", value=repr(stated), allowed=", ".join(kinds))
    if not key:
        return InvalidValue("{name} is missing.", field=side, name=side)
    return Meant(side, (NodeKind(word),) if word else kinds, key, stated=word is not None)
