"""What a translation may say: texts of what is there, found by ids, and no facts."""

import pytest

from tests.desks import CONFIG, PNG, Desk

ORIGINAL = """\
what_to_expect:
  - id: rain
    text: Rain falls.
    likelihood: likely
    by: 2025-12-31
    indicators: [Clouds.]
    revisions: [{when: 2025-04-01, why: Wind., confidence: low}]
  - {text: Snow falls., by: 2025-12-31}
timeline: [{id: storm, when: 2025-02-03, title: A storm}]
implications: {diplomats: [Stay at home., Look out.]}
"""

FACT, UNMATCHED, NOTHING = (
    "error[translation-fact] ",
    "error[translation-unmatched] ",
    "error[translation-unmatched] the original has nothing at ",
)
ALONE = "is a fact, which the original alone says"

SAID: dict[str, str] = {
    "what_to_expect: [{id: rain, likelihood: likely}]": "",
    "what_to_expect: [{id: rain, likelihood: unlikely}]": f"3:41: {FACT}'likelihood' {ALONE}: 'likely'",
    "what_to_expect: [{id: rain, resolution: {note: Ні.}}]": f"{NOTHING}'what_to_expect.1.resolution'",
    "what_to_expect: [{id: rian, text: Дощ.}]": f"3:23: {UNMATCHED}the original has no judgement 'rian'\n  hint: did you mean 'rain'?",
    "what_to_expect: [Дощ.]": f"3:18: {UNMATCHED}this does not say which judgement it translates\n  hint: write id: rain",
    "what_to_expect: [{id: 2, text: Сніг.}]": "",
    "what_to_expect: [{id: rain, text: Дощ.}, Сніг.]": "",
    "what_to_expect: [{id: rain, revisions: [{when: 2025-04-01, why: Вітер.}]}]": "",
    "what_to_expect: [{id: rain, revisions: [{when: 2025-04-02, why: Вітер.}]}]": f"{FACT}'when' {ALONE}",
    "what_to_expect: [{id: rain, indicators: [Хмари., Ще.]}]": f"{NOTHING}'what_to_expect.1.indicators.2'",
    "timeline: [{id: storm, title: Буря, when: 2025-02-03}]": "",
    "timeline: [{id: storm, title: Буря, when: 2025-02-04}]": f"{FACT}'when' {ALONE}: '2025-02-03'",
    "implications: {diplomats: [Лишайтеся вдома.]}": "",
    "implications: {businesses: [Ні.]}": f"{NOTHING}'implications.businesses'",
    "summary: Підсумок.": f"3:10: {NOTHING}'summary' to translate",
    "sumary: Підсумок.": "3:1: error[unknown-field] there is no field 'sumary' here\n  hint: did you mean 'summary'?",
    "published: 2025-03-05": f"3:12: {FACT}'published' {ALONE}",
    "published: 2025-03-01": "",
    "topics: [ice]": f"{FACT}'topics' {ALONE}",
    "status: gone": "3:9: error[unknown-value] 'gone' is not a known 'status'",
    "status:": "error[missing-field] 'status' is empty, so nothing holds this translation back",
}


def two(desk: Desk) -> Desk:
    """A desk in two languages."""
    return desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", "{languages: {en: English, uk: Українська}}"))


@pytest.mark.parametrize("line", SAID)
def test_a_translation_holds_texts_of_what_is_there(desk: Desk, line: str) -> None:
    """Whatever else it says is an error at its place."""
    two(desk).brief("a", ORIGINAL).write("briefings/a.uk.md", f"---\ntitle: Погода\n{line}\n---\nТекст.\n")
    said = [str(one) for one in desk.examine().problems if one.severity == "error"]
    assert len(said) == bool(SAID[line]), said
    assert not said or SAID[line] in said[0]
    assert all(one.startswith("briefings/a.uk.md:") for one in said)


