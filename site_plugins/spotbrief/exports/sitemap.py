"""The sitemap (sitemaps.org protocol 0.9), with days of change that come from content alone."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from spotbrief.exports.output import Listed, Output

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(site_url: str, pages: Iterable[Listed]) -> Output:
    """`/sitemap.xml`; addresses are absolute, so a site without `site_url` has an empty one."""
    base = site_url if site_url.endswith("/") else f"{site_url}/"
    rows = [_row(base, page) for page in sorted(pages, key=lambda page: page.path)] if site_url else []
    return Output(path="sitemap.xml", data=f"{_HEAD}{''.join(rows)}</urlset>\n".encode())


def _row(base: str, page: Listed) -> str:
    changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url><loc>{escape(base + quote(page.path, safe='/'))}</loc>{changed}</url>\n"
