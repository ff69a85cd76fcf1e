"""The columns of the whole graph, read in bulk."""

from graph.model.columns import NODE_CODES, NODE_NUMBERS, TIE_CODES, TIE_NUMBERS, GraphColumns
from graph.store.database import Database
from graph.store.reading.bulk.arrays import read_only
from graph.store.reading.bulk.nodes import load_nodes
from graph.store.reading.bulk.ties import load_ties
from graph.store.reading.versions import versions


async def load_columns(database: Database) -> GraphColumns:
    """All nodes of the directory kinds and all ties between them, whoever may see them. Raises StoreUnavailable.

    The versions are those from before the reading began: what is written meanwhile may be in the columns or not, and
    shows as a newer version at the next look.
    """
    version = await versions(database)
    nodes = read_only(await load_nodes(database))
    ties = read_only(await load_ties(database, nodes))
    return GraphColumns(
        versions=version,
        node_ids=nodes["ids"],
        node_kinds=nodes["kinds"],
        node_visibility=nodes["visibility"],
        node_since=nodes["since"],
        node_until=nodes["until"],
        node_values={name: nodes[name] for name in (*NODE_CODES, *NODE_NUMBERS)},
        tie_ids=ties["ids"],
        tie_kinds=ties["kinds"],
        tie_visibility=ties["visibility"],
        tie_from=ties["from"],
        tie_to=ties["to"],
        tie_since=ties["since"],
        tie_until=ties["until"],
        tie_strength=ties["strength"],
        tie_values={name: ties[name] for name in (*TIE_CODES, *TIE_NUMBERS)},
    )
