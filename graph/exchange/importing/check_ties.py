"""The check of files of ties: every row by itself and its ends, ties that stand twice, and circles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from graph.exchange.importing.cycles import Arc, Circle, circles
from graph.exchange.importing.report import Effect
from graph.exchange.importing.run import Run
from graph.exchange.importing.ties import StatedTie, tie_rows
from graph.exchange.problems import Refusal
from graph.exchange.reading.table import Row, Table
from graph.model.errors import CycleRefused, InvalidValue
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TIES


@dataclass(slots=True)
class _Seen:
    """What of a file was read so far: the line of each tie, and of an acyclic kind all that is needed for circles."""

    lines: dict[bytes, int] = field(default_factory=dict)
    arcs: list[Arc] = field(default_factory=list)
    rows: dict[int, tuple[Row, Effect]] = field(default_factory=dict)
    kinds: dict[str, NodeKind] = field(default_factory=dict)


async def check_ties(run: Run, table: Table, kind: TieKind) -> None:
    """Note what is wrong in a file of ties, which rows depend on such, and how many are new, changed, as before."""
    seen = _Seen()
    run.report(table)  # it stands in the report even if none of its rows is good
    dependent = run.dependent.setdefault(table.name, set())
    for rows in run.checked_rows(table):
        for row, outcome in await tie_rows(table, rows, kind, run.keys, run.lookup):
            if outcome is None:
                dependent.add(row.line)
                continue
            refusal = _said_before(seen, row, outcome) if isinstance(outcome, StatedTie) else outcome
            if refusal or not isinstance(outcome, StatedTie):
                table.refuse(run.problems, row, refusal)
            else:
                _note(run, table, seen, row, outcome)
    await _check_circles(run, table, kind, seen)


def _said_before(seen: _Seen, row: Row, tie: StatedTie) -> Refusal:
    line = seen.lines.setdefault(UUID(tie.key).bytes, row.line)  # bytes: a third of the memory of text
    if line == row.line:
        return ()
    template = "This tie already stands in line {line}. A second one between the same ends needs another {others}."
    others = ", ".join(name for name in (TIES[tie.fields.kind].role, "since") if name)
    return (InvalidValue(template, line=line, others=others),)


def _note(run: Run, table: Table, seen: _Seen, row: Row, tie: StatedTie) -> None:
    effect = _effect(tie)
    run.report(table).count(effect)
    if TIES[tie.fields.kind].acyclic:
        part, whole = tie.fields.from_node, tie.fields.to_node
        seen.arcs.append(Arc(part.id, whole.id, row.line))
        seen.rows[row.line] = row, effect
        seen.kinds[whole.id] = whole.kind


async def _check_circles(run: Run, table: Table, kind: TieKind, seen: _Seen) -> None:
    above: dict[str, set[str]] = {}
    for end in set(seen.kinds.values()):
        starts = [id for id, of in seen.kinds.items() if of is end]
        above |= await run.lookup.above(kind, end, starts)
    found = circles(seen.arcs, above) if seen.arcs else []
    names = _names(run, seen) if found else {}
    for circle in found:
        row, effect = seen.rows[circle.line]
        run.report(table).count(effect, -1)
        table.refuse(run.problems, row, (_refusal(kind, circle, names),))


def _refusal(kind: TieKind, circle: Circle, names: Mapping[str, str]) -> CycleRefused:
    path = " → ".join(names.get(id, id) for id in circle.path)
    return CycleRefused("{kind} would lead in a circle: {path}. Nothing is part of itself.", kind=kind, path=path)


def _names(run: Run, seen: _Seen) -> dict[str, str]:
    """The keys by which the files call nodes; these kinds are no people."""
    kinds = set(seen.kinds.values())
    return {run.keys.id(kind, key): key for kind in kinds for key in run.keys.lines[kind]}


def _effect(tie: StatedTie) -> Effect:
    if tie.stored is None:
        return Effect.CREATED
    now = tie.fields.model_dump()
    return Effect.UNCHANGED if now == tie.stored.model_dump(include=set(now)) else Effect.CHANGED
