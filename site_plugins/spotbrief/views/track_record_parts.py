"""The parts of the track record that have a list of their own: what each is called, and its address."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.scored import Scored
from spotbrief.corpus.track_record import By, Reason, TrackRecord, horizon_of, year_of
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.views.facets import HORIZONS, Facets, narrowed, slugs, written
from spotbrief.views.links import Links
from spotbrief.views.verdicts import verdict
from spotbrief.words.marked import phrases
from spotbrief.words.words import Words

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

WITHDRAWN = "withdrawn"

FACETS: Mapping[By, str] = {"term": "likelihood"}
"""What a filter calls a part that it calls otherwise."""


@record
class JudgementList:
    """Judgements that a figure stands for."""

    path: str
    title: str
    judgements: tuple[Scored | Expected, ...]
    """Those that do not count have no scores."""


def lists(found: TrackRecord, words: Words) -> Iterator[JudgementList]:
    """Those that count, in one list; and those that are shown apart, each in one, and none of them empty."""
    yield JudgementList(path=LISTS, title=words("Judgements that count"), judgements=found.counted)
    rest = [(WITHDRAWN, phrases("Of withdrawn briefings"), withdrawn(found))]
    rest += [(reason.replace("_", "-"), title, found.without(reason)) for reason, title in REASONS.items()]
    for name, title, ones in rest:
        if ones:
            yield JudgementList(path=f"{LISTS}{name}/", title=words(title), judgements=ones)


def sides(counted: tuple[Scored, ...]) -> tuple[tuple[Scored, ...], tuple[Scored, ...]]:
    """Those that were held likelier than not, and less likely than not, in the mean of all days."""
    held = [(round(one.held, 9), one) for one in counted]
    return tuple(one for mean, one in held if mean > 0.5), tuple(one for mean, one in held if mean < 0.5)


def withdrawn(found: TrackRecord) -> tuple[Scored | Expected, ...]:
    """Judgements of withdrawn briefings, whether they count or not."""
    count = (one for one in found.counted if one.expected.briefing.is_withdrawn())
    return (*count, *(one for one, _ in found.uncounted if one.briefing.is_withdrawn()))


def href_of(by: By, key: str, links: Links) -> str:
    """Where the judgements of a part stand: the list of all, narrowed down to them."""
    value = slugs(links.corpus.settings.scale)[key] if by == "term" else key
    return narrowed(links.to(LISTS), **{FACETS.get(by, by): value})


def facets_of_scored(one: Scored, settings: Settings) -> Facets:
    """What a judgement that counts is found by: the very things by which the tables count it."""
    expected, longest, held = one.expected, one.longest, round(one.held, 9)
    which = ("likelier" if held > 0.5 else "less_likely" if held < 0.5 else None, "rated" if expected.judgement.base_rate else None)
    return written(
        {
            "likelihood": (slugs(settings.scale)[longest.term.term],),
            "confidence": (longest.confidence,),
            "horizon": (horizon_of(expected, settings),),
            "year": (year_of(expected),),
            "topic": expected.topics,
            "storyline": (expected.storyline,),
            "author": expected.authors,
            "verdict": (verdict(expected, settings),),
            "which": (*which, None if one.answered else "unanswered"),
        }
    )


def name_of(by: By, key: str, links: Links) -> str:
    """What a part is called."""
    words = links.words
    if by == "term":
        return words.sentence(words(key))
    if by == "confidence":
        return words.confidence(key)
    if by == "horizon":
        return words(HORIZONS[key])
    return key if by == "year" else links.name(KINDS[by], key)


def link_of(by: By, key: str, links: Links) -> Markup:
    """The same, with a link to the page of the thing that it is."""
    name = name_of(by, key, links)
    return links.named(KINDS[by], key) if by in KINDS else Markup.escape(name)
