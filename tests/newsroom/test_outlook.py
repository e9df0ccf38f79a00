"""The outlook begins with what changed, and its feed tells the same to programs."""

import json
import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.desks import Built, Desk

BASE = "https://desk.example/base/"
ONE = """\
authors: [jane]
topics: [trade]
what_to_expect:
  - {id: rain, text: More *rain* & snow, likelihood: likely, confidence: low, by: 2025-07-31, criteria: A gauge., sources: [s1],
     revisions: [{when: 2025-05-20, probability: 0.7, why: Clouds came.}]}
  - {id: hail, text: Hail, probability: 0.3, by: 2025-06-30}
  - {id: fog, text: Fog, likelihood: likely, by: 2025-05-28}
  - {id: old, text: Old fog, likelihood: likely, by: 2025-05-01}
  - {id: frost, text: Frost, likelihood: unlikely, by: 2025-06-30,
     resolution: {outcome: did_not_happen, when: 2025-05-30, note: A mild week.}}
sources: [{id: s1, publisher: wire, title: Report, url: 'https://example.org/r'}]
"""
TWO = """\
---
title: Two
published: 2025-05-31T10:00
what_to_expect:
  - {id: "one:rain", probability: 30%, confidence: moderate, why: "It *dried*.", sources: [s2]}
  - {id: "one:hail", resolution: {outcome: happened, when: 2025-05-27, note: It hailed., learned: Look up., sources: [s2]}}
  - {id: sun, text: Sun, likelihood: very likely, by: 2025-08-01}
sources: [{id: s2, title: Second report, url: 'https://example.org/s'}]
---
Text.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two briefings, the second of which takes up what the first one said; one that is withdrawn; one for later."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.write("content/topics.yml", "trade: {name: Trade}\n").write("content/authors.yml", "jane: {name: Jane Roe}\n")
    desk.write("content/publishers.yml", "wire: {name: The Wire}\n")
    desk.brief("one", ONE, title="One").write("briefings/two.md", TWO)
    gone = "status: withdrawn\nwithdrawn: Wrong.\n"
    gone += "what_to_expect: [{text: ZEBRA, by: 2025-07-01}, {id: 'one:rain', probability: 2%, why: GNU}]\n"
    desk.brief("gone", gone)
    return desk.brief("later", "embargo: 2025-06-09\nwhat_to_expect: [{id: 'one:rain', probability: 92%, why: YAK}]\n")


@pytest.fixture(scope="module")
def built(desk: Desk) -> Built:
    """The site of the desk."""
    done = desk.build()
    assert done.code == 0, done.said
    return done


def changed(built: Built, path: str = "outlook") -> list[str]:
    """The lines on what changed, as readers read them."""
    found = re.findall(r'<li class="turn [^>]*>(.*?)</li>|<p class="turn [^>]*>(.*?)</p>', built.page(path))
    return [" ".join(unescape(re.sub("<[^>]*>", "", "".join(pair))).split()) for pair in found]


def items(built: Built) -> dict[str, Any]:
    """The entries of the feed by their ids."""
    return {item["id"]: item for item in json.loads((built.site / "outlook/feed.json").read_text("utf-8"))["items"]}


def test_the_outlook_begins_with_what_changed(built: Built) -> None:
    """Revised, resolved, overdue and new, of the last seven days alone, each with the way to where it stands."""
    assert changed(built) == [
        "Revised 31 May 2025 More rain & snow Likely (70%), low confidence → unlikely (30%), moderate confidence It dried.",
        "Resolved 27 May 2025 Hail Unlikely (30%) → Happened It hailed.",
        "Resolved 30 May 2025 Frost Unlikely → Did not happen A mild week.",
        "Overdue 28 May 2025 Fog Likely",
        "New 31 May 2025 Sun Very likely, by 1 August 2025",
    ]
    page = built.page("outlook")
    assert page.index('id="section:changed"') < page.index('id="section:open"')
    for path in re.findall(r'<li class="turn .*?href="\.\./([^"]*)"', page):
        folder, _, anchor = path.partition("#")
        assert f'id="{unescape(anchor)}"' in built.page(folder)
    assert "section:changed" not in built.page("outlook/resolved")


def test_the_outlook_counts_what_changed_on_the_whole_site(built: Built) -> None:
    """In the line that the front page has too, which leads to all of it."""
    said = "In the last 7 days: 1 new briefing, 2 judgements resolved (1 as expected), odds of 1 judgement changed."
    for path, up in (("", "./"), ("outlook", "../")):
        line = f'data-since="{up}changes/since.json"><span>{said}</span> <a href="{up}changes/">What changed</a></p>'
        assert f'<p class="news-line" {line}' in built.page(path)
    assert "news-line" not in built.page("outlook/resolved")


def test_a_quiet_week_says_so_in_one_line(desk: Desk) -> None:
    """With the last change before it."""
    built = desk.build(now=datetime(2025, 7, 20, tzinfo=UTC), site="quiet")
    (line,) = changed(built)
    assert line == "Nothing. The last change before: Revised 9 June 2025 More rain & snow Unlikely (30%) → very likely (92%) YAK"
    assert ">Nothing changed in the last 7 days. The last change was on 9 June 2025.</span>" in built.page("")


def test_a_desk_that_judged_nothing_has_nothing_that_changed(tmp_path: Path) -> None:
    """And its feed is empty, and valid."""
    built = Desk(tmp_path).brief("a").build()
    assert "section:changed" not in built.page("outlook")
    assert json.loads((built.site / "outlook/feed.json").read_text())["items"] == []


def test_the_feed_has_each_turn_once(built: Built) -> None:
    """Newest first, in Atom and JSON, without what is overdue, withdrawn or held back."""
    data = (built.site / "outlook/feed.xml").read_bytes()
    ElementTree.fromstring(data)
    feed = feedparser.parse(data, sanitize_html=False)
    assert not feed.bozo
    assert [entry.id for entry in feed.entries] == list(items(built))
    assert [entry.title for entry in feed.entries] == [
        "New: Sun", "Revised: More rain & snow", "Resolved: Hail", "Resolved: Frost", "Revised: More rain & snow",
        "New: More rain & snow", "New: Hail", "New: Fog", "New: Old fog", "New: Frost",
    ]  # fmt: skip
    assert feed.feed.updated == "2025-05-31T10:00:00+03:00"
    assert feed.feed.id == "tag:desk.example,2025:feeds/outlook/"
    assert not re.search("ZEBRA|YAK|GNU|92%|at 2%", "".join(item["content_html"] for item in items(built).values()))


def test_an_entry_stands_alone(built: Built) -> None:
    """What was said, what is said now, why, by when, what it rests on, and where all of that is said."""
    revised = items(built)["tag:desk.example,2025:briefings/one:judgement:rain:revised:0.3-moderate"]
    assert revised["url"] == f"{BASE}briefings/two/#judgement:one:rain"
    assert revised["date_published"] == revised["date_modified"] == "2025-05-31T10:00:00+03:00"
    assert revised["summary"] == "Likely (70%), low confidence → unlikely (30%), moderate confidence. It dried."
    assert revised["tags"] == ["Trade"]
    text = re.sub("<[^>]*>", "", revised["content_html"])
    for part in (
        *(
            "More rain &amp; snow",
            "Was: Likely, 55–80%, our estimate: 70%; low confidence.",
            "Due by 31 July 2025.",
            "How we will know: A gauge.",
        ),
        *(
            "Now, since 31 May 2025, 10:00 Kyiv: Unlikely, 20–45%, our estimate: 30%; moderate confidence. It dried.",
            "In: Two",
            "First in: One",
        ),
    ):
        assert part in text
    assert '<a href="https://example.org/s">Second report</a>' in revised["content_html"]
    assert 'href="https://example.org/r"' not in revised["content_html"]


def test_an_end_and_a_beginning_stand_alone(built: Built) -> None:
    """The first word is told as it was said, whatever came later; an end with what was learned."""
    new, ended = (items(built)[f"tag:desk.example,2025:briefings/one:judgement:{key}"] for key in ("rain:new", "hail:resolved"))
    assert "Likely, 55–80%; low confidence." in new["content_html"]
    assert 'The Wire: <a href="https://example.org/r">Report</a>' in new["content_html"]
    assert "our estimate" not in new["content_html"]
    assert (new["authors"][0]["name"], ended["authors"][0]["name"]) == ("Jane Roe", "Tiny desk")
    text = re.sub("<[^>]*>", "", ended["content_html"])
    for part in (
        "Outcome: Happened, 27 May 2025. It hailed.",
        "Our last word: Unlikely, 20–45%, our estimate: 30%.",
        "What we learned: Look up.",
    ):
        assert part in text


def test_the_feed_is_found(built: Built) -> None:
    """From the head of every page of the outlook, from the page itself, and from the list for machines."""
    for path, up in (("outlook", "../"), ("outlook/track-record", "../../"), ("outlook/week-ahead", "../../")):
        assert f'type="application/atom+xml" title="Outlook – Tiny desk" href="{up}outlook/feed.xml"' in built.page(path)
    assert '<a href="../outlook/feed.xml">Feed of what changes</a>' in built.page("outlook")
    assert f"({BASE}outlook/feed.json)" in (built.site / "llms.txt").read_text()
    assert 'title="Outlook – Tiny desk"' not in built.page("briefings")


def test_ids_survive_a_new_domain_a_mended_date_and_a_new_name(desk: Desk) -> None:
    """With `id_authority`; and what is said later changes no entry of before."""
    before = items(desk.build())
    config = (desk.root / "mkdocs.yml").read_text()
    moved = config.replace("desk.example/base", "own.example").replace("Europe/Kyiv", "Pacific/Auckland, id_authority: desk.example")
    typed = (desk.root / "briefings/one.md").read_text()
    named = TWO.replace("one:", "first:").replace("2025-05-31T10:00", "2025-05-31T12:00").replace("dried", "dried up")
    desk.write("mkdocs.yml", moved).write("briefings/two.md", named)
    (desk.root / "briefings/one.md").unlink()
    desk.write("briefings/first.md", typed.replace("authors:", "former_slugs: [one]\nauthors:").replace("2025-05-20", "2025-05-21"))
    for id in ("gone", "later"):
        desk.write(f"briefings/{id}.md", (desk.root / f"briefings/{id}.md").read_text().replace("one:rain", "first:rain"))
    built = desk.build(site="moved")
    assert built.code == 0, built.said
    assert set(items(built)) == set(before)


def test_a_site_without_an_outlook_has_no_such_feed(desk: Desk) -> None:
    """Nor a line on it anywhere."""
    config = (desk.root / "mkdocs.yml").read_text().replace("outlook, ", "")
    built = desk.write("mkdocs.yml", config).build(site="without")
    assert built.code == 0, built.said
    assert "outlook/feed" not in built.everything()
    assert "judgement" not in built.page("").partition('class="news-line"')[2].partition("</p>")[0]
