"""What one published value said, commit after commit."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from spotbrief.model.briefing import Correction
from spotbrief.model.instants import Day
from spotbrief.model.record import record
from spotbrief.reading.past_versions import Version

Corrections = tuple[Correction, ...]

GRACE = timedelta(days=1)
"""How much later than its date something may be committed."""


@record
class Step:
    """A value, the version that brought it, and the corrections that its briefing had before."""

    value: str | None
    version: Version
    corrections: Corrections = ()


class Trace:
    """The values of one field; what is put back counts as never changed."""

    def __init__(self, value: str | None, version: Version, corrections: Corrections = ()) -> None:
        self._steps = [Step(value=value, version=version, corrections=corrections)]

    @property
    def first(self) -> Step:
        """What was said first."""
        return self._steps[0]

    @property
    def now(self) -> str | None:
        """What is said; None for what was taken away."""
        return self._steps[-1].value

    def say(self, value: str | None, version: Version, corrections: Corrections) -> None:
        """Note what *version* says."""
        for number, step in enumerate(self._steps):
            if step.value == value:
                del self._steps[number + 1 :]
                return
        self._steps.append(Step(value=value, version=version, corrections=corrections))

    def had(self, value: str | None) -> bool:
        """Whether it said so once."""
        return any(step.value == value for step in self._steps)

    def changes(self) -> Iterator[tuple[Step, Step]]:
        """Each change: before and after."""
        return pairwise(self._steps)


def is_late(moment: datetime, when: datetime) -> bool:
    """Whether what is dated at *moment*, or on that day, came more than a day later, at *when*."""
    return when - GRACE > (moment + timedelta(days=1) if isinstance(moment, Day) else moment)
