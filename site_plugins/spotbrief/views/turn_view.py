"""A turn of a judgement in full, for those who read it away from the site: what was said, what is said now, why, by when."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.corpus.corpus import Call
from spotbrief.corpus.merged_events import find_source
from spotbrief.corpus.turns import Turn
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.judgements import NOTHING
from spotbrief.views.likelihoods import said
from spotbrief.views.who_says import publisher_of


@record
class TurnView:
    """What turn.html may see: a judgement as it was said when it was made, revised or resolved."""

    kind: str
    """new, revised or resolved."""
    text: Markup
    """What was expected."""
    was: str
    """How likely it was before, and how sure the desk was; empty for a new one."""
    now: str
    """How likely it is now, and how sure the desk is; at the end, what was thought last."""
    outcome: str
    """How it ended; empty before its end."""
    when: Markup
    """Since when it is thought so, or when it was clear how it ended."""
    why: Markup
    """Why it was revised, or how its end came about."""
    learned: Markup
    by: Markup
    """When it is due."""
    criteria: Markup
    sources: tuple[Markup, ...]
    """What that rests on, each linked."""
    told_in: Markup
    """The briefing that says so."""
    made_in: Markup
    """The briefing that made the judgement, where that is another one."""


def turn_view(parts: Parts, turn: Turn) -> TurnView:
    """The view of a *turn*."""
    expected, briefing, ended = turn.expected, turn.briefing, turn.resolution
    made, origin, line = expected.briefing, expected.briefing.origin, parts.writer.line
    told = line(ended.note if ended else turn.call.why, briefing.origin)
    return TurnView(
        kind=turn.kind,
        text=line(expected.judgement.text, origin),
        was=_rated(parts, turn.before) if turn.before else "",
        now=_rated(parts, turn.call),
        outcome=parts.words.outcome(ended.outcome) if ended else "",
        when=parts.marks.date(ended.when) if ended else parts.marks.moment(turn.when),
        why=told,
        learned=line(ended.learned, briefing.origin) if ended else NOTHING,
        by=parts.marks.date(expected.judgement.by) if expected.judgement.by else NOTHING,
        criteria=line(expected.judgement.criteria, origin),
        sources=tuple(_sources(parts, turn)),
        told_in=parts.links.named("briefings", briefing.id),
        made_in=NOTHING if made is briefing else parts.links.named("briefings", made.id),
    )


def _rated(parts: Parts, call: Call) -> str:
    words = parts.words
    return "; ".join(filter(None, (said(call, parts.corpus.settings.scale, words), words.sureness(call.confidence))))


def _sources(parts: Parts, turn: Turn) -> Iterator[Markup]:
    for id in dict.fromkeys((turn.resolution or turn.call).sources):
        if source := find_source(id, turn.briefing, parts.corpus.sources):
            name, document = publisher_of(parts.corpus, source), parts.links.document(source)
            yield parts.marks.phrase("{publisher}: {document}", publisher=name, document=document) if name else document
