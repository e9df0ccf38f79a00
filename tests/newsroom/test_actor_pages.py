"""Who somebody is, in sight at once; and everybody, where readers look for them."""

import re
from pathlib import Path

import pytest

from tests.desks import Built, Desk

SAID = """\
statements:
  - {actor: rubio, issue: aid, when: 2025-01-10, stance: supports, text: Wants more., quote: More!}
  - {actor: rubio, issue: aid, when: 2025-02-10, stance: opposes, text: Wants none.}
  - {actor: rubio, issue: aid, when: 2025-02-20, stance: opposes, text: Wants none still., quote: None!}
"""
EXPECTED = """\
what_to_expect:
  - {text: It comes late, likelihood: likely, by: 2025-12-31, actors: [rubio]}
  - {text: It comes soon, likelihood: unlikely, by: 2025-07-31, actors: [rubio]}
"""
POSTS = """\
memberships:
  - {organization: state, role: Secretary, since: 2025-01-21}
  - {organization: senate, role: Senator, until: 2025-01-20}
"""

ROW = r'<li(?: class="row[" ]| data-changed|><p><time)'
"""How a row of a list begins: a judgement, a briefing, or an event."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk with an actor of whom much is told, one who is named once, and names of all sorts."""
    desk = Desk(Path(tmp_path_factory.mktemp("actors")))
    desk.actor("rubio", f"type: person\n{POSTS}", "Marco Rubio").actor("leyen", "type: person\n", "Ursula von der Leyen")
    desk.actor("wever", "type: person\nother_names: [Барт Де Вевер]\n", "Bart De Wever")
    desk.actor("kim", "type: person\nsort_name: Kim Jong Un\n", "Kim Jong Un")
    desk.actor("wire", "type: organization\nclassification: outlet\n", "The Wire").actor("norway")
    desk.write("content/issues.yml", "aid: {title: Aid}\n").write("content/storylines/story.yml", "title: The story\n")
    desk.brief("a", f"actors: [rubio, norway]\n{SAID}{EXPECTED}")
    desk.brief("b", "storyline: story\ntimeline: [{id: talk, when: 2025-02-27, title: A talk, actors: [kim, norway]}]\n", title="On Kim")
    done = desk.build()
    assert done.code == 0, done.said
    return done


def test_the_post_of_today_stands_below_the_name(built: Built) -> None:
    """And none that is over."""
    head = built.page("actors/rubio").partition('<header class="page-head')[2].partition("</header>")[0]
    assert "Secretary, state, since 21 January 2025" in head
    assert "Senator" not in head
    assert '<p class="initials" aria-hidden="true">MR</p>' in head
    assert 'href="../../actors/rubio/feed.xml"' in head


def test_a_short_name_stands_for_an_actor(tmp_path: Path) -> None:
    """One in the script of its name first; a state has none in another script, and a person none at all."""
    desk = Desk(tmp_path).actor("ofac", "type: organization\nother_names: [ОФАК, OFAC]\n", "Office of Foreign Assets Control")
    desk.actor("un", "type: organization\nother_names: [ООН]\n", "United Nations")
    desk.actor("realm", "type: state\nother_names: [ВБ, REALM]\n", "United Realm")
    desk.actor("rubio", "type: person\nother_names: [MAR]\n", "Marco Antonio Rubio")
    built = desk.brief("a", "actors: [ofac, un, realm, rubio]\n").build()
    drawn = [re.findall('class="initials"[^>]*>(.*?)<', built.page(f"actors/{id}")) for id in ("ofac", "un", "realm", "rubio")]
    assert drawn == [["OFAC"], ["ООН"], ["UR"], ["MR"]]


def test_where_an_actor_stands_is_a_line(built: Built) -> None:
    """The stance, since when it is held, what it was before, and what was said last."""
    line = re.search(r'<li class="stand-line">.*?</li>', built.page("actors/rubio"), re.DOTALL)
    assert line
    for text in ("Aid", "Opposes", "10 February 2025</time>, moved from supports", "None!"):
        assert text in line[0]
    assert "More!" not in line[0]


def test_what_is_expected_of_an_actor_begins_with_what_is_due_first(built: Built) -> None:
    page = built.page("actors/rubio")
    assert page.index("It comes soon") < page.index("It comes late")


def test_who_is_named_in_passing_has_what_there_is_to_read(built: Built) -> None:
    """The briefings, those that tell an event with the actor too, the storyline, and who is named beside."""
    page = built.page("actors/kim")
    assert "Named in 1 briefing<" in page
    assert "On Kim</a>" in page.partition('id="section:briefings"')[2]
    assert "The story</a>" in page
    assert "norway/" in page.partition("Named beside")[2]


def test_actors_stand_under_the_letter_of_their_family_name(built: Built) -> None:
    """Outlets stand apart, and have no article; the filter finds other names."""
    index = built.page("actors").partition("<main")[2]
    assert re.findall(r'id="letter:person:(\w)"', index) == ["D", "K", "L", "R"]
    assert 'id="letter:outlet:W"' in index
    assert 'id="letter:organization:' not in index
    assert 'data-names="De Wever Bart Барт Де Вевер"' in index
    assert "28 Feb 2025" not in index
    kim = index.partition('data-names="Kim Jong Un')[2].partition("</li>")[0]
    assert "27 Feb 2025" in kim


def test_an_outlet_is_one_to_machines(built: Built) -> None:
    assert '"@type":"NewsMediaOrganization"' in built.page("actors/wire").replace(" ", "")


def test_what_is_too_much_for_a_page_has_pages_of_its_own(tmp_path: Path) -> None:
    """The actor's page shows the first and leads to all; the sitemap has them, and each row leads to where it is told."""
    desk = Desk(tmp_path).actor("norway")
    for number in range(51):
        told = f"timeline: [{{id: e{number}, when: 2025-01-01, title: Event {number}, actors: [norway]}}]\n"
        expected = f"what_to_expect: [{{text: It comes {number}, by: 2025-12-31, actors: [norway]}}]\n"
        desk.brief(f"b{number:02}", f"actors: [norway]\n{told}{expected}")
    built = desk.build()
    assert built.code == 0, built.said
    page, sitemap = built.page("actors/norway"), (built.site / "sitemap.xml").read_text()
    for kind, told in {"judgements": "#judgement:1", "briefings": "", "events": "#event:e50"}.items():
        assert f'href="../../actors/norway/{kind}/">All 51 ' in page
        assert f"/actors/norway/{kind}/</loc>" in sitemap
        rows = re.findall(f"{ROW}.*?</li>", built.page(f"actors/norway/{kind}"), re.DOTALL)
        assert len(rows) == 51
        assert any(f'href="../../../briefings/b50/{told}"' in row for row in rows)
    assert len(re.findall(ROW, page)) < 20
