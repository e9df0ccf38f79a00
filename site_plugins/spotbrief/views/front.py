"""What the front page shows below its own text: the latest, what to expect next, storylines."""

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.views.links import Links
from spotbrief.views.parts import Card, JudgementPart, Parts

LATEST, NEXT = 10, 5


@record
class FrontView:
    """What front.html may see."""

    cards: tuple[Card, ...]
    judgements: tuple[JudgementPart, ...]
    storylines: Markup
    all_briefings: str


def front(corpus: Corpus) -> FrontView:
    """The front page's view."""
    parts = Parts(Links(corpus, 0))
    today = corpus.settings.now.astimezone(corpus.settings.timezone).date()
    due = [e for e in corpus.judgements if e.judgement.by and not e.judgement.resolution and e.judgement.by.latest >= today]
    due.sort(key=lambda e: (e.judgement.by.latest if e.judgement.by else today, e.briefing.id, e.key))
    return FrontView(
        cards=tuple(map(parts.card, list(corpus.briefings.values())[:LATEST])),
        judgements=tuple(map(parts.judgement, due[:NEXT])),
        storylines=parts.links.all_named("storylines", corpus.storylines),
        all_briefings=parts.links.to("briefings/"),
    )
