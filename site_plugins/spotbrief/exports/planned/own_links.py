"""Links of public texts to the site's own pages and files lead to what the site will have."""

from collections.abc import Iterator
from dataclasses import replace

from spotbrief.checks.links import urls
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.own_address import path_on_site
from spotbrief.corpus.resolve import Target, find_target
from spotbrief.exports.planned.addresses import Addresses
from spotbrief.exports.planned.pages import KEPT_BACK
from spotbrief.model.kinds import KINDS
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem

_ALWAYS = ("404.html", "search", "search/")
"""What the engine and the search make beside what is planned."""


def own_links(whole: Corpus, public: Corpus, addresses: Addresses) -> Iterator[Problem]:
    """What *public* texts link to and the site will not have; rules of the texts have told what nothing in the *whole* desk is."""
    dark: frozenset[str] | None = None
    left_out = {page.path for page in public.desk.pages if not addresses.has(page.path)}
    for where, address in _links(public):
        path = path_on_site(address, public.settings.site_url)
        if path is None and not left_out:
            continue
        target = find_target(address, where.file, whole)
        if target.kind == "pages" and target.id in left_out:
            yield _left_out(where, target)
        elif path is not None and target.to != "nowhere" and not _is_there(target, path, public, addresses):
            dark = _dark(whole, public) if dark is None else dark
            yield from _missing(where, address, path, dark, public)


def _links(public: Corpus) -> Iterator[tuple[Where, str]]:
    for text in public.written:
        for address in text.prose.links:
            yield (text.where if text.where.pointer else replace(text.where, target=address)), address
    yield from urls(public)


def _is_there(target: Target, path: str, public: Corpus, addresses: Addresses) -> bool:
    if target.kind == "briefings" and target.id not in public.briefings:
        return True  # a rule of the texts has told it
    if target.to == "thing":
        return target.kind == "pages" or target.id in getattr(public, target.kind)
    path = path.removesuffix("index.html").strip("/")
    return path.startswith(_ALWAYS) or path.endswith("card.png") or addresses.leads(path)


def _dark(whole: Corpus, public: Corpus) -> frozenset[str]:
    """The ids of all that is not public."""
    return frozenset(id for kind in KINDS for id in _ids(whole, kind) - _ids(public, kind))


def _ids(corpus: Corpus, kind: str) -> set[str]:
    return {thing.id for thing in getattr(corpus.desk, kind)}


def _missing(where: Where, address: str, path: str, dark: frozenset[str], public: Corpus) -> Iterator[Problem]:
    named = next((id for id in (part.partition(".")[0] for part in path.split("/")) if id in dark), "")
    short = address if len(address) <= 80 else f"{address[:79]}…"
    if named:
        message, hint = f"'{named}' is not public yet, but this public text links to it", "publish the two together, or take the link out"
        yield Problem(rule="unpublished-link", severity="error", where=where, message=message, hint=hint)
    elif public.settings.markdown_extensions is not None:  # no plugin of others may have put it there
        message, hint = f"the link '{short}' leads nowhere on this site", "write the address of a page that the site has, or take it out"
        yield Problem(rule="missing-link", severity="error", where=where, message=message, hint=hint)


def _left_out(where: Where, target: Target) -> Problem:
    message = f"the page '{target.id}' is left out of the site, but this text links to it"
    return Problem(rule="missing-link", severity="error", where=where, message=message, hint=KEPT_BACK)
