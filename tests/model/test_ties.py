"""The table of ties: allowed ends, own properties, one direction for undirected ties, and the key."""

from itertools import product

import pytest

from graph.model.errors import InvalidValue, TieNotAllowed
from graph.model.kinds import DIRECTORY_KINDS, NodeKind, TieKind
from graph.model.ties import TIES, WRITABLE_TIES, NodeRef, TieFields, allowed_ends, ordered_ends
from graph.model.validation import build

PERSON = NodeRef(NodeKind.PERSON, "person-1")
OTHER = NodeRef(NodeKind.PERSON, "person-2")
ORGANIZATION = NodeRef(NodeKind.ORGANIZATION, "organization")
CITY = NodeRef(NodeKind.MUNICIPALITY, "05111000")

PRINTED = {  # the table of the design, row by row
    TieKind.COLLABORATES_WITH: {"PersonPerson", "OrganizationOrganization", "MunicipalityMunicipality"}
    | {"OrganizationMunicipality"},
    TieKind.MEMBER_OF: {"PersonOrganization", "OrganizationOrganization", "MunicipalityOrganization"},
    TieKind.ACTIVE_IN: {"PersonMunicipality"},
    TieKind.PART_OF: {"MunicipalityMunicipality", "OrganizationOrganization"},
    TieKind.LOCATED_IN: {"OrganizationMunicipality"},
    TieKind.ADMINISTERS: {"OrganizationMunicipality"},
    TieKind.BROADER: {"TopicTopic"},
    TieKind.RELATED_TO: {"TopicTopic"},
    TieKind.WORKS_ON: {"PersonTopic", "OrganizationTopic", "MunicipalityTopic"},
    TieKind.CONTRIBUTES_TO: {"PersonProject"},
    TieKind.RUNS: {"OrganizationProject", "MunicipalityProject"},
    TieKind.TAKES_PLACE_IN: {"ProjectMunicipality", "EventMunicipality"},
    TieKind.ABOUT: {"ProjectTopic", "SupportOfferTopic", "PolicyPositionTopic", "EventTopic"},
    TieKind.OFFERS: {"OrganizationSupportOffer"},
    TieKind.USES: {"ProjectSupportOffer", "MunicipalitySupportOffer"},
    TieKind.SEEKS: {"ProjectTopic"},
    TieKind.ENDORSES: {"PersonPolicyPosition", "OrganizationPolicyPosition", "MunicipalityPolicyPosition"},
    TieKind.ATTENDED: {"PersonEvent"},
    TieKind.SUCCEEDED_BY: {"MunicipalityMunicipality"},
    TieKind.GAVE: {"PersonConsent"},
    TieKind.IS: {"AccountPerson"},
}


@pytest.mark.parametrize("kind", TieKind)
def test_a_kind_joins_the_ends_of_the_design_and_no_others(kind: TieKind) -> None:
    assert {f"{one}{other}" for one, other in TIES[kind].ends} == PRINTED[kind]


@pytest.mark.parametrize("kind", WRITABLE_TIES)
def test_every_other_pair_of_ends_is_refused_by_name(kind: TieKind) -> None:
    rule = TIES[kind]
    allowed = rule.ends | (set() if rule.directed else {(other, one) for one, other in rule.ends})
    for one, other in product(DIRECTORY_KINDS, repeat=2):
        if (one, other) not in allowed:
            with pytest.raises(TieNotAllowed, match=f"does not join {one} to {other}. Allowed: "):
                ordered_ends(kind, NodeRef(one, "a"), NodeRef(other, "b"))


def test_a_tie_from_a_node_to_itself_is_refused() -> None:
    with pytest.raises(TieNotAllowed, match="two different nodes"):
        build(TieFields, {"kind": "COLLABORATES_WITH", "from_node": PERSON, "to_node": PERSON})


@pytest.mark.parametrize(("one", "other"), [(PERSON, OTHER), (OTHER, PERSON)])
def test_an_undirected_tie_is_kept_from_the_smaller_id(one: NodeRef, other: NodeRef) -> None:
    tie = build(TieFields, {"kind": "COLLABORATES_WITH", "from_node": one, "to_node": other})
    assert (tie.from_node, tie.to_node) == (PERSON, OTHER)


def test_an_undirected_tie_of_two_kinds_may_begin_at_either() -> None:
    assert ordered_ends(TieKind.COLLABORATES_WITH, ORGANIZATION, CITY) == (CITY, ORGANIZATION)


def test_a_directed_tie_keeps_its_direction() -> None:
    umbrella = NodeRef(NodeKind.ORGANIZATION, "a-umbrella")
    assert ordered_ends(TieKind.MEMBER_OF, ORGANIZATION, umbrella) == (ORGANIZATION, umbrella)


def member(**rest: object) -> TieFields:
    return build(TieFields, {"kind": "MEMBER_OF", "from_node": PERSON, "to_node": ORGANIZATION, **rest})


def test_the_key_tells_periods_and_roles_apart_and_nothing_else() -> None:
    first = member(role_title="Leitung", since="2019", until="2021", note="x")
    assert first.key == member(role_title="Leitung", since="2019").key
    assert len({first.key, member(role_title="Leitung", since="2022").key, member(since="2019").key}) == 3


@pytest.mark.parametrize("strength", [0, 6, -1])
def test_a_strength_outside_one_to_five_is_refused_by_value(strength: int) -> None:
    ends = {"from_node": PERSON, "to_node": OTHER}
    with pytest.raises(InvalidValue, match=f"{strength} is not allowed here. Allowed: "):
        build(TieFields, {"kind": "COLLABORATES_WITH", "strength": strength, **ends})


def test_a_property_of_another_kind_is_refused_with_those_allowed() -> None:
    with pytest.raises(
        InvalidValue, match=r"MEMBER_OF has no strength. Its own properties: level, primary, role_title"
    ):
        member(strength=3)


def test_a_required_property_is_asked_for() -> None:
    topic = NodeRef(NodeKind.TOPIC, "fruehe-hilfen")
    with pytest.raises(InvalidValue, match="WORKS_ON needs engagement"):
        build(TieFields, {"kind": "WORKS_ON", "from_node": PERSON, "to_node": topic})


def test_an_endorsement_has_one_of_two_roles() -> None:
    position = NodeRef(NodeKind.POLICY_POSITION, "position")
    with pytest.raises(InvalidValue, match="Allowed: AUTHOR, SUPPORTER"):
        build(TieFields, {"kind": "ENDORSES", "from_node": PERSON, "to_node": position, "role": "FAN"})


def test_an_interval_that_ends_before_it_begins_is_refused_by_value() -> None:
    with pytest.raises(InvalidValue, match="until '2018-05' is not after since '2019'"):
        member(since="2019", until="2018-05")


def test_an_unknown_kind_is_refused_with_all_kinds() -> None:
    with pytest.raises(InvalidValue, match=r"'KNOWS' is not allowed here. Allowed: 'COLLABORATES_WITH'"):
        build(TieFields, {"kind": "KNOWS", "from_node": PERSON, "to_node": OTHER})


def test_allowed_ends_are_said_in_words() -> None:
    assert allowed_ends(TieKind.RUNS) == "Municipality to Project, Organization to Project"
    assert allowed_ends(TieKind.RELATED_TO) == "Topic and Topic"
