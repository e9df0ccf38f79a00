"""Briefings and corrections -> entries of feeds."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corrections import Corrected
from spotbrief.exports.addresses import absolute, tag_of
from spotbrief.exports.entry import Entry, Person, Tag
from spotbrief.exports.media import MEDIA, Telling
from spotbrief.exports.output import Edition
from spotbrief.exports.text import clean, plain
from spotbrief.model.briefing import Briefing
from spotbrief.rendering.fragments import template_folders
from spotbrief.views.attachments import shown
from spotbrief.views.marks import anchor
from spotbrief.views.prose import Writer


class Entries:
    """Makes the entries of all feeds of a site."""

    def __init__(self, edition: Edition) -> None:
        self._corpus, self._links = edition.corpus, absolute(edition.corpus)
        self._writer = Writer(self._links)
        self._telling = Telling(MEDIA["article"], edition.corpus, template_folders(edition.root))

    def of_briefing(self, briefing: Briefing) -> Entry:
        """A briefing in full."""
        view, title = self._telling.view(briefing), briefing.title
        image = shown(briefing.image.src, briefing.origin.file, self._links) if briefing.image else None
        return Entry(
            id=tag_of(self._corpus.settings, briefing),
            url=self._links.thing("briefings", briefing.id),
            title=clean(self._links.words("Withdrawn: {title}", title=title) if briefing.status == "withdrawn" else title),
            summary=clean(view.lead()),
            html=self._telling.text(view),
            published=briefing.opens(),
            updated=briefing.changed(),
            authors=self._authors(briefing),
            tags=tuple(tag for kind in ("topics", "regions") for tag in self._tags(kind, getattr(briefing, kind))),
            image=image.src if image else "",
        )

    def of_correction(self, one: Corrected) -> Entry:
        """A correction alone."""
        briefing, correction, line, phrase = one.briefing, one.correction, self._writer.line, self._links.marks.phrase
        url = self._links.thing("briefings", briefing.id, "section:corrections")
        link = anchor(url, briefing.title)
        return Entry(
            id=tag_of(self._corpus.settings, briefing, f":correction:{one.key}"),
            url=url,
            title=clean(f"{self._links.words.correction(correction.kind)}: {briefing.title}"),
            summary=plain(line(correction.now, briefing.origin)),
            html=clean("\n".join(f"<p>{text}</p>" for text in (*self._told(one), phrase("In: {briefing}", briefing=link)))),
            published=correction.when,
            updated=correction.when,
            authors=self._authors(briefing),
        )

    def _told(self, one: Corrected) -> Iterator[Markup]:
        correction, line, phrase = one.correction, partial(self._writer.line, origin=one.briefing.origin), self._links.marks.phrase
        if correction.was:
            yield phrase("Was: {text}", text=line(correction.was))
        yield phrase("Now: {text}", text=line(correction.now))
        if correction.text:
            yield line(correction.text)

    def _authors(self, briefing: Briefing) -> tuple[Person, ...]:
        known = (self._corpus.authors.get(id) for id in briefing.authors)
        named = tuple(Person(name=clean(author.name), url=self._links.thing("authors", author.id)) for author in known if author)
        return named or (Person(name=clean(self._corpus.settings.site_name)),)

    def _tags(self, kind: str, ids: tuple[str, ...]) -> list[Tag]:
        scheme = self._links.to(f"{kind}/")
        return [Tag(id=id, name=clean(self._links.name(kind, id)), scheme=scheme) for id in dict.fromkeys(ids)]
