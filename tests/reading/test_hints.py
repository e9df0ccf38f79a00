"""Hints that can be obeyed as they stand, in the words of the editor's last system too."""

import pytest

from spotbrief.reading.settings_error import SettingsError
from tests.desks import CONFIG, Desk

EXPECTED = "what_to_expect:\n  - text: It rains.\n    by: 2027-01-01\n    "

HINTS = {
    "key_takeaways:\n\t- A": "a tab stands here, and YAML wants blanks\n  hint: write 2 blanks in its place: - A",
    "image\n  src: a.png": "a colon is missing after 'image'\n  hint: write image:",
    'key_takeaways:\n  - "Quoted" words first': "hint: put the whole value in quotes: '\"Quoted\" words first'",
    "bottom_line: “Hello: world”": 'hint: put the whole value in quotes: bottom_line: "Hello: world"',
    "bottom_line: A status: draft": "two fields stand on one line, 'bottom_line' and 'status'",
    "bottom_line: !Important thing": 'if it is text, put it in quotes: "!Important thing"',
    "key_takeaways:\n  - text: A\nnature: fact": "it belongs to 'key_takeaways' above it: indent it as far as 'text' there",
    f"{EXPECTED}likelihood: 70%": "write likelihood: likely, and on a line of its own probability: 70%",
    f"{EXPECTED}likelihood: very probable": "did you mean 'very likely'?",
    f"{EXPECTED}likelihood: likely\n    confidence: medium": "did you mean 'moderate'?",
    "tags: [grain]": "hint: write topics: [grain]",
    "draft: true": "hint: write status: draft",
    "description: D": "hint: write summary: D",
    "aliases: [/old/]": "hint: write former_slugs: [old]",
    "featured_image: a.png": "hint: write image: {src: a.png, alt: What it shows}",
    "slug: talks": "the address comes from the file's name: take this line out, and name the file talks",
    "authors: Olena Bondar": "hint: write authors: [olena-bondar]",
    "sources:\n  wire:\n    title: X": "write a hyphen before each entry, and its id after it: - id: wire",
    "timeline:\n  - {when: spring 2025, title: T}": "write 2025-21",
    "timeline:\n  - {when: ~2025-03, title: T}": "write 2025-03~",
    "embargo: 2026-11-27 8:00": "write 2026-11-27T08:00",
    "embargo: 27 листопада 2026 о 18:00": "write 2026-11-27T18:00",
    "topics: [grain\u00a0]": "did you mean 'grain'? What is typed has a no-break space (U+00A0)",
    "=======\nkind: news": "error[merge-conflict]",
}


@pytest.mark.parametrize("more", HINTS)
def test_a_hint_can_be_obeyed_as_it_stands(more: str, desk: Desk) -> None:
    """And shows none of Python's escapes."""
    said = desk.write("content/topics.yml", "grain: {name: Grain}\n").brief("a", f"{more}\n").said()
    assert HINTS[more] in said
    assert "\\x" not in said


@pytest.mark.parametrize(
    ("text", "message"), [("+++\ntitle = 1\n+++\n", "TOML"), ("—\ntitle: A\n—\n", "opened by —"), ("\n---\na: b\n", "blanks")]
)
def test_front_matter_of_another_kind_is_known(text: str, message: str, desk: Desk) -> None:
    """By its first line."""
    assert message in desk.write("briefings/a.md", text).said()


SETTINGS = {
    "GMT+3": "write the zone of a place, such as Europe/Kyiv, or Etc/GMT-3 for the same hour all year",
    "+02:00": "or Etc/GMT-2 for",
    "Kyiv": "did you mean 'Europe/Kyiv'?",
    "new york": "did you mean 'America/New_York'?",
}


@pytest.mark.parametrize("zone", SETTINGS)
def test_a_timezone_that_is_none_is_told_with_one_that_is(zone: str, desk: Desk) -> None:
    """The offset of a place is no zone, and the zones of POSIX count the other way."""
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", f"'{zone}'"))
    with pytest.raises(SettingsError) as error:
        desk.examine()
    assert SETTINGS[zone] in str(error.value)


