"""The site's feed holds whole briefings, that of a thing what they come to, in Atom and as JSON Feed."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.desks import Built, Desk
from tests.newsroom.test_site import read

FOLDERS = ("", "topics/trade/", "regions/north/", "storylines/story/", "actors/norway/", "authors/jane/")
BASE = "https://desk.example/base/"
ATOM = "{http://www.w3.org/2005/Atom}"
WHOLE = (
    *("A <em>summary</em> of", "It will.", "It rains.", "Prose on", "<h2", "More <em>rain</em>", "Likely (55–80%, our estimate: 70%)"),
    *("low confidence", "Did not happen", "The Wire", "Shared", "Was: Sun", "The note.", f'<img src="{BASE}briefings/first/map.svg"'),
    *(
        f'href="{BASE}{path}"'
        for path in ("briefings/second/#part", "briefings/first/#part", "briefings/first/#source:1", "actors/norway/")
    ),
)
"""What the entry of a briefing with everything holds."""


def atom(built: Built, folder: str) -> Any:
    """A feed, as a reader's program reads it; it must be well formed."""
    data = (built.site / folder / "feed.xml").read_bytes()
    ElementTree.fromstring(data)
    feed = feedparser.parse(data, sanitize_html=False)
    assert not feed.bozo, feed
    return feed


