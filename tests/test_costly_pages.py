"""What Python-Markdown would take minutes for is told before a build begins."""

import pytest

from tests.desks import Desk

COSTLY = {
    "5:1: error[too-many-signs] more than 5,000 signs of Markdown": [
        "*a_" * 40_000,
        "`a` " * 3000,
        "&amp; " * 6000,
        "- x\n- " + "*a " * 6000,
    ],
    "5:1: error[too-many-brackets] more than 500 brackets": ["![" * 600, "x\n" + "- [\n" * 600],
    "1:1: error[too-many-signs] more than 500 tags of this page": ["<a " * 600, "<![CDATA[\n\n" * 600],
    "1:1: error[too-many-signs] more than 500 places of this page refer to one footnote": ["a[^1]\n\n" * 600],
    "1:1: error[too-many-signs] more than 500 fences": ["```a\n" * 600],
    "5:1: error[too-many-signs] more than 500 headings": ["a\n=\n" * 600, "# a\n" * 600],
    "5:1: error[too-many-signs] more than 50 lists begin": ["1. " * 700 + "a", "* " * 700 + "a"],
}
FINE = {
    "a table of links": "a|b\n-|-\n" + "[x](index.md)|*y*\n" * 3000,
    "a list of links": "- [x](index.md) *y*\n" * 3000,
    "paragraphs": "Some *words* of `code` and <b>tags</b>.\n\n" * 3000,
    "code": "```\n" + "a[*_" * 3000 + "\n\n# a\n```\n",
    "a table in HTML": "<table>\n" + "<tr><td>a</td></tr>\n" * 3000 + "</table>",
    "a ruler": "- " * 70,
}


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in COSTLY.items() for text in texts])
def test_what_costs_more_than_its_length_is_told(said: str, text: str, desk: Desk) -> None:
    """At its line, or at the page's first."""
    assert f"content/x.md:{said}" in desk.write("content/x.md", f"# A page\n\nOne.\n\n{text}\n").said()


@pytest.mark.parametrize("kind", FINE)
def test_long_pages_are_no_costly_ones(kind: str, desk: Desk) -> None:
    """Each row of a table, entry of a list and paragraph is looked through by itself."""
    assert "too-many" not in desk.write("content/x.md", f"# A page\n\n{FINE[kind]}\n").said()
