"""What every resolver gets: who asks, and what can be asked."""

from dataclasses import dataclass, field

import strawberry
from strawberry.fastapi import BaseContext

from graph.answers import Answers
from graph.model.messages import Language
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.reading import NodeReader, TieReader
from schema.loaders import Loaders


@dataclass(slots=True)
class Operation:
    """What may be told of an operation to the log and to the client: nothing that somebody typed in as a value."""

    name: str | None = None
    document: str | None = None  # a hash
    cost: int | None = None


@dataclass
class Context(BaseContext):
    """One request of one viewer."""

    viewer: Viewer
    database: Database
    answers: Answers
    language: Language
    max_cost: int
    operation: Operation = field(default_factory=Operation)
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        super().__init__()
        self.loaders = Loaders(NodeReader(self.database, self.viewer), TieReader(self.database, self.viewer))

    @property
    def nodes(self) -> NodeReader:
        """Nodes as this viewer may see them."""
        return self.loaders.nodes


Info = strawberry.Info[Context, None]
