"""The closed lists of the vocabulary: kinds of node and tie, and the words their properties choose from."""

from enum import StrEnum


class NodeKind(StrEnum):
    """What a node is. The value is its label in the store."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    MUNICIPALITY = "Municipality"
    TOPIC = "Topic"
    PROJECT = "Project"
    SUPPORT_OFFER = "SupportOffer"
    POLICY_POSITION = "PolicyPosition"
    EVENT = "Event"
    CONSENT = "Consent"
    ACCOUNT = "Account"


DIRECTORY_KINDS = (
    NodeKind.PERSON,
    NodeKind.ORGANIZATION,
    NodeKind.MUNICIPALITY,
    NodeKind.TOPIC,
    NodeKind.PROJECT,
    NodeKind.SUPPORT_OFFER,
    NodeKind.POLICY_POSITION,
    NodeKind.EVENT,
)
"""The kinds that people look up, search and tie to each other. Consents and accounts are records about a person."""


class ActorKind(StrEnum):
    """Who can act, and hence stand in a network."""

    PEOPLE = "Person"
    ORGANIZATIONS = "Organization"
    MUNICIPALITIES = "Municipality"

    @property
    def node_kind(self) -> NodeKind:
        """The kind of node of these actors."""
        return NodeKind(self.value)


class TieKind(StrEnum):
    """What joins two nodes. The value is the type of the relationship in the store."""

    COLLABORATES_WITH = "COLLABORATES_WITH"
    MEMBER_OF = "MEMBER_OF"
    ACTIVE_IN = "ACTIVE_IN"
    PART_OF = "PART_OF"
    LOCATED_IN = "LOCATED_IN"
    ADMINISTERS = "ADMINISTERS"
    BROADER = "BROADER"
    RELATED_TO = "RELATED_TO"
    WORKS_ON = "WORKS_ON"
    CONTRIBUTES_TO = "CONTRIBUTES_TO"
    RUNS = "RUNS"
    TAKES_PLACE_IN = "TAKES_PLACE_IN"
    ABOUT = "ABOUT"
    OFFERS = "OFFERS"
    USES = "USES"
    SEEKS = "SEEKS"
    ENDORSES = "ENDORSES"
    ATTENDED = "ATTENDED"
    SUCCEEDED_BY = "SUCCEEDED_BY"
    GAVE = "GAVE"
    IS = "IS"


class Sector(StrEnum):
    """Where in society an organization stands."""

    ADMINISTRATION = "ADMINISTRATION"
    POLITICS = "POLITICS"
    SCIENCE = "SCIENCE"
    CIVIL_SOCIETY = "CIVIL_SOCIETY"
    OTHER = "OTHER"


class Level(StrEnum):
    """Fachebene, Leitungsebene, politische Ebene."""

    SPECIALIST = "SPECIALIST"
    LEADERSHIP = "LEADERSHIP"
    POLITICAL = "POLITICAL"


class Capacity(StrEnum):
    """In what capacity a person is active in a municipality."""

    ADMINISTRATION = "ADMINISTRATION"
    POLITICS = "POLITICS"
    OTHER = "OTHER"


class MunicipalityKind(StrEnum):
    """The kinds of territory that have an official key."""

    LAND = "LAND"
    RURAL_DISTRICT = "RURAL_DISTRICT"
    INDEPENDENT_CITY = "INDEPENDENT_CITY"
    MUNICIPALITY = "MUNICIPALITY"
    ASSOCIATION = "ASSOCIATION"


class OrganizationKind(StrEnum):
    """What an organization is, beside its sector."""

    AUTHORITY = "AUTHORITY"
    COUNCIL = "COUNCIL"
    PARTY = "PARTY"
    UNIVERSITY = "UNIVERSITY"
    INSTITUTE = "INSTITUTE"
    ASSOCIATION = "ASSOCIATION"
    FOUNDATION = "FOUNDATION"
    PROVIDER = "PROVIDER"
    INITIATIVE = "INITIATIVE"
    COMPANY = "COMPANY"
    OTHER = "OTHER"


class Engagement(StrEnum):
    """How deep an actor is in a topic. INTERESTED counts for peers, not for gaps."""

    INTERESTED = "INTERESTED"
    ACTIVE = "ACTIVE"
    EXPERT = "EXPERT"


class ProjectStage(StrEnum):
    """How far a project has come, first to last."""

    IDEA = "IDEA"
    PLANNING = "PLANNING"
    RUNNING = "RUNNING"
    ESTABLISHED = "ESTABLISHED"
    ENDED = "ENDED"


class Impulse(StrEnum):
    """Where a project got its first push."""

    TOP_DOWN = "TOP_DOWN"
    BOTTOM_UP = "BOTTOM_UP"


class OfferKind(StrEnum):
    """What kind of help an offer is."""

    COACHING = "COACHING"
    CONSULTING = "CONSULTING"
    ACCOMPANIMENT = "ACCOMPANIMENT"
    QUALIFICATION = "QUALIFICATION"
    TOOL = "TOOL"


class PositionStatus(StrEnum):
    """How far a policy position has come, first to last."""

    DRAFT = "DRAFT"
    ADOPTED = "ADOPTED"
    PUBLISHED = "PUBLISHED"


class EventFormat(StrEnum):
    """How an event was held."""

    ON_SITE = "ON_SITE"
    ONLINE = "ONLINE"
    HYBRID = "HYBRID"


class EndorsementRole(StrEnum):
    """As what an actor stands behind a position."""

    AUTHOR = "AUTHOR"
    SUPPORTER = "SUPPORTER"


class TieSource(StrEnum):
    """How we know of a tie."""

    SURVEY = "SURVEY"
    IMPORT = "IMPORT"
    MANUAL = "MANUAL"
    EVENT = "EVENT"


class ConsentPurpose(StrEnum):
    """What a person can agree to."""

    CONTACT = "CONTACT"
    SUGGESTIONS = "SUGGESTIONS"
    RANKINGS = "RANKINGS"
    PUBLICATION = "PUBLICATION"


class Visibility(StrEnum):
    """Who may see a person at all. From the widest audience to the narrowest."""

    PUBLIC = "PUBLIC"
    NETWORK = "NETWORK"
    MANAGERS = "MANAGERS"


class ChangeKind(StrEnum):
    """What a change did to its subjects."""

    CREATED = "CREATED"
    UPDATED = "UPDATED"
    DELETED = "DELETED"
    CONSENTED = "CONSENTED"
    IMPORTED = "IMPORTED"
