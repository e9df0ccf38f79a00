"""What changed: a page of the last thirty days, by day, that works for whoever comes back without a script."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.changes import Change, changes, day_of, since
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.views.change_days import LAST, Told, by_rank, last_days, told_once
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.feed_links import CHANGES, feeds_of
from spotbrief.views.judgement_rows import way
from spotbrief.views.judgements import NOTHING, anchor_of
from spotbrief.views.likelihoods import in_short
from spotbrief.views.marks import anchor
from spotbrief.views.news import MONTH, counted
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.spoken import kind_of
from spotbrief.views.time_elements import of_long_day
from spotbrief.views.turns import turn_part
from spotbrief.views.verdicts import verdict

PER_PAGE = 100
"""Changes on a page."""

LABELS = {"new": "New", "updated": "Updated", "withdrawn": "Withdrawn"}

STEPS = 4
"""The last odds that the way of a judgement shows."""


@record
class ChangePart:
    """One change, in a line."""

    kind: str
    label: str
    text: Markup
    """What changed, linked to where it stands."""
    why: Markup
    about: str = ""
    """What sort of briefing it is; empty for all but a new one."""
    odds: str = ""
    """How the odds of a judgement moved, or what they were at its end."""
    outcome: str = ""
    verdict: str = ""
    verdict_words: str = ""
    """Whether a judgement ended as the desk expected; empty where it cannot be said."""
    was: Markup = NOTHING
    """What a correction says was wrong."""
    expects: str = ""
    """How many judgements a new briefing makes."""
    claims: tuple[tuple[Markup, str], ...] = ()
    """What a new briefing expects, and how likely."""
    updates: tuple[Markup, ...] = ()
    """What updates of the briefing say about it, each with its day and a link."""


@record
class DayPart:
    """The changes of a day, what matters most first."""

    anchor: str
    day: Markup
    changes: tuple[ChangePart, ...]
    folded: tuple[ChangePart, ...]
    """Judgements that ended as expected, where there are several, and other days have changed since."""
    opens: str
    """What opens them: `3 judgements resolved as expected`."""


@record
class ChangesView:
    """What changes.html may see."""

    title: str
    summary: str
    """How many changes of each kind there were; that there were none."""
    days: tuple[DayPart, ...]
    pager: Pager
    feeds: tuple[str, ...]
    """Where changes can be followed, Atom first; none for a site without feeds."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/changes/`, and more pages for a busy month."""
    found = changes(corpus)
    recent = since(found, MONTH, corpus.settings)
    for part in pages(CHANGES, told_once(recent or last_days(found, corpus.settings), corpus.settings), PER_PAGE):
        updated = part.items[0].change.when.date() if part.items else None
        yield Plan(path=part.path, section="changes", make=partial(_page, at, recent, part), updated=updated)


def _page(at: PartsAt, recent: Sequence[Change], part: Slice[Told]) -> Page:
    parts = at(part.depth)
    words, settings = parts.words, parts.corpus.settings
    title = part.titled(words("What changed"), words)
    days = groupby(part.items, key=lambda told: day_of(told.change, settings))
    view = ChangesView(
        title=title,
        summary=_summary(parts, recent, part),
        days=tuple(_day(parts, list(found), is_quiet=not recent) for _, found in days),
        pager=part.pager(parts.links),
        feeds=tuple(feeds_of(parts.links, CHANGES)),
    )
    description = words("What {site} published, updated, corrected and resolved lately.", site=settings.site_name)
    return Page(title=title, description=description, template="changes.html", view=view)


def _summary(parts: Parts, recent: Sequence[Change], part: Slice[Told]) -> str:
    if recent:
        return parts.words("In the last 30 days: {changes}.", changes=counted(recent, parts.corpus))
    if part.items:
        return parts.words("Nothing changed in the last 30 days. These are the last changes before.")
    return parts.words("Nothing has been published yet.")


def _day(parts: Parts, found: Sequence[Told], *, is_quiet: bool) -> DayPart:
    settings, first = parts.corpus.settings, found[0].change
    seen, folded = (tuple(_line(parts, told) for told in some) for some in by_rank(found, settings))
    if is_quiet and len(found) <= LAST:
        seen, folded = (*seen, *folded), ()
    ended = sum(line.kind == "resolved" for line in folded)
    return DayPart(
        anchor=f"day:{day_of(first, settings).isoformat()}",
        day=of_long_day(first.when, parts.words),
        changes=seen,
        folded=folded,
        opens=parts.words.count(ended, "judgement resolved as expected", "judgements resolved as expected") if ended else "",
    )


def _line(parts: Parts, told: Told) -> ChangePart:
    return replace(change_part(parts, told.change), updates=tuple(_update(parts, update) for update in told.updates))


def _update(parts: Parts, update: Change) -> Markup:
    briefing = update.briefing
    link = anchor(parts.links.thing("briefings", briefing.id), parts.links.written("briefings", briefing.id))
    head = Markup(parts.words("{briefing}, updated {day}")).format(briefing=link, day=parts.words.day_and_month(update.when))
    note = parts.writer.line(update.note, origin=briefing.origin)
    return Markup("{}: {}").format(head, note) if note else head


def change_part(parts: Parts, change: Change) -> ChangePart:
    """The line on a *change*."""
    if change.turn:
        return _of_judgement(parts, change)
    briefing, correction = change.briefing, change.correction and change.correction.correction
    href = parts.links.thing("briefings", briefing.id, "section:corrections" if correction else "")
    line, claims = partial(parts.writer.line, origin=briefing.origin), tuple(_claims(parts, change)) if change.kind == "new" else ()
    return ChangePart(
        kind=change.kind,
        label=parts.words.correction(correction.kind) if correction else parts.words(LABELS[change.kind]),
        text=anchor(href, parts.links.written("briefings", briefing.id)),
        about=kind_of(briefing, parts.corpus) if change.kind == "new" else "",
        was=line(correction.was) if correction else NOTHING,
        why=parts.withdrawn(briefing) or line(correction.now if correction else change.note),
        expects=parts.words.count_of(claims, "judgement", "judgements"),
        claims=claims,
    )


def _of_judgement(parts: Parts, change: Change) -> ChangePart:
    turn = change.turn
    assert turn
    line, ended = turn_part(parts, turn), turn.resolution
    found = verdict(turn.expected, parts.corpus.settings) if ended else None
    moved = parts.words("{before} → {now}", before=line.was, now=line.became)
    return ChangePart(
        kind=line.kind,
        label=line.label,
        text=line.text,
        odds=line.was if ended else way(parts.corpus, turn.expected, STEPS, turn.call)[0] or moved,
        outcome=line.became if ended else "",
        verdict=found or "",
        verdict_words=parts.words.verdict(found) if found else "",
        why=line.why,
    )


def _claims(parts: Parts, change: Change) -> Iterator[tuple[Markup, str]]:
    corpus, briefing = parts.corpus, change.briefing
    for expected in corpus.expected_in(briefing):
        if expected.briefing is briefing and "outlook" in corpus.settings.sections:
            text = parts.writer.line(expected.judgement.text, briefing.origin).striptags()
            href = parts.links.thing("briefings", briefing.id, anchor_of(expected, briefing))
            yield parts.marks.link(href, text), in_short(expected.first, corpus.settings.scale, parts.words)
