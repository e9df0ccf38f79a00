"""An engine of a few lines, Jinja and Python-Markdown, builds the same site as MkDocs: only ordinary pages are its own."""

from collections.abc import Mapping
from pathlib import Path
from posixpath import relpath
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markdown import markdown

from spotbrief.building.build import Stopped, Task, build
from spotbrief.building.engine import Engine
from spotbrief.building.messages import Message, Step
from spotbrief.building.shells import shell_globals
from spotbrief.exports.output import Listed
from spotbrief.exports.planned.rendered import Made
from spotbrief.exports.site import Site
from spotbrief.model.problem import Problem
from spotbrief.reading.settings import read_config
from spotbrief.rendering.csp import with_policy
from spotbrief.rendering.fragments import template_folders
from spotbrief.rendering.shell import CONTENTS, DESCRIPTION, TITLE, ShellPage
from tests.desks import CONFIG, NOW, PNG, Desk

NAV = {"Home": ".", "Briefings": "briefings/", "Actors": "actors/", "Timelines": "timelines/"}
SITE = "https://desk.example/base/"
THEIRS = {"index.html", "404.html", "sitemap.xml.gz", ".build-record"}
"""Ordinary pages, and what tells when it was made or which files there are."""


class Plain:
    """The third engine."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._folder, self._env = folder, Environment(loader=FileSystemLoader(template_folders(root)), trim_blocks=True, lstrip_blocks=True)
        self._config = SimpleNamespace(
            theme=SimpleNamespace(), site_name="Tiny desk", site_url=SITE, plugins=["exports"], extra_css=[], extra_javascript=[]
        )
        self._env.filters.update(url=_relative, script_tag=str)

    def files(self, hidden: frozenset[str]) -> Mapping[str, str]:
        return {"index.html": "index.md"}

    def pages(self, site: Site) -> Made:
        (self._folder / "index.html").write_text(markdown("# Tiny desk"), "utf-8")
        site.ordinary.append(Listed(path=""))
        self._env.globals.update(shell_globals(site), config=self._config, favicon="", logo="", social=())
        self._policy = site.corpus.settings.policy_here
        return lambda page: None

    def shell(self, page: ShellPage) -> str:
        nav = SimpleNamespace(items=[SimpleNamespace(title=k, url=v, active=v == f"{page.section}/") for k, v in NAV.items()])
        here: Any = next((item for item in nav.items if item.url == page.hub), SimpleNamespace(title=TITLE, url=page.url))
        toc = [SimpleNamespace(level=2, title=CONTENTS, url=f"#{CONTENTS}", children=[])] if page.has_contents else []
        vars(here).update(meta={"title": TITLE, "description": DESCRIPTION}, toc=toc, canonical_url=self._config.site_url + page.url)
        return with_policy(self._env.get_template("shell.html").render(nav=nav, page=here), self._policy)


@pass_context
def _relative(context: Context, path: str) -> str:
    return relpath(path, context["page"].url) + "/" * path.endswith("/")


def test_a_third_engine_builds_the_same_site(desk: Desk) -> None:
    """All pages and files of the desk, byte for byte; and what it says comes as objects."""
    desk.write("mkdocs.yml", CONFIG.replace("{name: material, font: false}", "spotbrief").replace(", outlook,", ","))
    desk.actor("norway").write("briefings/a.png", PNG).write("content/topics.yml", "ice: {name: Ice}\n")
    desk.brief("a", "actors: [norway]\ntopics: [ice]\nwhat_to_expect: [Rain.]\n", body="## One\n\nOn [[norway]].\n\n![A picture](a.png)")
    desk.brief("b", "timeline: [{when: 2025-02-01, title: Talks, text: They met.}]\n").brief("c", "embargo: 2025-07-01T06:00\n")
    theirs = {path: data for path, data in desk.build(site="theirs").bytes().items() if path not in THEIRS}
    settings, folders = read_config(desk.root / "mkdocs.yml", NOW)
    folder, heard = desk.root / "ours", list[Message]()
    folder.mkdir()
    engine: Engine = Plain(desk.root, folder)
    build(Task(root=desk.root, settings=settings, folders=folders, file=None), engine, folder, heard.append)
    ours = {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name not in THEIRS - {"index.html"}}
    assert ours.pop("index.html")
    assert ours.keys() == theirs.keys()
    assert [path for path, data in ours.items() if data != theirs[path]] == []
    assert "briefings/a/index.html" in ours
    assert [one.name for one in heard if isinstance(one, Step)] == ["rendering", "writing"]
    assert "held-back" in {one.rule for one in heard if isinstance(one, Problem)}


class _Stumbling(Plain):
    """One that cannot even list its files."""

    def files(self, hidden: frozenset[str]) -> Mapping[str, str]:
        raise RuntimeError("stumbled")


@pytest.mark.parametrize("mistaken", [True, False])
def test_what_is_wrong_with_a_desk_is_told_even_where_its_plan_fails(desk: Desk, *, mistaken: bool) -> None:
    """The plan is made beside the checks: what it stumbles over may be what they find. A desk without errors is not to blame."""
    desk.brief("a", "topics: [ice]\n" if mistaken else "")
    settings, folders = read_config(desk.root / "mkdocs.yml", NOW)
    heard = list[Message]()
    engine: Engine = _Stumbling(desk.root, desk.root / "ours")
    task = Task(root=desk.root, settings=settings, folders=folders, file=None)
    with pytest.raises(Stopped if mistaken else RuntimeError):
        build(task, engine, desk.root / "ours", heard.append)
    assert ("unknown-reference" in {one.rule for one in heard if isinstance(one, Problem)}) is mistaken
