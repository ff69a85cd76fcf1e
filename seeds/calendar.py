"""The calendar of all seeds. Its days are fixed, so that a seed does not change from one day to the next."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from seeds.dice import Dice

DAY: Final = date(2026, 6, 30)
"""The day the seeds were made for. What is current then stays so: only some posts have an end that lies after it."""
ASKED_ON: Final = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""When people were asked for their consents."""
WITHDRAWN_ON: Final = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
"""When those who changed their mind did so."""


def day_before(dice: Dice, oldest_years: int, newest_days: int = 30) -> str:
    """A day before `DAY`, known as exactly as such days are: some to the day, some to the month, some to the year."""
    back = dice.between(newest_days, 365 * oldest_years)
    day = (DAY - timedelta(days=back)).isoformat()
    precision = dice.below(10)
    return day[:4] if precision < 2 and int(day[:4]) < DAY.year else day[:7] if precision < 6 else day
