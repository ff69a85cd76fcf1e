"""The rows of the reference tables: their fields are the columns of the files."""

from dataclasses import asdict, dataclass

from graph.model.kinds import MunicipalityKind


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """One place of any kind. `ags` has 2 digits (Land), 5 (rural district) or 8; `parent` is what it is PART_OF.

    An independent city is one row under its 8-digit key, PART_OF its Land. What no lawful source tells is None.
    """

    ags: str
    name: str
    kind: MunicipalityKind
    parent: str | None = None
    district: str | None = None
    nuts: str | None = None
    population: int | None = None
    population_year: int | None = None
    population_is_estimate: bool = False
    area_km2: float | None = None
    latitude: float | None = None
    longitude: float | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    def properties(self) -> dict[str, object]:
        """The properties of the node, without the tie to `parent`."""
        return {name: value for name, value in asdict(self).items() if name != "parent"}


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """`ags` was dissolved at `since`, and `successor` took it over, whole or with others in parts."""

    ags: str
    successor: str
    since: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    """`alias` is accepted wherever the key `ags` is meant."""

    alias: str
    ags: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic. `broader` is the slug of its parent; None for a root."""

    slug: str
    label_de: str
    label_en: str
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedTopicsRow:
    """Two topics that concern each other; written once, `slug` before `related` in the alphabet."""

    slug: str
    related: str
