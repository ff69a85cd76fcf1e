"""Who could notice a write: the widest tier whose network holds what was written."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.model.kinds import ConsentPurpose, NodeKind, PositionStatus, TieKind, Visibility
from graph.model.permissions import Permission
from graph.model.ties import TIES
from graph.model.viewer import Tier

TIER_OF: Final = {Permission.READ_PUBLIC: Tier.PUBLIC, Permission.READ_NETWORK: Tier.NETWORK}

End = tuple[NodeKind, Mapping[str, Any]]
"""A node by its kind and its stored properties; of those only `visibility`, `consents` and `status` count here."""


def audience_of_node(kind: NodeKind, stored: Mapping[str, Any]) -> Tier:
    """The widest tier that a node with these properties exists in."""
    match kind:
        case NodeKind.PERSON:
            return _of_person(stored)
        case NodeKind.PROJECT:
            return Tier.NETWORK
        case NodeKind.POLICY_POSITION:
            return Tier.PUBLIC if stored.get("status") == PositionStatus.PUBLISHED else Tier.NETWORK
        case _:
            return Tier.PUBLIC


def audience_of_tie(kind: TieKind, ends: Iterable[End]) -> Tier:
    """The widest tier that a tie exists in: the narrowest of its ends and of what its kind asks for."""
    ends = tuple(ends)
    tiers = [TIER_OF.get(TIES[kind].needs, Tier.ALL), *(audience_of_node(*end) for end in ends)]
    if kind is TieKind.ENDORSES and not all(_may_be_published(*end) for end in ends):
        tiers.append(Tier.ALL)
    return max(tiers)


def _of_person(stored: Mapping[str, Any]) -> Tier:
    visibility = Visibility(stored.get("visibility") or Visibility.MANAGERS)
    if visibility is Visibility.PUBLIC and not _may_be_published(NodeKind.PERSON, stored):
        return Tier.NETWORK
    return next(tier for tier in Tier if visibility in tier.visibilities)


def _may_be_published(kind: NodeKind, stored: Mapping[str, Any]) -> bool:
    return kind is not NodeKind.PERSON or ConsentPurpose.PUBLICATION in (stored.get("consents") or ())
