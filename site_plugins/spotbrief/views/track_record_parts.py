"""The parts of the track record: what each is called, and where its judgements stand in the list of all that ended."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.scored import Scored
from spotbrief.corpus.track_record import By, Ended, horizon_of, year_of
from spotbrief.views.facets import HORIZONS, Facets, narrowed, slugs, values_of, written
from spotbrief.views.links import Links

RESOLVED = "outlook/resolved/"
"""All judgements that ended, which every figure narrows down to its own."""

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

NAMED: Mapping[By, str] = {"topic": "topics", "storyline": "storylines", "author": "authors"}
"""The parts that are things with pages of their own."""

FACETS: Mapping[By, str] = {"term": "likelihood"}
"""What a filter calls a part that it calls otherwise."""


def side_of(one: Scored) -> str | None:
    """Whether it was held likelier or less likely than not, in the mean of all days; None for neither."""
    held = round(one.held, 9)
    return "likelier" if held > 0.5 else "less_likely" if held < 0.5 else None


def kinds_of(one: Ended) -> Iterator[str | None]:
    """Which figures a judgement stands behind: those of the ones that count, or that of the reason why it does not."""
    yield one.why_not
    if one.scored:
        yield "counted"
        yield side_of(one.scored)
        yield "rated" if one.expected.judgement.base_rate else None
        yield None if one.scored.answered else "unanswered"
    yield "withdrawn" if one.expected.briefing.is_withdrawn() else None


def href_of(by: By, key: str, links: Links) -> str:
    """Where the judgements of a part stand: the list of all, narrowed down to them."""
    value = slugs(links.corpus.settings.scale)[key] if by == "term" else key
    return narrowed(links.to(RESOLVED), which="counted", **{FACETS.get(by, by): value})


def facets_of_ended(one: Ended, corpus: Corpus) -> Facets:
    """What a judgement that ended is found by; one that counts by the very things by which the tables count it."""
    expected, settings = one.expected, corpus.settings
    more = {
        "horizon": (horizon_of(expected, settings),),
        "year": (year_of(expected),),
        "storyline": (expected.storyline,),
        "author": expected.authors,
        "which": kinds_of(one),
    }
    if not one.scored:
        return written(more if expected.taken_down else {**values_of(expected, corpus), **more})
    longest = one.scored.longest
    held = {"likelihood": (slugs(settings.scale)[longest.term.term],), "confidence": (longest.confidence,)}
    return written({**values_of(expected, corpus), **held, **more})


def name_of(by: By, key: str, links: Links) -> str:
    """What a part is called."""
    words = links.words
    if by == "term":
        return words.sentence(words(key))
    if by == "confidence":
        return words.confidence(key)
    if by == "horizon":
        return words(HORIZONS[key])
    return key if by == "year" else links.name(NAMED[by], key)


def link_of(by: By, key: str, links: Links) -> Markup:
    """The same, with a link to the page of the thing that it is."""
    name = name_of(by, key, links)
    return links.named(NAMED[by], key) if by in NAMED else Markup.escape(name)
