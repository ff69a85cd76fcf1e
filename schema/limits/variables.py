"""The variables of an operation, made values of their types before anything else looks at them."""

import re
from typing import Any, Final, cast

from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode, VariableDefinitionNode, print_ast
from graphql.execution.values import get_variable_values

from schema.errors import ErrorCode, refusal

PLACE: Final = re.compile(r"has invalid (?:default )?value at (\S+):")
MOST_ERRORS: Final = 20


def coerced(schema: GraphQLSchema, operation: OperationDefinitionNode, given: dict[str, Any]) -> Any:  # noqa: ANN401
    """The variables, or a list of refusals. GraphQL's own messages repeat the value; it may be personal, so ours do
    not."""
    found = get_variable_values(schema, operation.variable_definitions or (), given, max_errors=MOST_ERRORS)
    return [without_value(error) for error in found] if isinstance(found, list) else found


def without_value(error: GraphQLError) -> GraphQLError:
    """The same complaint, by name, place and type."""
    if not error.nodes:
        return refusal(ErrorCode.BAD_USER_INPUT, "The variables are nested too deeply, or too many of them are wrong.")
    definition = cast("VariableDefinitionNode", error.nodes[0])
    place = PLACE.search(error.message)
    return refusal(
        ErrorCode.BAD_USER_INPUT,
        "The variable ${name}{place} has a value that is not allowed there. Its type: {type}.",
        name=definition.variable.name.value,
        place=place[1] if place else "",
        type=print_ast(definition.type),
    )
