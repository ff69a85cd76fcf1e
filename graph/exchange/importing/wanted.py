"""Keys in files of ties that no file explains: they may stand in the graph, and are looked up there once for all."""

from collections import defaultdict

from graph.exchange.importing.ends import Meant, meant
from graph.exchange.importing.hints import nearest_keys
from graph.exchange.importing.run import Run
from graph.exchange.reading.table import Table
from graph.model.errors import FileUnreadable, InvalidValue
from graph.model.kinds import NodeKind, TieKind

Wanted = defaultdict[NodeKind, set[str]]


async def look_up(run: Run, tables: dict[TieKind, Table]) -> None:
    """Find in the graph what the ties of `tables` refer to beyond the files, and likely keys for what is nowhere."""
    wanted: Wanted = defaultdict(set)
    for kind, table in tables.items():
        _collect(run, table, kind, wanted)
    for end, keys in wanted.items():
        ids = await run.lookup.ids(run.options.source, end, keys)
        run.keys.stored |= {(end, key): id for key, id in ids.items()}
        run.keys.nearest |= await nearest_keys(run.lookup, end, keys - ids.keys(), run.keys.lines[end])


def _collect(run: Run, table: Table, kind: TieKind, wanted: Wanted) -> None:
    """What is wrong with rows is told later, by the check itself."""
    try:
        for row in table:
            try:
                cells = table.values(row)
            except InvalidValue:
                continue
            for one in meant(kind, cells):
                if isinstance(one, Meant) and not run.keys.in_files(one.kinds, one.key):
                    for end in one.kinds:
                        wanted[end].add(one.key)
    except FileUnreadable:
        return
