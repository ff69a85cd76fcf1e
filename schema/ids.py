"""Global ids: what clients hold instead of kinds and raw ids."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Sequence
from typing import Final

from graph.model.errors import InvalidValue
from graph.model.ids import check_id
from graph.model.kinds import DIRECTORY_KINDS, NodeKind

TIE: Final = "Tie"
LONGEST_LIST: Final = 100


def global_id(type_name: str, raw: str) -> str:
    """The id under which clients know a node or tie."""
    return b64encode(f"{type_name}:{raw}".encode()).decode()


def parts_of(id: str) -> tuple[str, str]:
    """Type name and raw id. Raises InvalidValue for what cannot be one of our ids."""
    try:
        type_name, separator, raw = b64decode(id, validate=True).decode("ascii").partition(":")
    except (NotBase64, ValueError):
        separator = ""
    if not separator:
        raise InvalidValue("This is no id of a node. Use ids as the service gave them, without change.", field="id")
    return type_name, check_id(raw)


def raw_id(id: str, kind: NodeKind) -> str:
    """The raw id of a node that must be of `kind`. Raises InvalidValue if it is the id of another."""
    type_name, raw = parts_of(id)
    if type_name != kind:
        allowed = [one.value for one in DIRECTORY_KINDS]
        found = type_name if type_name in allowed or type_name == TIE else "?"
        template = "An id of a {kind} is needed here; this is the id of a {found}."
        raise InvalidValue(template, field="id", kind=kind, found=found)
    return raw


def raw_ids(ids: Sequence[str] | None, kind: NodeKind) -> tuple[str, ...]:
    """The raw ids of nodes of `kind`, none for None. Raises InvalidValue, also for more than 100."""
    return tuple(raw_id(id, kind) for id in limited(ids or ()))


def limited(ids: Sequence[str]) -> Iterable[str]:
    """`ids`, if they are not too many. Raises InvalidValue."""
    if len(ids) > LONGEST_LIST:
        template = "{count} ids are too many for one list. Allowed: up to {most}."
        raise InvalidValue(template, field="ids", count=len(ids), most=LONGEST_LIST)
    return ids
