"""The corrections log: what was wrong, in all briefings, the latest first."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.corrections import Corrected, corrected
from spotbrief.model.briefing import Briefing, Correction
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, shortened


@record
class LoggedCorrection:
    """A correction in the log."""

    label: str
    when: Markup
    was: Markup
    now: Markup
    text: Markup
    briefing: Markup


@record
class WithdrawnPart:
    """A briefing that was withdrawn, and why."""

    briefing: Markup
    why: Markup


@record
class CorrectionsView:
    """What corrections.html may see."""

    title: str
    corrections: tuple[LoggedCorrection, ...]
    withdrawn: tuple[WithdrawnPart, ...]
    pager: Pager


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/corrections/`, `/corrections/page/2/` …"""
    for part in shortened("corrections/", corrected(corpus), corpus.settings):
        updated = part.items[0].when.date() if part.items else None
        yield Plan(path=part.path, section="corrections", make=partial(_page, at, part), updated=updated)


def _page(at: PartsAt, part: Slice[Corrected]) -> Page:
    parts = at(part.depth)
    corpus = parts.corpus
    title = part.titled(parts.words("Corrections"), parts.words)
    withdrawn = (briefing for briefing in corpus.briefings.values() if briefing.status == "withdrawn")
    view = CorrectionsView(
        title=title,
        corrections=tuple(_logged(parts, one.briefing, one.correction) for one in part.items),
        withdrawn=tuple(_withdrawn(parts, briefing) for briefing in withdrawn) if part.number == 1 else (),
        pager=part.pager(parts.links),
    )
    description = parts.words("What {site} got wrong and put right, the latest first.", site=corpus.settings.site_name)
    return Page(title=title, description=description, template="corrections.html", view=view)


def _logged(parts: Parts, briefing: Briefing, correction: Correction) -> LoggedCorrection:
    def line(text: str | None) -> Markup:
        return parts.writer.line(text, briefing.origin)

    return LoggedCorrection(
        label=parts.words.correction(correction.kind),
        when=parts.marks.moment(correction.when),
        was=line(correction.was),
        now=line(correction.now),
        text=line(correction.text),
        briefing=anchor(parts.links.thing("briefings", briefing.id, "section:corrections"), parts.links.written("briefings", briefing.id)),
    )


def _withdrawn(parts: Parts, briefing: Briefing) -> WithdrawnPart:
    return WithdrawnPart(briefing=parts.links.named("briefings", briefing.id), why=parts.withdrawn(briefing))
