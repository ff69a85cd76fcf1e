"""The organizations of the demo: administrations, offices, councils, providers, universities and those who support
them. The administrations have the names that such authorities have; all else is invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.kinds import MunicipalityKind, OrganizationKind, Sector
from graph.model.nodes import OrganizationFields
from seeds.demo.places import ALL_REGIONS, NATIONWIDE, REGIONS, Region
from seeds.demo.source import DEMO
from seeds.demo.truth import BRANCH_REGIONS
from seeds.names.invent import MAIL_DOMAIN
from seeds.places import administration_of, bare_name, place
from seeds.roles import Family
from seeds.rows import SeedNode


@dataclass(frozen=True, slots=True)
class Body:
    """An organization with what its people and its ties are made from."""

    key: str
    name: str
    kind: OrganizationKind
    sector: Sector
    family: Family
    region: int
    seat: str
    administers: str | None = None
    part_of: str | None = None
    umbrella: str | None = None
    posts: float = 3.0  # how many of the region's people work here, in proportion

    @property
    def node(self) -> SeedNode:
        """The organization to be."""
        website = f"https://{self.key}.{MAIL_DOMAIN}"
        fields = OrganizationFields(name=self.name, kind=self.kind, sector=self.sector, website=website)
        return SeedNode(DEMO, f"organization/{self.key}", fields)


UMBRELLAS: Final = ("dachverband-aufwachsen", "bund-familienzentren")
UNIVERSITY_REGIONS: Final = frozenset({0, 2, 3, 5, 6, 7, 8, 10})
COMPANY_REGIONS: Final = frozenset({1, 2, 5, 7, 9, 11})

NATIONWIDE_BODIES: Final = (
    ("stiftung-kindheit-vor-ort", "Stiftung Kindheit vor Ort", OrganizationKind.FOUNDATION, Family.ASSOCIATION),
    ("stiftung-gutes-leben", "Stiftung Gutes Leben für Familien", OrganizationKind.FOUNDATION, Family.ASSOCIATION),
    (UMBRELLAS[0], "Dachverband Gutes Aufwachsen e. V.", OrganizationKind.ASSOCIATION, Family.ASSOCIATION),
    (UMBRELLAS[1], "Bund kommunaler Familienzentren e. V.", OrganizationKind.ASSOCIATION, Family.ASSOCIATION),
    ("netzwerkstelle", "Netzwerkstelle Integrierte Planung", OrganizationKind.INITIATIVE, Family.ASSOCIATION),
    ("institut-kommune-kind", "Institut Kommune und Kindheit", OrganizationKind.INSTITUTE, Family.SCIENCE),
    ("institut-sozialraum", "Institut für Sozialraumforschung", OrganizationKind.INSTITUTE, Family.SCIENCE),
    ("werkstatt-planung", "Werkstatt Kommunale Planung GmbH", OrganizationKind.COMPANY, Family.COMPANY),
)
SECTOR_OF: Final = {
    Family.ADMINISTRATION: Sector.ADMINISTRATION,
    Family.OFFICE: Sector.ADMINISTRATION,
    Family.COUNCIL: Sector.POLITICS,
    Family.PROVIDER: Sector.CIVIL_SOCIETY,
    Family.INITIATIVE: Sector.CIVIL_SOCIETY,
    Family.SCIENCE: Sector.SCIENCE,
    Family.ASSOCIATION: Sector.CIVIL_SOCIETY,
    Family.COMPANY: Sector.OTHER,
}


@cache
def bodies() -> tuple[Body, ...]:
    """All organizations of the demo."""
    return (*(body for number, region in enumerate(REGIONS) for body in _regional(number, region)), *_nationwide())


def _nationwide() -> Iterator[Body]:
    region = ALL_REGIONS.index(NATIONWIDE)
    for number, (key, name, kind, family) in enumerate(NATIONWIDE_BODIES):
        seat = NATIONWIDE.places[number % len(NATIONWIDE.places)]
        yield Body(key, name, kind, SECTOR_OF[family], family, region, seat)


def _regional(number: int, region: Region) -> Iterator[Body]:
    for ags in region.places:
        yield _body(f"verwaltung-{ags}", administration_of(ags), Family.ADMINISTRATION, number, ags, administers=ags)
    for ags in region.places[:2]:
        name = f"Jugendamt {bare_name(ags)}"
        yield _body(f"jugendamt-{ags}", name, Family.OFFICE, number, ags, part_of=f"verwaltung-{ags}", posts=4.0)
    yield _council(number, region.places[number % len(region.places)])
    yield from _civil_society(number, region)
    if number in UNIVERSITY_REGIONS:
        name = f"Hochschulinstitut Kindheit und Planung {region.landscape}"
        yield _body(f"hochschule-{number}", name, Family.SCIENCE, number, region.places[0])
    if number in COMPANY_REGIONS:
        name = f"Wohnbau {region.landscape} eG"
        yield _body(f"wohnbau-{number}", name, Family.COMPANY, number, region.places[1], posts=1.5)


def _civil_society(number: int, region: Region) -> Iterator[Body]:
    umbrella = UMBRELLAS[number % 2]
    aid, alliance, parents = (f"{what}-{number}" for what in ("jugendhilfe", "buendnis", "initiative"))
    name = f"Kinder- und Jugendhilfe {region.landscape} gGmbH"
    yield _body(aid, name, Family.PROVIDER, number, region.places[0], umbrella=umbrella, posts=4.5)
    name = f"Familienbündnis {bare_name(region.places[2])} e. V."
    yield _body(alliance, name, Family.PROVIDER, number, region.places[2], umbrella=umbrella)
    branch = number in BRANCH_REGIONS
    name = f"Runder Tisch Frühe Kindheit {region.landscape}" if branch else f"Elterninitiative {region.landscape}"
    yield _body(parents, name, Family.INITIATIVE, number, region.places[3], posts=0.0 if branch else 2.0)


def _council(number: int, ags: str) -> Body:
    district = place(ags).kind is MunicipalityKind.RURAL_DISTRICT
    name = f"{'Kreistag' if district else 'Stadtrat'} {bare_name(ags)}"
    return _body(f"rat-{ags}", name, Family.COUNCIL, number, ags)


KIND_OF: Final = {
    Family.ADMINISTRATION: OrganizationKind.AUTHORITY,
    Family.OFFICE: OrganizationKind.AUTHORITY,
    Family.COUNCIL: OrganizationKind.COUNCIL,
    Family.PROVIDER: OrganizationKind.PROVIDER,
    Family.INITIATIVE: OrganizationKind.INITIATIVE,
    Family.SCIENCE: OrganizationKind.UNIVERSITY,
    Family.COMPANY: OrganizationKind.COMPANY,
}


def _body(
    key: str,
    name: str,
    family: Family,
    region: int,
    seat: str,
    *,
    administers: str | None = None,
    part_of: str | None = None,
    umbrella: str | None = None,
    posts: float = 3.0,
) -> Body:
    kind, sector = KIND_OF[family], SECTOR_OF[family]
    return Body(key, name, kind, sector, family, region, seat, administers, part_of, umbrella, posts)
