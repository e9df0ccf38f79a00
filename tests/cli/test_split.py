"""`spotbrief check --split`: a file for each thing, and nothing means anything else than before."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotbrief.cli.splitting import split, write
from spotbrief.reading.settings import Folders
from tests.cli.run import run
from tests.desks import Desk

TOPICS = """\
# What briefings are about.

sanctions:
  name: Sanctions  # and what is said of lifting them
  description: >-
    Listings,
    packages.
# An older word for it was truce.
ceasefire: {name: "Cease, fire", broader: sanctions}  # since 2025

# Of all kinds.
aid:
    name: Aid
"""


def test_a_file_of_many_is_taken_apart(desk: Desk) -> None:
    """With its comments, each at the thing that it stands above."""
    desk.write("content/topics.yml", TOPICS).brief("a", "topics: [aid, ceasefire]\n")
    before = desk.said()
    assert run(desk, "check", "--split").exit_code == 0
    assert {path.stem: path.read_text() for path in (desk.root / "content/topics").iterdir()} == {
        "sanctions": "name: Sanctions  # and what is said of lifting them\ndescription: >-\n  Listings,\n  packages.\n",
        "ceasefire": '# An older word for it was truce.\n# since 2025\nname: "Cease, fire"\nbroader: sanctions\n',
        "aid": "# Of all kinds.\nname: Aid\n",
    }
    assert not (desk.root / "content/topics.yml").exists()
    assert (before, desk.said()) == ("", "")


def test_a_pair_becomes_one_file(desk: Desk) -> None:
    """The fields go above the text, as they were typed, and links lead to it."""
    desk.write("briefings/a.yml", "title: A  # the first\npublished: 2025-03-01\n").write("briefings/a.md", "Text.\n")
    desk.brief("b", body="See [the first](a.yml), not x-a.yml.")
    run(desk, "check", "--split")
    assert (desk.root / "briefings/a.md").read_text() == "---\ntitle: A  # the first\npublished: 2025-03-01\n---\nText.\n"
    assert not (desk.root / "briefings/a.yml").exists()
    assert "See [the first](a.md), not x-a.yml." in (desk.root / "briefings/b.md").read_text()
    assert desk.said() == ""


def test_it_is_shown_first(desk: Desk) -> None:
    """Nothing is written then."""
    desk.write("content/topics.yml", TOPICS)
    said = run(desk, "check", "--split", "--diff").output.splitlines()
    assert said == ["- content/topics.yml", *(f"+ content/topics/{id}.yml" for id in ("aid", "ceasefire", "sanctions"))]
    assert (desk.root / "content/topics.yml").read_text() == TOPICS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: &x {name: A}\nb: *x\n", "it says some things by reference (& and *)"),
        ("../a: {name: A}\n", "'../a' cannot be the name of a file"),
        ("[a, b]\n", "it is no list of ids with fields below each"),
        ("a: [\n", "it cannot be read"),
    ],
)
def test_what_cannot_be_taken_apart_stays(desk: Desk, text: str, why: str) -> None:
    """And is told of."""
    desk.write("content/topics.yml", text)
    assert f"content/topics.yml stays as it is: {why}" in run(desk, "check", "--split").output
    assert (desk.root / "content/topics.yml").read_text() == text


def test_no_file_is_overwritten(desk: Desk) -> None:
    """Where a thing has a file already, its list stays."""
    desk.write("content/topics.yml", "a: {name: A}\nb: {name: B}\n").write("content/topics/a.yml", "name: Other\n")
    assert "there is content/topics/a.yml already" in run(desk, "check", "--split").output
    assert (desk.root / "content/topics/a.yml").read_text() == "name: Other\n"


FOLDERS = Folders(briefings="briefings", content="content")
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(things=st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), NAMES, min_size=1, max_size=5), flow=st.booleans())
def test_no_desk_means_anything_else_then(tmp_path_factory: pytest.TempPathFactory, things: dict[str, str], flow: bool) -> None:
    """Whatever is typed, and however; and there is nothing left to do."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    values = {id: {"name": name, "description": f"{name} {name}"} for id, name in things.items()}
    style = None if flow else False  # each thing between braces, or its fields below each other
    desk.write("content/topics.yml", yaml.safe_dump(values, allow_unicode=True, width=30, default_flow_style=style))
    before = _topics(desk)
    made = split(desk.root, desk.examine().corpus.settings, FOLDERS)
    write(desk.root, made.files)
    assert _topics(desk) == before
    assert split(desk.root, desk.examine().corpus.settings, FOLDERS).files == {}


def _topics(desk: Desk) -> dict[str, tuple[str, str | None]]:
    return {id: (topic.name, topic.description) for id, topic in desk.examine().corpus.topics.items()}
