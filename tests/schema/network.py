"""A small network that the tests of the schema ask about, with one person in it whom only managers may see."""

from dataclasses import dataclass, field
from typing import Final

from graph.model.kinds import (
    Capacity,
    ConsentPurpose,
    Engagement,
    Level,
    MunicipalityKind,
    NodeKind,
    OfferKind,
    OrganizationKind,
    PositionStatus,
    ProjectStage,
    Sector,
    TieKind,
    Visibility,
)
from graph.model.nodes import (
    EventFields,
    MunicipalityFields,
    NodeFields,
    OrganizationFields,
    PersonFields,
    PolicyPositionFields,
    ProjectFields,
    SupportOfferFields,
    TopicFields,
)
from graph.model.ties import NodeRef, TieFields
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.writing import ConsentWriter, Decision, NodeWriter, TieWriter

VIEWER: Final = system("tests")
FICTION: Final = "030 23125 {number:03}"  # numbers that the Bundesnetzagentur keeps free for films

PEOPLE: Final = (
    *("Anna Ahrens", "Bülent Börek", "Clara Çelik", "Dörte Dreßen", "Emil Ebert", "Fatma Fuchs", "Gero Groß"),
    *("Hanna Heß", "Ilse Imhof", "Jan Jäger", "Karin Krüger", "Lars Löwe"),
)
WITHOUT_CONSENT: Final = "Lars Löwe"
PUBLIC: Final = ("Anna Ahrens", "Clara Çelik")
HIDDEN: Final = "Veronika Verborgen"
HIDDEN_VALUES: Final = ("Verborgen", "veronika", "030 23125 099", "steht in keiner Antwort", "bleibt unter uns")
COLLABORATIONS: Final = (  # two circles that only Anna joins, and Jan at the end of a chain
    *("Anna-Bülent", "Anna-Clara", "Bülent-Clara", "Bülent-Dörte", "Clara-Dörte"),
    *("Anna-Emil", "Emil-Fatma", "Emil-Gero", "Fatma-Gero", "Fatma-Hanna", "Gero-Hanna", "Hanna-Ilse", "Ilse-Jan"),
    *("Karin-Lars", "Karin-Dörte"),
)
ON_EARLY_HELP: Final = ("Anna", "Dörte", "Hanna", "Jan")
ON_CHAINS: Final = ("Bülent", "Hanna", "Karin", "Jan")


