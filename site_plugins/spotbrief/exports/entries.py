"""Briefings and corrections -> entries of feeds."""

from markupsafe import escape

from spotbrief.corpus.corrections import Corrected
from spotbrief.exports.addresses import absolute, tag_of
from spotbrief.exports.entry import Entry, Person, Tag
from spotbrief.exports.media import MEDIA, Telling
from spotbrief.exports.output import Edition
from spotbrief.exports.text import clean, plain
from spotbrief.model.briefing import Briefing, Correction
from spotbrief.rendering.fragments import template_folders
from spotbrief.views.attachments import shown
from spotbrief.views.prose import Writer


class Entries:
    """Makes the entries of all feeds of a site."""

    def __init__(self, edition: Edition) -> None:
        self._corpus, self._links = edition.corpus, absolute(edition.corpus)
        self._writer = Writer(self._links)
        self._telling = Telling(MEDIA["article"], edition.corpus, template_folders(edition.root))

    def of_briefing(self, briefing: Briefing) -> Entry:
        """A briefing in full."""
        view = self._telling.view(briefing)
        image = shown(briefing.image.src, briefing.origin.file, self._links) if briefing.image else None
        return Entry(
            id=tag_of(self._corpus.settings, briefing),
            url=self._links.thing("briefings", briefing.id),
            title=clean(f"Withdrawn: {briefing.title}" if briefing.status == "withdrawn" else briefing.title),
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
        briefing, correction, line = one.briefing, one.correction, self._writer.line
        told = [(label, line(text, briefing.origin)) for label, text in _told(correction) if text]
        html = "\n".join(f"<p>{escape(label)}{text}</p>" for label, text in told)
        url = self._links.thing("briefings", briefing.id, "section:corrections")
        return Entry(
            id=tag_of(self._corpus.settings, briefing, f":correction:{one.key}"),
            url=url,
            title=clean(f"{self._links.words.correction(correction.kind)}: {briefing.title}"),
            summary=plain(line(correction.now, briefing.origin)),
            html=clean(f'{html}\n<p>In: <a href="{escape(url)}">{escape(briefing.title)}</a></p>'),
            published=correction.when,
            updated=correction.when,
            authors=self._authors(briefing),
        )

    def _authors(self, briefing: Briefing) -> tuple[Person, ...]:
        known = (self._corpus.authors.get(id) for id in briefing.authors)
        named = tuple(Person(name=clean(author.name), url=self._links.thing("authors", author.id)) for author in known if author)
        return named or (Person(name=clean(self._corpus.settings.site_name)),)

    def _tags(self, kind: str, ids: tuple[str, ...]) -> list[Tag]:
        scheme = self._links.to(f"{kind}/")
        return [Tag(id=id, name=clean(self._links.name(kind, id)), scheme=scheme) for id in dict.fromkeys(ids)]


def _told(correction: Correction) -> tuple[tuple[str, str | None], ...]:
    return ("Was: ", correction.was), ("Now: ", correction.now), ("", correction.text)
