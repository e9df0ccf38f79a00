"""The ways from a page of a site to the same page in its other languages."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from posixpath import relpath
from urllib.parse import quote

from markupsafe import Markup

from spotbrief.model.record import record
from spotbrief.model.settings import Settings, SiteLanguage
from spotbrief.views.metadata import ForMachines, Head
from spotbrief.views.page import Page
from spotbrief.words.conventions import conventions

_SWITCH = Markup('<a class="tool is-language" href="{}" hreflang="{}" lang="{}" dir="{}"{}>{}</a>\n')
_ALTERNATE = Markup('<link rel="alternate" hreflang="{}" href="{}">\n')


@record
class Way:
    """To one language."""

    of: SiteLanguage
    path: str
    """From the root of the site."""
    is_same: bool
    """Whether the same page is there; else the way leads to the front page."""


class Ways:
    """Of one site, whose pages in each language are known."""

    def __init__(self, settings: Settings, planned: Mapping[str, Mapping[str, str]]) -> None:
        """*settings* are those of the first language; *planned* has the paths of pages in each, by what they are called in all."""
        self._settings, self._planned = settings, planned
        self._keys = {prefix: {path: key for key, path in pages.items()} for prefix, pages in planned.items()}
        self._ordinary: frozenset[str] = frozenset()

    def know(self, taken: Collection[str]) -> None:
        """Take in the paths of the files that the engine writes."""
        pages = (path.removesuffix("index.html") for path in taken if path.endswith("index.html"))
        self._ordinary = frozenset(pages)

    def of(self, path: str, here: str) -> Iterator[Way]:
        """From the page at *path* below *here*, the prefix of its language, to all languages, its own too."""
        key = self._keys[here].get(path, path)
        for number, language in enumerate(self._settings.languages):
            prefix = f"{language.tag}/" if number else ""
            there = self._planned[prefix].get(key, key)
            is_same = not path or key in self._planned[prefix] or f"{prefix}{path}" in self._ordinary
            yield Way(of=language, path=f"{prefix}{there}" if is_same else prefix, is_same=is_same)

    def same(self, path: str, here: str) -> tuple[tuple[str, str], ...]:
        """The languages that have a page, with its path in each; nothing where there is but one."""
        found = tuple((way.of.tag, way.path) for way in self.of(path, here) if way.is_same)
        return found if len(found) > 1 else ()

    def switch(self, path: str, prefix: str) -> Markup:
        """The links to all other languages, on a page at *path* in that of *prefix*."""
        here = f"{prefix}{path}" or "."
        own = prefix.rstrip("/") or self._settings.tags[0]
        return Markup("").join(self._link(way, here) for way in self.of(path, prefix) if way.of.tag != own)

    def _link(self, way: Way, here: str) -> Markup:
        href = f"{relpath(way.path or '.', here)}/"
        direction = conventions(way.of.tag).dir
        return _SWITCH.format(href, way.of.tag, way.of.tag, direction, Markup(' rel="alternate"') if way.is_same else "", way.of.name)

    def heads(self, head: Head, here: str) -> Head:
        """*head* of the pages below the prefix *here*, with the ways to all languages: search engines want a page to name itself, too."""
        if not self._settings.site_url:
            return head
        return lambda path, page: self._with_alternates(head, path, page, here)

    def _with_alternates(self, head: Head, path: str, page: Page, here: str) -> ForMachines:
        made, same = head(path, page), self.same(path, here)
        if not same:
            return made
        named = [*same, ("x-default", same[0][1])]
        links = Markup("").join(_ALTERNATE.format(tag, self._absolute(there)) for tag, there in named)
        return replace(made, links=made.links + links)

    def _absolute(self, path: str) -> str:
        return f"{self._settings.base}{quote(path)}"
