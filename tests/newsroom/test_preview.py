"""The preview: everything is shown as soon as somebody looks, drafts too, and every change is seen."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.desks import Desk
from tests.newsroom.test_policy import policy
from tests.previewing import PATIENCE, Preview, previewed

PROBLEMS = "preview:problems"


@pytest.fixture
def preview(desk: Desk) -> Iterator[Preview]:
    """A desk with a draft and a search."""
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text("utf-8").replace("exports]", "exports, spotbrief/search]"))
    desk.write("content/issues.yml", "rain: {title: Rain}\n")
    desk.brief("a", body="The first text.").brief("b", "status: draft\n", body="Not yet.")
    with previewed(desk) as served:
        yield served


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("", "Tiny desk"),
        ("briefings/", "A title"),
        ("briefings/a", "The first text."),  # led on to the address with a slash
        ("briefings/a/index.md", "The first text."),
        ("briefings/b/", "Not yet."),
        ("briefings/b/", "Draft"),
        ("feed.xml", "<feed"),
        ("sitemap.xml", "briefings/a/"),
        ("search/", "Search"),
    ],
)
def test_whatever_is_asked_for_is_made(preview: Preview, path: str, text: str) -> None:
    """Pages, files beside them, feeds and drafts."""
    status, said = preview.get(path)
    assert status == 200
    assert text in said


def test_a_preview_can_be_searched(preview: Preview) -> None:
    """All that the search loads is there."""
    index = json.loads(preview.get("search/index.json")[1])
    assert index["version"]
    assert preview.get("search/search.js")[0] == 200


@pytest.mark.parametrize("path", ["nowhere/", "briefings/nowhere", "search/nowhere.json", "../../mkdocs.yml", "%2e%2e/mkdocs.yml"])
def test_what_is_not_there_is_said_to_be_missing(preview: Preview, path: str) -> None:
    """With the page for that."""
    status, said = preview.get(path)
    assert status == 404
    assert "There is nothing at this address" in said


def test_every_change_is_seen(preview: Preview) -> None:
    """Of a text, of what others show of it, of a template; a new briefing, and one that is gone."""
    desk = preview.desk
    assert "The first text." in preview.get("briefings/a/")[1]
    desk.brief("a", body="The second text.", title="Another title")
    assert preview.waits_for("briefings/a/", "The second text.")
    assert "Another title" in preview.get("briefings/")[1]
    desk.brief("c", body="A third one.")
    assert preview.waits_for("briefings/c/", "A third one.")
    desk.write("templates/missing.html", "Lost and not found")
    desk.brief("c", body="A third one, changed.")
    assert preview.waits_for("nowhere/", "Lost and not found")
    (desk.root / "briefings/c.md").unlink()
    assert preview.waits_for("briefings/c/", "Lost and not found")


def test_a_mistake_is_shown_over_the_last_good_page(preview: Preview) -> None:
    """With line and mend; no other page is taken with it, and all of them count it."""
    desk = preview.desk.write("briefings/a.md", "---\ntitle: [\npublished: 2025-03-01\n---\nThe second text.\n")
    assert preview.waits_for("briefings/a/", "1 problem on this page")
    page = preview.get("briefings/a/")[1]
    assert "The first text." in page
    assert "<strong>Error</strong>" in page
    assert "<code>briefings/a.md:2:8</code>" in page
    elsewhere = preview.get("briefings/b/")[1]
    assert "Not yet." in elsewhere
    assert "1 problem elsewhere" in elsewhere
    assert 'href="/base/briefings/a/">briefings/a.md</a>' in elsewhere
    assert "A title" in preview.get("briefings/")[1]
    assert "briefings/a.md:" in (desk.root / "serve.log").read_text("utf-8")
    desk.brief("a", body="Mended.")
    assert preview.waits_for("briefings/a/", "Mended.")
    assert PROBLEMS not in preview.get("briefings/a/")[1]
    assert preview.get("preview-problems.css")[0] == 200


def test_what_could_never_be_read_has_a_page_that_says_so(preview: Preview) -> None:
    """And so has what could be read in part: that part."""
    preview.desk.write("briefings/new.md", "---\ntitle: What is\n\nText.\n").brief("half", "tags: [x]\n", body="Half read.")
    assert preview.waits_for("briefings/new/", "cannot be shown yet")
    status, page = preview.get("briefings/new/")
    assert status == 200
    assert "There is nothing at this address" not in page
    assert "briefings/new.md:3:" in page
    assert "Half read." in preview.get("briefings/half/")[1]
    preview.desk.brief("new", body="Now it can.")
    assert preview.waits_for("briefings/new/", "Now it can.")


@pytest.mark.parametrize(
    ("file", "text", "path"),
    [
        ("content/actors/nato.yml", "name: NATO\ntype: allianz\n", "actors/nato/"),
        ("content/topics.yml", "war: {name: War, colour: red}\n", "topics/war/"),
        ("content/about.md", "# About\n\n[x](../briefings/nowhere.md)\n", "about/"),
        ("content/publishers.yml", "wire: {nam: Wire}\n", ""),
        ("content/statements.yml", "one: {actor: nobody, issue: rain, when: 2025-03-01, text: Said.}\n", "issues/"),
        ("content/trust.yml", "nam: Tiny\n", "trust/"),
    ],
)
def test_each_problem_is_on_the_page_that_it_concerns(preview: Preview, file: str, text: str, path: str) -> None:
    """Of actors, topics, ordinary pages, and of what is only listed."""
    preview.desk.write(file, text)
    assert preview.waits_for(path, "on this page")
    assert f"<code>{file}:" in preview.get(path)[1]


def test_a_site_that_cannot_be_made_is_shown_as_it_was(preview: Preview) -> None:
    """With why; nothing hangs, and the preview goes on when it is mended."""
    desk = preview.desk
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    for wrong, said in ((config.replace("outlook,", "outlok,"), "outlok"), (f"{config}nav: [\n", "mkdocs.yml:")):
        desk.write("mkdocs.yml", wrong)
        assert preview.waits_for("briefings/a/", said)
        assert "The first text." in preview.get("briefings/a/")[1]
    desk.write("mkdocs.yml", config).write("content/feed.xml", "<feed/>")
    assert preview.waits_for("", "feed.xml")
    assert "The first text." in preview.get("briefings/a/")[1]
    (desk.root / "content/feed.xml").unlink()
    desk.brief("a", body="On it goes.")
    assert preview.waits_for("briefings/a/", "On it goes.")


@pytest.mark.parametrize("folder", ["briefings", "content", "templates"])
def test_folders_may_go_and_come_back(preview: Preview, folder: str) -> None:
    """As they do when another branch is looked at; a file saved by renaming another one is seen too."""
    desk = preview.desk.write("templates/missing.html", "Lost and not found").write("content/about.md", "# About\n\nThe desk.\n")
    assert preview.waits_for("nowhere/", "Lost and not found")
    (desk.root / folder).rename(desk.root / "away")
    time.sleep(1.5)
    (desk.root / "away").rename(desk.root / folder)
    desk.write("new", "---\ntitle: T\npublished: 2025-03-01\n---\nSaved by renaming.\n")
    time.sleep(1.5)
    (desk.root / "new").replace(desk.root / "briefings/a.md")
    assert preview.waits_for("briefings/a/", "Saved by renaming.")
    desk.write("content/about.md", "# About\n\nAnother desk.\n").write("templates/missing.html", "Lost once more")
    assert preview.waits_for("about/", "Another desk.")
    assert preview.waits_for("nowhere/", "Lost once more")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_preview_that_is_ended_serves_no_more(preview: Preview, name: str) -> None:
    """No process of it goes on, whatever ends it."""
    preview.process.send_signal(getattr(signal, name))
    preview.process.wait(PATIENCE)
    with pytest.raises(OSError, match="refused"):
        preview.get("")


@pytest.mark.parametrize("module", ["spotbrief", "mkdocs"])
def test_a_port_that_is_taken_is_told_in_a_sentence(preview: Preview, module: str) -> None:
    """With the option that names another one, whichever command it is."""
    port = preview.address.split(":")[2].split("/")[0]
    command = [sys.executable, "-m", module, "serve", "-f", str(preview.desk.root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert f"127.0.0.1:{port}" in done.stderr + done.stdout
    assert "--address 127.0.0.1:" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_no_public_build_has_a_byte_of_it(desk: Desk) -> None:
    """Nor the styles."""
    desk.brief("a", "topics: []\nembargo: 2030-01-01\n")
    assert desk.build().code == 0
    assert PROBLEMS not in desk.build().everything()
    assert not list(desk.root.rglob("preview-problems*"))


def test_a_preview_goes_on_where_an_id_is_unsafe(preview: Preview) -> None:
    """What can have no page has none; the rest is shown."""
    preview.desk.write("content/topics.yml", '"../../../x": {name: X}\n"": {name: W}\n')
    preview.desk.brief("a", 'topics: ["../../../x"]\n', body="[x](javascript:alert(1)) and rain")
    assert preview.waits_for("briefings/a/", "and rain")
    assert "javascript:" not in preview.get("briefings/a/")[1].partition("<h1>")[2].partition(PROBLEMS)[0]
    assert not (preview.desk.root.parent / "x").exists()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("127.0.0.1", 200),
        ("LocalHost", 200),
        ("localhost:9999", 200),  # as a forwarded port has it
        ("[::1]:8000", 200),
        ("attacker.example", 421),
        ("attacker.example:8000", 421),
        ("127.0.0.1.attacker.example", 421),
        ("localhost@attacker.example", 421),
        ("10.0.0.7", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_a_preview_answers_under_names_of_this_machine_alone(preview: Preview, name: str, status: int) -> None:
    """A page of somebody else's, whose name is made to lead here, reads no drafts."""
    code, said = preview.get("briefings/b/", name)
    assert code == status
    assert ("Not yet." in said) == (status == 200)
    if status != 200:
        assert "open it at the address of 127.0.0.1, or at localhost" in said


