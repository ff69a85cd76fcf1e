"""Rules for every field of the schema, read from the schema as it is built."""

from collections.abc import Iterator
from typing import Final, cast

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    Undefined,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from graph.model.kinds import TieKind
from graph.model.permissions import Permission
from graph.model.ties import WRITABLE_TIES
from schema.limits.weights import metadata_of
from schema.needs import Open
from schema.schema import schema

BUILT: Final = schema._schema
TYPES: Final = [one for name, one in BUILT.type_map.items() if not name.startswith("__")]
OBJECTS: Final = [one for one in TYPES if isinstance(one, GraphQLObjectType | GraphQLInterfaceType)]
GUARDED: Final = ("Query", "Network")
OURS_ALONE: Final = {"String", "Int", "Float", "Boolean", "ID"}


def fields() -> Iterator[tuple[str, str, GraphQLField]]:
    """Every field of every type that can be asked for."""
    for one in OBJECTS:
        for name, field in one.fields.items():
            yield one.name, name, field


def described(one: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    """Everything of a type that clients read, with its description."""
    yield one.name, one.description
    if isinstance(one, GraphQLEnumType):
        yield from ((f"{one.name}.{name}", value.description) for name, value in one.values.items())
    if isinstance(one, GraphQLInputObjectType):
        yield from ((f"{one.name}.{name}", field.description) for name, field in one.fields.items())
    if isinstance(one, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in one.fields.items():
            yield f"{one.name}.{name}", field.description
            yield from ((f"{one.name}.{name}({arg})", given.description) for arg, given in field.args.items())


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_everything_is_described(one: GraphQLNamedType) -> None:
    silent = [name for name, description in described(one) if not description and name not in OURS_ALONE]
    assert not silent, f"Say what it is: {silent}"


@pytest.mark.parametrize("type_name", GUARDED)
def test_every_field_of_the_root_and_of_analyses_says_what_it_needs(type_name: str) -> None:
    silent = [
        f"{owner}.{name}" for owner, name, field in fields() if owner == type_name and "needs" not in metadata_of(field)
    ]
    assert not silent, f"Give it `needs` in @resolved, see schema/fields.py: {silent}"


def test_every_field_along_ties_needs_what_the_table_of_ties_says() -> None:
    along = [
        (f"{owner}.{name}", field)
        for owner, name, field in fields()
        if get_named_type(field.type).name.endswith("TieConnection")
    ]
    assert len(along) > 60
    assert not [name for name, field in along if not isinstance(metadata_of(field).get("needs"), Permission)]
    network = {name for name, field in along if metadata_of(field)["needs"] is Permission.READ_NETWORK}
    assert {"Person.collaborators", "Topic.projects", "Event.people", "SupportOffer.projects"} <= network
    assert {"Person.organizations", "Topic.people", "PolicyPosition.people"}.isdisjoint(network)


def test_only_rankings_leave_open_what_they_need() -> None:
    open_ones = {
        f"{owner}.{name}" for owner, name, field in fields() if isinstance(metadata_of(field).get("needs"), Open)
    }
    assert open_ones == {"Network.multipliers", "Network.gaps"}


def test_every_connection_says_what_it_costs_and_can_be_paged() -> None:
    for owner, name, field in fields():
        if get_named_type(field.type).name.endswith("Connection"):
            assert "cost" in metadata_of(field), f"{owner}.{name}"
            assert {"first", "after", "last", "before"} <= field.args.keys(), f"{owner}.{name}"


def test_every_list_of_objects_says_how_long_it_may_be() -> None:
    for owner, name, field in fields():
        inner = field.type.of_type if is_non_null_type(field.type) else field.type
        if is_list_type(inner) and not is_leaf_type(get_named_type(inner)) and "ids" not in field.args:
            assert metadata_of(field).get("items", 0) >= 1, f"{owner}.{name}"


def test_an_argument_with_a_default_is_not_null() -> None:
    wrong = [
        f"{owner}.{name}({arg})"
        for owner, name, field in fields()
        for arg, given in field.args.items()
        if given.default_value is not Undefined and not is_non_null_type(given.type)
    ]
    assert not wrong


def test_records_about_people_are_no_kinds_that_clients_know() -> None:
    kinds = cast("GraphQLEnumType", BUILT.type_map["TieKind"])
    assert set(kinds.values) == {kind.name for kind in WRITABLE_TIES}
    assert TieKind.GAVE.name not in kinds.values
    assert set(cast("GraphQLEnumType", BUILT.type_map["NodeKind"]).values).isdisjoint({"CONSENT", "ACCOUNT"})