def items(built: Built, folder: str) -> Any:
    """A JSON Feed."""
    return json.loads((built.site / folder / "feed.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_everything_that_is_followed_has_both_feeds(built: Built, folder: str) -> None:
    """The same entries in both, newest first, and each feed names itself, its page and the other."""
    feed, other = atom(built, folder), items(built, folder)
    links = {(link.rel, link.type): link.href for link in feed.feed.links}
    assert links == {
        ("self", "application/atom+xml"): f"{BASE}{folder}feed.xml",
        ("alternate", "text/html"): f"{BASE}{folder}",
        ("alternate", "application/feed+json"): f"{BASE}{folder}feed.json",
    }
    assert (other["feed_url"], other["home_page_url"]) == (f"{BASE}{folder}feed.json", f"{BASE}{folder}")
    assert [entry.id for entry in feed.entries] == [item["id"] for item in other["items"]]
    assert len(feed.entries) == (1 if folder else 3)


def test_an_entry_has_its_own_dates_people_and_topics(built: Built) -> None:
    """All dates come from content."""
    entry = next(entry for entry in atom(built, "").entries if "First" in entry.title)
    assert entry.link == f"{BASE}briefings/first/"
    assert entry.id == "tag:desk.example,2025:briefings/old-first"
    assert (entry.published, entry.updated) == ("2025-03-01T00:00:00+02:00", "2025-03-04T10:00:00+02:00")
    assert [author.name for author in entry.authors] == ["Jane Roe"]
    assert [(tag.term, tag.label) for tag in entry.tags] == [("trade", "Trade & aid"), ("north", "North")]
    assert entry.summary.startswith("A summary of Norway")


def test_json_feed_keeps_to_version_1_1(built: Built) -> None:
    """What the specification asks for: strings as ids, content in each item, RFC 3339 dates, authors as a list."""
    for path in built.site.rglob("feed.json"):
        feed = json.loads(path.read_text("utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert isinstance(feed["title"], str)
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["content_html"]
            assert all(author.get("name") for author in item["authors"])
            dates = (item["date_published"], item["date_modified"])
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", date) for date in dates)
            assert item["url"].startswith(BASE)


def test_the_whole_briefing_stands_in_its_entry(built: Built, tmp_path: Any) -> None:
    """Every part is there, every address is absolute, and nothing runs."""
    html = next(item["content_html"] for item in items(built, "")["items"] if "First" in item["title"])
    for text in WHOLE:
        assert text in html, text
    (page := tmp_path / "entry.html").write_text(html, "utf-8")
    assert [link for link in read(page).links if not link.startswith("https://")] == []
    assert "<script" not in html


@pytest.mark.parametrize("folder", FOLDERS[1:])
def test_a_thing_s_feed_says_what_a_briefing_comes_to_and_where_the_rest_is(built: Built, folder: str) -> None:
    """First words, takeaways and judgements, under the id that the site's feed has; no text, no notes without their list."""
    (item,) = items(built, folder)["items"]
    html, whole = item["content_html"], next(one for one in items(built, "")["items"] if one["id"] == item["id"])
    for text in (
        "A <em>summary</em> of",
        "It will.",
        "It rains.",
        "More <em>rain</em>",
        "Likely (55–80%, our estimate: 70%)",
        "Did not happen",
    ):
        assert text in html, text
    for text in ("Prose on", "The note.", "#source:", "The Wire"):
        assert text not in html, text
    assert f'href="{BASE}briefings/first/"' in html
    assert {key: item[key] for key in item if key != "content_html"} == {key: whole[key] for key in whole if key != "content_html"}


def test_atom_and_json_say_the_same(built: Built) -> None:
    """Titles and content survive the escaping of XML, whatever an editor typed."""
    feed = ElementTree.parse(built.site / "feed.xml").getroot()
    atoms = [(entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}content")) for entry in feed.iter(f"{ATOM}entry")]
    assert atoms == [(item["title"], item["content_html"]) for item in items(built, "")["items"]]
    assert any("]]> <script>alert(1)</script> &amp; & " in (title or "") for title, _ in atoms)


def test_a_withdrawn_briefing_says_so_in_its_entry(built: Built) -> None:
    """Readers of the feed learn of it as readers of the page do."""
    gone = next(item for item in items(built, "")["items"] if "Gone" in item["title"])
    assert gone["title"] == "Withdrawn: Gone"
    assert "The source took it back." in gone["content_html"]


def test_each_correction_is_an_entry_of_its_own(built: Built) -> None:
    """Newest first, with an id that stays."""
    feed = atom(built, "corrections/")
    assert [entry.title.split(" ")[0] for entry in feed.entries] == ["Clarification:", "Correction:"]
    assert feed.entries[1].link == f"{BASE}briefings/first/#section:corrections"
    assert re.fullmatch(r"tag:desk\.example,2025:briefings/old-first:correction:[0-9a-f]{8}", feed.entries[1].id)
    assert "Was: Sun" in feed.entries[1].content[0].value


def _corrections(desk: Desk, *lines: str) -> dict[str, str]:
    """What the feed says of each correction, by id, where a briefing has these."""
    built = desk.brief("a", "corrections:\n" + "".join(f"  - {{{line}}}\n" for line in lines)).build()
    return {item["id"]: item["content_html"] for item in items(built, "corrections/")["items"]}


def test_a_correction_keeps_its_id(desk: Desk) -> None:
    """Another is added before it or on its day, its date is mended, lines fold anew: readers get only what is new."""
    first, second = "was: Sun, now: Heavy rain", "was: One, now: Two"
    before = _corrections(desk, f"when: 2025-03-05, {first}", f"when: 2025-03-06, {second}")
    folded = first.replace(" rain", "\n     rain")
    after = _corrections(desk, "when: 2025-03-02, now: New", f"when: 2025-03-06, {second}", f"when: 2025-03-06T10:00, {folded}")
    assert len(before) == 2
    assert {id: after[id] for id in before} == before
    assert len(after) == 3


def test_a_correction_that_is_written_twice_has_two_ids(desk: Desk) -> None:
    """Ids of entries are their own (RFC 4287, 4.1.1)."""
    assert len(_corrections(desk, "when: 2025-03-05, now: Rain", "when: 2025-03-06, now: Rain")) == 2


def test_feeds_are_found_from_the_pages(built: Built) -> None:
    """Every page links to the site's feeds, and the page of a thing to its own first."""
    found = re.findall(r'<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">', built.page("topics/trade"))
    assert found == [
        ("application/atom+xml", "Trade &amp; aid – Tiny desk", "../../topics/trade/feed.xml"),
        ("application/feed+json", "Trade &amp; aid – Tiny desk", "../../topics/trade/feed.json"),
        ("application/atom+xml", "Tiny desk", "../../feed.xml"),
        ("application/feed+json", "Tiny desk", "../../feed.json"),
    ]
    assert 'type="application/atom+xml" title="Tiny desk" href="./feed.xml"' in built.page("")
    assert 'type="application/atom+xml" title="Tiny desk" href="../../feed.xml"' in built.page("briefings/first")


def test_a_feed_ends_somewhere(desk: Desk) -> None:
    """Fifty entries on the site, ten on a thing; what opened last comes first, whenever it was written."""
    desk.write("content/topics.yml", "trade: {name: Trade}\n")
    for number in range(55):
        desk.brief(f"b{number:02}", "topics: [trade]\n" + ("embargo: 2025-05-01\n" if number == 7 else ""), title=f"B{number}")
    built = desk.build()
    assert len(items(built, "")["items"]) == 50
    assert [item["title"] for item in items(built, "topics/trade/")["items"]][:3] == ["B7", "B54", "B53"]
    assert len(items(built, "topics/trade/")["items"]) == 10


def test_a_site_without_an_address_has_no_feeds_and_says_so(desk: Desk) -> None:
    """Feeds, calendars and data need absolute addresses; everything else is there."""
    config = (desk.root / "mkdocs.yml").read_text().replace("site_url: https://desk.example/base/\n", "")
    built = desk.write("mkdocs.yml", config).brief("a", "former_slugs: [b]\n").build("--strict")
    assert built.code == 0, built.said
    assert built.said.count("set site_url in mkdocs.yml") == 1
    assert not [path for path in built.bytes() if path.endswith((".ics", "feed.xml")) or path.startswith("api/")]
    assert "alternate" not in built.page("briefings/a")
    assert "Sitemap" not in (built.site / "robots.txt").read_text()
    assert 'url=../a/"' in built.page("briefings/b")
