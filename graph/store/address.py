"""Where a database answers and how to sign in there."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from graph.model.errors import InvalidValue

SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A server that speaks Bolt. `database` None is the user's home database. The password is in no repr.

    Raises InvalidValue when `uri` is not a Bolt address, or carries what belongs in `user` and `password`.
    """

    uri: str
    user: str
    password: SecretStr = field(repr=False)
    database: str | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.uri)
        if parts.scheme not in SCHEMES or not parts.hostname:
            allowed = ", ".join(f"{scheme}://" for scheme in SCHEMES)
            template = "The database's address begins with one of {allowed} and names a host."
            raise InvalidValue(template, field="uri", allowed=allowed)
        if parts.username or parts.password:
            raise InvalidValue("Name the database's user and password apart from its address.", field="uri")
