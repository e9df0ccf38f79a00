"""Small desks for tests: written, checked and built as an editor would."""

import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

from spotbrief.checks.examine import Examined, examine
from spotbrief.reading.settings import read_config

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
CONFIG = """\
site_name: Tiny desk
site_url: https://desk.example/base/
docs_dir: content
theme: {name: material, font: false}
nav: [{Home: index.md}, {Briefings: briefings/index.md}, {Actors: actors/index.md}, {Timelines: timelines/index.md}]
plugins: [{briefings: {timezone: Europe/Kyiv}}, actors, timelines, outlook, exports]
"""
PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
"""A picture of one grey pixel."""
FRONT = "---\ntitle: {title}\npublished: 2025-03-01\n{more}---\n{body}\n"


@dataclass(frozen=True)
class Built:
    """What a build gave."""

    code: int
    said: str
    site: Path

    def page(self, path: str) -> str:
        """The HTML of a page."""
        return (self.site / path / "index.html").read_text("utf-8")

    def everything(self) -> str:
        """All file names and all bytes of the site, the theme's own assets apart."""
        files = [p for p in sorted(self.site.rglob("*")) if p.is_file() and p.relative_to(self.site).parts[0] != "assets"]
        return "\n".join(f"{p.relative_to(self.site)}\n{p.read_bytes().decode('utf-8', 'replace')}" for p in files)

    def bytes(self) -> dict[str, bytes]:
        """Every file by its path."""
        return {str(p.relative_to(self.site)): p.read_bytes() for p in sorted(self.site.rglob("*")) if p.is_file()}


class Desk:
    """A desk in a folder of its own."""

    now = NOW
    """The moment of its builds, unless a test says another."""

    def __init__(self, root: Path, now: datetime = NOW) -> None:
        self.root, self.now = root, now
        self.write("mkdocs.yml", CONFIG)
        self.write("content/index.md", "# Tiny desk\n")
        (root / "briefings").mkdir()

    def write(self, path: str, text: str | bytes) -> "Desk":
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def data(self, path: str, values: dict[str, Any]) -> "Desk":
        """Write a file of data."""
        return self.write(path, json.dumps(values, ensure_ascii=False))

    def brief(self, name: str, more: str = "", body: str = "The body.", title: str = "") -> "Desk":
        """Write a briefing as Markdown with front matter; its title is its own, and a draft is fresh."""
        title = title or ("A title" if name == "a" else f"A title, {name}")
        front = FRONT.replace("2025-03-01", "2025-05-31") if "status: draft" in more or "status: review" in more else FRONT
        return self.write(f"briefings/{name}.md", front.format(title=title, more=more, body=body))

    def actor(self, id: str, more: str = "type: state\n", name: str = "") -> "Desk":
        """Write an actor."""
        return self.write(f"content/actors/{id}.yml", f"name: {name or id.capitalize()}\n{more}")

    def examine(self, now: datetime | None = None) -> Examined:
        """Read, link and check."""
        settings, folders = read_config(self.root / "mkdocs.yml", now or self.now)
        return examine(self.root, settings, folders)

    def said(self, now: datetime | None = None) -> str:
        """All problems as `spotbrief check` prints them."""
        return "\n".join(map(str, self.examine(now).problems))

    def build(self, *options: str, now: datetime | None = None, engine: str = "mkdocs", site: str = "site") -> Built:
        """Build the site for real, in a process of its own."""
        command = [sys.executable, "-m", engine, "build", "-f", str(self.root / "mkdocs.yml"), "-d", str(self.root / site), *options]
        done = subprocess.run(command, cwd=self.root, env=environment(now or self.now), capture_output=True, text=True, timeout=120)
        return Built(done.returncode, done.stdout + done.stderr, self.root / site)


def words(html: str, between: str = " ") -> str:
    """Some HTML as readers read it, with what stands *between* two of its elements."""
    return " ".join(unescape(re.sub("<[^>]*>", between, html)).split())


def environment(now: datetime) -> dict[str, str]:
    """What a build of *now* finds around it."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return {**os.environ, **quiet, "SOURCE_DATE_EPOCH": str(int(now.timestamp()))}
