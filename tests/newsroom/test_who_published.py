"""What a desk tells of publishers and of its authors reaches readers and machines."""

import json
import re

import pytest

from tests.desks import Built, Desk
from tests.machines.test_structured import one

PUBLISHERS = """\
wire: {name: The Wire & Co, url: 'https://wire.example/?a=1&b=2', country: Norway, kind: news agency, description: It <b>reports</b>.}
plain: {name: Plain}
small: {name: Small, country: Nowhere}
"""
SOURCES = """\
report: {title: A report, publisher: wire, published: 2025-02-01}
bare: {title: Bare, publisher: plain}
small: {title: Small report, publisher: small}
loose: {title: Loose, publisher: A plain name}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The desk, built once."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.write("content/publishers.yml", PUBLISHERS).write("content/sources.yml", SOURCES)
    desk.write("content/authors.yml", "jane: {name: Jane, email: jane@desk.example, url: 'https://jane.example/'}\njoe: {name: Joe}\n")
    desk.write("content/trust.yml", "how_we_work: We read.\n")
    done = desk.brief("a", "authors: [jane, joe]\nsources: [report]\n").build()
    assert done.code == 0, done.said
    return done


def test_the_page_of_a_source_tells_of_its_publisher(built: Built) -> None:
    """Name with its site, what it is, where it is, what there is to say; nothing where there is nothing."""
    page = built.page("sources/report")
    assert '<a href="https://wire.example/?a=1&amp;b=2">The Wire &amp; Co</a> · News agency · Norway</p>' in page
    assert "<p>It &lt;b&gt;reports&lt;/b&gt;.</p>" in page
    for quiet in ("bare", "loose"):
        assert "section:publisher" not in built.page(f"sources/{quiet}")
    assert "<p>Small · Nowhere</p>" in built.page("sources/small")


def test_machines_are_told_of_the_publisher(built: Built) -> None:
    """In the API, and in the JSON-LD of the source's page."""
    listed = {source["id"]: source for source in json.loads((built.site / "api/v1/sources.json").read_text())["sources"]}
    publishers = {one["id"]: one for one in json.loads((built.site / "api/v1/publishers.json").read_text())["publishers"]}
    assert publishers[listed["report"]["publisher"]] == {
        "name": "The Wire & Co",
        "id": "wire",
        "url": "https://wire.example/?a=1&b=2",
        "country": "Norway",
        "kind": "news agency",
        "description": "It <b>reports</b>.",
    }
    assert listed["loose"]["publisher"] == "A plain name"
    assert publishers[listed["small"]["publisher"]] == {"name": "Small", "id": "small", "country": "Nowhere"}
    document = one(built, "sources/report", "CreativeWork")
    assert document["datePublished"] == "2025-02-01"
    assert document["publisher"] == {
        "@type": "Organization",
        "name": "The Wire & Co",
        "url": "https://wire.example/?a=1&b=2",
        "description": "It <b>reports</b>.",
        "address": {"@type": "PostalAddress", "addressCountry": "Norway"},
    }


def test_readers_may_write_to_an_author(built: Built) -> None:
    """By mail, and at their own page; an author who gives neither has no empty line."""
    page = built.page("authors/jane")
    assert '<a href="mailto:jane@desk.example">jane@desk.example</a>' in page
    assert '<a href="https://jane.example/" rel="me">' in page
    assert one(built, "authors/jane", "Person")["email"] == "jane@desk.example"
    assert 'class="elsewhere"' not in built.page("authors/joe")
    assert "mailto:None" not in built.everything()


def test_a_title_in_brackets_is_said_to_be_ours(desk: Desk) -> None:
    """In every list and on its own page, and without the brackets; brackets inside a title are part of it."""
    desk.write("content/sources.yml", "ours: {title: '[They talk]', publisher: Wire}\ntheirs: {title: '[Live] It rains [updated]'}\n")
    desk.brief("a", "key_takeaways: [{text: It is so., sources: [ours, theirs]}]\n")
    built = desk.build()
    assert built.code == 0, built.said
    briefing, index = built.page("briefings/a"), built.page("sources")
    assert 'They talk <span class="attribution">(title in our words)</span>' in briefing
    assert "They talk</a> (title in our words)" in index
    assert "Title in our words" in built.page("sources/ours")
    assert "They talk (title in our words)" in (built.site / "briefings/a/index.md").read_text("utf-8")
    assert "[Live] It rains [updated]" in briefing
    assert "Title in our words" not in built.page("sources/theirs")
    assert "[They talk]" not in briefing + index


def test_sources_stand_under_the_letter_of_their_publisher(desk: Desk) -> None:
    """Folded up, with how many there are in all and of which kinds."""
    desk.write("content/publishers.yml", "times: {name: The Times}\n")
    desk.write(
        "content/sources.yml", "a: {title: A, publisher: times, kind: news}\nb: {title: B, publisher: Älta, kind: news}\nc: {title: C}\n"
    )
    index = desk.brief("a", "key_takeaways: [{text: So., sources: [a, b, c]}]\n").build().page("sources").partition("<main")[2]
    assert "3 sources · News 2" in index
    assert re.findall(r'id="letter:(.)"', index) == ["A", "O", "T"]
    assert '<summary>The Times <span class="count">1</span></summary>' in index
