"""A thing that is named where its id is wanted is found by any of its names, in any script."""

import pytest

from tests.cli.run import run
from tests.desks import CONFIG, Desk

LANGUAGES = "languages: {en: English, uk: Українська}"


@pytest.fixture
def named(desk: Desk) -> Desk:
    """A desk with things that have several names."""
    desk.write("mkdocs.yml", CONFIG.replace("timezone: Europe/Kyiv", f"timezone: Europe/Kyiv, {LANGUAGES}"))
    desk.write("content/authors/olena-bondar.yml", "name: Олена Бондар\n")
    desk.write("content/topics.yml", "peace: {name: Переговори}\ngrain: {name: Зерно}\n")
    desk.write("content/storylines.yml", "istanbul: {title: Стамбул}\n")
    desk.write("content/actors/mfa.yml", "name: Міністерство закордонних справ та торгівлі\ntype: organization\n")
    return desk.actor("ukraine", "type: state\nother_names: [Ukrayina]\nuk: {name: Україна}\n", name="Ukraine")


FOUND = {
    "authors: [Олена Бондар]": "authors: [olena-bondar]",
    "authors: Олена Бондар": "authors: [olena-bondar]",
    "authors: [олена-бондар]": "authors: [olena-bondar]",
    "author: Олена Бондар": "authors: [olena-bondar]",
    "author: [ОЛЕНА БОНДАР]": "authors: [olena-bondar]",
    "topics: Переговори, Зерно": "topics: [peace, grain]",
    "topics: Переговори та Зерно": "topics: [peace, grain]",
    "tags: [Переговори, grain]": "topics: [peace, grain]",
    "actors: [Україна]": "actors: [ukraine]",
    "actors: UKRAYINA": "actors: [ukraine]",
    "actors: Міністерство закордонних справ та торгівлі": "actors: [mfa]",
    "storyline: Стамбул": "storyline: istanbul",
}


@pytest.mark.parametrize("typed", FOUND)
def test_fix_writes_the_id_of_what_was_named(typed: str, named: Desk) -> None:
    """Of the thing that exists, and never an id made from the name."""
    named.brief("a", f"{typed}\n")
    done = run(named, "check", "--fix")
    assert done.exit_code == 0, done.output
    assert FOUND[typed] in (named.root / "briefings/a.md").read_text("utf-8")


def test_an_actor_is_found_by_name_in_a_text(named: Desk) -> None:
    """A name in another case may be meant, and only its editor knows."""
    named.brief("a", body="[[Україна]] and [[України]].")
    assert run(named, "check", "--fix").exit_code == 1
    assert (named.root / "briefings/a.md").read_text("utf-8").endswith("[[ukraine]] and [[України]].\n")
    assert "hint: is it ukraine? In a text, write [[ukraine|України]]" in named.said()


MISSING = {
    "authors: [Ганна Франко]": 'hint: write hanna-franko, and let spotbrief new author "Ганна Франко" write its file',
    "authors: Ганна Франко": "hint: write authors: [hanna-franko], the name of a file in content/authors/ without .yml; "
    'first make what is not there yet: spotbrief new author "Ганна Франко"',
    "author: Олена Бондар і Ганна Франко": "hint: write authors: [olena-bondar, hanna-franko]; "
    'first make what is not there yet: spotbrief new author "Ганна Франко"',
    "topics: [Війна]": 'hint: write viina, and let spotbrief new topic "Війна" write its file',
    "actors: [Франція]": "hint: write frantsiia, and let "
    'spotbrief new actor "Франція" --type person (or organization, state) write its file',
}


@pytest.mark.parametrize("typed", MISSING)
def test_what_does_not_exist_is_not_made_up(typed: str, named: Desk) -> None:
    """The hint says which command makes it, and nothing is mended."""
    said = named.brief("a", f"{typed}\n").said()
    assert MISSING[typed] in said
    text = (named.root / "briefings/a.md").read_text("utf-8")
    run(named, "check", "--fix")
    assert (named.root / "briefings/a.md").read_text("utf-8") == text


def test_a_name_that_two_things_share_is_not_guessed(named: Desk) -> None:
    """Both ids are named."""
    named.actor("georgia", name="Georgia").actor("georgia-us", name="Georgia").brief("a", "actors: [Georgia]\n")
    assert named.said().endswith("hint: did you mean 'georgia'?")
    named.write("briefings/a.md", (named.root / "briefings/a.md").read_text("utf-8").replace("Georgia", "GEORGIA!"))
    assert "this is the name of several: write the id of one, georgia or georgia-us" in named.said()


def test_ids_without_a_comma_are_told_and_none_is_left_out(desk: Desk) -> None:
    """A claim would lose a source, or a briefing an actor, if the nearest id took the place of all."""
    sources = "sources: [{id: wire-1, title: A}, {id: wire-2, title: B}]\nkey_takeaways: [{text: It rains., sources: [wire-1 wire-2]}]\n"
    for more, ids in (("actors: [ukraine rusia]\n", "ukraine, russia"), (sources, "wire-1, wire-2")):
        desk.actor("ukraine").actor("russia").brief("a", more)
        assert f"these are 2, which stand apart: write {ids};" in desk.said()
        text = (desk.root / "briefings/a.md").read_text("utf-8")
        run(desk, "check", "--fix")
        assert (desk.root / "briefings/a.md").read_text("utf-8") == text
