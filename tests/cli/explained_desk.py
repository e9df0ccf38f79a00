"""A small desk with an example of a rule in it: what is described in brackets is made, a part of a file is put into a whole one."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from spotbrief.checks.explanations import FRONT_MATTER, TEXT, Example
from tests.desks import PNG, Desk
from tests.media.files import plain_png

BRIEFING = "briefings/2025-03-04-minerals.md"
FRONT = {"title": "title: The minerals agreement is still open", "published": "published: 2025-03-04"}
BODY = "Washington and Kyiv have not signed.\n"
SETTINGS = {
    "site_name": "site_name: Tiny desk",
    "site_url": "site_url: https://desk.example/",
    "docs_dir": "docs_dir: content",
    "theme": "theme: spotbrief",
    "plugins": "plugins: [briefings, outlook, exports]",
}


def _archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", "<a/>" * 99)
    return made.getvalue()


def _pdf(more: str) -> bytes:
    objects = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj"
    return f"%PDF-1.4\n{objects} 3 0 obj<<{more}>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n".encode()


FILES: dict[str, Callable[[], bytes]] = {
    "(a picture)": lambda: PNG,
    "(the first half of a picture)": lambda: PNG[:40],
    "(a picture of 4,200 by 1 pixels)": lambda: plain_png(4200),
    "(a document)": _archive,
    "(the first half of a document)": lambda: _archive()[:60],
    '(the words "Санкції" in Windows-1251)': lambda: "sanctions: {name: Санкції}\n".encode("cp1251"),
    "(26 megabytes)": lambda: bytes(26_000_000),
    "(1 megabyte)": lambda: bytes(1_000_000),
    '(a PDF whose author is "J. Doe")': lambda: _pdf("/Author(J. Doe)"),
    "(a PDF without an author)": lambda: _pdf(""),
}
WORDS = {
    "(four hundred pairs of brackets)": "[[" * 400,
    "(six thousand asterisks)": "*a_" * 6000,
    "(three megabytes of words)": "Nobody has signed. " * 160_000,
    "(a table of three columns and 7,000 rows)": "| a | b | c |\n| - | - | - |\n" + "| 1 | 2 | 3 |\n" * 7000,
}
LINKS = {
    "(a link to a file outside the desk)": "../outside.yml",
    "(a link to the folder briefings/maps)": "maps",
    "(a link that leads nowhere)": "nowhere.md",
}


def lay(root: Path, *examples: Example) -> Desk:
    """A desk at *root* with *examples* in it."""
    desk = Desk(root).write("mkdocs.yml", _with(SETTINGS, "")).write("content/index.md", "# Tiny desk\n")
    (root.parent / "outside.yml").write_text("sanctions: {name: Sanctions}\n", "utf-8")
    for place, text in (pair for example in examples for pair in example.items()):
        _put(desk, place, text)
    return desk


def _put(desk: Desk, place: str, text: str) -> None:
    for told, meant in WORDS.items():
        text = text.replace(told, meant)
    if place == FRONT_MATTER:
        desk.write(BRIEFING, f"---\n{_with(FRONT, text)}---\n{BODY}")
    elif place == TEXT:
        desk.write(BRIEFING, f"---\n{_with(FRONT, '')}---\n{text}")
    elif place == "mkdocs.yml":
        desk.write(place, _with(SETTINGS, text))
    elif text in LINKS:
        (desk.root / place).parent.mkdir(parents=True, exist_ok=True)
        (desk.root / place).symlink_to(LINKS[text])
    else:
        desk.write(place, FILES[text]() if text in FILES else text)


def _with(lines: dict[str, str], text: str) -> str:
    """*text* below those of *lines* whose keys it does not have."""
    own = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    return "".join(f"{line}\n" for key, line in lines.items() if key not in own) + text
