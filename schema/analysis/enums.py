"""The closed lists of analyses, with the meaning of each value."""

from graph.analytics.multipliers import MultiplierMeasure
from graph.analytics.results import MethodName, ReasonCode
from schema.enums import exposed

__all__ = ["MethodName", "MultiplierMeasure", "ReasonCode"]

exposed(
    MethodName,
    "How a result was found.",
    COUNTED="Counted over the whole network.",
    BRANDES="Betweenness from the shortest paths of all actors (Brandes 2001).",
    BRANDES_SAMPLED="Betweenness from the shortest paths of some actors, drawn by a fixed seed (Brandes & Pich 2007).",
    SHARED_TOPICS="Topics shared, the rarer the heavier: Σ ln(N/n_t).",
)
exposed(
    ReasonCode,
    "Why an answer is what it is. Each says what `value` means.",
    ON_SHORTEST_PATHS="Betweenness: the share of all pairs of others whose shortest paths lead through the actor.",
    REACHES_IN_TWO_STEPS="How many others the actor reaches in at most two steps.",
    BRIDGES_COMMUNITIES="In how many communities other than its own the actor has contacts; the strongest in each.",
    BRIDGES_SECTORS="In how many sectors other than its own the actor has contacts; the strongest in each.",
    SEPARATE_CONTACTS="Effective size: contacts, less those that reach each other anyway; two contacts without a tie.",
    CUT_POINT="Into how many parts the actor's component falls without it.",
    SHARED_TOPIC="A topic that both work on: its rarity ln(N/n_t), and the ties that say so.",
    COMMON_NEIGHBOR="The introducer knows both: the weight of the weaker tie.",
    FIRST_STEP="The introducer is the first on the best way from one to the other: how many steps it has.",
    COLLABORATES="A recorded collaboration: strength/5, 3/5 if unknown.",
    SHARED_PROJECT="Both take part in a project: 1/(n−1) for its n participants.",
    SHARED_ORGANIZATION="Both are members of an organization: 1/(n−1) for its n people.",
    SHARED_EVENT="Both were at an event in the last 24 months: 1/(n−1) for the n who were there.",
    SHARED_PERSON="A person belongs to both: 1/(n−1) for that person's n organizations or municipalities.",
)
exposed(
    MultiplierMeasure,
    "By what multipliers are ordered: most first, by CONSTRAINT least first; where it is undefined, last.",
    SCORE="The mean percentile of betweenness, two-step reach, participation and −constraint.",
    DEGREE="The number of contacts.",
    WEIGHTED_DEGREE="The sum of the weights of the ties.",
    BETWEENNESS="How often the actor is on the shortest paths of others.",
    CLOSENESS="How near all others are.",
    HARMONIC="How near all others are, where not all can be reached.",
    PAGE_RANK="How much flows to the actor along the ties.",
    TWO_STEP_REACH="The share of all others within two steps.",
    CORE_NUMBER="How deep the actor is in the dense core.",
    CLUSTERING="How many of its contacts have ties to each other.",
    CONSTRAINT="How much its contacts are bound to each other (Burt 1992).",
    EFFECTIVE_SIZE="Contacts, less the redundant ones (Burt 1992).",
    EFFICIENCY="Effective size per contact.",
    PARTICIPATION="How evenly its ties are spread over communities.",
    BRIDGED_COMMUNITIES="In how many communities other than its own it has contacts.",
)
