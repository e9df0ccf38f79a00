"""`spotbrief check --join`: lists and pairs again, and nothing means anything else than before."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotbrief.cli.joining import join
from spotbrief.cli.splitting import split, write
from tests.cli.run import run
from tests.cli.test_split import FOLDERS, NAMES
from tests.desks import CONFIG, Desk

ROOT = Path(__file__).parents[2]
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)


def files(desk: Desk) -> dict[str, bytes]:
    """All texts of a desk."""
    paths = [path for folder in ("content", "briefings") for path in (desk.root / folder).rglob("*.*")]
    return {path.relative_to(desk.root).as_posix(): path.read_bytes() for path in paths}


def test_files_of_one_thing_become_a_list(desk: Desk) -> None:
    """With their comments, and in the order of their names."""
    desk.write("content/topics/trade.yml", "# Of goods.\nname: Trade  # and customs\n")
    desk.write("content/topics/aid.yml", "name: >-\n  Aid,\n  of all kinds\n").brief("a", "topics: [aid, trade]\n")
    run(desk, "check", "--join")
    said = "aid:\n  name: >-\n    Aid,\n    of all kinds\ntrade:\n  # Of goods.\n  name: Trade  # and customs\n"
    assert (desk.root / "content/topics.yml").read_text() == said
    assert not list((desk.root / "content/topics").glob("*"))
    assert desk.said() == ""


def test_a_briefing_becomes_a_pair(desk: Desk) -> None:
    """And its translation as well; links to its text lead there as before."""
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv}", "Europe/Kyiv, languages: {en: English, uk: Українська}}"))
    desk.brief("a", body="Text.").brief("b", body="See [the first](a.md).").write("briefings/a.uk.md", "---\ntitle: А\n---\nТекст.\n")
    before = desk.said()
    run(desk, "check", "--join")
    assert (desk.root / "briefings/a.yml").read_text() == "title: A title\npublished: 2025-03-01\n"
    assert (desk.root / "briefings/a.md").read_text() == "Text.\n"
    assert (desk.root / "briefings/a.uk.yml").read_text() == "title: А\n"
    assert (desk.root / "briefings/a.uk.md").read_text() == "Текст.\n"
    assert desk.said() == before


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("content/topics.yml", "b: {name: B}\n", "content/topics stays as it is: there is content/topics.yml already"),
        ("briefings/b.md", "---\ntitle: B\npublished: 2025-03-01\n---\n[A](../content/topics/a.yml)\n", "a text links to it"),
    ],
)
def test_what_cannot_be_put_together_stays(desk: Desk, file: str, text: str, why: str) -> None:
    """And is told of."""
    desk.write("content/topics/a.yml", "name: A\n").write(file, text)
    assert why in run(desk, "check", "--join", "--diff").output
    run(desk, "check", "--join")
    assert (desk.root / "content/topics/a.yml").read_text() == "name: A\n"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    things=st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), NAMES, min_size=1, max_size=4), title=NAMES, body=NAMES
)
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, things: dict[str, str], title: str, body: str) -> None:
    """Gives the same files, whatever stands in them."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    for id, name in things.items():
        desk.write(
            f"content/topics/{id}.yml", yaml.safe_dump({"name": name, "description": f"{name} {name}"}, allow_unicode=True, width=30)
        )
    head = yaml.safe_dump({"title": title, "published": "2025-03-01"}, allow_unicode=True, width=30)
    desk.write("briefings/x.md", f"---\n{head}---\n{body}\n")
    before = files(desk)
    write(desk.root, join(desk.root, desk.examine().corpus.settings, FOLDERS).files)
    assert not any(name in files(desk) for name in before if name.startswith("content/topics/"))
    write(desk.root, split(desk.root, desk.examine().corpus.settings, FOLDERS).files)
    assert {name: text for name, text in files(desk).items() if name in before or name.startswith("content/topics")} == before


def test_the_sample_there_and_back(tmp_path: Path) -> None:
    """Its briefings of one file become pairs and files again, byte for byte."""
    for name in ("briefings", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    desk = Desk.__new__(Desk)
    desk.root = tmp_path
    single = {name: text for name, text in files(desk).items() if name.endswith(".md") and text.startswith(b"---\n")}
    single = {name: text for name, text in single.items() if b".yml)" not in text}  # links to pairs, which --split makes one
    run(desk, "check", "--join")
    assert (tmp_path / "briefings/2025-06-18-kananaskis.yml").is_file()
    run(desk, "check", "--split")
    now = files(desk)
    assert {name: now.get(name) for name in single} == single


def _typed(fields: dict[str, str]) -> str:
    typed: str = yaml.safe_dump(fields, allow_unicode=True, width=30)
    return typed
