"""What `check` says of a text, the site that is built from it does."""

import re

import pytest

from tests.cli.run import run
from tests.desks import Desk


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[Спитайте, хто їде до Стамбула, і чекайте.]", True),
        ("[Wait, then ask.]", True),
        ('["Wait, then ask."]', False),
        ("[Wait., Then ask.]", False),
        ("[aid resumes, talks fail]", False),
        ("[eBay sells., iPhones too.]", False),
    ],
)
def test_a_sentence_that_a_comma_parts_is_told(desk: Desk, typed: str, said: bool) -> None:
    """Between brackets, in lists of sentences; texts that begin in small letters are no rest of one."""
    desk.brief("a", f"implications:\n  diplomats: {typed}\ntopics: []\n")
    assert ("briefings/a.md:5:" in desk.said() and "[cut-text]" in desk.said()) == said


def test_nearly_the_name_of_a_kind_is_no_file_to_publish(desk: Desk) -> None:
    """Data under a name that was meant to be one of ours is named and left out; other data is a file like any other."""
    desk.write("content/Topics.yml", "a: {name: A}\n").write("content/actorz/b.yml", "name: B\n").write("content/data/c.yml", "c: 1\n")
    built = desk.brief("a").build()
    assert "content/Topics.yml:1:1: warning[stray-data] 'Topics.yml' is no kind of reference data, and is left out\n" in built.said
    assert "hint: call it topics.yml" in built.said
    assert "hint: call the folder actors" in built.said
    assert [path.name for path in sorted(built.site.rglob("*.yml"))] == ["c.yml"]


def test_a_text_that_is_cut_stops_a_strict_build(desk: Desk) -> None:
    """Half a sentence is not published."""
    built = desk.brief("a", "summary: Deal #5 stands\n").build("--strict")
    assert built.code == 1
    assert "briefings/a.md:4:14: warning[cut-text]" in built.said


def test_ordinary_pages_link_to_reference_data(desk: Desk) -> None:
    """A file of reference data is the page of what it holds; one that is not there is named."""
    desk.actor("norway").write("content/about/us.md", "# Us\n\n[N](../actors/norway.yml#x) [T](../topics.yml) [c](c.yml)\n")
    built = desk.write("content/about/c.yml", "c: 1\n").brief("a").build()
    page = built.page("about/us")
    assert '<a href="../../actors/norway/#x">N</a>' in page
    assert '<a href="../c.yml">c</a>' in page
    desk.write("content/about/us.md", "# Us\n\n[N](../actors/norwey.yml)\n")
    assert "content/about/us.md:3:1: error[missing-link] the link '../actors/norwey.yml' leads nowhere" in desk.said()
    assert "did you mean '../actors/norway.yml'?" in desk.said()


def test_fields_of_a_sentence_stay_inside_their_paragraph(desk: Desk) -> None:
    """A year is no list, other blocks are shown as they were typed, and a body has no second title."""
    more = "summary: '2025. A year: of rain'\nkey_takeaways: ['# Big: one', \"- x: *y*\\n- z\", \"A: b\\n\\nC\"]\n"
    built = desk.brief("a", more, body="# One\n\nTwo\n===\n").build()
    assert built.code == 0
    assert built.said.count("warning[") == 4
    page = built.page("briefings/a")
    assert [text in page for text in (">2025. A year: of rain<", "# Big: one", "- x: <em>y</em> - z", "A: b<br />\nC")] == [True] * 4
    assert page.count("<h1") == 1
    assert '<h2 id="one">' in page


def test_mentions_in_tables_and_without_text(desk: Desk) -> None:
    """An escaped sign keeps the row whole; an empty text is the actor's name."""
    body = "| a | b |\n|---|---|\n| [[norway\\|Oslo]] | kept |\n\nOn [[norway|]].[^1]\n\n[^1]: Note."
    page = desk.actor("norway").brief("a", body=body).build("--strict").page("briefings/a")
    assert '<td><a class="actor" href="../../actors/norway/">Oslo</a></td>\n<td>kept</td>' in page
    assert 'On <a class="actor" href="../../actors/norway/">Norway</a>.' in page


def test_web_addresses_may_hold_encoded_signs(desk: Desk) -> None:
    """They are kept as they were typed."""
    address = "https://example.org/a%20b%22.pdf?q=%23%C3%A4&r=1#p%2F2"
    page = desk.brief("a", body=f"[one]({address}) <{address}> {address}").build("--strict").page("briefings/a")
    assert page.count(f'href="{address.replace("&", "&amp;")}"') == 3


def test_emphasis_is_the_same_in_short_texts(desk: Desk) -> None:
    """With underscores as with stars."""
    page = desk.brief("a", 'bottom_line: "_Very_ wet"\nkey_takeaways: ["__Not__ dry"]\n').build().page("briefings/a")
    assert "<em>Very</em> wet" in page
    assert "<strong>Not</strong> dry" in page


def test_a_link_in_full_is_published_as_one_within_the_site(desk: Desk) -> None:
    """So it leads to the piece by its present name."""
    desk.brief("talks", "former_slugs: [old]\n")
    page = (
        desk.brief("a", body="[x](https://desk.example/base/briefings/old/#later) [y](https://desk.example/base/feed.xml)")
        .build()
        .page("briefings/a")
    )
    assert '<a href="../../briefings/talks/#later">x</a>' in page
    assert '<a href="https://desk.example/base/feed.xml">y</a>' in page


def test_a_form_left_in_stops_a_strict_build(desk: Desk) -> None:
    """What `spotbrief new` wrote is not published in silence."""
    assert desk.brief("a", body="Write here.").build("--strict").code == 1


def test_a_build_tells_of_marks_what_check_tells(desk: Desk) -> None:
    """Both ask the extensions of mkdocs.yml."""
    config = (desk.root / "mkdocs.yml").read_text()
    for more, places in (("", ["3:1", "6:12"]), ("markdown_extensions: [admonition]\n", ["6:12"])):
        desk.write("mkdocs.yml", config + more).write("content/about.md", "# About\n\n!!! note\n    Words.\n\nWords with ~~no~~ effect.\n")
        for said in (run(desk, "check").output, desk.build().said):
            assert re.findall(r"content/about\.md:(\d+:\d+): warning\[shown-as-typed\]", said) == places
