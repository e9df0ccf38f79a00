"""What one published value said, commit after commit."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from spotbrief.model.briefing import Correction
from spotbrief.model.instants import Day
from spotbrief.model.record import record
from spotbrief.reading.past_versions import Version

Corrections = tuple[Correction, ...]

GRACE = timedelta(days=1)
"""How much later than its date something may be committed."""

STOOD = timedelta(hours=1)
"""How long a word must have stood for readers to have had it."""


@record
class Step:
    """A value, the version that brought it, and the corrections that its briefing had before."""

    value: str | None
    version: Version
    corrections: Corrections = ()

    @property
    def day(self) -> date:
        """The day on which it came."""
        return self.version.when.date()


@record
class Undone:
    """What was said for a while, and then put back."""

    since: Step
    last: Step
    """Of several values, one after the other, the last."""
    back: Step
    """What put it back."""
    is_until_known: bool
    """Whether it stood until it was known what came."""


class Trace:
    """The values of one field; what is put back counts as never changed."""

    def __init__(self, value: str | None, version: Version, corrections: Corrections = ()) -> None:
        self._steps = [Step(value=value, version=version, corrections=corrections)]
        self._all = list(self._steps)

    @property
    def first(self) -> Step:
        """What was said first."""
        return self._steps[0]

    @property
    def last(self) -> Step:
        """What brought what is said."""
        return self._steps[-1]

    @property
    def now(self) -> str | None:
        """What is said; None for what was taken away."""
        return self._steps[-1].value

    def say(self, value: str | None, version: Version, corrections: Corrections) -> None:
        """Note what *version* says."""
        said = Step(value=value, version=version, corrections=corrections)
        if self._all[-1].value != value:
            self._all.append(said)
        for number, step in enumerate(self._steps):
            if step.value == value:
                del self._steps[number + 1 :]
                return
        self._steps.append(said)

    def had(self, value: str | None) -> bool:
        """Whether it said so once."""
        return any(step.value == value for step in self._steps)

    def changes(self) -> Iterator[tuple[Step, Step]]:
        """Each change: before and after."""
        return pairwise(self._steps)

    def since(self, day: date) -> Iterator[tuple[Step, Step]]:
        """The change from what was said when that day began."""
        before = next((step for step in reversed(self._all) if step.day < day), self.first)
        if before.value != self.now:
            yield before, self._all[-1]

    def undone(self, known: date, told: Callable[[str], str] = str) -> Iterator[Undone]:
        """What readers had instead of what is said, for longer than a day or until the answer was *known*, and nothing says any more.

        *told* gives of a value that which counts.
        """
        if len(self._all) == len(self._steps):
            return
        kept = {step.value and told(step.value) for step in self._steps}
        runs = [(is_kept, list(run)) for is_kept, run in groupby(self._all, lambda step: (step.value and told(step.value)) in kept)]
        for (is_kept, stood), (_, then) in pairwise(runs):
            since, back = stood[0], then[0]
            is_until_known = since.day < known <= back.day
            if not is_kept and (is_until_known or (since.day < known and back.version.when - since.version.when > GRACE)):
                yield Undone(since=since, last=stood[-1], back=back, is_until_known=is_until_known)


def is_late(moment: datetime, when: datetime, known: date = date.max) -> bool:
    """Whether what is dated at *moment*, or on that day, came more than a day later, at *when*.

    Not even a day where the answer was *known* meanwhile.
    """
    is_afterwards = moment.date() < known <= when.astimezone(moment.tzinfo).date()
    return is_afterwards or when - GRACE > (moment + timedelta(days=1) if isinstance(moment, Day) else moment)


def is_near(moment: datetime, other: datetime) -> bool:
    """Whether two moments are of one day, or of the next."""
    return abs(moment.date() - other.date()) <= GRACE
