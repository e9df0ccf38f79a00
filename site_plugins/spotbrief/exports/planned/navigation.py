"""Every entry of the navigation leads somewhere."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from spotbrief.exports.planned.addresses import Addresses
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Problem
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
    return "" if target in addresses.sources else _mend(parts.path.strip("/"), addresses)


def _mend(path: str, addresses: Addresses) -> str:
    guesses = (f"{path}.md", f"{path}/index.md", path.removesuffix(".html") + ".md", f"{path.rpartition('/')[0]}/index.md")
    pages = sorted(source for source in addresses.sources if source.endswith(".md"))
    near = next((guess for guess in guesses if guess in addresses.sources), None) or nearest(path, pages)
    return f"did you mean '{near}'?" if near else f"write {addresses.content}/{path.removesuffix('.md')}.md, or take the entry out"