def test_a_translation_of_nothing_is_told(desk: Desk) -> None:
    """And so is one of reference data."""
    two(desk).write("briefings/b.uk.md", "---\ntitle: Погода\n---\n").write("content/actors/norway.uk.yml", "name: Норвегія\n")
    desk.actor("norwey").write("content/topics.uk.yml", "ice: {name: Лід}\n")
    said = desk.said()
    assert "briefings/b.uk.md:1:1: error[translation-unmatched] there is no 'b' that this translates" in said
    assert "content/actors/norway.uk.yml:1:1: error[translation-unmatched] there is no 'norway' that this translates" in said
    assert "content/topics.uk.yml:1:1: error[translation-unmatched] there is no 'ice' that this translates" in said


def test_the_forms_of_reference_data_mean_the_same(desk: Desk) -> None:
    """Text by text, in a block, and in a file beside."""
    two(desk).write("content/topics.yml", "a: {name: {en: Ice, uk: Лід}}\nb: {name: Ice, uk: {name: Лід}}\nc: {name: Ice}\n")
    desk.write("content/topics.uk.yml", "c: {name: Лід}\n").write(
        "content/actors/x.yml", "name: Ice\ntype: state\nbody: {en: Cold., uk: Зимно.}\n"
    )
    desk.write("content/actors/x.uk.yml", "name: Лід\n")
    examined = desk.examine()
    assert examined.problems == []
    made = {(one.kind, one.id): one.thing for one in examined.corpus.desk.translations}
    assert [thing.name for (kind, _), thing in sorted(made.items()) if kind == "topics"] == ["Лід"] * 3
    bodies = {one.thing.body.text for one in examined.corpus.desk.translations if one.kind == "actors"}
    assert bodies == {"Зимно."}
    assert made["actors", "x"].name == "Лід"


def test_a_text_in_the_other_language_alone_has_no_original(desk: Desk) -> None:
    """The first language says everything."""
    two(desk).write("content/topics.yml", "a: {name: Ice, description: {uk: Лід}}\n")
    assert "error[translation-unmatched] 'description' is said in 'uk' alone" in desk.said()


def test_the_languages_of_a_desk_are_read(desk: Desk) -> None:
    """What is wrong with the option is told at its place."""
    for option, said in {
        "languages: {en: English}": "languages maps two or more codes",
        "languages: {en: English, uk: }": "write what 'uk' is called in itself",
        "languages: {en: English, uk: {name: У, titel: x}}": "'uk' has no 'titel'",
        "languages: {en: English, xq: Q}": "nobody has said yet what pages say in 'xq'",
        "languages: {en: English, uk: У}, untranslated: gone": "untranslated must be shown or left_out",
    }.items():
        desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", f"{{{option}}}"))
        with pytest.raises(Exception, match=said.replace("'", ".")):
            desk.examine()


def test_links_lead_to_either_file_of_a_translated_pair(desk: Desk) -> None:
    """The original's text stands in a file of its own, and the translation in another."""
    two(desk).write("briefings/b.yml", "title: B\npublished: 2025-03-01\n").write("briefings/b.md", "Text.\n")
    desk.write("briefings/b.uk.md", "---\ntitle: Б\n---\nТекст.\n").brief("a", body="See [b](b.md).")
    desk.write("briefings/a.uk.md", "---\ntitle: А\n---\nДив. [b](b.md), [b](b.uk.md), [b](b.yml).\n")
    assert desk.said() == ""


def test_a_translation_may_show_a_picture_with_words_in_its_language(desk: Desk) -> None:
    """In place of the original's, where it stands beside it."""
    two(desk).write("briefings/map.png", PNG).brief("a", "image: {src: map.png, alt: A map}\n")
    desk.write("briefings/a.uk.md", "---\ntitle: А\nimage: {src: map.uk.png, alt: Мапа}\n---\nТекст.\n")
    assert "briefings/a.uk.md:3:14: error[missing-picture] " in desk.said()
    assert "error[" not in desk.write("briefings/map.uk.png", PNG).said()
    (made,), (original,) = desk.examine().corpus.desk.translations, desk.examine().corpus.desk.briefings
    assert made.thing.image.src == "map.uk.png"
    assert original.image
    assert original.image.src == "map.png"
