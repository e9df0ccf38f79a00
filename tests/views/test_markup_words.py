"""What programs for Markdown say of their own accord."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from markdown import markdown

import spotbrief
from spotbrief.reading.markdown import to_html, with_named_rows
from spotbrief.views.markup_words import in_words
from spotbrief.words.words import Words

LOCALE = Path(spotbrief.__file__).parent / "locale"
UKRAINIAN = Words(ZoneInfo("Europe/Kyiv"), "uk", [LOCALE / "uk.po"])
ONE_LINE = "<table><thead><tr><th></th><th>now</th></tr></thead><tbody><tr><td></td><td>x</td></tr></tbody></table>"
BOX = "!!! {}\n    Text.\n\n??? {}\n    Text.\n"


@pytest.mark.parametrize(
    ("typed", "shown"), [("tip", "Порада"), ('tip "Tip of the day"', "Tip of the day"), ('tip "Note"', "Note"), ("own", "Own")]
)
def test_a_box_is_called_what_it_is_unless_an_editor_named_it(typed: str, shown: str) -> None:
    """On ordinary pages, open or folded."""
    made = in_words(markdown(BOX.format(typed, typed), extensions=["admonition", "pymdownx.details"]), UKRAINIAN)
    assert f'<p class="admonition-title">{shown}</p>' in made
    assert f"<summary>{shown}</summary>" in made


@pytest.mark.parametrize(("typed", "shown"), [("[!CAUTION]", "Обережно"), ("[!caution] Caution: ice", "Caution: ice")])
def test_an_alert_is_called_what_it_is(typed: str, shown: str) -> None:
    """In briefings, as GitHub shows them."""
    assert f'<p class="markdown-alert-title">{shown}</p>' in in_words(to_html(f"> {typed}\n> Text."), UKRAINIAN)


@pytest.mark.parametrize("make", [to_html, markdown], ids=["briefing", "page"])
def test_nothing_that_was_typed_is_taken_for_a_word_of_the_program(make: Callable[[str], str]) -> None:
    """In a text or in code."""
    typed = '`<p class="admonition-title">Note</p>` Back to reference 1, aria-label="Back to reference 1"'
    typed += ' checkbox footnote-backref title="Jump back to footnote 1 in the text"'
    assert in_words(make(typed), UKRAINIAN) == make(typed)


def test_a_box_that_has_a_name_keeps_it() -> None:
    """On ordinary pages, where editors may write HTML."""
    typed = '<input type="checkbox" aria-label="Mine">'
    assert in_words(typed, UKRAINIAN) == typed


@pytest.mark.parametrize("make", [to_html, lambda text: with_named_rows(markdown(text, extensions=["tables"]))], ids=["briefing", "page"])
def test_an_empty_corner_makes_heads_of_the_first_cells(make: Callable[[str], str]) -> None:
    """Whoever listens is told of which row a cell is; other tables have no such column."""
    rows = "| - | - |\n| *form* | draft |\n| | gone |\n"
    assert with_named_rows(ONE_LINE) == ONE_LINE
    made = make(f"| | now |\n{rows}\n\nText.\n\n| then | now |\n{rows}")
    assert made.count('<th scope="row"><em>form</em></th>') == 1
    assert made.count("<td><em>form</em></td>") == 1
    assert made.count("<td></td>") >= 2
