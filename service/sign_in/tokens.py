"""Our bearer tokens: signed access tokens as RFC 9068 describes them, that say who, and never what they may do.

Role and person come from the account in the store, so a token is worth nothing once its account is gone.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import jwt

from graph.model.errors import SignInRefused
from graph.model.ids import new_id
from graph.model.time import now

ALGORITHM: Final = "HS256"
AUDIENCE: Final = "kommune360"
ISSUER: Final = "kommune360"
DEMO_ISSUER: Final = "kommune360-demo"
TYPE: Final = "at+jwt"
LONGEST: Final = 4_096
CHECKS: Final[Any] = {
    "require": ["exp", "iat", "iss", "aud", "sub"],
    "strict_aud": True,
    "enforce_minimum_key_length": True,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a token is for: an account's issuer and subject."""

    issuer: str
    subject: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens signed with one secret. `issuers` are those that are believed."""

    key: bytes
    issuers: frozenset[str] = frozenset({ISSUER})

    def issue(self, subject: Subject, lifetime: timedelta) -> str:
        """A token for `subject`, good for `lifetime`."""
        issued = now()
        claims = {
            "iss": subject.issuer,
            "aud": AUDIENCE,
            "sub": subject.subject,
            "iat": issued,
            "exp": issued + lifetime,
            "jti": new_id(),
        }
        return jwt.encode(claims, self.key, algorithm=ALGORITHM, headers={"typ": TYPE})

    def read(self, token: str) -> Subject:
        """Whom the token is for. Raises SignInRefused, whatever is wrong with it: it helps nobody honest to know."""
        try:
            read = jwt.decode_complete(
                token[: LONGEST + 1],
                self.key,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=self.issuers,
                options=CHECKS,
            )
        except (jwt.PyJWTError, ValueError, RecursionError):  # brackets within brackets, in a header that nobody signed
            raise SignInRefused from None
        if str(read["header"].get("typ")).lower() != TYPE:  # any other token of ours is no access token
            raise SignInRefused
        claims: dict[str, Any] = read["payload"]
        return Subject(claims["iss"], claims["sub"])
