"""Markdown of the desk -> Markdown that reads the same anywhere: links and pictures absolute, actors linked by name."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, Self

from markupsafe import Markup

from spotbrief.model.dates import EdtfDate
from spotbrief.model.origin import Origin
from spotbrief.reading.markdown import address, visible
from spotbrief.views.marks import Marks
from spotbrief.views.prose import Writer
from spotbrief.words.words import Words

_CODE = r"(?P<code>^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
_MENTION = r"\[\[(?P<mention>[^\[\]|\\\n]+)(?:\\?\|(?P<said>[^\[\]\n]+))?\]\]"
_TARGET = r"(?P<before>\]\(\s*)(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
_REFERENCE = re.compile(rf"(?=[\[\]`~])(?:{_CODE}|{_MENTION}|{_TARGET})", re.DOTALL | re.MULTILINE)
_OUTSIDE_CODE = (re.compile(_MENTION), re.compile(_TARGET))
"""The same where there is no code; each starts with signs of its own, which are found much faster than one of many."""
_FOOTNOTE = re.compile(rf"(?=[\[`~])(?:{_CODE}|\[\^(?P<label>[^\]\s]+)\])", re.DOTALL | re.MULTILINE)
_SIGNS = re.compile(r"[\[|<]|```|~~~")
"""What links, tables and code are made of, in which something may hide."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|]|&(?=[#\w])|\A[#+=-]|#\Z)")
"""Signs that Markdown would take for its own: anywhere, before a word, at the start, at the end of a heading."""
_NUMBER = re.compile(r"\A(\d{1,9})(?=[.)](?:\s|\Z))")
"""How an item of a numbered list starts."""
_ORDINARY = re.compile(r"(?:(?!_)[^\W\d][^\\`*_\[\]<>~|&#\s]*)(?: [^\\`*_\[\]<>~|&#\s]+)*\Z")
"""What has none of them, and is in one line already."""
_MAY_START = re.compile(r"(?!\w)|\d|_")
"""How a line begins that may be more than a sentence."""
_BLOCK = re.compile(r"[-+=#>]|\*\s|[*_](?:\s*[*_])+\Z|\[[^\]]*\]:")
"""What starts a block and no sentence: a heading, a list, a quote, a line across, a definition."""
_TABLE = re.compile(r"^[^\s>][^\n]*\|[^\n]*\n\|?[ \t]*:?-[-:| \t]*$(?:\n[^\n]*\|[^\n]*)*", re.MULTILINE)
"""A table, whose second line is made of dashes."""
_HEADING = re.compile(r"^ {0,3}#{1,2}[ \t]", re.MULTILINE)
"""A heading like those of a table of contents."""
_FENCE = re.compile(r"~~~|```+[^`]*\Z")
"""Likewise a block of code, which has no end."""


