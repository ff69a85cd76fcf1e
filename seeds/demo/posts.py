"""Which level and title somebody has at an organization. Who leads does so alone, specialists have colleagues."""

from dataclasses import dataclass, field
from typing import Final

from graph.model.kinds import Level
from seeds.demo.bodies import Body
from seeds.dice import Dice, Wheel
from seeds.names.invent import Gender
from seeds.places import place
from seeds.roles import HEAD_OF, ROLES, Family, in_form_for

LEVELS: Final = (Level.SPECIALIST, Level.LEADERSHIP, Level.POLITICAL)
MIX: Final = {
    Family.ADMINISTRATION: Wheel((0.52, 0.28, 0.2)),
    Family.COUNCIL: Wheel((0.1, 0.001, 0.9)),
}
OTHERWISE: Final = Wheel((0.62, 0.38))


@dataclass(slots=True)
class PostOffice:
    """Hands out posts. Keeps in mind which ones that one person holds at a time are held."""

    held: set[tuple[str, str]] = field(default_factory=set)

    def post(self, body: Body, gender: Gender, dice: Dice) -> tuple[Level, str]:
        """Level and title of somebody who joins `body`."""
        level = LEVELS[MIX.get(body.family, OTHERWISE).turn(dice)]
        for rank in (level, Level.SPECIALIST):
            if titles := self._free(body, rank):
                title = dice.pick(titles)
                self.held.add((body.key, title))
                return rank, in_form_for(title, gender)
        raise AssertionError(body.family)

    def _free(self, body: Body, level: Level) -> tuple[str, ...]:
        titles = ROLES[body.family].get(level, ())
        if level is Level.POLITICAL and body.administers is not None:
            head = HEAD_OF[place(body.administers).kind]
            return titles if (body.key, head) in self.held else (head,)
        if level is not Level.LEADERSHIP:
            return titles
        return tuple(title for title in titles if (body.key, title) not in self.held)
