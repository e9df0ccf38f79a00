"""A whole site in a pseudo language: what a reader sees and no editor typed stands in brackets."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desks import Desk, environment
from tests.fields.matrix import NOW, filled
from tests.words.test_phrases import NAMES, Visible

ROOT = Path(__file__).parents[2]
EDITORS = re.compile(
    r"https?://\S+|[\w.]+@desk\.example|[\w-]+\.(png|yml)|WARNING"
    r"|\b(The zq\d+|[\w-]*zq[\w-]*|A text\.|Gone|One more|Earlier|It rains|Tiny desk|Home|Briefings|Actors|Timelines|diplomats|Q\d+)"
    r"|(Almost certain|Almost no chance|Roughly even chance|(Very )?([Ll]ikely|[Uu]nlikely))\b"  # of the scale
    r"|Intelligence Community Directive 203, Analytic Standards \(2015\)"
)
_SAID = re.compile(r"⟦[^⟦⟧]*⟧")
_WORDS = re.compile(r"[A-Za-z][A-Za-z’-]+(?: [A-Za-z’-]+)*")


def lay(desk: Desk) -> None:
    """A desk of Ukrainian editors with every field filled, enough for charts, and for pages that follow."""
    filled(desk, lambda token, mark: f"Слово {token}")
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    config = config.replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, per_page: 3, events_per_page: 5")
    desk.write(
        "mkdocs.yml",
        f"{config}markdown_extensions: [admonition, footnotes, pymdownx.details, pymdownx.tasklist, toc: {{permalink: true}}]\n",
    )
    desk.write("content/markup.md", PAGE)
    for n in range(6):
        desk.data(f"content/actors/zq-{n}.yml", {"name": f"Ім’я {n}", "type": "person"})
    for n in range(1, 13):
        desk.data(f"briefings/zq-{n}.yml", _briefing(n))


TASKS = """\
Текст.[^1]

- [x] Текст.
- [ ] Текст.

[^1]: Текст.
"""
"""What programs for Markdown put words of their own to, in briefings and on ordinary pages."""

BOX = "> [!WARNING]\n> Текст.\n\n"
PAGE = f"""\
# Сторінка

{TASKS}
## Текст

!!! note
    Текст.

??? tip
    Текст.
"""
"""Boxes are written in another way there."""


def _briefing(n: int) -> dict[str, object]:
    expected = {"text": f"Станеться {n}", "likelihood": "likely", "confidence": "high", "by": f"2026-{n:02}-{n + 1:02}"}
    ended = (
        {"resolution": {"outcome": "happened" if n % 2 else "did_not_happen", "when": "2026-01-01" if n % 2 else "2026-05-01"}}
        if n < 6
        else {}
    )
    spoke = {"actor": f"zq-{n % 3}", "issue": "full-issues", "when": f"2025-{n:02}-01", "text": f"Сказав {n}"}
    return {
        "title": f"Назва {n}",
        "published": f"2025-{n:02}-03",
        "body": BOX + TASKS,
        "actors": sorted({f"zq-{n % 5}", "zq-0", "zq-1"}),
        "topics": ["full-topics"],
        "storyline": "full-storylines",
        "what_to_expect": [expected | ended],
        "timeline": [{"when": f"{2025 - n // 6}-{n:02}-{n + 1:02}", "title": f"Подія {n}"}, {"when": f"202{n % 4}~", "title": f"Рік {n}"}],
        "statements": [spoke | {"stance": ("supports", "opposes", "conditional")[n % 3]}],
    }


def bare(site: Path) -> Iterator[str]:
    """The texts that hold words of nobody: in pages, and in briefings as Markdown."""
    for path in sorted(site.rglob("*.html")):
        for text in Visible(path.read_text("utf-8")).texts:
            yield from _left(text)
    for path in sorted(site.rglob("briefings/*/index.md")):
        for line in path.read_text("utf-8").splitlines():
            yield from _left(re.sub(r"\]\([^)]*\)|<http[^>]*>", "", line))


def _left(text: str) -> Iterator[str]:
    left = " ".join(EDITORS.sub("·", _SAID.sub("·", text)).split())
    yield from (words for words in _WORDS.findall(left) if words not in NAMES)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_what_no_editor_typed_stands_in_brackets(desk: Desk, engine: str) -> None:
    """On every kind of page, and around it."""
    lay(desk)
    build = ["build", "-q", "-f", str(desk.root / "mkdocs.yml"), "-d", str(desk.root / "site")]
    command = [sys.executable, "-m", "tests.words.pseudo", engine, *build]
    done = subprocess.run(command, cwd=ROOT, env=environment(NOW), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(set(bare(desk.root / "site"))) == []
