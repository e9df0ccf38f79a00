"""Every text of a desk that refers to something, found in one pass."""

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from spotbrief.corpus.corpus import Written
from spotbrief.corpus.own_address import path_on_site
from spotbrief.model.desk import Desk
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import TEXTS, Sort
from spotbrief.model.walk import walk
from spotbrief.reading.markdown import may_hold_block, read_prose
from spotbrief.reading.reference import reference_kind
from spotbrief.reading.remarks import may_surprise, plain_remarks

_BODY = frozenset({Sort.BODY})
_SIGNS = frozenset("#-+*>`~|: 0123456789")
"""How blocks of Markdown start."""


class Known:
    """The texts of things that were looked through before, for a desk most of which stays the same."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[Any, list[Written]]] = {}

    def written(self, things: Iterable[tuple[str, Any]]) -> Iterator[Written]:
        """Their texts; those of all others are forgotten."""
        before, self._of = self._of, {}
        for kind, thing in things:
            known = before.get(id(thing))
            texts = known[1] if known and known[0] is thing else list(_of(kind, thing))
            self._of[id(thing)] = thing, texts
            yield from texts


def written(desk: Desk, site_url: str = "", known: Known | None = None) -> Iterator[Written]:
    """All texts that hold a link, a picture, a mention, a tag, a block or odd signs; of ordinary pages, only what leads into the desk."""
    if known:
        yield from known.written(desk.things())
    else:
        for kind, thing in desk.things():
            yield from _of(kind, thing)
    for page in desk.pages:
        prose = _into_desk(page.body, page.origin.file, desk, site_url)
        yield Written(prose=prose, where=page.origin.prose(), file=page.origin.file, of=("pages", page.path))


def _of(kind: str, thing: Any) -> Iterator[Written]:
    for _, body, _ in walk(thing, _BODY):
        yield Written(prose=body, where=thing.origin.prose(), file=thing.origin.prose_file, of=(kind, thing.id))
    yield from _fields(kind, thing)


def _fields(kind: str, thing: Any) -> Iterator[Written]:
    found = walk(thing, TEXTS)
    odd = may_surprise("\n".join([text for _, text, _ in found]))
    for pointer, text, mark in found:
        plain, sentence = mark.sort is Sort.PLAIN, mark.sort is Sort.SENTENCE
        if (not plain and _may_refer(text)) or (odd and may_surprise(text)):
            prose = Prose(text=text, remarks=tuple(plain_remarks(text))) if plain else read_prose(text, sentence=sentence)
            where, of = thing.origin.at(*pointer), (kind, thing.id)
            yield Written(prose=prose, where=where, file=thing.origin.file, of=of, sentence=sentence)


def _may_refer(text: str) -> bool:
    """Whether *text* may hold anything but plain words. Most texts do not, and this test is cheap."""
    return "[" in text or "<" in text or "://" in text or "&#" in text or ((text[0] in _SIGNS or "\n" in text) and may_hold_block(text))


def _into_desk(prose: Prose, file: str, desk: Desk, site_url: str) -> Prose:
    """The part of a page that leads into the desk. The engine checks its other links."""
    links = tuple(address for address in prose.links if _leads_in(address, file, desk) or path_on_site(address, site_url) is not None)
    return Prose(text=prose.text, cards=prose.cards, links=links, hidden=prose.hidden)


def _leads_in(address: str, file: str, desk: Desk) -> bool:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), address.partition("#")[0]))
    return ":" not in address and (path.startswith((f"{desk.briefings_folder}/", "..")) or _is_thing(path, desk.content_folder))


def _is_thing(path: str, content: str) -> bool:
    inside = path.removeprefix(f"{content}/")
    return inside != path and "/" in inside and path.endswith((".yml", ".yaml")) and reference_kind(inside) is not None
