"""robots.txt (RFC 9309): everybody may read everything, and here are the lists of pages."""

from collections.abc import Iterator

from spotbrief.exports.output import Edition, Output, one


def outputs(edition: Edition) -> Iterator[Output]:
    """`/robots.txt`; one of the desk's own wins."""
    yield one("robots.txt", lambda: _robots(edition), gives_way=True, lists_pages=True)


def _robots(edition: Edition) -> bytes:
    settings = edition.corpus.settings
    has_news = "exports" in settings.sections and edition.corpus.own_briefings
    spoken = [f"{tag}/news-sitemap.xml" for tag in settings.tags[1:] if "exports" in settings.sections and _speaks(edition, tag)]
    names = [*(["news-sitemap.xml"] if has_news else []), *spoken, "sitemap.xml"]
    where = "".join(f"\nSitemap: {settings.base}{name}" for name in names) + "\n" if settings.site_url else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()


def _speaks(edition: Edition, language: str) -> bool:
    """Whether there is a briefing in another language of the site."""
    start = f"{language}/briefings/"
    return any(page.path.startswith(start) and page.path.count("/") == start.count("/") + 1 for page in edition.all_pages())