@lru_cache(maxsize=8192)
def escaped(text: str) -> str:
    """Plain text as Markdown, in one line."""
    if _ORDINARY.match(text):
        return text
    return _NUMBER.sub(r"\1\\", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


class Markdown(Markup):
    """A text that is Markdown; anything else becomes text of the same words before it is put beside it."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        """*s* as Markdown."""
        return s if s.__class__ is cls else str.__new__(cls, escaped(str(s)))


_written: Callable[[str], Markdown] = partial(str.__new__, Markdown)
"""Markdown of what is Markdown already; the type itself would first ask whether it is."""


class MarkdownMarks(Marks):
    """The marks of Markdown."""

    markup = Markdown
    links_casts = False

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._one, self._several = map(escaped, (words("(source {numbers})"), words("(sources {numbers})")))

    def link(self, href: str, name: str) -> Markup:
        """A link, bare where it is named by its address."""
        if not href:
            return _written(escaped(name))
        return _written(f"<{href}>" if name == href else f"[{escaped(name)}]({_target(href)})")

    def date(self, when: EdtfDate) -> Markup:
        """In words."""
        return _date(when, self.words)

    def moment(self, moment: datetime) -> Markup:
        """In words."""
        return Markdown.escape(self.words.moment(moment))

    def start(self, starts: datetime, ends: datetime | None) -> Markup:
        """In words."""
        return Markdown.escape(self.words.start(starts, ends))

    def end(self, ends: datetime, starts: datetime) -> Markup:
        """In words."""
        return Markdown.escape(self.words.end(ends, starts))

    def note(self, number: int, source: str, href: str) -> str:
        """The number alone."""
        return str(number)

    def notes(self, references: Iterable[str]) -> Markup:
        """The numbers in brackets."""
        numbers = list(references)
        return _written(" " + (self._several if len(numbers) > 1 else self._one).format(numbers=self.words.all_of(numbers)))


@lru_cache(maxsize=8192)
def _date(when: EdtfDate, words: Words) -> Markdown:
    return Markdown.escape(words.date(when))


def _target(url: str) -> str:
    return f"<{url}>" if any(sign in url for sign in "() ") else url


def _references(text: str) -> Iterator[re.Match[str]]:
    """The mentions and the targets of links in *text*, in their order."""
    if "`" in text or "~~~" in text:
        yield from (found for found in _REFERENCE.finditer(text) if not found["code"])
        return
    end = 0
    for found in sorted((found for kind in _OUTSIDE_CODE for found in kind.finditer(text)), key=re.Match.start):
        if found.start() >= end:
            yield found
            end = found.end()


class MarkdownWriter(Writer):
    """Writes the texts of things in Markdown; links are absolute."""

    marks = MarkdownMarks

    def pieces(self, text: str, origin: Origin, *, cards: bool = True, within: str = "") -> Iterator[tuple[Markup, str]]:
        """A text of paragraphs in one piece: a card in it is a link."""
        made = _FOOTNOTE.sub(lambda found: f"[^{within}-{found['label']}]" if found["label"] else found[0], text) if within else text
        yield _written(self._rewritten(made, origin.prose_file or origin.file)), ""

    def after_table(self, text: str) -> int:
        """Where what stands below the heading of a block's first table ends; 0 without one."""
        table = _TABLE.search(text)
        if not table or any(fence in text[: table.start()] for fence in ("```", "~~~")):
            return 0
        heading = _HEADING.search(text, table.end())
        return heading.start() if heading else len(text)

    def attributes(self, text: str, origin: Origin) -> Markup:
        """None."""
        return _NOTHING

    def spoken(self, text: Markup, origin: Origin, typed: str) -> Markup:
        """The text alone: Markdown has no way of saying its language."""
        return text

    def line(self, text: str | None, origin: Origin) -> Markup:
        """A text of one sentence or a few, in one line, which starts no block."""
        if not text:
            return _NOTHING
        if _ORDINARY.match(text):
            return _written(text)
        shown = self._rewritten(f"\\{text}" if _FENCE.match(text) else text, origin.file)
        made = " ".join((shown or text).split())  # a definition alone defines nothing, and is shown
        if _MAY_START.match(made):
            made = f"\\{made}" if _BLOCK.match(made) else _NUMBER.sub(r"\1\\", made)
        return _written(made)

    def _rewritten(self, text: str, file: str) -> str:
        if not _SIGNS.search(text):
            return text.strip()
        shown = visible(text)
        made, end = list[str](), 0
        for found in _references(shown):
            made += shown[end : found.start()], self._reference(found, file)
            end = found.end()
        return "".join((*made, shown[end:])).strip()

    def _reference(self, found: re.Match[str], file: str) -> str:
        of = found.groupdict()
        if mention := of.get("mention"):
            url, name = self.links.mention(mention.strip())
            said = html.unescape(of["said"] or "").strip()
            return self.links.marks.link(url, name if said in ("", mention.strip()) else said)
        typed = of["angled"] if of["angled"] is not None else of["bare"]
        url = self.links.page_of(file) + typed if typed.startswith("#") else self.leads_to(address(typed), file)
        return of["before"] + _target(url) if url else found[0]


_NOTHING = Markdown()
