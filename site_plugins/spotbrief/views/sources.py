"""Sources: every shared source, and all that rests on each."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Taken
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.record import record
from spotbrief.model.source import Source
from spotbrief.views.components import EventPart, Parts, PartsAt, StatementPart
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgement_rows import JudgementRow, judgement_row
from spotbrief.views.marks import anchor
from spotbrief.views.notes import title_is_ours
from spotbrief.views.page import Page, Plan
from spotbrief.views.source_index import index_plans
from spotbrief.views.who_says import publisher_of
from spotbrief.words.words import Words


@record
class PublisherTold:
    """What is told of who put a source out."""

    name: Markup
    facts: str
    """What sort of publisher it is, and where it is based."""
    description: str


@record
class RestingTakeaway:
    """A takeaway that rests on the source."""

    text: Markup
    briefing: Markup


@record
class SourceView:
    """What source.html may see."""

    title: str
    kind: Markup
    publisher: str
    ours: str
    """That the title is the desk's own words; empty for most."""
    told: PublisherTold | None
    url: str
    archive_url: str
    published: Markup
    accessed: Markup
    about: str
    note: str
    takeaways: tuple[RestingTakeaway, ...]
    events: tuple[EventPart, ...]
    statements: tuple[StatementPart, ...]
    judgements: tuple[JudgementRow, ...]
    briefings: tuple[Markup, ...]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/sources/` and `/sources/<id>/`; a source that one briefing tells itself is a note of that briefing."""
    if not corpus.sources:
        return
    yield from index_plans(corpus, at)
    parts = at(2)
    for source in corpus.sources.values():
        yield Plan(path=f"sources/{source.id}/", section="sources", make=partial(_page, parts, source))


def _page(parts: Parts, source: Source) -> Page:
    trail, publisher = parts.corpus.backlinks("sources", source.id), publisher_of(parts.corpus, source)
    view = SourceView(
        title=parts.links.written("sources", source.id),
        kind=kind_label(parts.links, "sources"),
        publisher=publisher,
        ours=parts.words.sentence(title_is_ours(source, parts.words)),
        told=_told(parts.corpus, source),
        url=safe_url(source.url) or "",
        archive_url=safe_url(source.archive_url) or "",
        published=parts.marks.date(source.published) if source.published else Markup(""),
        accessed=parts.marks.date(source.accessed) if source.accessed else Markup(""),
        about=parts.words.all_of(parts.words.sentence(text) for text in (source.kind, source.attribution) if text),
        note=source.note or "",
        takeaways=tuple(_takeaway(parts, taken) for taken in trail.takeaways),
        events=tuple(map(parts.event, reversed(trail.events))),
        statements=tuple(map(parts.statement, reversed(trail.statements))),
        judgements=tuple(judgement_row(parts, one) for one in trail.judgements),
        briefings=tuple(parts.links.named("briefings", briefing.id) for briefing in trail.briefings),
    )
    return Page(title=source.name, description=_description(parts.words, source.name, publisher), template="source.html", view=view)


def _description(words: Words, source: str, publisher: str) -> str:
    if publisher:
        return words("What rests on “{source}” ({publisher}).", source=source, publisher=publisher)
    return words("What rests on “{source}”.", source=source)


def _takeaway(parts: Parts, taken: Taken) -> RestingTakeaway:
    href = parts.links.thing("briefings", taken.briefing.id, f"takeaway:{taken.key}")
    text = parts.writer.line(taken.takeaway.text, taken.briefing.origin)
    return RestingTakeaway(text=text, briefing=anchor(href, parts.links.written("briefings", taken.briefing.id)))


def _told(corpus: Corpus, source: Source) -> PublisherTold | None:
    """None where nothing is known of the publisher but its name."""
    known = corpus.publishers.get(source.publisher or "")
    if not known or not (known.url or known.kind or known.country or known.description):
        return None
    facts = " · ".join(corpus.words.sentence(text) for text in (known.kind, known.country) if text)
    return PublisherTold(name=anchor(safe_url(known.url) or "", known.name), facts=facts, description=known.description or "")
