"""The news sitemap (Google News, sitemap-news/0.9): what opened in the two days before the build."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import nlargest

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import clean, xml
from spotbrief.model.briefing import Briefing
from spotbrief.views.links import Links
from spotbrief.views.spoken import language_of

NEW = timedelta(days=2)
MOST = 1000
"""Google reads no more; what is older, or withdrawn, is no news."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)


def outputs(edition: Edition) -> Iterator[Output]:
    """`/news-sitemap.xml`, where there is a briefing: a sitemap names one page at least."""
    if edition.corpus.own_briefings:
        yield one("news-sitemap.xml", lambda: _sitemap(edition.corpus))


def _sitemap(corpus: Corpus) -> bytes:
    now, everything = corpus.settings.now, corpus.own_briefings.values()
    fresh = [b for b in everything if b.status == "published" and now - NEW <= b.opens() <= now]
    links = Links(corpus, root=corpus.settings.base)
    rows = [_row(briefing, links) for briefing in nlargest(MOST, fresh, key=_opened)]
    # On a quiet day the newest page stands here without the tags of news.
    rows = rows or [f"<url>{_address(max(everything, key=_opened), links)}</url>\n"]
    return f"{_HEAD}{''.join(rows)}</urlset>\n".encode()


def _opened(briefing: Briefing) -> tuple[datetime, str]:
    return briefing.opens(), briefing.id


def _address(briefing: Briefing, links: Links) -> str:
    return f"<loc>{_said(links.thing('briefings', briefing.id))}</loc>"


def _row(briefing: Briefing, links: Links) -> str:
    settings = links.corpus.settings
    publication = (
        f"<news:name>{_said(settings.site_name)}</news:name><news:language>{_said(language_of(briefing, links.corpus))}</news:language>"
    )
    date = briefing.opens().astimezone(settings.timezone).isoformat(timespec="seconds")
    news = (
        f"<news:publication>{publication}</news:publication>"
        f"<news:publication_date>{date}</news:publication_date><news:title>{_said(briefing.title)}</news:title>"
    )
    return f"<url>{_address(briefing, links)}<news:news>{news}</news:news></url>\n"


def _said(text: str) -> str:
    return xml(clean(text))
