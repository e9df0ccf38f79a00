"""A made-up language that puts every phrase into brackets, and what stands outside of them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from spotbrief.model.dates import EdtfDate
from spotbrief.words.words import Words

_PHRASE = re.compile("⟦[^⟦⟧]*⟧")
_ADDRESS = re.compile(r"[^\s()<>\"]*[/#@][^\s()<>\"]*|\b\w+:\w\S*|\b[\w-]+\.[a-z]{2,4}\b")
_LATIN = re.compile(r"[A-Za-z]{2,}")


class Bracketed(Words):
    """English in brackets."""

    def __call__(self, text: str, /, **named: object) -> str:
        """A phrase."""
        return _bracketed(super().__call__(text, **named))

    def count(self, count: int, one: str, many: str = "") -> str:
        """A number with what it counts."""
        return _bracketed(super().count(count, one, many))

    def date(self, when: EdtfDate | None) -> str:
        """A date."""
        return _bracketed(super().date(when))

    def period(self, since: EdtfDate | None, until: EdtfDate | None) -> str:
        """A period."""
        return _bracketed(super().period(since, until))

    def moment(self, moment: datetime) -> str:
        """A moment."""
        return _bracketed(super().moment(moment))

    def day(self, moment: datetime) -> str:
        """A day."""
        return _bracketed(super().day(moment))

    def month(self, year: int, month: int) -> str:
        """A month of a year."""
        return _bracketed(super().month(year, month))

    def month_alone(self, month: int) -> str:
        """A month without its year."""
        return _bracketed(super().month_alone(month))

    def short_month(self, month: int) -> str:
        """A short month."""
        return _bracketed(super().short_month(month))


def _bracketed(text: str) -> str:
    return f"⟦{text}⟧" if text else ""


def outside(text: str) -> list[str]:
    """The words in Latin letters that stand outside of brackets; tags and addresses apart."""
    bare = str(Markup(text).striptags()) if isinstance(text, Markup) else text
    while (shorter := _PHRASE.sub(" ", bare)) != bare:
        bare = shorter
    return _LATIN.findall(_ADDRESS.sub(" ", bare))


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text in a view, and where: the class and the field, or the keys of a mapping."""
    if isinstance(value, str):
        yield path, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, f"{path}.{key}" if isinstance(key, str) else path)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one, path)
