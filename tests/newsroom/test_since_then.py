"""A bottom line that is quoted as the state of things says what became since of what it expected."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desks import Built, Desk, words

EXPECTS = """\
summary: A summary.
bottom_line: It will rain.
topics: [trade]
storyline: story
what_to_expect:
  - {id: rain, text: More *rain* & snow., probability: 0.97, by: 2025-05-31, resolution: {outcome: happened, when: 2025-05-20}}
  - {id: hail, text: Hail., likelihood: likely, by: 2025-05-31, resolution: {outcome: did_not_happen, when: 2025-05-21}}
  - {id: even, text: Even., probability: 0.5, by: 2025-05-31, resolution: {outcome: happened, when: 2025-05-10}}
  - {id: void, text: Void., probability: 0.7, by: 2025-05-31, resolution: {outcome: void, when: 2025-05-22, note: No more.}}
  - {id: soon, text: Soon., likelihood: likely, by: 2025-05-25}
  - {id: late, text: Late., likelihood: likely, by: 2025-12-31}
"""
QUESTION = """\
bottom_line: One of three.
storyline: other
what_to_expect:
  - {id: a, text: All., probability: 0.1, by: 2025-05-31, group: The front}
  - {id: b, text: Some., probability: 0.2, by: 2025-05-31, group: The front}
  - {id: c, text: None., probability: 0.7, by: 2025-05-31, group: The front}
