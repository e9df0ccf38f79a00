"""The numbered source notes of one page."""

from collections.abc import Iterable

from markupsafe import Markup

from spotbrief.corpus.resolve import safe_url
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.model.source import Source, SourceRef
from spotbrief.views.links import Links
from spotbrief.views.who_says import publisher_of
from spotbrief.words.words import Words

NONE = Markup("")


@record
class SourcePart:
    """A source in the list at the end of a page."""

    number: int
    publisher: str
    document: Markup
    """What it is called, linked to where it is."""
    ours: str
    """That the title is the desk's own words; empty for most."""
    copy: Markup
    """A link to where a copy is kept; empty where there is none."""
    published: str
    accessed: str
    attribution: str
    note: str
    page: str
    """The address of the page that lists all that rests on it; empty for a source of the briefing's own."""


def title_is_ours(source: Source, words: Words) -> str:
    """That the title of a source is the desk's own, in words; empty for others."""
    return words("title in our words") if source.is_titled_by_us else ""


class Notes:
    """Numbers the sources of one page: those of its list first, then shared ones that are only cited."""

    def __init__(self, links: Links, briefing: Briefing | None = None) -> None:
        self._links, self._corpus, self._marks = links, links.corpus, links.marks
        self._page = links.here("briefings", briefing.id) if briefing else ""
        self._sources: dict[str, Source] = {}
        self._numbers: dict[str, int] = {}
        self._references: dict[str, str] = {}
        for i, source in enumerate(briefing.sources if briefing else ()):
            if isinstance(source, SourceRef):
                self._find(source.id)
            else:
                self._add(source.id or f"#{i}", source)

    def of(self, ids: Iterable[str]) -> Markup:
        """References to the notes of *ids*; unknown ids are reported by the checks."""
        made = [self._reference(id, number) for id in ids if (number := self._find(id))]
        return self._marks.notes(made) if made else NONE

    def _reference(self, id: str, number: int) -> str:
        if id not in self._references:
            source = self._sources[id]
            name = publisher_of(self._corpus, source) or source.name
            self._references[id] = self._marks.note(number, name, f"{self._page}#source:{number}")
        return self._references[id]

    def _find(self, id: str) -> int:
        if id not in self._numbers and (shared := self._corpus.sources.get(id)):
            self._add(id, shared)
        return self._numbers.get(id, 0)

    def _add(self, id: str, source: Source) -> None:
        self._sources[id] = source
        self._numbers[id] = len(self._sources)

    def all(self) -> tuple[SourcePart, ...]:
        """Every source of the page, in the order of its number."""
        return tuple(self._part(number, source) for number, source in enumerate(self._sources.values(), 1))

    def _part(self, number: int, source: Source) -> SourcePart:
        copy = safe_url(source.archive_url)
        return SourcePart(
            number=number,
            publisher=publisher_of(self._corpus, source),
            document=self._links.document(source),
            ours=title_is_ours(source, self._corpus.words),
            copy=self._marks.link(copy, self._corpus.words("archived copy")) if copy else NONE,
            published=self._corpus.words.date(source.published),
            accessed=self._corpus.words.date(source.accessed),
            attribution=source.attribution or "",
            note=source.note or "",
            page=self._links.thing("sources", source.id) if source.origin else "",
        )


class Unnumbered(Notes):
    """The notes of a text that lists no sources: a number alone would say nothing."""

    def of(self, ids: Iterable[str]) -> Markup:
        """No references."""
        return NONE
