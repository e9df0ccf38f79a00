"""Words of the format that were written in another language: the hint gives the English one, and --fix writes it."""

from pathlib import Path

import pytest

import spotbrief
from spotbrief.reading.catalogue import read_catalogue
from spotbrief.reading.settings import SCALES, scale_named
from spotbrief.words.english import english_of
from spotbrief.words.labels import ACTOR, CONFIDENCE, KIND, OUTCOME, STANCE
from tests.cli.run import run
from tests.desks import Desk

CATALOGUES = sorted((Path(spotbrief.__file__).parent / "locale").glob("*.po"))
EXPECTED = "what_to_expect:\n  - text: It rains.\n    by: 2027-01-01\n    "
TYPED = {
    f"{EXPECTED}likelihood: майже напевно\n": "likelihood: almost certain",
    f"{EXPECTED}likelihood: Дуже імовірно\n": "likelihood: very likely",
    f"{EXPECTED}likelihood: unwahrscheinlich\n": "likelihood: unlikely",
    f"{EXPECTED}likelihood: likely\n    confidence: висока\n": "confidence: high",
    f"{EXPECTED}likelihood: likely\n    confidence: високий\n": "confidence: high",
    f"{EXPECTED}likelihood: likely\n    confidence: помірна впевненість\n": "confidence: moderate",
    f"{EXPECTED}likelihood: likely\n    confidence: hoch\n": "confidence: high",
    "kind: Оперативна довідка\n": "kind: spot_briefing",
    "kind: новини\n": "kind: news",
    "status: чернетка\n": "status: draft",
    "timeline:\n  - {when: 2025-03-01, title: T, kind: санкції}\n": "kind: sanction",
}


@pytest.mark.parametrize("typed", TYPED)
def test_fix_writes_the_english_word(typed: str, desk: Desk) -> None:
    """On any desk, whatever its own language."""
    desk.brief("a", typed)
    assert "did you mean" in desk.said()
    assert run(desk, "check", "--fix").exit_code == 0
    assert TYPED[typed] in (desk.root / "briefings/a.md").read_text("utf-8")


def test_a_word_for_confidence_is_none_for_likelihood(desk: Desk) -> None:
    """As in English."""
    assert "that is a word for 'confidence': write confidence: high" in desk.brief("a", f"{EXPECTED}likelihood: висока\n").said()


def test_what_is_near_another_term_is_not_guessed(desk: Desk) -> None:
    """The opposite of a likelihood differs by one syllable."""
    assert "hint: write one of: " in desk.brief("a", f"{EXPECTED}likelihood: неймовірно\n").said()


def test_a_catalogue_of_the_desk_counts_too(desk: Desk) -> None:
    """Of a language that does not come with us."""
    config = (desk.root / "mkdocs.yml").read_text("utf-8").replace("timezone:", "language: pl, timezone:")
    desk.write("mkdocs.yml", config).write("locale/pl.po", 'msgid ""\nmsgstr ""\n\nmsgid "High"\nmsgstr "Wysoka"\n')
    said = desk.brief("a", f"{EXPECTED}likelihood: likely\n    confidence: wysokie\n").said()
    assert "did you mean 'high'?" in said


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_word_that_a_catalogue_has_is_known(path: Path) -> None:
    """Of each field with a few words, and of each scale: each leads back to its own English."""
    scales = [[term.term for term in scale_named(name, Path()).terms] for name in SCALES]
    for words in (list(KIND), list(CONFIDENCE), list(STANCE), list(OUTCOME), list(ACTOR), *scales):
        said = {word: english_of(typed, words, [path]) for word in words for typed in _said(path, word)}
        assert said == {word: word for word in words}


def _said(path: Path, word: str) -> list[str]:
    english = next((table[word] for table in (KIND, CONFIDENCE, STANCE, OUTCOME, ACTOR) if word in table), word)
    return [read_catalogue(path).texts[english][0]]


def test_the_command_line_says_the_english_word(desk: Desk) -> None:
    """Of a term and of a confidence."""
    desk.brief("a", f"{EXPECTED}id: rain\n    likelihood: likely\n")
    given = ("--why", "W.", "--when", "2025-06-01")
    assert "did you mean 'very likely'?" in run(desk, "revise", "a:rain", "--likelihood", "дуже ймовірно", *given).output
    assert "did you mean 'low'?" in run(desk, "revise", "a:rain", "--confidence", "низька", *given).output


