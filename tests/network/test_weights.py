"""What ties two actors, and how much each tie weighs."""

from datetime import date
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.kinds import ActorKind, NodeKind, TieKind, Visibility
from graph.model.viewer import Tier
from graph.network.scope import NetworkScope
from tests.network.drawing import Drawing
from tests.network.looking import seen, ties

DAY = date(2024, 6, 1)
ON_THAT_DAY = NetworkScope(as_of=DAY)
EMPLOYERS = NetworkScope(ties=(TieKind.MEMBER_OF,))
EVENTS = NetworkScope(ties=(TieKind.ATTENDED,), as_of=DAY)
ORGANIZATIONS = NetworkScope(actors=ActorKind.ORGANIZATIONS)
MUNICIPALITIES = NetworkScope(actors=ActorKind.MUNICIPALITIES)


def project(*people: str) -> Drawing:
    drawing = Drawing().people(*people).node(NodeKind.PROJECT, "park")
    for person in people:
        drawing.tie(TieKind.CONTRIBUTES_TO, person, "park")
    return drawing


@pytest.mark.parametrize(("strength", "weight"), [(1, 0.2), (5, 1.0), (0, 0.6)], ids=["weakest", "best", "unknown"])
def test_a_collaboration_weighs_a_fifth_of_its_strength(strength: int, weight: float) -> None:
    drawing = Drawing().people("a", "b").tie(TieKind.COLLABORATES_WITH, "a", "b", strength=strength)
    assert ties(drawing) == {("a", "b"): weight}


def test_of_several_periods_that_hold_the_strongest_counts() -> None:
    drawing = Drawing().people("a", "b").tie(TieKind.COLLABORATES_WITH, "a", "b", id="1", strength=2, since="2020")
    drawing.tie(TieKind.COLLABORATES_WITH, "a", "b", id="2", strength=4, since="2022")
    drawing.tie(TieKind.COLLABORATES_WITH, "a", "b", id="3", strength=5, since="2010", until="2015")
    assert ties(drawing, ON_THAT_DAY) == {("a", "b"): 0.8}


def test_a_shared_project_of_n_adds_one_part_in_n_less_one() -> None:
    drawing = project("a", "b", "c").tie(TieKind.COLLABORATES_WITH, "a", "b", strength=5)
    assert ties(drawing) == {("a", "b"): 1.5, ("a", "c"): 0.5, ("b", "c"): 0.5}


def test_two_roles_in_one_project_are_one_membership() -> None:
    drawing = project("a", "b").tie(TieKind.CONTRIBUTES_TO, "a", "park", id="as something else")
    assert ties(drawing) == {("a", "b"): 1.0}


def test_a_project_of_one_ties_nobody() -> None:
    assert ties(project("a")) == {}


def test_the_whole_group_counts_whatever_the_filters() -> None:
    drawing = project("a", "b", "c", "d").node(NodeKind.TOPIC, "play")
    for person in "ab":
        drawing.tie(TieKind.WORKS_ON, person, "play", engagement="ACTIVE")
    drawing.tie(TieKind.COLLABORATES_WITH, "a", "c")
    assert ties(drawing, NetworkScope(topics=("play",))) == {("a", "b"): round(1 / 3, 12)}


def test_members_outside_the_tier_do_not_count() -> None:
    drawing = project("a", "b").node(NodeKind.PERSON, "hidden", visibility=Visibility.MANAGERS)
    drawing.tie(TieKind.CONTRIBUTES_TO, "hidden", "park")
    assert ties(drawing, tier=Tier.NETWORK) == {("a", "b"): 1.0}
    assert ties(drawing, tier=Tier.ALL)["a", "b"] == 0.5


def test_a_group_larger_than_allowed_ties_nobody() -> None:
    people = [f"p{number:02}" for number in range(51)]
    assert ties(project(*people)) == {}
    assert ties(project(*people), NetworkScope(max_group_size=51))["p00", "p50"] == 0.02
    assert len(ties(project(*people[:50]))) == 50 * 49 // 2


def test_minimum_strength_looks_at_recorded_strengths_only() -> None:
    drawing = project("a", "b").people("c", "d")
    drawing.tie(TieKind.COLLABORATES_WITH, "a", "b", strength=2).tie(TieKind.COLLABORATES_WITH, "a", "c", strength=3)
    drawing.tie(TieKind.COLLABORATES_WITH, "a", "d")
    assert ties(drawing, NetworkScope(min_strength=3)) == {("a", "b"): 1.0, ("a", "c"): 0.6, ("a", "d"): 0.6}


