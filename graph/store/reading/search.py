"""Search over all kinds: what somebody types finds every node whose texts have all its words, best first.

A word counts where a word of the text begins with it. Words of three letters and more also count inside words, since
German puts words together: "planung" finds "Jugendhilfeplanung", below what begins with it.

Beginnings alone are looked up in the full-text index. What stands inside words an index of words cannot find, so those
texts are read. The order is our own rank, then the name: the index's relevance depends on documents that the viewer may
not see, and nothing is limited before visibility has been asked.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, Final

from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.model.nodes import Node
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.dialect import Dialect
from graph.store.pages import Page, Slice
from graph.store.reading.built import node_of
from graph.store.reading.nodes import FIRST_PAGE
from graph.store.reading.sorting import Key, Sort
from graph.store.reading.text_match import FOUND, RANK, TypedText
from graph.store.reading.window import Window
from graph.store.visibility import parameters, readable, visible

UNION: Final = "\n  UNION ALL\n  "


async def search(
    database: Database,
    viewer: Viewer,
    text: str,
    kinds: Sequence[NodeKind] = DIRECTORY_KINDS,
    page: Page = FIRST_PAGE,
) -> Slice[Node]:
    """A page of the nodes of `kinds` that `text` finds, best first, and how many these are, in one statement.

    Without a word in the text, or a kind, nothing is found. Raises InvalidValue for a text of more than 200 characters,
    CursorUnreadable for a cursor of another search.
    """
    typed, kinds = TypedText.of(text), sorted(set(kinds) & set(DIRECTORY_KINDS))
    if not (typed.words and kinds):
        return Slice((), (), has_next=False, has_previous=False, total=0)
    window = _window(typed, kinds, page)
    found = UNION.join(_found(kind, typed, database.dialect) for kind in kinds)
    given = {**typed.parameters, **window.parameters, "query": _query(typed), **parameters(viewer)}
    rows = await database.rows(f"CALL () {{\n  {found}\n}}{window.text}", **given)
    return window.slice(rows[0], _node)


def _found(kind: NodeKind, typed: TypedText, dialect: Dialect) -> str:
    """The nodes of one kind that the text finds."""
    seen = f"{visible(kind, 'node')} AND {FOUND}"
    if not typed.by_beginning:
        return f"MATCH (node:{kind}) WHERE {seen} RETURN node"
    index = dialect.search_index(kind)
    return f"CALL db.index.fulltext.queryNodes('{index}', $query) YIELD node WHERE {seen} RETURN node"


def _query(typed: TypedText) -> str:
    """The question to the full-text index. Folded words hold letters and digits alone, so nothing is left to escape."""
    return " ".join(f"+{word}*" for word in typed.words)


def _window(typed: TypedText, kinds: Sequence[NodeKind], page: Page) -> Window:
    asked = blake2b(" ".join((*typed.words, "in", *kinds)).encode(), digest_size=6).hexdigest()
    sort = Sort(f"search:{asked}", (Key(RANK, int), Key("node.sort_key"), Key("node.id")))
    shown = " ".join(f"WHEN node:{kind} THEN {readable(kind, 'node')}" for kind in kinds)
    return Window(("node",), ("labels(node)[0]", f"CASE {shown} END"), sort, page)


def _node(shown: Sequence[Any]) -> Node:
    kind, stored = shown
    return node_of(NodeKind(kind), stored)
