"""Who may be named in an answer, and what ties that may be told."""

from collections.abc import Callable, Set
from typing import Final

from graph.model.kinds import ActorKind, NodeKind
from graph.model.permissions import Permission
from graph.network.bonds import Bond
from graph.network.scoped import ScopedNetwork

NEEDED: Final = {
    ActorKind.PEOPLE: Permission.ANALYZE_PEOPLE,
    ActorKind.ORGANIZATIONS: Permission.ANALYZE_GROUPS,
    ActorKind.MUNICIPALITIES: Permission.ANALYZE_GROUPS,
}
"""What a ranking of actors needs, by their kind."""


def listed(scoped: ScopedNetwork, agreeing: Set[str]) -> Set[str]:
    """The actors that a list may name: people who agree, all organizations and municipalities."""
    return agreeing if scoped.scope.actors is ActorKind.PEOPLE else scoped.network.position.keys()


def tellable_bonds(scoped: ScopedNetwork, agreeing: Set[str]) -> Callable[[str, str], list[Bond]]:
    """The bonds of two actors, without those that would name a person who does not agree: there is no placeholder."""

    def between(one: str, other: str) -> list[Bond]:
        return [bond for bond in scoped.between(one, other) if _tellable(bond, agreeing)]

    return between


def _tellable(bond: Bond, agreeing: Set[str]) -> bool:
    return bond.group is None or bond.group.kind is not NodeKind.PERSON or bond.group.id in agreeing
