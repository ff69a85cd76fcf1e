"""What a client would rather have: the language of sentences, the media type of answers."""

import re
from collections.abc import Sequence
from typing import TypeVar

from starlette.requests import HTTPConnection

from graph.model.messages import Language

T = TypeVar("T", bound=str)


def preferred(header: str, offered: Sequence[T]) -> T:
    """The one of `offered` that an `Accept…` header prefers, the first where it does not care."""
    wishes = dict(quality(part) for part in header.lower().split(","))
    return max(offered, key=lambda one: (wishes.get(one, 0.0), -offered.index(one)))


def quality(part: str) -> tuple[str, float]:
    """One wish of an `Accept…` header, and how much it weighs; a weight that cannot be read counts as none."""
    name, *parameters = [piece.strip() for piece in part.split(";")]
    weights = [parameter[2:] for parameter in parameters if parameter.startswith("q=")]
    try:
        return name, float(weights[0]) if weights else 1.0
    except ValueError:
        return name, 0.0


def language_of(request: HTTPConnection) -> Language:
    """The language of the answer's sentences: English unless the client prefers German. de-AT is German as well."""
    header = re.sub(r"\b([a-z]{2})-[a-z0-9-]+", r"\1", request.headers.get("accept-language", "").lower())
    return preferred(header, tuple(Language))
