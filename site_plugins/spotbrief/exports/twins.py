"""The Markdown twin of each briefing: the whole of it, for those who read without a browser."""

from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.events import cited_sources, event_id
from spotbrief.corpus.names import speaker_names
from spotbrief.exports.markdown import MarkdownWriter, escaped, link
from spotbrief.exports.output import Beside, Edition, one
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.model.instants import end_words, words
from spotbrief.model.judgement import Judgement
from spotbrief.views.cite import citation_of, plain
from spotbrief.views.judgements import likelihood_words
from spotbrief.views.links import Links
from spotbrief.views.notes import Notes, SourcePart
from spotbrief.views.parts import Parts, badge
from spotbrief.views.words import CORRECTION, KIND, OUTCOME, STANCE


def beside(edition: Edition) -> Beside:
    """`/briefings/<id>/index.md`."""
    parts = Parts(Links(edition.corpus, root=edition.corpus.settings.base))
    writer = MarkdownWriter(parts.links)
    return lambda briefing: [one(f"briefings/{briefing.id}/index.md", partial(_file, briefing, parts, writer))]


def _file(briefing: Briefing, parts: Parts, writer: MarkdownWriter) -> bytes:
    return clean("\n\n".join(filter(None, _Twin(briefing, parts, writer).pieces())) + "\n").encode()


