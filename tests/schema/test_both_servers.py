"""The same answers on the embedded server and on Neo4j."""

from typing import Final

from graph.model.permissions import Role
from graph.store.database import Database
from service.settings import Settings
from tests.schema.conftest import serving
from tests.schema.network import SmallNetwork
from tests.schema.operations import analyses, directory

SEARCH: Final = '{ search(text: "bor") { edges { node { ... on Person { name } } } } }'


async def test_lists_ties_searches_and_analyses_are_answered(database: Database, settings: Settings) -> None:
    database.statement_timeout = 60  # Neo4j plans each of these statements for the first time
    async with serving(await SmallNetwork.written(database), settings) as api:
        for document, variables in [*directory(Role.MANAGER), *analyses(Role.MANAGER)]:
            if "tie {" not in document or "people(" in document:  # the ties of one kind stand for those of all
                await api.ask(document, Role.MANAGER, **variables)
        found = await api.ask(SEARCH, Role.MEMBER)
        assert found["search"]["edges"] == [{"node": {"name": "Bülent Börek"}}]
