"""The forms that `spotbrief new` writes, and the words in them that wait for an editor's own.

In a form, `# ` begins a line that an editor may use, `## ` a line that explains. A text of several words waits for others; an
example that may stand, such as a kind or a date, has no blank in it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "forms"
HOLE = re.compile(r"\{([a-z]+)\}")
"""What is filled in when a form is written."""


def form(name: str) -> str:
    """The form of a kind of thing (`actor.yml`), of a kind of briefing (`briefing/news.md`), or of a file of a desk (`desk/index.md`)."""
    return (_FOLDER / name).read_text("utf-8")


@cache
def words_to_replace() -> frozenset[str]:
    """The texts that wait in fields."""
    forms = [*(bare(path.read_text("utf-8")) for path in _FOLDER.glob("*.yml")), *(bare(fields) for fields, _ in _of_briefings())]
    return frozenset(text.strip() for one in forms for text in _texts(yaml.load(one, yaml.CSafeLoader)) if " " in text.strip())


@cache
def lines_to_replace() -> frozenset[str]:
    """The lines that wait in the texts of briefings, headings apart."""
    return frozenset(line for _, body in _of_briefings() for line in body.splitlines() if line and not line.startswith("#"))


def parts(text: str) -> tuple[str, str]:
    """The fields and the body of the form of a briefing."""
    _, fields, body = text.split("---\n", 2)
    return fields, body.lstrip()


def bare(text: str, hole: str = "x") -> str:
    """The YAML of a form with every line in use, and *hole* in its holes."""
    lines = (line.removeprefix("# ") for line in text.splitlines() if not line.startswith("##"))
    return HOLE.sub(hole, "\n".join(lines))


def _of_briefings() -> list[tuple[str, str]]:
    return [parts(path.read_text("utf-8")) for path in (_FOLDER / "briefing").glob("*.md")]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)
