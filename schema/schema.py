"""The schema: what can be asked, and what happens to every operation on its way."""

from typing import Final

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from schema.errors import ErrorCode
from schema.limits.check import Check
from schema.queries.events import EventsQueries
from schema.queries.municipalities import MunicipalitiesQueries
from schema.queries.network import NetworkQueries
from schema.queries.nodes import NodeQueries
from schema.queries.organizations import OrganizationsQueries
from schema.queries.people import PeopleQueries
from schema.queries.policy_positions import PolicyPositionsQueries
from schema.queries.projects import ProjectsQueries
from schema.queries.search import SearchQueries
from schema.queries.support_offers import SupportOffersQueries
from schema.queries.topics import TopicsQueries
from schema.queries.viewer import ViewerQueries
from schema.registry import SHOWN
from schema.scalars import SCALARS


@strawberry.type(description="What can be asked.")
class Query(
    NodeQueries,
    ViewerQueries,
    SearchQueries,
    PeopleQueries,
    OrganizationsQueries,
    MunicipalitiesQueries,
    TopicsQueries,
    ProjectsQueries,
    SupportOffersQueries,
    PolicyPositionsQueries,
    EventsQueries,
    NetworkQueries,
):
    """One area in each of the classes it is made of."""


class Schema(strawberry.Schema):
    """Strawberry's schema, but silent: what it would log repeats documents and values. `schema.errors` notes mistakes
    of ours."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Say nothing."""


schema: Final = Schema(
    Query,
    types=[*SHOWN.values(), ErrorCode.__strawberry_definition__],  # type: ignore[attr-defined]
    extensions=[Check],
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
)
