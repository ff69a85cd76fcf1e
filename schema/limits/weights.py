"""What one field costs and needs: read from its metadata, where the field itself stands.

`cost` is that of the field alone (1 where it returns an object, else 0), `items` how many objects of its selection to
expect where no page says so, `needs` the permission, `decides` what a need inside it comes down to.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphql import GraphQLField, get_named_type, is_leaf_type

from graph.model.permissions import Permission
from schema.needs import RANKING, Arguments, Need, needed

USUAL_PAGE: Final = 20
LARGEST_PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Weight:
    """A field's own cost, how often what is inside it counts, and what the field needs."""

    own: int
    items: int
    needs: frozenset[Need]
    decided: Permission | None = None

    def with_inner(self, inner: frozenset[Need]) -> frozenset[Need]:
        """The needs of the field together with those inside it, which it may decide."""
        if self.decided is None:
            return self.needs | inner
        return self.needs | {self.decided if need is RANKING else need for need in inner}


def weight_of(field: GraphQLField, arguments: Arguments) -> Weight:
    """What a field weighs with these arguments."""
    metadata = metadata_of(field)
    rule = metadata.get("needs")
    decides: Callable[[Arguments], Permission] | None = metadata.get("decides")
    return Weight(
        own=metadata.get("cost", 0 if is_leaf_type(get_named_type(field.type)) else 1),
        items=items(field, arguments, metadata.get("items", 1)),
        needs=frozenset() if rule is None else frozenset({needed(rule, arguments)}),
        decided=decides(arguments) if decides else None,
    )


def items(field: GraphQLField, arguments: Arguments, otherwise: int) -> int:
    """How many objects a field may return: its page, the ids that it is asked for, or what its metadata expects."""
    if "first" in field.args:
        asked = arguments.get("first") or arguments.get("last") or USUAL_PAGE
        return max(1, min(asked, LARGEST_PAGE))
    return len(arguments["ids"]) if "ids" in arguments else otherwise


def metadata_of(field: GraphQLField) -> Mapping[str, Any]:
    """What our code says of a field beside its type; nothing for GraphQL's own fields."""
    ours = (field.extensions or {}).get("strawberry-definition")
    return ours.metadata if ours is not None else {}
