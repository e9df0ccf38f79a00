"""What the front page shows below its own text: the lead, the latest, what to expect next, storylines, the next event."""

from itertools import islice

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import ledger
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.changed import moved
from spotbrief.views.components import Card, Parts, PicturePart
from spotbrief.views.judgements import NOTHING, JudgementPart
from spotbrief.views.links import Links
from spotbrief.views.public_events import PublicEventPart, public_event, upcoming
from spotbrief.views.storylines import StorylineCard, storyline_card
from spotbrief.views.turns import TurnPart

LATEST, NEXT, MOVED = 8, 4, 2


@record
class Lead:
    """The latest briefing, at full width."""

    card: Card
    bottom_line: Markup
    picture: PicturePart | None


@record
class FrontView:
    """What front.html may see."""

    lead: Lead | None
    cards: tuple[Card, ...]
    moved: tuple[TurnPart, ...]
    """Judgements that were revised or ended in the last days; a few, since the outlook has all."""
    judgements: tuple[JudgementPart, ...]
    storylines: tuple[StorylineCard, ...]
    public_event: PublicEventPart | None
    all_briefings: str
    outlook: str


def front(corpus: Corpus) -> FrontView:
    """The front page's view."""
    parts, sections = Parts(Links(corpus, 0)), corpus.settings.sections
    shown = [briefing for briefing in corpus.briefings.values() if briefing.status != "withdrawn"]
    book = ledger(corpus.judgements.values(), corpus.settings.today)
    coming = next(upcoming(corpus), None)
    return FrontView(
        lead=_lead(parts, shown[0]) if shown else None,
        cards=tuple(map(parts.card, shown[1 : LATEST + 1])),
        moved=moved(parts, MOVED) if "outlook" in sections else (),
        judgements=parts.judgements(islice((*book.due, *book.open), NEXT)),
        storylines=tuple(storyline_card(parts, s) for s in corpus.storylines.values() if s.status == "open"),
        public_event=public_event(parts, coming) if coming else None,
        all_briefings=parts.links.to("briefings/"),
        outlook=parts.links.to("outlook/") if "outlook" in sections else "",
    )


def _lead(parts: Parts, briefing: Briefing) -> Lead:
    bottom_line = parts.writer.line(briefing.bottom_line, briefing.origin) if briefing.summary else NOTHING
    return Lead(card=parts.card(briefing), bottom_line=bottom_line, picture=parts.picture(briefing))
