"""Catalogues have every phrase, and translations that can be filled in; what comes from Unicode agrees with Babel."""

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.model.dates import EdtfDate
from spotbrief.reading.languages import LOCALE
from spotbrief.words.conventions import conventions
from spotbrief.words.words import Words
from tests.words.catalogues import TEMPLATE, template, up_to_date, written

CATALOGUES = sorted(LOCALE.glob("*.po"))
SPOKEN = {path.stem: Words(ZoneInfo("UTC"), path.stem, (path,)) for path in CATALOGUES}
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
_NAME = re.compile(r"\{\w+\}")
_TAG = re.compile(r"</?\w+")


def test_the_list_of_phrases_is_up_to_date() -> None:
    """`make words` writes it."""
    assert TEMPLATE.read_bytes() == written(template())


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.stem))
def test_no_catalogue_is_stale(path: Path) -> None:
    """`make words` brings them up to date."""
    assert path.read_bytes() == up_to_date(path)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.stem))
def test_every_phrase_is_said(path: Path) -> None:
    """In all forms, with all that is filled in and all tags, and with no blank at an end that the English lacks."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    wrong = []
    for message in catalogue:
        english = message.id if isinstance(message.id, str) else message.id[-1]
        forms = [message.string or ""] if isinstance(message.string, str | None) else list(message.string)
        is_whole = len(forms) == (catalogue.num_plurals if message.pluralizable else 1) and not message.fuzzy
        if english and not (is_whole and all(form.strip() and _kept(form) == _kept(english) for form in forms)):
            wrong.append(english)
    assert wrong == []


def _kept(text: str) -> tuple[list[str], list[str]]:
    """What is filled in, and the tags."""
    return sorted(_NAME.findall(text)), sorted(_TAG.findall(text))


@given(count=st.integers(0, 10**6))
@pytest.mark.parametrize("language", SPOKEN)
def test_plural_forms_are_those_of_unicode(language: str, count: int) -> None:
    """1, 2–4, 5 and more, and 11–14 in Ukrainian."""
    category = Locale.parse(language).plural_form(count)
    tags = Locale.parse(language).plural_form.tags | {"other"}
    names: list[str] = [name for name in ("zero", "one", "two", "few", "many", "other") if name in tags]
    forms, _ = SPOKEN[language].forms("event", "events")
    said = SPOKEN[language].count(count, "event", "events").removeprefix(f"{SPOKEN[language].number(count)} ")
    assert said == forms[names.index(category)]


@given(day=DAYS)
@pytest.mark.parametrize("language", SPOKEN)
def test_dates_are_those_of_unicode(language: str, day: date) -> None:
    """But for the word for year, which Ukrainian newspapers leave out."""
    assert SPOKEN[language].date(EdtfDate.parse(day.isoformat())) == format_date(day, "long", language).replace("\u202fр.", "")
    month = format_date(day, "LLLL y" if language == "uk" else "MMMM y", language)
    assert SPOKEN[language].date(EdtfDate.parse(day.isoformat()[:7])) == month


@given(number=st.integers(0, 10**9))
@pytest.mark.parametrize("language", SPOKEN)
def test_numbers_are_those_of_unicode(language: str, number: int) -> None:
    """Thousands apart, and so many of a hundred."""
    assert SPOKEN[language].number(number) == format_decimal(number, locale=language)
    assert SPOKEN[language].percent(number % 101) == format_percent((number % 101) / 100, locale=language)


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*.json")), ids=lambda path: str(path.stem))
def test_every_language_has_whole_conventions(path: Path) -> None:
    """What a translation into it stands on."""
    of = conventions(path.stem)
    assert of.language == path.stem
    assert [len(of.months), len(of.months_alone), len(of.weekdays)] == [12, 12, 7]
    dated = of.dated(of.day, date(2025, 3, 12), of.months)
    assert "12" in dated
    assert "2025" in dated


@pytest.mark.parametrize(
    ("typed", "uk", "de"),
    [
        ("2025-03-03", "3 березня 2025", "3. März 2025"),
        ("2025-03", "березень 2025", "März 2025"),
        ("2025-03~", "орієнтовно березень 2025", "etwa März 2025"),
        ("2025-03-10/2025-03-12", "10–12 березня 2025", "10.–12. März 2025"),
        ("2025-02-28/2025-03-02", "28 лютого – 2 березня 2025", "28. Februar – 2. März 2025"),
        ("2025-03/..", "від березня 2025", "ab März 2025"),
        ("../2024", "до 2024 року", "bis 2024"),
        ("2025-21/..", "від весни 2025", "ab Frühjahr 2025"),
        ("199X", "1990-ті", "1990er Jahre"),
        ("2025-XX-XX", "якийсь день 2025 року", "ein Tag im Jahr 2025"),
    ],
)
def test_dates_stand_in_the_right_case(typed: str, uk: str, de: str) -> None:
    """Behind from, until and since in the genitive, where Ukrainian wants it."""
    when = EdtfDate.parse(typed)
    assert (SPOKEN["uk"].date(when), SPOKEN["de"].date(when)) == (uk, de)


def test_periods_stand_in_the_right_case() -> None:
    """As posts and memberships have them."""
    since = EdtfDate.parse("2025-03")
    assert SPOKEN["uk"].period(since, None) == "від березня 2025"
    assert SPOKEN["uk"].period(since, EdtfDate.parse("2025-05")) == "березень 2025 – травень 2025"
    assert SPOKEN["de"].period(None, since) == "bis März 2025"
