"""Permissions of roles, tiers, consents in force."""

from datetime import UTC, datetime

import pytest

from graph.model.consents import Consent, in_force
from graph.model.errors import Forbidden
from graph.model.kinds import ConsentPurpose, Visibility
from graph.model.messages import Language
from graph.model.permissions import MEANING, PERMISSIONS_OF, Permission, Role
from graph.model.viewer import Tier, Viewer

DESIGN = """
READ_PUBLIC     x x x x x
READ_NETWORK    - x x x x
READ_ALL        - - - x x
ASK_FOR_ONESELF - x x x x
ANALYZE_GROUPS  - x x x x
ANALYZE_PEOPLE  - - x x x
EDIT_ONESELF    - x x x x
EDIT            - - - x x
ADMINISTER      - - - - x
"""


def test_the_table_is_that_of_the_design() -> None:
    for line in DESIGN.strip().splitlines():
        name, *marks = line.split()
        held = [Permission(name) in PERMISSIONS_OF[role] for role in Role]
        assert held == [mark == "x" for mark in marks], name
    assert len(DESIGN.strip().splitlines()) == len(Permission) == len(MEANING)


@pytest.mark.parametrize(
    ("role", "tier"),
    [
        (Role.ANONYMOUS, Tier.PUBLIC),
        (Role.MEMBER, Tier.NETWORK),
        (Role.STRATEGY, Tier.NETWORK),
        (Role.MANAGER, Tier.ALL),
        (Role.ADMIN, Tier.ALL),
    ],
)
def test_a_role_sees_one_tier(role: Role, tier: Tier) -> None:
    assert Viewer(role, "x").tier is tier


def test_tiers_contain_each_other() -> None:
    assert Tier.PUBLIC.visibilities == (Visibility.PUBLIC,)
    assert Tier.NETWORK.visibilities == (Visibility.PUBLIC, Visibility.NETWORK)
    assert Tier.ALL.visibilities == tuple(Visibility)


def test_a_lacking_permission_is_named_in_both_languages() -> None:
    with pytest.raises(Forbidden) as refusal:
        Viewer(Role.MEMBER, "x").require(Permission.EDIT)
    assert str(refusal.value) == "This needs the permission EDIT, which the role MEMBER has not."
    assert "das die Rolle MEMBER nicht hat" in refusal.value.text(Language.DE)


def consent(id: str, purpose: ConsentPurpose, *, given: bool, day: int) -> Consent:
    return Consent(id=id, purpose=purpose, given=given, at=datetime(2026, 1, day, tzinfo=UTC), source="form")


def test_the_latest_consent_of_each_purpose_decides_in_whatever_order_they_come() -> None:
    records = [
        consent("3", ConsentPurpose.CONTACT, given=False, day=3),
        consent("1", ConsentPurpose.CONTACT, given=True, day=1),
        consent("2", ConsentPurpose.RANKINGS, given=True, day=2),
    ]
    assert in_force(records) == {ConsentPurpose.RANKINGS}


def test_of_two_consents_at_one_moment_the_larger_id_decides() -> None:
    records = [consent(id, ConsentPurpose.CONTACT, given=id == "b", day=1) for id in ("b", "a")]
    assert in_force(records) == {ConsentPurpose.CONTACT}


def test_unknown_counts_as_no() -> None:
    assert in_force([]) == frozenset()
