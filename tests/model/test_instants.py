"""Moments of publication."""

import re
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.model.instants import parse_instant
from spotbrief.words.dates import moment_words
from spotbrief.words.words import Words

KYIV = ZoneInfo("Europe/Kyiv")

READ = {
    "2025-03-03": ("2025-03-02T22:00", "3 March 2025"),
    "2025-03-03T18:00": ("2025-03-03T16:00", "3 March 2025, 18:00"),
    "2025-03-03 18:00": ("2025-03-03T16:00", "3 March 2025, 18:00"),
    "2025-03-03T18:00:30": ("2025-03-03T16:00", "3 March 2025, 18:00"),
    "2025-07-03T18:00": ("2025-07-03T15:00", "3 July 2025, 18:00"),
    "2025-03-03T18:00:00.000+00:00": ("2025-03-03T18:00", "3 March 2025, 20:00"),
    "2025-03-30T03:30": ("2025-03-30T01:30", "30 March 2025, 04:30"),
    "2025-03-03T18:00Z": ("2025-03-03T18:00", "3 March 2025, 20:00"),
    "2025-03-03T18:00-05:00": ("2025-03-03T23:00", "4 March 2025, 01:00"),
    "2025-10-26T03:30": ("2025-10-26T00:30", "26 October 2025, 03:30"),
}

REFUSED = {
    "tomorrow": "2025-03-03T18:00",
    "03.03.2025": "2025-03-03",
    "2025-02-30": "February 2025 has 28 days",
    "2025-03-03T25:00": "hours run from 00 to 23",
    "2025-03": "write a day and a time",
    "0205-03-03": "lies before 1970",
    "9999-12-31T23:00-12:00": "out of reach",
    "9999-12-31T23:59-12:00": "out of reach",
    "": "missing",
}


@pytest.mark.parametrize(("text", "meant"), READ.items())
def test_a_moment_is_in_the_sites_timezone_unless_it_says_otherwise(text: str, meant: tuple[str, str]) -> None:
    moment = parse_instant(text, KYIV)
    assert (f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M}", moment_words(moment, KYIV)) == meant


@pytest.mark.parametrize(("text", "said"), REFUSED.items())
def test_what_is_no_moment_is_refused_with_the_form_to_use(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_instant(text, KYIV)


@given(st.text(max_size=40) | st.from_regex(r"[0-9T:+Z. -]{8,30}", fullmatch=True))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    """No text gives another error than ValueError."""
    try:
        moment = parse_instant(text, KYIV)
    except ValueError:
        return
    assert moment.utcoffset() is not None


STARTS = "2025-06-05T18:00"


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("2025-06-05T19:30", "5 June 2025, 18:00 – 19:30 Kyiv"),
        ("2025-06-06T09:00", "5 June 2025, 18:00 Kyiv – 6 June 2025, 09:00 Kyiv"),
        ("2025-06-05T18:00", "5 June 2025, 18:00 Kyiv – 5 June 2025, 18:00 Kyiv"),
        ("2025-06-06", "5 June 2025, 18:00 Kyiv – 6 June 2025"),
    ],
)
def test_an_end_is_said_by_its_hour_where_the_day_is_known(ends: str, said: str) -> None:
    """What ends on another day, or at once, is said in full; each hour has its city, or shares that of the end."""
    words, start, end = Words(KYIV), parse_instant(STARTS, KYIV), parse_instant(ends, KYIV)
    assert f"{words.start(start, end)} – {words.end(end, start)}" == said


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "11:00 New York"),
        ("UTC", "15:00 UTC"),
        ("Etc/GMT-3", "18:00 UTC+3"),
        ("America/Argentina/Buenos_Aires", "12:00 Buenos Aires"),
    ],
)
def test_an_hour_has_the_city_of_the_timezone(zone: str, said: str) -> None:
    """Or how far it is from Greenwich, where the timezone is named after none."""
    assert Words(ZoneInfo(zone)).hour(parse_instant(STARTS, KYIV)) == said
