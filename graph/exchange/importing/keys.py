"""What the ends of ties can refer to: keys of the files, and what the graph already holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, NamedTuple

from graph.model.errors import InvalidValue
from graph.model.ids import imported_id
from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.model.ties import NodeRef

OWN_IDS: Final = frozenset({NodeKind.MUNICIPALITY, NodeKind.TOPIC})
COMPARED: Final = 200_000  # keys, before guessing would take longer than a second or two


class End(NamedTuple):
    """The node that one end of a tie is. `bad`: its own row cannot be imported, hence neither can the tie."""

    node: NodeRef
    bad: bool = False


def id_of(source: str, kind: NodeKind, key: str) -> str:
    """The id of what `source` calls `key`: an AGS or slug is one itself, every other kind has its own keys."""
    return key if kind in OWN_IDS else imported_id(source, kind, key)


@dataclass(slots=True)
class Keys:
    """The keys known so far. `lines` says where each stands in its file, `bad` which stand in a row that is refused,
    `unread` whose file cannot be read, `stored` the id in the graph of those that no file has."""

    source: str
    lines: dict[NodeKind, dict[str, int]] = field(default_factory=lambda: {kind: {} for kind in DIRECTORY_KINDS})
    bad: set[tuple[NodeKind, str]] = field(default_factory=set)
    unread: set[NodeKind] = field(default_factory=set)
    stored: dict[tuple[NodeKind, str], str] = field(default_factory=dict)
    nearest: dict[tuple[NodeKind, str], str] = field(default_factory=dict)
    guesses: int = 0

    def in_files(self, kinds: Sequence[NodeKind], key: str) -> list[NodeKind]:
        """Of which of `kinds` the files have a node `key`."""
        return [kind for kind in kinds if key in self.lines[kind]]

    def find(self, column: str, kinds: Sequence[NodeKind], key: str, *, elsewhere: bool = False) -> End | InvalidValue:
        """The node of one of `kinds` that `key` means in this `column`; files go before the graph.

        With `elsewhere` one of another kind is found, too, so that the table of ties can say what is wrong with it. An
        error when no node or more than one has the key; it repeats the key only where no person could have it.
        """
        here = self.in_files(kinds, key) or [kind for kind in kinds if (kind, key) in self.stored]
        if len(here) > 1:
            template = "This key is that of several nodes: {kinds}. Say which in a column {column}."
            return InvalidValue(template, field=column, kinds=", ".join(here), column=f"{column}_kind")
        if here := here or (self.in_files(DIRECTORY_KINDS, key) if elsewhere else []):
            return self._end(here[0], key)
        if self.unread.intersection(kinds):
            return End(NodeRef(kinds[0], key), bad=True)
        return self._unknown(column, kinds, key)

    def id(self, kind: NodeKind, key: str) -> str:
        """The id of what the source calls `key`."""
        return id_of(self.source, kind, key)

    def _end(self, kind: NodeKind, key: str) -> End:
        known = self.stored.get((kind, key))
        id = known if known is not None and key not in self.lines[kind] else self.id(kind, key)
        return End(NodeRef(kind, id), (kind, key) in self.bad)

    def _unknown(self, column: str, kinds: Sequence[NodeKind], key: str) -> InvalidValue:
        names = ", ".join(kinds)
        if NodeKind.PERSON in kinds:
            template = "No node has this key, neither in these files nor from this source in the graph: {kinds}."
            return InvalidValue(template, field=column, kinds=names)
        near = self._near(kinds, key)
        if near is None:
            template = "No {kinds} has the key {value}, neither in these files nor in the graph."
            return InvalidValue(template, field=column, kinds=names, value=repr(key))
        template = "No {kinds} has the key {value}, neither in these files nor in the graph. Did you mean {nearest}?"
        return InvalidValue(template, field=column, kinds=names, value=repr(key), nearest=repr(near))

    def _near(self, kinds: Sequence[NodeKind], key: str) -> str | None:
        for kind in kinds:
            if (kind, key) in self.nearest:
                return self.nearest[kind, key]
        self.guesses += 1
        candidates = [one for kind in kinds for one in self.lines[kind]]
        if self.guesses * len(candidates) > COMPARED:
            return None
        return next(iter(get_close_matches(key, candidates, n=1)), None)
