"""Sign-in for trying things out: anyone on this machine becomes anything they like, for a day."""

from datetime import timedelta
from html import escape
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from graph.model.errors import InvalidValue
from graph.model.permissions import Role
from graph.model.viewer import system
from graph.store.writing import AccountWriter
from service.running import Running
from service.sign_in.tokens import DEMO_ISSUER, Subject

LIFETIME: Final = timedelta(hours=24)
ROLES: Final = tuple(role for role in Role if role is not Role.ANONYMOUS)
PAGE: Final = """<!doctype html>
<html lang="de"><meta charset="utf-8"><title>Kommune 360° – Demo</title>
<h1>Kommune 360° – Demo</h1>
<p>Als was möchten Sie sich anmelden? Die Antwort enthält ein Token für <code>Authorization: Bearer …</code>,
das einen Tag lang gilt.</p>
<p lang="en">As what would you like to sign in? The answer holds a token for <code>Authorization: Bearer …</code>
that is good for a day.</p>
{forms}
</html>"""
FORM: Final = '<form method="post" action="/demo/sign-in?role={role}"><button>{role}</button></form>'
HEADERS: Final = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
}

router = APIRouter(prefix="/demo")


@router.get("")
async def roles() -> Response:
    """A page with a button for each role."""
    return HTMLResponse(PAGE.format(forms="\n".join(FORM.format(role=escape(role)) for role in ROLES)), headers=HEADERS)


@router.post("/sign-in")
async def sign_in(request: Request) -> Response:
    """A token for a role, and for a person if one is named by raw id. Raises InvalidValue, EndNotFound."""
    running: Running = request.app.state.running
    role, person = role_of(request.query_params.get("role", "")), request.query_params.get("person")
    subject = Subject(DEMO_ISSUER, role if person is None else f"{role}:{person}")
    writer = AccountWriter(running.database, system("demo sign-in"))
    await writer.save(subject.issuer, subject.subject, role, person_id=person)
    token = running.viewers.tokens.issue(subject, LIFETIME)
    answer = {"token": token, "tokenType": "Bearer", "role": role, "expiresIn": int(LIFETIME.total_seconds())}
    return JSONResponse(answer, headers=HEADERS)


def role_of(name: str) -> Role:
    """The role of this name. Raises InvalidValue."""
    if name.upper() not in ROLES:
        template = "There is no such role to sign in as. Allowed: {allowed}."
        raise InvalidValue(template, field="role", allowed=", ".join(ROLES))
    return Role(name.upper())