def test_employers_and_events_tie_people_on_request_only() -> None:
    drawing = Drawing().people("a", "b").node(NodeKind.ORGANIZATION, "office").node(NodeKind.EVENT, "day", since="2024")
    for person in "ab":
        drawing.tie(TieKind.MEMBER_OF, person, "office").tie(TieKind.ATTENDED, person, "day")
    assert ties(drawing, ON_THAT_DAY) == {}
    assert ties(drawing, EMPLOYERS) == {("a", "b"): 1.0}
    both = NetworkScope(ties=(TieKind.MEMBER_OF, TieKind.ATTENDED), as_of=DAY)
    assert ties(drawing, both) == {("a", "b"): 2.0}


@pytest.mark.parametrize(
    ("held_on", "tied"),
    [("2022-06-01", False), ("2022-06-02", True), ("2024-06-01", True), ("2024-06-02", False), ("2023", True)],
)
def test_an_event_ties_for_24_months(held_on: str, tied: bool) -> None:
    drawing = Drawing().people("a", "b").node(NodeKind.EVENT, "day", since=held_on)
    drawing.tie(TieKind.ATTENDED, "a", "day").tie(TieKind.ATTENDED, "b", "day")
    assert bool(ties(drawing, EVENTS)) == tied


def test_an_event_on_the_29th_of_february_ties_through_the_28th_two_years_on() -> None:
    drawing = Drawing().people("a", "b").node(NodeKind.EVENT, "day", since="2024-02-29")
    drawing.tie(TieKind.ATTENDED, "a", "day").tie(TieKind.ATTENDED, "b", "day")
    last, after = (
        NetworkScope(ties=(TieKind.ATTENDED,), as_of=date(2026, month, 28 + (month > 2) * -27)) for month in (2, 3)
    )
    assert ties(drawing, last)
    assert not ties(drawing, after)


@pytest.mark.parametrize("late", ["a person", "a membership", "the project"])
def test_a_derived_tie_holds_while_both_memberships_and_the_group_do(late: str) -> None:
    drawing = project("a", "b")
    match late:
        case "a person":
            drawing.people("b", since="2024-06-02")
        case "a membership":
            drawing.tie(TieKind.CONTRIBUTES_TO, "b", "park", since="2024-06-02")
        case _:
            drawing.node(NodeKind.PROJECT, "park", since="2020", until="2024-06-01")
    assert ties(project("a", "b"), ON_THAT_DAY)
    assert not ties(drawing, ON_THAT_DAY)


def test_those_who_have_left_the_group_do_not_count_in_it() -> None:
    drawing = project("a", "b", "c").tie(TieKind.CONTRIBUTES_TO, "c", "park", until="2024-06-01")
    assert ties(drawing, ON_THAT_DAY) == {("a", "b"): 1.0}


def test_those_who_are_no_longer_active_do_not_count_in_it() -> None:
    assert ties(project("a", "b", "c").people("c", until="2024-06-01"), ON_THAT_DAY) == {("a", "b"): 1.0}


def test_organizations_are_tied_by_collaboration_people_and_projects() -> None:
    drawing = Drawing().node(NodeKind.ORGANIZATION, *"xyz").people("a", "b").node(NodeKind.PROJECT, "park")
    drawing.tie(TieKind.COLLABORATES_WITH, "x", "y", strength=1)
    for organization in "xyz":
        drawing.tie(TieKind.MEMBER_OF, "a", organization)
    drawing.tie(TieKind.RUNS, "y", "park").tie(TieKind.RUNS, "z", "park").tie(TieKind.CONTRIBUTES_TO, "b", "park")
    assert ties(drawing, ORGANIZATIONS) == {("x", "y"): 0.7, ("x", "z"): 0.5, ("y", "z"): 1.5}


def test_organizations_in_one_umbrella_are_not_tied_by_it() -> None:
    drawing = Drawing().node(NodeKind.ORGANIZATION, "umbrella", "x", "y")
    drawing.tie(TieKind.MEMBER_OF, "x", "umbrella").tie(TieKind.MEMBER_OF, "y", "umbrella")
    assert ties(drawing, ORGANIZATIONS) == {}
    assert ties(drawing.people("a"), EMPLOYERS) == {}


