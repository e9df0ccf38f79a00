"""Every other kind of page of a small desk, built for real: months, storylines, sources, issues, outlook, corrections."""

import re
from datetime import UTC, datetime

import pytest

from tests.desks import CONFIG, Built, Desk
from tests.newsroom.recompute import counted, table

JUDGEMENTS = """\
storyline: story
topics: [trade]
key_takeaways: [{id: key, text: It holds., sources: [wire-1]}]
what_to_expect:
  - {id: late, text: This is late, likelihood: likely, by: 2025-05-20}
  - {id: soon, text: This is due soon, probability: 0.9, by: 2025-06-04, sources: [wire-1]}
  - {id: far, text: This is far off, likelihood: unlikely, by: 2025-12-31}
  - {id: done, text: This came, probability: 0.8, by: 2025-05-01, resolution: {outcome: happened, when: 2025-04-20, note: It came.}}
  - {id: word, text: This did not, likelihood: very unlikely, by: 2025-05-01, resolution: {outcome: did_not_happen, when: 2025-05-01}}
  - {id: nothing, text: This was void, likelihood: likely, by: 2025-05-01, resolution: {outcome: void, when: 2025-05-01, note: Why.}}
timeline:
  - {id: summit, when: 2025-06-03, title: The summit, sources: [wire-1]}
  - {id: congress, when: 2025-06-20, title: The congress}
  - {id: vague, when: 2025-06, title: Some time in June}
statements: [{actor: norway, issue: rain, when: 2025-02-20, stance: supports, text: Wants rain., sources: [wire-1]}]
public_event: {title: A panel, starts: 2025-06-05T18:00, ends: 2025-06-05T19:30, speakers: [Jane]}
corrections: [{when: 2025-03-02, was: Sun, now: Rain}]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk with a storyline of three chapters, judgements in every standing, and a withdrawn briefing."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.write("mkdocs.yml", CONFIG.replace("exports]", "exports, spotbrief/search]"))
    desk.actor("norway").actor("oslo", "type: organization\n")
    desk.write("content/topics.yml", "trade: {name: Trade}\n").write("content/issues.yml", "rain: {title: Rain or shine}\n")
    desk.write("content/storylines.yml", "story: {title: The story, summary: How it went.}\n")
    desk.write("content/sources.yml", "wire-1: {title: A report, publisher: wire}\nidle: {title: Unused}\n")
    desk.write("content/publishers.yml", "wire: {name: The Wire}\n")
    desk.write("content/statements.yml", "later: {actor: norway, issue: rain, when: 2025-03-20, stance: opposes, text: Wants sun.}\n")
    desk.brief("one", JUDGEMENTS, title="Chapter one")
    two = "storyline: story\nbottom_line: It went on.\ntimeline: [{when: 2025-04-02, title: Between the chapters}]\n"
    desk.write(
        "briefings/two.md", f"---\ntitle: Chapter two\npublished: 2025-04-10\n{two}---\nSee.\n\n[[briefing:one]]\n\nAnd [[briefing:one]].\n"
    )
    three = "---\ntitle: Chapter three\npublished: 2025-04-30T23:30\nstoryline: story\n---\n[[public_event:one]]\n"
    desk.write("briefings/three.md", three)
    desk.brief("gone", "status: withdrawn\nwithdrawn: It was wrong.\ntopics: [trade]\n", title="Gone")
    desk.brief("other", title="Another matter")
    done = desk.build("--strict")
    assert done.code == 0, done.said
    return done


def _section(page: str, anchor: str) -> str:
    """What stands under a heading."""
    return page.split(f'id="section:{anchor}"')[1].split("<h2")[0]


def test_a_storyline_tells_its_chapters_from_the_first_on(built: Built) -> None:
    """Chapters oldest first, what is open, and the newest events."""
    page = built.page("storylines/story")
    chapters = _section(page, "chapters")
    assert chapters.index("Chapter one") < chapters.index("Chapter two") < chapters.index("Chapter three")
    assert "It went on." in chapters
    assert "This is far off" in page
    assert "This came" not in page


def test_a_chapter_knows_what_came_before_and_since(built: Built) -> None:
    """Place in the story, the chapters before, the next one, events since the last."""
    story = _section(built.page("briefings/two"), "story")
    assert "Chapter 2 of 3" in story
    assert "Chapter one" in story
    assert "Chapter three" in story
    assert "Between the chapters" in story


def test_a_briefing_alone_in_a_paragraph_is_a_card_and_elsewhere_a_link(built: Built) -> None:
    """`[[briefing:id]]`."""
    body = built.page("briefings/two").split('<div class="body prose">')[1].split("<section")[0]
    assert body.count("<aside") == 1
    assert 'And <a href="../../briefings/one/">Chapter one</a>.' in body


def test_a_public_event_alone_in_a_paragraph_is_a_card(built: Built) -> None:
    """`[[public_event:id]]`, with the way to its briefing."""
    body = built.page("briefings/three").split('<div class="body prose">')[1]
    assert "A panel" in body.split("</article>")[0]
    assert "5 June 2025, 18:00" in body


def test_related_briefings_share_something(built: Built) -> None:
    """Chapters of one storyline are related; a briefing that shares nothing is not, nor one that is withdrawn."""
    related = _section(built.page("briefings/two"), "related").split("</section>")[0]
    assert "Chapter one" in related
    assert "Chapter three" in related
    assert "Another matter" not in related
    assert "Gone" not in related


def test_a_month_holds_what_was_published_in_it_in_the_sites_timezone(built: Built) -> None:
    """23:30 in Kyiv is still April; the neighbouring month is linked."""
    april = built.page("briefings/2025/04")
    assert "Chapter three" in april
    assert "Chapter one" not in april.split("neighbours")[0]
    assert "March 2025" in april
    assert "briefings/2025/04/" in built.page("briefings")


def test_a_source_lists_all_that_rests_on_it(built: Built) -> None:
    """Takeaways, judgements, events, statements, briefings; the index counts them."""
    page = built.page("sources/wire-1")
    for anchor, text in (
        ("takeaways", "It holds."),
        ("judgements", "This is due soon"),
        ("events", "The summit"),
        ("statements", "Wants rain."),
    ):
        assert text in _section(page, anchor)
    assert "Chapter one" in _section(page, "briefings")
    assert '<span class="count">4 claims</span>' in built.page("sources")


def test_a_source_leads_to_all_that_rests_on_it(built: Built) -> None:
    """Wherever that is."""
    assert "../../sources/wire-1/" in _section(built.page("briefings/one"), "sources")


def test_an_issue_shows_the_latest_stance_and_how_it_got_there(built: Built) -> None:
    """The latest statement first, and what the stance was before."""
    page = built.page("issues/rain")
    assert page.index("Wants sun.") < page.index("Wants rain.")
    assert "Before that: supports" in page
    assert "Rain or shine</a>" in built.page("actors/norway")


def test_the_ledger_sorts_judgements_by_how_they_stand(built: Built) -> None:
    """Overdue, due, open by date, resolved."""
    page = built.page("outlook")
    for anchor, text in (("overdue", "This is late"), ("due", "This is due soon"), ("resolved", "This came")):
        assert text in _section(page, anchor)
    assert "This is far off" in page.split('id="section:open"')[1].split("section:resolved")[0]


def test_the_track_record_scores_what_was_said(built: Built) -> None:
    """(0.8 - 1)², (0.125 - 0)² and, overdue, (0.675 - 0)²; void left out; a term alone counts as its middle, and the table says so."""
    page, rows = built.page("outlook/track-record"), table(built.site)
    assert "of our judgements</a> has passed: too few to tell" in page
    assert sorted(row["brier_held"] for row in counted(rows)) == ["0.015625", "0.04", "0.455625"]
    assert [row["word_alone"] for row in counted(rows)].count("yes") == 2
    assert [row["why_not"] for row in rows].count("void") == 1
    assert re.search(r'Void: the question fell away: <a href="[^"]*resolved/\?which=void"><data value="1">1</data></a>', page)


def test_the_week_ahead_knows_seven_and_thirty_days(built: Built) -> None:
    """As of the moment of the build; what has no day is no appointment, what is past is past."""
    page = built.page("outlook/week-ahead")
    week, month = _section(page, "week"), _section(page, "month")
    assert "As of 1 June 2025" in page
    assert "<h1>The next 30 days</h1>" in page
    assert '<a href="../outlook/week-ahead/">The next 30 days</a>' in built.page("outlook")
    assert "The summit" in week
    assert "This is due soon" in week
    assert "A panel" in week
    assert "The congress" in month
    assert "The summit" not in month
    assert "This is late" not in page
    assert '<a href="../../outlook/#section:overdue">1 overdue</a>' in page
    assert "This is far off" in _section(page, "later")
    assert "Some time in June" not in week
    assert "Some time in June" in month


def test_the_corrections_log_holds_all_corrections_and_withdrawals(built: Built) -> None:
    """What it said, what it says now, where; and what was withdrawn, why."""
    page = built.page("corrections")
    assert "Sun" in page
    assert "Rain" in page
    assert "Chapter one" in page
    assert "It was wrong." in page


def test_a_withdrawn_briefing_keeps_its_address_and_says_why(built: Built) -> None:
    """At its address and in lists marked, never as the lead."""
    assert "It was wrong." in built.page("briefings/gone")
    card = built.page("briefings").partition("is-withdrawn")[2].partition("</article>")[0]
    assert "Withdrawn" in card
    assert "It was wrong." in card


def test_the_front_page_leads_with_the_latest(built: Built) -> None:
    """Lead, what is next, the next event, storylines."""
    page = (built.site / "index.html").read_text()
    lead = page.split('class="front-lead')[1].split("</section>")[0]
    assert "Chapter three" in lead
    assert "This is due soon" in page
    assert "A panel" in page
    assert "How it went." in page


def test_an_address_that_leads_nowhere_offers_search_and_the_latest(built: Built) -> None:
    """Its links hold at any depth below the site's own path."""
    page = (built.site / "404.html").read_text()
    assert 'action="/base/search/"' in page
    assert 'href="/base/briefings/three/"' in page
    assert "spotbriefhole" not in page


