"""Links of a site to itself are typed as ways from file to file, so that they are checked and move with it."""

import posixpath
from collections.abc import Iterator

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.own_address import path_on_site
from spotbrief.corpus.resolve import find_target
from spotbrief.model.origin import Where


@rule("own-address", "advice")
def own_address(corpus: Corpus) -> Iterator[Finding]:
    """Links to the desk's own briefings and pages are typed as the way from file to file."""
    site = corpus.settings.site_url
    files: dict[tuple[str, str], str] = {}
    for text in corpus.written if site else ():
        for address in text.prose.links:
            if path_on_site(address, site) is None:
                continue
            target = find_target(address, text.file, corpus)
            files = files or _files(corpus)
            if target.to == "thing" and (path := files.get((target.kind, target.id))):
                where = text.where if text.where.pointer else Where(file=text.file, target=address)
                message = f"'{_short(address)}' leads to '{target.id}' of this desk, but dies with the site's address"
                yield where, message, f"write ({_way(path, text.file, target.anchor)}) instead"


def _files(corpus: Corpus) -> dict[tuple[str, str], str]:
    """The file of each thing, of a pair the one in Markdown."""
    return {node: path for path, node in sorted(corpus.files.items(), key=lambda item: item[0].endswith(".md"))}


def _way(path: str, file: str, anchor: str) -> str:
    way = posixpath.relpath(path, posixpath.dirname(file)) + (f"#{anchor}" if anchor else "")
    return f"<{way}>" if set(way) & set(" ()") else way


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
