"""Everything that can go wrong in the graph, as one tree.

GraphError
├── InvalidInput             what the caller sent cannot be right; the message says what is allowed
│   ├── InvalidValue         one value is outside what is allowed
│   ├── InvalidFields        several are; carries an InvalidValue for each
│   ├── TieNotAllowed        a kind of tie does not join these two kinds of node
│   ├── CycleRefused         PART_OF or BROADER would lead back to where it began
│   ├── FileUnreadable       a file that is no table, or whose name does not say what it holds
│   └── InvalidPage          a page that cannot be given
│       ├── PageOutOfRange
│       ├── PageAmbiguous
│       ├── CursorUnreadable
│       └── CursorExpired    its analysis is gone
├── NotFound                 no such node or tie, or not one that this viewer may see
│   └── EndNotFound          the same of what a new tie should join; says which end
├── Forbidden                the viewer lacks a permission
├── SignInRefused            the token is none of ours, has expired or was revoked
├── Conflict                 the graph has moved on since the caller looked
│   ├── StaleRevision        changed since; carries the current state
│   ├── AlreadyExists        id or tie key is taken
│   └── StillInUse           a node cannot go while ties hold it
└── StoreError
    ├── StoreUnavailable     no answer, or not in time; try again
    ├── DatabaseNewer        written by a newer program
    ├── DataFolderInUse      another server owns the folder
    ├── PortTaken            something else listens there
    └── ServerFailed         the embedded server did not come up

No message carries a personal value: fields that hold one are named, their content is not repeated.
"""

from collections.abc import Mapping
from typing import Any

from graph.model.messages import Language, Message, Value


class GraphError(Exception):
    """The root. `str(error)` is a sentence for the person who has to act on it; `message` says it in German too."""

    def __init__(self, template: str, /, **values: Value) -> None:
        self.message = Message(template, values)
        super().__init__(self.message.text())

    def text(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.message.text(language)


class InvalidInput(GraphError):
    """What was sent cannot be right. `field` names the place, where one is known."""

    def __init__(self, template: str, /, field: str | None = None, **values: Value) -> None:
        super().__init__(template, **values)
        self.field = field


class InvalidValue(InvalidInput):
    """One value is outside what is allowed."""


class InvalidFields(InvalidInput):
    """Several values at once are outside what is allowed; `problems` has one entry for each."""

    def __init__(self, problems: tuple[InvalidValue, ...]) -> None:
        super().__init__("{count} values are not allowed.", count=len(problems))
        self.problems = problems


class TieNotAllowed(InvalidInput):
    """This kind of tie does not join these two kinds of node."""


class CycleRefused(InvalidInput):
    """The tie would make a part contain its whole."""


class FileUnreadable(InvalidInput):
    """A file that is no table, or whose name does not say what it holds. `line` is where that shows, if at one."""

    def __init__(self, template: str, /, line: int | None = None, **values: Value) -> None:
        super().__init__(template, None, **values)
        self.line = line


class InvalidPage(InvalidInput):
    """A page that cannot be given."""


class PageOutOfRange(InvalidPage):
    """`first` or `last` outside 1 to 100."""


class PageAmbiguous(InvalidPage):
    """`first` and `last` together, or a cursor of the other direction."""


class CursorUnreadable(InvalidPage):
    """The cursor is not one of ours, or belongs to another order."""


class CursorExpired(InvalidPage):
    """The cursor was one of ours, but the analysis that it belongs to is gone."""


class NotFound(GraphError):
    """No such node or tie, or not one that this viewer may see; nobody can tell which."""

    def __init__(self, template: str = "There is nothing under this id that you may see.", /, **values: Value) -> None:
        super().__init__(template, **values)


class EndNotFound(NotFound):
    """What a tie should join or name is no node that this viewer may see. `field` says which: from_node, to_node, …"""

    def __init__(self, template: str, /, field: str, **values: Value) -> None:
        super().__init__(template, **values)
        self.field = field


class Forbidden(GraphError):
    """The viewer lacks a permission."""


class SignInRefused(GraphError):
    """The token is none of ours, has expired, or its account is gone. Nobody can tell which."""

    def __init__(self, template: str = "This token is not valid, or no longer. Sign in again.") -> None:
        super().__init__(template)


class Conflict(GraphError):
    """The graph has moved on since the caller looked. Read again, then decide again."""


class StaleRevision(Conflict):
    """Changed since the caller read it. `current` is the state as this viewer may see it, `changed` the fields."""

    def __init__(self, expected: int, current: Mapping[str, Any], changed: frozenset[str]) -> None:
        names = ", ".join(sorted(changed)) or "nothing that you may see"
        super().__init__(
            "Revision {expected} is no longer the newest; it is {revision}. Changed since: {names}. "
            "Read it again and repeat your change on the new revision.",
            expected=expected,
            revision=int(current["revision"]),
            names=names,
        )
        self.expected = expected
        self.current = current
        self.changed = changed


class AlreadyExists(Conflict):
    """The id, or the key of a tie, is taken."""


class StillInUse(Conflict):
    """A node cannot go while something depends on it."""


class StoreError(GraphError):
    """The database, not the request, is the trouble."""


class StoreUnavailable(StoreError):
    """The server did not answer, or not in time. The same call may succeed later."""

    def __init__(self, template: str = "The database does not answer just now. Try again in a few seconds.") -> None:
        super().__init__(template)


class DatabaseNewer(StoreError):
    """The database was migrated by a newer program; this one would damage it."""


class DataFolderInUse(StoreError):
    """A server already runs on this data folder."""


class PortTaken(StoreError):
    """Something else already listens on the port."""


class ServerFailed(StoreError):
    """The embedded server did not come up."""