@dataclass(slots=True)
class SmallNetwork:
    """What was written, by first names, names and titles: the reference of each node."""

    database: Database
    refs: dict[str, NodeRef] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def written(cls, database: Database) -> "SmallNetwork":
        """The network, written into an empty database."""
        network = cls(database)
        await network.add_nodes()
        await network.add_consents()
        await network.add_ties()
        return network

    async def add_nodes(self) -> None:
        """Everything that has an id."""
        for kind, nodes in NODES.items():
            ids = await NodeWriter(self.database, VIEWER).create_many(kind, [(None, node) for node in nodes])
            for id, node in zip(ids, nodes, strict=True):
                name = str(getattr(node, type(node).sorted_by))
                self.refs[name] = NodeRef(kind, id)
                if kind is NodeKind.PERSON:
                    self.refs[name.split(maxsplit=1)[0]] = NodeRef(kind, id)

    async def add_consents(self) -> None:
        """All but one agree to everything, and two of them to be seen by everybody."""
        yes = [Decision(purpose=purpose, given=True, source="form") for purpose in ConsentPurpose]
        for name in PEOPLE:
            if name != WITHOUT_CONSENT:
                await ConsentWriter(self.database, VIEWER).record(self.refs[name].id, yes)
        for name in PUBLIC:
            await NodeWriter(self.database, VIEWER).update(
                NodeKind.PERSON, self.refs[name].id, {"visibility": Visibility.PUBLIC}, revision=1
            )

    async def add_ties(self) -> None:
        """Who works with whom, where and on what."""
        await TieWriter(self.database, VIEWER).create_many([(None, tie) for tie in self.ties()])

    def ties(self) -> list[TieFields]:
        """All ties but those of the hidden person."""
        pairs = [pair.split("-") for pair in COLLABORATIONS]
        return [
            *(self.tie(TieKind.COLLABORATES_WITH, one, other, strength=4, evidence="minutes") for one, other in pairs),
            *(self.tie(TieKind.WORKS_ON, who, "Frühe Hilfen", engagement=Engagement.ACTIVE) for who in ON_EARLY_HELP),
            *(self.tie(TieKind.WORKS_ON, who, "Präventionskette", engagement=Engagement.EXPERT) for who in ON_CHAINS),
            *(
                self.tie(TieKind.MEMBER_OF, name.split()[0], "Jugendamt", level=Level.SPECIALIST, role_title="Planung")
                for name in PEOPLE[:4]
            ),
            self.tie(
                TieKind.MEMBER_OF, "Emil", "Hochschule", level=Level.LEADERSHIP, role_title="Professur", since="2020"
            ),
            self.tie(TieKind.ACTIVE_IN, "Fatma", "Düsseldorf", level=Level.POLITICAL, capacity=Capacity.POLITICS),
            self.tie(TieKind.ADMINISTERS, "Jugendamt", "Düsseldorf"),
            self.tie(TieKind.LOCATED_IN, "Hochschule", "Düsseldorf"),
            self.tie(TieKind.COLLABORATES_WITH, "Jugendamt", "Hochschule", strength=2),
            self.tie(TieKind.PART_OF, "Düsseldorf", "Nordrhein-Westfalen"),
            self.tie(TieKind.BROADER, "Frühe Hilfen", "Gesundheit"),
            self.tie(TieKind.RELATED_TO, "Frühe Hilfen", "Präventionskette"),
            self.tie(TieKind.CONTRIBUTES_TO, "Anna", "Lotsen", role="Leitung"),
            self.tie(TieKind.CONTRIBUTES_TO, "Karin", "Lotsen"),
            self.tie(TieKind.RUNS, "Jugendamt", "Lotsen"),
            self.tie(TieKind.TAKES_PLACE_IN, "Lotsen", "Düsseldorf"),
            self.tie(TieKind.ABOUT, "Lotsen", "Frühe Hilfen"),
            self.tie(TieKind.SEEKS, "Lotsen", "Präventionskette"),
            self.tie(TieKind.OFFERS, "Hochschule", "Begleitung", contact="office"),
            self.tie(TieKind.USES, "Lotsen", "Begleitung", helped=4, lesson="Begin early."),
            self.tie(TieKind.ABOUT, "Begleitung", "Präventionskette"),
            self.tie(TieKind.ENDORSES, "Anna", "Gemeinsam planen", role="AUTHOR"),
            self.tie(TieKind.ENDORSES, "Hochschule", "Gemeinsam planen", role="SUPPORTER"),
            self.tie(TieKind.ATTENDED, "Anna", "Jahrestreffen"),
            self.tie(TieKind.ATTENDED, "Hanna", "Jahrestreffen"),
            self.tie(TieKind.TAKES_PLACE_IN, "Jahrestreffen", "Düsseldorf"),
        ]

    async def add_hidden(self) -> None:
        """Somebody who would change every figure, if lower tiers could see her: she joins everybody to everything."""
        writer = NodeWriter(self.database, VIEWER)
        number = FICTION.format(number=99)
        hidden = PersonFields(name=HIDDEN, email="veronika@example.org", phone=number, about="steht in keiner Antwort")
        self.refs[HIDDEN] = NodeRef(NodeKind.PERSON, (await writer.create(hidden)).id)
        yes = [Decision(purpose=purpose, given=True, source="form") for purpose in ConsentPurpose]
        await ConsentWriter(self.database, VIEWER).record(self.refs[HIDDEN].id, yes)
        await TieWriter(self.database, VIEWER).create_many([(None, tie) for tie in self.hidden_ties()])

    def hidden_ties(self) -> list[TieFields]:
        """A tie of the hidden person to everything that a person can be tied to."""
        note = {"note": "bleibt unter uns"}
        known = [name.split()[0] for name in PEOPLE]
        return [
            *(self.tie(TieKind.COLLABORATES_WITH, HIDDEN, name, strength=5, **note) for name in known),
            *(self.tie(TieKind.WORKS_ON, HIDDEN, topic, engagement=Engagement.EXPERT) for topic in TOPICS),
            self.tie(TieKind.MEMBER_OF, HIDDEN, "Jugendamt", level=Level.LEADERSHIP, role_title="Leitung"),
            self.tie(TieKind.MEMBER_OF, HIDDEN, "Hochschule", level=Level.LEADERSHIP),
            self.tie(TieKind.ACTIVE_IN, HIDDEN, "Düsseldorf", level=Level.POLITICAL),
            self.tie(TieKind.CONTRIBUTES_TO, HIDDEN, "Lotsen"),
            self.tie(TieKind.ENDORSES, HIDDEN, "Gemeinsam planen", role="SUPPORTER"),
            self.tie(TieKind.ATTENDED, HIDDEN, "Jahrestreffen"),
        ]

    def tie(self, kind: TieKind, one: str, other: str, **properties: object) -> TieFields:
        """A tie between two nodes, by their names."""
        values = {"kind": kind, "from_node": self.refs[one], "to_node": self.refs[other], **properties}
        return TieFields.model_validate(values)