MISPLACED = {
    "  - briefings:\n  timezone: Europe/Kyiv\n": "'timezone' does not stand below 'briefings'; put 6 blanks before it",
    "  - briefings\n    timezone: Europe/Kyiv\n": "a colon is missing after 'briefings'; write - briefings:",
    "  - briefings\n      timezone: Europe/Kyiv\n": "a colon is missing after 'briefings'; write - briefings:",
}


@pytest.mark.parametrize("plugins", MISPLACED)
def test_an_option_at_the_wrong_place_is_told_where_it_belongs(plugins: str, desk: Desk) -> None:
    """In an editor's words, not the parser's."""
    desk.write("mkdocs.yml", f"{CONFIG.partition('plugins')[0]}plugins:\n{plugins}  - actors\n")
    with pytest.raises(SettingsError) as error:
        desk.examine()
    assert MISPLACED[plugins] in str(error.value)


SAID = {
    "former_slugs: [old, a]": "'a' is the present address, and no former one\n  hint: take it out of former_slugs",
    "sources:\n  - https://example.org/a": "hint: write - url: https://example.org/a and, on the next line, title: What it is called",
    "sources: https://example.org/a": "write below it - url: https://example.org/a",
    "timeline:\n  - 2025-03-01: Talks": "write when: 2025-03-01, and on the next line title: Talks",
    "key_takeaways:\n  - - 5 degrees": 'if it is a minus, put the text in quotes: "- 5 degrees"',
    "authors: [{name: Olena Bondar}]": "write the id alone: olena-bondar",
    "withdrawn: true": "'true' does not say why\n  hint: write a sentence",
    "summary: *Important* thing": "4:10: error[yaml] a value cannot start with * unless it is in quotes",
    "Title: X": "4:1: error[unknown-field]",
}


@pytest.mark.parametrize("more", SAID)
def test_a_slip_is_told_once_and_with_its_mend(more: str, desk: Desk) -> None:
    """One fault gives one problem."""
    said = desk.brief("a", f"{more}\n").said()
    assert SAID[more] in said
    assert said.count("error[") == 1


BODIES = {
    "A[^1] b[^2].\n\n[^1]: One": "5:8: warning[shown-as-typed] readers see the signs of 'b[^2].' as they were typed"
    "\n  hint: no note of that name is written: add a line that starts with it and a colon: [^2]: The note.",
    "[x](trust/index.md)": "hint: write the way from this file to a briefing",
    "[x](2026-01-01-grain.md)": "hint: write the way from this file to a briefing",
    "[words](https://example.org": "the ( is not closed: write ) behind the address",
    "(words)[https://example.org]": "the other way round: write [words](https://example.org)",
}


@pytest.mark.parametrize("body", BODIES)
def test_a_guess_is_near_and_of_the_right_thing(body: str, desk: Desk) -> None:
    """Two briefings of a day have the day in common and no more, and every folder has an index."""
    said = desk.brief("2026-01-01-talks").brief("a", body=body).said().replace("briefings/a.md:", "")
    assert BODIES[body] in said


def test_an_address_that_is_none_is_told_once(desk: Desk) -> None:
    """It leads nowhere for that very reason."""
    said = desk.brief("a", "public_event: {title: T, starts: 2027-01-01T10:00, url: example.org}\n").said()
    assert said.splitlines()[1:] == ["  hint: write https://example.org"]


@pytest.mark.parametrize(
    ("fields", "mend"),
    [
        ("key_takeaways:\n  1: First thing\n  2: Second thing\n", "write a hyphen in place of each name and its colon: - First thing"),
        ('image: "![map](map.png)"\n', "write image: {src: map.png, alt: map}"),
        ('cover: "![](map.png)"\n', "write image: {src: map.png, alt: What it shows}"),
        ("authors:\n  - name: Olena Bondar\n    email: o@x.org\n", "write the id alone: olena-bondar"),
        (
            "sources: |\n  Reuters, 1 March\n  BBC\n",
            "write its entries below it, each with a hyphen and fields such as id, title, publisher",
        ),
    ],
)
def test_what_an_entry_or_a_picture_was_meant_to_be_is_said(desk: Desk, fields: str, mend: str) -> None:
    """The mend takes the words of the editor apart, and does not lead into the next mistake."""
    assert f"hint: {mend}" in desk.brief("a", fields).said()


