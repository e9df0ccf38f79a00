"""What has a place in a calendar: on the whole site, and for each thing that readers follow."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from spotbrief.corpus.broader import gathered
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.record import record

PAST = timedelta(days=90)
"""How long a calendar keeps what is over."""

WITH_CALENDARS = ("actors", "topics", "regions", "storylines")
"""The kinds of things that have calendars of their own."""

_DAY = r"\d{4}-\d{2}-\d{2}(?:T[^/?~%]*)?"
_DAYS = re.compile(rf"{_DAY}(?:/{_DAY})?")
_VAGUE = re.compile(r"[X?~%]")


@record
class Dated:
    """What lies ahead, and what has been over for no longer than PAST, each by its id."""

    events: Mapping[str, Event]
    """Those that are known to the day."""
    briefings: Mapping[str, Briefing]
    """Those with a public event."""
    judgements: Mapping[str, Expected]
    """Those that await their day."""

    def __bool__(self) -> bool:
        return bool(self.events or self.briefings or self.judgements)


def dated(corpus: Corpus) -> Dated:
    """Of the whole site."""
    return corpus.once(_dated)


def calendars(corpus: Corpus) -> Mapping[tuple[str, str], Dated]:
    """Of each thing for which there is any, by its kind and its id."""
    return corpus.once(_calendars)


def _dated(corpus: Corpus) -> Dated:
    since, zone = corpus.settings.today - PAST, corpus.settings.timezone
    return Dated(
        events={id: one for id, one in corpus.events.items() if one.when.latest >= since and _DAYS.fullmatch(one.when.text)},
        briefings={
            id: one for id, one in corpus.briefings.items() if one.public_event and one.public_event.end().astimezone(zone).date() >= since
        },
        judgements={id: one for id, one in corpus.judgements.items() if _is_awaited(one, since)},
    )


def _is_awaited(expected: Expected, since: date) -> bool:
    by = expected.judgement.by
    if not by or expected.resolution or expected.taken_down:
        return False
    return since <= by.latest < date.max and not _VAGUE.search(by.text)


def _calendars(corpus: Corpus) -> Mapping[tuple[str, str], Dated]:
    found = {(kind, id): _of(corpus, kind, id) for kind in WITH_CALENDARS for id in getattr(corpus, kind)}
    return {thing: held for thing, held in found.items() if held}


def _of(corpus: Corpus, kind: str, id: str) -> Dated:
    trail, all = gathered(corpus, kind, id), dated(corpus)
    return Dated(
        events={one.id: one for one in trail.events if one.id in all.events},
        briefings={one.id: one for one in trail.briefings if one.id in all.briefings},
        judgements={one.id: one for one in trail.judgements if one.id in all.judgements},
    )
