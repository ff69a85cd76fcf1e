"""Everything that can be set from outside: read from the environment, a file or secrets, and checked at start."""

import os
from difflib import get_close_matches
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, ClassVar, Final, Self

from dotenv import dotenv_values
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.model.errors import InvalidFields, InvalidInput, InvalidValue
from graph.model.messages import Language, refused
from graph.model.validation import build
from graph.store.address import ServerAddress

PREFIX: Final = "KOMMUNE360_"
FILE: Final = Path(".env")
SECRETS: Final = Path("/run/secrets")
SECRET_BYTES: Final = 32
FOR_TESTS: Final = f"{PREFIX}TEST_"


class LogLevel(StrEnum):
    """How much the service says of itself."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Settings(BaseSettings):
    """One attribute for each `KOMMUNE360_…`. `.env.template` and docs/operation.md say what each is for."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        secrets_dir=SECRETS if SECRETS.is_dir() else None,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )
    personal: ClassVar = frozenset({"database_password", "token_secret"})  # never repeated in a message

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65_535)] = 8000
    data: Path = Path("data")
    database_uri: str | None = None
    database_user: str = "neo4j"
    database_password: SecretStr | None = None
    database_name: str | None = None
    heap_mb: Annotated[int, Field(ge=128)] = 512
    statement_seconds: Annotated[float, Field(gt=0)] = 10.0
    token_secret: SecretStr | None = None
    demo_sign_in: bool | None = None
    queries_by_get: bool = True
    max_cost: Annotated[int, Field(ge=100)] = 10_000
    drain_seconds: Annotated[float, Field(ge=0)] = 0.0
    stop_seconds: Annotated[int, Field(ge=1)] = 10
    language: Language | None = None
    log_level: LogLevel = LogLevel.INFO

    @field_validator("token_secret")
    @classmethod
    def _secret_is_long(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and len(secret.get_secret_value().encode()) < SECRET_BYTES:
            raise refused("The secret is too short. Give at least {bytes} random bytes.", bytes=SECRET_BYTES)
        return secret

    @model_validator(mode="after")
    def _database_is_complete(self) -> Self:
        if self.database_uri is not None and self.database_password is None:
            raise refused("KOMMUNE360_DATABASE_URI is set, so KOMMUNE360_DATABASE_PASSWORD is needed too.")
        try:
            _ = self.database
        except InvalidInput as error:
            raise refused(error.message.template, **error.message.values) from None
        return self

    @model_validator(mode="after")
    def _demo_stays_at_home(self) -> Self:
        if self.demo_sign_in and not self.on_loopback:
            raise refused(
                "Demo sign-in gives every role to everyone, so it works on loopback only, not on {host}. Set "
                "KOMMUNE360_DEMO_SIGN_IN=false, or KOMMUNE360_HOST=127.0.0.1.",
                host=self.host,
            )
        return self

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def demo(self) -> bool:
        """Whether anyone may sign in as anything: unless said otherwise, on loopback with the embedded database."""
        if self.demo_sign_in is None:
            return self.on_loopback and self.database_uri is None
        return self.demo_sign_in

    @property
    def database(self) -> ServerAddress | None:
        """The database server to use. None: the embedded one, with its data in `data`."""
        if self.database_uri is None or self.database_password is None:
            return None
        return ServerAddress(self.database_uri, self.database_user, self.database_password, self.database_name)


def load(**given: object) -> Settings:
    """The settings; what is `given` goes before the environment, this before the file `.env`, this before secrets.

    Raises InvalidFields: one problem for each setting that is wrong or does not exist, named by its `field`.
    """
    problems = unknown_settings()
    try:
        settings = build(Settings, given)
    except InvalidFields as error:
        problems += [named(problem) for problem in error.problems]
    except InvalidValue as error:
        problems.append(named(error))
    if problems:
        raise InvalidFields(tuple(problems))
    return settings


def named(problem: InvalidValue) -> InvalidValue:
    """The problem under the name by which its setting is given."""
    field = f"{PREFIX}{problem.field.upper()}" if problem.field else None
    return InvalidValue(problem.message.template, field=field, **problem.message.values)


def unknown_settings() -> list[InvalidValue]:
    """What is set with our prefix but means nothing: most often a slip of the pen."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    given = {name.upper() for name in (*os.environ, *dotenv_values(FILE))}
    return [
        InvalidValue("There is no setting {name}. Did you mean {guess}?", field=name, name=name, guess=guess)
        for name in sorted(given - known)
        if name.startswith(PREFIX) and not name.startswith(FOR_TESTS)
        for guess in [" / ".join(get_close_matches(name, known, 1, 0.0))]
    ]