class _Twin:
    """Makes the Markdown of one briefing, piece by piece."""

    def __init__(self, briefing: Briefing, parts: Parts, writer: MarkdownWriter) -> None:
        self._briefing, self._parts, self._writer = briefing, parts, writer
        self._corpus, self._zone = parts.corpus, parts.corpus.settings.timezone
        self._notes = Notes(parts.links, briefing)
        self._page = parts.links.thing("briefings", briefing.id)

    def pieces(self) -> Iterator[str]:
        """All of it, in the order of the page; sources come when all that cites them is numbered."""
        briefing, line = self._briefing, self._line
        yield f"# {escaped(briefing.title)}"
        yield self._byline()
        if briefing.status == "withdrawn":
            yield f"> **This briefing is withdrawn.** {line(briefing.withdrawn)}".strip()
        yield line(briefing.summary)
        yield self._picture()
        yield f"**{escaped(briefing.question)}**" if briefing.question else ""
        yield f"**Bottom line.** {line(briefing.bottom_line)}" if briefing.bottom_line else ""
        yield from _list("Key takeaways", self._takeaways(), numbered=True)
        yield self._writer.block(briefing.body.text, briefing.origin, self._page)
        yield from _list("What to expect", self._expected())
        yield from self._implications()
        yield from _list("Timeline", self._events())
        yield from _list("Who said what", self._statements())
        yield from _list("Event", self._public_event())
        yield from _list("Sources", map(_source, self._notes.all()), numbered=True)
        yield from _list("Corrections", self._corrections())
        yield from _list("Changes", (f"{words(c.when, self._zone)}: {line(c.note)}" for c in briefing.changes))
        yield f"---\n\n{escaped(plain(citation_of(briefing, self._corpus)).removesuffix(self._page))} <{self._page}>"

    def _picture(self) -> str:
        if not (picture := self._parts.picture(self._briefing)):
            return ""
        said = escaped(" ".join(filter(None, (picture.caption, picture.credit))))
        return f"!{link(picture.alt, picture.src)}" + (f"\\\n*{said}*" if said else "")

    def _line(self, text: str | None) -> str:
        return self._writer.line(text, self._briefing.origin, self._page)

    def _byline(self) -> str:
        briefing, name = self._briefing, self._parts.links.name
        told = (
            KIND[briefing.kind],
            badge(briefing, self._parts.links),
            f"By {', '.join(name('authors', id) for id in briefing.authors)}" if briefing.authors else "",
            words(briefing.published, self._zone),
            f"updated {words(briefing.updated, self._zone)}" if briefing.updated else "",
            f"information as of {words(briefing.as_of, self._zone)}" if briefing.as_of else "",
        )
        groups = [name(kind, id) for kind in ("topics", "regions") for id in getattr(briefing, kind)]
        return "\\\n".join(filter(None, (escaped(" · ".join(filter(None, told))), escaped(", ".join(groups)))))

    def _cited(self, ids: Iterable[str]) -> str:
        numbers = [str(number) for number in self._notes.numbers(ids)]
        return f" (source{'s' * (len(numbers) > 1)} {', '.join(numbers)})" if numbers else ""

    def _takeaways(self) -> Iterator[str]:
        for takeaway in self._briefing.key_takeaways:
            nature = f" *{takeaway.nature.capitalize()}.*" if takeaway.nature else ""
            yield f"{self._line(takeaway.text)}{nature}{self._cited(takeaway.sources)}"

    def _expected(self) -> Iterator[str]:
        for judgement in self._briefing.what_to_expect:
            term, band = likelihood_words(judgement, self._corpus.settings.scale)
            told = (
                f"{term} ({band})" if term else "",
                f"{judgement.confidence} confidence" if judgement.confidence else "",
                f"by {judgement.by.words}" if judgement.by else "",
            )
            how = "; ".join(filter(None, told))
            yield f"{self._line(judgement.text)}{f' **{how}.**' if how else ''}{self._cited(judgement.sources)}"
            yield from self._more(judgement)

    def _more(self, judgement: Judgement) -> Iterator[str]:
        """What goes on below a judgement."""
        for revision in judgement.history:
            said = ", ".join(filter(None, likelihood_words(revision, self._corpus.settings.scale)))
            yield f"  {revision.when.words}: {said}. {self._line(revision.why)}".rstrip()
        if judgement.criteria:
            yield f"  How we will know: {self._line(judgement.criteria)}"
        if judgement.indicators:
            yield f"  To watch: {'; '.join(map(self._line, judgement.indicators))}"
        if ended := judgement.resolution:
            outcome = f"{OUTCOME[ended.outcome]}, {ended.when.words}. {self._line(ended.note)}".rstrip()
            yield f"  Outcome: {outcome}{self._cited(ended.sources)}"

    def _implications(self) -> Iterator[str]:
        said = self._briefing.implications or {}
        for id, name in self._corpus.settings.audiences.items():
            yield from _list(f"What it means for {name.lower()}", map(self._line, said.get(id, ())))

    def _events(self) -> Iterator[str]:
        found = [(self._corpus.events.get(event_id(self._briefing, i)), e) for i, e in enumerate(self._briefing.timeline)]
        told = sorted(((event, entry) for event, entry in found if event), key=lambda pair: pair[0].when.sort_key)
        for event, entry in told:
            place = f" ({escaped(event.place)})" if event.place else ""
            text = f" {self._writer.line(event.text, event.origin, self._page)}".rstrip()
            yield f"**{event.when.words}**: {escaped(event.title)}{place}.{text}{self._cited(cited_sources(event, entry))}"

    def _statements(self) -> Iterator[str]:
        for said in self._briefing.statements:
            actor = link(self._parts.links.name("actors", said.actor), self._parts.links.thing("actors", said.actor))
            issue = escaped(self._parts.links.name("issues", said.issue))
            stance = f", {STANCE[said.stance].lower()}" if said.stance else ""
            quote = f" “{escaped(said.quote)}”" if said.quote else ""
            venue = f" ({escaped(said.venue)})" if said.venue else ""
            yield f"{actor}, {said.when.words}, on {issue}{stance}: {self._line(said.text)}{quote}{venue}{self._cited(said.sources)}"

    def _public_event(self) -> Iterator[str]:
        if event := self._briefing.public_event:
            ends = f" – {end_words(event.ends, event.starts, self._zone)}" if event.ends else ""
            when = f"{words(event.starts, self._zone)}{ends}{f', {escaped(event.place)}' if event.place else ''}"
            speakers = f" With {escaped(', '.join(speaker_names(event, self._corpus)))}." if event.speakers else ""
            cancelled = "**Cancelled.** " if event.status == "cancelled" else ""
            moved = f", moved from {words(event.moved_from[-1], self._zone)}" if event.moved_from else ""
            yield f"{cancelled}{link(event.title, event.url or '')}, {when}{moved}.{speakers} {self._line(event.text)}".rstrip()

    def _corrections(self) -> Iterator[str]:
        for c in sorted(self._briefing.corrections, key=lambda c: c.when):
            was = f" Was: {self._line(c.was)} Now:" if c.was else ""
            yield f"{words(c.when, self._zone)}: {CORRECTION[c.kind]}.{was} {self._line(c.now)} {self._line(c.text)}".rstrip()


def _list(title: str, items: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
    """A heading and a list; an item that is indented goes on with the one before."""
    rows, number = [], 0
    for item in items:
        number += not item.startswith("  ")
        sign = f"{number}. " if numbered else "- "
        rows.append(item if item.startswith("  ") else f"{sign}{item}")
    if rows:
        yield f"## {title}\n\n" + "\n".join(rows)


def _source(part: SourcePart) -> str:
    publisher = f"{escaped(part.publisher)}: " if part.publisher else ""
    date = f", {Markup(part.published).striptags()}" if part.published else ""
    archived = f" ({link('archived copy', part.archive_url)})" if part.archive_url else ""
    return f"{publisher}{link(part.title, part.url)}{date}{archived}"
