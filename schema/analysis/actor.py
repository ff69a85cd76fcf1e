"""Actors: nodes that can stand in a network."""

from typing import Annotated

import strawberry

from schema.types.municipality import Municipality
from schema.types.organization import Organization
from schema.types.person import Person

Actor = Annotated[
    Person | Organization | Municipality, strawberry.union("Actor", description="Who can act and stand in a network.")
]
