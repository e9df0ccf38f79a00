"""Who the desk is: only what is filled in appears, and it is checked like everything else."""

import re

import pytest

from tests.desks import Built, Desk


@pytest.mark.parametrize(
    "text",
    [
        "Tiny Desk Ltd", 'href="mailto:desk@desk.example"', 'id="section:how-we-work"', '<a class="actor" href="../actors/norway/">Norway</a>',
        "<p>Twice.</p>", 'id="section:ownership"', 'id="section:scale"', "55–80%", 'href="../corrections/"',
    ],
)  # fmt: skip
def test_the_page_shows_what_is_filled_in(built: Built, text: str) -> None:
    """Facts, policies, the scale and the way to the corrections."""
    assert text in built.page("trust")


@pytest.mark.parametrize("text", ["Unnamed sources", "Founded", "Address"])
def test_the_page_shows_nothing_else(built: Built, text: str) -> None:
    """A policy that the desk has not written has no heading."""
    assert text not in built.page("trust").partition("<h1>")[2]


def test_a_desk_that_says_nothing_has_no_page(desk: Desk) -> None:
    """Nor is its file published."""
    built = desk.brief("one").build()
    assert not (built.site / "trust").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ownr: x\n", "there is no field 'ownr' here"),
        ("licence: 'CC BY'\n", "is no web address"),
        ("same_as: ['javascript:alert(1)']\n", "is no web address"),
        ("ethics: See [[norwey]].\n", "there is no actor 'norwey'"),
        ("ethics: See [it](nowhere.md).\n", "leads nowhere"),
        ("ethics: <b>x</b>\n", "'<b>' is an HTML tag"),
        ("founded: yesterday\n", "is not a date here"),
    ],
)
def test_mistakes_are_reported_at_their_line(desk: Desk, text: str, said: str) -> None:
    """In the editor's words."""
    desk.actor("norway").write("content/trust.yml", f"name: Tiny\n{text}")
    problems = desk.said()
    assert "content/trust.yml:2:" in problems
    assert said in problems


def test_the_file_itself_is_not_published(built: Built) -> None:
    """It is data, not a page."""
    assert not (built.site / "trust.yml").exists()


def test_policies_with_the_same_headings_and_notes_have_anchors_of_their_own(desk: Desk) -> None:
    """And the links between a note and its text stay within their policy."""
    text = "|\n  ## Rules\n\n  See [rules](#rules).[^1]\n\n  [^1]: A note.\n"
    page = desk.brief("one").write("content/trust.yml", f"name: Tiny\nethics: {text}verification: {text}").build().page("trust")
    anchors = re.findall(r'\bid="([^"]*)"', page.partition("<h1>")[2])
    assert len(anchors) == len(set(anchors))
    assert {"ethics:rules", "ethics:footnote:1", "verification:rules", "verification:footnote:1"} <= set(anchors)
    assert '<a href="#ethics:rules">rules</a>' in page
    assert 'href="#verification:footnote:1"' in page
