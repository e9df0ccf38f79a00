"""Twins in Markdown, citations, llms.txt, the news sitemap."""

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.exports.text import clean
from spotbrief.reading.markdown import to_html
from spotbrief.views.markdown import escaped
from tests.desks import Built, Desk
from tests.machines.conftest import HOSTILE

BASE = "https://desk.example/base/"


def read(built: Built, path: str) -> str:
    """A file of the site."""
    return (built.site / path).read_bytes().decode()


@pytest.mark.parametrize(
    "text",
    [
        "# First & foremost\n", "Assessment · By [Jane Roe](https://desk.example/base/authors/jane/), [Joe, and Sons](https://desk.example/base/authors/joe/) · 1 March 2025 · updated 2 March 2025", "A summary of [Norway](https://desk.example/base/actors/norway/) & more.",
        "**Bottom line.** It will.", "1. It rains, says [the UN](https://desk.example/base/actors/un/). *Fact.* (source 1)",
        "[link](https://desk.example/base/briefings/second/#part-two)", "`[[code]](second.md)`", "[page](https://desk.example/base/about/)",
        "![a map](https://desk.example/base/briefings/first/map.svg)", "| [UN](https://desk.example/base/actors/un/) | [x](https://desk.example/base/briefings/second/) |",
        "[[un]] [same](second.md)\n```", "[Second](https://desk.example/base/briefings/second/)",
        "- More rain **Likely (55–80%, our estimate: 70%); low confidence; by 30 June 2025.**", "How we will know: A gauge.", "To watch: Clouds", "1 March 2025: Unlikely, 20–45%; low confidence\n", "2 March 2025: Likely, 55–80%, our estimate: 70%. It was dry.",
        "Outcome: Happened, 1 May 2025. As expected. (source 2)", "## What it means\n\n### For diplomats", "Take an umbrella.", "**10–12 February 2025**: The flood (Oslo). (source 1)",
        "[Norway](https://desk.example/base/actors/norway/), 20 February 2025, on [Rain or shine](https://desk.example/base/issues/rain/), supports: Wants more. (source 2)",
        "- [A panel](https://example.org/panel), 5 March 2025, 18:00 – 19:00 Kyiv. With Jane.",
        "1. Gauge Office: [Report (final)](<https://example.org/r_(1)?a=1&b=2>), February 2025", "2. The Wire: [Shared source](https://example.org/s)",
        "- 2 March 2025, 09:30 Kyiv: Correction. Was: Sun Now: Rain", "<https://desk.example/base/briefings/first/>",
    ],
)  # fmt: skip
def test_the_twin_says_all_of_it(built: Built, text: str) -> None:
    """Every field, with absolute addresses; code is left as it was typed."""
    assert text in read(built, "briefings/first/index.md")


def test_a_page_names_its_twin(built: Built) -> None:
    """Where programs look for it; other pages have none."""
    link = '<link rel="alternate" type="text/markdown" href="index.md">'
    assert link in built.page("briefings/first")
    assert link not in built.page("briefings")


def test_a_hostile_title_is_text_in_the_twin(built: Built) -> None:
    """Read as Markdown it is a heading of these very words."""
    html = to_html(read(built, "briefings/hostile/index.md"))
    assert "<script" not in html
    assert "This briefing is withdrawn." in html


@given(st.text(st.sampled_from("ab 1&;#x~`*_[]()<>!|\\+-=.:\"'@$^{}"), max_size=14) | st.text(max_size=12))
def test_plain_text_is_the_same_text_in_markdown(text: str) -> None:
    """Whatever its signs, in a heading, a list, a paragraph or a link."""
    shown = " ".join(clean(text).split())
    for around in ("# {}", "- {}", "x {}", "**Kyiv**: {}.", "[{}](https://example.org/)"):
        made = to_html(around.format(escaped(shown)))
        expected = " ".join(
            around.removeprefix("# ").removeprefix("- ").replace("**", "").replace("](https://example.org/)", "").format(shown).split()
        )
        expected = expected.removeprefix("[") if around.startswith("[") else expected
        assert " ".join(unescape(re.sub(r"<[^>]*>", "", made)).split()) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мир", "війна"),
        ("київ-зустріч", "львів-форум"),
        ("2026-01-05-зустріч", "2026-01-05-переговори"),
        ("a_b", "ab"),
        ("a.b", "ab"),
        ("和平", "談判"),
    ],
)
def test_citation_keys_differ(desk: Desk, one: str, other: str) -> None:
    """Or one of two briefings in a list of references would hide the other; BibTeX reads only ASCII in keys."""
    built = desk.brief(one).brief(other).build()
    keys = [re.findall(r"@misc\{(.*),", read(built, f"briefings/{id}/cite.bib"))[0] for id in (one, other)]
    assert keys[0] != keys[1]
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", key) for key in keys)


