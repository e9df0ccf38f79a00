"""Dates and moments as pages show them: words for readers, and the same for machines."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import end_words, words


@lru_cache(maxsize=8192)
def of_date(when: EdtfDate) -> Markup:
    """An EDTF date; a time element unless it is too vague for one."""
    said = escape(when.words)
    return Markup(f'<time datetime="{when.machine}">{said}</time>') if when.machine else Markup(f'<span class="time">{said}</span>')


def of_instant(moment: datetime, zone: ZoneInfo) -> Markup:
    """A moment, said in the site's timezone."""
    return Markup(f'<time datetime="{for_machines(moment, zone)}">{words(moment, zone)}</time>')


def of_end(ends: datetime, starts: datetime, zone: ZoneInfo) -> Markup:
    """The end of what starts at *starts*."""
    return Markup(f'<time datetime="{for_machines(ends, zone)}">{end_words(ends, starts, zone)}</time>')


def for_machines(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as scripts and search engines read it."""
    return moment.astimezone(zone).isoformat(timespec="minutes")


def since_until(since: EdtfDate | None, until: EdtfDate | None) -> str:
    """A period in words; empty where nothing is known."""
    if since and until:
        return f"{since.words} – {until.words}"
    return f"since {since.words}" if since else f"until {until.words}" if until else ""


def precision(when: EdtfDate) -> str:
    """How a date is drawn: as a day, as a span of days, or as something vaguer."""
    if when.earliest == when.latest and when.machine:
        return "day"
    return "span" if "/" in when.text and ".." not in when.text else "vague"
