"""The application on a real, migrated, empty database."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from graph.answers import Answers
from graph.store.database import Database
from graph.store.writing import AccountReader
from service.app import create_app
from service.running import Running
from service.settings import Settings
from service.sign_in.tokens import DEMO_ISSUER, ISSUER, Tokens
from service.sign_in.viewers import Viewers


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nothing outside of the test touches, with demo sign-in as by default."""
    return Settings.model_validate({"_env_file": None, "data": tmp_path})


@pytest.fixture
async def running(embedded_database: Database, settings: Settings) -> AsyncIterator[Running]:
    """What requests share."""
    viewers = Viewers(Tokens(b"k" * 64, frozenset({ISSUER, DEMO_ISSUER})), AccountReader(embedded_database))
    async with Answers(embedded_database) as answers:
        yield Running(settings, embedded_database, answers, viewers)


@pytest.fixture
async def client(running: Running) -> AsyncIterator[httpx.AsyncClient]:
    """A client on this machine."""
    transport = httpx.ASGITransport(create_app(running), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as one:
        yield one


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"
