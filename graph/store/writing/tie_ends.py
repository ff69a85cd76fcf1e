"""What ties join: found under its id of today, locked, and known to exist."""

from collections.abc import Iterable, Mapping, Sequence

from graph.model.errors import EndNotFound
from graph.model.kinds import NodeKind
from graph.model.ties import NodeRef, TieFields
from graph.store.database import Transaction
from graph.store.writing.aliases import resolved
from graph.store.writing.locking import lock_ends
from graph.store.writing.tie_states import joined
from graph.store.writing.trace import Trace

Ends = Mapping[NodeRef, Mapping[str, object]]


async def with_ends_of_today(transaction: Transaction, ties: Sequence[TieFields]) -> list[TieFields]:
    """The same ties between the nodes that former ids lead to. Raises TieNotAllowed."""
    found = await resolved(transaction, {end.id for tie in ties for end in (tie.from_node, tie.to_node)})
    return [joined(tie, *(_today(end, found) for end in (tie.from_node, tie.to_node))) for tie in ties]


async def locked_ends(transaction: Transaction, trace: Trace, ties: Iterable[TieFields]) -> Ends:
    """Lock what `ties` join and name. Raises EndNotFound for the first that does not exist."""
    wanted = {node: field for tie in ties for field, node in _named(tie)}
    found = await lock_ends(transaction, trace, wanted.keys())
    for node, field in wanted.items():
        if node not in found:
            raise _not_found(field, node)
    return found


def _today(end: NodeRef, found: Mapping[str, NodeRef]) -> NodeRef:
    today = found.get(end.id)
    return today if today is not None and today.kind is end.kind else end


def _named(tie: TieFields) -> list[tuple[str, NodeRef]]:
    topics = [("topics", NodeRef(NodeKind.TOPIC, slug)) for slug in tie.topics or ()]
    return [("from_node", tie.from_node), ("to_node", tie.to_node), *topics]


def _not_found(field: str, node: NodeRef) -> EndNotFound:
    if node.kind is NodeKind.MUNICIPALITY:
        template = "There is no municipality {id}. Look up its official key by its name; zeros in front count."
    elif node.kind is NodeKind.TOPIC:
        template = "There is no topic {id}. Look up its id by its name, or create it first."
    else:
        template = "There is no {kind} {id} that you may see. Look up its id by its name, or create it first."
    values = {"kind": node.kind} if "{kind}" in template else {}
    return EndNotFound(template, field=field, id=node.id, **values)
