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

from spotbrief.reading.languages import ENGLISH

_FOLDER = Path(__file__).parent / "forms"
LANGUAGES = (ENGLISH, *sorted(path.stem for path in (_FOLDER / "words").glob("*.yml")))
"""Those in which forms explain themselves: a file of `words` each, by what is said in English."""
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


def filled(name: str, values: Mapping[str, str], said: Callable[[str], str] = as_yaml, language: str = ENGLISH) -> str:
    """The form *name* in a language, with its `{holes}` filled; each value is written as *said* gives it."""
    return HOLE.sub(lambda hole: said(values[hole[1]]) if hole[1] in values else hole[0], spoken(form(name), language))


def spoken(text: str, language: str) -> str:
    """What a form says, in a *language* in which somebody has said it; else in English."""
    words = _words(language.partition("-")[0])
    return _any_of(language.partition("-")[0]).sub(lambda found: words[found[0]], text) if words else text


@cache
def _words(language: str) -> dict[str, str]:
    path = _FOLDER / "words" / f"{language}.yml"
    words: dict[str, str] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) if path.is_file() else {}
    return words


@cache
def _any_of(language: str) -> re.Pattern[str]:
    """The words of forms, of which the longest goes first."""
    every = "|".join(map(re.escape, sorted(_words(language), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w-])")


def forms_below(folder: str) -> list[str]:
    """The names of all forms in a folder of them."""
    return sorted(path.relative_to(_FOLDER).as_posix() for path in (_FOLDER / folder).rglob("*") if path.is_file())


@cache
def words_to_replace() -> frozenset[str]:
    """The texts that wait in fields."""
    texts = [*(path.read_text("utf-8") for path in _FOLDER.glob("*.yml")), *(fields for fields, _ in _of_briefings())]
    said = {text.strip() for one in texts for text in _texts(yaml.load(bare(one), yaml.CSafeLoader)) if " " in text.strip()}
    return frozenset(spoken(text, language) for text in said for language in LANGUAGES)


@cache
def lines_to_replace() -> frozenset[str]:
    """The lines that wait in the texts of briefings, headings apart."""
    texts = [spoken(body, language) for _, body in _of_briefings() for language in LANGUAGES]
    return frozenset(line for text in texts for line in text.splitlines() if line and not line.startswith("#"))


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
