"""Pages at former addresses that lead on; they work on hosts that know no redirects, and below any path."""

from collections.abc import Iterator
from functools import partial
from html import escape
from urllib.parse import quote

from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.briefing import Briefing
from spotbrief.model.settings import Settings
from spotbrief.rendering.policy import with_policy

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
{canonical}<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p>This briefing has moved: <a href="{target}">{title}</a></p>
</body>
</html>
"""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/briefings/<former id>/` for each former address."""
    for briefing in edition.corpus.briefings.values():
        for former in briefing.former_slugs:
            yield one(f"briefings/{former}/index.html", partial(_page, briefing, edition.corpus.settings))


def _page(briefing: Briefing, settings: Settings) -> bytes:
    target = f"../{quote(briefing.id)}/"
    address = f"{settings.base}briefings/{quote(briefing.id)}/"
    canonical = f'<link rel="canonical" href="{escape(address)}">\n' if settings.site_url else ""
    title = escape(briefing.title)
    made = _PAGE.format(language=escape(settings.language), title=title, target=escape(target), canonical=canonical)
    return with_policy(made).encode("utf-8", "replace")
