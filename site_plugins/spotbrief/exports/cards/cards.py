"""The cards of a site, as PNG of 1200 x 630 pixels."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.cards.card import CardView, briefing_card, site_card
from spotbrief.exports.cards.colours import colours_of
from spotbrief.exports.cards.coverage import missing, own, without_emoji
from spotbrief.exports.cards.draw import drawn, memoised, texts_of
from spotbrief.exports.logo import on_cards
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.rendering.fragments import Fragments, template_folders
from spotbrief.views.components import Parts
from spotbrief.views.images import CARD_FILE
from spotbrief.views.links import Links

KEPT = ".cache/spotbrief/cards"
"""Where drawn cards are kept, below the project."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/social-card.png` and `/briefings/<id>/social-card.png`; none unless the site wants them."""
    corpus, parts = edition.corpus, Parts(Links(edition.corpus, 2))
    if not corpus.settings.cards:
        return
    fragments, colours = Fragments(template_folders(edition.root), corpus.words), colours_of(edition.assets)
    logo = on_cards(corpus, edition.root)

    def picture(view: CardView) -> bytes:
        svg = str(fragments.render("card.svg", view))
        return drawn(svg) if missing(texts_of(svg)) else memoised(svg, edition.root / KEPT, drawn)

    yield one(CARD_FILE, lambda: picture(site_card(corpus, logo)))
    for briefing in corpus.own_briefings.values():
        yield one(f"briefings/{corpus.step(briefing.id)}/{CARD_FILE}", partial(_of_briefing, briefing, parts, colours, logo, picture))


def unseen(corpus: Corpus) -> tuple[str, ...]:
    """The signs of titles that no font of this machine has: cards show boxes for them."""
    titles = [briefing.title for briefing in corpus.briefings.values() if not own(briefing.title)]
    return missing(without_emoji(clean(title)) for title in [*titles, corpus.settings.site_name])


def _of_briefing(briefing: Briefing, parts: Parts, colours: Mapping[str, str], logo: str, picture: Callable[[CardView], bytes]) -> bytes:
    return picture(briefing_card(briefing, parts, colours, logo))
