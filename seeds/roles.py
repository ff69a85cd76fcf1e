"""Role titles by kind of employer and level, in the form that fits who holds them: 'she|he|neutral', or one for all."""

from enum import Enum, auto
from typing import Final

from graph.model.kinds import Level, MunicipalityKind
from seeds.names.invent import Gender


class Family(Enum):
    """Employers whose posts are called alike."""

    ADMINISTRATION = auto()
    OFFICE = auto()
    COUNCIL = auto()
    PROVIDER = auto()
    INITIATIVE = auto()
    SCIENCE = auto()
    ASSOCIATION = auto()
    COMPANY = auto()


SPECIALISTS: Final = (
    "Jugendhilfeplanerin|Jugendhilfeplaner|Jugendhilfeplaner:in",
    "Sozialplanerin|Sozialplaner|Sozialplaner:in",
    "Bildungsmonitoring",
    "Koordination Präventionskette",
    "Netzwerkkoordination Frühe Hilfen",
    "Gesundheitsplanerin|Gesundheitsplaner|Gesundheitsplaner:in",
    "Sachbearbeitung Kita-Bedarfsplanung",
    "Statistikstelle, Sozialraumdaten",
    "Integrationsbeauftragte|Integrationsbeauftragter|Integrationsbeauftragte:r",
    "Kinder- und Jugendbeauftragte|Kinder- und Jugendbeauftragter|Kinder- und Jugendbeauftragte:r",
    "Stadtteilkoordination",
)
LEADERS: Final = (
    "Leitung Jugendamt",
    "Leitung Sozialamt",
    "Leitung Gesundheitsamt",
    "Leitung Schulamt",
    "Abteilungsleitung Kindertagesbetreuung",
    "Abteilungsleitung Prävention",
    "Leitung Stabsstelle Integrierte Planung",
    "Leitung Bildungsbüro",
)
COUNCIL: Final = {
    Level.POLITICAL: (
        "Vorsitz Jugendhilfeausschuss",
        "Vorsitz Sozialausschuss",
        "Fraktionsvorsitz",
        "Ratsmitglied, Sprecherin für Familie|Ratsmitglied, Sprecher für Familie|Ratsmitglied, Sprecher:in für Familie",
        "Ratsmitglied, Sprecherin für Bildung|Ratsmitglied, Sprecher für Bildung|Ratsmitglied, Sprecher:in für Bildung",
        "Mitglied im Jugendhilfeausschuss",
    ),
    Level.SPECIALIST: ("Geschäftsstelle des Rates",),
}
DEPUTIES: Final = (
    "Beigeordnete für Jugend und Soziales|Beigeordneter für Jugend und Soziales|Beigeordnete:r für Jugend und Soziales",
    "Dezernentin für Bildung|Dezernent für Bildung|Dezernent:in für Bildung",
    "Persönliche Referentin|Persönlicher Referent|Persönliche:r Referent:in",
)
HEAD_OF: Final = {
    MunicipalityKind.MUNICIPALITY: "Bürgermeisterin|Bürgermeister|Bürgermeister:in",
    MunicipalityKind.INDEPENDENT_CITY: "Oberbürgermeisterin|Oberbürgermeister|Oberbürgermeister:in",
    MunicipalityKind.RURAL_DISTRICT: "Landrätin|Landrat|Landrät:in",
}
"""Held by one person at a time."""

ROLES: Final[dict[Family, dict[Level, tuple[str, ...]]]] = {
    Family.ADMINISTRATION: {Level.SPECIALIST: SPECIALISTS, Level.LEADERSHIP: LEADERS, Level.POLITICAL: DEPUTIES},
    Family.OFFICE: {
        Level.SPECIALIST: (*SPECIALISTS[:5], "Allgemeiner Sozialer Dienst", "Fachberatung Kita", "Jugendförderung"),
        Level.LEADERSHIP: ("Amtsleitung", "Stellvertretende Amtsleitung", "Sachgebietsleitung Frühe Hilfen"),
    },
    Family.COUNCIL: COUNCIL,
    Family.PROVIDER: {
        Level.SPECIALIST: (
            "Familienhebamme",
            "Sozialpädagogin|Sozialpädagoge|Sozialpädagog:in",
            "Erzieherin|Erzieher|Erzieher:in",
            "Schulsozialarbeit",
            "Quartiersarbeit",
            "Familienberatung",
        ),
        Level.LEADERSHIP: (
            "Geschäftsführerin|Geschäftsführer|Geschäftsführer:in",
            "Leitung Familienzentrum",
            "Fachbereichsleitung Hilfen zur Erziehung",
        ),
    },
    Family.INITIATIVE: {
        Level.SPECIALIST: ("Sprecherin|Sprecher|Sprecher:in", "Projektbüro", "Ehrenamtskoordination"),
        Level.LEADERSHIP: ("Vorsitzende|Vorsitzender|Vorsitzende:r", "Stellvertretender Vorsitz"),
    },
    Family.SCIENCE: {
        Level.SPECIALIST: (
            "Wissenschaftliche Mitarbeiterin|Wissenschaftlicher Mitarbeiter|Wissenschaftliche:r Mitarbeiter:in",
            "Doktorandin|Doktorand|Doktorand:in",
            "Transferreferentin|Transferreferent|Transferreferent:in",
        ),
        Level.LEADERSHIP: ("Professorin|Professor|Professor:in", "Institutsleitung", "Forschungsgruppenleitung"),
    },
    Family.ASSOCIATION: {
        Level.SPECIALIST: (
            "Referentin Kommunen|Referent Kommunen|Referent:in Kommunen",
            "Programmkoordination",
            "Prozessbegleitung",
            "Öffentlichkeitsarbeit",
        ),
        Level.LEADERSHIP: ("Bereichsleitung Kommunen", "Vorstand", "Programmleitung"),
    },
    Family.COMPANY: {
        Level.SPECIALIST: ("Beraterin|Berater|Berater:in", "Sozialmanagement", "Datenanalyse"),
        Level.LEADERSHIP: ("Geschäftsleitung", "Teamleitung Kommunalberatung"),
    },
}


def in_form_for(title: str, gender: Gender) -> str:
    """The title as this person bears it."""
    forms = title.split("|")
    return forms[gender] if len(forms) > 1 else forms[0]
