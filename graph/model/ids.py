"""Ids: UUIDv7 for what is made here, UUIDv5 for what is imported, the AGS of municipalities, slugs of topics."""

import json
import re
from typing import Annotated, Final
from uuid import UUID, uuid5

import uuid_utils
from pydantic import AfterValidator

from graph.model.errors import InvalidValue
from graph.model.messages import refused

NAMESPACE: Final = UUID("6b1c8a52-0f5e-5d9e-9c53-6f0f3a7d3600")
AGS_LENGTHS: Final = {2: "Land", 5: "rural district", 8: "municipality or independent city", 9: "association"}
SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def new_id() -> str:
    """An id for something that is made here: a UUIDv7, so that ids sort by the time they were made."""
    return str(uuid_utils.uuid7())


def imported_id(source: str, *key: str) -> str:
    """The id of what `source` calls `key`: the same at every import, so that a repeated one finds its rows."""
    return str(uuid5(NAMESPACE, json.dumps([source, *key], ensure_ascii=False)))


def check_ags(value: str) -> str:
    """Return `value` if it has the shape of an AGS. ValueError if not, most often for a zero that a spreadsheet ate."""
    if not (value.isascii() and value.isdigit() and len(value) in AGS_LENGTHS):
        lengths = ", ".join(f"{length} ({what})" for length, what in AGS_LENGTHS.items())
        template = "{value} is no AGS. Write its digits as text with leading zeros: {lengths}."
        raise refused(template, value=repr(value), lengths=lengths)
    return value


def check_slug(value: str) -> str:
    """Return `value` if it is a slug: lower-case ASCII words and numbers, joined by hyphens. ValueError if not."""
    if not SLUG.fullmatch(value) or len(value) > 80:
        template = "{value} is no slug. Write at most 80 of a–z, 0–9 and single hyphens: 'fruehe-hilfen'."
        raise refused(template, value=repr(value))
    return value


def check_id(value: str) -> str:
    """Return `value` if it can be the id of a node or tie. InvalidValue if not."""
    if not 1 <= len(value) <= 80 or not value.isascii() or any(c.isspace() for c in value):
        raise InvalidValue("An id has 1 to 80 ASCII characters without spaces; this one has not.")
    return value


Ags = Annotated[str, AfterValidator(check_ags)]
Slug = Annotated[str, AfterValidator(check_slug)]
