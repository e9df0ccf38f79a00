"""What is too much for the page of an actor: all judgements, briefings or events of one that is much in the news, on pages of their own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from spotbrief.corpus.corpus import Backlinks, Corpus, Expected
from spotbrief.corpus.ledger import ledger
from spotbrief.model.actor import Actor
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.judgement_rows import JudgementRow, judgement_row
from spotbrief.views.judgements import NOTHING
from spotbrief.views.links import event_anchor
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.rows import BriefingRow, briefing_row
from spotbrief.views.who_says import names_of

MOST = 50
"""The most of a kind that stand on the actor's own page, most of them folded up; of more it shows the first, and the way to all."""

A_PAGE = {"judgements": 150, "briefings": 300, "events": 300}
"""Rows of such a list on a page: a judgement takes as many bytes as two others."""

TITLES = {"judgements": "What to expect: {actor}", "briefings": "Briefings on {actor}", "events": "Timeline: {actor}"}


@record
class EventLine:
    """An event on a line, which leads to where it is told."""

    when: Markup
    title: Markup
    spoken: Markup
    """The language of the title, where it is not that of the page."""
    kind: str
    place: str
    sources: Markup
    """Who says so, by name alone."""


@record
class ActorListView:
    """What actor-list.html may see."""

    title: str
    actor: Markup
    """The way back to the actor's page."""
    order: str
    judgements: tuple[JudgementRow, ...]
    """Those still ahead, the first due first; the overdue ones; then those that ended, the latest first."""
    briefings: tuple[BriefingRow, ...]
    events: tuple[EventLine, ...]
    pager: Pager


def _judgements(trail: Backlinks, corpus: Corpus) -> Sequence[Expected]:
    """All judgements on something: those still ahead as they fall due, the overdue ones, then those that ended, the latest first."""
    return ledger(trail.judgements, corpus.settings.today).in_order


def _event(parts: Parts, event: Event) -> EventLine:
    address = parts.links.thing("briefings", event.briefings[-1], event_anchor(event)) if event.briefings else ""
    return EventLine(
        when=parts.marks.date(event.when),
        title=parts.marks.link(address, event.title),
        spoken=parts.writer.attributes(event.title, event.titled),
        kind=parts.words.event(event.kind),
        place=event.place,
        sources=names_of(parts.links, event.sources),
    )


LISTS: Mapping[str, tuple[Callable[[Backlinks, Corpus], Sequence[Any]], Callable[[Parts, Any], Any]]] = {
    "judgements": (_judgements, judgement_row),
    "briefings": (lambda trail, corpus: trail.briefings, briefing_row),
    "events": (lambda trail, corpus: trail.events[::-1], _event),
}
"""What each list holds, and how a row of it is made."""


def plans_of(actor: Actor, corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/actors/<id>/events/` and the like, where there is more than the actor's own page can hold."""
    trail = corpus.backlinks("actors", actor.id)
    for kind, (find, _) in LISTS.items():
        if len(getattr(trail, kind)) > MOST:
            for part in pages(f"actors/{actor.id}/{kind}/", find(trail, corpus), A_PAGE[kind]):
                yield Plan(path=part.path, section="actors", make=partial(_page, at, actor, kind, part))


def _page(at: PartsAt, actor: Actor, kind: str, part: Slice[Any]) -> Page:
    parts, (_, row) = at(part.depth), LISTS[kind]
    words = parts.words
    title = part.titled(words(TITLES[kind], actor=actor.name), words)
    shown = dict.fromkeys(LISTS, ()) | {kind: tuple(row(parts, one) for one in part.items)}
    view = ActorListView(
        title=title,
        actor=anchor(parts.links.thing("actors", actor.id), actor.name),
        order="" if kind == "judgements" else words.order("newest"),
        pager=part.pager(parts.links),
        **shown,
    )
    about = words("{actor} in the briefings of {site}.", actor=title, site=parts.corpus.settings.site_name)
    return Page(title=title, description=about, template="actor-list.html", view=view)


def ways_to_all(actor: Actor, parts: Parts) -> dict[str, Markup]:
    """The link to all of a kind of which there is too much; nothing for another kind."""
    trail, words = parts.corpus.backlinks("actors", actor.id), parts.words
    counts = {kind: len(getattr(trail, kind)) for kind in LISTS}
    named = {
        "judgements": words.count(counts["judgements"], "judgement", "judgements"),
        "briefings": words.count(counts["briefings"], "briefing", "briefings"),
        "events": words.count(counts["events"], "event", "events"),
    }
    links = {kind: anchor(parts.links.to(f"actors/{actor.id}/{kind}/"), words("All {things}", things=named[kind])) for kind in LISTS}
    return {kind: link if counts[kind] > MOST else NOTHING for kind, link in links.items()}
