"""`spotbrief translate`: a translation begins with the texts of its original, and is brought up to date without losing a word."""

from click.testing import CliRunner

from spotbrief.cli import main
from tests.desks import CONFIG, Desk

ORIGINAL = """\
summary: What happened on that day.
key_takeaways: [{id: rain, text: It rained all day.}, It snowed all night.]
what_to_expect:
  - id: flood
    text: The river rises above its banks.
    by: 2025-12-31
    indicators: [The gauge shows four metres.]
    revisions: [{when: 2025-04-02, confidence: low, why: The snow melts faster than thought.}]
timeline: [{id: storm, when: 2025-02-03, title: A storm came in}, {id: elsewhere}]
"""


def two(desk: Desk) -> Desk:
    """A desk in two languages, with one briefing."""
    desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", "{languages: {en: English, uk: Українська}}"))
    desk.write("content/events/elsewhere.yml", "when: 2025\ntitle: Something else happened\n")
    return desk.brief("a", ORIGINAL, "What a day that was.")


def said(desk: Desk, *words: str) -> str:
    """What the command says."""
    result = CliRunner().invoke(main, ["translate", *words, "--config", str(desk.root / "mkdocs.yml")])
    return result.output


def text(desk: Desk) -> str:
    """The translation."""
    return (desk.root / "briefings/a.uk.md").read_text("utf-8")


def rules(desk: Desk) -> set[str]:
    """What is told of it."""
    return {one.rule for one in desk.examine().problems if one.where.file == "briefings/a.uk.md"}


def test_a_new_translation_waits_for_its_texts(desk: Desk) -> None:
    """It is a draft, has every text by its id, and check tells each that is left as it was written."""
    assert "wrote briefings/a.uk.md" in said(two(desk), "a", "uk")
    problems = [one for one in desk.examine().problems if one.where.file == "briefings/a.uk.md"]
    assert {one.rule for one in problems} == {"left-as-written"}
    assert len(problems) == 8
    (one,) = desk.examine().corpus.desk.translations
    assert one.head
    assert one.head.status == "draft"


def test_an_old_one_is_brought_up_to_date(desk: Desk) -> None:
    """What is new is added, what was translated stays with its comments, and only what is confirmed counts as made from today's text."""
    said(two(desk), "a", "uk")
    desk.write("briefings/a.uk.md", text(desk).replace("text: It rained all day.", "text: Увесь день дощило. # keep this"))
    more = ORIGINAL.replace("It rained all day.", "It rained all week.").replace(
        "    by:", "    criteria: The river authority says so.\n    by:"
    )
    desk.brief("a", more.replace("{id: elsewhere}", "{id: calm, when: 2025-02-05, title: The calm after it}"), "What a day that was.")
    told = said(desk, "a", "uk")
    assert "still behind: key_takeaways.rain.text; mend it, and say --confirm key_takeaways.rain.text" in told
    now = text(desk)
    assert "    text: Увесь день дощило. # keep this\n" in now
    assert "    criteria: The river authority says so.\n" in now
    assert "  - id: calm\n    title: The calm after it\n" in now
    assert rules(desk) == {"left-as-written", "translation-behind"}
    desk.write("briefings/a.uk.md", now.replace("Увесь день дощило.", "Увесь тиждень дощило."))
    said(desk, "a", "uk", "--confirm", "key_takeaways.rain.text")
    assert rules(desk) == {"left-as-written"}
    assert "nothing was written" in said(desk, "a", "uk")


def test_what_cannot_be_translated_is_told(desk: Desk) -> None:
    """A language that the desk has not, and the original's own."""
    assert "'de' is no language of this desk" in said(two(desk), "a", "de")
    assert "briefings/a.md is in that language" in said(desk, "a", "en")
    assert "there is no briefing 'b'" in said(desk, "b", "uk")
    desk.write("mkdocs.yml", CONFIG)
    assert "this desk has one language" in said(desk, "a", "uk")
