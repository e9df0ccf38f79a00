"""What stands in for a mistake is nobody's word: no check speaks of it."""

import pytest

from tests.desks import Desk

BROKEN = (
    "image: {file: x.svg}",
    "image: {alt: A map}",
    "image: {src: [a.png], alt: A map}",
    "sources: [{id: wire, titel: Envoys meet}]",
    "timeline: [{id: talks, when: soon, title: Talks}]",
    "timeline: [{id: talks, wen: 2025-03-03, title: Talks}]",
    "statements: [{issue: truce, when: 2025-03-03, stance: supports, text: A}]",
    "statements: [{actor: ukraine, isue: truce, when: 2025-03-03, stance: supports, text: A}]",
    "what_to_expect: [{id: rain, txt: It rains., likelihood: likely, by: 2027-01-01}]",
    "what_to_expect: [{text: It rains., likelihood: [likely], by: 2027-01-01}]",
    "what_to_expect: [{text: It rains., likelihood: likely, by: 2027-01-01, base_rate: {probabilty: 0.2, of: Days}}]",
    "key_takeaways: [{nature: fact}]",
    "corrections: [{when: 2025-03-05, was: A}]",
    "public_event: {titel: Talks, starts: 2025-03-05T10:00}",
    "actors: [[ukraine]]",
    "topics: {a: b}",
    "storyline: [a, b]",
    "authors: [{nam: A}]",
)


@pytest.mark.parametrize("more", BROKEN)
def test_no_check_speaks_of_what_stands_in_for_a_mistake(desk: Desk, more: str) -> None:
    """The mistake is told once, and nothing that follows from what was put in its place."""
    desk.actor("ukraine").write("content/issues.yml", "truce: {name: A truce}\n").brief("a", f"{more}\n")
    said = desk.said()
    assert said
    assert "'…'" not in said
    assert "1970" not in said
    assert said.count("error[") == 1, said


def test_a_publication_that_nobody_can_read_makes_no_followup_early(desk: Desk) -> None:
    """The day in its place lies before that of every other briefing."""
    desk.brief("a", "what_to_expect: [{id: rain, text: It rains., likelihood: likely, by: 2027-01-01}]\n")
    desk.brief("b", "what_to_expect: [{id: 'a:rain', likelihood: unlikely, why: Clouds.}]\n")
    path = desk.root / "briefings/b.md"
    path.write_text(path.read_text("utf-8").replace("published: 2025-03-01", "published: some day"), "utf-8")
    assert desk.said().count("error[") == 1, desk.said()


@pytest.mark.parametrize("text", ["a: {titel: A}\n", "a: {}\n", "a: {name: [A, B]}\n"])
@pytest.mark.parametrize("kind", ["actors", "topics", "authors", "publishers", "issues", "regions"])
def test_nor_in_reference_data(desk: Desk, kind: str, text: str) -> None:
    """Of any kind."""
    said = desk.write(f"content/{kind}.yml", text).brief("a").said()
    assert "'…'" not in said
    assert "1970" not in said


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("storyline: [a, b]", "it takes one alone: write storyline: a"),
        ("kind: [news, tracker]", "write kind: news"),
        ("timeline: [{id: [a, b], when: 2025-03-03, title: T}]", "it takes one alone: write id: a"),
        ("title: [Kyiv, Moscow]", "put text that starts with [ or { in quotes"),
    ],
)
def test_where_one_is_wanted_the_hint_for_a_list_leads_in_no_circle(desk: Desk, more: str, hint: str) -> None:
    """Quotation marks make one text of a list, which is no id."""
    desk.write("briefings/a.md", f"---\n{'' if more.startswith('title') else 'title: A'}\npublished: 2025-03-01\n{more}\n---\nText.\n")
    assert hint in desk.said()
