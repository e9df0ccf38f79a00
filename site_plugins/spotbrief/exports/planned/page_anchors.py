"""The part of a link after # names a place of an ordinary page, or of what the desk's data gives."""

from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import unquote

from spotbrief.checks.links import missing_anchor
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target
from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.problem import Hint, Problem
from spotbrief.reading.fields import listed, meant, nearest
from spotbrief.reading.page_markdown import ids_in

_ALWAYS = ("page:", "__", ":~:")
"""Places of the page around a text, those that themes make, and words to look for, which browsers find by themselves."""
_OWN = {"takeaway": "key_takeaways", "judgement": "what_to_expect", "event": "timeline"}
"""The fields whose entries have an anchor of their own."""

Thing = tuple[str, str]
Made = Callable[[OrdinaryPage], str | None]


def page_anchors(site: Site, whole: Corpus, made: Made) -> Iterator[Problem]:
    """Links to a place that is not there; a rule of the texts has told those to headings of briefings."""
    places = cache(_Places(site, whole, made).of)
    for where, address, here in _links(whole):
        target = find_target(address, where.file, whole)
        thing = here if target.to == "anchor" else (target.kind, target.id)
        anchor = unquote(target.anchor)
        if target.to not in ("anchor", "thing") or _is_told_or_there(anchor, thing, whole):
            continue
        known = places(thing)
        if known is not None and anchor not in known:
            message = f"there is no place '#{anchor}' in '{thing[1]}'"
            hint = _mend(target.anchor, address, known)
            yield Problem(rule=missing_anchor.id, severity=missing_anchor.severity, where=where, message=message, hint=hint)


def _links(whole: Corpus) -> Iterator[tuple[Where, str, Thing]]:
    """Every link that names a place, with what it stands in."""
    for page in whole.desk.pages:
        yield from ((page.origin.prose(link), link, ("pages", page.path)) for link in dict.fromkeys(page.body.links) if "#" in link)
    for text in whole.written:
        for link in dict.fromkeys(text.prose.links) if text.of[0] != "pages" else ():
            if "#" in link:
                yield (text.where if text.where.pointer else Where(file=text.where.file, target=link)), link, text.of


def _is_told_or_there(anchor: str, thing: Thing, whole: Corpus) -> bool:
    """Whether nothing is left to look up."""
    if not anchor or anchor == "top" or anchor.startswith(_ALWAYS):
        return True
    if thing[0] != "briefings":
        return False
    part, colon, id = anchor.partition(":")
    briefing = whole.briefings.get(thing[1])
    entries = getattr(briefing, _OWN[part]) if briefing and part in _OWN else ()
    return not colon or any(entry.id == id for entry in entries)


class _Places:
    """The ids of pages."""

    def __init__(self, site: Site, whole: Corpus, made: Made) -> None:
        self._site, self._made = site, made
        self._pages = {page.path: page for page in whole.desk.pages if page.template is None}  # a template may have places of its own

    def of(self, thing: Thing) -> frozenset[str] | None:
        """Those of a page; None where they are not known."""
        kind, id = thing
        html = self._of_page(id) if kind == "pages" else self._site.content(f"{kind}/{id}/")
        return None if html is None else ids_in(html)

    def _of_page(self, path: str) -> str | None:
        html = self._made(self._pages[path]) if path in self._pages else None
        return f"{html}{self._site.front()}" if html is not None and path in ("index.md", "README.md") else html


def _near(anchor: str, known: list[str]) -> str | None:
    """What was probably meant; of takeaways and the like, only their own ids tell."""
    part, colon, id = anchor.rpartition(":")
    near = nearest(id, [one.removeprefix(part + colon) for one in known if one.startswith(part + colon)], 0.6 if colon else 0.75)
    return near and f"{part}{colon}{near}"


def _mend(anchor: str, address: str, known: frozenset[str]) -> str:
    headings = sorted(id for id in known if not id.startswith(("fn:", "fnref", "footnote:", "reference:", *_ALWAYS)))
    if near := _near(unquote(anchor), headings):
        return meant(anchor, near)
    others = f"write a place that is there, such as {listed(headings, 5)}, or " if headings else ""
    if address == f"#{anchor}":
        return f"{others}leave the words without a link"
    return Hint(f"{others}take #{anchor} out", f"#{anchor}")
