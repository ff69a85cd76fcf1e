"""Every operation that the schema has, written from the schema itself, as far as a role may ask it."""

from typing import Any, Final, cast

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
)

from graph.model.kinds import ActorKind
from graph.model.permissions import PERMISSIONS_OF, Role
from schema.limits.weights import metadata_of
from schema.needs import ranking
from schema.schema import schema

Operation = tuple[str, dict[str, Any]]

BUILT: Final = schema._schema
PAGE: Final = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
ACTOR: Final = "... on Node { id }"
REASONS: Final = "reasons { code value subjects { id } ties { id } }"
ANALYSIS: Final = f"{PAGE} method {{ name exact }} leftOut {{ value text }} snapshot {{ id takenAt isCurrent }}"
GAPS: Final = f"""gaps {{ {ANALYSIS} edges {{ cursor node {{ a {{ {ACTOR} }} b {{ {ACTOR} }} score distance
  sharedTopics {{ rarity topic {{ slug }} }} {REASONS} introducers {{ actor {{ {ACTOR} }} {REASONS} }} }} }} }}"""
SUMMARY: Final = """snapshot { id takenAt isCurrent actorCount { value text } tieCount { value text } }
  summary { actors { value } ties { value } components { value } isolated { value } density meanDegree clustering }"""


def fields_of(type_name: str) -> dict[str, Any]:
    """The fields of an object type."""
    fields: dict[str, Any] = cast("GraphQLObjectType", BUILT.type_map[type_name]).fields
    return fields


def scalars(type_name: str) -> str:
    """All that a type says without following a tie."""
    return " ".join(name for name, field in fields_of(type_name).items() if is_leaf_type(get_named_type(field.type)))


def lists(role: Role) -> dict[str, str]:
    """The lists at the root that a role may ask for, each with the kind of node that it lists."""
    named = {name: get_named_type(field.type).name for name, field in fields_of("Query").items() if may(role, field)}
    return {
        name: type_name.removesuffix("Connection") for name, type_name in named.items() if "orderBy" in arguments(name)
    }


def arguments(name: str) -> set[str]:
    """The arguments of a field at the root."""
    return set(fields_of("Query")[name].args)


def may(role: Role, field: Any) -> bool:  # noqa: ANN401 - a field of graphql-core
    """Whether a role may ask for a field, whatever its arguments."""
    return metadata_of(field).get("needs") in PERMISSIONS_OF[role]


def orders(node: str) -> list[str]:
    """What a list of these nodes can be ordered by."""
    order = cast("GraphQLInputObjectType", BUILT.type_map[f"{node}Order"])
    return list(cast("GraphQLEnumType", get_named_type(order.fields["by"].type)).values)


def along_ties(node: str, role: Role) -> str:
    """Every field that follows a tie, with all that can be said of the tie and of what it leads to."""
    ends = {name: get_named_type(field.type).name for name, field in fields_of(node).items() if may(role, field)}
    return " ".join(
        f"{name} {{ {PAGE} edges {{ cursor node {{ {scalars(end.removesuffix('TieConnection'))} }}"
        f" tie {{ {scalars('Tie')} }} }} }}"
        for name, end in ends.items()
        if end.endswith("TieConnection")
    )


def directory(role: Role) -> list[Operation]:
    """Every list in every order, filtered by words, and with all that its nodes are tied to."""
    asked = []
    for field, node in lists(role).items():
        asked += [
            f"{{ {field}(orderBy: {{by: {by}}}, last: 20) {{ {PAGE} edges {{ node {{ {scalars(node)} }} }} }} }}"
            for by in orders(node)
        ]
        asked += [f'{{ {field}(filter: {{text: "{text}"}}) {{ {PAGE} }} }}' for text in ("veronika", "a")]
        asked.append(f"{{ {field}(first: 15) {{ edges {{ cursor node {{ id {along_ties(node, role)} }} }} }} }}")
    return [(document, {}) for document in asked]


def multipliers() -> str:
    """All figures and reasons, by every measure at once."""
    actor = f"actor {{ {ACTOR} }} rank score {REASONS} measures {{ {scalars('Measures')} }}"
    measures = cast("GraphQLEnumType", BUILT.type_map["MultiplierMeasure"]).values
    others = (
        f"by{by}: multipliers(orderBy: {by}) {{ edges {{ cursor node {{ actor {{ {ACTOR} }} }} }} }}" for by in measures
    )
    return f"multipliers {{ {ANALYSIS} edges {{ cursor node {{ {actor} }} }} }} {' '.join(others)}"


def analyses(role: Role) -> list[Operation]:
    """Every analysis of every kind of actor that a role may ask for."""
    asked = []
    for actors in ActorKind:
        ranks = ranking({"scope": {"actors": actors}}) in PERMISSIONS_OF[role]
        shapes = (SUMMARY, GAPS, multipliers()) if ranks else (SUMMARY,)
        asked += [f"{{ network(scope: {{actors: {actors.name}}}) {{ {shape} }} }}" for shape in shapes]
    return [(document, {}) for document in asked]
