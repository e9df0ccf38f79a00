"""`spotbrief schema`: what editors' tools know is what the reader knows."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from spotbrief.cli import main
from spotbrief.reading import front_matter
from spotbrief.reading.schema import schemas
from spotbrief.reading.yaml import compose, value_of
from tests.desks import Desk

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas()
BLANK = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def typed(value: Any) -> Any:
    """*value* as YAML 1.2 has it for editors' tools: what looks like a number or a truth is one."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    if value in ("true", "false"):
        return value == "true"
    return float(value) if isinstance(value, str) and NUMBER.fullmatch(value) else value


def errors(name: str, text: str, known: Mapping[str, Any] = SCHEMAS) -> list[str]:
    """What the schema finds wrong with a text."""
    return [error.message for error in Draft202012Validator(known[name]).iter_errors(typed(value_of(compose(text))))]


def test_every_schema_is_one() -> None:
    """Valid by the dialect that it names, and free of what only the reader hands in."""
    for made in SCHEMAS.values():
        Draft202012Validator.check_schema(made)
        assert "\\u0000" not in json.dumps(made)
        assert "Origin" not in json.dumps(made)


def test_the_sample_desk_is_valid() -> None:
    """Every file that the reader takes, the schemas take; those of translations alone have none."""
    found, spoken = [], schemas({"languages": ("en", "uk")})
    for path in sorted((ROOT / "briefings").rglob("*")):
        if path.suffix in (".md", ".yml") and path.name != "README.md" and not path.stem.endswith(".uk"):
            text = path.read_text("utf-8")
            data = text if path.suffix == ".yml" else front_matter.split(text).data
            found += [(path.name, error) for error in (errors("briefing", data, spoken) if data else [])]
    for path in sorted(one for one in (ROOT / "content").rglob("*.yml") if not one.stem.endswith(".uk")):
        name = path.parent.name.removesuffix("s") if path.parent.name != "content" else path.stem
        found += [(path.name, error) for error in errors(name, path.read_text("utf-8"), spoken)]
    assert found == []


@pytest.mark.parametrize(
    "fields",
    [
        "title: 2025\npublished: 2025-03-01 18:00\nsummary:\nauthors:\nkey_takeaways: [Plain, {text: 1}]\n",
        "title: A\npublished: 2025-03-01\nsources: [one, {id: two}, {title: S, published: 2025}]\n",
        "title: A\npublished: 2025-03-01\nwhat_to_expect: [Rain., {text: R, probability: 70%, by: 2025~}, {text: R, probability: 0.7}]\n",
        "title: A\npublished: 2025-03-01\ntimeline: [{id: x}, {when: ../2025-06-30, title: T}]\nbody: Text\nimage: {src: a.png}\n",
    ],
)
def test_what_the_reader_takes_the_schema_takes(desk: Desk, fields: str) -> None:
    """Numbers for texts, blanks, sentences for entries, ids for sources, vague dates."""
    desk.write("briefings/a.yml", fields)
    assert not {p.rule for p in desk.examine().problems} & {"shape", "value", "unknown-field", "unknown-value", "missing-field"}
    assert errors("briefing", fields) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("briefing", "title: A\n"),
        ("briefing", "title: A\npublished: 2025-03-01\nsummery: B\n"),
        ("briefing", "title: A\npublished: yesterday\n"),
        ("briefing", "title: A\npublished: 2025-03-01\nkind: newz\n"),
        ("briefing", "title: A\npublished: 2025-03-01\nauthors: jane\n"),
        ("briefing", "title: A\npublished: 2025-03-01\ntimeline: [{when: 3 March, title: T}]\n"),
        ("briefing", "title: A\npublished: 2025-03-01\nwhat_to_expect: [{text: R, probability: 70}]\n"),
        ("briefing", "title: A\npublished: 2025-03-01\nid: mine\n"),
        ("actor", "name: A\ntype: planet\n"),
        ("actors", "a: {name: A, type: planet}\n"),
        ("storyline", "summary: A\n"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(name: str, text: str) -> None:
    """Missing and unknown fields, values, shapes and dates."""
    assert errors(name, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("name: {en: A, uk: А}\ntype: state\nuk: {description: Країна}\nmemberships: [{organization: b, role: {en: C, uk: Ц}}]\n", False),
        ("name: {en: A, pl: Б}\ntype: state\n", True),
        ("name: A\ntype: {en: state, uk: держава}\n", True),
        ("name: A\ntype: state\npl: {name: Б}\n", True),
    ],
)
def test_reference_data_speaks_the_languages_of_the_desk(text: str, wrong: bool) -> None:
    """In mappings and blocks, for texts alone; a desk in one language has neither."""
    assert bool(errors("actor", text, schemas({"languages": ("en", "uk")}))) is wrong
    assert errors("actor", text)


