"""`spotbrief new`: files that pass the check as they are."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import spotbrief
from spotbrief.model.briefing import Briefing
from spotbrief.reading.forms import bare, parts
from tests.cli.run import run
from tests.desks import CONFIG, Desk

FORMS = Path(spotbrief.__file__).parent / "reading" / "forms"
LIVES_FROM = {
    "news": {"summary", "timeline", "statements", "sources"},
    "spot_briefing": {"bottom_line", "key_takeaways", "what_to_expect", "implications", "sources"},
    "assessment": {"question", "bottom_line", "as_of", "key_takeaways", "what_to_expect", "implications"},
    "forecast_update": {"bottom_line", "related", "what_to_expect", "timeline"},
    "tracker": {"storyline", "updated", "as_of", "changes", "timeline", "statements"},
    "explainer": {"question", "key_takeaways", "timeline", "related"},
    "interview": {"actors", "statements", "key_takeaways"},
    "outlook": {"question", "as_of", "what_to_expect", "implications", "timeline"},
}
"""The fields that each kind of briefing is hardly written without."""


@pytest.mark.parametrize(("form", "files"), [("md", {".md"}), ("yml", {".yml"}), ("pair", {".md", ".yml"})])
def test_a_new_briefing_passes_the_check(desk: Desk, form: str, files: set[str]) -> None:
    """A draft of today, named after its title, in each form."""
    done = run(desk, "new", "Talks in Riyadh: what’s next?", "--kind", "spot_briefing", "--form", form)
    assert done.exit_code == 0
    assert {path.suffix for path in (desk.root / "briefings").iterdir()} == files
    (briefing,) = desk.examine().corpus.briefings.values()
    assert briefing.id == "2025-06-01-talks-in-riyadh-whats-next"
    assert (briefing.title, briefing.kind, briefing.status) == ("Talks in Riyadh: what’s next?", "spot_briefing", "draft")
    assert briefing.published.isoformat() == "2025-06-01T00:00:00+03:00"
    assert briefing.body.text.strip() == "## What happened\n\nWrite here.\n\n## Why it matters\n\nWrite here."
    assert desk.said() == ""


@pytest.mark.parametrize("kind", LIVES_FROM)
def test_every_kind_of_briefing_has_a_form_of_its_own(desk: Desk, kind: str) -> None:
    """With the marks taken off all its lines it holds what the kind lives from; only ids are made up, only texts wait."""
    assert run(desk, "new", "Rain", "--kind", kind, "--id", "new").exit_code == 0
    assert desk.said() == ""
    fields, body = parts((desk.root / "briefings/new.md").read_text("utf-8"))
    text = bare(fields)
    desk.write("briefings/new.md", f"---\n{text}\n---\n\n{body}")
    examined = desk.examine()
    assert {problem.rule for problem in examined.problems} <= {"unknown-reference", "missing-picture", "unknown-name"}
    (briefing,) = examined.corpus.briefings.values()
    assert briefing.kind == kind
    assert {name for name in LIVES_FROM[kind] if not getattr(briefing, name)} == set()


def test_the_forms_are_those_of_all_kinds() -> None:
    """And no two are alike but for the name of the kind."""
    written = {path.stem: path.read_text("utf-8").replace(f"kind: {path.stem}", "") for path in (FORMS / "briefing").glob("*.md")}
    assert {*written} == {*LIVES_FROM} == {*get_args(get_type_hints(Briefing)["kind"])}
    assert len({*written.values()}) == len(written)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Gespräche in Zürich", "gesprache-in-zurich"),
        ("Переговори в Йорданії", "perehovory-v-yordanii"),
        ("会談 в Києві", "会談-v-kyievi"),
        ("NO", "no"),
        ("  --- 1:20 & more!  ", "1-20-more"),
    ],
)
def test_a_title_becomes_an_id(desk: Desk, title: str, slug: str) -> None:
    """Whatever the title, what is written passes the check, and the title is kept to the letter."""
    assert run(desk, "new", "briefing", "--", title).exit_code == 0
    (briefing,) = desk.examine().corpus.briefings.values()
    assert briefing.id == f"2025-06-01-{slug}"
    assert briefing.title == title
    assert desk.said() == ""


def test_a_title_without_letters_needs_an_id(desk: Desk) -> None:
    """Nothing is guessed."""
    assert "give one with --id" in run(desk, "new", "!!!").output
    assert run(desk, "new", "!!!", "--id", "marks").exit_code == 0
    assert (desk.root / "briefings/marks.md").exists()


def test_nothing_is_overwritten(desk: Desk) -> None:
    """Not even by another form of the same name."""
    desk.write("briefings/2025-06-01-talks.yaml", "title: Mine\n")
    done = run(desk, "new", "Talks")
    assert done.exit_code == 1
    assert "there is briefings/2025-06-01-talks.yaml already: choose another title or --id" in done.output
    assert [path.name for path in (desk.root / "briefings").iterdir()] == ["2025-06-01-talks.yaml"]


def test_an_actor_has_a_name(desk: Desk) -> None:
    """And is asked for another one where it is taken."""
    done = run(desk.actor("norway"), "new", "actor", "Norway", "--type", "state", "--anyway")
    assert "already: choose another name or --id" in done.output


KINDS = ("author", "topic", "region", "storyline", "issue", "event", "publisher", "source")


@pytest.mark.parametrize("arguments", [("actor", "--type", "organization"), *((kind,) for kind in KINDS)])
def test_new_reference_data_passes_the_check(desk: Desk, arguments: tuple[str, ...]) -> None:
    """Each lands in the folder of its kind."""
    done = run(desk, "new", arguments[0], "Arab League", *arguments[1:])
    assert done.output == f"wrote content/{arguments[0]}s/arab-league.yml\n"
    assert desk.said() == ""
    assert "arab-league" in getattr(desk.examine().corpus, f"{arguments[0]}s")


@pytest.mark.parametrize("form", sorted(path.stem for path in FORMS.glob("*.yml")))
def test_every_hint_is_a_field_that_exists(desk: Desk, form: str) -> None:
    """With the marks taken off all hints, nothing is unknown or misshapen; only ids and terms are made up."""
    text = (FORMS / f"{form}.yml").read_text("utf-8").replace("{type}", "state")
    path = "content/trust.yml" if form == "trust" else f"content/{form}s/new.yml"
    desk.write(path, bare(text, "2025-06-01"))
    rules = {problem.rule for problem in desk.examine().problems}
    assert rules <= {"unknown-reference", "placeholder", "missing-picture", "unknown-name"}


@pytest.mark.parametrize("name", ["Volodymyr Zelensky", "volodymyr  zelenskyy", "Володимир Зеленський"])
def test_who_is_there_already_is_told_of(desk: Desk, name: str) -> None:
    """By any name of theirs; a namesake is written by saying so."""
    desk.write("content/actors/ze.yml", "name: Volodymyr Zelenskyy\ntype: person\nother_names: [Володимир Зеленський]\n")
    done = run(desk, "new", "actor", name, "--type", "person", "--id", "other")
    assert done.exit_code == 1
    assert "already, in content/actors/ze.yml: go on from there, or say --anyway" in done.output
    assert not (desk.root / "content/actors/other.yml").exists()
    assert run(desk, "new", "actor", name, "--type", "person", "--id", "other", "--anyway").exit_code == 0


def test_a_name_that_is_another_is_no_twin(desk: Desk) -> None:
    """Nor is a thing of another kind."""
    desk.actor("iran").write("content/topics.yml", "russia: {name: Russia}\n")
    assert run(desk, "new", "actor", "Iraq", "--type", "state").exit_code == 0
    assert run(desk, "new", "region", "Russia").exit_code == 0


def test_a_page_is_written_and_told_of_until_it_is_filled(desk: Desk) -> None:
    """It is built like any other; where a navigation says what readers find, that is where it has to stand."""
    done = run(desk, "new", "page", "Write to us")
    assert done.output == "wrote content/write-to-us.md\nReaders find it once nav in mkdocs.yml names it: - write-to-us.md\n"
    assert "content/write-to-us.md:3:1: warning[placeholder] this is still what the form said" in desk.said()
    desk.write("mkdocs.yml", re.sub("nav:.*\n", "", CONFIG))
    assert run(desk, "new", "page", "Jobs").output == "wrote content/jobs.md\n"


def test_what_is_new_opens_in_the_editor_of_the_desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that VISUAL or EDITOR names gets the file."""
    tool = desk.root / "tool"
    tool.write_text('#!/bin/sh\necho "name: Edited" > "$1"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(tool))
    assert run(desk, "new", "topic", "Trade", "--edit").exit_code == 0
    assert (desk.root / "content/topics/trade.yml").read_text() == "name: Edited\n"


def test_a_translation_is_new_too(desk: Desk) -> None:
    """The same as spotbrief translate."""
    assert "this desk has one language" in run(desk.brief("a"), "new", "translation", "a", "uk").output


def test_a_statement_names_who_and_on_what(desk: Desk) -> None:
    """Both are asked for, since it would be wrong without them."""
    desk.actor("norway").write("content/issues.yml", "rain: {title: Rain}\n")
    assert "Missing option '--actor'" in run(desk, "new", "statement", "Wants more.").output
    run(desk, "new", "statement", "Wants more.", "--actor", "norway", "--issue", "rain")
    assert desk.said() == ""
    assert [said.statement.text for said in desk.examine().corpus.statements] == ["Wants more."]


def test_a_new_thing_stands_beside_the_file_of_all(desk: Desk) -> None:
    """Topics may stand in one file and in files of their own."""
    desk.write("content/topics.yml", "trade: {name: Trade}\n")
    assert run(desk, "new", "topic", "Ceasefire").output == "wrote content/topics/ceasefire.yml\n"
    assert sorted(desk.examine().corpus.topics) == ["ceasefire", "trade"]
    assert desk.said() == ""


@pytest.mark.parametrize("word", ["actr", "topics", "aktor"])
def test_a_slip_in_a_command_is_no_title(desk: Desk, word: str) -> None:
    """A briefing called so is still written by its full command."""
    assert "did you mean 'spotbrief new" in run(desk, "new", word).output
    assert run(desk, "new", "briefing", word).exit_code == 0


@pytest.mark.parametrize(("id", "meant"), [("Good Id", "Good-Id"), ("../x", "x")])
def test_an_id_of_ones_own_can_stand_in_an_address(desk: Desk, id: str, meant: str) -> None:
    """Or no file is written."""
    for kind in ("briefing", "topic"):
        done = run(desk, "new", kind, "T", "--id", id)
        assert done.exit_code == 2
        assert f"write --id {meant}" in done.output
    assert not list((desk.root / "briefings").iterdir())
