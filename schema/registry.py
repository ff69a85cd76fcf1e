"""Which type of the schema shows which kind of node; types enter themselves, so that none imports another."""

from collections.abc import Callable, Hashable
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any, Self, TypeVar, cast

import strawberry
from pydantic import BaseModel
from strawberry import relay

from graph.model.kinds import NodeKind
from graph.model.nodes import Node

R = TypeVar("R", bound="type[Recorded]")


@strawberry.interface(description="A node or tie with its record: when it was made and changed, and how often.")
class Recorded(relay.Node):
    id: relay.NodeID[str]
    created_at: datetime = strawberry.field(description="When it was recorded here.")
    updated_at: datetime = strawberry.field(description="When it was last changed.")
    revision: int = strawberry.field(
        description="How often it was written. A change names the revision it was made on."
    )

    @classmethod
    def of(cls, stored: BaseModel) -> Self:
        """What is stored, as this type: attributes of the same names."""
        return cls(**{name: getattr(stored, name) for name in attributes(cls)})


def attributes(shown_as: type[Recorded]) -> tuple[str, ...]:
    """The attributes that a type takes over from the model; its other fields are resolved when asked for."""
    return _attributes(cast("Hashable", shown_as))


@cache
def _attributes(shown_as: Any) -> tuple[str, ...]:  # noqa: ANN401 - mypy takes a class for its unhashable instances
    return tuple(field.name for field in fields(shown_as) if field.init)


SHOWN: dict[NodeKind, type[Recorded]] = {}


def shows(kind: NodeKind) -> Callable[[R], R]:
    """Enter the decorated type as the one that shows nodes of `kind`."""

    def enter(shown_as: R) -> R:
        SHOWN[kind] = shown_as
        return shown_as

    return enter


def shown(node: Node) -> Recorded:
    """A node of the model as clients see it."""
    return SHOWN[node.kind_of_node].of(node)


def kind_of(shown_as: type[Recorded]) -> NodeKind:
    """The kind of node that a type shows."""
    return next(kind for kind, entered in SHOWN.items() if entered is shown_as)
