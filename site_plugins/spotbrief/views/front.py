"""What the front page shows above its own text: the lead, the latest, what to expect next, storylines, the next event."""

from collections.abc import Sequence

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import whole_ledger
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Card, Parts, PicturePart
from spotbrief.views.dateline import Dateline, dateline
from spotbrief.views.judgement_rows import JudgementRow, judgement_row
from spotbrief.views.judgements import NOTHING
from spotbrief.views.links import Links
from spotbrief.views.news import NewsPart, news
from spotbrief.views.public_events import PublicEventPart, public_event, upcoming
from spotbrief.views.since_then import SinceLine, since_then
from spotbrief.views.storylines import StorylineCard, storyline_card

SECONDS, RIVER, NEXT = 2, 13, 5
"""How many briefings stand below the lead with their standfirsts, how many headlines below those, and how many judgements beside them."""

SINCE = 2
"""Lines on what became of what the lead expected."""

SHORT = 4
"""A river of so few headlines has room for their standfirsts."""


@record
class Lead:
    """The latest briefing, at full width."""

    card: Card
    bottom_line: Markup
    since: tuple[SinceLine, ...]
    """The first of what became since of what it expected."""
    picture: PicturePart | None


@record
class FrontView:
    """What front.html may see."""

    dateline: Dateline
    news: NewsPart | None
    """What changed in the last days, in a line."""
    lead: Lead | None
    seconds: tuple[Card, ...]
    """The two briefings before the lead; none where there is but one."""
    river: tuple[Card, ...]
    """The headlines before those, the latest first."""
    has_room: bool
    """Whether the headlines are so few that their standfirsts are shown too."""
    next: tuple[JudgementRow, ...]
    """What falls due first."""
    storylines: tuple[StorylineCard, ...]
    public_event: PublicEventPart | None
    all_briefings: str
    outlook: str


def front(corpus: Corpus) -> FrontView:
    """The front page's view."""
    parts, sections = Parts(Links(corpus, 0)), corpus.settings.sections
    shown = [briefing for briefing in corpus.listed.values() if briefing.status != "withdrawn"]
    seconds, river = _ranked(shown[1:])
    book = whole_ledger(corpus)
    coming = next(upcoming(corpus), None)
    return FrontView(
        dateline=dateline(parts, book, shown[0] if shown else None),
        news=news(parts),
        lead=_lead(parts, shown[0]) if shown else None,
        seconds=tuple(map(parts.card, seconds)),
        river=tuple(map(parts.card, river)),
        has_room=len(river) <= SHORT,
        next=tuple(judgement_row(parts, expected) for expected in book.ahead[:NEXT]),
        storylines=tuple(storyline_card(parts, s) for s in corpus.storylines.values() if s.status == "open"),
        public_event=public_event(parts, coming) if coming else None,
        all_briefings=parts.links.to("briefings/"),
        outlook=parts.links.to("outlook/") if "outlook" in sections else "",
    )


def _ranked(below: Sequence[Briefing]) -> tuple[Sequence[Briefing], Sequence[Briefing]]:
    """What stands below the lead: two side by side, which one alone could not, and then headlines."""
    seconds = SECONDS if len(below) >= SECONDS else 0
    return below[:seconds], below[seconds : seconds + RIVER]


def _lead(parts: Parts, briefing: Briefing) -> Lead:
    bottom_line = parts.writer.line(briefing.bottom_line, briefing.origin) if briefing.summary else NOTHING
    since = since_then(parts, briefing) if briefing.bottom_line else None
    lines = since.lines[:SINCE] if since else ()
    return Lead(card=parts.card(briefing), bottom_line=bottom_line, since=lines, picture=parts.picture(briefing))
