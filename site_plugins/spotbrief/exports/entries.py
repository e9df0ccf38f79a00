"""Briefings, corrections, updates and turns of judgements -> entries of feeds."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.changes import Change
from spotbrief.corpus.corrections import Corrected
from spotbrief.corpus.turns import Turn
from spotbrief.exports.addresses import absolute, tag_of
from spotbrief.exports.entry import Entry, Person, Tag
from spotbrief.exports.media import MEDIA, Telling
from spotbrief.exports.output import Edition
from spotbrief.exports.text import clean, plain
from spotbrief.model.briefing import Briefing
from spotbrief.rendering.fragments import template_folders
from spotbrief.views.attachments import shown
from spotbrief.views.briefing import BriefingView
from spotbrief.views.changes import change_part
from spotbrief.views.judgements import anchor_of
from spotbrief.views.marks import anchor
from spotbrief.views.prose import Writer
from spotbrief.views.turn_view import turn_view
from spotbrief.views.turns import turn_part

TURN = "article/turn.html"


class Entries:
    """Makes the entries of all feeds of a site."""

    def __init__(self, edition: Edition) -> None:
        self._corpus, self._links = edition.corpus, absolute(edition.corpus)
        self._writer = Writer(self._links)
        self._telling, self._short = (
            Telling(MEDIA[name], edition.corpus, template_folders(edition.root)) for name in ("article", "digest")
        )

    def of_briefing(self, briefing: Briefing) -> Entry:
        """A briefing in full."""
        view = self._telling.view(briefing)
        return self._of(briefing, view, self._telling.text(view))

    def in_short(self, briefing: Briefing) -> Entry:
        """The same entry with its first words, its takeaways and its judgements, and the way to the rest."""
        view = self._short.view(briefing)
        link = anchor(self._links.thing("briefings", briefing.id), briefing.title)
        return self._of(briefing, view, f"{self._short.text(view)}<p>{self._links.marks.phrase('In full: {briefing}', briefing=link)}</p>")

    def _of(self, briefing: Briefing, view: BriefingView, html: str) -> Entry:
        title = briefing.title
        image = shown(briefing.image.src, briefing.origin.file, self._links) if briefing.image else None
        return Entry(
            id=tag_of(self._corpus.settings, briefing),
            url=self._links.thing("briefings", briefing.id),
            title=clean(self._links.words("Withdrawn: {title}", title=title) if briefing.status == "withdrawn" else title),
            summary=clean(view.lead()),
            html=clean(html),
            published=briefing.opens(),
            updated=briefing.changed(),
            authors=self._authors(briefing),
            tags=tuple(tag for kind in ("topics", "regions") for tag in self._tags(kind, getattr(briefing, kind))),
            image=image.src if image else "",
            language=briefing.language or "",
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

    def of_turn(self, turn: Turn) -> Entry:
        """A judgement that was made, was revised or came to its end."""
        expected, briefing, parts = turn.expected, turn.briefing, self._telling.parts
        line = turn_part(parts, turn)
        about = {"topics": (*expected.briefing.topics, *expected.judgement.topics), "regions": expected.briefing.regions}
        moved = self._links.words("{before} → {now}", before=line.was, now=line.became) if line.was else line.became
        return Entry(
            id=tag_of(self._corpus.settings, expected.briefing, f":judgement:{expected.key}:{turn.key}"),
            url=self._links.thing("briefings", briefing.id, anchor_of(expected, briefing)),
            title=clean(f"{line.label}: {line.text.striptags()}"),
            summary=plain(" ".join(filter(None, (f"{moved}." if moved else "", line.why)))),
            html=self._telling.written(TURN, turn_view(parts, turn)),
            published=turn.when,
            updated=turn.when,
            authors=self._authors(briefing),
            tags=tuple(tag for kind, ids in about.items() for tag in self._tags(kind, ids)),
        )

    def of_change(self, change: Change) -> Entry:
        """Whatever changed in a briefing that was there, or in a judgement."""
        if change.turn:
            return self.of_turn(change.turn)
        if change.correction:
            return self.of_correction(change.correction)
        briefing, line = change.briefing, change_part(self._telling.parts, change)
        return Entry(
            id=tag_of(self._corpus.settings, briefing, f":{change.kind}:{change.key}" if change.key else f":{change.kind}"),
            url=self._links.thing("briefings", briefing.id),
            title=clean(f"{line.label}: {briefing.title}"),
            summary=plain(line.why),
            html=clean(
                "\n".join(f"<p>{text}</p>" for text in (line.why, self._links.marks.phrase("In: {briefing}", briefing=line.text)) if text)
            ),
            published=change.when,
            updated=change.when,
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
