"""The application on a real, migrated, empty database."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from graph.store.database import Database
from service.app import create_app
from service.running import Running
from service.settings import Settings
from tests.serving import running_on


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nothing outside of the test touches, with demo sign-in as by default."""
    return Settings.model_validate({"_env_file": None, "data": tmp_path})


@pytest.fixture
async def running(embedded_database: Database, settings: Settings) -> AsyncIterator[Running]:
    """What requests share."""
    async with running_on(embedded_database, settings) as one:
        yield one


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
