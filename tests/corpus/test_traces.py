"""What one value said, commit after commit."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from spotbrief.corpus.audit.traces import Trace, is_late
from spotbrief.model.instants import Day
from spotbrief.reading.past_versions import Version

DAY = datetime(2025, 3, 3, tzinfo=UTC)
VALUES = st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=1, max_size=12)


@given(VALUES)
def test_its_changes_lead_from_what_was_said_first_to_what_is_said_now(values: list[str | None]) -> None:
    """None where these are the same, and no value twice: what is put back never changed."""
    versions = [Version(commit=str(number), when=DAY + timedelta(days=number), briefing=None) for number in range(len(values))]
    trace = Trace(values[0], versions[0])
    for value, version in zip(values[1:], versions[1:], strict=True):
        trace.say(value, version, ())
    changes = list(trace.changes())
    way = [values[0], *(after.value for _, after in changes)]
    assert (way[0], way[-1], trace.now) == (values[0], values[-1], values[-1])
    assert len(set(way)) == len(way)
    for before, after in changes:
        assert values[int(after.version.commit)] == after.value != before.value
        assert values[int(after.version.commit) - 1] != after.value


def test_a_day_lasts_until_its_end() -> None:
    """And then it has a day of grace."""
    day, hour = Day(2025, 3, 3, tzinfo=UTC), datetime(2025, 3, 3, 18, tzinfo=UTC)
    assert [is_late(day, datetime(2025, 3, 5, tzinfo=UTC) + timedelta(seconds=more)) for more in (0, 1)] == [False, True]
    assert [is_late(hour, datetime(2025, 3, 4, 18, tzinfo=UTC) + timedelta(seconds=more)) for more in (0, 1)] == [False, True]
