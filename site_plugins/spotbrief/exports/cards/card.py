"""The card of a briefing, and of the site: what a page looks like where it is shared."""

from collections.abc import Mapping
from itertools import islice

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.scored import probability_of
from spotbrief.exports.cards.colours import INK
from spotbrief.exports.cards.coverage import without_emoji
from spotbrief.exports.cards.type import Block, block, face
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Parts, badge
from spotbrief.views.likelihoods import Meter
from spotbrief.views.marks import bare

SITE_COLOUR, PALE = "#0b4a53", "#80868e"

WIDTH = 1056
HEADLINE = ((116, 1), (92, 2), (76, 3), (68, 3), (60, 4), (52, 4), (46, 5), (40, 6))
BELOW = ((30, 2),)


@record
class CardView:
    """What card.svg may see."""

    colour: str
    ink: str
    """Of the headline; pale where the briefing no longer holds."""
    label: str
    badge: str
    date: str
    headline: Block
    below_label: str
    below: Block | None
    term: str
    meter: Meter | None
    site: str
    logo: str
    """The address of its data; empty without one."""


def briefing_card(briefing: Briefing, parts: Parts, colours: Mapping[str, str], logo: str = "") -> CardView:
    """Headline, kind and date, and the first judgement with its likelihood, or else the first takeaway; *colours* are those of kinds."""
    settings = parts.corpus.settings
    below_label, text, term, meter = _below(briefing, parts)
    return CardView(
        colour=colours.get(briefing.kind, INK),
        ink=PALE if briefing.status == "withdrawn" else INK,
        label=parts.words.kind(briefing.kind).upper(),
        badge=badge(briefing, parts.links).upper(),
        date=parts.words.day(briefing.published),
        headline=block(_shown(briefing.title), face("serif"), width=WIDTH, top=124, sizes=HEADLINE, leading=1.13),
        below_label=below_label.upper() if text else "",
        below=block(text, face("sans"), width=WIDTH, top=459, sizes=BELOW, leading=1.3) if text else None,
        term=term,
        meter=meter,
        site=_shown(settings.site_name),
        logo=logo,
    )


def site_card(corpus: Corpus, logo: str = "") -> CardView:
    """The name of the site and what it is."""
    settings, label = corpus.settings, corpus.words("Briefings").upper()
    description = _shown(settings.site_description)
    return CardView(
        colour=SITE_COLOUR,
        ink=INK,
        label=label,
        badge="",
        date="",
        headline=block(_shown(settings.site_name), face("serif"), width=WIDTH, top=160, sizes=((112, 2), *HEADLINE), leading=1.13),
        below_label="",
        below=block(description, face("sans"), width=WIDTH, top=455, sizes=((34, 2), (30, 3)), leading=1.3) if description else None,
        term="",
        meter=None,
        site="",
        logo=logo,
    )


def _below(briefing: Briefing, parts: Parts) -> tuple[str, str, str, Meter | None]:
    words = parts.words
    for _, key, _ in islice(briefing.judgements(), 1):
        expected = parts.corpus.judgements[f"{briefing.id}:{key}"]
        part, said = parts.judgement_on(briefing, expected), probability_of(expected.now, parts.corpus.settings.scale)
        if said and part.meter:
            band = words.band(said[0].low, said[0].high)
            return words("What we expect"), _plain(part.text), clean(f"{part.term} · {band}"), part.meter
    if briefing.key_takeaways:
        takeaway = parts.writer.line(briefing.key_takeaways[0].text, briefing.origin)
        return words("Key takeaway"), _plain(takeaway), "", None
    return words("In short"), _plain(parts.writer.line(briefing.bottom_line or briefing.summary, briefing.origin)), "", None


def _plain(text: Markup) -> str:
    return _shown(bare(text))


def _shown(text: str) -> str:
    return without_emoji(clean(text))
