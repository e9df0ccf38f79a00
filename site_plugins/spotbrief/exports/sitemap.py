"""The sitemap (sitemaps.org protocol 0.9), with days of change that come from content alone."""

from collections.abc import Iterator
from urllib.parse import quote

from spotbrief.exports.output import Edition, Listed, Output, one
from spotbrief.exports.text import xml

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_IN_LANGUAGES = _HEAD.replace('0.9">', '0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">')
"""The same where pages name themselves in other languages (developers.google.com/search/docs, Localized versions, sitemaps)."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/sitemap.xml`; addresses are absolute, and a sitemap without one is invalid, so a site without `site_url` has none."""
    if edition.corpus.settings.site_url:
        yield one("sitemap.xml", lambda: _sitemap(edition), lists_pages=True)


def _sitemap(edition: Edition) -> bytes:
    site = edition.corpus.settings.base
    pages = sorted(edition.all_pages(), key=lambda page: page.path)
    head = _IN_LANGUAGES if edition.corpus.settings.languages else _HEAD
    return f"{head}{''.join(_row(site, page) for page in pages)}</urlset>\n".encode()


def _row(site: str, page: Listed) -> str:
    changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    named = [*page.languages, ("x-default", page.languages[0][1])] if page.languages else []
    others = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{_address(site, path)}"/>' for tag, path in named)
    return f"<url><loc>{_address(site, page.path)}</loc>{changed}{others}</url>\n"


def _address(site: str, path: str) -> str:
    return xml(site + quote(path, safe="/"))
