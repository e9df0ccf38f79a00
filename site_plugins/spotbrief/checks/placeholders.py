"""Forms that were never filled in, and texts with a mark that something is still to be done."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Origin, Where
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import TEXTS
from spotbrief.model.walk import walk
from spotbrief.reading.forms import lines_to_replace, words_to_replace
from spotbrief.reading.text import line_column

_PARTS_OF_MARKS = ("TK", "TODO", "FIXME", "XXX", "orem ipsum")
"""One of these stands in every mark. Nearly no text has one, and to look for words is far faster than to look for a pattern."""
_CAPITALS = "[A-Z\u00c0-\u00de]{2,}"
_MARK = re.compile(
    rf"(?<![\w-])(?:(?:TK)+(?![\w-]|\s?\d|\s(?:Maxx|Elevator)\b)|TODO(?![\w-]|\s+{_CAPITALS}(?:\s+{_CAPITALS}|\W*$))|FIXME(?!\w)"
    r"|(?P<numeral>XXX+)(?![\w-])|[Ll]orem ipsum)",
    re.MULTILINE,
)
"""What desks write where something is missing; not the flights of an airline, two firms of that name, nor a word in a line of capitals."""
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"[^\W\d_],?\s+([^\W\d_]+)\s+\Z"), re.compile(r"\s+([^\W\d_]+)")
"""The words beside a mark; one that begins a sentence says nothing by its capital."""
_CODE = re.compile(r"(`+)[^`]+\1|<?https?://\S+")


@rule("placeholder", "warning")
def placeholder(corpus: Corpus) -> Iterator[Finding]:
    """No published text is left as `spotbrief new` wrote it."""
    for where in _left(corpus):
        yield where, "this is still what the form said", "write what it asks for, or take it out"


@rule("unfinished", "warning")
def unfinished(corpus: Corpus) -> Iterator[Finding]:
    """No published text has a mark that something is still to be written, such as TK or TODO."""
    for where, mark in _marks(corpus):
        yield where, f"'{mark}' says that something is still to be done here", "do it, and take the mark out; a name goes in `backquotes`"


def _marks(corpus: Corpus) -> Iterator[tuple[Where, str]]:
    for page in corpus.desk.pages:
        yield from _marked(page.body.text, page.origin.prose())
    for kind, thing in corpus.desk.things():
        if thing.origin and (kind != "briefings" or thing.status in ("published", "withdrawn")):
            yield from _marked(getattr(thing, "body", Prose()).text, thing.origin.prose())
            found = walk(thing, TEXTS)
            if _may_be_marked("\n".join([text for _, text, _ in found])):
                for pointer, text, _ in found:
                    yield from _marked(text, thing.origin.at(*pointer))


def _may_be_marked(text: str) -> bool:
    return any(part in text for part in _PARTS_OF_MARKS)


def _marked(text: str, where: Where) -> Iterator[tuple[Where, str]]:
    if _may_be_marked(text):
        plain = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
        marks = (found for found in _MARK.finditer(plain) if not (found["numeral"] == "XXX" and _is_numeral(plain, found)))
        yield from ((replace(where, place=line_column(text, found.start())), found[0]) for found in marks)


def _is_numeral(text: str, found: re.Match[str]) -> bool:
    """Whether a name stands beside it, as in Super Bowl XXX and XXX Corps."""
    before, behind = _WORD_BEFORE.search(text[max(found.start() - 60, 0) : found.start()]), _WORD_BEHIND.match(text, found.end())
    return any(word[1][0].isupper() for word in (before, behind) if word)


def _left(corpus: Corpus) -> Iterator[Where]:
    for page in corpus.desk.pages:
        yield from _in_prose(page.body, page.origin)
    for kind, thing in corpus.desk.things():
        if kind != "briefings" or thing.status in ("published", "withdrawn"):
            yield from _in_thing(thing)


def _in_thing(thing: Any) -> Iterator[Where]:
    if origin := thing.origin:
        words = words_to_replace()
        yield from (origin.at(*pointer) for pointer, text, _ in walk(thing, TEXTS) if text in words)
        yield from _in_prose(getattr(thing, "body", Prose()), origin)


def _in_prose(prose: Prose, origin: Origin) -> Iterator[Where]:
    lines, whole = lines_to_replace(), prose.text.strip() in words_to_replace()
    if whole or any(line in prose.text for line in lines):
        typed = [(number, line.strip()) for number, line in enumerate(prose.text.split("\n"), 1)]
        yield from (replace(origin.prose(), place=(number, 1)) for number, line in typed if line in lines or (whole and line))
