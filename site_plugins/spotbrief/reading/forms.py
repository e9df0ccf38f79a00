"""The forms that `spotbrief new` writes, and the words in them that wait for an editor's own.

In a form, `# ` begins a line that an editor may use, `## ` a line that explains. A text of several words waits for others; an
example that may stand, such as a kind or a date, has no blank in it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "forms"
HOLE = re.compile(r"\{([a-z]+)\}")
"""What is filled in when a form is written."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def form(name: str) -> str:
    """The form of a kind of thing (`actor.yml`) or of briefing (`briefing/news.md`), or of a file of a desk (`desk/content/index.md`)."""
    return (_FOLDER / name).read_text("utf-8")


def as_yaml(value: str) -> str:
    """*value* as it stands after a key, in quotes only where it needs them; a day is a text to us, if not to every reader of YAML."""
    if _DAY.fullmatch(value):
        return value
    dumped: str = yaml.safe_dump({"key": value}, allow_unicode=True, width=10**6)
    return dumped.removeprefix("key: ").removesuffix("\n")


def filled(name: str, values: Mapping[str, str], said: Callable[[str], str] = as_yaml) -> str:
    """The form *name* with its `{holes}` filled; each value is written as *said* gives it."""
    return HOLE.sub(lambda hole: said(values[hole[1]]) if hole[1] in values else hole[0], form(name))


def forms_below(folder: str) -> list[str]:
    """The names of all forms in a folder of them."""
    return sorted(path.relative_to(_FOLDER).as_posix() for path in (_FOLDER / folder).rglob("*") if path.is_file())


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
