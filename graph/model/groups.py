"""Which group an actor belongs to on a day: the one rule behind sectors, levels, E-I, brokerage roles and quotas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from graph.model.kinds import ActorKind, Level, Sector
from graph.model.time import first_day, holds

UNKNOWN: Final = "UNKNOWN"
"""Shown as a group of its own, but not counted in E-I, brokerage roles, matrix expectations or quotas."""


class Grouping(StrEnum):
    """By what actors are grouped."""

    SECTOR = "SECTOR"
    LEVEL = "LEVEL"
    ROLE = "ROLE"
    LAND = "LAND"


@dataclass(frozen=True, slots=True)
class Post:
    """What a MEMBER_OF or ACTIVE_IN tie says of the person who holds it. `land` is the AGS of its place's Land."""

    id: str
    since: str | None = None
    until: str | None = None
    primary: bool = False
    level: Level | None = None
    role_title: str | None = None
    sector: Sector | None = None
    land: str | None = None


@dataclass(frozen=True, slots=True)
class GroupedActor:
    """An actor with what its groups are read from. Organizations and municipalities bring sector and Land along."""

    kind: ActorKind
    sector: Sector | None = None
    level: Level | None = None
    land: str | None = None
    posts: Sequence[Post] = ()


def current_post(posts: Sequence[Post], as_of: date) -> Post | None:
    """The post that counts on a day: the primary one, else the longest-running, else the smallest id. None: no post."""
    current = [post for post in posts if holds(post.since, post.until, as_of)]
    return min(current, key=lambda post: (not post.primary, _begin(post.since), post.id), default=None)


def group_of(actor: GroupedActor, by: Grouping, as_of: date) -> str:
    """The group of an actor on a day; `UNKNOWN` where nothing tells.

    A person's group comes from the current post; the person's own sector and level count only where the post is silent.
    """
    post = current_post(actor.posts, as_of) if actor.kind is ActorKind.PEOPLE else None
    of_post = post or Post("")
    found = {
        Grouping.SECTOR: of_post.sector or actor.sector,
        Grouping.LEVEL: of_post.level or actor.level,
        Grouping.ROLE: of_post.role_title,
        Grouping.LAND: of_post.land or actor.land,
    }[by]
    return str(found) if found else UNKNOWN


def _begin(since: str | None) -> date:
    return date.min if since is None else first_day(since)
