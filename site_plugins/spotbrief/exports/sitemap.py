"""The sitemap (sitemaps.org protocol 0.9), with days of change that come from content alone."""

from collections.abc import Iterator
from urllib.parse import quote

from spotbrief.exports.output import Edition, Listed, Output, one
from spotbrief.exports.text import xml

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def outputs(edition: Edition) -> Iterator[Output]:
    """`/sitemap.xml`; addresses are absolute, and a sitemap without one is invalid, so a site without `site_url` has none."""
    if edition.corpus.settings.site_url:
        yield one("sitemap.xml", lambda: _sitemap(edition), lists_pages=True)


def _sitemap(edition: Edition) -> bytes:
    site = edition.corpus.settings.base
    pages = sorted(edition.pages(), key=lambda page: page.path)
    return f"{_HEAD}{''.join(_row(site, page) for page in pages)}</urlset>\n".encode()


def _row(site: str, page: Listed) -> str:
    changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url><loc>{xml(site + quote(page.path, safe='/'))}</loc>{changed}</url>\n"
