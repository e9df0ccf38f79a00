"""Pages at former addresses that lead on; they work on hosts that know no redirects, and below any path.

A script carries the query and the fragment along. Without JavaScript a refresh leads to the top of the page.
"""

from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.renamed import former_ids
from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.kinds import section_of
from spotbrief.rendering.csp import with_policy
from spotbrief.views.links import Links
from spotbrief.views.marks import Marks, anchor

SCRIPT = "redirect.js"
RESPELT = "a former name in another case"
"""Who owns the one address that may differ in case alone from that of a page: an editor asked for it."""

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
<p>{moved}</p>
</body>
</html>
"""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/<kind>/<former id>/` for each former address of what has a page, and the same of the timelines of storylines."""
    corpus, script = edition.corpus, "../" * edition.corpus.settings.prefix.count("/") + edition.assets[SCRIPT].path
    yield from _to_slugs(corpus, script)
    for former in former_ids(corpus.desk):
        if former.kind == "briefings" and former.now in corpus.desk.elsewhere:
            continue
        for folder in _folders(former.kind, former.now, corpus):
            if former.id.casefold() != former.now.casefold() or _tells_case(edition.root):
                page = _Moved(
                    folder=folder,
                    id=corpus.step(former.now) if folder == "briefings" else former.now,
                    name=Links(corpus).name(former.kind, former.now),
                )
                owner = RESPELT if former.id.casefold() == former.now.casefold() else "a former address"
                yield one(f"{folder}/{former.id}/index.html", partial(_page, page, corpus, script), owner=owner)


def _to_slugs(corpus: Corpus, script: str) -> Iterator[Output]:
    """`/briefings/<id>/` of a translation that has an address of its own, which another language or an older link may name."""
    for id, slug in corpus.desk.slugs.items() if "briefings" in corpus.settings.sections else ():
        page = _Moved(folder="briefings", id=slug, name=Links(corpus).name("briefings", id))
        yield one(f"briefings/{id}/index.html", partial(_page, page, corpus, script), owner="a former address")


def _folders(kind: str, id: str, corpus: Corpus) -> Iterator[str]:
    sections = corpus.settings.sections
    if section_of(kind) in sections:
        yield kind
    if kind == "storylines" and "timelines" in sections and corpus.backlinks(kind, id).events:
        yield "timelines"


def _tells_case(root: Path) -> bool:
    """Whether two names that differ in case alone are two files here; else the old address would take the place of the new."""
    other = root.name.swapcase()
    return other != root.name and not root.with_name(other).exists()


class _Moved(NamedTuple):
    folder: str
    id: str
    name: str


def _page(moved: _Moved, corpus: Corpus, script: str) -> bytes:
    settings, target = corpus.settings, f"../{quote(moved.id)}/"
    address = f"{settings.base}{moved.folder}/{quote(moved.id)}/"
    canonical = f'<link rel="canonical" href="{escape(address)}">\n' if settings.site_url else ""
    made = _PAGE.format(
        language=escape(settings.language),
        title=escape(moved.name),
        target=escape(target),
        canonical=canonical,
        script=script,
        moved=Marks(corpus.words).phrase("This page has moved: {page}", page=anchor(target, moved.name)),
    )
    return with_policy(made).encode("utf-8", "replace")