"""


def desk_of(root: Path) -> Desk:
    """A desk with a topic and two storylines."""
    desk = Desk(root).write("content/topics.yml", "trade: {name: Trade}\n").write("content/storylines/other.yml", "title: The other\n")
    return desk.write("content/storylines/story.yml", "title: The story\n")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """With a briefing whose judgements ended in every way."""
    return desk_of(tmp_path_factory.mktemp("since")).brief("a", EXPECTS)


@pytest.fixture(scope="module")
def built(desk: Desk) -> Built:
    """Its site."""
    done = desk.build()
    assert done.code == 0, done.said
    return done


def since(built: Built, path: str) -> list[str]:
    """The lines of the block on a page."""
    block = built.page(path).partition('class="since-then"')[2].partition("</ul>")[0]
    return [words(line, "") for line in re.findall("<li.*?</li>", block, re.DOTALL)]


def heading(built: Built, path: str) -> str:
    """What is said above the bottom line."""
    return words(re.findall('<h2 id="section:now">(.*?)</h2>', built.page(path))[0], "")


def test_what_was_answered_does_not_pose_as_the_state_of_things(built: Built) -> None:
    """What ended, the last first, then what is overdue; each with what was said, what came, and the way to it."""
    for path in ("storylines/story", "topics/trade"):
        assert heading(built, path) == "Where it stood on 1 March 2025"
        assert since(built, path) == [
            "22 May 2025: Void (we said likely, 70%): void",
            "21 May 2025: Hail (we said likely, 55–80%): did not happen, against our odds",
            "20 May 2025: More rain & snow (we said almost certain, 97%): happened, as expected",
            "10 May 2025: Even (we said roughly even chance, 50%): happened, a toss-up",
            "Overdue since 25 May 2025: Soon",
        ]
        assert '<a href="../../briefings/a/#judgement:soon">Soon</a>' in built.page(path)
        assert 'class="is-against-our-odds"' in built.page(path)


def test_the_lead_says_the_first_of_it_and_the_briefing_how_many(built: Built) -> None:
    """The way leads to the table of judgements."""
    assert [line[:6] for line in since(built, "")] == ["22 May", "21 May"]
    said = "Since then: 1 came as expected, 1 came against our odds, 1 was a toss-up, 1 ended otherwise, 1 is overdue"
    assert f"<p>{said}</p>" in built.page("briefings/a")


def test_while_all_is_open_it_is_how_things_stand(tmp_path: Path) -> None:
    """On the day of the build: what falls due that day is no more overdue than what falls due later."""
    open_ones = "bottom_line: It will rain.\nstoryline: story\nwhat_to_expect: [{text: Rain., likelihood: likely, by: 2025-05-25}]\n"
    desk = desk_of(tmp_path).brief("a", open_ones)
    built = desk.build(now=datetime(2025, 5, 25, 12, tzinfo=UTC))
    assert heading(built, "storylines/story") == "Where it stands now"
    assert "Since then" not in built.everything()
    later = desk.build(now=datetime(2025, 5, 26, 12, tzinfo=UTC), site="later")
    assert since(later, "storylines/story") == ["Overdue since 25 May 2025: Rain"]
    assert "Since then: 1 is overdue<" in later.page("briefings/a")


def test_the_scenarios_of_a_question_are_one(tmp_path: Path) -> None:
    """The one that came says what became of all; while none did, the question is overdue once."""
    desk = desk_of(tmp_path)
    overdue = desk.brief("a", QUESTION).build()
    assert since(overdue, "storylines/other") == ["Overdue since 31 May 2025: The front"]
    came = QUESTION.replace("probability: 0.7,", "probability: 0.7, resolution: {outcome: happened, when: 2025-05-31},")
    built = desk.brief("a", came).build(site="came")
    assert since(built, "storylines/other") == ["31 May 2025: None (we said likely, 70%): happened, as expected"]
    assert "Since then: 1 came as expected<" in built.page("briefings/a")


def test_what_nobody_said_how_likely_has_no_verdict(tmp_path: Path) -> None:
    silent = "{text: Fog., by: 2025-04-30, resolution: {outcome: happened, when: 2025-04-10}}"
    built = desk_of(tmp_path).brief("a", f"bottom_line: Rain.\nstoryline: story\nwhat_to_expect: [{silent}]\n").build()
    assert since(built, "storylines/story") == ["10 April 2025: Fog: happened"]
    assert "Since then: 1 ended otherwise<" in built.page("briefings/a")


def test_what_later_briefings_say_counts_and_what_was_withdrawn_does_not(tmp_path: Path) -> None:
    """Nor does a text that is held back leave a trace; of many that are overdue, some are named."""
    claims = "".join(f"  - {{id: c{n}, text: Claim {n}., likelihood: likely, by: 2025-05-{n + 10}}}\n" for n in range(6))
    desk = desk_of(tmp_path).brief("a", f"bottom_line: Rain.\nstoryline: story\nwhat_to_expect:\n{claims}")
    answer = "what_to_expect: [{{id: 'a:c{n}', {more}resolution: {{outcome: did_not_happen, when: 2025-05-30, note: {note}}}}}]\n"
    desk.brief("b", answer.format(n=0, more="likelihood: unlikely, ", note="It is dry."))
    desk.brief("gone", f"status: withdrawn\nwithdrawn: It was wrong.\n{answer.format(n=1, more='', note='YAK')}")
    desk.brief("held", f"embargo: 2025-06-09\n{answer.format(n=2, more='', note='YAK')}")
    built = desk.build()
    assert built.code == 0, built.said
    lines = since(built, "storylines/story")
    assert lines[0] == "30 May 2025: Claim 0 (we said unlikely, 20–45%): did not happen, as expected"
    assert lines[1] == "Overdue since 11 May 2025: Claim 1"
    assert lines[4:] == ["Overdue since 14 May 2025: Claim 4 · and 1 more"]
    assert '<a href="../../briefings/a/#section:expected">and 1 more</a>' in built.page("storylines/story")
    assert "YAK" not in built.everything()


def test_what_is_not_translated_says_its_language(tmp_path: Path) -> None:
    """Where it stands among what is."""
    desk = desk_of(tmp_path)
    config = (
        (tmp_path / "mkdocs.yml")
        .read_text()
        .replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, languages: {en: English, uk: Українська}")
    )
    desk.write("mkdocs.yml", config)
    desk.brief("a", "bottom_line: Rain.\nstoryline: story\nwhat_to_expect: [{id: c, text: Claim., likelihood: likely, by: 2025-05-10}]\n")
    desk.write("briefings/a.uk.md", "---\ntitle: Назва\nbottom_line: Дощ.\n---\nТекст.\n")
    built = desk.build()
    assert built.code == 0, built.said
    page = built.page("uk/storylines/story")
    assert since(built, "uk/storylines/story") == ["Прострочено (строк: 10 травня 2025): Claim"]
    assert '<span lang="en" dir="ltr">Claim</span>' in page
    assert "Як стояли справи" in page
