"""What CONTRIBUTING says about adding something is true: a thing that is written and not entered, or not documented, is found."""

import importlib
import inspect
import pkgutil
import re
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import click
import pytest

import spotbrief.checks
import spotbrief.cli
import spotbrief.cli.formats
import spotbrief.exports
import spotbrief.language_server
import spotbrief.views
from spotbrief.building.engine import Engine
from spotbrief.checks.rule import Rule
from spotbrief.checks.run import RULES
from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.formats import BESIDE
from spotbrief.exports.formats import FORMATS as FILES
from spotbrief.model.desk import Desk
from spotbrief.model.kinds import KINDS
from spotbrief.views.page_types import PAGES
from tests.cli.run import COMMANDS

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
WRITE, LOOK = ((ROOT / f"docs/pages/{name}.md").read_text("utf-8") for name in ("write", "look"))
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
KEPT_IN = {"events": "events", "statements": "statements", "trust": "desk"}
"""Kinds that the corpus holds in another form: merged events, statements with their briefings, the desk as it was read."""


def modules(package: ModuleType) -> list[ModuleType]:
    """Every module of a room, folders included."""
    return [importlib.import_module(found.name) for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]


def entered(table: object) -> set[object]:
    """The functions that a table of tuples holds."""
    assert isinstance(table, dict)
    return {one for row in table.values() for one in row}


def test_every_rule_is_entered() -> None:
    written = {id(value) for module in modules(spotbrief.checks) for value in vars(module).values() if isinstance(value, Rule)}
    assert written == {id(rule) for rule in RULES}


def test_every_kind_of_page_is_entered() -> None:
    written = {module.plans for module in modules(spotbrief.views) if inspect.isfunction(getattr(module, "plans", None))}
    assert written == entered(PAGES)


@pytest.mark.parametrize(("name", "table"), [("outputs", FILES), ("beside", BESIDE)])
def test_every_export_is_entered(name: str, table: object) -> None:
    """A function `outputs(edition)` or `beside(edition)` that no table names makes no file."""
    found = [(module, getattr(module, name, None)) for module in modules(spotbrief.exports) if not module.__name__.endswith(".formats")]
    written = {one for module, one in found if inspect.isfunction(one) and one.__module__ == module.__name__}
    assert written == entered(table)


def test_every_command_and_every_form_of_check_is_entered() -> None:
    rooms = [*modules(spotbrief.cli), *modules(spotbrief.language_server)]
    commands = [value for module in rooms for value in vars(module).values() if isinstance(value, click.Command)]
    tops = {one for one in commands if one is not spotbrief.cli.main and one.name not in ("desk", "briefing", "thing")}
    assert {one.name for one in tops if one.name in COMMANDS or not _is_inside(one)} == set(COMMANDS)
    forms = {module.__name__.rpartition(".")[2] for module in modules(spotbrief.cli.formats)}
    assert forms == set(spotbrief.cli.formats.FORMATS)


def _is_inside(command: click.Command) -> bool:
    groups = [one for one in COMMANDS.values() if isinstance(one, click.Group)]
    return any(command in group.commands.values() for group in groups)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_thing_is_kept_checked_and_documented(kind: str) -> None:
    """The desk and the corpus hold it, and the documentation names it."""
    assert kind in {field.name for field in fields(Desk)}
    assert KEPT_IN.get(kind, kind) in {field.name for field in fields(Corpus)}
    assert any(f"`{name}`" in WRITE + LOOK for name in (kind, f"content/{kind}.yml", f"{kind}/"))


def test_every_scale_is_in_the_documentation() -> None:
    scales = (ROOT / "site_plugins/spotbrief/reading/scales").glob("*.yml")
    assert [scale.stem for scale in scales if f"`{scale.stem}`" not in LOOK] == []


def test_the_files_that_contributing_names_are_there() -> None:
    """In the repository, in the core, or in a room of it."""
    table = CONTRIBUTING.partition("| to add |")[2].partition("\nClasses are")[0]
    names = {name for name in re.findall(r"`([\w./-]+[./][\w./-]*)`", table) if not name.endswith("()")}
    tops = (ROOT, ROOT / "site_plugins/spotbrief", ROOT / "templates/assets", ROOT / "templates/assets/site.css")
    assert len(names) > 15
    assert sorted(name for name in names if not any((top / name).exists() for top in tops)) == []


def test_contributing_names_types_that_the_model_has() -> None:
    """The first step of a field names the types that say what it holds."""
    first = CONTRIBUTING.partition("### A field\n")[2].partition("\n2. ")[0]
    types, named = importlib.import_module("spotbrief.model.fields"), re.findall(r"`([A-Z]\w+)`", first)
    assert named
    assert [name for name in named if not hasattr(types, name)] == []


def test_an_engine_is_told_all_that_the_shell_reads() -> None:
    """Where what it owes is described."""
    texts = [path.read_text("utf-8") for path in (TEMPLATES / "base.html", TEMPLATES / "shell.html", *(TEMPLATES / "shell").iterdir())]
    code = " ".join(found for text in texts for found in re.findall(r"\{[{%].*?[%}]\}", text, re.DOTALL))
    read = set(re.findall(r"(?<![\w.])(?:config|nav|page)\.\w+", code))
    assert len(read) > 10
    assert [name for name in sorted(read) if f"`{name}" not in (Engine.shell.__doc__ or "")] == []
