"""From the header of a request to the viewer behind it."""

from dataclasses import dataclass
from typing import Final

from graph.model.errors import SignInRefused
from graph.model.permissions import Role
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.writing import AccountReader
from service.sign_in.tokens import Tokens

SCHEME: Final = "bearer"


@dataclass(frozen=True, slots=True)
class Viewers:
    """Knows viewers by their tokens."""

    tokens: Tokens
    accounts: AccountReader

    async def of(self, authorization: str | None) -> Viewer:
        """The viewer of a request with this `Authorization` header. Without one the viewer is anonymous.

        Raises SignInRefused when the token is not valid or its account is gone, StoreUnavailable.
        """
        if authorization is None:
            return ANONYMOUS
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != SCHEME or not token:
            raise SignInRefused
        subject = self.tokens.read(token.strip())
        account = await self.accounts.by_subject(subject.issuer, subject.subject)
        if account is None or account.role is Role.ANONYMOUS:  # without an account, or with one that was ended
            raise SignInRefused
        return Viewer(account.role, account.id, account.person_id)