TOPICS: Final = ("Frühe Hilfen", "Präventionskette", "Gesundheit")
NODES: Final[dict[NodeKind, list[NodeFields]]] = {
    NodeKind.MUNICIPALITY: [
        MunicipalityFields(ags="05", name="Nordrhein-Westfalen", kind=MunicipalityKind.LAND, population=17_932_651),
        MunicipalityFields(ags="05111000", name="Düsseldorf", kind=MunicipalityKind.INDEPENDENT_CITY, district="05111"),
        MunicipalityFields(ags="05158", name="Mettmann", kind=MunicipalityKind.RURAL_DISTRICT, population=485_409),
    ],
    NodeKind.TOPIC: [
        TopicFields(slug="fruehe-hilfen", label_de="Frühe Hilfen", label_en="Early help"),
        TopicFields(slug="praeventionskette", label_de="Präventionskette", label_en="Prevention chain"),
        TopicFields(slug="gesundheit", label_de="Gesundheit", label_en="Health"),
    ],
    NodeKind.ORGANIZATION: [
        OrganizationFields(name="Jugendamt", sector=Sector.ADMINISTRATION, kind=OrganizationKind.AUTHORITY),
        OrganizationFields(name="Hochschule", sector=Sector.SCIENCE, kind=OrganizationKind.UNIVERSITY),
    ],
    NodeKind.PROJECT: [ProjectFields(title="Lotsen", stage=ProjectStage.RUNNING, summary="Guides for families.")],
    NodeKind.SUPPORT_OFFER: [SupportOfferFields(title="Begleitung", kind=OfferKind.ACCOMPANIMENT)],
    NodeKind.POLICY_POSITION: [
        PolicyPositionFields.model_validate(
            {"title": "Gemeinsam planen", "status": PositionStatus.PUBLISHED, "published_on": "2024-05-02"}
        ),
        PolicyPositionFields(title="Noch im Entwurf"),
    ],
    NodeKind.EVENT: [EventFields(title="Jahrestreffen", held_on="2024-09")],
    NodeKind.PERSON: [
        PersonFields(
            name=name,
            email=f"{number}@example.org",
            phone=FICTION.format(number=number),
            visibility=Visibility.NETWORK,
        )
        for number, name in enumerate(PEOPLE)
    ],
}