def test_the_days_of_the_week_ahead_move_with_the_build(desk: Desk) -> None:
    """The same desk a month later."""
    desk.brief("a", "timeline: [{when: 2025-07-03, title: The talks}]\n")
    early = desk.build(now=datetime(2025, 5, 1, tzinfo=UTC)).page("outlook/week-ahead")
    late = desk.build(now=datetime(2025, 7, 1, tzinfo=UTC)).page("outlook/week-ahead")
    assert "The talks" in _section(early, "later")
    assert re.findall("<h[12].*?>(.*?)</h", early) == ["The next 30 days", "First after that"]
    assert "The talks" in _section(late, "week")


def test_a_card_of_nothing_is_found_before_a_reader_finds_it(desk: Desk) -> None:
    """An unknown briefing, one without a public event, and one that is not public."""
    desk.brief("a", body="[[briefing:cropps]]\n\n[[public_event:crops]]\n\n[[briefing:c]]").brief("crops").brief("c", "status: draft\n")
    said = desk.said()
    assert "briefings/a.md:5:1: error[unknown-reference] there is no briefing 'cropps'\n  hint: did you mean 'crops'?" in said
    assert "briefings/a.md:7:1: error[unknown-reference] there is no briefing with a public event 'crops'" in said
    assert "briefings/a.md:9:1: error[unpublished-link] 'c' is not public yet, but this public text shows its card" in said


