"""Dates and moments as pages show them: words for readers, and the same for machines."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from spotbrief.model.dates import EdtfDate
from spotbrief.words.words import Words


@lru_cache(maxsize=8192)
def of_date(when: EdtfDate, words: Words) -> Markup:
    """An EDTF date; a time element unless it is too vague for one."""
    said = escape(words.date(when))
    return Markup(f'<time datetime="{when.machine}">{said}</time>') if when.machine else Markup(f"<span>{said}</span>")


def of_instant(moment: datetime, words: Words) -> Markup:
    """A moment, said in the site's timezone."""
    return Markup(f'<time datetime="{for_machines(moment, words.zone)}">{words.moment(moment)}</time>')


def of_day(moment: datetime, words: Words) -> Markup:
    """The day of a moment; machines are told the hour too."""
    return Markup(f'<time datetime="{for_machines(moment, words.zone)}">{words.day(moment)}</time>')


def of_long_day(moment: datetime, words: Words) -> Markup:
    """The day of a moment, with that of its week."""
    local = moment.astimezone(words.zone)
    return Markup(f'<time datetime="{local.date().isoformat()}">{words.long_day(moment)}</time>')


def of_long_moment(moment: datetime, words: Words) -> Markup:
    """A moment with the day of its week."""
    return Markup(f'<time datetime="{for_machines(moment, words.zone)}">{words.long_moment(moment)}</time>')


def of_start(starts: datetime, ends: datetime | None, words: Words) -> Markup:
    """The start of what ends at *ends*."""
    return Markup(f'<time datetime="{for_machines(starts, words.zone)}">{words.start(starts, ends)}</time>')


def of_end(ends: datetime, starts: datetime, words: Words) -> Markup:
    """The end of what starts at *starts*."""
    return Markup(f'<time datetime="{for_machines(ends, words.zone)}">{words.end(ends, starts)}</time>')


def for_machines(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as scripts and search engines read it."""
    return moment.astimezone(zone).isoformat(timespec="minutes")


def precision(when: EdtfDate) -> str:
    """How a date is drawn: as a day, as a span of days, or as something vaguer."""
    if when.earliest == when.latest and when.machine:
        return "day"
    return "span" if "/" in when.text and ".." not in when.text else "vague"
