"""Pages and the API say what stands unchanged since its publication, where the desk asks for it."""

import json
import re
import subprocess

import pytest

from tests.desks import Built, Desk
from tests.histories import CORRECTED, REVISED, ROUND, History, talks

REPOSITORY = "https://github.com/desk/desk"


@pytest.fixture
def history(desk: Desk) -> History:
    """A desk that asks for it, with a judgement that stood, one that was revised, and two that were edited, one of them in silence."""
    config = (desk.root / "mkdocs.yml").read_text().replace("timezone:", "audit: true, timezone:")
    desk.write("mkdocs.yml", f"{config}repo_url: {REPOSITORY}\n")
    made = History(desk)
    first = {name: talks().replace("title: Talks", f"title: Talks, {name}") for name in ("stood", "revised", "mended", "edited")}
    made.commit("2025-03-03", **first)
    edited = ROUND.replace("moderate", "low")
    made.commit("2025-03-10", revised=talks(ROUND + REVISED).replace("title: Talks", "title: Talks, revised"))
    made.commit("2025-03-20", mended=talks(edited, CORRECTED).replace("title: Talks", "title: Talks, mended"))
    made.commit("2025-03-21", edited=talks(edited).replace("title: Talks", "title: Talks, edited"))
    return made


def said(built: Built, name: str) -> list[str]:
    """What the page of a briefing says below its judgement, links with their addresses."""
    assert built.code == 0, built.said
    return re.findall(r'<p class="told">((?:Unch|Ch)anged.*?)</p>', built.page(f"briefings/{name}"))


def test_pages_say_what_stands_and_what_is_on_record(history: History) -> None:
    """With the commit, as a link; of what was changed in silence nothing is said. The same commit gives the same bytes."""
    commit = history.git("rev-parse", "HEAD~3").strip()
    link = f'(<a href="{REPOSITORY}/commit/{commit}">{commit[:10]}</a>)'
    built = history.desk.build()
    assert said(built, "stood") == [f"Unchanged since publication {link}"]
    assert said(built, "revised") == [f"Changed 1 time since publication {link}, each on record"]
    assert said(built, "mended") == [f"Changed 1 time since publication {link}, each on record"]
    assert said(built, "edited") == []
    records = {one["briefing"]: one.get("kept") for one in json.loads((built.site / "api/v1/judgements.json").read_text())["judgements"]}
    assert records["stood"] == {"commit": commit, "url": f"{REPOSITORY}/commit/{commit}", "changes": 0}
    assert (records["revised"]["changes"], records["edited"]) == (1, None)
    assert history.desk.build(site="again").bytes() == built.bytes()


def test_what_is_not_committed_counts_too(history: History) -> None:
    """No page says of other words that they are unchanged."""
    history.desk.write("briefings/stood.md", talks(ROUND.replace("by: 2025-05-31", "by: 2025-07-31")))
    assert said(history.desk.build(), "stood") == []


def test_an_address_of_no_repository_is_no_link(history: History) -> None:
    config = (
        (history.root / "mkdocs.yml").read_text().replace(f"repo_url: {REPOSITORY}", "repo_url: 'javascript://desk.example/%0aalert(1)'")
    )
    history.desk.write("mkdocs.yml", config)
    assert said(history.desk.build(), "stood") == [f"Unchanged since publication ({history.git('rev-parse', 'HEAD~3')[:10]})"]


@pytest.mark.parametrize("why", ["off", "shallow", "no git"])
def test_where_nothing_can_be_known_nothing_is_said(history: History, why: str) -> None:
    """Told once, unless it is off."""
    root = history.root
    if why == "off":
        history.desk.write("mkdocs.yml", (root / "mkdocs.yml").read_text().replace("audit: true, ", ""))
    else:
        (root / ".git").rename(root.parent / f"{root.name}.git")
    if why == "shallow":
        bare = root.parent / f"{root.name}.git"
        subprocess.run(["git", "clone", "-q", "--depth", "1", "--no-checkout", f"file://{bare}", root / "clone"], check=True)
        (root / "clone/.git").rename(root / ".git")
        (root / "clone").rmdir()
    built = history.desk.build("--strict")
    assert [said(built, name) for name in ("stood", "revised")] == [[], []]
    assert built.said.count("Pages do not say what stands unchanged") == (why != "off")
    assert ("fetch-depth: 0" in built.said) == (why == "shallow")
