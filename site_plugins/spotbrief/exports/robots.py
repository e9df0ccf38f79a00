"""robots.txt (RFC 9309): everybody may read everything, and here are the lists of pages."""

from collections.abc import Iterator

from spotbrief.exports.output import Edition, Output, one


def outputs(edition: Edition) -> Iterator[Output]:
    """`/robots.txt`; one of the desk's own wins."""
    settings = edition.corpus.settings
    has_news = "exports" in settings.sections and edition.corpus.briefings
    names = ("news-sitemap.xml", "sitemap.xml") if has_news else ("sitemap.xml",)
    where = "".join(f"\nSitemap: {settings.base}{name}" for name in names) + "\n" if settings.site_url else ""
    yield one("robots.txt", lambda: f"User-agent: *\nAllow: /\n{where}".encode(), gives_way=True)
