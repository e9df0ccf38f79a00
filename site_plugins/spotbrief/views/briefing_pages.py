"""The briefing page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.related import Related
from spotbrief.corpus.withdrawn import loses_text
from spotbrief.model.briefing import Briefing
from spotbrief.reading.markdown import headings
from spotbrief.views.briefing import SECTIONS, BriefingView, view_of
from spotbrief.views.briefing_parts import Around, AuthorPart, BodyPart
from spotbrief.views.chapter import story
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.folds import COUNTED, opens
from spotbrief.views.judgement_rows import judgement_row
from spotbrief.views.judgements import NOTHING, anchor_of
from spotbrief.views.nearest_feed import nearest_feed
from spotbrief.views.page import Heading, Page, Plan
from spotbrief.views.people import Cast
from spotbrief.views.rows import briefing_row
from spotbrief.views.since_then import since_in_short

_HEADING = re.compile(r"^ {0,3}(?:#{1,2}[ \t]|\S.*\n {0,3}(?:=+|-+)[ \t]*$)", re.MULTILINE)
"""What may be a heading of the first two levels (CommonMark, 4.2 and 4.3); code in a fence may look like one."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/briefings/<id>/`."""
    parts = at(2)
    cast, relations = Cast(parts), Related(corpus)
    newest_first = [None, *corpus.own_briefings.values(), None]
    for newer, briefing, older in zip(newest_first, newest_first[1:], newest_first[2:], strict=False):
        if briefing:
            make = partial(_page, parts, cast, relations, briefing, newer, older)
            path, parted = f"briefings/{corpus.step(briefing.id)}/", not loses_text(briefing) and _is_parted(briefing, corpus)
            yield Plan(path=path, section="briefings", make=make, updated=briefing.changed().date(), has_contents=parted)


def _is_parted(briefing: Briefing, corpus: Corpus) -> bool:
    """Whether there are parts to find one's way in; a note of a few paragraphs has none, even where others are related to it."""
    told = (briefing.key_takeaways, briefing.what_to_expect, briefing.implications, briefing.timeline, briefing.statements)
    beside = (briefing.sources, briefing.public_event, briefing.corrections, briefing.changes, briefing.storyline)
    return any(told) or any(beside) or bool(corpus.named[briefing.id]) or bool(_HEADING.search(briefing.body.text))


def _page(parts: Parts, cast: Cast, relations: Related, briefing: Briefing, newer: Briefing | None, older: Briefing | None) -> Page:
    told = view_of(briefing, parts, _around(parts, cast, relations, briefing, newer, older))
    view = replace(
        told,
        address=parts.links.here("briefings", briefing.id) or "./",
        rows={anchor_of(one, briefing): judgement_row(parts, one, is_here=True) for one in parts.corpus.expected_in(briefing)},
        terms=parts.links.to("outlook/#page:terms") if "outlook" in parts.corpus.settings.sections else "",
        since_then=since_in_short(parts, briefing) if briefing.bottom_line else "",
        follow=nearest_feed(parts.links, briefing),
        opens=opens({name: getattr(told, name) for name in COUNTED}, parts.words),
    )
    return Page(
        title=briefing.title,
        description=view.lead() or view.title,
        template="briefing.html",
        view=view,
        contents=tuple(_contents(view)),
    )


def _contents(view: BriefingView) -> Iterator[Heading]:
    """The headings of the page, in its order."""
    background = [name for name in SECTIONS if name != "changed" and name not in view.order]
    for name in ("changed", *view.order, *background):
        if name in ("opening", "body"):
            yield from _headings(getattr(view, name))
        elif name in SECTIONS and getattr(view, name):
            yield Heading(anchor=f"section:{name}", title=view.headings[name])


def _headings(parts: Iterable[BodyPart]) -> Iterator[Heading]:
    text = Markup("").join(part.text for part in parts)
    return (Heading(anchor=anchor, title=str(Markup(title).unescape())) for level, anchor, title in headings(text) if level == 2)


def _around(parts: Parts, cast: Cast, relations: Related, briefing: Briefing, newer: Briefing | None, older: Briefing | None) -> Around:
    named, day = parts.links.named, briefing.published.date()
    return Around(
        actors=tuple(cast.actors(parts.corpus.named[briefing.id], day)),
        story=story(parts, briefing),
        related=tuple(briefing_row(parts, other) for other in relations.of(briefing)),
        written_by=tuple(_written_by(briefing, parts)),
        newer=named("briefings", newer.id) if newer else NOTHING,
        older=named("briefings", older.id) if older else NOTHING,
    )


def _written_by(briefing: Briefing, parts: Parts) -> Iterator[AuthorPart]:
    for id in briefing.authors:
        if author := parts.corpus.authors.get(id):
            bio = parts.writer.line(author.bio, author.origin)
            yield AuthorPart(link=parts.links.named("authors", id), role=author.role or "", bio=bio, picture=parts.picture(author))
