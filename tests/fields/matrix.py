"""Which field is told in which medium: seen by building a desk whose every field has a token, and looking for the tokens."""

import html
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from spotbrief.exports import media
from spotbrief.model.kinds import KINDS
from spotbrief.model.sorts import Mark, Sort
from spotbrief.reading.schema import Schema, schemas
from tests.desks import CONFIG, Desk
from tests.fields.filled import Filled, Filler, Say, full

DOCUMENT = Path(__file__).parents[2] / "docs/pages/fields.md"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
BESIDE = {name: medium for name, medium in media.MEDIA.items() if medium.beside}
MEDIA = {
    "page": r".*\.html",
    "JSON-LD": r".*\.html",
    "feed": r"(.*/)?feed\.(xml|json)",
    **{name: rf"briefings/[^/]+/{re.escape(medium.beside)}" for name, medium in BESIDE.items()},
    "API": r"api/v1/.*\.json",
    "search": r"search/.*\.(json|txt)",
    "calendar": r".*\.ics",
    "citation": r".*\.(bib|ris)",
}
"""By name: the paths of its files."""

_STRUCTURED = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_FILES = "\n".join(f"| {name} | `{medium.beside}` beside the page of each briefing |" for name, medium in BESIDE.items())
_INTRODUCTION = f"""\
# Every field

All that you can type, for each kind of thing: what a field holds, and where readers meet it. A way such as `sources[].url` means
the field `url` of each entry of the list `sources`; `what_to_expect[later]` is an entry that takes an
earlier judgement up again. Only what the page of a kind says is needed has to be there: for a briefing
`title`, `published` and a text, for most other things `name`.

What a field holds begins with its sort. Plain text shows every sign as it was typed; in a sentence, in Markdown and in a body
emphasis, links and `[[names]]` work.

A test fills every field with a word of its own, builds a site and looks for the word in every file; the last column is what it
found.

| medium | files |
| --- | --- |
| page | the pages of the site, in whatever place |
| JSON-LD | what pages say to search engines |
| feed | Atom and JSON Feed |
{_FILES}
| API | `/api/v1/` |
| search | the index of the search |
| calendar | files for calendars |
| citation | BibTeX and RIS |
"""
REASONS = {
    r"briefings\.(status|keep_text)": "says whether and how the rest is published",
    r"storylines\.status": "says whether it stands on the front page",
    r".*former_slugs\[\]": "an address that leads to the present one",
}
"""Why a field is told in no medium, or in none as it was typed; by a pattern of kind and way."""

UNTOLD = {
    "page": {
        r"sources\[\]\.(id|kind)": "the desk's own order among its sources",
        r"former_slugs\[\]": "leads to the present address",
    },
    "API": {
        r"published|updated": "for machines it is the hour when readers had it, after an embargo and the last change",
        r"body": "the API leads to the twin, which has it",
    },
    **{name: medium.leaves_out for name, medium in BESIDE.items()},
}
"""The media that hold the whole of a briefing, and why each leaves some of its fields out, by patterns of their ways."""


class Row(NamedTuple):
    """A field, and the media that tell it."""

    kind: str
    at: str
    sort: Sort | None
    called: str
    media: frozenset[str]

    def __str__(self) -> str:
        return f"{self.kind}.{self.at} ({self.called})"


def _marked(token: str, mark: Mark) -> str:
    """Words with signs of Markdown and of HTML."""
    return f"A *{token}* & <{token}"


def filled(desk: Desk, say: Say = _marked) -> Filled:
    """Lay a desk with a full thing of each kind; what withdraws a briefing stands in one of its own."""
    filler = Filler(say)
    config = CONFIG.replace("exports]", "exports, spotbrief/search]").replace("Kyiv}", "Kyiv, rules: {shown-as-typed: off}}")
    desk.write("mkdocs.yml", config)
    for kind in KINDS:
        path, values = full(filler, kind, f"full-{kind}")
        if kind == "briefings":
            for group in ("actors", "topics", "regions", "authors"):
                values[group].append(f"full-{group}")
            gone = {"title": "Gone", "published": "2025-03-01", "body": "Text.", "status": "withdrawn"}
            desk.data("briefings/gone.yml", gone | {name: values.pop(name) for name in ("withdrawn", "keep_text")})
        desk.data(path, values)
    desk.data("content/sources/of-publisher.yml", {"title": "One more", "publisher": "full-publishers"})
    for path, text in filler.filled.files.items():
        desk.write(path, text)
    return filler.filled


