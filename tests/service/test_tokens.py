"""Tokens: only ours, only whole, only in time."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from graph.model.errors import SignInRefused
from service.sign_in.tokens import AUDIENCE, DEMO_ISSUER, ISSUER, TYPE, Subject, Tokens

KEY: Final = b"k" * 64
TOKENS: Final = Tokens(KEY)
ANNA: Final = Subject(ISSUER, "anna")


def claims(**changed: object) -> dict[str, Any]:
    """Claims as they should be, but for those `changed`; None leaves one out."""
    now = datetime.now(UTC)
    good = {"iss": ISSUER, "aud": AUDIENCE, "sub": "anna", "iat": now, "exp": now + timedelta(hours=1)}
    return {name: value for name, value in {**good, **changed}.items() if value is not None}


def signed(key: Any = KEY, algorithm: str = "HS256", typ: str = TYPE, **changed: object) -> str:  # noqa: ANN401
    """A token with these claims."""
    return jwt.encode(claims(**changed), key, algorithm=algorithm, headers={"typ": typ})


def unsigned(header: object, **changed: object) -> str:
    """A token that nobody signed."""
    parts = (header, claims(iat=1, exp=9_999_999_999, **changed))
    texts = (base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    return ".".join((*texts, ""))


def test_a_token_of_ours_says_whom_it_is_for() -> None:
    assert TOKENS.read(TOKENS.issue(ANNA, timedelta(minutes=1))) == ANNA
    assert TOKENS.read(signed()) == ANNA


def test_it_says_nothing_else_of_them() -> None:
    payload = jwt.decode(TOKENS.issue(ANNA, timedelta(minutes=1)), options={"verify_signature": False})
    assert payload.keys() == {"iss", "aud", "sub", "iat", "exp", "jti"}


PAST: Final = datetime.now(UTC) - timedelta(hours=2)
FUTURE: Final = datetime.now(UTC) + timedelta(hours=2)


@pytest.mark.parametrize(
    "token",
    [
        lambda: signed(b"x" * 32),
        lambda: signed(exp=PAST),
        lambda: signed(exp=None),
        lambda: signed(iat=None),
        lambda: signed(iat=FUTURE),
        lambda: signed(nbf=FUTURE),
        lambda: signed(iss=None),
        lambda: signed(iss="somebody"),
        lambda: signed(iss=DEMO_ISSUER),
        lambda: signed(aud=None),
        lambda: signed(aud="another"),
        lambda: signed(aud=[AUDIENCE]),
        lambda: signed(sub=None),
        lambda: signed(typ="JWT"),
        lambda: signed(typ="id+jwt"),
        lambda: signed(algorithm="HS384"),
        lambda: signed(rsa.generate_private_key(65537, 2048), algorithm="RS256"),
        lambda: signed()[:-3],
        lambda: signed() + "x",
        lambda: signed(filler="x" * 5_000),
        lambda: unsigned({"alg": "none", "typ": TYPE}),
        lambda: unsigned({"alg": "HS256", "typ": TYPE}),
        lambda: unsigned({"alg": "none", "typ": TYPE, "crit": ["b64"]}),
        lambda: unsigned([]),
        lambda: base64.urlsafe_b64encode(b"[" * 3_000).decode() + ".e30.",
        lambda: "",
        lambda: "a.b.c",
        lambda: "ä.ö.ü",
        lambda: "....",
    ],
)
def test_any_other_token_is_refused(token: Callable[[], str]) -> None:
    with pytest.raises(SignInRefused) as refused:
        TOKENS.read(token())
    assert str(refused.value) == "This token is not valid, or no longer. Sign in again."
    assert refused.value.__cause__ is None


def test_a_demo_token_is_believed_only_where_demos_are() -> None:
    token = TOKENS.issue(Subject(DEMO_ISSUER, "MEMBER"), timedelta(minutes=1))
    assert Tokens(KEY, frozenset({ISSUER, DEMO_ISSUER})).read(token) == Subject(DEMO_ISSUER, "MEMBER")
    with pytest.raises(SignInRefused):
        TOKENS.read(token)
