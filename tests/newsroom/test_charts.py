"""Charts on the pages of a desk, built for real."""

import re
from html import unescape
from html.parser import HTMLParser
from posixpath import join, normpath

import pytest

from tests.desks import Built, Desk

PAGES = ("timelines", "timelines/story", "actors/norway", "issues/rain", "outlook/track-record")

BRIEF = """\
storyline: story
actors: [norway, sweden, denmark, finland]
what_to_expect:
  - {{id: a, text: 'Rain & "snow" < 5', likelihood: likely, by: 2025-07-{day}}}
  - {{id: b, text: Sun, probability: 0.1, by: 2025-09}}
  - {{id: c, text: Hail, likelihood: likely, by: 2025-05-01, resolution: {{outcome: happened, when: 2025-05-01}}}}
timeline:
  - {{id: flood-{day}, when: 2025-02-{day}, title: A flood}}
  - {{id: drought-{day}, when: 2024-22, title: A drought}}
  - {{id: frost-{day}, when: 2024-01-{day}, title: A frost}}
statements:
  - {{actor: norway, issue: rain, when: 2025-02-{day}, stance: opposes, text: No rain.}}
  - {{actor: norway, issue: rain, when: 2025-03-{day}, stance: supports, text: Rain.}}
  - {{actor: sweden, issue: rain, when: 2025-03, text: Perhaps.}}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk with enough of everything to be drawn, in pages of three events."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", config.replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, events_per_page: 3"))
    desk.write("content/issues.yml", "rain: {title: Rain}\n").write("content/storylines.yml", "story: {title: Story}\n")
    for id in ("norway", "sweden", "denmark", "finland"):
        desk.actor(id)
    desk.actor("evil", name='"<script>alert(1)</script>"')
    hail = [
        f"{{text: Hail {n}, likelihood: likely, by: 2025-05-01, resolution: {{outcome: happened, when: 2025-05-01}}}}" for n in range(10)
    ]
    desk.brief("hail", f"what_to_expect: [{', '.join(hail)}]\n")
    desk.brief("one", BRIEF.format(day="10")).brief("two", BRIEF.format(day="12").replace("finland]", "finland, evil]"))
    found = desk.build()
    assert found.code == 0, found.said
    return found


def charts(built: Built, page: str) -> list[str]:
    return re.findall(r'<figure class="chart.*?</figure>', built.page(page), re.DOTALL)


class _Reader(HTMLParser):
    """The starting tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


@pytest.mark.parametrize("page", PAGES)
def test_charts_say_what_they_show_and_bring_no_style_or_script(built: Built, page: str) -> None:
    found = charts(built, page)
    assert found
    for chart in found:
        tags = _Reader(chart).tags
        pictures = [attrs for tag, attrs in tags if tag == "svg" and "aria-hidden" not in attrs]
        assert any(attrs.get("role") in ("img", "group") for attrs in pictures)
        assert all(attrs.get("aria-label") for attrs in pictures if attrs.get("role"))
        assert '<figcaption class="chart-head"><p class="chart-finding">' in chart
        assert "Source: " in chart
        assert "script" not in {tag for tag, _ in tags}
        assert not [attrs for _, attrs in tags if "style" in attrs or any(name.startswith("on") for name in attrs)]


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique_and_shapes_are_there(built: Built, page: str) -> None:
    ids = [attrs["id"] for _, attrs in _Reader(built.page(page)).tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    shapes = {attrs["href"][1:] for chart in charts(built, page) for tag, attrs in _Reader(chart).tags if tag == "use"}
    assert shapes <= set(ids)


@pytest.mark.parametrize("page", PAGES)
def test_links_of_charts_lead_somewhere(built: Built, page: str) -> None:
    """Bars of later pages of a list too."""
    for chart in charts(built, page):
        for tag, attrs in _Reader(chart).tags:
            if tag == "a":
                path, _, anchor = attrs["href"].partition("?")[0].partition("#")
                text = built.page(normpath(join(page, path)) if path else page)
                assert not anchor or f'id="{anchor}"' in unescape(text)


def test_a_chart_of_a_long_list_stands_on_its_first_page(built: Built) -> None:
    assert "page/2/#month:" in charts(built, "timelines")[0]
    assert not charts(built, "timelines/page/2")


def test_what_editors_typed_is_escaped(built: Built) -> None:
    assert "<script>alert" not in built.page("actors/norway")
    assert "Rain &amp; &quot;snow&quot; &lt; 5</a>" in built.page("outlook")


def test_the_list_beside_a_network_says_the_same(built: Built) -> None:
    text = built.page("actors/norway")
    assert 'aria-label="Sweden: 2 shared briefings"' in text
    assert re.search(r'<li><a href="[^"]*sweden/">Sweden</a> <span class="count">2</span></li>', text)


def test_imprecise_dates_are_told_apart(built: Built) -> None:
    assert "Pale: dates known only roughly" in charts(built, "timelines")[0]


def test_few_things_are_listed_and_not_drawn(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.actor("norway").actor("sweden").brief("one", "actors: [norway, sweden]\ntimeline: [{id: x, when: 2025-01-01, title: It}]\n")
    found = desk.build()
    assert found.code == 0, found.said
    assert not any(charts(found, page) for page in ("timelines", "actors/norway", "outlook", "outlook/track-record"))
    assert "sweden/" in found.page("actors/norway").partition("Named beside")[2]
