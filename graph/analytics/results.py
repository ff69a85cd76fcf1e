"""What every answer is made of: how it was found, and why it is what it is."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.ties import NodeRef
from graph.network.snapshot import TieRef

__all__ = ["Method", "MethodName", "NodeRef", "Reason", "ReasonCode", "TieRef"]


class MethodName(StrEnum):
    """How a result was found."""

    COUNTED = "COUNTED"
    """Counted over the whole network."""
    BRANDES = "BRANDES"
    """Betweenness from the shortest paths of all actors (Brandes 2001, Journal of Mathematical Sociology 25(2))."""
    BRANDES_SAMPLED = "BRANDES_SAMPLED"
    """Betweenness from the shortest paths of some actors, drawn at random with a fixed seed (Brandes & Pich 2007)."""
    SHARED_TOPICS = "SHARED_TOPICS"
    """Topics shared, the rarer the heavier: Σ ln(N/n_t)."""


@dataclass(frozen=True, slots=True)
class Method:
    """How a result was found. Where it is not exact, no figure it concerns is off by more than `error`, with
    probability `confidence` for all of them together."""

    name: MethodName
    exact: bool = True
    error: float | None = None
    confidence: float | None = None


class ReasonCode(StrEnum):
    """Why. What the value of each means, and what its subjects and ties are, stands under it."""

    ON_SHORTEST_PATHS = "ON_SHORTEST_PATHS"
    """Betweenness: the share of all pairs of others whose shortest paths lead through the actor."""
    REACHES_IN_TWO_STEPS = "REACHES_IN_TWO_STEPS"
    """How many others the actor reaches in at most two steps."""
    BRIDGES_COMMUNITIES = "BRIDGES_COMMUNITIES"
    """How many communities other than its own the actor has contacts in; the strongest contact in each, and its tie."""
    BRIDGES_SECTORS = "BRIDGES_SECTORS"
    """How many sectors other than its own the actor has contacts in; the strongest contact in each, and its tie."""
    SEPARATE_CONTACTS = "SEPARATE_CONTACTS"
    """Effective size: the contacts, less those that reach each other without the actor; two contacts without a tie."""
    CUT_POINT = "CUT_POINT"
    """Into how many parts the actor's component falls without it."""
    SHARED_TOPIC = "SHARED_TOPIC"
    """A topic that both work on: its rarity ln(N/n_t); the topic, and the ties that say so."""
    COMMON_NEIGHBOR = "COMMON_NEIGHBOR"
    """The introducer has ties to both: the weight of the weaker one; what these ties are is said by the next ones."""
    FIRST_STEP = "FIRST_STEP"
    """The introducer is the first of the actors on the best way from one to the other: how many steps it has."""
    COLLABORATES = "COLLABORATES"
    """A recorded collaboration: strength/5, 3/5 if unknown; the two actors, and the tie."""
    SHARED_PROJECT = "SHARED_PROJECT"
    """Both take part in a project: 1/(n−1) for its n participants; the two, the project, and their ties to it."""
    SHARED_ORGANIZATION = "SHARED_ORGANIZATION"
    """Both are members of an organization: 1/(n−1) for its n people; as above."""
    SHARED_EVENT = "SHARED_EVENT"
    """Both were at an event in the last 24 months: 1/(n−1) for the n who were there; as above."""
    SHARED_PERSON = "SHARED_PERSON"
    """A person belongs to both: 1/(n−1) for the n organizations or municipalities of that person; as above."""
    BROKERED_PAIRS = "BROKERED_PAIRS"
    """How many pairs of one of each group have ties to the broker and none to each other."""
    BROKERED_PAIR = "BROKERED_PAIR"
    """One such pair: how many actors have ties to both, 1 if only the broker; the two, and its ties to them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A code, a figure, and the nodes and ties behind it. All of them may be named to whoever gets the answer."""

    code: ReasonCode
    value: float
    subjects: tuple[NodeRef, ...] = ()
    ties: tuple[TieRef, ...] = ()