def test_a_preview_for_the_whole_network_answers_under_numbers_and_names_of_the_machine(desk: Desk) -> None:
    """Neither can be made to lead here by somebody else."""
    name = socket.gethostname().partition(".")[0]
    with previewed(desk.brief("b", "status: draft\n", body="Not yet."), "0.0.0.0") as preview:
        for host in ("10.0.0.7:8000", "[fe80::7]", name, f"{name}.local", "localhost"):
            assert preview.get("briefings/b/", host)[0] == 200
        assert preview.get("briefings/b/", "attacker.example")[0] == 421


@pytest.mark.parametrize("path", ["", "briefings/a/", "briefings/b/", "actors/", "nowhere/"])
def test_a_preview_has_the_policy_of_the_site(preview: Preview, path: str) -> None:
    """What the site has of its own is the site's here too; no script is written into the page."""
    page = preview.get(path)[1]
    built = preview.desk.build().site
    site = (built / path / "index.html") if (built / path / "index.html").is_file() else built / "404.html"
    said, published = policy(page), policy(site.read_text("utf-8"))
    assert {key: value.replace(" https://desk.example", "") for key, value in said.items()} == {
        **dict.fromkeys(("style-src", "media-src", "font-src", "connect-src"), "'self'"),
        **published,
    }
    assert "livereload(" not in page
    assert "livereload(" in preview.get("preview-reload.js")[1]
