"""Finding the nodes that a viewer may see and a filter lets through, as Cypher with one row for each `node`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph.model.kinds import NodeKind
from graph.model.ties import TIES
from graph.store.reading.conditions import CONDITIONS, Link, holds
from graph.store.reading.filters import FILTERS, NodeFilter
from graph.store.reading.given import given, parameters_of
from graph.store.visibility import Parameters, tie_visible, visible

DEEPEST: Final = 8
"""How many levels of parts or narrower topics are followed at most."""


@dataclass(frozen=True, slots=True)
class Match:
    """Cypher with its parameters, those of the viewer apart."""

    text: str
    parameters: Parameters


def match(kind: NodeKind, filter: NodeFilter | None) -> Match:
    """The nodes of `kind` that `filter` lets through. Raises InvalidValue for a text that is too long.

    The first condition on ties is followed from the ids that it names, since these are few; what it finds is then
    narrowed from the nodes on. `names` are the lists of ids, which every step hands on.
    """
    values, rules = given(kind, filter), CONDITIONS[FILTERS[kind]]
    links = {name: rule for name in values if isinstance(rule := rules[name], Link)}
    conditions = [rule for name in values if isinstance(rule := rules[name], str)]
    names = tuple(links)
    steps = [_current(link, name, names[:place]) for place, (name, link) in enumerate(links.items())]
    for name, link in links.items():
        first = name == names[0]
        steps.append(_from_given(kind, link, name, names, conditions) if first else _narrowed(kind, link, name))
        steps.append(f"WITH DISTINCT {', '.join(('node', *names))}")
    if not links:
        steps.append(f"MATCH (node:{kind}) WHERE {' AND '.join((visible(kind, 'node'), *conditions))}")
    return Match("\n".join(steps), parameters_of(values))


def _current(link: Link, name: str, before: Iterable[str]) -> str:
    """Add to the ids those of the nodes that took the place of former ones."""
    return (
        f"OPTIONAL MATCH (alias:Alias)-[:OF]->(successor:{link.end}) WHERE alias.id IN ${name}\n"
        f"WITH {', '.join((*before, f'collect(successor.id) + ${name} AS {name}'))}"
    )


def _from_given(kind: NodeKind, link: Link, name: str, names: Iterable[str], conditions: Iterable[str]) -> str:
    """From the nodes named, and what stands below them, to `node`."""
    start = f"MATCH (given:{link.end}) WHERE given.id IN {name}"
    if not link.ties:
        asked = " AND ".join((visible(kind, "node"), ALL_HOLD, *conditions))
        return f"{start}\nMATCH (given)<-[steps:{link.within}*1..{DEEPEST}]-(node:{kind}) WHERE {asked}"
    if link.within:
        below = f"(given)<-[steps:{link.within}*0..{DEEPEST}]-(below:{link.end})"
        start += f"\nMATCH {below} WHERE {ALL_HOLD}\nWITH DISTINCT below AS given, {', '.join(names)}"
    asked = " AND ".join((_tied(kind, link, "given"), *conditions))
    return f"{start}\nMATCH (given)-[tie:{'|'.join(link.ties)}]-(node:{kind}) WHERE {asked}"


def _narrowed(kind: NodeKind, link: Link, name: str) -> str:
    """From `node` to the nodes named, or to what stands below them."""
    if not link.ties:
        raise TypeError(f"{name} does not narrow what another condition on ties has found.")
    tie = f"MATCH (node)-[tie:{'|'.join(link.ties)}]-"
    if not link.within:
        return f"{tie}(given:{link.end}) WHERE {_tied(kind, link, 'given')} AND given.id IN {name}"
    above = f"MATCH (below)-[steps:{link.within}*0..{DEEPEST}]->(given:{link.end})"
    return (
        f"{tie}(below:{link.end}) WHERE {_tied(kind, link, 'below')}\n{above} WHERE {ALL_HOLD} AND given.id IN {name}"
    )


def _tied(kind: NodeKind, link: Link, end: str) -> str:
    """Whether `tie` holds on the day and may be seen, and with it both its ends."""
    seen = []
    for tie in link.ties:
        ends = ("node", end) if (kind, link.end) in TIES[tie].ends else (end, "node")
        seen.append(f"(type(tie) = '{tie}' AND {tie_visible(tie, *ends)})")
    return f"{holds('tie')} AND ({' OR '.join(seen)})"


ALL_HOLD: Final = f"all(step IN steps WHERE {holds('step')})"
