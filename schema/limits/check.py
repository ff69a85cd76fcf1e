"""Everything that is decided about an operation before it runs: is it valid, affordable and allowed."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Final, cast

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    get_operation_ast,
    specified_rules,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from graph.model.errors import Forbidden
from graph.model.permissions import Permission
from graph.model.viewer import Viewer
from schema.context import Context, Operation
from schema.errors import ErrorCode, coded, refusal
from schema.limits.lexical import lexical_errors
from schema.limits.variables import coerced
from schema.limits.walk import Found, Walk

DEEPEST: Final = 12
REMEMBERED: Final = 128


@lru_cache(maxsize=REMEMBERED)
def invalid(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """How a document fails to fit the schema; remembered for the documents that come again and again."""
    too_large = lexical_errors(document)
    errors = too_large or validate_document(schema, document, tuple(specified_rules))
    return [coded(error, ErrorCode.GRAPHQL_VALIDATION_FAILED) for error in errors]


class Check(SchemaExtension):
    """Refuses what is invalid, too expensive or not allowed, and says what the rest costs."""

    def on_parse(self) -> Iterator[None]:
        """Runs before the document is parsed, so that one that cannot be is known by its hash as well."""
        operation: Operation = self.execution_context.context.operation
        operation.document = sha256((self.execution_context.query or "").encode()).hexdigest()[:16]
        yield

    def on_validate(self) -> Iterator[None]:
        """Runs in the place of Strawberry's own validation."""
        self.execution_context.pre_execution_errors = self.errors()
        yield

    def errors(self) -> list[GraphQLError]:
        """Why the operation is not run; nothing if it is."""
        running = self.execution_context
        context: Context = running.context
        schema = running.schema._schema  # noqa: SLF001 - Strawberry's own extensions have no other way to it either
        document = cast("DocumentNode", running.graphql_document)
        if errors := invalid(schema, document):
            return list(errors)
        operation = cast("OperationDefinitionNode", get_operation_ast(document, running.operation_name))
        context.operation.name = running.operation_name
        variables = coerced(schema, operation, running.variables or {})
        if isinstance(variables, list):
            return variables
        found = Walk(schema, document, variables).operation(operation)
        context.operation.cost = found.cost
        return list(refusals(found, context.viewer, context.max_cost))


def refusals(found: Found, viewer: Viewer, max_cost: int) -> Iterator[GraphQLError]:
    """Why an operation is not run although it is valid."""
    if found.depth > DEEPEST:
        template = "The document is {depth} levels deep. Allowed: up to {most}."
        yield refusal(ErrorCode.QUERY_TOO_DEEP, template, depth=found.depth, most=DEEPEST)
    if found.cost > max_cost:
        template = "The document costs {cost}. Allowed: up to {most}. Ask for smaller pages, or in several requests."
        yield refusal(ErrorCode.QUERY_TOO_COMPLEX, template, cost=found.cost, most=max_cost)
    lacking = {need for need in found.needs if isinstance(need, Permission)} - viewer.permissions
    for permission in sorted(lacking):
        try:
            viewer.require(permission)
        except Forbidden as error:
            yield GraphQLError("", original_error=error)
