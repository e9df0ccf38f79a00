"""Every entry of the navigation leads somewhere."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from spotbrief.exports.planned.addresses import Addresses
from spotbrief.model.kinds import KINDS
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Problem
from spotbrief.model.settings import SECTIONS
from spotbrief.reading.fields import nearest
from spotbrief.reading.site_file import SiteFile


def navigation(file: SiteFile, addresses: Addresses) -> Iterator[Problem]:
    """What `nav` names and is not there."""
    for pointer, target in _entries(file.values.get("nav"), ("nav",)):
        if hint := _dead(target, addresses):
            yield file.problem("missing-page", "warning", pointer, f"the navigation names '{target}', which is not there", hint)


def _entries(value: Any, here: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield here, value
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _entries(item, (*here, n))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _entries(item, (*here, str(key)))


def _dead(target: str, addresses: Addresses) -> str:
    """The mend where *target* leads nowhere; empty where it leads on."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        is_web = parts.scheme in ("", "mailto", "tel") or (parts.scheme in ("http", "https") and parts.netloc)
        return "" if is_web else f"write it as https://{target.partition(':')[2].lstrip('/')}"
    if target.startswith("/"):
        return "" if addresses.leads(parts.path.removeprefix(addresses.base)) else _mend(parts.path.strip("/"), addresses)
    return "" if addresses.has(target) else _mend(parts.path.strip("/"), addresses)


def _near(path: str, pages: list[str]) -> str | None:
    """The page of nearly the same name; that of an index is the name of its folder."""
    by_name = {page.removesuffix("/index.md"): page for page in pages}
    near = nearest(path.removesuffix("/index.md"), by_name, 0.75)
    return by_name[near] if near else None


def _mend(path: str, addresses: Addresses) -> str:
    if addresses.left_out(path):
        return "take it out of exclude_docs and draft_docs, or take the entry out"
    guesses = (f"{path}.md", f"{path}/index.md", path.removesuffix(".html") + ".md", f"{path.rpartition('/')[0]}/index.md")
    near = next((guess for guess in guesses if guess in addresses.sources), None)
    folder = path.removesuffix(".md").removesuffix("index").strip("/")
    if not near and folder in SECTIONS:
        return f"name {folder} among the plugins, which makes this page, or take the entry out"
    if not near and folder == "trust":
        return f"this page comes with {addresses.content}/trust.yml: write it, or take the entry out"
    if not near and folder in KINDS and KINDS[folder].section:
        return f"this page comes with the first of the {folder}: write one into {addresses.content}/{folder}/, or take the entry out"
    near = near or _near(path, sorted(source for source in addresses.sources if source.endswith(".md")))
    return f"did you mean '{near}'?" if near else f"write {addresses.content}/{path.removesuffix('.md')}.md, or take the entry out"
