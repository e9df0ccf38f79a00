"""JSON-LD: every page has it, it keeps to schema.org's vocabulary, and nothing gets out of it."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec_schemaorg.models as vocabulary
import pytest

from tests.desks import Built, Desk
from tests.json_ld import graph
from tests.machines.conftest import HOSTILE

BASE = "https://desk.example/base/"
REQUIRED = {
    "NewsArticle": {"headline", "description", "datePublished", "dateModified", "author", "publisher", "image", "url"},
    "NewsMediaOrganization": {"name", "url", "correctionsPolicy"},
    "Person": {"name"},
    "Organization": {"name"},
    "Country": {"name", "url"},
    "Event": {"name", "startDate", "location", "organizer", "eventAttendanceMode", "eventStatus"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position"},
    "WebSite": {"name", "url"},
    "CorrectionComment": {"text", "datePublished"},
    "CreativeWork": {"name"},
    "ItemList": {"itemListElement", "numberOfItems"},
    "SearchAction": {"target", "query-input"},
    "ImageObject": {"url"},
}
ARTICLES = ("AnalysisNewsArticle", "BackgroundNewsArticle", "ReportageNewsArticle")
BESIDE = {("SearchAction", "query-input"), ("OrganizationRole", "memberOf")}
"""Google's word for what is typed; and a role, which stands between a thing and its property and repeats the property."""
MOMENTS = ("datePublished", "dateModified", "startDate", "endDate")


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every node below a value."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from inside(part)


def one(built: Built, path: str, type: str) -> dict[str, Any]:
    """The first node of a type on a page."""
    return next(node for node in inside(graph(built.page(path))) if node.get("@type") == type)


def test_every_page_has_one_block_that_keeps_to_the_vocabulary(built: Built) -> None:
    """Types and properties are schema.org's, and what the types need is there."""
    pages = sorted(built.site.rglob("index.html"))
    assert len(pages) > 20
    for page in pages:
        for node in inside(graph(page.read_text("utf-8"))):
            type = node.get("@type")
            if not type:
                assert set(node) == {"@id"}, (page, node)
                continue
            known = set(getattr(vocabulary, type).__struct_encode_fields__)
            beside = {name for kind, name in BESIDE if kind == type}
            assert {name for name in node if not name.startswith("@")} - known <= beside, (page, node)
            assert node.keys() >= REQUIRED.get("NewsArticle" if type in ARTICLES else type, set()), (page, node)


def test_addresses_are_absolute_and_moments_have_an_offset(built: Built) -> None:
    """A reader of the data need know no more than its page's address."""
    for page in built.site.rglob("index.html"):
        for node in inside(graph(page.read_text("utf-8"))):
            assert all(node[name].startswith("https://") for name in ("@id", "url", "item") if name in node), node
            article = node.get("@type") in ("NewsArticle", "Event", "CorrectionComment", *ARTICLES)
            for name in MOMENTS if article else ():
                assert name not in node or datetime.fromisoformat(node[name]).utcoffset() is not None, node


def test_a_briefing_says_all_of_it(built: Built) -> None:
    """Kind, dates, authors, sources, corrections, actors."""
    article = one(built, "briefings/first", "AnalysisNewsArticle")
    assert article["datePublished"] == "2025-03-01T00:00:00+02:00"
    assert article["dateModified"] == "2025-03-02T09:30:00+02:00"
    assert article["author"][0] == {
        "@type": "Person", "name": "Jane Roe", "url": f"{BASE}authors/jane/", "jobTitle": "Analyst", "sameAs": ["https://example.org/jane"],
    }  # fmt: skip
    assert article["isBasedOn"] == ["https://example.org/r_(1)?a=1&b=2"]
    assert article["citation"] == ["https://example.org/s"]
    assert article["correction"][0]["text"] == "Was: Sun Now: Rain"
    assert article["about"][0] == {
        "@type": "Country", "name": "Norway", "url": f"{BASE}actors/norway/", "sameAs": ["https://www.wikidata.org/wiki/Q20"],
    }  # fmt: skip
    assert [actor["name"] for actor in article["mentions"]] == ["United Nations"]
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert article["isPartOf"]["name"] == "The story"
    assert article["description"] == "A summary of Norway & more."
    assert (article["isAccessibleForFree"], article["inLanguage"], article["keywords"]) == (True, "en", ["Trade", "The North"])
    assert article["image"]["width"] == 1200


