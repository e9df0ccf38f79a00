"""The parts of the track record that have a list of their own: what each is called, and its address."""

from collections.abc import Iterator, Mapping
from functools import cache

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.scored import Scored
from spotbrief.corpus.track_record import By, Reason, TrackRecord
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.reading.ids import slug
from spotbrief.views.links import Links

LISTS = "outlook/track-record/judgements/"

CAPTIONS: Mapping[By, str] = {
    "term": "By the word we used",
    "confidence": "By how sure we were",
    "horizon": "By how far ahead we looked",
    "year": "By the year of the date",
    "topic": "By topic",
    "storyline": "By storyline",
    "author": "By author",
}
FIRST: Mapping[By, str] = {
    "term": "Word",
    "confidence": "Confidence",
    "horizon": "Horizon",
    "year": "Year",
    "topic": "Topic",
    "storyline": "Storyline",
    "author": "Author",
}
"""The heading above the names of such parts."""

HORIZONS = {"month": "Up to a month", "quarter": "Up to a quarter", "year": "Up to a year", "longer": "Longer than a year"}
KINDS: Mapping[By, str] = {"topic": "topics", "storyline": "storylines", "author": "authors"}
"""The parts that are things with pages of their own."""

REASONS: Mapping[Reason, str] = {
    "early": "Known early: the date has not passed yet",
    "void": "Void: the question fell away",
    "no_date": "Without a date",
    "no_likelihood": "Without a likelihood",
    "told_twice": "Said before, by the same date",
    "told_late": "Published when the date had passed or the end was known",
}
"""Why a judgement does not count; one that is still open stands in the outlook."""

UNANSWERED, WITHDRAWN, RATED = "overdue", "withdrawn", "with-base-rate"
LIKELIER, LESS_LIKELY = "likelier-than-not", "less-likely-than-not"


@record
class JudgementList:
    """Judgements that a figure stands for."""

    path: str
    title: str
    judgements: tuple[Scored | Expected, ...]
    """Those that do not count have no scores."""


def lists(found: TrackRecord, corpus: Corpus) -> Iterator[JudgementList]:
    """All of them; none of a part is empty, that of all judgements may be."""
    links, words, counted = Links(corpus), corpus.words, found.counted
    yield JudgementList(path=LISTS, title=words("Judgements that count"), judgements=counted)
    above, below = sides(counted)
    rest: tuple[tuple[str, str, tuple[Scored | Expected, ...]], ...] = (
        (LIKELIER, "Called likelier than not", above),
        (LESS_LIKELY, "Called less likely than not", below),
        (RATED, "With a base rate", tuple(one for one in counted if one.expected.judgement.base_rate)),
        (UNANSWERED, "Overdue", tuple(one for one in counted if not one.answered)),
        (WITHDRAWN, "Of withdrawn briefings", withdrawn(found)),
        *((reason.replace("_", "-"), title, found.without(reason)) for reason, title in REASONS.items()),
    )
    for name, title, ones in rest:
        if ones:
            yield JudgementList(path=f"{LISTS}{name}/", title=words(title), judgements=ones)
    for by, parts in found.parts.items():
        for key, part in parts.items():
            title = words("{how}: {name}", how=words(CAPTIONS[by]), name=name_of(by, key, links))
            yield JudgementList(path=path_of(by, key, corpus), title=title, judgements=part)


def sides(counted: tuple[Scored, ...]) -> tuple[tuple[Scored, ...], tuple[Scored, ...]]:
    """Those that were held likelier than not, and less likely than not, in the mean of all days."""
    held = [(round(one.held, 9), one) for one in counted]
    return tuple(one for mean, one in held if mean > 0.5), tuple(one for mean, one in held if mean < 0.5)


def withdrawn(found: TrackRecord) -> tuple[Scored | Expected, ...]:
    """Judgements of withdrawn briefings, whether they count or not."""
    count = (one for one in found.counted if one.expected.briefing.is_withdrawn())
    return (*count, *(one for one, _ in found.uncounted if one.briefing.is_withdrawn()))


def path_of(by: By, key: str, corpus: Corpus) -> str:
    """The address of the list of a part."""
    return f"{LISTS}{by}/{_slugs(corpus.settings.scale)[key] if by == 'term' else key}/"


@cache
def _slugs(scale: Scale) -> Mapping[str, str]:
    """Each term as a step of an address; its number where two would be the same."""
    names = [slug(term.term) for term in scale.terms]
    pairs = zip(scale.terms, names, strict=True)
    return {term.term: name if name and names.count(name) == 1 else str(number) for number, (term, name) in enumerate(pairs, 1)}


def name_of(by: By, key: str, links: Links) -> str:
    """What a part is called."""
    words = links.words
    if by == "term":
        return words.sentence(key)
    if by == "confidence":
        return words.confidence(key)
    if by == "horizon":
        return words(HORIZONS[key])
    return key if by == "year" else links.name(KINDS[by], key)


def link_of(by: By, key: str, links: Links) -> Markup:
    """The same, with a link to the page of the thing that it is."""
    name = name_of(by, key, links)
    return links.named(KINDS[by], key) if by in KINDS else Markup.escape(name)
