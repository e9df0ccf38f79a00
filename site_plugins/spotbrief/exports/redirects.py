"""Pages at former addresses that lead on; they work on hosts that know no redirects, and below any path.

A script carries the query and the fragment along. Without JavaScript a refresh leads to the top of the page.
"""

from collections.abc import Iterator
from functools import partial
from html import escape
from urllib.parse import quote

from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.briefing import Briefing
from spotbrief.model.settings import Settings
from spotbrief.rendering.policy import with_policy

SCRIPT = "redirect.js"
_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
{canonical}<script src="../../{script}" data-to="{target}"></script>
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
</head>
<body>
<p>This briefing has moved: <a href="{target}">{title}</a></p>
</body>
</html>
"""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/briefings/<former id>/` for each former address."""
    script = edition.assets[SCRIPT].path
    for briefing in edition.corpus.briefings.values():
        for former in briefing.former_slugs:
            yield one(f"briefings/{former}/index.html", partial(_page, briefing, edition.corpus.settings, script))


def _page(briefing: Briefing, settings: Settings, script: str) -> bytes:
    target = f"../{quote(briefing.id)}/"
    address = f"{settings.base}briefings/{quote(briefing.id)}/"
    canonical = f'<link rel="canonical" href="{escape(address)}">\n' if settings.site_url else ""
    title = escape(briefing.title)
    made = _PAGE.format(language=escape(settings.language), title=title, target=escape(target), canonical=canonical, script=script)
    return with_policy(made).encode("utf-8", "replace")
