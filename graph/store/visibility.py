"""Who may see what, as Cypher: the one predicate that every read goes through, and projections that leave out the rest.

Each function takes the names of variables of the statement it is put into. The viewer comes in by `parameters`, so one
statement serves all viewers, and a statement without them fails instead of showing too much.
"""

from collections.abc import Iterable
from typing import Any, Final

from graph.model.kinds import DIRECTORY_KINDS, NodeKind, TieKind
from graph.model.nodes import STORED
from graph.model.permissions import Permission
from graph.model.ties import ONLY_FOR_MANAGERS, TIES, Tie
from graph.model.viewer import Tier, Viewer

Parameters = dict[str, Any]

CONTACT_DETAILS: Final = frozenset({"email", "phone"})
STORED_APART: Final = frozenset({"kind", "from_node", "to_node"})
NEVER: Final = "false"
ALWAYS: Final = "true"
HELD_BY: Final = {
    Permission.READ_PUBLIC: ALWAYS,
    Permission.READ_NETWORK: "$viewer_reads_network",
    Permission.READ_ALL: "$viewer_reads_all",
    Permission.ADMINISTER: NEVER,  # what only administration needs is in no directory
}


def parameters(viewer: Viewer) -> Parameters:
    """What the texts below need to know of a viewer.

    Below the network's own tier no visibility alone is enough: PUBLIC counts only with consent to PUBLICATION.
    """
    return {
        "viewer_person": viewer.person_id or "",
        "viewer_visibilities": [] if viewer.tier is Tier.PUBLIC else list(viewer.tier.visibilities),
        "viewer_reads_network": viewer.may(Permission.READ_NETWORK),
        "viewer_reads_all": viewer.may(Permission.READ_ALL),
    }


def visible(kind: NodeKind, name: str) -> str:
    """Whether the viewer may know that the node `name` of `kind` exists."""
    match kind:
        case NodeKind.PERSON:
            public = f"({name}.visibility = 'PUBLIC' AND {consents(name, 'PUBLICATION')})"
            listed = f"coalesce({name}.visibility, 'MANAGERS') IN $viewer_visibilities"
            return f"({listed} OR {public} OR {is_own(name)})"
        case NodeKind.PROJECT:
            return HELD_BY[Permission.READ_NETWORK]
        case NodeKind.POLICY_POSITION:
            return f"({name}.status = 'PUBLISHED' OR {HELD_BY[Permission.READ_NETWORK]})"
        case _:
            return ALWAYS if kind in DIRECTORY_KINDS else NEVER


def readable(kind: NodeKind, name: str) -> str:
    """The node as a map of what the viewer may read of it: contact details by consent, for oneself and for managers."""
    contact = f"{HELD_BY[Permission.READ_ALL]} OR {is_own(name)} OR {consents(name, 'CONTACT')}"
    fields = (
        f"{field}: CASE WHEN {contact} THEN {name}.{field} END" if field in CONTACT_DETAILS else f".{field}"
        for field in STORED[kind].model_fields
    )
    return f"{name} {{{', '.join(fields)}}}"


def tie_visible(kind: TieKind, source: str, target: str) -> str:
    """Whether the viewer may know of ties of `kind` from the node `source` to the node `target`: both ends and the kind
    may be seen. The ends of an undirected kind may be given in either order.

    A person's ENDORSES may be a political opinion: it needs that person's consent to PUBLICATION. GAVE and IS are
    records about a person, which no directory shows.
    """
    rule = TIES[kind]
    sources, targets = ({ends[side] for ends in rule.ends} for side in (0, 1))
    if not rule.directed:
        sources = targets = sources | targets
    conditions = [HELD_BY[rule.needs], *_ends_visible(sources, source), *_ends_visible(targets, target)]
    if kind is TieKind.ENDORSES:
        consent = f"{is_own(source)} OR {consents(source, 'PUBLICATION')}"
        conditions.append(f"({HELD_BY[Permission.READ_ALL]} OR NOT {source}:Person OR {consent})")
    return " AND ".join(conditions)


def readable_tie(kind: TieKind, tie: str) -> str:
    """The tie as a map of what the viewer may read of it, ends by kind and id; `evidence` and `note` for managers."""
    fields = sorted(Tie.model_fields.keys() - STORED_APART)
    ends = (
        f"{end}_kind: labels({node}({tie}))[0], {end}_id: {node}({tie}).id"
        for end, node in (("from", "startNode"), ("to", "endNode"))
    )
    own = (
        f"{field}: CASE WHEN {HELD_BY[Permission.READ_ALL]} THEN {tie}.{field} END"
        if field in ONLY_FOR_MANAGERS
        else f".{field}"
        for field in fields
    )
    return f"{tie} {{kind: '{kind}', {', '.join((*own, *ends))}}}"


def consents(name: str, purpose: str) -> str:
    """Whether the person `name` agrees to a purpose now. Unknown counts as no."""
    return f"'{purpose}' IN coalesce({name}.consents, [])"


def is_own(name: str) -> str:
    """Whether the person `name` is the viewer."""
    return f"{name}.id = $viewer_person"


def _ends_visible(kinds: Iterable[NodeKind], end: str) -> list[str]:
    """The conditions on an end that may be of several kinds; none for kinds that everybody sees."""
    guarded = {kind: text for kind in sorted(kinds) if (text := visible(kind, end)) != ALWAYS}
    return [f"(NOT {end}:{kind} OR {text})" for kind, text in guarded.items()]
