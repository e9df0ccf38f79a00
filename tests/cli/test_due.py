"""`spotbrief due`, and the advice of `check`: what awaits an answer."""

import json

from tests.cli.run import run
from tests.desks import Desk

JUDGEMENTS = """\
what_to_expect:
  - {text: It rains., id: rain, likelihood: likely, probability: 0.7, confidence: low, by: 2025-05-31}
  - {text: It snows., id: snow, likelihood: unlikely, by: 2025-06-15}
  - {text: It thaws., id: thaw, likelihood: likely, by: 2025-06-16}
  - {text: It blows., id: wind, likelihood: likely, by: 2026, revisions: [{when: 2025-03-04, likelihood: unlikely, why: No.}]}
  - {text: It hails., id: hail, likelihood: likely, by: 2025-05, resolution: {outcome: happened, when: 2025-05-02}}
"""


def test_what_awaits_an_answer_is_listed_once_each(desk: Desk) -> None:
    """Overdue, due within a fortnight, and unseen for ninety days; what is resolved or known for certain awaits nothing."""
    desk.brief("a", JUDGEMENTS)
    assert run(desk, "due").output == (
        "Overdue (1)\n  a:rain\n    It rains.\n    likely (70%), low confidence; due 2025-05-31, 1 day ago\n"
        "    briefings/a.md:5: spotbrief resolve a:rain\n\n"
        "Due soon (1)\n  a:snow\n    It snows.\n    unlikely; due 2025-06-15, in 14 days\n"
        "    briefings/a.md:6: spotbrief resolve a:snow\n\n"
        "Not looked at for long (1)\n  a:thaw\n    It thaws.\n    likely; due 2025-06-16, last looked at 92 days ago\n"
        "    briefings/a.md:7: spotbrief revise a:thaw\n"
    )
    assert "a:wind" in run(desk, "due", "--unseen", "89").output
    assert "a:snow\n    It snows.\n    unlikely; due 2025-06-15, last" in run(desk, "due", "--days", "13").output


def test_a_revision_and_a_later_briefing_are_looks(desk: Desk) -> None:
    """A draft is none yet."""
    desk.brief("a", "what_to_expect:\n  - {text: R, id: rain, likelihood: likely, by: 2026}\n")
    desk.brief("b", "status: draft\nwhat_to_expect:\n  - {id: a:rain, likelihood: unlikely}\n")
    assert "likely; due 2026, last looked at 92 days ago" in run(desk, "due").output
    run(desk, "revise", "rain", "--why", "Still so.", "--when", "2025-05-30")
    assert run(desk, "due").output == "Nothing is overdue, due soon, or unseen for long.\n"


def test_programs_read_the_same(desk: Desk) -> None:
    desk.brief("a", JUDGEMENTS).brief("b", "status: withdrawn\nwithdrawn: A hoax.\n" + JUDGEMENTS.split("\n", 2)[0] + "\n  - Sun.\n")
    said = json.loads(run(desk, "due", "--format", "json").output)
    assert (said["today"], said["counts"]) == ("2025-06-01", {"overdue": 1, "soon": 1, "unseen": 2})
    assert said["judgements"][0] == {
        "id": "a:rain",
        "why": "overdue",
        "days": 1,
        "text": "It rains.",
        "likelihood": "likely",
        "probability": 0.7,
        "confidence": "low",
        "by": "2025-05-31",
        "seen": "2025-03-01",
        "withdrawn": False,
        "file": "briefings/a.md",
        "line": 5,
    }
    assert [(one["id"], one["withdrawn"]) for one in said["judgements"][2:]] == [("a:thaw", False), ("b:1", True)]


def test_what_nobody_may_read_yet_awaits_nothing(desk: Desk) -> None:
    desk.brief("a", f"status: draft\n{JUDGEMENTS}").brief("b", f"embargo: 2025-06-02\n{JUDGEMENTS}")
    assert run(desk, "due").output == "Nothing is overdue, due soon, or unseen for long.\n"
    assert "overdue" not in desk.said()


def test_signs_that_a_terminal_would_obey_are_named(desk: Desk) -> None:
    desk.brief("a", 'what_to_expect:\n  - {text: "Rain\\u200b falls", id: rain, likelihood: likely, by: 2025-04}\n')
    assert "Rain<zero-width space> falls" in run(desk, "due").output


def test_the_check_names_the_command_that_answers(desk: Desk) -> None:
    """At the line of the judgement; once it is answered, even in a draft, no more."""
    desk.brief("a", JUDGEMENTS)
    said = (
        "briefings/a.md:5:5: advice[overdue] this was due (2025-05-31), and nobody has said how it ended\n"
        "  hint: run: spotbrief resolve a:rain"
    )
    assert desk.said() == said
    run(desk, "resolve", "rain", "--outcome", "happened", "--when", "2025-05-30", "--in", "new", "--title", "Rain")
    assert "overdue" not in desk.said()
