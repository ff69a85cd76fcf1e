"""Who asks, and which tier of the network exists for them."""

from dataclasses import dataclass
from enum import IntEnum

from graph.model.errors import Forbidden
from graph.model.kinds import Visibility
from graph.model.permissions import PERMISSIONS_OF, Permission, Role


class Tier(IntEnum):
    """A network per audience. A person of a wider tier exists in the narrower ones, never the other way round."""

    PUBLIC = 0
    NETWORK = 1
    ALL = 2

    @property
    def visibilities(self) -> tuple[Visibility, ...]:
        """Whom this tier contains."""
        return tuple(Visibility)[: self + 1]


@dataclass(frozen=True, slots=True)
class Viewer:
    """The subject of a request. `actor` is what a Change notes as its author: an account's id or a command's name."""

    role: Role
    actor: str
    person_id: str | None = None

    @property
    def permissions(self) -> frozenset[Permission]:
        """What this viewer may do."""
        return PERMISSIONS_OF[self.role]

    def may(self, permission: Permission) -> bool:
        """Whether this viewer has `permission`."""
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Forbidden unless this viewer has `permission`."""
        if not self.may(permission):
            template = "This needs the permission {permission}, which the role {role} has not."
            raise Forbidden(template, permission=permission, role=self.role)

    @property
    def tier(self) -> Tier:
        """The network that exists for this viewer."""
        if self.may(Permission.READ_ALL):
            return Tier.ALL
        return Tier.NETWORK if self.may(Permission.READ_NETWORK) else Tier.PUBLIC


ANONYMOUS = Viewer(Role.ANONYMOUS, "anonymous")


def system(command: str) -> Viewer:
    """The viewer on whose behalf a command of the command line works: whoever may run it owns the data folder."""
    return Viewer(Role.ADMIN, command)
