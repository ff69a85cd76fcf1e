"""Values as the driver gives them, made plain Python."""

from datetime import UTC, datetime
from typing import Final

from neo4j.time import Date, DateTime

SCALARS: Final = frozenset({str, int, float, bool, type(None)})


def plain(value: object) -> object:
    """`value` with points in time as aware datetimes in UTC and days as dates, also inside lists and maps.

    Most of what comes back are long lists of scalars: those are returned as they are, after one look at their types.
    """
    if type(value) in SCALARS:
        return value
    if isinstance(value, list):
        return value if SCALARS.issuperset(map(type, value)) else [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, DateTime):
        return utc(value.to_native())
    return value.to_native() if isinstance(value, Date) else value


def utc(moment: datetime) -> datetime:
    """`moment` in UTC. One without a zone was stored by us, hence is in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
