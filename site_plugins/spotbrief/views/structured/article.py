"""A briefing as one of schema.org's kinds of NewsArticle.

| kind | type | because it |
| --- | --- | --- |
| `news` | NewsArticle | tells what happened, from the reports of others |
| `spot_briefing`, `assessment`, `forecast_update`, `outlook` | AnalysisNewsArticle | interprets and concludes |
| `tracker`, `explainer` | BackgroundNewsArticle | gives history, definition and detail |
| `interview` | ReportageNewsArticle | is reporting of our own |
"""

from collections.abc import Iterator

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.in_language import is_out
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.briefing import Briefing, BriefingKind, Correction
from spotbrief.model.source import Source
from spotbrief.views.components import NOWHERE
from spotbrief.views.images import share_image
from spotbrief.views.links import Links
from spotbrief.views.marks import bare
from spotbrief.views.prose import Writer
from spotbrief.views.registers import same_as
from spotbrief.views.spoken import language_of
from spotbrief.views.structured.actors import Actors
from spotbrief.views.structured.node import ARTICLE, Node, node, reference
from spotbrief.views.structured.publisher import Publisher
from spotbrief.views.structured.source import source_reference

TYPES: dict[BriefingKind, str] = {
    "news": "NewsArticle",
    "spot_briefing": "AnalysisNewsArticle",
    "assessment": "AnalysisNewsArticle",
    "forecast_update": "AnalysisNewsArticle",
    "outlook": "AnalysisNewsArticle",
    "tracker": "BackgroundNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "interview": "ReportageNewsArticle",
}


class Articles:
    """Makes the nodes of briefings."""

    def __init__(self, corpus: Corpus, links: Links, publisher: Publisher, actors: Actors) -> None:
        self._corpus, self._links, self._publisher, self._actors = corpus, links, publisher, actors
        self._writer, self._zone = Writer(links), corpus.settings.timezone
        self._made = Cache[tuple[str, str], Node]()

    def article(self, briefing: Briefing, description: str) -> Node:
        """The whole briefing."""
        url = self._links.thing("briefings", briefing.id)
        grounds, sources = frozenset(id for takeaway in briefing.key_takeaways for id in takeaway.sources), list(self._sources(briefing))
        image = share_image(briefing, self._links)
        made = node(
            TYPES[briefing.kind],
            url=url,
            headline=briefing.title,
            description=description,
            datePublished=briefing.opens().astimezone(self._zone).isoformat(),
            dateModified=briefing.changed().astimezone(self._zone).isoformat(),
            author=[self.author(id) for id in briefing.authors if id in self._corpus.authors] or self._publisher.short,
            publisher=self._publisher.short,
            image=node("ImageObject", url=image.url, width=image.width, height=image.height, caption=image.alt, creditText=image.credit)
            if image
            else None,
            inLanguage=language_of(briefing, self._corpus),
            isAccessibleForFree=True,
            wordCount=briefing.body.words,
            articleSection=self._links.words.kind(briefing.kind),
            keywords=[self._links.name(kind, id) for kind in ("topics", "regions") for id in getattr(briefing, kind)],
            creativeWorkStatus="Withdrawn" if briefing.status == "withdrawn" else "",
            about=list(self._about(briefing)),
            mentions=[self._actors.short(id) for id in self._corpus.named[briefing.id] if id not in briefing.actors],
            isPartOf=self._storyline(briefing),
            isBasedOn=[node for id, node in sources if id in grounds],
            citation=[node for id, node in sources if id not in grounds],
            correction=[self._correction(c) for c in briefing.corrections],
            license=self._publisher.licence,
            **self._translations(briefing),
        )
        return {"@id": ARTICLE, **made}

    def _translations(self, briefing: Briefing) -> Node:
        """Of a translation, its original and who translated it; of an original, its translations."""
        desk = self._corpus.desk
        if found := desk.translated.get(("briefings", briefing.id)):
            named = found.head.translators if found.head else ()
            people = [self.author(id) if id in self._corpus.authors else node("Person", name=id) for id in named]
            return {"translationOfWork": reference(self._links.original(briefing.id)[0] + ARTICLE), "translator": people}
        others = self._corpus.once(_spoken).get(briefing.id)
        return {"workTranslation": [reference(self._links.in_language(one, briefing.id) + ARTICLE) for one in others]} if others else {}

    def author(self, id: str) -> Node:
        """An author."""
        return self._made.of(("authors", id), self._author, id)

    def _author(self, id: str) -> Node:
        author = self._corpus.authors[id]
        same = [url for url in (author.url, *author.same_as) if safe_url(url)]
        return node("Person", name=author.name, url=self._links.thing("authors", id), jobTitle=author.role, sameAs=same)

    def profile(self, id: str) -> Node:
        """An author, as their own page tells of them."""
        return {**self.author(id), **node("Person", email=self._corpus.authors[id].email)}

    def _about(self, briefing: Briefing) -> Iterator[Node]:
        yield from (self._actors.short(id) for id in briefing.actors if id in self._corpus.actors)
        yield from (self._made.of(("topics", id), self._group, "topics", id) for id in briefing.topics if id in self._corpus.topics)
        yield from (self._made.of(("regions", id), self._group, "regions", id) for id in briefing.regions if id in self._corpus.regions)

    def _group(self, kind: str, id: str) -> Node:
        group = self._corpus.topics[id] if kind == "topics" else self._corpus.regions[id]
        url = self._links.thing(kind, id)
        return node("Thing" if kind == "topics" else "Place", name=group.name, url=url, sameAs=same_as(group.identifiers))

    def _storyline(self, briefing: Briefing) -> Node | None:
        id = briefing.storyline or ""
        known = self._corpus.storylines.get(id)
        return node("CreativeWorkSeries", name=known.title, url=self._links.thing("storylines", id)) if known else None

    def _sources(self, briefing: Briefing) -> Iterator[tuple[str, Node | str]]:
        """What the briefing lists: what its key takeaways rest on is `isBasedOn`, the rest `citation`."""
        for source in briefing.sources:
            if isinstance(source, Source):
                yield source.id, source_reference(source)
            elif source.id in self._corpus.sources:
                yield source.id, source_reference(self._corpus.sources[source.id])

    def _correction(self, correction: Correction) -> Node:
        words, now = self._links.words, self._plain(correction.now)
        changed = (words("Was: {text}", text=self._plain(correction.was)), words("Now: {text}", text=now)) if correction.was else (now,)
        said = filter(None, (*changed, self._plain(correction.text)))
        when = correction.when.astimezone(self._zone).isoformat()
        return node("CorrectionComment", name=words.correction(correction.kind), text=" ".join(said), datePublished=when)

    def _plain(self, text: str | None) -> str:
        return bare(self._writer.line(text, NOWHERE))


def _spoken(corpus: Corpus) -> dict[str, list[str]]:
    """The other languages in which readers have each briefing, by its id."""
    found = dict[str, list[str]]()
    for one in corpus.desk.translations:
        if one.kind == "briefings" and one.language != corpus.settings.language and is_out(one, corpus.settings.now):
            found.setdefault(one.id, []).append(one.language)
    return found
