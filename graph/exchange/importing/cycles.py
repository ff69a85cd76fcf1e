"""Circles among ties that may have none: which rows close one, with what the graph already holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Above = Mapping[str, Iterable[str]]


class Arc(NamedTuple):
    """A row of an acyclic kind: the part, the whole, and the line where the file says so."""

    part: str
    whole: str
    line: int


class Circle(NamedTuple):
    """The row that closes a circle, and the nodes on it from its part round to its part."""

    line: int
    path: tuple[str, ...]


def circles(arcs: Sequence[Arc], above: Above) -> list[Circle]:
    """For each of `arcs` in turn that leads back to where it began, the circle; such an arc counts as not there.

    `above` are the wholes of each part in the graph, without a circle. Usually O(arcs), since only what is on or
    between circles is walked.
    """
    known: defaultdict[str, set[str]] = defaultdict(set)
    for part, wholes in above.items():
        known[part].update(wholes)
    core = _core(arcs, known)
    found = []
    for arc in arcs:
        if arc.part in core and arc.whole in core and (back := _path(known, arc.whole, arc.part)):
            found.append(Circle(arc.line, (arc.part, *back)))
        else:
            known[arc.part].add(arc.whole)
    return found


def _core(arcs: Sequence[Arc], above: Above) -> set[str]:
    """What is left when nodes without a whole are taken away again and again: circles and what leads to them."""
    wholes = {part: set(found) for part, found in above.items()}
    for arc in arcs:
        wholes.setdefault(arc.part, set()).add(arc.whole)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for part, found in wholes.items():
        for whole in found:
            parts[whole].append(part)
    left = {part: len(found) for part, found in wholes.items()}
    tops = [node for node in parts if not left.get(node)]
    while tops:
        for part in parts[tops.pop()]:
            left[part] -= 1
            if not left[part]:
                tops.append(part)
    return {node for node, count in left.items() if count}


def _path(above: Mapping[str, Iterable[str]], start: str, end: str) -> tuple[str, ...]:
    """The nodes from `start` up to `end`, both included; empty if there is no way."""
    came_from: dict[str, str] = {start: start}
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return _walked(came_from, end)
        for whole in sorted(above.get(node, ())):
            if whole not in came_from:
                came_from[whole] = node
                waiting.append(whole)
    return ()


def _walked(came_from: Mapping[str, str], end: str) -> tuple[str, ...]:
    path = [end]
    while came_from[path[-1]] != path[-1]:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))
