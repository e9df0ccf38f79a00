"""EDTF dates: what is read, how it is said, what is refused and how."""

import re
import warnings
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spotbrief.model.dates import EdtfDate
from spotbrief.words.words import Words

date_words = Words(ZoneInfo("UTC")).date

READ = [
    ("2025-02-12", "2025-02-12", "2025-02-12", "12 February 2025", "2025-02-12"),
    ("2025-02", "2025-02-01", "2025-02-28", "February 2025", "2025-02"),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024", "2024-02"),
    ("2025", "2025-01-01", "2025-12-31", "2025", "2025"),
    ("2025-02-10/2025-02-12", "2025-02-10", "2025-02-12", "10–12 February 2025", ""),
    ("2025-02-28/2025-03-02", "2025-02-28", "2025-03-02", "28 February – 2 March 2025", ""),
    ("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025", ""),
    ("2025-02/2025-03", "2025-02-01", "2025-03-31", "February–March 2025", ""),
    ("2019/2020", "2019-01-01", "2020-12-31", "2019–2020", ""),
    ("2025-04-15/2025-04", "2025-04-15", "2025-04-30", "15 April 2025 – April 2025", ""),
    ("2025-03?", "2025-03-01", "2025-03-31", "March 2025 (uncertain)", ""),
    ("2025-03~", "2025-03-01", "2025-03-31", "about March 2025", ""),
    ("2025-03%", "2025-03-01", "2025-03-31", "about March 2025 (uncertain)", ""),
    ("2025-21", "2025-03-01", "2025-05-31", "spring 2025", ""),
    ("2025-24", "2025-12-01", "2026-02-28", "winter 2025", ""),
    ("9999-24", "9999-12-01", "9999-12-31", "winter 9999", ""),
    ("../2025-06-30", "0001-01-01", "2025-06-30", "until 30 June 2025", ""),
    ("2025-03-01/..", "2025-03-01", "9999-12-31", "from 1 March 2025", ""),
    ("2025-03/", "2025-03-01", "9999-12-31", "from March 2025 (end unknown)", ""),
    ("/2025-03", "0001-01-01", "2025-03-31", "until March 2025 (start unknown)", ""),
    ("201X", "2010-01-01", "2019-12-31", "the 2010s", ""),
    ("20XX", "2000-01-01", "2099-12-31", "some year from 2000 to 2099", ""),
    ("100X?", "1000-01-01", "1009-12-31", "the 1000s (uncertain)", ""),
    ("2025-XX-XX~", "2025-01-01", "2025-12-31", "about some day in 2025", ""),
    ("2025-03-XX", "2025-03-01", "2025-03-31", "some day in March 2025", ""),
    ("2025-XX", "2025-01-01", "2025-12-31", "some month in 2025", ""),
    ("2025-03-03T18:00", "2025-03-03", "2025-03-03", "3 March 2025", "2025-03-03"),
]

REFUSED = {
    "early March": "write 2025-03-01 (a day), 2025-03 (a month), 2025-03~ (about then) or 2025-03-01/2025-03-10 (a span)",
    "03/04/2025": "write 2025-04-03 or 2025-03-04",
    "25/12/2025": "write 2025-12-25",
    "2025-02-30": "February 2025 has 28 days",
    "2025-13": "months run from 01 to 12",
    "2025-05-10/2025-05-01": "write 2025-05-01/2025-05-10",
    "2025-3-1": "write 2025-03-01",
    "2025/03/04": "write 2025-03-04",
    "March 2025": "write 2025-03",
    "12 March 2025": "write 2025-03-12",
    "0000": "there is no year 0000",
    "Y17000": "years run from 0001 to 9999",
    "../..": "a span needs a start or an end",
    "2025-X1": "leaves the wrong digits open",
    "100X-XX": "write 100X, which",
    "100X-XX?": "write 100X?, which",
    "20XX-XX-XX~": "write 20XX~, which",
    "201X-05": "leaves the wrong digits open",
    "201X-XX-05": "leaves the wrong digits open",
    "XXXX-XX": "leaves the wrong digits open",
    "2025-03-03T25:61": "hours run from 00 to 23",
    "2025-03-03T24:00": "hours run from 00 to 23",
    "2025-03-03T18:00+99:00": "is no offset",
    "2025-03T18:00": "a time of day follows a whole day",
    "2025-03-03T18": "a time of day follows a whole day",
    "2025-03-03T18:00~": "a time of day follows a whole day",
    "2025-03-XXT18:00": "a time of day follows a whole day",
    "2025-03-03T18:00/2025-03-03T24:30": "hours run from 00 to 23",
    "٢٠٢٥": "is not a date here",
    "": "a date is missing",
    "2" * 5000: "too long",
}


@pytest.mark.parametrize(("text", "earliest", "latest", "words", "machine"), READ)
def test_a_date_is_read_and_said(text: str, earliest: str, latest: str, words: str, machine: str) -> None:
    """A date keeps its text and has its first and last day, its words, and a machine form where it is exact."""
    read = EdtfDate.parse(text)
    assert (read.text, str(read.earliest), str(read.latest), date_words(read), read.machine) == (text, earliest, latest, words, machine)


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=lambda value: str(value)[:20])
def test_what_is_no_date_is_refused_with_the_form_to_use(text: str, said: str) -> None:
    """The message says how to write what was meant."""
    with pytest.raises(ValueError, match=re.escape(said)):
        EdtfDate.parse(text)


@given(st.text(max_size=80) | st.from_regex(r"[0-9X./~?%TYZ:+ -]{1,40}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text gives another error, and what is read is in order."""
    try:
        read = EdtfDate.parse(text)
    except ValueError:
        return
    assert date.min <= read.earliest <= read.latest <= date.max
    assert read.text == text.strip()
    assert date_words(read)


@settings(max_examples=300)
@given(
    st.from_regex(
        r"[12][0-9X]{3}(-[01X][0-9X](-[0-3X][0-9X](T[0-2][0-9]:[0-9]{2}:[0-9]{2}(Z|[+-][01][0-9]:[0-9]{2})?)?)?)?[?~%]?", fullmatch=True
    )
)
@example("100X-XX?")
@example("100X?")
@example("2025-XX-XX%")
def test_what_is_read_is_edtf(text: str) -> None:
    """The reference implementation reads whatever we read; a time without seconds, which it refuses, is our own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    try:
        EdtfDate.parse(text)
    except ValueError:
        return
    parse_edtf(text)


YEARS = st.integers(1000, 2999).map(str)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(str)
POINTS = st.builds("{}{}".format, YEARS | MONTHS | DAYS, st.sampled_from(["", "?"]))


@settings(max_examples=60)
@given(POINTS | st.builds("{}/{}".format, POINTS, POINTS))
def test_days_agree_with_the_edtf_package(text: str) -> None:
    """First and last day are those of the reference implementation; reversed spans we refuse and it does not."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    theirs = parse_edtf(text)
    try:
        ours = EdtfDate.parse(text)
    except ValueError:
        assert theirs.lower_strict() > theirs.upper_strict()
        return
    assert [ours.earliest.timetuple()[:3], ours.latest.timetuple()[:3]] == [theirs.lower_strict()[:3], theirs.upper_strict()[:3]]