def test_municipalities_are_tied_by_collaboration_projects_and_people_active_in_both() -> None:
    drawing = Drawing().node(NodeKind.MUNICIPALITY, "01001000", "01002000", "01003000").people("a")
    drawing.node(NodeKind.PROJECT, "park")
    drawing.tie(TieKind.COLLABORATES_WITH, "01001000", "01002000", strength=5)
    drawing.tie(TieKind.ACTIVE_IN, "a", "01002000").tie(TieKind.ACTIVE_IN, "a", "01003000")
    drawing.tie(TieKind.RUNS, "01001000", "park").tie(TieKind.TAKES_PLACE_IN, "park", "01003000")
    assert ties(drawing, MUNICIPALITIES) == {
        ("01001000", "01002000"): 1.0,
        ("01001000", "01003000"): 1.0,
        ("01002000", "01003000"): 1.0,
    }


def test_a_municipality_that_runs_a_project_where_it_takes_place_is_in_it_once() -> None:
    drawing = Drawing().node(NodeKind.MUNICIPALITY, "01001000", "01002000").node(NodeKind.PROJECT, "park")
    for place in ("01001000", "01002000"):
        drawing.tie(TieKind.RUNS, place, "park").tie(TieKind.TAKES_PLACE_IN, "park", place)
    assert ties(drawing, MUNICIPALITIES) == {("01001000", "01002000"): 1.0}


def test_a_collaboration_of_two_kinds_of_actor_is_in_neither_network() -> None:
    drawing = Drawing().node(NodeKind.MUNICIPALITY, "01001000").node(NodeKind.ORGANIZATION, "x")
    drawing.tie(TieKind.COLLABORATES_WITH, "01001000", "x")
    assert ties(drawing, ORGANIZATIONS) == ties(drawing, MUNICIPALITIES) == {}


MEMBERSHIPS = st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")))


@given(MEMBERSHIPS)
def test_shared_projects_weigh_as_networkx_projects_them(memberships: set[tuple[str, str]]) -> None:
    drawing = Drawing().people(*"abcdef").node(NodeKind.PROJECT, *"uvwxyz")
    two_mode: nx.Graph[str] = nx.Graph()
    two_mode.add_nodes_from("abcdefuvwxyz")
    for person, shared in sorted(memberships):
        drawing.tie(TieKind.CONTRIBUTES_TO, person, shared)
        two_mode.add_edge(person, shared)
    expected = nx.bipartite.collaboration_weighted_projected_graph(two_mode, list("abcdef"))
    weights = {(min(tie), max(tie)): expected.edges[tie]["weight"] for tie in expected.edges}
    assert ties(drawing) == pytest.approx(weights)


@given(MEMBERSHIPS, st.sets(st.sampled_from(list(combinations("abcdef", 2)))))
def test_the_bonds_of_a_pair_add_up_to_its_tie(
    memberships: set[tuple[str, str]], collaborations: set[tuple[str, str]]
) -> None:
    drawing = Drawing().people(*"abcdef").node(NodeKind.PROJECT, *"uvwxyz")
    for person, shared in memberships:
        drawing.tie(TieKind.CONTRIBUTES_TO, person, shared)
    for one, other in collaborations:
        drawing.tie(TieKind.COLLABORATES_WITH, one, other, strength=4)
    scoped = seen(drawing, NetworkScope(max_group_size=4))
    for one, other in combinations("abcdef", 2):
        tie = scoped.network.graph.get_edge_data(one, other, {"weight": 0})
        assert sum(bond.weight for bond in scoped.between(one, other)) == pytest.approx(tie["weight"])


def test_a_bond_names_the_group_and_the_ties_to_it() -> None:
    drawing = project("a", "b").tie(TieKind.COLLABORATES_WITH, "a", "b", strength=4)
    direct, shared = seen(drawing).between("b", "a")
    assert [tie.id for tie in direct.ties] == ["COLLABORATES_WITH:a:b"]
    assert direct.group is None
    assert sorted(tie.id for tie in shared.ties) == ["CONTRIBUTES_TO:a:park", "CONTRIBUTES_TO:b:park"]
    assert shared.group is not None
    assert (shared.group.kind, shared.group.id) == (NodeKind.PROJECT, "park")
