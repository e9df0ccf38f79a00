"""What all makers of records share: absolute addresses, ids that are unique on the site, dates, texts."""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from spotbrief.corpus.corpus import Call, Corpus
from spotbrief.corpus.merged_events import find_source
from spotbrief.corpus.resolve import safe_url
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
from spotbrief.model.source import Publisher, Source, SourceRef
from spotbrief.reading.markdown import visible
from spotbrief.views.attachments import attachment_address, shown
from spotbrief.views.prose import Writer

API = "api/v1/"

_PLAIN = re.compile(r"[A-Za-z0-9_.~:-]*")
"""What nothing in an address has to be written otherwise for (RFC 3986, section 2.3)."""


class Desk:
    """A corpus as its API sees it."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.links = corpus, absolute(corpus)
        self.writer = Writer(self.links)
        self._source_ids = {id(source): key for key, source in corpus.sources.items()}
        self._source_ids |= {id(source): key for briefing in corpus.briefings.values() for key, source in own_sources(briefing)}
        self._refs: dict[tuple[str, str], v.Ref] = {}
        self._publishers: dict[str, r.Publisher] = {}
        self._dates: dict[EdtfDate, v.Date] = {}

    def date(self, when: EdtfDate) -> v.Date:
        """A date; open ends have no day."""
        if when not in self._dates:
            earliest = None if when.earliest == date.min else when.earliest
            latest = None if when.latest == date.max else when.latest
            self._dates[when] = v.Date(edtf=when.text, words=self.corpus.words.date(when), earliest=earliest, latest=latest)
        return self._dates[when]

    def day(self, when: EdtfDate | None) -> v.Date | None:
        """A date that may be missing."""
        return self.date(when) if when else None

    def data(self, path: str) -> str:
        """The address of a file of the API."""
        return self.links.to(f"{API}{path}.json")

    def page(self, briefing: str, anchor: str) -> str:
        """The address of a place on a briefing's page."""
        if briefing in self.corpus.desk.elsewhere:
            return self.links.thing("briefings", briefing, anchor)
        return f"{self.links.root}briefings/{_quoted(briefing)}/#{_quoted(anchor)}"

    def source_id(self, source: Source) -> str:
        """The id of a source on the whole site."""
        return self._source_ids[id(source)]

    def cited(self, ids: tuple[str, ...], briefing: Briefing | None = None) -> tuple[str, ...]:
        """Ids on the whole site of the sources that *ids* name in *briefing*."""
        found = (find_source(id, briefing, self.corpus.sources) for id in ids)
        return tuple(self.source_id(source) for source in found if source)

    def ref(self, kind: str, id: str) -> v.Ref:
        """A thing that is named; a plain name stays one."""
        if (kind, id) not in self._refs:
            known = id in getattr(self.corpus, kind)
            made = v.Ref(name=self.links.name(kind, id), id=id if known else None, url=self.links.thing(kind, id) or None)
            self._refs[kind, id] = made
        return self._refs[kind, id]

    def publisher(self, id: str) -> r.Publisher:
        """Who put a source out; a plain name stays one."""
        if id not in self._publishers:
            known = self.corpus.publishers.get(id)
            self._publishers[id] = _publisher(known) if known else r.Publisher(name=id)
        return self._publishers[id]

    def refs(self, kind: str, ids: Iterable[str]) -> tuple[v.Ref, ...]:
        """Several things that are named."""
        return tuple(self.ref(kind, id) for id in ids)

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


def own_sources(briefing: Briefing) -> Iterable[tuple[str, Source]]:
    """The sources that a briefing tells of itself, by their ids on the whole site."""
    for number, source in enumerate(briefing.sources, 1):
        if not isinstance(source, SourceRef):
            yield f"{briefing.id}:{source.id or number}", source


def _quoted(part: str) -> str:
    return part if _PLAIN.fullmatch(part) else quote(part, safe=":")


def text(markdown: str | None) -> str | None:
    """A short text in Markdown, without what a reader of the page would not see."""
    return visible(markdown) if markdown else None


def _publisher(of: Publisher) -> r.Publisher:
    return r.Publisher(name=of.name, id=of.id, url=safe_url(of.url), country=of.country, kind=of.kind, description=of.description)
