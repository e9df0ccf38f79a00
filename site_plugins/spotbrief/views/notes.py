"""The numbered source notes of one page."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.links import safe_url
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.model.source import Source, SourceRef
from spotbrief.views.moments import of_date


@record
class SourcePart:
    """A source in the list at the end of a page."""

    number: int
    publisher: str
    title: str
    url: str
    archive_url: str
    published: Markup
    accessed: Markup
    attribution: str
    note: str


class Notes:
    """Numbers the sources of one page: those of its list first, then shared ones that are only cited."""

    def __init__(self, corpus: Corpus, briefing: Briefing | None = None) -> None:
        self._corpus = corpus
        self._sources: dict[str, Source] = {}
        self._numbers: dict[str, int] = {}
        for i, source in enumerate(briefing.sources if briefing else ()):
            if isinstance(source, SourceRef):
                self._find(source.id)
            else:
                self._add(source.id or f"#{i}", source)

    def of(self, ids: Iterable[str]) -> Markup:
        """References to the notes of *ids*; unknown ids are reported by the checks."""
        return Markup("").join(self._reference(id, number) for id in ids if (number := self._find(id)))

    def _reference(self, id: str, number: int) -> Markup:
        title = escape(self._sources[id].name)
        return Markup(f' <sup class="note"><a href="#source:{number}" title="{title}">[{number}]</a></sup>')

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
        publisher = self._corpus.publishers.get(source.publisher or "")
        return SourcePart(
            number=number,
            publisher=publisher.name if publisher else source.publisher or "",
            title=source.name,
            url=safe_url(source.url) or "",
            archive_url=safe_url(source.archive_url) or "",
            published=of_date(source.published) if source.published else Markup(""),
            accessed=of_date(source.accessed) if source.accessed else Markup(""),
            attribution=source.attribution or "",
            note=source.note or "",
        )