@pytest.mark.parametrize("typed", ["likely/very likely", "likely or very likely", "unlikely–likely", "ймовірно або дуже ймовірно"])
def test_of_two_terms_none_is_chosen(desk: Desk, typed: str) -> None:
    """It is what is scored: its author says which."""
    desk.brief("a", f"{EXPECTED}likelihood: {typed}\n")
    said = desk.said()
    assert "these are several terms: write the one that you mean" in said
    assert "likely (55–80%)" in said
    run(desk, "check", "--fix")
    assert f"likelihood: {typed}\n" in (desk.root / "briefings/a.md").read_text("utf-8")


@pytest.mark.parametrize(("typed", "term"), [("мало ймовірно", "unlikely"), ("рівні шанси", "roughly even chance")])
def test_a_term_in_part_is_asked_about(desk: Desk, typed: str, term: str) -> None:
    """And not mended: it is what is scored."""
    desk.brief("a", f"{EXPECTED}likelihood: {typed}\n")
    assert f"is it '{term}'?" in desk.said()
    run(desk, "check", "--fix")
    assert typed in (desk.root / "briefings/a.md").read_text("utf-8")


NAMED = {
    "Зеленського": "volodymyr-zelenskyi",
    "Зеленський": "volodymyr-zelenskyi",
    "В. Зеленський": "volodymyr-zelenskyi",
    "Володимира Зеленського": "volodymyr-zelenskyi",
    "Йорданією": "jordan",
    "Йорданії": "jordan",
    "Zelenskyy": "vz",
}


@pytest.mark.parametrize("typed", NAMED)
def test_a_name_in_another_case_is_known(desk: Desk, typed: str) -> None:
    """And a person by the surname."""
    if NAMED[typed] == "vz":
        desk.write("content/actors/vz.yml", "name: Volodymyr Zelenskyy\ntype: person\n")
    else:
        desk.write("content/actors/volodymyr-zelenskyi.yml", "name: Володимир Зеленський\ntype: person\n")
    desk.write("content/actors/jordan.yml", "name: Йорданія\ntype: state\n").write(
        "content/actors/un.yml", "name: ООН\ntype: organization\n"
    )
    assert f"is it {NAMED[typed]}? In a text, write [[{NAMED[typed]}|{typed}]]" in desk.brief("a", body=f"He met [[{typed}]].").said()


@pytest.mark.parametrize("typed", ["Порошенка", "Зеленським і Порошенком", "Йордан Томич", "Ірану"])
def test_and_no_other_name(desk: Desk, typed: str) -> None:
    """Of somebody who is not there, or of two at once."""
    desk.write("content/actors/volodymyr-zelenskyi.yml", "name: Володимир Зеленський\ntype: person\n")
    desk.write("content/actors/jordan.yml", "name: Йорданія\ntype: state\n").write("content/actors/iraq.yml", "name: Ірак\ntype: state\n")
    assert "is it" not in desk.brief("a", body=f"He met [[{typed}]].").said()


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("заголовок: Щось", "title: Щось"),
        ("дата: 2025-03-01", "published: 2025-03-01"),
        ("Автори: [olena]", "authors: [olena]"),
        ("titel: Was", "title: Was"),
    ],
)
def test_fields_in_another_language_are_known(desk: Desk, typed: str, ours: str) -> None:
    """By what editors would call them."""
    fields = [one for one in ("title: A", "published: 2025-03-01") if one.split(":")[0] != ours.split(":")[0]]
    desk.write("content/authors.yml", "olena: {name: Olena}\n")
    desk.write("briefings/a.md", "\n".join(["---", *fields, typed, "---", "Text.\n"]))
    run(desk, "check", "--fix")
    assert f"\n{ours}\n" in (desk.root / "briefings/a.md").read_text("utf-8")


def test_a_confidence_in_ukrainian(desk: Desk) -> None:
    """As schools grade it."""
    desk.brief("a", f"{EXPECTED}likelihood: likely\n    confidence: середня\n")
    assert "moderate" in desk.said()
