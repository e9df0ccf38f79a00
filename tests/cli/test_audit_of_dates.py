"""A property of `spotbrief audit`, through git: it tells of every revision that came later than its day allows, and of no other."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.desks import Desk
from tests.histories import ENDED, ROUND, History, talks

KYIV = ZoneInfo("Europe/Kyiv")
OPENED = datetime(2025, 3, 4, tzinfo=KYIV)
KNOWN = datetime(2025, 5, 16, tzinfo=KYIV)
"""The day of the answer."""

DAY = timedelta(days=1)


class Word(NamedTuple):
    """A revision: the moment that it names, whether by its hour, and how many hours later it is committed."""

    dated: datetime
    has_hour: bool
    later: int

    @property
    def came(self) -> datetime:
        """When it was committed."""
        return (self.dated.astimezone(UTC) + timedelta(hours=self.later)).astimezone(KYIV)

    @property
    def is_late(self) -> bool:
        """More than a day after its hour or its day; or on the day of the answer, or later, though it names one before."""
        midnight = datetime(self.dated.year, self.dated.month, self.dated.day, tzinfo=KYIV) + DAY
        latest = (self.dated if self.has_hour else midnight).astimezone(UTC) + DAY
        return self.came.astimezone(UTC) > latest or self.dated < KNOWN <= self.came

    def lines(self) -> str:
        """As an editor types it."""
        when = self.dated.strftime("%Y-%m-%dT%H:%M" if self.has_hour else "%Y-%m-%d")
        return f"    revisions: [{{when: {when}, likelihood: very likely, probability: 0.9}}]\n"


hours = st.one_of(st.integers(0, 60), st.integers(0, 24 * 80))
moments = st.integers(0, 72 * 24).map(lambda hour: (OPENED.astimezone(UTC) + timedelta(hours=hour)).astimezone(KYIV))
words = st.builds(Word, moments, st.booleans(), hours)


def briefing(number: int, more: str = "") -> str:
    return talks(ROUND + more).replace("title: Talks", f"title: Talks {number}")


@settings(max_examples=10, deadline=None)
@given(st.lists(words, min_size=3, max_size=8))
@example([Word(OPENED, False, 48), Word(OPENED, False, 49), Word(KNOWN - DAY, False, 23), Word(KNOWN - DAY, False, 24)])
@example([Word(OPENED, True, 24), Word(OPENED, True, 25), Word(KNOWN - DAY / 2, True, 11), Word(KNOWN - DAY / 2, True, 12)])
@example([Word(KNOWN - 9 * DAY, False, 24 * 30), Word(OPENED + 26 * DAY, False, 47), Word(OPENED + 26 * DAY, False, 48)])
def test_what_is_dated_back_is_told(found: list[Word]) -> None:
    """Each in a briefing of its own, and committed at its hour."""
    with TemporaryDirectory() as folder:
        history = History(Desk(Path(folder)))
        history.commit("2025-03-03", **{f"a{number}": briefing(number) for number in range(len(found))})
        for number, word in sorted(enumerate(found), key=lambda one: one[1].came):
            history.commit(word.came.astimezone(UTC).isoformat(), **{f"a{number}": briefing(number, word.lines())})
        history.commit("2025-09-01", **{f"a{number}": briefing(number, word.lines() + ENDED) for number, word in enumerate(found)})
        told = {(one["briefing"], one["field"], one["kind"]) for one in history.findings()}
    assert told == {(f"a{number}", "revision", "backdated") for number, word in enumerate(found) if word.is_late}
