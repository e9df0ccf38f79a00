"""The pages of the documentation, and the examples in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.cli.explained_desk import SETTINGS, lay
from tests.desks import Desk

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted((DOCS / "pages").glob("*.md"))
TAUGHT = [path for path in PAGES if path.name not in ("rules.md", "fields.md", "themes.md")]
"""Pages that somebody wrote; the others are made, and looked after by what makes them."""

_CAST = ("actors", "authors", "issues.yml", "publishers.yml", "regions.yml", "sources.yml", "topics.yml")
"""What the examples name without telling it: things of the sample desk."""
_SETTINGS = """\
site_name: Example Desk
nav: [{Home: index.md}, {Briefings: briefings/index.md}, {Outlook: outlook/index.md}, {Actors: actors/index.md}]
plugins: [briefings: {timezone: Europe/Kyiv}, outlook, actors, timelines, exports, spotbrief/search]
"""
_FENCE = re.compile(
    r"^(?P<marks>`{3,})(?P<language>\w*)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^(?P=marks)$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Fence:
    """A block of code on a page: its language, the file that it is or stands in, and its text."""

    language: str
    title: str
    text: str

    @property
    def is_file(self) -> bool:
        """Whether it is the whole of a file of a desk."""
        return bool(self.title) and not self.title.startswith("in ") and not self.is_wrong

    @property
    def is_wrong(self) -> bool:
        """Whether it shows what not to write; the block after it has what `spotbrief check` says then."""
        return self.title.startswith("wrong: ")


def fences(page: Path) -> Iterator[Fence]:
    """All blocks of code of *page*, in their order."""
    for found in _FENCE.finditer(page.read_text("utf-8")):
        yield Fence(found["language"], found["title"] or "", found["text"])


def desk_of_examples(root: Path) -> Desk:
    """A desk with the people and topics that examples name."""
    desk = lay(root, {"mkdocs.yml": _SETTINGS})
    for name in _CAST:
        there = ROOT / "content" / name
        for path in there.glob("*.yml") if there.is_dir() else (there,):
            said = _in_english(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
            desk.write(path.relative_to(ROOT).as_posix(), yaml.safe_dump(said, allow_unicode=True, sort_keys=False))
    return desk


def _in_english(value: Any) -> Any:
    """What a file of the sample says in its first language, since desks of examples have one alone."""
    if isinstance(value, list):
        return [_in_english(one) for one in value]
    if not isinstance(value, dict):
        return value
    return value["en"] if value.keys() == {"en", "uk"} else {key: _in_english(one) for key, one in value.items() if key != "uk"}


def put(desk: Desk, fence: Fence) -> None:
    """Put an example into *desk*; settings win over those that are there."""
    if fence.is_file:
        desk.write(fence.title, fence.text)
    elif fence.title == "in mkdocs.yml":
        own = set(re.findall(r"^(\w+):", fence.text, re.MULTILINE))
        desk.write("mkdocs.yml", "".join(f"{line}\n" for key, line in SETTINGS.items() if key not in own) + fence.text)
    elif fence.title:
        raise ValueError(f"what is '{fence.title}'? write the path of a file, or in mkdocs.yml")
