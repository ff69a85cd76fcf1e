"""What projects are called, what they are about and what they have learned: building blocks that go together freely."""

from dataclasses import asdict, dataclass
from typing import Final

from seeds.dice import Dice


@dataclass(frozen=True, slots=True)
class Setting:
    """What the texts of one project name: its place, also with its preposition, its topic in German and who runs it."""

    place: str
    inside: str
    topic: str
    runner: str


TITLES: Final = (
    "{topic} {inside}",
    "{place} plant gemeinsam: {topic}",
    "Werkstatt „{topic}“, {place}",
    "{topic} vor Ort – {place}",
    "Aufwachsen {inside}: {topic}",
    "Modellvorhaben {topic}, {place}",
    "{place} macht sich auf den Weg: {topic}",
    "Fachplan {topic}, {place}",
    "Bündnis „{topic}“, {place}",
    "{topic} {inside} neu gedacht",
)
OCCASIONS: Final = (
    "Jugend-, Sozial- und Gesundheitsplanung arbeiteten {inside} bisher mit getrennten Zahlen.",
    "In zwei Sozialräumen {inside} wächst jedes dritte Kind in Armut auf.",
    "Nach der letzten Schuleingangsuntersuchung war klar, dass Hilfe {inside} früher ansetzen muss.",
    "Eltern {inside} kannten viele Angebote nicht, und die Träger voneinander zu wenig.",
    "Die Politik hat beschlossen, alle Planungen für Kinder und Familien {inside} zusammenzuführen.",
    "Eine Befragung von Familien hat gezeigt, wo {inside} Wege zu lang und Zuständigkeiten unklar sind.",
    "Die Zahl der Kinder {inside} wächst, und mit ihr der Druck auf Kitas und Schulen.",
    "Mehrere kleine Projekte {inside} liefen nebeneinander her und endeten mit ihrer Förderung.",
)
STEPS: Final = (
    "Dafür kommen die Fachämter an einen Tisch und legen Sozialdaten für jeden Sozialraum offen.",
    "Zusammen mit freien Trägern entsteht ein Netz, das von der Schwangerschaft bis zur Ausbildung reicht.",
    "Eine Steuerungsgruppe legt gemeinsame Ziele fest und prüft sie jedes Jahr.",
    "Erprobt wird das mit drei Kitas und zwei Grundschulen und danach auf alle Sozialräume übertragen.",
    "In Werkstätten entscheiden Familien, Fachkräfte und Politik gemeinsam, was als Nächstes kommt.",
    "Eine Koordinierungsstelle vermittelt zwischen Ämtern, Schulen und Trägern.",
)
AIMS: Final = (
    "Am Ende steht ein gemeinsamer Bericht, aus dem die Haushaltsplanung folgt.",
    "Den Anfang macht das Thema {topic}; andere kommen dazu, sobald die Zusammenarbeit trägt.",
    "Ziel ist, dass kein Übergang im Leben eines Kindes mehr ohne Ansprechperson bleibt.",
    "Gemessen wird nicht die Zahl der Angebote, sondern was bei den Kindern ankommt.",
    "Was dabei zum Thema {topic} herauskommt, wird mit Nachbarkommunen geteilt.",
)
LEADS: Final = ("Federführung: {runner}.", "Die Fäden laufen hier zusammen: {runner}.", "Ansprechstelle: {runner}.")
LESSONS: Final = (
    "Ohne einen Beschluss des Rates blieb jede Vereinbarung vom guten Willen Einzelner abhängig.",
    "Erst gemeinsame Karten der Sozialräume haben den Streit um Zuständigkeiten beendet.",
    "Die Koordination braucht mindestens eine halbe Stelle; nebenbei ist sie zweimal gescheitert.",
    "Datenschutz früh einbinden: Die Vereinbarung zum Austausch von Daten hat ein Jahr gedauert.",
    "Kleine Erfolge im ersten halben Jahr haben mehr überzeugt als das Konzept.",
    "Eltern kommen, wenn es vor Ort Essen und Kinderbetreuung gibt, und wenn ihre Vorschläge wiederkehren.",
    "Freie Träger sitzen von Anfang an mit am Tisch, sonst wird aus Planung eine Ausschreibung.",
    "Wechselt die Leitung, muss das Vorhaben neu erklärt werden; dafür gibt es jetzt eine Übergabemappe.",
    "Der Kreis gibt den Rahmen, die Gemeinden füllen ihn verschieden, und das ist gut so.",
    "Wir würden heute mit zwei Sozialräumen beginnen statt mit der ganzen Stadt.",
)


def title(dice: Dice, setting: Setting) -> str:
    """What the project is called."""
    return _fill(dice.pick(TITLES), setting)


def summary(dice: Dice, setting: Setting) -> str:
    """Why, how, what for and led by whom."""
    return " ".join(_fill(dice.pick(part), setting) for part in (OCCASIONS, STEPS, AIMS, LEADS))


def lessons(dice: Dice) -> str:
    """What others may learn from it."""
    return " ".join(dice.some(LESSONS, dice.between(1, 3)))


def _fill(text: str, setting: Setting) -> str:
    return text.format(**asdict(setting)).replace("..", ".")  # after "e. V."
