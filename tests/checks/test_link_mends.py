"""What a link that leads nowhere was meant to be."""

import pytest

from tests.desks import Desk


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[a](www.bbc.com/news)", "write https://www.bbc.com/news"),
        ("[a](bbc.com/news?x=1)", "write https://bbc.com/news?x=1"),
        ("![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>", "save the picture as a file beside this one, and name that file"),
        ("![x](C:\\Users\\me\\map.png)", "put the picture beside this one, and write its name alone"),
        ("[x](notes/other.md)", "write the way from this file"),
        ("[x](report.pdf)", "write the way from this file"),
        ("[x](http://127.0.0.1:8000/briefings/b/)", "did you mean 'b.md'?"),
        ("[x](http://localhost:8000/briefings/b/#c)", "did you mean 'b.md'?"),
        ("[x](https://192.168.1.3/x)", "write the way from this file"),
    ],
)
def test_the_hint_says_what_was_meant(desk: Desk, typed: str, hint: str) -> None:
    """One problem, one mend."""
    said = desk.brief("b").brief("a", body=typed).said()
    assert hint in said
    assert said.count("hint:") == 1


def test_what_has_happened_is_not_dated_ahead(desk: Desk) -> None:
    """Statements and sources; an event may lie ahead, and a vague date that has begun is past."""
    desk.actor("n").write("content/issues.yml", "i: {title: I}\n")
    lines = [
        "as_of: 2030-01-01",
        "statements: [{actor: n, issue: i, when: 2030-01-01, text: Said.}, {actor: n, issue: i, when: 2025, text: Said.}]",
        "sources: [{title: S, published: 2031, accessed: 2032}]",
        "timeline: [{when: 2030-01-01, title: E}]",
    ]
    desk.brief("a", "\n".join(lines) + "\n")
    assert [problem.line for problem in desk.examine().problems if problem.rule == "dated-ahead"] == [4, 5, 6, 6]


def test_addresses_of_a_machine_of_the_desk_are_told_in_fields_too(desk: Desk) -> None:
    """A preview's address gets into texts by pasting."""
    said = desk.brief("a", "sources: [{title: S, url: 'http://localhost:8000/x'}]\n").said()
    assert "briefings/a.md:4:27: error[missing-link] the link 'http://localhost:8000/x' leads to the machine or the network" in said


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[[grain]]", "this is the id of a topic: in a list it stands under topics; in a text, write its name without brackets"),
        ("[[topic:grain]]", "this is the id of a topic"),
        ("[[b]]", "this is the id of a briefing: write [[briefing:b]] in a text"),
        ("[[briefing:un]]", "this is the id of an actor: write [[un]] in a text"),
        ("[[UN]]", "did you mean 'un'?"),
        ("[[toc]]", "nothing puts a list of headings in its place: take it out"),
        ("[[_TOC_]]", "nothing puts a list of headings in its place: take it out"),
        ("![[map.png]]", "a picture is ![what it shows](map.png)"),
        ("[[https://x.example][words]]", "a link is [words](https://x.example)"),
        ("[[un]s]", "write [[id]] or [[id|text]] on one line"),
    ],
)
def test_brackets_that_name_no_actor_get_the_mend_of_what_was_meant(desk: Desk, typed: str, hint: str) -> None:
    """Ids of other kinds, pictures, links and contents, as other systems write them."""
    desk.write("content/topics.yml", "grain: {name: Grain}\n").actor("un").actor("twin", name="UN").brief("b")
    assert f"hint: {hint}" in desk.brief("a", body=typed).said()


@pytest.mark.parametrize(("body", "picture"), [("[x](nope.png)\n\n![y](nope.png)", "7:1"), ("[![y](nope.png)](nope.png)", "5:2")])
def test_a_link_and_a_picture_of_one_target_have_each_their_place(desk: Desk, body: str, picture: str) -> None:
    said = desk.brief("a", body=body).said()
    assert "briefings/a.md:5:1: error[missing-link]" in said
    assert f"briefings/a.md:{picture}: error[missing-picture]" in said
