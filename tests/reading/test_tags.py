"""HTML tags in texts: each at its place, and what to write instead."""

import pytest

from spotbrief.reading.tags import tags
from tests.desks import Desk


def _found(body: str) -> list[tuple[int, int, str]]:
    return [(tag.line, tag.column, tag.typed) for tag in tags(body)]


def test_every_tag_of_a_file_is_told_with_its_closing_one(desk: Desk) -> None:
    """At its line and column, in bodies of all forms and in short texts."""
    desk.brief("a", "summary: A <i>b</i> c\n", body="One <b>bold</b>.\n\nTwo <i>x</i>.\n\n<iframe src='https://x.example/'></iframe>")
    desk.write("briefings/b.yml", "title: B\npublished: 2025-03-01\nbody: |\n  One\n\n  <p>two <br> three</p>\n")
    places = [(p.where.file, p.line, p.column) for p in desk.examine().problems if p.rule == "raw-html"]
    a, b = "briefings/a.md", "briefings/b.yml"
    assert places == [(a, 4, 12), (a, 6, 5), (a, 8, 5), (a, 10, 1), (b, 6, 3), (b, 6, 10)]


@pytest.mark.parametrize(
    "body",
    [
        "`<b>` and ``<i> ` </i>``",
        "```\n<b>x</b>\n```",
        "Text.\n\n    <b>x</b>",
        r"\<b> and &lt;b>",
        "a < b, c > d, <3, x <- y, <5 %",
        "<https://example.org/> <desk@example.org>",
        "[x](<my file.pdf>) ![y](<a b.png>)",
        "a <b",
    ],
)
def test_what_is_no_tag_is_none(body: str) -> None:
    """Code, escaped signs, addresses and arithmetic."""
    assert _found(body) == []


def test_tags_are_found_wherever_they_stand() -> None:
    """In tables, notes, lists and quotations, over several lines, after code that never ends."""
    assert _found("| a <br> b |\n| - |\n| <sup>1</sup> |\n\nx[^1]\n\n[^1]: <u>n</u>") == [(1, 5, "<br>"), (3, 3, "<sup>"), (7, 7, "<u>")]
    assert _found("> - x <a\n>   href='b'>c</a>") == [(1, 7, "<a href='b'>")]
    assert _found("<script>\nif (a <b>c) {}\n</script>\n\n`x`<i>y</i>") == [(1, 1, "<script>"), (5, 4, "<i>")]
    assert _found("<!-- a\n<b>\n-->\n\n</u>") == [(1, 1, "<!-- a <b> -->"), (5, 1, "</u>")]


@pytest.mark.parametrize(
    ("body", "mend"),
    [
        ('<iframe src="//www.youtube.com/embed/x"></iframe>', "link to it: [watch it](https://www.youtube.com/embed/x)"),
        ('<iframe src="https://datawrapper.dwcdn.net/x/1/"></iframe>', "link to it: [look at it](https://datawrapper.dwcdn.net/x/1/)"),
        ('<blockquote class="twitter-tweet">', "a post cannot be embedded: start each line of the quotation with >"),
        ("<td colspan=2>x</td>", "where cells were merged, repeat the value"),
        ("A <b>bold</b>", "write **bold**"),
        ("A <em>b</em>", "write *b*"),
        ("x<sup>2</sup>", "write ²;"),
        ("CO<sub>2</sub>", "write ₂"),
        ('<a href="https://example.org/a b">x</a>', "write [x](<https://example.org/a b>)"),
        ('<a name="x"></a>', "headings are anchors by themselves"),
        ('<img src="a.png" alt="A map" width=3>', "write ![A map](a.png);"),
        ('<img src="https://x.example/a.png?w=1">', "put a copy of the picture beside this file and write ![what it shows](a.png)"),
        ("<h1>Title</h1>", "write ## Title on a line of its own"),
        ("<figcaption>A map</figcaption>", "on the next line the caption in emphasis"),
        ("<!-- more -->", "lists and feeds show the field summary"),
        ("<!-- Ask Anna -->", "goes into the field notes"),
        ("<!--more-->", "lists and feeds show the field summary"),
        ("<details><summary>x</summary></details>", "texts cannot be folded"),
        ("One<br/>two", "end the line with a backslash"),
        ("Dear <name>,", "put it in `backquotes`: `<name>`"),
    ],
)
def test_a_mend_says_what_to_write_instead(body: str, mend: str) -> None:
    """In Markdown that is right as it stands."""
    assert mend in tags(body)[0].mend
