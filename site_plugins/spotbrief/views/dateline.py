"""The line below the masthead of the front page: the moment of the build, and how the desk stands at it."""

from collections.abc import Iterator
from datetime import timedelta

from markupsafe import Markup

from spotbrief.corpus.ledger import Ledger
from spotbrief.corpus.score import score
from spotbrief.corpus.track_record import FEW, track_record
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.marks import written
from spotbrief.views.time_elements import of_long_moment
from spotbrief.views.track_record_figures import brier
from spotbrief.words.marked import phrases

FRESH = timedelta(days=7)
"""How old the latest briefing may be before the line says its day."""


@record
class Dateline:
    """When the page was made, and a few facts that lead to more."""

    now: Markup
    facts: tuple[Markup, ...]


def dateline(parts: Parts, book: Ledger, latest: Briefing | None) -> Dateline:
    """The dateline of a desk whose judgements stand as in *book*, and whose *latest* briefing may be an old one."""
    now = of_long_moment(parts.corpus.settings.now, parts.words)
    has_ledger = "outlook" in parts.corpus.settings.sections
    facts = (*_age(parts, latest), *(_standing(parts, book) if has_ledger else ()), *(_record(parts) if has_ledger else ()))
    return Dateline(now=now, facts=facts)


def _age(parts: Parts, latest: Briefing | None) -> Iterator[Markup]:
    settings, words = parts.corpus.settings, parts.words
    if latest and settings.now - latest.published > FRESH:
        said = words("latest briefing {day}", day=words.day(latest.published))
        yield parts.marks.link(parts.links.thing("briefings", latest.id), said)


def _standing(parts: Parts, book: Ledger) -> Iterator[Markup]:
    said = (
        ("open", len(book.ahead), phrases("{count} open")),
        ("due", len(book.due), phrases("{count} due this week")),
        ("overdue", len(book.overdue), phrases("{count} overdue")),
    )
    for name, count, text in said:
        if count:
            href = f"{parts.links.to('outlook/')}#section:{name}"
            yield parts.marks.link(href, parts.words(text, count=parts.words.number(count)))


def _record(parts: Parts) -> Iterator[Markup]:
    total = score(track_record(parts.corpus).counted)
    if total and total.count >= FEW:
        said = parts.marks.phrase(
            "score {score} (a coin: {coin})", score=brier(total.held, parts.words), coin=brier(total.coin, parts.words)
        )
        yield written(f'<a href="{parts.links.to("outlook/track-record/")}">{said}</a>')
