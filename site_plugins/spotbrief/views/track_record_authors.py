"""How good the judgements of one author were, where the desk says so."""

from markupsafe import Markup

from spotbrief.corpus.intervals import around
from spotbrief.corpus.score import score
from spotbrief.corpus.track_record import FEW, TrackRecord
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.track_record_figures import brier, share, whole
from spotbrief.views.track_record_parts import href_of


@record
class AuthorRecord:
    """The record of an author; a score only where there are enough judgements."""

    href: str
    """The list of them; empty for none."""
    table: str
    """All authors beside each other, in the track record."""
    count: Markup
    said: Markup
    came: Markup
    held: Markup
    """Empty where there are too few to tell."""
    low: Markup
    high: Markup
    coin: Markup


def author_record(found: TrackRecord, id: str, parts: Parts) -> AuthorRecord:
    """The record of the author with that *id*."""
    judgements, words, none = found.parts["author"].get(id, ()), parts.words, Markup("")
    total = score(judgements)
    enough = total if total and total.count >= FEW else None
    low, high = around(enough.held, enough.error or 0) if enough else (0.0, 0.0)
    return AuthorRecord(
        href=href_of("author", id, parts.links) if judgements else "",
        table=parts.links.to("outlook/track-record/#by:author"),
        count=whole(len(judgements), words),
        said=share(enough.said, words) if enough else none,
        came=share(enough.came, words) if enough else none,
        held=brier(enough.held, words) if enough else none,
        low=brier(low, words) if enough else none,
        high=brier(high, words) if enough else none,
        coin=brier(enough.coin, words) if enough else none,
    )
