"""What a person has agreed to. Append-only; for each purpose the latest record decides, and unknown counts as no."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from graph.model.kinds import ConsentPurpose


class Consent(BaseModel):
    """One decision of one person about one purpose. `given=False` is a refusal or a withdrawal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    purpose: ConsentPurpose
    given: bool
    at: datetime
    source: Annotated[str, Field(min_length=1, max_length=200)]
    text_version: Annotated[str, Field(max_length=50)] | None = None


def in_force(consents: Iterable[Consent]) -> frozenset[ConsentPurpose]:
    """The purposes agreed to now: those whose latest record, by time and then id, says yes."""
    latest = {consent.purpose: consent.given for consent in sorted(consents, key=lambda one: (one.at, one.id))}
    return frozenset(purpose for purpose, given in latest.items() if given)
