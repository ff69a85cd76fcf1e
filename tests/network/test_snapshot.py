"""What a snapshot of a tier holds, and what it gives away."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.kinds import NodeKind, TieKind, Visibility
from graph.model.viewer import Tier
from graph.network.snapshot import Snapshot
from tests.network.drawing import Drawing


def town() -> Drawing:
    drawing = Drawing().people("ada", "ben").node(NodeKind.PROJECT, "park").node(NodeKind.ORGANIZATION, "office")
    drawing.tie(TieKind.COLLABORATES_WITH, "ada", "ben", strength=4)
    drawing.tie(TieKind.CONTRIBUTES_TO, "ada", "park").tie(TieKind.CONTRIBUTES_TO, "ben", "park")
    return drawing.tie(TieKind.MEMBER_OF, "ada", "office", primary=1)


def with_somebody_hidden() -> Drawing:
    drawing = town().node(NodeKind.PERSON, "aaa-" + "hidden" * 12, visibility=Visibility.MANAGERS)
    for kind, other in ((TieKind.COLLABORATES_WITH, "ben"), (TieKind.CONTRIBUTES_TO, "park")):
        drawing.tie(kind, "aaa-" + "hidden" * 12, other, id=f"0-a-very-long-id-of-a-tie-{kind}" * 2)
    return drawing


@pytest.mark.parametrize("tier", [Tier.PUBLIC, Tier.NETWORK])
def test_a_hidden_person_changes_nothing_in_a_lower_tier(tier: Tier) -> None:
    without, hidden = (Snapshot.of(drawing.columns(), tier) for drawing in (town(), with_somebody_hidden()))
    assert hidden.id == without.id
    assert hidden.node_ids.tolist() == without.node_ids.tolist()
    assert hidden.tie_from.tolist() == without.tie_from.tolist()
    assert hidden.tie_to.tolist() == without.tie_to.tolist()


def test_a_hidden_person_is_in_the_tier_of_managers() -> None:
    without, hidden = (Snapshot.of(drawing.columns(), Tier.ALL) for drawing in (town(), with_somebody_hidden()))
    assert hidden.id != without.id
    assert hidden.node_count == without.node_count + 1


@pytest.mark.parametrize(("tier", "nodes", "ties"), [(Tier.PUBLIC, 1, 0), (Tier.NETWORK, 4, 4)])
def test_a_tier_has_its_nodes_and_the_ties_between_them(tier: Tier, nodes: int, ties: int) -> None:
    snapshot = Snapshot.of(town().columns(), tier)
    assert (snapshot.node_count, snapshot.tie_ids.size) == (nodes, ties)


def test_a_tie_kept_for_managers_is_in_no_lower_tier() -> None:
    columns = town().columns()
    columns.tie_visibility[columns.tie_ids == b"MEMBER_OF:ada:office"] = Tier.ALL
    assert b"MEMBER_OF:ada:office" not in Snapshot.of(columns, Tier.NETWORK).tie_ids
    assert b"MEMBER_OF:ada:office" in Snapshot.of(columns, Tier.ALL).tie_ids


def test_a_tie_with_an_end_that_is_missing_is_dropped() -> None:
    snapshot = Snapshot.of(town().tie(TieKind.CONTRIBUTES_TO, "ada", "gone").columns(), Tier.ALL)
    assert b"CONTRIBUTES_TO:ada:gone" not in snapshot.tie_ids
    assert snapshot.tie_ids.size == 4


@pytest.mark.parametrize(
    "changed",
    [
        town().people("cem"),
        town().people("ada", since="2020"),
        town().tie(TieKind.COLLABORATES_WITH, "ada", "ben", strength=5),
        town().tie(TieKind.COLLABORATES_WITH, "ada", "ben", strength=4, until="2024"),
        town().tie(TieKind.MEMBER_OF, "ada", "office", primary=0),
        town().node(NodeKind.ORGANIZATION, "office", sector="SCIENCE"),
    ],
    ids=["a person more", "an interval", "a strength", "an end", "a post no longer primary", "a sector"],
)
def test_what_the_tier_can_see_changes_the_id(changed: Drawing) -> None:
    assert Snapshot.of(changed.columns(), Tier.NETWORK).id != Snapshot.of(town().columns(), Tier.NETWORK).id


def test_the_id_is_the_same_on_every_machine() -> None:
    assert Snapshot.of(Drawing().columns(), Tier.ALL).id == Snapshot.of(Drawing().columns(), Tier.PUBLIC).id
    assert Snapshot.of(town().columns(), Tier.NETWORK).id == "abc81bb98db9a5063fa1ed01af634d55"


@given(st.lists(st.sampled_from(["ada", "ben", "park", "office", "nobody"])))
def test_positions_are_found_by_kind_and_id(ids: list[str]) -> None:
    snapshot = Snapshot.of(town().columns(), Tier.ALL)
    people = snapshot.positions(NodeKind.PERSON, ids)
    assert list(snapshot.ids_of(people)) == [id for id in ids if id in ("ada", "ben")]


def test_nobody_can_write_into_a_snapshot() -> None:
    snapshot = Snapshot.of(town().columns(), Tier.ALL)
    for array in (snapshot.tie_from, snapshot.node_ids, snapshot.node_values["sector"]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = np.zeros(1, array.dtype)[0]
