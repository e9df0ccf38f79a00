"""Who says so stands with each event and statement, on all pages that list them: a briefing has notes for that."""

import re
from pathlib import Path

import pytest

from tests.desks import Built, Desk
from tests.newsroom.test_engines import sample

SOURCES = """\
report: {title: A report, publisher: wire, published: 2025-02-02}
own: {title: Hidden by the briefing's, publisher: wire}
untold: {title: Nobody's <i>}
"""
A = """\
storyline: story
topics: [trade]
sources: [{id: own, title: Its own, publisher: The <Courier>, url: 'https://courier.example/?a=1&b=2'}]
timeline:
  - {id: storm, when: 2025-02-01, title: The storm, text: It blew., actors: [norway], topics: [trade], sources: [report, own]}
  - {id: calm, when: 2025-01-01, title: The calm, actors: [norway], topics: [trade]}
statements:
  - {actor: norway, issue: wind, when: 2025-02-01, text: Wants wind., venue: Oslo, sources: [report, own, untold]}
  - {actor: norway, issue: wind, when: 2025-01-01, text: Wants sails., sources: [untold]}
  - {actor: norway, issue: wind, when: 2024-12-01, text: Wants oars., venue: Bergen}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk with sources that it shares, one of a briefing, and claims without any."""
    desk = Desk(tmp_path_factory.mktemp("desk")).actor("norway").brief("a", A, title="A title, a")
    desk.write("content/publishers.yml", "wire: {name: The Wire}\n").write("content/sources.yml", SOURCES)
    desk.write("content/storylines.yml", "story: {title: The story}\n").write("content/topics.yml", "trade: {name: Trade}\n")
    desk.write("content/issues.yml", "wind: {title: The wind}\n")
    done = desk.build()
    assert done.code == 0, done.said
    return done


WIRE = '<a href="{root}sources/report/">The Wire</a>'
COURIER = '<a href="https://courier.example/?a=1&amp;b=2">The &lt;Courier&gt;</a>'
UNTOLD = '<a href="{root}sources/untold/">Nobody&#39;s &lt;i&gt;</a>'


@pytest.mark.parametrize("page", ["timelines", "timelines/story", "storylines/story", "topics/trade", "actors/norway"])
def test_an_event_names_its_sources(built: Built, page: str) -> None:
    """Those of the desk lead to their pages, one of a briefing to itself; an event without any says nothing."""
    root = "../" * (page.count("/") + 1)
    listed = built.page(page).split('<p class="order">', 1)[1] if "timelines" in page else built.page(page).split('id="section:events"')[1]
    storm, calm = (next(row for row in listed.split("<li") if name in row) for name in ("The storm", "The calm"))
    assert f"{WIRE.format(root=root)}, {COURIER}" in storm
    assert not re.search(r"sources/|courier|· *<|venue", calm)


@pytest.mark.parametrize("page", ["issues/wind", "actors/norway"])
def test_a_statement_names_its_sources_with_their_days(built: Built, page: str) -> None:
    """Behind the venue, where there is one; a statement without any has the venue alone."""
    listed = built.page(page).split('<p class="order">')[1]
    wire, untold = (link.format(root="../../") for link in (WIRE, UNTOLD))
    wind, sails, oars = listed.split('<li class="statement"')[1:4]
    assert f'<p class="venue"><span>Oslo</span> · {wire}, 2\u00a0February\u00a02025; {COURIER}; {untold}</p>' in wind
    assert f'<p class="venue">{untold}</p>' in sails
    assert '<p class="venue"><span>Bergen</span></p>' in oars
    assert all("From <a" in said for said in (wind, sails, oars))


def test_where_somebody_stands_says_who_says_so(built: Built) -> None:
    stands = built.page("actors/norway").split('class="stands"')[1].split("</ul>")[0]
    assert f"{WIRE.format(root='../../')}, 2\u00a0February\u00a02025; " in stands


def test_a_briefing_and_the_page_of_a_source_say_it_once(built: Built) -> None:
    """By notes, and by what the page is of."""
    background = built.page("briefings/a").split('id="section:events"')[1].split('id="section:sources"')[0]
    rests = built.page("sources/report").split('id="section:events"')[1]
    assert "The storm" in background
    assert "The storm" in rests
    for quiet in (background, rests):
        assert "The Wire</a>" not in quiet
        assert "courier.example" not in quiet


def test_a_list_of_very_many_events_names_them_alone(tmp_path: Path) -> None:
    """Each entry leads to its place in a briefing, where it has notes."""
    events = "".join(f"  - {{id: e{i}, when: 2025-01-01, title: Title {i}, actors: [norway], sources: [report]}}\n" for i in range(51))
    desk = Desk(tmp_path).actor("norway").write("content/sources.yml", "report: {title: A report, publisher: The <Wire>}\n")
    page = desk.brief("a", f"timeline:\n{events}").build().page("actors/norway/events")
    assert page.count("<p>The &lt;Wire&gt;</p></li>") == 51
    assert page.count('<a href="../../../briefings/a/#event:e') == 51


def test_the_sample_keeps_its_word(tmp_path: Path) -> None:
    """Events and statements come from the sources that are named with each, as its page on itself says."""
    built = sample(Desk(tmp_path)).build("--strict")
    rows = re.compile(r'<li\b(?:(?!<li\b|</li>).)*(?:<h[34][^>]*><a href="[^"]*#event:|class="said")(?:(?!<li\b|</li>).)*</li>', re.DOTALL)
    pages = [path for folder in ("issues", "actors", "timelines") for path in (built.site / folder).rglob("index.html")]
    pages = [path for path in pages if path.parent.name != "events"]
    found = {path: rows.findall(path.read_text("utf-8")) for path in pages}
    assert sum(map(len, found.values())) > 300
    assert [(path, row) for path, every in found.items() for row in every if "/sources/" not in row] == []
