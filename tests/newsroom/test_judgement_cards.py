"""A judgement is told once, as a row that opens: what changed, its way drawn, and links from earlier briefings to later ones and back."""

import json
import re

import pytest

from tests.desks import Built, Desk, words

EARLIER = """\
authors: [jane]
what_to_expect:
  - id: rain
    text: It rains & pours.
    likelihood: likely
    probability: 0.7
    confidence: low
    by: 2025-07-31
    base_rate: {probability: 0.4, of: "summers since 1950 that began dry", sources: [almanac]}
    revisions: [{when: 2025-03-05, likelihood: likely, probability: 0.65, why: Own-why.}]
  - {id: snow, text: It snows., likelihood: unlikely, by: 2025-06-30}
  - {id: calm, text: Never revised., likelihood: likely, by: 2025-08-01}
  - {id: told, text: "As [they say](https://example.org/b), it hails.", likelihood: likely, by: 2025-08-01, criteria: Hail is seen.}
  - {id: wet, group: How is summer?, text: Summer is wet., probability: 0.3, by: 2025-09-01}
  - {id: dry, group: How is summer?, text: Summer is dry., probability: 0.5, by: 2025-09-01}
  - {id: mild, group: How is summer?, text: Summer is mild., probability: 0.2, by: 2025-09-01}
sources: [{id: almanac, title: An almanac, url: "https://example.org/a"}]
"""
LATER = """\
kind: forecast_update
authors: [john]
timeline: [{id: flood, when: 2025-03-20, title: The river rises}, {when: 2024-01-01, title: Long before}]
what_to_expect:
  - {id: "earlier:rain", likelihood: roughly even chance, probability: 0.5, confidence: moderate, why: "The wind turned."}
  - {id: "earlier:wet", probability: 0.4, why: It is damp.}
  - {id: "earlier:dry", probability: 0.4, why: It is damp.}
"""
LAST = """\
what_to_expect:
  - id: "earlier:snow"
    resolution: {outcome: happened, when: 2025-05-20, note: It lay for a day., learned: Winters are long.}
  - {id: "earlier:rain", likelihood: likely, probability: 0.6, why: Clouds again.}
"""
HIDDEN = 'what_to_expect: [{{id: "earlier:rain", likelihood: unlikely, probability: 0.3333, why: Secret-{name}.}}]\n'


def lay(desk: Desk) -> Desk:
    """An earlier briefing, two later ones that take up its judgements, and three that readers do not see."""
    desk.write("content/authors.yml", "jane: {name: Jane Roe}\njohn: {name: John Doe}\n")
    _brief(desk, "earlier", "2025-03-01", EARLIER)
    _brief(desk, "later", "2025-04-01", LATER)
    _brief(desk, "last", "2025-05-21", LAST)
    _brief(desk, "draft", "2025-05-30", "status: draft\n" + HIDDEN.format(name="draft"))
    _brief(desk, "held", "2025-05-30", "embargo: 2030-01-01\n" + HIDDEN.format(name="held"))
    _brief(desk, "gone", "2025-05-22", "status: withdrawn\n" + HIDDEN.format(name="gone"))
    return desk


