"""A slip of YAML hides no other mistake, and none is made up because of it."""

import pytest

from tests.desks import Desk

SLIPS = (
    'summary: "Envoys meet',
    "summary: 'Envoys meet",
    "summary: Envoys meet: again",
    "summary:Envoys meet",
    "summary: Envoys meet\n\tand part",
    "summary: @desk says so",
    "summary: *so* they say",
    "summary: [Envoys, meet",
    "summary: {Envoys: meet",
    "summary: Envoys meet\nsummary: Envoys part",
    "summary Envoys meet",
    "summary: |\nEnvoys meet",
    "summary: !important Envoys meet",
    'summary: "Envoys" meet',
    "key_takeaways:\n  – {id: first, text: Envoys meet.}\n  – {id: second, text: Envoys part.}",
    "key_takeaways:\n  - id: first\n   text: Envoys meet.",
    "key_takeaways:\n  -id: first\n    text: Envoys meet.",
    "key_takeaways:\n  - {id: first, text: Envoys meet.",
    "key_takeaways: [{id: first, text: Envoys: meet, at last.}]",
)

OTHERS = ("titel: A title", "published: soon", "topics: [nosuch]", "sources: [{id: wire, title: T, url: 'javascript:x'}]")
"""Mistakes in other fields, one each."""

BODY = "Nobody met [[nobody]].\n"


def _read(desk: Desk, *fields: str, body: str = "Text.\n") -> Desk:
    return desk.write("briefings/a.md", "\n".join(["---", *fields, "---", body]))


@pytest.mark.parametrize("at", [0, 2, 4])
@pytest.mark.parametrize("slip", SLIPS)
def test_the_other_mistakes_of_the_file_are_told(desk: Desk, slip: str, at: int) -> None:
    """Each at its line, wherever the slip stands."""
    fields = [*OTHERS[:at], slip, *OTHERS[at:]]
    lines = _read(desk, *fields, body=BODY).said().splitlines()
    told = {line.split(":")[1] for line in lines if "error[" in line}
    text = (desk.root / "briefings/a.md").read_text("utf-8").splitlines()
    wanted = {str(text.index(line) + 1) for line in (*OTHERS, BODY.strip())}
    assert wanted <= told, "\n".join(lines)


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("slip", SLIPS)
def test_nothing_follows_from_a_slip(desk: Desk, slip: str, at: int) -> None:
    """In a briefing without any other mistake it is told alone, once for each of its lines."""
    fields = ["title: A title", "published: 2025-03-01"]
    _read(desk, *fields[:at], slip, *fields[at:])
    desk.brief("b", "related: [a]\n", body="It is told [before](a.md).")
    said = desk.said()
    first = said.splitlines()[0]
    assert first.startswith("briefings/a.md:")
    assert "error[" in first
    assert said.count("error[") == (2 if "–" in slip else 1), said
    assert "warning[" not in said, said


@pytest.mark.parametrize("field", ["title: [", "published: [2025", 'title: "A title', "published: 2025-03-01: noon"])
def test_a_field_that_a_slip_hides_is_not_missing(desk: Desk, field: str) -> None:
    """Only what stands nowhere is."""
    fields = [one for one in ("title: A title", "published: 2025-03-01") if one.split(":")[0] != field.split(":")[0]]
    said = _read(desk, *fields, field).said()
    assert said.count("error[") == 1, said


@pytest.mark.parametrize(
    "entry", ["  name: [Ceasefire\n", '  name: "Ceasefire\n', "  name: Talks: the third round\n", "  name:Ceasefire\n"]
)
def test_one_entry_of_a_list_hides_no_other(desk: Desk, entry: str) -> None:
    """Topics above and below it are known, what names it is not blamed, and theirs is told too."""
    desk.write("content/topics.yml", f"trade:\n  name: Trade\ntruce:\n{entry}gas:\n  nam: Gas\ncoal:\n  name: Coal\n")
    said = desk.brief("a", "topics: [trade, truce, coal]\n").said()
    assert said.count("error[") == 2, said
    assert "content/topics.yml:4:" in said
    assert "content/topics.yml:6:3" in said


def test_a_file_of_one_thing_is_read_on(desk: Desk) -> None:
    """As a briefing is."""
    desk.write("content/actors/ukraine.yml", 'name: "Ukraine\ntype: stat\nmemberships: [{organization: nosuch}]\n')
    said = desk.brief("a", "actors: [ukraine]\n").said()
    assert [line.split(":")[1] for line in said.splitlines() if line[0] != " "] == ["1", "2", "3"], said


def test_a_word_of_a_title_is_no_second_field(desk: Desk) -> None:
    """Where the field stands already, the colon is one of the sentence."""
    said = _read(desk, "title: A new title: the old man of summary: what it holds", "summary: It holds.", "published: 2025-03-01").said()
    assert 'put the whole value in quotes: title: "A new title: the old man of summary: what it holds"' in said


def test_what_stands_below_a_misspelt_field_is_looked_at(desk: Desk) -> None:
    """Sources below a look-alike name are sources."""
    sources = "sourсes: [{id: wire, title: A wire}]"  # the c is Cyrillic
    said = _read(desk, "title: A title", "published: 2025-03-01", sources, "key_takeaways: [{text: A., sources: [wire]}]").said()
    assert said.count("error[") == 1, said


def test_of_very_many_slips_the_first_are_told_and_the_rest_is_read(desk: Desk) -> None:
    """A list that a word processor began with dashes, say."""
    sources = "\n".join(f"  – {{id: s{number}, title: A wire}}" for number in range(40))
    said = _read(desk, "title: A title", "sources:", sources, "topics: [nosuch]", "published: soon").said()
    assert said.count("is no hyphen") == 12
    assert "there is no topic 'nosuch'" in said
    assert "'soon' is not a date here" in said
    assert said.count("error[") == 14, said
