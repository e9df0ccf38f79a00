"""A site as it is planned -> everything that is wrong with its settings, its navigation, its pages' links and its addresses."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.folder.refusal import refusal
from spotbrief.exports.planned.addresses import Addresses, clashes
from spotbrief.exports.planned.documents import documents
from spotbrief.exports.planned.heavy import heavy
from spotbrief.exports.planned.navigation import navigation
from spotbrief.exports.planned.origins import origins
from spotbrief.exports.planned.own_links import own_links
from spotbrief.exports.planned.pages import page_links
from spotbrief.exports.planned.rendered import rendered_problems
from spotbrief.exports.planned.settings import settings
from spotbrief.exports.planned.unguarded import unguarded
from spotbrief.exports.site import Site
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading.locate import locate
from spotbrief.reading.page_markdown import PageMarkdown
from spotbrief.reading.settings import Folders
from spotbrief.reading.site_file import SiteFile


def planned_problems(file: SiteFile, site: Site, folders: Folders, whole: Corpus, *, pages_too: bool = True) -> list[Problem]:
    """In the order of files and lines; *site* is made of what is public, *whole* has all.

    A build looks at its ordinary pages once the engine has rendered them; others have them rendered here, *pages_too*.
    """
    addresses = Addresses(site, folders.content, file.values)
    found = locate(site.root, _found(file, site, folders, whole, addresses))
    return in_order([*found, *_in_pages(site, whole, addresses)] if pages_too else found)


def _in_pages(site: Site, whole: Corpus, addresses: Addresses) -> list[Problem]:
    markdown = PageMarkdown(whole.settings.markdown_extensions or {})
    return rendered_problems(site, whole, cache(lambda page: markdown.html(page.body.text) if addresses.has(page.path) else None))


def _found(file: SiteFile, site: Site, folders: Folders, whole: Corpus, addresses: Addresses) -> Iterator[Problem]:
    yield from settings(file, preview=site.corpus.settings.preview)
    yield from navigation(file, addresses)
    yield from page_links(site.corpus, addresses)
    yield from own_links(whole, site.corpus, addresses)
    yield from clashes(file, site, folders.content, addresses.taken)
    yield from origins(site, folders.content, addresses.taken)
    yield from documents(site, folders.content, addresses.taken)
    yield from heavy(site, folders.content, addresses.taken)
    yield from unguarded(file, site, folders.content, addresses.taken)


def folder_problem(file: SiteFile, root: Path, folders: Folders) -> Iterator[Problem]:
    """Why the folder that *file* names for the site would be refused."""
    theme = file.values.get("theme")
    own = (folders.briefings, folders.content, theme.get("custom_dir") if isinstance(theme, dict) else None)
    if said := refusal(root / folders.site, root, own, folders.content):
        message, _, hint = said.partition("; ") if "; " in said else said.partition(": ")
        yield file.problem("site-folder", "error", ("site_dir",), message, hint)