@pytest.mark.parametrize(
    ("title", "said"), [("“We count” ships", "“‘We count’ ships”"), ('"We" count', "“‘We’ count”"), ("«Ми» лічимо", "“«Ми» лічимо”")]
)
def test_quotation_marks_are_nested_in_citations(desk: Desk, title: str, said: str) -> None:
    """Double ones within double ones would end the title."""
    assert f"{said}, Tiny desk" in unescape(desk.brief("a", title=f"'{title}'").build().page("briefings/a"))


def test_bibtex_says_who_what_when_where(built: Built) -> None:
    """A name with a comma is kept together."""
    assert read(built, "briefings/first/cite.bib") == (
        "@misc{first,\n  author = {Jane Roe and {Joe, and Sons}},\n  title = {{First \\& foremost}},\n  howpublished = {Tiny desk},\n"
        "  year = {2025},\n  month = mar,\n  day = {1},\n  url = {https://desk.example/base/briefings/first/},\n  language = {en},\n}\n"
    )


def test_bibtex_cannot_be_broken(built: Built) -> None:
    """Braces balance, and TeX's signs are escaped."""
    record = read(built, "briefings/hostile/cite.bib")
    assert record.count("{") == record.count("}")
    assert r"\textbraceleft{}b\textbraceright{} \textbackslash{} \% \$ \# \_ \textasciitilde{} \textasciicircum{}" in record
    assert [line[:2] for line in record.splitlines()][1:-1] == ["  "] * 8


def test_ris_has_a_field_a_line(built: Built) -> None:
    """Lines end as the format asks."""
    rows = read(built, "briefings/first/cite.ris").split("\r\n")
    assert rows == [
        "TY  - ELEC", "TI  - First & foremost", "AU  - Jane Roe", "AU  - Joe, and Sons", "PB  - Tiny desk", "PY  - 2025", "DA  - 2025/03/01",
        "LA  - en", "UR  - https://desk.example/base/briefings/first/", "ER  - ", "",
    ]  # fmt: skip
    assert f"TI  - {HOSTILE} [withdrawn]\r\n" in read(built, "briefings/hostile/cite.ris")


def test_a_briefing_shows_how_to_cite_it(built: Built) -> None:
    """In words, and where the files of both forms are."""
    page = built.page("briefings/first")
    plain = "Jane Roe and Joe, and Sons: “First &amp; foremost”, Tiny desk, 1 March 2025, https://desk.example/base/briefings/first/"
    assert all(text in page for text in (plain, '<a href="cite.bib"', '<a href="cite.ris"'))


def test_a_briefing_holds_its_citation_where_there_are_no_files(desk: Desk) -> None:
    """Both forms, to be copied."""
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    built = desk.write("mkdocs.yml", config.replace(", exports", "")).brief("first").build()
    assert all(text in built.page("briefings/first") for text in ("@misc{first", "TY  - ELEC"))


def test_llms_txt_has_its_form(built: Built) -> None:
    """A heading, a quote, then lists of links; what it names exists, or is a format of data."""
    text = read(built, "llms.txt")
    assert text.startswith("# Tiny desk\n")
    assert [line for line in text.splitlines() if line.startswith("## ")][:3] == ["## Latest briefings", "## Sections", "## Feeds and data"]
    links = re.findall(r"^- \[.*?\]\((https://desk\.example/base/[^)]*)\)", text, re.MULTILINE)
    assert f"{BASE}briefings/first/index.md" in links
    assert "hostile" not in text
    pages = [link.removeprefix(BASE) for link in links if "index.md" in link or link.endswith("/")]
    assert all((built.site / page / ("" if page.endswith(".md") else "index.html")).is_file() for page in pages)


def test_the_news_sitemap_lists_what_is_new(built: Built) -> None:
    """Two days back from the build, and nothing older."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}
    (row,) = ElementTree.fromstring(read(built, "news-sitemap.xml")).findall("s:url", names)
    assert row.findtext("s:loc", "", names) == f"{BASE}briefings/fresh/"
    assert row.findtext("n:news/n:title", "", names) == "Fresh & new"
    assert row.findtext("n:news/n:publication_date", "", names) == "2025-05-31T10:00:00+03:00"
    assert row.findtext("n:news/n:publication/n:name", "", names) == "Tiny desk"


@pytest.mark.parametrize("more", ["", "\n\n| a |\n| - |\n| x | lost |\n"], ids=["as typed", "taken apart"])
def test_an_event_is_named_by_its_title(desk: Desk, more: str) -> None:
    """In the twin and in feeds; the API leads to the twin."""
    body = f"See [[norway]], [[norway|the north]] and\n\n[[public_event:the_panel]]{more}"
    desk.actor("norway").brief("a", body=body)
    built = desk.brief("the_panel", "public_event: {title: A panel on rain, starts: 2025-06-05T18:00}\n", title="Come").build()
    twin, data = read(built, "briefings/a/index.md"), json.loads(read(built, "api/v1/briefings/a.json"))
    assert "[A panel on rain](https://desk.example/base/briefings/the_panel/#section:public_event)" in twin
    assert "[the north](https://desk.example/base/actors/norway/)" in twin
    assert data["markdown"] == "https://desk.example/base/briefings/a/index.md"
