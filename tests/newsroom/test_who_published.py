"""What a desk tells of publishers and of its authors reaches readers and machines."""

import json

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
    assert listed["report"]["publisher"] == {
        "name": "The Wire & Co",
        "id": "wire",
        "url": "https://wire.example/?a=1&b=2",
        "country": "Norway",
        "kind": "news agency",
        "description": "It <b>reports</b>.",
    }
    assert listed["loose"]["publisher"] == {"name": "A plain name"}
    assert listed["small"]["publisher"] == {"name": "Small", "id": "small", "country": "Nowhere"}
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
