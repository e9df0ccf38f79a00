"""The preview: everything is shown as soon as somebody looks, drafts too, and every change is seen."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.desks import Desk

PATIENCE = 60
"""Seconds after which a change counts as not seen."""


class Preview:
    """A desk being served at *address*."""

    def __init__(self, desk: Desk, address: str) -> None:
        self.desk, self._address = desk, address

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of what is served at *path*."""
        try:
            with urllib.request.urlopen(f"{self._address}{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8")

    def waits_for(self, path: str, text: str) -> bool:
        """Whether *text* comes to be shown at *path*."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if text in self.get(path)[1]:
                return True
            time.sleep(0.1)
        return False


@pytest.fixture
def preview(desk: Desk) -> Iterator[Preview]:
    """A desk with a draft, served below the path of its site, as `spotbrief serve` does."""
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text("utf-8").replace("exports]", "exports, spotbrief/search]"))
    desk.brief("a", body="The first text.").brief("b", "status: draft\n", body="Not yet.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (desk.root / "serve.log").open("w")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "spotbrief", "serve", "-f", str(desk.root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=desk.root, env=environment, stdout=log, stderr=log)
    served = Preview(desk, f"http://127.0.0.1:{port}/base/")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            served.get("")
            break
        except OSError:
            time.sleep(0.1)
    yield served
    process.terminate()
    process.wait(PATIENCE)
    log.close()


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


def test_a_mistake_is_shown_and_mended(preview: Preview) -> None:
    """A briefing that cannot be read takes no other with it."""
    desk = preview.desk.write("briefings/a.md", "---\ntitle: [\n---\n")
    assert preview.waits_for("briefings/a/", "There is nothing at this address")
    page = preview.get("briefings/a/")[1]
    assert "<code>briefings/a.md:" in page
    assert '<meta http-equiv="refresh" content="2">' in page
    assert "Not yet." in preview.get("briefings/b/")[1]
    assert "briefings/a.md:" in (desk.root / "serve.log").read_text("utf-8")
    desk.brief("a", body="Mended.")
    assert preview.waits_for("briefings/a/", "Mended.")


def test_a_preview_goes_on_where_an_id_is_unsafe(preview: Preview) -> None:
    """What can have no page has none; the rest is shown."""
    preview.desk.write("content/topics.yml", '"../../../x": {name: X}\n"": {name: W}\n')
    preview.desk.brief("a", 'topics: ["../../../x"]\n', body="[x](javascript:alert(1)) and rain")
    assert preview.waits_for("briefings/a/", "and rain")
    assert "javascript:" not in preview.get("briefings/a/")[1].partition("<h1>")[2].partition("<script>")[0]
    assert not (preview.desk.root.parent / "x").exists()
