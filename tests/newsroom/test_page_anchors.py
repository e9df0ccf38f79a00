"""The part of a link after # is looked up in what the engine and the desk make of a page; a page is rendered once for all of it."""

import pytest

from tests.cli.run import run
from tests.desks import CONFIG, Desk

EXTENSIONS = """\
markdown_extensions: [attr_list, footnotes, md_in_html, admonition, pymdownx.superfences, toc, pymdownx.tabbed: {alternate_style: true}]
"""
ABOUT = """\
# About

## Who pays {#money}

A[^1] note.
{: #para }

=== "One"

    <span id="inner">x</span>

<a id="raw"></a><a name=old></a>
<div id='div' markdown>
Words
</div>

!!! note "x"
    ### Inside {#box}

[^1]: N.
"""
THERE = ("about", "money", "para", "inner", "raw", "old", "div", "box", "fn:1", "fnref:1", "__tabbed_1_1", "page:content", "top", "")
MORE = """\
key_takeaways: [{id: k, text: Holds.}, Two.]
what_to_expect: [{id: j, text: X, likelihood: likely, by: 2025-12}]
timeline: [{id: e, when: 2025-02, title: F}, {when: 2025-03, title: G}]
sources: [{id: s, title: T, publisher: P}]
actors: [norway]
"""
OF_BRIEFING = ("later", "takeaway:k", "judgement:j", "event:e", "section:takeaways", "source:1", "actor:norway")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A page, a briefing and an actor with places of every kind."""
    desk.write("mkdocs.yml", CONFIG + EXTENSIONS + "not_in_nav: '*'\n").write("content/about.md", ABOUT)
    return desk.actor("norway").brief("b", MORE, "## Later\n\nWords.")


def test_no_place_that_is_there_is_told(desk: Desk) -> None:
    """Of headings, attributes, notes, tabs, boxes and HTML; of takeaways and the like; from pages, briefings and full addresses."""
    inside = " ".join(f"[x](#{place})" for place in THERE if not place.startswith("fn"))
    to_page = " ".join(f"[x](about.md#{place})" for place in THERE)
    to_briefing = " ".join(f"[x](../briefings/b.md#{place})" for place in OF_BRIEFING)
    desk.write("content/about.md", f"{ABOUT}\n{inside}\n")
    desk.write("content/x.md", f"# X\n\n{to_page} {to_briefing} [n](actors/norway.yml#top)\n")
    own = " ".join(f"[x](#{place})" for place in (*OF_BRIEFING, "top"))
    out = to_page.replace("(about", "(../content/about")
    desk.brief("b", MORE, f"## Later\n\n{own} {out} [n](../content/actors/norway.yml#section:briefings)")
    assert "Nothing wrong" in run(desk, "check").output
    built = desk.build("--strict")
    assert built.code == 0, built.said


def test_a_number_is_a_place_that_may_move(desk: Desk) -> None:
    """It is there, and told of where it has no id."""
    desk.brief("b", MORE, "[x](#takeaway:2) [x](#event:2)")
    said = run(desk, "check").output
    assert (said.count("[link-by-number]"), said.count("missing-anchor")) == (2, 0)


def test_a_place_that_is_not_there_is_told_where_the_link_stands(desk: Desk) -> None:
    """On the page itself, on another, of a briefing and of an actor; by the check and by the build."""
    links = "[a](#nowhere)\n[b](about.md#mony)\n[c](../briefings/b.md#takeaway:kk)\n[d](../briefings/b.md#event:no)"
    desk.write("content/x.md", f"# X\n\n{links}\n")
    full = "https://desk.example/base/about/#mony"
    desk.brief("a", body=f"[a](../content/about.md#nowhere)\n[b]({full})\n[c](b.md#section:none)\n[d](#event:e)")
    desk.brief("c", body="[n](../content/actors/norway.yml#section:none)")
    told = {
        "content/x.md:3:1: warning[missing-anchor] there is no place '#nowhere' in 'x.md'\n"
        "  hint: write a place that is there, such as x, or leave the words without a link",
        "content/x.md:4:1: warning[missing-anchor] there is no place '#mony' in 'about.md'\n  hint: did you mean 'money'?",
        "content/x.md:5:1: warning[missing-anchor] there is no place '#takeaway:kk' in 'b'\n  hint: did you mean 'takeaway:k'?",
        "content/x.md:6:1: warning[missing-anchor] there is no place '#event:no' in 'b'\n  hint: write a place that is there, such as ",
        "briefings/a.md:5:1: warning[missing-anchor] there is no place '#nowhere' in 'about.md'",
        "briefings/a.md:6:1: warning[missing-anchor] there is no place '#mony' in 'about.md'",
        "briefings/a.md:7:1: warning[missing-anchor] there is no place '#section:none' in 'b'",
        "briefings/a.md:8:1: warning[missing-anchor] there is no place '#event:e' in 'a'",
        "briefings/c.md:5:1: warning[missing-anchor] there is no place '#section:none' in 'norway'",
    }
    for said in (run(desk, "check").output, desk.build().said):
        assert {one for one in told if one in said} == told
        assert said.count("[missing-anchor]") == len(told)


def test_the_front_page_has_places_of_the_desks_own(desk: Desk) -> None:
    """What is put below its text."""
    desk.write("content/index.md", "# Home\n\n[a](#section:next) [b](#section:nothing)\n")
    said = run(desk, "check").output
    assert said.count("[missing-anchor]") == 1
    assert "'#section:nothing' in 'index.md'" in said


COUNTING = """\
from pathlib import Path
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Count(Preprocessor):
    def run(self, lines):
        with open("counted.txt", "a") as file:
            file.write("x" if "counted" in " ".join(lines) else "")
        return lines

class Counting(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Count(md), "count", 100)

def makeExtension(**options):
    return Counting(**options)
"""


@pytest.mark.parametrize(("text", "times"), [("**Bold**, `code` and [a link](about.md#money)", 1), ("{{ odd }} and **bold**", 2)])
def test_a_build_renders_a_page_again_only_for_odd_signs(text: str, times: int, desk: Desk) -> None:
    """However much markup it holds, and whatever it links to."""
    desk.write("counting.py", COUNTING).write("content/x.md", f"# counted\n\n{text}\n")
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    built = desk.write("mkdocs.yml", config.replace("[attr_list,", "[counting, attr_list,")).build()
    assert built.code == 0, built.said
    assert (desk.root / "counted.txt").read_text() == "x" * times
