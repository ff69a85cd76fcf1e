"""Southern Women (Davis, Gardner & Gardner 1941): ties from shared events, weighed as Newman 2001 does."""

import networkx as nx
import pytest

from graph.model.kinds import NodeKind, TieKind
from tests.network.drawing import Drawing
from tests.network.looking import seen, ties


def southern_women() -> Drawing:
    """The women as people, the events as projects that they share."""
    women = nx.davis_southern_women_graph()
    drawing = Drawing().people(*women.graph["top"]).node(NodeKind.PROJECT, *women.graph["bottom"])
    for woman, event in women.edges:
        drawing.tie(TieKind.CONTRIBUTES_TO, woman, event)
    return drawing


def test_evelyn_and_laura_are_tied_by_six_events() -> None:
    bonds = seen(southern_women()).between("Evelyn Jefferson", "Laura Mandeville")
    assert len(bonds) == 6
    weight = ties(southern_women())["Evelyn Jefferson", "Laura Mandeville"]
    assert weight == pytest.approx(1.562637, abs=5e-7)


def test_almost_all_women_are_tied() -> None:
    assert len(ties(southern_women())) == 139  # of 153 pairs
