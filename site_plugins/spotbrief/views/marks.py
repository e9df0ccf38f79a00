"""How a medium marks what is no prose: links, dates, and references to notes. These are the marks of HTML."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from spotbrief.model.dates import EdtfDate
from spotbrief.views.time_elements import of_date, of_end, of_instant, of_start
from spotbrief.words.words import Words

written: Callable[[str], Markup] = partial(str.__new__, Markup)
"""HTML of what is HTML already; the type itself would first ask whether it is."""


_SPECIAL = re.compile("[&<>'\"]")


def in_html(value: Any) -> str:
    """*value* for a text or an attribute of HTML; most are plain, and need not be wrapped as `escape` does."""
    if value.__class__ is str and not _SPECIAL.search(value):
        return value
    return str(value) if value.__class__ is int else escape(value)


def bare(html: str) -> str:
    """The words of some HTML; most texts have no mark of it, which is seen far sooner than `striptags` has looked for comments."""
    return str(Markup(html).striptags()) if "<" in html or "&" in html else " ".join(str.split(html))


def anchor(href: str, name: str) -> Markup:
    """A link; the name alone where there is no address."""
    return written(f'<a href="{in_html(href)}">{in_html(name)}</a>') if href else escape(name)


class Marks:
    """The marks of HTML; another medium overrides them all."""

    markup: type[Markup] = Markup
    """The type of a text that is written for this medium; its `escape` writes a plain text for it."""
    links_casts: bool = True
    """Whether the actors of events are linked; where links are read as they stand, they would hide the names."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def link(self, href: str, name: str) -> Markup:
        """A link; the name alone where there is no address."""
        return anchor(href, name)

    def phrase(self, text: str, /, **named: object) -> Markup:
        """A phrase of the interface, with what is *named* in its {braces} written for this medium."""
        return self.markup.escape(self.words(text)).format(**named)

    def date(self, when: EdtfDate) -> Markup:
        """A date, however vague."""
        return of_date(when, self.words)

    def moment(self, moment: datetime) -> Markup:
        """A moment in the timezone of the site."""
        return of_instant(moment, self.words)

    def start(self, starts: datetime, ends: datetime | None) -> Markup:
        """The start of what ends at *ends*."""
        return of_start(starts, ends, self.words)

    def end(self, ends: datetime, starts: datetime) -> Markup:
        """The end of what starts at *starts*."""
        return of_end(ends, starts, self.words)

    def note(self, number: int, source: str, href: str) -> str:
        """A reference to the *source* of that *number*; where the source stands on the page itself, a script tells its name from there."""
        if href.startswith("#"):
            return f'<sup><a href="{href}">[{number}]</a></sup>'
        name = escape(self.words("Source {number}: {source}", number=number, source=source))
        return f'<sup><a href="{href}" aria-label="{name}">[{number}]</a></sup>'

    def notes(self, references: Iterable[str]) -> Markup:
        """What `note` made, behind a text; the first stays with the word before it."""
        return written(f"\u00a0{' '.join(references)}")
