"""What all makers of records share: absolute addresses, ids that are unique on the site, dates, texts."""

from collections.abc import Iterable
from datetime import date

from spotbrief.corpus.corpus import Call, Corpus
from spotbrief.corpus.merged_events import find_source
from spotbrief.corpus.scored import probability_of
from spotbrief.exports.addresses import absolute
from spotbrief.exports.api import judgement_records as j
from spotbrief.exports.api import records as r
from spotbrief.exports.api import values as v
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.origin import Origin
from spotbrief.model.picture import Picture
from spotbrief.model.prose import Prose
from spotbrief.model.source import Source, SourceRef
from spotbrief.reading.markdown import visible
from spotbrief.views.attachments import attachment_address, shown
from spotbrief.views.prose import Writer

API = "api/v1/"


class ApiContext:
    """A corpus as its API sees it."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.links = corpus, absolute(corpus)
        self.writer = Writer(self.links)
        self._source_ids = {id(source): key for key, source in corpus.sources.items()}
        self._source_ids |= {id(source): key for briefing in corpus.briefings.values() for key, source in keyed_sources(briefing)}
        self._refs: dict[tuple[str, str], v.Ref] = {}
        self._dates: dict[EdtfDate, v.Date] = {}

    def date(self, when: EdtfDate) -> v.Date:
        """A date; a plain day says all, and open ends have no day."""
        if when not in self._dates:
            is_day = when.text == when.earliest.isoformat()
            earliest = None if is_day or when.earliest == date.min else when.earliest
            latest = None if is_day or when.latest == date.max else when.latest
            self._dates[when] = v.Date(edtf=when.text, earliest=earliest, latest=latest)
        return self._dates[when]

    def day(self, when: EdtfDate | None) -> v.Date | None:
        """A date that may be missing."""
        return self.date(when) if when else None

    def data(self, path: str) -> str:
        """The address of a file of the API."""
        return self.links.to(f"{API}{path}.json")

    def source_id(self, source: Source) -> str:
        """The id of a source on the whole site."""
        return self._source_ids[id(source)]

    def cited(self, ids: tuple[str, ...], briefing: Briefing | None = None, told_in: str = "") -> tuple[str, ...]:
        """Ids of the sources that *ids* name in *briefing*, as the file of *told_in* names them."""
        found = (find_source(id, briefing, self.corpus.sources) for id in ids)
        return tuple(within(told_in, self.source_id(source)) for source in found if source)

    def ref(self, kind: str, id: str) -> v.Ref:
        """A thing that is named; a plain name stays one."""
        if (kind, id) not in self._refs:
            known = id in getattr(self.corpus, kind)
            made = v.Ref(name=self.links.name(kind, id), id=id if known else None, url=self.links.thing(kind, id) or None)
            self._refs[kind, id] = made
        return self._refs[kind, id]

    def picture(self, picture: Picture | None, origin: Origin) -> r.Picture | None:
        """A picture that is published."""
        seen = shown(picture.src, origin.file, self.links) if picture else None
        if not picture or not seen:
            return None
        width, height, url = seen.width or None, seen.height or None, attachment_address(picture.src, origin.file, self.links)
        return r.Picture(url=url, width=width, height=height, alt=picture.alt, caption=picture.caption, credit=picture.credit)

    def prose(self, prose: Prose, origin: Origin) -> r.Prose:
        """A long text."""
        return r.Prose(markdown=visible(prose.text), html=str(self.writer.block(prose.text, origin)))

    def likelihood(self, call: Call) -> j.Likelihood | None:
        """The term of the site's scale, named or found by the probability."""
        said = probability_of(call, self.corpus.settings.scale)
        return j.Likelihood(term=said[0].term, low=said[0].low, high=said[0].high) if said else None


def within(briefing: str, id: str) -> str:
    """An *id* as the file of *briefing* names it: what belongs to that one begins with the colon. Elsewhere the id is whole."""
    return id[len(briefing) :] if briefing and id.startswith(f"{briefing}:") else id


def keyed_sources(briefing: Briefing) -> Iterable[tuple[str, Source]]:
    """The sources that a briefing tells of itself, by their ids on the whole site."""
    for number, source in enumerate(briefing.sources, 1):
        if not isinstance(source, SourceRef):
            yield f"{briefing.id}:{source.id or number}", source


def text(markdown: str | None) -> str | None:
    """A short text in Markdown, without what a reader of the page would not see."""
    return visible(markdown) if markdown else None
