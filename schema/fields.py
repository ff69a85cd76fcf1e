"""The decorator of every field that is worked out when it is asked for: what it says, costs and needs stands in it."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import strawberry

from graph.model.permissions import Permission
from schema.needs import Arguments, Rule

P = ParamSpec("P")
R = TypeVar("R")


def resolved(
    description: str,
    *,
    cost: int,
    needs: Rule | None = None,
    items: int = 1,
    decides: Callable[[Arguments], Permission] | None = None,
    name: str | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A field with a resolver. `cost` is that of the field alone; `items` is how many objects a list may have;
    `needs` must stand at every field of the root and of analyses; `decides`: see `schema.needs`."""
    metadata: dict[str, Any] = {"cost": cost, "items": items, "decides": decides}
    if needs is not None:
        metadata["needs"] = needs

    def decorate(resolver: Callable[P, R]) -> Callable[P, R]:
        field = strawberry.field(resolver=resolver, description=description, metadata=metadata, name=name)
        return cast("Callable[P, R]", field)

    return decorate