@pytest.mark.parametrize("fence", ["+++", "——", "====", "----"])
def test_the_line_that_was_to_close_the_front_matter_is_named(desk: Desk, fence: str) -> None:
    """Other systems, and phones, close it by other signs."""
    said = desk.write("briefings/a.md", f"---\ntitle: A\npublished: 2025-03-01\n{fence}\nWords.\n").said()
    assert f"hint: write --- in place of the line {fence}" in said


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("key_takeaways:\n  1. Envoys met.\n  2. Nobody signed.", "write a hyphen in place of each number: - Envoys met."),
        ("key_takeaways: 1) Envoys met in 2. Oslo", "write a hyphen in place of each number: - Envoys met in"),
        (
            "sources: https://a.example/1, https://a.example/2",
            "write below it - url: https://a.example/1, and on the next line, indented like url",
        ),
        ('image: map.png "A map"', "write image: {src: map.png, alt: A map}"),
    ],
)
def test_a_list_or_a_picture_as_people_type_it(desk: Desk, typed: str, hint: str) -> None:
    """Numbered, addresses in a row, a picture with its title: the hint writes what was meant."""
    assert hint in desk.brief("a", f"{typed}\n").said()


@pytest.mark.parametrize("texts", ["{en: Ice, uk: Лід}", "\n    uk: Лід\n    en: Ice"])
def test_a_text_in_several_languages_on_a_desk_of_one_is_told_where_those_are_named(texts: str, desk: Desk) -> None:
    """In quotes, its codes and braces would be published."""
    said = desk.write("content/topics.yml", f"ice:\n  name: {texts}\n").brief("a", f"summary: {texts}\n").said()
    named = "en: English, uk: Українська" if "{" in texts else "uk: Українська, en: English"
    assert f"in mkdocs.yml, among the options of briefings: languages: {{{named}}}" in said
    assert "what it says in another stands in a file beside this one: run spotbrief translate" in said
    assert "in quotes" not in said


@pytest.mark.parametrize(
    ("field", "mend"),
    [
        ("summary:\n  - One sentence.\n  - Another.\n", "and take hyphens out: they make a list of it"),
        ("bottom_line:\n  text: A thing.\n  confidence: high\n", "write the text alone: bottom_line: A thing."),
        ("bottom_line:\n  text: A thing.\n", "write the text alone: bottom_line: A thing."),
        ("bottom_line:\n  line: A thing.\n  sure: high\n", "write the text alone, without fields below it"),
        ("bottom_line: {Our view}\n", "put text that starts with [ or { in quotes"),
    ],
)
def test_a_text_that_became_a_list_or_fields_is_told_what_to_take_away(field: str, mend: str, desk: Desk) -> None:
    assert mend in desk.brief("a", field).said()


@pytest.mark.parametrize("field", ["title_uk: Шмат", "summary-uk: Коротко", "uk: {title: Шмат}", "translations: {uk: {title: Шмат}}"])
def test_a_translation_in_the_file_of_its_original_is_told_where_it_belongs(field: str, desk: Desk) -> None:
    said = desk.brief("a", f"{field}\n").said()
    assert "hint: a translation of a briefing is a file beside it, with its texts alone: run spotbrief translate" in said


@pytest.mark.parametrize(
    ("fields", "mend"),
    [
        ("name: Ice, name_uk: Лід", "write both in one field: name: {en: Ice, uk: Лід}; and name all languages of the desk in mkdocs.yml"),
        ('name: Ice, name_uk: "Лід: та сніг"', "write both in one field: name: {en: Ice, uk: …}; and name"),
        ("name: Ice, name_en: Frost", "write both in one field: name: {uk: Ice, en: Frost}; and name"),
        ("name: Ice, uk: {name: Лід}", "hint: name all languages of the desk in mkdocs.yml"),
        ("name: Ice, broader_id: water", "hint: known: name, description, broader"),
    ],
)
def test_a_name_in_another_language_is_told_how_it_stands_beside_the_first(fields: str, mend: str, desk: Desk) -> None:
    assert mend in desk.write("content/topics.yml", f"ice: {{{fields}}}\n").said()