def test_a_title_may_be_called_name() -> None:
    """As the reader has it for issues and storylines."""
    assert errors("storyline", "name: A\n") == errors("storyline", "title: A\n") == []


def test_the_command_prints_and_writes(tmp_path: Path) -> None:
    """One by name, all names, or all of them into a folder."""
    call = CliRunner().invoke
    elsewhere = ["--config", str(tmp_path / "mkdocs.yml")]
    assert json.loads(call(main, ["schema", "briefing", *elsewhere]).output) == SCHEMAS["briefing"]
    assert call(main, ["schema"]).output.split() == list(SCHEMAS)
    assert "there is no schema 'x'" in call(main, ["schema", "x"]).output
    call(main, ["schema", "--write", str(tmp_path), *elsewhere])
    assert {path.stem for path in tmp_path.iterdir()} == set(SCHEMAS)


def test_the_schemas_in_the_repository_are_fresh_and_mapped(tmp_path: Path) -> None:
    """Stale? `spotbrief schema --write .vscode/schemas`."""
    CliRunner().invoke(main, ["schema", "--write", str(tmp_path), "--config", str(ROOT / "mkdocs.yml")])
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / ".vscode/schemas").iterdir()}
    assert kept == {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert {Path(path).stem for path in settings["yaml.schemas"]} == set(SCHEMAS)


def _fields(made: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a schema, at any depth."""
    for value in made.values() if isinstance(made, dict) else made if isinstance(made, list) else ():
        yield from _fields(value)
    if isinstance(made, dict) and "title" in made:
        yield from ((f"{made['title']}.{name}", field) for name, field in made.get("properties", {}).items())


def test_every_field_is_explained() -> None:
    """Editors' tools show it where a field is typed."""
    assert {name for made in SCHEMAS.values() for name, field in _fields(made) if not field.get("description")} == set()


def test_what_the_desk_has_is_offered(desk: Desk) -> None:
    """Ids, terms and audiences, in the schemas of a desk's folder; other words are left to `check`; neither null nor true is offered."""
    desk.actor("norway").write("content/topics.yml", "trade: {name: Trade}\n").brief("a", "status: draft\n")
    config = str(desk.root / "mkdocs.yml")
    said = CliRunner().invoke(main, ["schema", "briefing", "--config", config])
    made = json.loads(said.output)
    known = {name: kind["enum"] for name, kind in made["$defs"].items() if "enum" in kind}
    assert (known["known actors"], known["known topics"], known["known briefings"]) == (["norway"], ["trade"], ["a"])
    assert known["known terms"][:2] == ["almost no chance", "very unlikely"]
    assert list(made["properties"]["implications"]["anyOf"][0]["properties"]) == ["diplomats", "humanitarians", "businesses"]
    assert not re.search(r'"type": ?"(null|boolean)"|"(null|boolean)"\]', json.dumps(made).replace(json.dumps(BLANK), ""))
    valid = Draft202012Validator(made)
    fields = {"title": "A", "published": "2025-03-01"}
    assert valid.is_valid({**fields, "actors": ["norway", "new"], "topics": None, "what_to_expect": [{"text": "T", "likelihood": "lkely"}]})
    assert not valid.is_valid({**fields, "actors": [["norway"]]})
