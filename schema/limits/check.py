"""Everything that is decided about an operation before it runs: is it valid, affordable and allowed."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Final, cast

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    get_operation_ast,
    parse,
    specified_rules,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from graph.model.errors import Forbidden
from graph.model.permissions import Permission
from graph.model.viewer import Viewer
from schema.context import Context
from schema.errors import ErrorCode, coded, refusal
from schema.limits.lexical import MOST_TOKENS, lexical_errors
from schema.limits.variables import coerced
from schema.limits.walk import Found, Walk

DEEPEST: Final = 12
REMEMBERED: Final = 64  # documents; the largest take about a megabyte each


@lru_cache(maxsize=REMEMBERED)
def parsed(query: str) -> DocumentNode:
    """A document as a tree; remembered for the documents that come again and again. Raises GraphQLError."""
    try:
        return parse(query, no_location=False, max_tokens=MOST_TOKENS)
    except GraphQLSyntaxError as error:
        limits = {f"more than {MOST_TOKENS} tokens": ErrorCode.QUERY_TOO_LARGE, "too deeply": ErrorCode.QUERY_TOO_DEEP}
        codes = [code for text, code in limits.items() if text in error.message]
        raise coded(error, codes[0] if codes else ErrorCode.GRAPHQL_PARSE_FAILED) from None


@lru_cache(maxsize=REMEMBERED)
def invalid(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """How a document fails to fit the schema; remembered for the documents that come again and again."""
    too_large = lexical_errors(document)
    errors = too_large or validate_document(schema, document, tuple(specified_rules))
    return [coded(error, ErrorCode.GRAPHQL_VALIDATION_FAILED) for error in errors]


class Check(SchemaExtension):
    """Refuses what is invalid, too expensive or not allowed, and says what the rest costs."""

    def on_parse(self) -> Iterator[None]:
        """Parses in Strawberry's place. Raises GraphQLError; the hash is noted first, also of what cannot be parsed."""
        query, operation = self.execution_context.query or "", self.execution_context.context.operation
        operation.document = sha256(query.encode()).hexdigest()[:16]
        self.execution_context.graphql_document = parsed(query)
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
    elif found.cost > max_cost:
        template = "The document costs {cost}. Allowed: up to {most}. Ask for smaller pages, or in several requests."
        yield refusal(ErrorCode.QUERY_TOO_COMPLEX, template, cost=found.cost, most=max_cost)
    lacking = {need for need in found.needs if isinstance(need, Permission)} - viewer.permissions
    for permission in sorted(lacking):
        try:
            viewer.require(permission)
        except Forbidden as error:
            yield GraphQLError("", original_error=error)
