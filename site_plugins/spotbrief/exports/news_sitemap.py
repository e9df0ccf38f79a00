"""The news sitemap (Google News, sitemap-news/0.9): what opened in the two days before the build."""

from collections.abc import Iterator
from datetime import timedelta

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import clean, xml
from spotbrief.model.briefing import Briefing
from spotbrief.views.links import Links

NEW = timedelta(days=2)
MOST = 1000
"""Google reads no more; what is older, or withdrawn, is no news."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)


def outputs(edition: Edition) -> Iterator[Output]:
    """`/news-sitemap.xml`."""
    yield one("news-sitemap.xml", lambda: _sitemap(edition.corpus))


def _sitemap(corpus: Corpus) -> bytes:
    now = corpus.settings.now
    fresh = [b for b in corpus.briefings.values() if b.status == "published" and now - NEW <= b.opens() <= now]
    newest = sorted(fresh, key=lambda briefing: (briefing.opens(), briefing.id), reverse=True)[:MOST]
    links = Links(corpus, root=corpus.settings.base)
    return f"{_HEAD}{''.join(_row(briefing, links) for briefing in newest)}</urlset>\n".encode()


def _row(briefing: Briefing, links: Links) -> str:
    settings = links.corpus.settings
    publication = f"<news:name>{_said(settings.site_name)}</news:name><news:language>{_said(settings.language)}</news:language>"
    date = briefing.opens().astimezone(settings.timezone).isoformat(timespec="seconds")
    news = (
        f"<news:publication>{publication}</news:publication>"
        f"<news:publication_date>{date}</news:publication_date><news:title>{_said(briefing.title)}</news:title>"
    )
    return f"<url><loc>{_said(links.thing('briefings', briefing.id))}</loc><news:news>{news}</news:news></url>\n"


def _said(text: str) -> str:
    return xml(clean(text))
