"""Sign-ins: who may do what, and which person an account belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from graph.model.errors import EndNotFound, Forbidden
from graph.model.ids import imported_id
from graph.model.kinds import ChangeKind, NodeKind
from graph.model.permissions import PERMISSIONS_OF, Role
from graph.model.ties import NodeRef
from graph.model.viewer import Tier, Viewer
from graph.store.database import Database, Row, Transaction
from graph.store.writing.aliases import current_ids
from graph.store.writing.locking import lock_ends
from graph.store.writing.recorder import Recorder
from graph.store.writing.settling import lock_settled, settle_nodes
from graph.store.writing.trace import Trace

READ: Final = """
MATCH (account:Account {id: $id}) OPTIONAL MATCH (account)-[:IS]->(person:Person)
RETURN {id: account.id, issuer: account.issuer, subject: account.subject, role: account.role,
        person_id: person.id} AS account"""
STORE: Final = """
MERGE (account:Account {id: $id})
SET account.issuer = $issuer, account.subject = $subject, account.role = $role, account.touched_by = $change"""
UNTIE: Final = "MATCH (account:Account {id: $id})-[tie:IS]->(:Person) DELETE tie"
TIE: Final = "MATCH (account:Account {id: $id}), (person:Person {id: $person_id}) CREATE (account)-[:IS]->(person)"


class Account(BaseModel):
    """A sign-in, known by who vouches for it (`issuer`) and what they call it (`subject`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    issuer: str
    subject: str
    role: Role
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class AccountReader:
    """Looks accounts up at sign-in, before there is a viewer."""

    database: Database

    async def by_subject(self, issuer: str, subject: str) -> Account | None:
        """The account of this sign-in; None: there is none. Raises StoreUnavailable."""
        return _first(await self.database.rows(READ, id=account_id(issuer, subject)))


@dataclass(frozen=True, slots=True)
class AccountWriter:
    """Gives accounts their role and person. Nobody gives, or takes, a role that may do more than their own."""

    database: Database
    viewer: Viewer

    async def save(
        self, issuer: str, subject: str, role: Role, *, person_id: str | None = None, reason: str | None = None
    ) -> Account:
        """Create the account or change it; afterwards it has this role and belongs to this person, or to none.

        Raises Forbidden, EndNotFound when there is no such person, StoreUnavailable.
        """
        self._require_reach(role)
        wanted = Account(id=account_id(issuer, subject), issuer=issuer, subject=subject, role=role, person_id=person_id)

        async def work(transaction: Transaction, trace: Trace) -> Account:
            return await self._save(transaction, trace, wanted)

        settle = settle_nodes(NodeKind.ACCOUNT, [wanted.id])
        return await Recorder(self.database, self.viewer).write(ChangeKind.UPDATED, reason, work, settle=settle)

    async def _save(self, transaction: Transaction, trace: Trace, wanted: Account) -> Account:
        await lock_settled(transaction, trace, NodeKind.ACCOUNT, [wanted.id])
        before = _first(await transaction.rows(READ, id=wanted.id))
        if before is not None:
            self._require_reach(before.role)
        if wanted.person_id is not None:
            wanted = wanted.model_copy(update={"person_id": await _person(transaction, trace, wanted.person_id)})
        if before != wanted:
            await _store(transaction, trace, wanted)
            told = [None if one is None else one.model_dump(include={"role", "person_id"}) for one in (before, wanted)]
            trace.note(wanted.id, Tier.ALL)
            trace.keep(wanted.id, 1, *told)
        return wanted

    def _require_reach(self, role: Role) -> None:
        if not PERMISSIONS_OF[role] <= self.viewer.permissions:
            template = "The role {role} may do more than you, so only someone with its rights can give or take it."
            raise Forbidden(template, role=role)


def account_id(issuer: str, subject: str) -> str:
    """The id of the account of this sign-in: made from the two, so that there is never a second one."""
    return imported_id("account", issuer, subject)


async def _person(transaction: Transaction, trace: Trace, id: str) -> str:
    today = (await current_ids(transaction, NodeKind.PERSON, [id]))[id]
    if not await lock_ends(transaction, trace, [NodeRef(NodeKind.PERSON, today)]):
        template = "There is no {kind} {id} that you may see. Look up its id by its name, or create it first."
        raise EndNotFound(template, field="person_id", kind=NodeKind.PERSON, id=id)
    return today


async def _store(transaction: Transaction, trace: Trace, account: Account) -> None:
    properties = account.model_dump(mode="json", exclude={"person_id"})
    await transaction.rows(STORE, change=trace.id, **properties)
    await transaction.rows(UNTIE, id=account.id)
    if account.person_id is not None:
        await transaction.rows(TIE, id=account.id, person_id=account.person_id)


def _first(rows: Sequence[Row]) -> Account | None:
    return Account.model_validate(rows[0]["account"]) if rows else None
