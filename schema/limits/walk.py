"""One walk over an operation: its cost, its depth and the permissions it needs, in time linear in the document.

Fragments are walked once each, however often they are spread: a walk that follows every spread doubles its work with
each level of a hostile document.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLNamedType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    get_named_type,
)
from graphql.execution.values import get_argument_values, get_directive_values

from schema.limits.weights import weight_of
from schema.needs import Need


@dataclass(frozen=True, slots=True)
class Found:
    """What a selection costs, how deep it goes, what it needs."""

    cost: int = 0
    depth: int = 0
    needs: frozenset[Need] = frozenset()

    def beside(self, other: "Found") -> "Found":
        """Both together."""
        return Found(min(self.cost + other.cost, HIGHEST), max(self.depth, other.depth), self.needs | other.needs)


NOTHING: Final = Found()
HIGHEST: Final = 10**12
"""No document that costs this much is run, and JSON has no larger whole numbers that all clients can read."""
BOTTOM: Final = 50
"""Braces within braces, fragments followed: whoever goes deeper is refused, and would exhaust Python's stack."""


@dataclass(slots=True)
class Walk:
    """A walk over the operations of one document, with the variables as `get_variable_values` returns them."""

    schema: GraphQLSchema
    document: DocumentNode
    variables: Any
    fragments: dict[str, FragmentDefinitionNode] = field(init=False)
    known: dict[str, Found] = field(default_factory=dict)
    level: int = 0

    def __post_init__(self) -> None:
        definitions = self.document.definitions
        self.fragments = {one.name.value: one for one in definitions if isinstance(one, FragmentDefinitionNode)}

    def operation(self, operation: OperationDefinitionNode) -> Found:
        """What the whole operation costs and needs."""
        return self.selections(operation.selection_set.selections, self.schema.get_root_type(operation.operation))

    def selections(self, selections: Iterable[SelectionNode], parent: GraphQLNamedType | None) -> Found:
        """Everything that is selected in one pair of braces."""
        if self.level == BOTTOM:
            return Found(depth=BOTTOM)
        self.level += 1
        asked = (self.selection(selection, parent) for selection in selections if self.included(selection))
        found = reduce(Found.beside, asked, NOTHING)
        self.level -= 1
        return found

    def selection(self, selection: SelectionNode, parent: GraphQLNamedType | None) -> Found:
        """One field, or what a fragment stands for."""
        match selection:
            case FieldNode():
                return self.field(selection, getattr(parent, "fields", {}).get(selection.name.value))
            case InlineFragmentNode(type_condition=condition):
                inside = self.schema.get_type(condition.name.value) if condition else parent
                return self.selections(selection.selection_set.selections, inside)
            case FragmentSpreadNode():
                return self.fragment(selection.name.value)
        return NOTHING

    def fragment(self, name: str) -> Found:
        """What a named fragment stands for."""
        if name not in self.known:
            fragment = self.fragments[name]
            inside = self.schema.get_type(fragment.type_condition.name.value)
            self.known[name] = self.selections(fragment.selection_set.selections, inside)
        return self.known[name]

    def field(self, node: FieldNode, definition: GraphQLField | None) -> Found:
        """A field with what is selected inside it; introspection is free, it has limits of its own."""
        if definition is None:
            return NOTHING
        arguments = get_argument_values(definition, node, self.variables)
        weight = weight_of(definition, arguments)
        if node.selection_set is None:
            return Found(weight.own, 0, weight.needs)
        inside = self.selections(node.selection_set.selections, get_named_type(definition.type))
        cost = min(weight.own + weight.items * inside.cost, HIGHEST)
        return Found(cost, inside.depth + 1, weight.with_inner(inside.needs))

    def included(self, node: SelectionNode) -> bool:
        """Whether @skip and @include leave it in."""
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (skip and skip["if"]) and (include is None or bool(include["if"]))
