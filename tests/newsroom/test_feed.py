"""The feed: headlines by month, each found by its kind and topics."""

import re
from pathlib import Path

import pytest

from tests.desks import CONFIG, Built, Desk


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Three briefings in two months, on pages of two."""
    desk = Desk(tmp_path_factory.mktemp("desk")).write("content/topics.yml", "trade: {name: Trade}\nwar: {name: War}\n")
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, per_page: 2"))
    for name, day, more in (
        ("a", "2025-04-30", "kind: explainer\ntopics: [trade, war]"),
        ("b", "2025-05-01", "topics: [war]\nsummary: In short.\nkey_takeaways: [A point]"),
        ("c", "2025-05-02", ""),
    ):
        desk.write(f"briefings/{name}.md", f"---\ntitle: Title {name}\npublished: {day}\n{more}\n---\nText.\n")
    done = desk.build()
    assert done.code == 0, done.said
    return done


def rows(built: Built, path: str) -> list[tuple[str, str]]:
    """The headlines of a page with what they are found by."""
    found = re.findall(r'<article class="headline [^>]*data-changed([^>]*)>.*?card-title"><a [^>]*>(.*?)</a>', built.page(path), re.DOTALL)
    return [(title, said.strip()) for said, title in found]


def test_headlines_stand_below_their_months(built: Built) -> None:
    """Each month leads to its page; a summary is shown, points are not."""
    page = built.page("briefings")
    assert re.findall(r'<h2 id="(month:[^"]*)"><a href="([^"]*)">(.*?)</a> <span class="count">(\d+)<', page) == [
        ("month:2025-05", "../briefings/2025/05/", "May 2025", "2")
    ]
    assert "month:2025-04" in built.page("briefings/page/2")
    assert rows(built, "briefings") == [("Title c", 'data-facets="news"'), ("Title b", 'data-facets="news;war"')]
    assert rows(built, "briefings/page/2") == [("Title a", 'data-facets="explainer;trade war"')]
    assert rows(built, "briefings/2025/05") == rows(built, "briefings")
    assert "In short." in page
    assert "A point" not in page


def test_a_month_counts_all_that_it_has(tmp_path: Path) -> None:
    """On each of the pages that share it, as the list of months does."""
    desk = Desk(tmp_path).write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, per_page: 2"))
    built = desk.brief("a").brief("b").brief("c").build()
    for page in ("briefings", "briefings/page/2"):
        assert re.findall(r'<h2 id="month:.*?class="count">(\d+)<', built.page(page)) == ["3"]


def test_a_list_is_narrowed_down_by_what_tells_its_rows_apart(built: Built) -> None:
    """Of all its pages; in a month of one kind, with one topic, there is nothing to choose."""
    page = built.page("briefings")
    assert re.findall(r'<option value="([^"]*)">(.*?)</option>', page) == [
        ("", "All kinds"), ("explainer", "Explainer"), ("news", "News"), ("", "All topics"), ("trade", "Trade"), ("war", "War"),
    ]  # fmt: skip
    assert 'data-some="{some} of {all} briefings"' in page
    assert "row-filter" not in built.page("briefings/2025/05")


def test_a_later_page_leads_to_where_its_list_is_narrowed_down(built: Built, tmp_path: Path) -> None:
    """Where that can be done: rows that differ in nothing have no filter."""
    link = '<a href="../../../briefings/">Narrow the list down</a>'
    assert link in built.page("briefings/page/2")
    desk = Desk(tmp_path).write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, per_page: 2"))
    even = desk.brief("a").brief("b").brief("c").build()
    assert "row-filter" not in even.page("briefings")
    assert "Narrow the list down" not in even.page("briefings/page/2")


def test_a_very_long_list_is_not_narrowed_down(tmp_path: Path) -> None:
    """A reader's machine would have to read all of it."""
    desk = Desk(tmp_path).write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, per_page: 1"))
    for n in range(17):
        desk.brief(f"b{n}", "kind: explainer\n" if n % 2 else "")
    assert "row-filter" not in desk.build().page("briefings")


def test_who_asks_for_a_topic_finds_its_parts(tmp_path: Path) -> None:
    """A briefing on a part of a topic is on that topic, too."""
    desk = Desk(tmp_path).write("content/topics.yml", "war: {name: War}\nair: {name: Air, broader: war}\n")
    assert rows(desk.brief("a", "topics: [air]\n").build(), "briefings") == [("A title", 'data-facets="news;air war"')]
