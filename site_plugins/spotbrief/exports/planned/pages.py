"""Links and pictures of ordinary pages lead to something."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.planned.addresses import Addresses
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.problem import Problem
from spotbrief.reading.fields import near_id
from spotbrief.reading.files import one_form

KEPT_BACK = "take it out of exclude_docs and draft_docs in mkdocs.yml, or take the link out"
"""The mend for what is there, but is no part of the site."""


def page_links(corpus: Corpus, addresses: Addresses) -> Iterator[Problem]:
    """What the texts under the folder of pages name and is not there; rules of the desk's texts know what leads to its data."""
    for page in corpus.desk.pages:
        if not addresses.has(page.path):
            continue
        for src in dict.fromkeys(src for src, _ in page.body.images):
            if hint := _dead(src, page, addresses):
                yield _problem(page, src, "missing-picture", _lost(f"there is no picture '{src}'", src, hint), hint)
        for link in dict.fromkeys(page.body.links):
            if not _is_desks(link, page, corpus) and (hint := _dead(link, page, addresses)):
                yield _problem(page, link, "missing-link", _lost(f"the link '{link}' leads nowhere", link, hint), hint)


def _problem(page: OrdinaryPage, target: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(rule=rule, severity="warning", where=page.origin.prose(target), message=message, hint=hint)


def _lost(message: str, target: str, hint: str) -> str:
    return f"'{target}' is left out of the site, but this text links to it" if hint == KEPT_BACK else message


def _is_desks(link: str, page: OrdinaryPage, corpus: Corpus) -> bool:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.origin.file), link.partition("#")[0]))
    return path.startswith((f"{corpus.desk.briefings_folder}/", "..")) or corpus.files.get(one_form(path), ("pages",))[0] != "pages"


def _dead(target: str, page: OrdinaryPage, addresses: Addresses) -> str:
    """The mend where *target* leads nowhere; empty where it leads on."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "write it as https://…"
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or "{" in path:
        return ""
    if path.startswith("/"):
        return "" if addresses.leads(path.removeprefix(addresses.base)) else _mend(path, page, addresses)
    source = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if addresses.has(source):
        return ""
    if addresses.left_out(source):
        return KEPT_BACK
    is_file = bool(posixpath.splitext(path)[1])
    at = "" if page.path in ("index.md", "README.md") else page.path.removesuffix("index.md").removesuffix(".md")
    served = posixpath.normpath(posixpath.join(at, path))
    return "" if not is_file and addresses.leads(served) else _mend(path, page, addresses)


def _with_folder(source: str) -> str:
    return "/".join(source.split("/")[-2:])


def _mend(path: str, page: OrdinaryPage, addresses: Addresses) -> str:
    name = posixpath.basename(path.rstrip("/"))
    if name == "index.md":
        name = f"{posixpath.basename(posixpath.dirname(path))}/{name}"
    by_name = {told: source for source in sorted(addresses.sources) for told in (posixpath.basename(source), _with_folder(source))}
    near = next((guess for guess in (name, f"{name}.md") if guess in by_name), None) or near_id(name, by_name)
    if near and by_name[near] != page.path:
        return f"did you mean '{posixpath.relpath(by_name[near], posixpath.dirname(page.path) or '.')}'?"
    return "write the way from this file to a page or a file that is there"