def rows(site: Path, fields: Filled) -> list[Row]:
    """Kind, field and media of each field that was filled."""
    texts = {medium: text_of(site, medium) for medium in MEDIA}
    sorts, called = fields.sorts, fields.called
    told = (
        (key, frozenset(m for m in MEDIA if any(form.casefold() in texts[m] for form in forms))) for key, forms in fields.fields.items()
    )
    return [Row(*key, sorts.get(key), called.get(key, ""), media) for key, media in told]


def text_of(site: Path, medium: str) -> str:
    """All that a medium says, as it is read, in small letters."""
    paths = [p for p in sorted(site.rglob("*")) if p.is_file() and re.fullmatch(MEDIA[medium], p.relative_to(site).as_posix())]
    found = "\n".join(path.read_text("utf-8") for path in paths)
    if medium == "page":
        found = _STRUCTURED.sub("", found)
    if medium == "JSON-LD":
        found = "\n".join(_STRUCTURED.findall(found))
    return html.unescape(found.replace("\n ", "") if medium == "calendar" else found).casefold()


def reason(row: Row) -> str:
    """Why a field is told nowhere; empty for one that ought to be."""
    if row.sort is Sort.PRIVATE:
        return "for the desk alone"
    return next((why for pattern, why in REASONS.items() if re.fullmatch(pattern, f"{row.kind}.{row.at}")), "")


def untold(row: Row) -> frozenset[str]:
    """The media that leave out a field of a briefing for a reason."""
    return frozenset(m for m, left in UNTOLD.items() if row.sort is Sort.PRIVATE or any(re.fullmatch(way, row.at) for way in left))


def document(found: list[Row]) -> str:
    """Every field as a page of Markdown."""
    parts, known = [_INTRODUCTION], schemas()
    for kind in KINDS:
        lines = [_line(known[KINDS[kind].one], row) for row in found if row.kind == kind]
        head = "| field | what it holds | readers meet it in |\n| --- | --- | --- |\n"
        parts.append(f"## {KINDS[kind].title or kind.capitalize()}\n\n{head}" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _line(schema: Schema, row: Row) -> str:
    told = ", ".join(medium for medium in MEDIA if medium in row.media) or f"nothing: {reason(row)}"
    sort = f"*{row.called[:1].upper()}{row.called[1:]}.* " if row.called else ""
    return f"| `{row.at}` | {sort}{_holds(schema, row.at).replace('|', chr(92) + '|')} | {told} |"


def _holds(schema: Schema, at: str) -> str:
    """What the model says of the field at a way such as `sources[].url`, with the words that it may be."""
    ways = list(_below(schema, schema, [step.partition("[")[0] for step in at.split(".")]))
    found = ways[-1 if "[later]" in at else 0] if ways else {}
    words: list[str] = next((one["enum"] for one in _choices(schema, found) if "enum" in one and "false" not in str(one).lower()), [])
    said = found.get("description") or next((one["description"] for one in _choices(schema, found) if "description" in one), "")
    return " ".join([*said.split(), f"One of {', '.join(f'`{word}`' for word in words)}."] if 0 < len(words) < 20 else said.split())


def _below(top: Schema, schema: Schema, steps: list[str]) -> Iterator[Schema]:
    """The schemas of what stands at *steps* below *schema*, part of the schema *top*."""
    if not steps:
        yield schema
        return
    for one in _choices(top, schema):
        if steps[0] in one.get("properties", {}):
            yield from _below(top, one["properties"][steps[0]], steps[1:])
        elif isinstance(one.get("additionalProperties"), dict):
            yield from _below(top, one["additionalProperties"], steps[1:])


def _choices(top: Schema, schema: Schema) -> Iterator[Schema]:
    """What a value may be: references followed, lists entered."""
    yield schema
    if "$ref" in schema:
        yield from _choices(top, top["$defs"][schema["$ref"].rpartition("/")[2].replace("%20", " ")])
    for one in [*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])]:
        yield from _choices(top, one)


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        fields = filled(desk)
        built = desk.build(now=NOW)
        if built.code:
            raise SystemExit(built.said)
        DOCUMENT.write_text(document(rows(built.site, fields)), "utf-8")


if __name__ == "__main__":
    main()
