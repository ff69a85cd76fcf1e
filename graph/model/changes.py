"""What every write leaves behind: who did what to which nodes and ties, when, and who could notice."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from graph.model.kinds import ChangeKind
from graph.model.viewer import Tier


class Change(BaseModel):
    """One transaction's trace. Before and after stand apart (`ChangeValues`), so that erasure can delete them.

    `audience` is the widest tier whose network the write can alter: a write about a MANAGERS person has Tier.ALL.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    at: datetime
    actor: str
    reason: str | None = None
    kind: ChangeKind
    subjects: tuple[str, ...]
    fields: tuple[str, ...] = ()
    audience: Tier
