"""The cards of a site, as PNG of 1200 x 630 pixels."""

from collections.abc import Callable, Iterator
from functools import partial

from spotbrief.exports.cards.card import CardView, briefing_card, site_card
from spotbrief.exports.cards.draw import drawn, memoised
from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.briefing import Briefing
from spotbrief.rendering.fragments import Fragments, template_folders
from spotbrief.views.images import CARD_FILE
from spotbrief.views.links import Links
from spotbrief.views.parts import Parts

KEPT = ".cache/spotbrief/cards"
"""Where drawn cards are kept, below the project."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/social-card.png` and `/briefings/<id>/social-card.png`; none unless the site wants them."""
    corpus, parts = edition.corpus, Parts(Links(edition.corpus, 2))
    if not corpus.settings.cards:
        return
    fragments = Fragments(template_folders(edition.root))

    def picture(view: CardView) -> bytes:
        return memoised(fragments.render("card.svg", view), edition.root / KEPT, drawn)

    yield one(CARD_FILE, lambda: picture(site_card(corpus)))
    for briefing in corpus.briefings.values():
        yield one(f"briefings/{briefing.id}/{CARD_FILE}", partial(_of_briefing, briefing, parts, picture))


def _of_briefing(briefing: Briefing, parts: Parts, picture: Callable[[CardView], bytes]) -> bytes:
    return picture(briefing_card(briefing, parts))
