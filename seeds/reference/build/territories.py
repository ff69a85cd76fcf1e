"""What each current municipality covers: its land of 2016, and that of the places it has taken over since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model.errors import InvalidInput
from seeds.reference.build.borders import Area
from seeds.reference.build.geometry import Shape
from seeds.reference.build.reforms import Reform


@dataclass(frozen=True, slots=True)
class Territory:
    """`is_whole`: the shape is all there is, so that its area may be stated."""

    shape: Shape
    is_whole: bool


def territories(areas: Mapping[str, Area], names: Iterable[str], reforms: Iterable[Reform]) -> dict[str, Territory]:
    """Territory by AGS for all of `names`, the current keys. InvalidInput for a key that nothing explains."""
    names, reforms = frozenset(names), tuple(reforms)
    found = _before(areas, names, reforms)
    for reform in reforms:
        _carry_out(reform, found)
    unexplained = sorted(names - found.keys())
    if unexplained:
        raise InvalidInput(
            f"Neither the borders of 2016 nor reforms.csv know {', '.join(unexplained)}. Add the reform."
        )
    return {ags: found[ags] for ags in names}


def _before(areas: Mapping[str, Area], names: frozenset[str], reforms: Iterable[Reform]) -> dict[str, Territory]:
    """The territories of 2016. Next to a place that went to we know not whom, nobody's land is known to be whole."""
    explained = names | {ags for reform in reforms for ags in reform.dissolved}
    lost = [area.shape.corners() for ags, area in areas.items() if ags not in explained]
    doubtful = frozenset().union(*lost)
    return {
        ags: Territory(area.shape, doubtful.isdisjoint(area.shape.corners()))
        for ags, area in areas.items()
        if ags in explained
    }


def _carry_out(reform: Reform, found: dict[str, Territory]) -> None:
    parts = [found[ags] for ags in reform.whole if ags != reform.successor]
    if reform.successor in found:
        parts.append(found[reform.successor])
    if not parts:
        raise InvalidInput(f"Nothing is known of what became {reform.name} ({reform.successor}) on {reform.since}.")
    shape = sum((part.shape for part in parts[1:]), start=parts[0].shape)
    found[reform.successor] = Territory(shape, not reform.parts and all(part.is_whole for part in parts))
