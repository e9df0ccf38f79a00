"""How a page looks where it is shared: Open Graph (ogp.me), which X reads too."""

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.views.images import ShareImage, share_image, site_image
from spotbrief.views.links import Links

Property = tuple[str, object]


class Social:
    """Makes the properties of pages; *links* are absolute."""

    def __init__(self, corpus: Corpus, links: Links) -> None:
        self._corpus, self._links = corpus, links
        self._site = "".join(
            _meta(name, value)
            for name, value in (
                ("og:site_name", corpus.settings.site_name),
                ("og:locale", corpus.words.locale),
            )
        )

    def head(self, path: str, title: str, description: str) -> Markup:
        """The elements of the page at *path*; its *description* is empty where the page has one that says it to all."""
        kind, _, id = path.rstrip("/").partition("/")
        briefing = self._corpus.briefing_at(id) if kind == "briefings" else None
        image = share_image(briefing, self._links) if briefing else site_image(self._links)
        type = "article" if briefing else "profile" if kind == "authors" and id in self._corpus.authors else "website"
        said: list[Property] = [
            ("og:type", type),
            ("og:title", title),
            ("og:description", description),
            ("og:url", self._links.to(path)),
            *(_picture(image) if image else ()),
            *(self._article(briefing) if briefing else ()),
        ]
        card = "summary_large_image" if image else "summary"
        elements = "".join(_meta(name, value) for name, value in said if value)
        return Markup(f'{self._site}{elements}<meta name="twitter:card" content="{card}">\n')

    def _article(self, briefing: Briefing) -> Iterator[Property]:
        zone = self._corpus.settings.timezone
        yield "article:published_time", briefing.opens().astimezone(zone).isoformat()
        if briefing.changed() != briefing.opens():
            yield "article:modified_time", briefing.changed().astimezone(zone).isoformat()


def _picture(image: ShareImage) -> Iterator[Property]:
    yield "og:image", image.url
    yield "og:image:width", image.width
    yield "og:image:height", image.height
    yield "og:image:alt", image.alt


def _meta(name: str, value: object) -> str:
    return f'<meta property="{name}" content="{escape(str(value))}">\n'
