"""Dates and moments as pages show them: words for readers, and the same for machines."""

from datetime import datetime
from zoneinfo import ZoneInfo

from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import words
from spotbrief.model.record import record


@record
class Moment:
    """A time element: *machine* is empty where a date is too vague for one."""

    words: str
    machine: str = ""


def of_date(when: EdtfDate) -> Moment:
    """An EDTF date."""
    return Moment(words=when.words, machine=when.machine)


def of_instant(moment: datetime, zone: ZoneInfo) -> Moment:
    """A moment, said in the site's timezone."""
    return Moment(words=words(moment, zone), machine=moment.astimezone(zone).isoformat(timespec="minutes"))


def since_until(since: EdtfDate | None, until: EdtfDate | None) -> str:
    """A period in words; empty where nothing is known."""
    if since and until:
        return f"{since.words} – {until.words}"
    return f"since {since.words}" if since else f"until {until.words}" if until else ""
