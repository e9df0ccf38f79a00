"""A small desk, built for real: pages, links, pictures, feeds."""

import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import feedparser
import pytest

from tests.desks import Built, Desk

FULL = """\
kind: assessment
question: Will it rain?
summary: A summary of [[norway]].
bottom_line: It will.
updated: 2025-03-02
authors: [jane]
topics: [trade]
regions: [north]
storyline: story
actors: [norway]
image: {src: map.svg, alt: A map, caption: The map, credit: Desk}
key_takeaways:
  - {id: rain, text: It rains., nature: fact, sources: [s1]}
  - A plain one.
what_to_expect:
  - {id: more, text: More rain, likelihood: unlikely, confidence: low, by: 2025-06-30, criteria: A gauge., indicators: [Clouds], actors: [norway],
     revisions: [{when: 2025-03-02, probability: 0.7, why: It was dry.}]}
  - {text: Snow, likelihood: very unlikely, by: 2025-04, resolution: {outcome: did_not_happen, when: 2025-05-01, note: None fell.}}
implications: {diplomats: [Take an umbrella.]}
timeline:
  - {id: flood, when: 2025-02-10/2025-02-12, title: The flood, text: It came., kind: incident, actors: [norway, un], place: Oslo, sources: [s1]}
  - {when: 2025-01, title: A dry spell}
statements:
  - {actor: norway, issue: rain, when: 2025-02-20, stance: supports, text: Wants more., quote: More rain!, venue: Radio, sources: [shared]}
sources:
  - {id: s1, publisher: Gauge Office, title: Report & figures, url: 'https://example.org/r?a=1&b=2', archive_url: 'https://archive.example/r', published: 2025-02}
public_event: {title: A panel, starts: 2025-03-05T18:00, url: 'https://example.org/panel', speakers: [Jane]}
corrections: [{when: 2025-03-02, was: Sun, now: Rain}]
changes: [{when: 2025-03-02, note: A note.}]
related: [second]
notes: SECRETNOTE of the desk
"""
BODY = """\
Prose on [[un|the UN]], a [link](second.md#part-two), a [page](../content/about.md) and a [file](figures.csv).

## Part one

| a | b |
| - | - |
| 1 | 2 |

![A map](map.svg)
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>map</title></svg>'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk that uses every field, built once."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.actor("norway", "type: state\nother_names: [Norge]\nmemberships: [{organization: un, role: Member, since: 1945}]\n")
    desk.actor(
        "un", "type: organization\nidentifiers: {wikidata: Q1065}\nnotes: SECRETNOTE too\nbody: About [[norway]].\n", name="United Nations"
    )
    desk.write("content/authors.yml", "jane: {name: Jane Roe, role: Analyst}\n")
    desk.write("content/topics.yml", "trade: {name: Trade}\n").write("content/regions.yml", "north: {name: The North}\n")
    desk.write("content/issues.yml", "rain: {title: Rain or shine}\n").write(
        "content/storylines/story.yml", "title: The story\nbody: Told.\n"
    )
    desk.write("content/sources.yml", "shared: {title: Shared source, publisher: wire}\n").write(
        "content/publishers.yml", "wire: {name: The Wire}\n"
    )
    desk.write("content/about.md", "# About\n\nSee [[norway]], `[[norway]]` and [it](../briefings/first.md#part-one).\n")
    desk.write("briefings/map.svg", SVG).write("briefings/figures.csv", "a,b\n").write("briefings/unused.png", b"UNUSEDPICTURE")
    desk.brief("first", FULL, BODY, title="First & foremost")
    desk.brief("second", "timeline: [{id: flood}]\n", "## Part two", title="Second")
    done = desk.build("--strict")
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize(
    "text",
    [
        "<h1>First &amp; foremost</h1>", "Assessment", "Will it rain?", "It will.", "Jane Roe", "Updated <time", "Key takeaways",
        'id="takeaway:rain"', 'class="nature-fact">fact<', 'href="#source:1"', "55–80%, our estimate: 70%", ">Likely<", "<span>low confidence</span>", "30 June 2025", "A gauge.", "Clouds",
        "It was dry.", "Did not happen", "None fell.", "For diplomats", "Take an umbrella.", 'id="event:flood"', "10–12 February 2025", "Oslo",
        'id="event:2"', "Rain or shine", "Supports", "More rain!", "Gauge Office", "https://example.org/r?a=1&amp;b=2", "https://archive.example/r",
        "The Wire", "A panel", "Was</span> Sun", "A note.", "The story", "The North", "Trade", "<table>", 'alt="A map"', "first/figures.csv",
        'href="../../briefings/second/#part-two"', 'href="../../about/"', 'href="../../actors/un/"', "Second", "<title>First &amp; foremost - Tiny desk</title>",
        '<link rel="canonical" href="https://desk.example/base/briefings/first/">', 'content="A summary of Norway."',
    ],
)  # fmt: skip
def test_a_briefing_page_shows_every_field(built: Built, text: str) -> None:
    """Nothing that was written is lost."""
    assert text in built.page("briefings/first")


def test_one_event_is_told_on_every_page_it_belongs_to(built: Built) -> None:
    """An event is written once, and shows on both briefings, both actors and both timelines."""
    pages = ("briefings/first", "briefings/second", "actors/norway", "actors/un", "timelines", "timelines/story")
    assert ["The flood" in built.page(page) for page in pages] == [True] * 6


def test_an_actor_page_gathers_what_leads_to_it(built: Built) -> None:
    """Memberships, members, statements, judgements, briefings, companions."""
    norway, un = built.page("actors/norway"), built.page("actors/un")
    for text in (
        "Norge",
        "Member, ",
        "since 1945",
        "Rain or shine",
        "Wants more.",
        "More rain",
        "First &amp; foremost",
        'United Nations</a> <span class="count">1</span>',
    ):
        assert text in norway
    assert "Named in 2 briefings" in un
    assert "Norway</a>" in un.partition("Named beside")[2]
    assert "https://www.wikidata.org/wiki/Q1065" in un


def test_pictures_are_published_with_what_shows_them(built: Built) -> None:
    """A file that no public text shows is not published."""
    assert (built.site / "briefings/first/map.svg").read_text() == SVG
    assert (built.site / "briefings/first/figures.csv").exists()
    assert "UNUSEDPICTURE" not in built.everything()


def test_notes_and_data_files_stay_at_the_desk(built: Built) -> None:
    """`notes` are for the desk alone, and no source file is copied."""
    assert "SECRETNOTE" not in built.everything()
    assert not [path for path in built.bytes() if path.endswith((".yml", ".md")) and not path.endswith("/index.md")]


def test_ordinary_pages_know_actors_and_briefings(built: Built) -> None:
    """Mentions become links outside code; links to briefings lead to their pages."""
    about = built.page("about")
    assert '<a href="../actors/norway/">Norway</a>' in about
    assert "<code>[[norway]]</code>" in about
    assert 'href="../briefings/first/#part-one"' in about


class _Addresses(HTMLParser):
    """Collects what a page links to, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses and ids."""
        found = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := found.get(name))]
        self.ids += [value for value in [found.get("id")] if value]


def read(page: Path) -> _Addresses:
    """The addresses of a page."""
    parser = _Addresses()
    parser.feed(page.read_text("utf-8"))
    return parser


def test_every_link_leads_somewhere_and_every_id_is_unique(built: Built) -> None:
    """All links of all pages, and nothing from other sites but what editors linked."""
    for page in built.site.rglob("*.html"):
        addresses = read(page)
        assert len(addresses.ids) == len(set(addresses.ids)), page
        for link in addresses.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                assert not link.startswith("http") or parts.netloc in (
                    "example.org",
                    "archive.example",
                    "desk.example",
                    "www.wikidata.org",
                    "squidfunk.github.io",
                )
                continue
            path = (
                unquote(parts.path).removeprefix("/base/")
                if parts.path.startswith("/base/")
                else join(str(page.parent.relative_to(built.site)), unquote(parts.path))
            )
            target = built.site / normpath(path)
            file = target / "index.html" if target.is_dir() else target
            file = page if not parts.path else file
            assert file.is_file(), f"{page}: {link}"
            if parts.fragment and file.suffix == ".html":
                assert unquote(parts.fragment) in read(file).ids, f"{page}: {link}"


def test_the_navigation_knows_where_the_reader_is(built: Built) -> None:
    """A briefing lights up its section."""
    assert '<a href="../../briefings/" aria-current="true">Briefings</a>' in built.page("briefings/first")
    assert '<a href="./" aria-current="page">Briefings</a>' in built.page("briefings")
    assert "spotbrief" not in re.sub(r"<!--.*?-->", "", built.everything().replace("spotbrief/", ""))


def test_the_feed_is_atom(built: Built) -> None:
    """An independent reader finds the briefings, with dates of their own."""
    feed = feedparser.parse((built.site / "feed.xml").read_bytes())
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Second", "First & foremost"]
    assert feed.entries[1].link == "https://desk.example/base/briefings/first/"
    assert feed.entries[1].updated.startswith("2025-03-02")


def test_the_sitemap_has_real_dates(built: Built) -> None:
    """Days of change come from content, and every page is listed."""
    sitemap = (built.site / "sitemap.xml").read_text()
    assert "<loc>https://desk.example/base/briefings/first/</loc><lastmod>2025-03-02</lastmod>" in sitemap
    listed = set(re.findall(r"<loc>https://desk.example/base/(.*?)</loc>", sitemap))
    pages = {str(page.parent.relative_to(built.site)) + "/" for page in built.site.rglob("index.html")}
    assert listed == {page.removeprefix("./") for page in pages}


def test_a_document_that_a_short_text_links_to_is_published(desk: Desk) -> None:
    """Below the page of the thing that has the text."""
    desk.actor("norway", "type: state\ndescription: See the [report](report.pdf).\n").write("content/actors/report.pdf", b"pdf")
    desk.write("content/topics.yml", "rain: {name: Rain, description: 'See the [table](rain.csv).'}\n").write("content/rain.csv", b"csv")
    built = (
        desk.brief("one", "topics: [rain]\nkey_takeaways: ['It [rains](rain.pdf).']\n")
        .write("briefings/rain.pdf", b"pdf")
        .build("--strict")
    )
    assert built.code == 0, built.said
    assert (built.site / "actors/norway/report.pdf").read_bytes() == b"pdf"
    found = re.search(r'href="([^"]*rain\.csv)"', built.page("topics/rain"))
    assert found
    assert (built.site / "topics/rain" / found[1]).resolve().read_bytes() == b"csv"
    assert (built.site / "briefings/one/rain.pdf").read_bytes() == b"pdf"
