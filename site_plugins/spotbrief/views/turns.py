"""Lines on what moved in the ledger: what was thought before, what is thought now or how it ended, and why."""

from markupsafe import Markup

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.turns import Turn
from spotbrief.model.dates import EdtfDate
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.components import Parts
from spotbrief.views.judgements import NOTHING, anchor_of
from spotbrief.views.likelihoods import in_short, was_and_is_now
from spotbrief.words.words import Words

LABELS = {"new": "New", "revised": "Revised", "resolved": "Resolved"}


@record
class TurnPart:
    """One line on a judgement that was made, was revised or came to its end."""

    kind: str
    label: str
    when: Markup
    text: Markup
    """What was expected, linked to where its turn is told."""
    was: str
    """How likely it was before; empty for a new one."""
    became: str
    """How likely it is now, or how it ended."""
    why: Markup
    """Why it was revised, or how its end came about."""


def turn_part(parts: Parts, turn: Turn) -> TurnPart:
    """The line on a *turn*."""
    expected, briefing, ended = turn.expected, turn.briefing, turn.resolution
    href = parts.links.thing("briefings", briefing.id, anchor_of(expected, briefing))
    text = parts.writer.unlinked(expected.judgement.text, expected.briefing.origin)
    day = ended.when if ended else EdtfDate.parse(turn.when.astimezone(parts.corpus.settings.timezone).date().isoformat())
    was, became = _was_and_became(turn, parts.corpus.settings.scale, parts.words)
    return TurnPart(
        kind=turn.kind,
        label=parts.words(LABELS[turn.kind]),
        when=parts.marks.date(day),
        text=parts.marks.link(href, text),
        was=was,
        became=became,
        why=parts.writer.line(ended.note if ended else turn.call.why, briefing.origin),
    )


def _was_and_became(turn: Turn, scale: Scale, words: Words) -> tuple[str, str]:
    if turn.resolution:
        return in_short(turn.call, scale, words), words.outcome(turn.resolution.outcome)
    if before := turn.before:
        return was_and_is_now(before, turn.call, scale, words)
    by = turn.expected.judgement.by
    due = words("by {date}", date=words.date(by)) if by else ""
    return "", words.all_of(filter(None, (in_short(turn.call, scale, words), due)))


def overdue_part(parts: Parts, expected: Expected) -> TurnPart:
    """The line on a judgement whose date has passed without an answer."""
    judgement, briefing = expected.judgement, expected.briefing
    href = parts.links.thing("briefings", briefing.id, anchor_of(expected, briefing))
    return TurnPart(
        kind="overdue",
        label=parts.words("Overdue"),
        when=parts.marks.date(judgement.by) if judgement.by else NOTHING,
        text=parts.marks.link(href, parts.writer.unlinked(judgement.text, briefing.origin)),
        was="",
        became=in_short(expected.now, parts.corpus.settings.scale, parts.words),
        why=NOTHING,
    )
