"""The picture that stands for a page where it is shared."""

from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.attachments import shown
from spotbrief.views.links import Links

CARD_FILE = "social-card.png"
"""The name of a page's card, below its address."""

WIDTH, HEIGHT = 1200, 630
"""Of a card, in pixels: what Open Graph's readers ask for."""

_SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""Pictures that other sites can show; none of them draws SVG."""


@record
class ShareImage:
    """A picture with its size, where that is known, and its text."""

    url: str
    alt: str
    width: int = 0
    height: int = 0
    credit: str = ""


def site_image(links: Links) -> ShareImage | None:
    """The card of the site, for pages that have none of their own."""
    settings = links.corpus.settings
    return ShareImage(url=links.to(CARD_FILE), alt=settings.site_name, width=WIDTH, height=HEIGHT) if settings.cards else None


def share_image(briefing: Briefing, links: Links) -> ShareImage | None:
    """The card of a briefing, or else its own picture if other sites can show it."""
    if links.corpus.settings.cards:
        alt = f"{links.words.kind(briefing.kind)}: {briefing.title}"
        return ShareImage(url=f"{links.thing('briefings', briefing.id)}{CARD_FILE}", alt=alt, width=WIDTH, height=HEIGHT)
    image = briefing.image
    picture = shown(image.src, briefing.origin.file, links) if image and image.src.lower().endswith(_SHOWN) else None
    if not image or not picture:
        return None
    return ShareImage(url=picture.src, alt=image.alt or "", width=picture.width, height=picture.height, credit=image.credit or "")
