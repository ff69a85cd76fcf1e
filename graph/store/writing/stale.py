"""Optimistic locking: who changes something says which revision they saw, and is told what has changed since."""

import json
from collections.abc import Mapping
from typing import Any, Final

from graph.model.errors import InvalidValue, StaleRevision
from graph.model.nodes import Node
from graph.model.ties import Tie
from graph.store.database import Transaction

SINCE: Final = """
MATCH (values:ChangeValues {subject: $id}) WHERE values.revision > $revision
RETURN values.after AS after"""


async def check_revision(transaction: Transaction, current: Node | Tie, expected: int) -> None:
    """Raises StaleRevision when `expected` is not the current one."""
    if current.revision != expected:
        rows = await transaction.rows(SINCE, id=current.id, revision=expected)
        changed = {name for row in rows if row["after"] for name in json.loads(row["after"])}
        raise StaleRevision(expected, _told(current), frozenset(changed))


def check_once(ids: list[str]) -> None:
    """Raises InvalidValue when something stands twice in a batch: each of its rows knows the same revision."""
    if len(set(ids)) < len(ids):
        twice = next(id for id in ids if ids.count(id) > 1)
        raise InvalidValue("{id} stands twice among these rows. Put its changes into one row.", field="id", id=twice)


def _told(current: Node | Tie) -> Mapping[str, Any]:
    return current.model_dump()
