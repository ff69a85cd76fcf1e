"""What a support offer consists of, by its kind."""

from typing import Final

from graph.model.kinds import OfferKind

SUMMARY_OF: Final = {
    OfferKind.COACHING: "Sechs vertrauliche Gespräche mit einer erfahrenen Person von anderswo. Thema: {topic}.",
    OfferKind.CONSULTING: "Zwei Tage vor Ort: Bestandsaufnahme, Gespräche mit den Ämtern und ein Vorschlag zu {topic}.",
    OfferKind.ACCOMPANIMENT: "Begleitung über zwei Jahre, von der Klärung des Auftrags bis zum Ratsbeschluss: {topic}.",
    OfferKind.QUALIFICATION: "Kurs in vier Modulen mit Aufgaben aus der eigenen Kommune. Schwerpunkt: {topic}.",
    OfferKind.TOOL: "Vorlagen, Leitfaden und Beispiele zu {topic}, von Kommunen erprobt und frei zu verwenden.",
}