@pytest.mark.parametrize("path", ["topics/trade", "issues/rain", "storylines/story", "sources/wire-1", "actors/norway"])
def test_a_page_leads_to_the_others_of_its_kind(built: Built, path: str) -> None:
    """By its label, and every page by its foot."""
    kind, page = path.partition("/")[0], built.page(path)
    assert f'<span class="kind"><a href="../../{kind}/">' in page
    foot = page.partition('<footer class="colophon">')[2]
    for name in ("issues", "topics", "sources"):
        assert f'href="../../{name}/"' in foot
        assert f'href="../{name}/"' in built.page("search").partition("By name")[2].partition("</ul>")[0]
    for missing in ("regions", "authors"):
        assert f"{missing}/" not in foot


def test_a_busy_actor_has_the_newest_in_sight_and_loses_nothing(desk: Desk) -> None:
    """What is older, or has come to its end, is folded up; the index says how many briefings there are, and nothing for none."""
    desk.actor("norway").actor("oslo", "type: organization\n")
    for day in range(10, 22):
        event = f"timeline: [{{when: 2025-02-{day}, title: Talks of {day}, actors: [norway]}}]\n"
        desk.brief(f"b{day}", f"actors: [norway]\n{event}", title=f"Number {day}")
    ended = "resolution: {outcome: happened, when: 2025-03-01}"
    desk.brief("c", f"what_to_expect: [{{text: It came, likelihood: likely, by: 2025-03-01, actors: [norway], {ended}}}]\n")
    built = desk.build()
    page, index = built.page("actors/norway"), built.page("actors")
    folded = "".join(part.partition("</details>")[0] for part in page.split('<details class="older-part">')[1:])
    for text, older in (("Number", 10 + 7), ("Talks of", 7)):
        assert page.count(f"{text} 1") + page.count(f"{text} 2") >= 12
        assert folded.count(text) == older
    assert "It came" in folded
    assert '<span class="count">13 briefings</span>' in index
    assert '<a href="#section:organization">Organisations</a>' in index
    assert ">0<" not in index.partition("<main")[2]


