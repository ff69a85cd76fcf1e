"""`kommune360 token`: accounts, and the tokens by which they sign in."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Final

from typer import Exit, Option, echo

from graph.model.ids import new_id
from graph.model.messages import Language
from graph.model.permissions import Role
from graph.model.viewer import system
from graph.store.writing import AccountReader, AccountWriter
from service.commands.console import LanguageOption, chosen_language, finish, say, settings_of
from service.commands.database import open_database
from service.settings import Settings
from service.sign_in.secret import signing_key
from service.sign_in.tokens import ISSUER, Subject, Tokens

LONGEST_DAYS: Final = 366


class SignInRole(StrEnum):
    """As what one can sign in."""

    MEMBER = "MEMBER"
    STRATEGY = "STRATEGY"
    MANAGER = "MANAGER"
    ADMIN = "ADMIN"


def token(
    role: Annotated[SignInRole | None, Option(case_sensitive=False, help="As what the account signs in.")] = None,
    person: Annotated[str | None, Option(help="The raw id of the person whom the account belongs to.")] = None,
    days: Annotated[int, Option(min=1, max=LONGEST_DAYS, help="How long the token is good.")] = 30,
    revoke: Annotated[str | None, Option(help="End the account that was given this name, and all its tokens.")] = None,
    language: LanguageOption = None,
) -> None:
    """Make an account and print a token for it, or end one."""
    spoken = chosen_language(language)
    settings = settings_of(spoken)
    if (role is None) == (revoke is None):
        say("Say either --role or --revoke.", spoken, problem=True)
        raise Exit(2)
    if revoke is not None:
        finish(end(settings, revoke, spoken), spoken)
    elif role is not None:
        finish(make(settings, Role(role), person, timedelta(days=days), spoken), spoken)


async def make(settings: Settings, role: Role, person: str | None, lifetime: timedelta, language: Language) -> None:
    """Make an account and print its token on stdout, and the name of the account on stderr."""
    subject = Subject(ISSUER, new_id())
    async with open_database(settings) as database:
        await AccountWriter(database, system("token")).save(subject.issuer, subject.subject, role, person_id=person)
    say(
        "The account is named {name}. To end it: kommune360 token --revoke {name}",
        language,
        problem=True,
        name=subject.subject,
    )
    echo(Tokens(signing_key(settings)).issue(subject, lifetime))


async def end(settings: Settings, name: str, language: Language) -> None:
    """Leave an account nothing that it may do, so that its tokens are refused. Raises NotFound."""
    async with open_database(settings) as database:
        if await AccountReader(database).by_subject(ISSUER, name) is None:
            say("There is no account of this name.", language, problem=True)
            raise Exit(1)
        await AccountWriter(database, system("token")).save(ISSUER, name, Role.ANONYMOUS, reason="revoked")
    say("The account {name} is ended; its tokens are refused from now on.", language, name=name)