def _brief(desk: Desk, id: str, day: str, more: str) -> None:
    desk.write(f"briefings/{id}.md", f"---\ntitle: The {id} one\npublished: {day}\n{more}---\nText.\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of that desk."""
    found = lay(Desk(tmp_path_factory.mktemp("desk"))).build()
    assert found.code == 0, found.said
    return found


def card(built: Built, page: str, text: str) -> str:
    """The row of a judgement on a page, with all that opens below it."""
    cards = re.findall(r'<li class="row judgement" .*?(?=<li class="(?:row judgement"|scenarios")|</section>)', built.page(page), re.DOTALL)
    return next(str(found) for found in cards if f"<h3>{text}" in found)


def twin(built: Built, id: str) -> str:
    """The Markdown twin of a briefing."""
    return (built.site / f"briefings/{id}/index.md").read_text("utf-8")


def article(built: Built, id: str) -> str:
    """What the feed says of a briefing."""
    items = json.loads((built.site / "feed.json").read_bytes())["items"]
    return str(next(item["content_html"] for item in items if item["url"].endswith(f"/{id}/")))


RAIN = "It rains &amp; pours."


def test_a_later_briefing_says_first_from_what_to_what_and_why(built: Built) -> None:
    """With how sure the desk is, and a link to the briefing that said it first."""
    found = card(built, "briefings/later", RAIN)
    said = words(found)
    assert "Likely (65%), low confidence → roughly even chance (50%), moderate confidence" in said
    assert said.index("pours.") < said.index("Likely (65%)")
    assert "1 April 2025 : The wind turned." in said
    assert '<a href="../../briefings/earlier/#judgement:rain">The earlier one</a>' in found
    assert '<a href="../../briefings/last/#judgement:earlier:rain">The last one</a>' in found


def test_the_earlier_briefing_shows_where_it_was_revised_and_lists_every_word(built: Built) -> None:
    """Who said it when and why, and what was told in between."""
    found = card(built, "briefings/earlier", RAIN)
    assert "Roughly even chance (50%) → likely (60%)" in words(found.partition("<details")[2].partition("<figure")[0])
    assert '<a href="../../briefings/last/#judgement:earlier:rain">The last one</a>' in found
    said = re.findall(r"<li><strong>(.*?)(?=<li><strong>|</ol>)", found, re.DOTALL)
    days = [re.sub(r"<[^>]*>", "", one).partition(":")[0] for one in said]
    assert days == ["1 March 2025", "5 March 2025", "1 April 2025", "21 May 2025"]
    assert "From The later one , by John Doe" in words(said[2])
    assert '<a href="../../briefings/later/#event:flood">20 March 2025: The river rises</a>' in said[2]
    assert "Long before" not in found


def test_a_revised_judgement_is_drawn_and_says_what_is_drawn(built: Built) -> None:
    """What was never revised has the meter of its row alone."""
    drawn = card(built, "briefings/earlier", RAIN)
    assert 'role="img"' in drawn
    assert 'aria-label="From likely, 70% on 1 Mar 2025 to likely, 60% on 21 May 2025"' in drawn
    assert "<desc>Steps: 1 Mar 2025: likely, 70%; 5 Mar 2025: likely, 65%; 1 Apr 2025: roughly even chance, 50%;" in drawn
    assert ">70%</text>" in drawn
    assert ">60%</text>" in drawn
    plain = card(built, "briefings/earlier", "Never revised.")
    assert plain.count('class="meter"') == 1
    assert "chart-course" not in plain
    assert 'class="change"' not in plain


def test_an_end_stands_below_the_claim_on_both_pages(built: Built) -> None:
    """With what was learned; the earlier page says where."""
    for page in ("briefings/earlier", "briefings/last"):
        said = words(card(built, page, "It snows."))
        assert "Happened 20 May 2025" in said
        assert "Due by 30 June 2025" in said
        assert "It lay for a day." in said
        assert "What we learned: Winters are long." in said
    assert "/last/#judgement:earlier:snow" in card(built, "briefings/earlier", "It snows.")
    assert "/earlier/#judgement:snow" in card(built, "briefings/last", "It snows.")


def test_a_forecast_update_begins_with_what_changed(built: Built) -> None:
    """Before its takeaways and its text, in every medium; other kinds have no such part."""
    page = built.page("briefings/later")
    part = page[page.index('id="section:changed"') : page.index('<div class="body prose">')]
    assert '<a class="change" href="#judgement:earlier:rain">Likely (65%), low confidence → roughly even chance (50%)' in part
    for text in (twin(built, "later"), article(built, "later")):
        assert text.index("What changed") < text.index("Likely (65%), low confidence → roughly even chance (50%)") < text.index("Text.")
    assert "section:changed" not in built.page("briefings/last")


def test_a_base_rate_is_one_plain_line_with_its_note(built: Built) -> None:
    """In every medium."""
    line = "Such things happen in 40% of cases: summers since 1950 that began dry"
    assert f"<p>{line}\u00a0<sup" in card(built, "briefings/earlier", RAIN)
    assert f"{line} (source 1)" in twin(built, "earlier")
    assert line in article(built, "earlier")


def test_scenarios_stand_together_where_all_are_in_a_list(built: Built) -> None:
    """Below their question and what they sum to, each a row with its odds and what they were."""
    page = built.page("briefings/earlier")
    group = re.search(r'<li class="scenarios">(.*?)</ol></li>', page, re.DOTALL)
    assert group
    said = words(group[1])
    assert said.startswith("Scenarios: How is summer? Together 100% Summer is wet.")
    assert "Summer is wet. Unlikely 40%" in said
    assert "30% → 40%" in said
    assert group[1].count('<li class="row judgement" ') == 3
    assert "A scenario of" not in page
    assert built.page("outlook").count("A scenario of: How is summer?") == 3
    for text in (twin(built, "earlier"), article(built, "earlier")):
        assert "Scenarios: How is summer?" in text
        assert "from 30%" in text


def test_a_scenario_that_stands_without_the_others_says_of_what_it_is_one(built: Built) -> None:
    """As on the page of a briefing that takes up two of three."""
    page = built.page("briefings/later")
    assert 'class="scenarios"' not in page
    assert page.count("A scenario of: How is summer?") == 2


def test_each_judgement_is_told_once(built: Built) -> None:
    """By its row; it has one level of details, and none where there is no more to say."""
    page = built.page("briefings/earlier")
    assert page.count('id="judgement:calm"') == page.count("<h3>Never revised.</h3>") == 1
    assert "section:in_full" not in page
    assert all(found.count("<details") <= 1 for found in page.split('<li class="row judgement" ')[1:-1])
    assert "<summary>More</summary>" in card(built, "briefings/earlier", RAIN)
    assert "<details" not in card(built, "briefings/earlier", "Never revised.").partition("</li>")[0]


def test_a_claim_has_its_links_and_its_criteria_open_below_it(built: Built) -> None:
    found = card(built, "briefings/earlier", "As <a")
    assert '<h3>As <a href="https://example.org/b">they say</a>, it hails.</h3>' in found
    assert "<summary>How we will know</summary>" in found
    assert "Hail is seen." in found


def test_what_readers_may_not_see_is_in_no_drawing_and_no_list(built: Built) -> None:
    """Revisions of drafts, of what is held back and of what was withdrawn."""
    text = built.everything()
    assert "Secret-" not in text
    assert "33.3%" not in text
