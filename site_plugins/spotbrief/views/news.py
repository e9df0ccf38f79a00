"""What changed lately, counted in one line: for everybody since a week ago, and for who was here before since that visit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from spotbrief.corpus.changes import Change, changes, since
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.instants import Day
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.feed_links import CHANGES
from spotbrief.views.verdicts import verdict

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
SINCE_VISIT = f"{CHANGES}since.json"
"""The file that says what changed since any moment of the last thirty days."""

DAY = timedelta(days=1)


@record
class NewsPart:
    """The line, which leads to all that changed."""

    text: str
    href: str
    since: str
    """The address of what it says to who was here before."""


@record
class Since:
    """What the line says to who was here last at *start* or later, in seconds since 1970."""

    start: int
    text: str


def news(parts: Parts) -> NewsPart | None:
    """The line of the last seven days; None for a desk that has published nothing."""
    corpus, words = parts.corpus, parts.words
    found = changes(corpus)
    if not found:
        return None
    recent = since(found, WEEK, corpus.settings)
    text = (
        words("In the last 7 days: {changes}.", changes=counted(recent, corpus))
        if recent
        else words("Nothing changed in the last 7 days. The last change was on {day}.", day=words.day(found[0].when))
    )
    return NewsPart(text=text, href=parts.links.to(CHANGES), since=parts.links.to(SINCE_VISIT))


def counted(found: Sequence[Change], corpus: Corpus) -> str:
    """How many changes there are of each kind: `2 new briefings, 1 judgement resolved (as expected)`; that there is none."""
    words, counts = corpus.words, Counter[str](change.kind for change in found)
    said = [text for text in (*_of_briefings(counts, corpus), *_of_judgements(found, counts, corpus)) if text]
    return words.all_of(said) if said else words("nothing changed")


def steps(corpus: Corpus) -> Iterator[Since]:
    """What changed since any moment of the last thirty days, the first step for whoever was here before them."""
    settings, words = corpus.settings, corpus.words
    found = since(changes(corpus), MONTH, settings)
    days = (settings.today - MONTH + n * DAY for n in range(MONTH.days + 1))
    starts = {*(datetime.combine(day, time(), settings.timezone) for day in days), *map(known_by, found)}
    yield Since(start=0, text=words("In the last 30 days: {changes}.", changes=counted(found, corpus)))
    for start in sorted(start for start in starts if start <= settings.now):
        later = [change for change in found if known_by(change) > start]
        said = words("Since {day}: {changes}.", day=words.day_and_month(start), changes=counted(later, corpus))
        yield Since(start=int(start.timestamp()), text=said)


def known_by(change: Change) -> datetime:
    """When whoever came had seen it: what names a day alone came out at some hour of it."""
    return change.when + DAY if isinstance(change.when, Day) else change.when


def _of_briefings(counts: Counter[str], corpus: Corpus) -> Iterator[str]:
    count = corpus.words.count
    yield count(counts["new"], "new briefing", "new briefings") if counts["new"] else ""
    yield count(counts["updated"], "update", "updates") if counts["updated"] else ""
    yield count(counts["corrected"], "correction", "corrections") if counts["corrected"] else ""
    yield count(counts["withdrawn"], "briefing withdrawn", "briefings withdrawn") if counts["withdrawn"] else ""


def _of_judgements(found: Sequence[Change], counts: Counter[str], corpus: Corpus) -> Iterator[str]:
    words, ended, revised = corpus.words, counts["resolved"], counts["revised"]
    if ended:
        verdicts = Counter(verdict(change.turn.expected, corpus.settings) for change in found if change.turn and change.kind == "resolved")
        judgements, expected = words.count(ended, "judgement", "judgements"), words.number(verdicts["as_expected"])
        yield words("{judgements} resolved ({count} as expected)", judgements=judgements, count=expected)
    if revised:
        yield words("odds of {judgements} changed", judgements=words.count(revised, "judgement", "judgements"))
    elif ended:
        yield words("no odds changed")
