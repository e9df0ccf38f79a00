"""Pages and the API say what stands unchanged since its publication, where the desk asks for it."""

import json
import re
import subprocess

import pytest

from tests.desks import Built, Desk
from tests.histories import CORRECTED, REVISED, ROUND, History, talks

REPOSITORY = "https://github.com/desk/desk"
ALONE = "".join(line for line in ROUND.splitlines(keepends=True) if "group:" not in line).replace("2025-05-31", "2025-12-31")
"""A judgement that no check has a word to say about."""


def piece(name: str, judgement: str = ALONE, more: str = "") -> str:
    """A briefing that is not like the others."""
    return talks(judgement.replace("A second round", f"A {name} round").replace("id: round", f"id: {name}"), more).replace(
        "title: Talks", f"title: Talks, {name}"
    )


@pytest.fixture
def history(desk: Desk) -> History:
    """A desk that asks for it, with a judgement that stood, one that was revised, and two that were edited, one of them in silence."""
    config = (desk.root / "mkdocs.yml").read_text().replace("timezone:", "audit: true, timezone:")
    desk.write("mkdocs.yml", f"{config}repo_url: {REPOSITORY}\n")
    made = History(desk)
    made.commit("2025-03-03", **{name: piece(name) for name in ("stood", "revised", "mended", "edited")})
    edited = ALONE.replace("moderate", "low")
    made.commit("2025-03-10", revised=piece("revised", ALONE + REVISED))
    made.commit("2025-03-20", mended=piece("mended", edited, CORRECTED.replace("round", "mended")))
    made.commit("2025-03-21", edited=piece("edited", edited))
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
    files = {path.stem: json.loads(path.read_text())["what_to_expect"][0] for path in (built.site / "api/v1/briefings").iterdir()}
    records = {name: judgement.get("kept") for name, judgement in files.items()}
    assert records["stood"] == {"commit": commit, "url": f"{REPOSITORY}/commit/{commit}"}
    assert (records["revised"]["changes"], records["edited"]) == (1, None)
    assert history.desk.build(site="again").bytes() == built.bytes()


def test_a_later_word_that_was_changed_is_not_vouched_for(history: History) -> None:
    """It counts as a change of the judgement that it takes up."""
    later = talks("  - {id: 'stood:stood', likelihood: very likely}\n", published="2025-04-01").replace(
        "title: Talks", "title: Talks, later"
    )
    history.commit("2025-04-01", later=later)
    assert len(told := said(history.desk.build(), "stood")) == 1
    assert told[0].startswith("Changed 1 time since publication")
    history.commit("2025-04-20", later=later.replace("very likely", "unlikely"))
    assert said(history.desk.build(), "stood") == []


def test_what_is_not_committed_counts_too(history: History) -> None:
    """No page says of other words that they are unchanged."""
    history.desk.write("briefings/stood.md", piece("stood", ALONE.replace("by: 2025-12-31", "by: 2025-12-30")))
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