def test_a_source_without_an_address_goes_by_its_name(desk: Desk) -> None:
    """Where nothing else identifies it."""
    built = desk.brief("a", "sources: [{id: note, title: A note}]\n").build()
    assert one(built, "briefings/a", "NewsArticle")["citation"] == [{"@type": "CreativeWork", "name": "A note"}]


def test_a_public_event_can_be_found(built: Built) -> None:
    """Without a place it is held online."""
    event = one(built, "briefings/first", "Event")
    assert (event["startDate"], event["endDate"]) == ("2025-03-05T18:00:00+02:00", "2025-03-05T19:00:00+02:00")
    assert event["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")
    assert event["location"] == {"@type": "VirtualLocation", "url": "https://example.org/panel"}
    assert event["performer"] == [{"@type": "Person", "name": "Jane"}]


def test_the_front_page_says_who_and_how_to_search(built: Built) -> None:
    """WebSite with its search, and the desk with its policies: only those that it has."""
    search = one(built, "", "WebSite")["potentialAction"]
    assert search["target"]["urlTemplate"] == f"{BASE}search/?q={{search_term_string}}"
    desk = next(node for node in graph(built.page("")) if node["@type"] == "NewsMediaOrganization")
    assert (desk["name"], desk["email"]) == ("Tiny Desk Ltd", "desk@desk.example")
    assert desk["publishingPrinciples"] == f"{BASE}trust/#section:how-we-work"
    assert desk["ownershipFundingInfo"] == f"{BASE}trust/#section:ownership"
    assert desk["correctionsPolicy"] == f"{BASE}corrections/"
    assert "unnamedSourcesPolicy" not in desk


def test_a_site_without_a_search_promises_none(desk: Desk) -> None:
    """Its plugin makes the page that such a promise leads to."""
    site = next(node for node in graph(desk.brief("one").build().page("")) if node["@type"] == "WebSite")
    assert "potentialAction" not in site


@pytest.mark.parametrize(("path", "type"), [("actors/norway", "Country"), ("actors/un", "Organization"), ("actors/kim", "Person")])
def test_an_actor_is_what_it_is(built: Built, path: str, type: str) -> None:
    """Each type of actor has a type of schema.org."""
    assert one(built, path, "WebPage")["mainEntity"]["@type"] == type


def test_a_post_is_a_role(built: Built) -> None:
    """What somebody holds, and since when; a country is not an organization, its government is."""
    kim = one(built, "actors/kim", "Person")
    assert kim["jobTitle"] == ["Envoy"]
    role, state = kim["memberOf"]
    assert (role["@type"], role["roleName"], role["startDate"], role["memberOf"]["name"]) == (
        "OrganizationRole", "Envoy", "2025-01", "United Nations",
    )  # fmt: skip
    assert (state["@type"], state["name"]) == ("GovernmentOrganization", "Norway")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("about", ["Home", "About & so on"]),
        ("briefings", ["Home", "Briefings"]),
        ("briefings/first", ["Home", "Briefings", "First & foremost"]),
        ("briefings/2025/03", ["Home", "Briefings", "Briefings of March 2025"]),
        ("timelines/story", ["Home", "Timelines", "Timeline: The story"]),
        ("outlook/track-record", ["Home", "Outlook", "Track record"]),
    ],
)
def test_breadcrumbs_lead_home(built: Built, path: str, names: list[str]) -> None:
    """The steps before the page itself are pages that exist."""
    steps = one(built, path, "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in steps] == names
    assert "item" not in steps[-1]
    for step in steps[:-1]:
        assert (built.site / step["item"].removeprefix(BASE) / "index.html").is_file()


def test_hostile_texts_stay_inside(built: Built) -> None:
    """No text closes the element or opens a comment, and all of it comes back as it was typed."""
    page = built.page("briefings/hostile")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert not re.search(r"[<>&]", block)
    article = one(built, "briefings/hostile", "NewsArticle")
    assert (article["headline"], article["author"][0]["name"]) == (HOSTILE, HOSTILE)
    assert "alert(1)</script>" not in page
    assert article["creativeWorkStatus"] == "Withdrawn"


def test_drafts_and_notes_leave_no_trace(built: Built) -> None:
    """Neither in structured data nor in any other file."""
    everything = built.everything()
    assert "SECRETNOTE" not in everything
    assert "DRAFTTITLE" not in everything