def test_the_navigation_shows_where_a_page_lies(desk: Desk) -> None:
    """In its own section; where the navigation does not name that, nowhere."""
    desk.write("content/storylines/story.yml", "title: A story\n").brief("a", "storyline: story\n")
    built = desk.build()
    for path in ("storylines", "storylines/story", "corrections"):
        assert 'aria-current="' not in built.page(path).split("<main")[0], path
    assert re.findall(r'aria-current="[^"]*">([^<]*)', built.page("briefings/a"))[:1] == ["Briefings"]
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", config.replace("{Actors: actors/index.md}", "{Stories: storylines/index.md}"))
    built = desk.build()
    assert set(re.findall(r'aria-current="[^"]*">([^<]*)', built.page("storylines/story"))) == {"Stories"}
    assert set(re.findall(r'aria-current="[^"]*">([^<]*)', built.page("storylines"))) == {"Stories"}


@pytest.mark.parametrize(
    ("front", "body", "listed"),
    [
        ("", "A note.\n\n---\n\nOf two paragraphs, and ### no heading.", False),
        ("", "## A heading\n\nText.", True),
        ("", "A heading\n-\n\nText.", True),
        ("key_takeaways: [One.]\n", "Text.", True),
        ("actors: [norway]\n", "Text.", True),
    ],
    ids=["a note", "a heading", "an underlined one", "takeaways", "actors"],
)
def test_a_list_of_contents_stands_where_there_are_parts(desk: Desk, front: str, body: str, *, listed: bool) -> None:
    """It would be empty for a note of a few paragraphs."""
    page = desk.actor("norway").brief("a", front, body=body).build().page("briefings/a")
    assert ("On this page" in page) is listed
    assert (page.partition('class="contents"')[2].partition("</nav>")[0].count("<li>") > 0) is listed
